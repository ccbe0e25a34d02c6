"""Public aid is added up by authority and year, and each limit of the law is explained."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.agreements import AgreementKind, NewAgreement
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.grant_requests import Granting, RequestPurpose
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import Direction, LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.domain.public_aid import AidLimit, AidSource
from coopdesk.domain.volunteering import ContributionKind, NewContribution
from coopdesk.services.agreements import AgreementService
from coopdesk.services.payments import PaymentService
from coopdesk.wording.public_aid import aid_text, warning_text
from tests.building import TODAY, new_units, today
from tests.services.grant_report_office import GrantReportOffice


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield GrantReportOffice(units)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def limits(office, day=None):
    return {(one.limit, one.is_above): one for one in office.aid.warnings(day)}


def test_grants_of_public_bodies_are_added_up_by_authority_and_year(office):
    town = office.organisation("Ville de Rive")
    office.granted(1_500_000, title="Ville, festival", funder_id=town)
    office.granted(500_000, title="Ville, jardins", funder_id=town)
    foundation = office.organisation("Fondation du Fleuve", OrganisationKind.FOUNDATION)
    office.granted(4_000_000, title="Fondation", funder_id=foundation)

    aid = office.aid.over_years()

    [one] = aid.authorities
    assert (one.name, one.amount, len(one.lines)) == ("Ville de Rive", Money(2_000_000), 2)
    assert (aid.by_year[-1], aid.is_above, aid.is_sure) == (Money(2_000_000), False, True)


def test_the_line_of_a_request_says_who_is_public(office):
    agency = office.organisation("Agence du Fleuve", OrganisationKind.OTHER)
    office.granted(100_000, title="Agence", funder_id=agency, budget_line="74.state")
    office.granted(200_000, title="Club", funder_id=agency, budget_line="74.private")

    assert office.aid.over_years().amount == Money(100_000)


def test_a_funder_of_unknown_kind_counts_and_is_said_to_be_unsure(office):
    office.granted(100_000, funder_id=office.organisation("Rive", OrganisationKind.NONE))

    aid = office.aid.over_years()

    assert (aid.amount, aid.is_sure) == (Money(100_000), False)
    assert "ni publics ni privés" in plain(aid_text(aid))


def test_money_entries_and_things_in_kind_count_once_each(office):
    town = office.organisation("Ville de Rive")
    granted = office.granted(300_000, title="Ville", funder_id=town)
    office.receive(granted, 300_000, dt.date(2026, 5, 4))
    payments = PaymentService(office.units, today)
    part = PaymentPart(LineKind.GRANT, Money(50_000), "Aide de la mairie")
    payments.record(
        NewPayment(
            dt.date(2026, 5, 5),
            Money(50_000),
            PaymentMode.TRANSFER,
            (part,),
            Direction.IN,
            payer_id=town,
        )
    )
    office.booking.book()
    office.book("741", -12_000, None)
    office.volunteering.record_contribution(
        NewContribution(
            ContributionKind.PREMISES, dt.date(2026, 6, 1), Money(80_000), "Salle", "", town
        )
    )

    aid = office.aid.over_years()

    found = sorted((x.source.value, x.amount.cents) for a in aid.authorities for x in a.lines)
    assert found == [
        ("entry", 12_000),
        ("grant", 300_000),
        ("in_kind", 80_000),
        ("payment", 50_000),
    ]
    assert aid.in_kind == Money(80_000)


def test_things_that_people_give_are_no_public_aid(office):
    giver = office.organisation("La Boulange", OrganisationKind.NONE)
    office.volunteering.record_contribution(
        NewContribution(ContributionKind.GOODS, TODAY, Money(9_000), "Pain", "", giver)
    )

    assert office.aid.over_years().amount == ZERO


def test_an_authority_above_the_limit_wants_an_agreement_until_one_is_signed(office):
    town = office.organisation("Ville de Rive")
    office.granted(2_300_000, title="Festival", funder_id=town)
    near = limits(office)
    office.granted(1, title="Jardins", funder_id=town)
    above = limits(office)
    service = AgreementService(office.units, today)
    made = service.add(
        NewAgreement(
            town, "Convention 2026", AgreementKind.GRANT, starts_on=dt.date(2026, 1, 1)
        )
    ).value
    service.sign(made.id, dt.date(2026, 2, 1))

    [met] = office.aid.warnings()

    assert (AidLimit.AGREEMENT, False) in near
    asked = above[AidLimit.AGREEMENT, True]
    assert "convention écrite" in plain(warning_text(asked))
    assert "23 000,01 €" in plain(warning_text(asked))
    assert "Loi 2000-321" in warning_text(asked)
    assert met.is_met
    assert "est signée" in plain(warning_text(met))


def test_grants_of_another_year_want_no_agreement_this_year(office):
    town = office.organisation("Ville de Rive")
    office.granted(2_400_000, title="Festival", funder_id=town)

    assert office.aid.warnings(dt.date(2027, 3, 1)) == []


def test_much_public_money_wants_audited_accounts(office):
    for name in ("Ville", "Région", "État", "Métropole", "Caisse", "Port", "Agence", "Pays"):
        office.granted(2_000_000, title=name, funder_id=office.organisation(name))

    found = limits(office)[AidLimit.ACCOUNTS, True]

    said = plain(warning_text(found))
    assert found.amount == Money(16_000_000)
    assert "commissaire aux comptes" in said
    assert "153 000 €" in said
    assert all(
        one.limit is not AidLimit.AGREEMENT or not one.is_above for one in office.aid.warnings()
    )


def test_grants_of_foundations_want_no_auditor(office):
    foundation = office.organisation("Fondation du Fleuve", OrganisationKind.FOUNDATION)
    office.granted(90_000_000, title="Fleuve", funder_id=foundation)
    investment = {"purpose": RequestPurpose.INVESTMENT, "funder_id": foundation}
    office.granted(90_000_000, title="Four", **investment)
    assert (AidLimit.ACCOUNTS, True) not in limits(office)
    office.granted(15_300_001, title="Ville", funder_id=office.organisation("Ville"))
    assert limits(office)[AidLimit.ACCOUNTS, True].amount == Money(15_300_001)


def test_aid_over_three_years_is_held_against_the_limit_to_be_verified(office):
    office.granted(50_000_001, title="Plan", funder_id=office.organisation("Europe"))

    aid = office.aid.over_years(office.year_id)
    warning = limits(office)[AidLimit.THREE_YEARS, True]

    assert aid.is_above
    assert not aid.is_whole
    assert "au-delà de 500 000 €" in plain(aid_text(aid))
    assert "à vérifier" in warning_text(warning)


def test_a_reversed_entry_by_hand_is_no_aid(office):
    entry = office.book("741", -12_000, None)
    office.entries.validate([entry])
    office.entries.reverse(entry, TODAY, "Erreur")

    aid = office.aid.over_years()

    assert aid.amount == ZERO
    assert {x.source for a in aid.authorities for x in a.lines} == {AidSource.ENTRY}


def test_grants_from_before_our_books_count_in_the_years_before_them(office):
    town = office.organisation("Ville de Rive")
    told = {"notified_on": dt.date(2025, 3, 1)}
    before = office.request("Ville 2025", funder_id=town)
    office.requests.grant(before.id, Granting(Money(70_000), **told))

    aid = office.aid.over_years()

    assert [year.label for year in aid.years] == ["2024", "2025", "2026"]
    assert aid.by_year == (ZERO, Money(70_000), ZERO)
    assert not aid.is_whole
