"""The time-line of a contact: every kind of entry, newest first."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import Boolean, Integer

from coopdesk.domain.contact_details import (
    ConsentPurpose,
    ContactPoint,
    NewAffiliation,
    NewConsent,
    NewGroupMember,
    NewNote,
    PointKind,
)
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.domain.pledges import Frequency, NewPledge
from coopdesk.domain.timeline import EntryKind
from coopdesk.services.affiliations import AffiliationService
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.groups import GroupService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.pledges import PledgeService
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ContactRow,
    DepartureRow,
    LetterRow,
    MembershipRow,
    MembershipTypeRow,
    RegistrationRow,
    ShareMovementRow,
)
from coopdesk.wording.timeline import entry_detail, entry_title
from tests.building import TODAY, gift, new_units, person, today

SPRING = dt.date(2026, 4, 1)
AUTUMN = dt.date(2026, 10, 1)
SUMMER = dt.date(2026, 7, 14)


class Office:
    """The services on one database with one contact."""

    def __init__(self, units):
        self.units = units
        self.contacts = ContactService(units, today)
        self.details = ContactDetailService(units, today)
        self.affiliations = AffiliationService(units)
        self.groups = GroupService(units, today)
        self.gifts = DonationService(units, today)
        self.accounts = PaymentService(units, today)
        self.operations = OperationService(units)
        self.elodie = self.contacts.add(person()).value.id

    def entries(self, *kinds, contact=None):
        found = self.details.timeline(contact or self.elodie)
        return [x for x in found if not kinds or x.kind in kinds]

    def titles(self, *kinds, contact=None):
        return [entry_title(x) for x in self.entries(*kinds, contact=contact)]

    def store(self, row, **values):
        """Store a row; what it must have and is not given is empty."""
        table = table_of(row)
        whole = {
            column.name: 0 if isinstance(column.type, (Integer, Boolean)) else ""
            for column in table.c
            if not column.nullable and column.server_default is None
        }
        with self.units.database.writing() as connection:
            connection.execute(table.insert().values({**whole, **values}))
            connection.commit()


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(units)


def test_recording_a_contact_begins_its_time_line(office):
    (entry,) = office.entries()
    assert entry_title(entry) == "Contact ajouté\u00a0: Élodie Lefèvre"
    assert entry.kind is EntryKind.CHANGE
    assert entry.values["author"] == "Camille"


def test_entries_come_newest_first_and_stop_at_the_limit(office):
    for day in (SPRING, AUTUMN, SUMMER):
        office.details.add_note(NewNote(office.elodie, day, f"le {day:%d/%m}"))
    notes = office.titles(EntryKind.NOTE)
    assert notes == ["le 01/10", "le 14/07", "le 01/04"]
    days = [x.day for x in office.details.timeline(office.elodie, 2)]
    assert days == [office.entries()[0].day, AUTUMN]


def test_gift_names_its_campaign_and_leads_to_it(office):
    key = office.gifts.record(gift(office.elodie, 5000, SPRING, campaign="Toit")).value.id
    (entry,) = office.entries(EntryKind.GIFT)
    assert entry_title(entry) == "Don pour «\u00a0Toit\u00a0»"
    assert (entry.amount, entry.page, entry.record_id) == (Money(5000), "donations", key)
    assert entry_detail(entry) == "Espèces"
    assert office.entries(EntryKind.PAYMENT) == []


def test_pledge_says_its_rhythm_and_when_it_ended(office):
    pledges = PledgeService(office.units, today)
    mode = PaymentMode.TRANSFER
    new = NewPledge(
        office.elodie, Money(2000), Frequency.MONTHLY, mode, SPRING, campaign="Toit"
    )
    key = pledges.record(new).value.id
    pledges.end(key, AUTUMN)
    (entry,) = office.entries(EntryKind.PLEDGE)
    assert entry_title(entry) == "Promesse pour «\u00a0Toit\u00a0», chaque mois"
    assert entry_detail(entry) == "Terminée depuis le 01/10/2026"
    assert (entry.day, entry.amount, entry.record_id) == (SPRING, Money(2000), key)


def test_payment_shows_what_is_no_gift(office):
    parts = (PaymentPart(LineKind.SALE, Money(1200), "Livre"),)
    office.accounts.record(
        NewPayment(
            paid_on=SPRING,
            amount=Money(1200),
            mode=PaymentMode.CASH,
            parts=parts,
            payer_id=office.elodie,
            label="Stand",
        )
    )
    (entry,) = office.entries(EntryKind.PAYMENT)
    assert (entry_title(entry), entry.amount) == ("Vente – Stand", Money(1200))


def test_ties_have_an_entry_for_each_end_on_both_sides(office):
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Les Amis du Pré")
    pre = office.contacts.add(new).value.id
    tie = NewAffiliation(office.elodie, pre, "Référente", SPRING, AUTUMN)
    office.affiliations.add(tie)
    assert office.titles(EntryKind.AFFILIATION) == [
        "N’est plus chez Les Amis du Pré",
        "Rattachement à Les Amis du Pré",
    ]
    assert office.titles(EntryKind.AFFILIATION, contact=pre) == [
        "Élodie Lefèvre n’en fait plus partie",
        "Élodie Lefèvre en fait partie",
    ]
    (first, _second) = office.entries(EntryKind.AFFILIATION)
    assert (first.page, first.record_id, entry_detail(first)) == ("contacts", pre, "Référente")


def test_undated_part_in_a_group_stands_on_the_day_it_was_recorded(office):
    office.groups.join(NewGroupMember(office.elodie, "Communs"))
    (entry,) = office.entries(EntryKind.GROUP)
    assert entry_title(entry) == "Rejoint le groupe «\u00a0Communs\u00a0»"
    assert entry.day == TODAY


def test_consents_say_what_was_agreed_and_how_it_is_known(office):
    office.details.decide(
        NewConsent(office.elodie, ConsentPurpose.NEWSLETTER, given=True, decided_on=SPRING)
    )
    office.details.decide(
        NewConsent(
            office.elodie,
            ConsentPurpose.NEWSLETTER,
            given=False,
            decided_on=AUTUMN,
            source="par téléphone",
        )
    )
    entries = office.entries(EntryKind.CONSENT)
    assert [entry_title(x) for x in entries] == [
        "Refuse\u00a0: Lettre d’information",
        "Accepte\u00a0: Lettre d’information",
    ]
    assert entry_detail(entries[0]) == "par téléphone"


def test_membership_departure_letter_and_shares_are_there(office):
    holder = {"id": 1, "contact_id": office.elodie}
    office.store(
        MembershipTypeRow,
        id=1,
        name="Plein tarif",
        amount_kind="fixed",
        holder="contact",
        who="anyone",
        period="calendar_year",
    )
    days = {"started_on": dt.date(2026, 1, 1), "ended_on": dt.date(2026, 12, 31)}
    office.store(MembershipRow, **holder, type_id=1, fee_cents=2000, **days)
    office.store(DepartureRow, **holder, left_on=dt.date(2026, 6, 30), reason="resigned")
    letter = {"channel": "post", "subject": "Votre adhésion", "made_on": dt.date(2026, 5, 2)}
    office.store(LetterRow, **holder, **letter)
    shares = {"number": 1, "kind": "subscription", "shares": 3, "nominal_cents": 1000}
    office.store(ShareMovementRow, **holder, **shares, moved_on=dt.date(2026, 2, 1))
    membership, departure = EntryKind.MEMBERSHIP, EntryKind.DEPARTURE
    entries = office.entries(membership, departure, EntryKind.LETTER, EntryKind.SHARES)
    assert [entry_title(x) for x in entries] == [
        "Quitte l’association\u00a0: Démission",
        "Courrier\u00a0: Votre adhésion",
        "3 parts souscrites",
        "Adhésion «\u00a0Plein tarif\u00a0» du 01/01/2026 au 31/12/2026",
    ]
    assert entries[2].amount == Money(3000)
    assert entry_detail(entries[3]) == "pas encore réglée"


def test_registration_names_the_tariff(office):
    office.store(
        RegistrationRow,
        id=1,
        kind="registration",
        registered_on=SPRING,
        tariff="Repas",
        contact_id=office.elodie,
    )
    assert office.titles(EntryKind.REGISTRATION) == ["Inscription\u00a0: Repas"]


# changes


def change(office, **more):
    office.contacts.change(office.elodie, person(**more))


def test_change_says_which_fields_and_what_they_were(office):
    change(office, email="elodie@example.org")
    entry = office.entries(EntryKind.CHANGE)[0]
    assert entry_title(entry) == "Contact modifié\u00a0: Élodie Lefèvre"
    assert entry_detail(entry) == "e-mail"
    assert [(x.old, x.new) for x in entry.changes] == [("", "elodie@example.org")]


def test_part_that_was_removed_is_still_told(office):
    points = (ContactPoint(PointKind.PHONE, "06 11 22 33 44", "travail"),)
    change(office, points=points)
    change(office, points=(ContactPoint(PointKind.PHONE, "06 11 22 33 44", "maison"),))
    change(office)
    details = [entry_detail(x) for x in office.entries(EntryKind.CHANGE)]
    assert details == ["autres e-mails et téléphones"] * 3 + [""]


def test_note_that_was_removed_is_still_told(office):
    note = office.details.add_note(NewNote(office.elodie, SPRING, "Rappelée")).value
    office.details.remove_note(note.id)
    titles = office.titles()
    assert "Rappelée" not in titles
    assert "Note sur Élodie Lefèvre supprimée" in titles
    assert len(titles) == 2


def test_what_was_taken_back_is_not_told(office):
    change(office, email="elodie@example.org")
    office.operations.undo()
    assert len(office.entries()) == 1


def test_another_contact_with_a_longer_number_is_not_mixed_in(office):
    for _number in range(12):
        other = office.contacts.add(person("Roux", "Ana")).value.id
    note = office.details.add_note(NewNote(other, SPRING, "x")).value
    office.details.remove_note(note.id)
    assert other > 10
    assert len(office.entries()) == 1


def test_entries_of_a_merged_contact_stand_with_the_survivor(office):
    other = office.contacts.add(person("Lefevre", "Elodie")).value.id
    office.details.add_note(NewNote(other, SPRING, "Sous son autre fiche"))
    table = table_of(ContactRow)
    merged = {"state": "merged", "merged_into_id": office.elodie}
    with office.units.database.writing() as connection:
        connection.execute(table.update().where(table.c.id == other).values(merged))
        connection.commit()
    assert "Sous son autre fiche" in office.titles()
