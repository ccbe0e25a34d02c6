"""Partners: organisations that we work with, and what they take part in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.agreements import AgreementState, NewSignatory, Side
from coopdesk.domain.commitments import CommitmentKind
from coopdesk.domain.contact_details import NewAffiliation, NewGroupMember
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.events import NewEvent, NewVenue, When, WhenKind
from coopdesk.domain.groups import NewGroup
from coopdesk.domain.money import Money
from coopdesk.domain.partners import NewPartner, PartnerFilter, PartnerKind, PartnerLevel
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.timeline import EntryKind
from coopdesk.services.affiliations import AffiliationService
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.services.duplicates import DuplicateService
from coopdesk.services.events import EventService
from coopdesk.services.groups import GroupService
from coopdesk.services.venues import VenueService
from coopdesk.wording.merging import moved_texts
from coopdesk.wording.timeline import entry_detail, entry_title
from tests.building import TODAY, every_row, new_units, refused, today
from tests.services.partner_office import PartnerOffice

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield PartnerOffice(units)


def test_partner_keeps_what_is_said_of_it_and_undo_takes_it_back(office):
    place, camille = office.structure(), office.person("Aubry", "Camille")
    before = every_row(office.units)
    new = NewPartner(
        place,
        PartnerKind.FIELD,
        PartnerLevel.NEIGHBOURHOOD,
        started_on=dt.date(2020, 9, 1),
        referent_id=camille,
        purpose="  Prêt de salles ",
    )
    made = office.partners.add(new).value
    assert made.content == replace(new, purpose="Prêt de salles")
    assert (made.name, made.referent_name) == ("Maison des communs", "Camille Aubry")
    assert office.partners.of_contact(place) == made
    office.operations.undo()
    assert every_row(office.units) == before


def test_a_person_is_no_partner(office):
    elodie = office.person()
    assert refused(office.partner, elodie) == "partner.organisation_wanted"
    assert refused(office.agreement, elodie) == "partner.organisation_wanted"
    assert refused(office.commitment, elodie) == "partner.organisation_wanted"
    assert refused(office.fee, elodie) == "partner.organisation_wanted"


def test_an_organisation_is_a_partner_once_and_stays_the_same_one(office):
    place, other = office.structure(), office.structure("Atelier des rives")
    key = office.partner(place)
    assert refused(office.partner, place) == "partner.known"
    assert refused(office.partners.change, key, NewPartner(other)) == "partner.other_contact"
    wrong = NewPartner(place, referent_id=other)
    assert refused(office.partners.change, key, wrong) == "partner.referent_person"


def test_recording_something_makes_a_partner_in_the_same_operation(office):
    network = office.structure("Réseau des communs")
    before = every_row(office.units)
    office.fee(network)
    assert office.partners.of_contact(network).content.kind is PartnerKind.NETWORK
    office.operations.undo()
    assert every_row(office.units) == before


def test_a_partner_with_something_of_its_own_ends_but_does_not_go(office):
    place = office.structure()
    key = office.partner(place, started_on=dt.date(2020, 9, 1))
    office.commitment(place)
    assert refused(office.partners.remove, key) == "partner.in_use"
    early = dt.date(2020, 8, 31)
    assert refused(office.partners.end, key, early) == "partner.ends_before_start"
    office.partners.end(key, dt.date(2026, 6, 30))
    assert office.partners.all(PartnerFilter(current_only=True)) == []
    assert office.partners.end(key, None).value.content.ended_on is None


def test_a_partner_without_anything_goes_and_its_contact_stays(office):
    place = office.structure()
    key = office.partner(place)
    office.partners.remove(key)
    assert office.partners.of_contact(place) is None
    assert office.contacts.get(place).display_name == "Maison des communs"
    with pytest.raises(NotFoundError):
        office.partners.get(key)


def test_the_list_counts_what_is_open_and_late(office):
    place = office.structure()
    office.partner(place, PartnerKind.FIELD, level=PartnerLevel.TOWN)
    office.partner(office.structure("Écoles d’ici"), PartnerKind.RESEARCH)
    ties = AffiliationService(office.units)
    ties.add(NewAffiliation(office.person(), place, "Présidente"))
    left = office.person("Martin", "Léa")
    ties.add(NewAffiliation(left, place, ended_on=dt.date(2025, 1, 1)))
    office.tacit(place, dt.date(2020, 1, 1), dt.date(2020, 12, 31))
    office.agreement(place, "Brouillon")
    office.commitment(place, due_on=dt.date(2026, 1, 31))
    office.commitment(place, "Rendre les clés", Side.OURS)
    first, second = office.partners.all()
    assert (first.name, first.kind) == ("Écoles d’ici", PartnerKind.RESEARCH)
    assert (second.people, second.agreements) == (1, 1)
    assert (second.open_ours, second.open_theirs, second.overdue) == (1, 1, 1)
    assert office.partners.ids(PartnerFilter(kind=PartnerKind.FIELD)) == [second.id]
    assert office.partners.ids(PartnerFilter(level=PartnerLevel.TOWN)) == [second.id]
    assert office.partners.all(PartnerFilter(text="ecoles")) == [first]
    assert office.partners.lines([second.id, first.id]) == [second, first]


def test_a_partner_is_found_by_its_name_or_acronym(office):
    key = office.partner(office.structure("Réseau des Communs", acronym="RDC"))
    assert office.partners.id_named("reseau des communs") == key
    assert office.partners.id_named("rdc") == key
    assert office.partners.id_named("réseau") is None
    assert office.partners.id_named(" ") is None


def test_the_network_says_who_takes_part_in_what(office):
    place, network = office.structure(), office.structure("Réseau des communs")
    office.partner(place)
    groups = GroupService(office.units, today)
    groups.add(NewGroup("Jardin"))
    groups.join(NewGroupMember(place, "Jardin"))
    office.tacit(place, dt.date(2020, 1, 1), dt.date(2020, 12, 31))
    room = office.commitment(place, kind=CommitmentKind.ROOM, amount=Money(30_000))
    office.commitments.keep_in_kind(room, TODAY)
    office.fees.pay(office.fee(network), TODAY, PaymentMode.TRANSFER)
    first, second = office.partners.network(*YEAR)
    assert (first.groups, first.agreements) == (("Jardin",), ("Convention",))
    assert (first.in_kind, first.fees) == (Money(30_000), Money(0))
    assert (second.name, second.fees) == ("Réseau des communs", Money(12_000))
    before = office.partners.network(dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert [row.agreements for row in before] == [(), ()]
    assert refused(office.partners.network, *YEAR[::-1]) == "partner.days_reversed"


def test_the_network_tells_of_groups_carried_and_of_events_housed(office):
    place = office.structure()
    key = office.partner(place)
    groups = GroupService(office.units, today)
    garden = groups.add(NewGroup("Jardin", bearer_id=place)).value.id
    groups.add(NewGroup("Vélo", referent_organisation_id=place, started_on=TODAY))
    groups.join(NewGroupMember(place, "Jardin", "Hôte"))
    venue = (
        VenueService(office.units, today).add(NewVenue("Salle bleue", contact_id=place)).value
    )
    when = When(WhenKind.DAYS, TODAY, TODAY)
    new = NewEvent("Atelier", when=when, venue_id=venue.id)
    EventService(office.units, today).add(new)
    (row,) = office.partners.network(*YEAR)
    assert (row.groups, row.events) == (("Jardin", "Vélo"), ("Atelier",))
    (early,) = office.partners.network(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    assert (early.groups, early.events) == (("Jardin",), ())
    sheet = office.partners.sheet(key)
    assert (sheet.groups[0].group_id, sheet.groups[0].role) == (garden, "Hôte")
    assert [x.title for x in sheet.events] == ["Atelier"]


def test_the_sheet_gathers_all_that_ties_us(office):
    place = office.structure()
    key = office.partner(place)
    AffiliationService(office.units).add(NewAffiliation(office.person(), place, "Présidente"))
    office.agreement(place)
    room = office.commitment(place, kind=CommitmentKind.ROOM, amount=Money(30_000))
    office.commitments.keep_in_kind(room, TODAY, basis="Tarif de la ville")
    office.fee(place)
    sheet = office.partners.sheet(key)
    assert [x.content.role for x in sheet.people] == ["Présidente"]
    assert [x.content.title for x in sheet.agreements] == ["Convention"]
    assert [x.content.text for x in sheet.commitments] == ["Prêter la salle"]
    assert [x.content.amount for x in sheet.contributions] == [Money(30_000)]
    assert [x.content.year for x in sheet.fees] == [2026]
    assert EntryKind.COMMITMENT in {x.kind for x in sheet.history}


def test_the_time_line_of_a_contact_tells_of_the_partnership(office):
    place, elodie = office.structure(), office.person()
    signing = (NewSignatory(Side.THEIRS, "", "Présidente", elodie, dt.date(2026, 3, 1)),)
    key = office.agreement(
        place,
        state=AgreementState.SIGNED,
        signed_on=dt.date(2026, 3, 1),
        signatories=signing,
    )
    office.agreements.end(key, dt.date(2026, 9, 30), "Travaux")
    office.commitment(place, due_on=dt.date(2026, 1, 31))
    office.fee(place, due_on=dt.date(2026, 2, 15))
    office.commitment(place, "Rendre les clés", due_on=TODAY + dt.timedelta(days=1))
    office.fee(place, 2027, due_on=TODAY + dt.timedelta(days=1))
    found = _history(office, place)
    gap = "\u00a0"
    assert found == [
        (f"Convention «{gap}Convention{gap}» résiliée", "Travaux"),
        (f"Convention «{gap}Convention{gap}» signée", "Partenariat"),
        ("Adhésion au réseau à régler, 2026", ""),
        ("On nous doit – Prêter la salle", "dû ce jour-là, pas encore tenu"),
    ]
    said = f"Signature de «{gap}Convention{gap}» pour Maison des communs"
    assert _history(office, elodie) == [(said, "Présidente")]


def _history(office, contact_id):
    entries = ContactDetailService(office.units, today).timeline(contact_id)
    return [
        (entry_title(x), entry_detail(x)) for x in entries if x.kind is not EntryKind.CHANGE
    ]


def test_merging_partners_of_which_the_kept_one_says_all_changes_nothing_of_it(office):
    keep, drop = office.structure("Réseau A"), office.structure("Réseau B")
    office.partner(keep, PartnerKind.FIELD, purpose="Plaidoyer")
    office.partner(drop, PartnerKind.FUNDER, purpose="Dons")
    before = office.partners.get(office.partners.of_contact(keep).id).content
    DuplicateService(office.units, today).merge(keep, drop)
    (left,) = office.partners.all()
    assert office.partners.get(left.id).content == before


def test_merging_keeps_the_partnership_and_every_fee_of_both(office):
    keep, drop = office.structure("Réseau A"), office.structure("Réseau B")
    office.partner(keep, PartnerKind.OTHER)
    office.partner(drop, PartnerKind.NETWORK, purpose="Plaidoyer", started_on=YEAR[0])
    paid = office.fee(keep)
    office.fees.pay(paid, TODAY, PaymentMode.TRANSFER)
    office.fees.pay(office.fee(drop, cents=9_000), TODAY, PaymentMode.TRANSFER)
    office.fee(drop, 2025)
    office.agreement(drop)
    before = every_row(office.units)
    duplicates = DuplicateService(office.units, today)
    assert moved_texts(duplicates.comparison(keep, drop)) == [
        "1 convention avec des partenaires",
        "1 partenariat",
        "1 règlement",
        "2 adhésions à des réseaux",
    ]
    duplicates.merge(keep, drop)
    told = {
        (x.content.year, x.content.label, x.content.amount.cents) for x in office.fees.all()
    }
    assert told == {(2026, "", 12_000), (2026, "Réseau B", 9_000), (2025, "", 12_000)}
    assert {x.content.contact_id for x in office.fees.all()} == {keep}
    assert {x.content.contact_id for x in office.agreements.all()} == {keep}
    (line,) = office.partners.all()
    kept = office.partners.get(line.id).content
    assert (kept.kind, kept.purpose, kept.started_on) == (
        PartnerKind.NETWORK,
        "Plaidoyer",
        YEAR[0],
    )
    office.operations.undo()
    assert every_row(office.units) == before


def test_two_contacts_that_owe_the_same_fee_owe_it_once(office):
    keep, drop = office.structure("Réseau A"), office.structure("Réseau B")
    office.fee(keep)
    office.fee(drop)
    DuplicateService(office.units, today).merge(keep, drop)
    assert len(office.fees.all()) == 1


def test_a_partner_stays_an_organisation_and_is_not_erased_while_something_is_its_own(office):
    place = office.structure()
    key = office.partner(place)
    profile = replace(
        office.contacts.get(place).profile, kind=ContactKind.PERSON, last_name="Communs"
    )
    assert refused(office.contacts.change, place, profile) == "contact.kind_in_use"
    owed = office.commitment(place)
    office.contacts.bin([place])
    assert office.partners.all() == []
    assert refused(office.contacts.erase, [place]) == "contact.erase_refused"
    office.commitments.remove(owed)
    office.contacts.erase([place])
    with pytest.raises(NotFoundError):
        office.partners.get(key)
