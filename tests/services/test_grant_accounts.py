"""Where a grant is income and due: only authorities give subsidies (741, 4417)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.dedicated_funds import FundKind, NewFund
from coopdesk.domain.entries import EntryFilter, NewEntryLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.grants import NewGrantAward
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.services.dedicated_funds import DedicatedFundService
from coopdesk.services.payments import PaymentService
from coopdesk.services.reports import ReportService
from tests.building import new_units, today
from tests.services.grant_office import GrantOffice

_DAY = dt.date(2026, 3, 2)
_FOUNDATION, _COMPANY = OrganisationKind.FOUNDATION, OrganisationKind.COMPANY


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        office = GrantOffice(units)
        office.units = units
        yield office


def notified(office, name, kind, **more):
    funder = office.organisation(name, kind)
    new = NewGrantAward(name, Money(100_000), _DAY, funder_id=funder, **more)
    return office.grants.notify(new).value


@pytest.mark.parametrize(
    ("kind", "accounts"),
    [
        (OrganisationKind.PUBLIC_BODY, ("741", "4417")),
        (_FOUNDATION, ("7551", "467")),
        (OrganisationKind.ASSOCIATION, ("7551", "467")),
        (_COMPANY, ("7542", "467")),
        (OrganisationKind.OTHER, ("741", "4417")),
    ],
)
def test_accounts_of_a_grant_are_those_of_what_its_funder_is(office, kind, accounts):
    found = notified(office, "Financeur", kind).content
    assert (found.account, found.receivable_account) == accounts


def test_line_that_a_request_names_tells_a_private_funder_before_its_kind(office):
    made = office.granted(
        funder_id=office.organisation("X", _FOUNDATION), budget_line="74.town"
    )
    assert made.award.content.account == "741"
    other = office.organisation("Y", OrganisationKind.OTHER)
    made = office.granted(funder_id=other, budget_line="74.private", title="Y")
    assert made.award.content.account == "7551"
    assert office.said()[1] == [("467", 365_000), ("7551", -365_000)]


def test_accounts_follow_another_funder_and_stay_where_a_person_chose_them(office):
    award = notified(office, "Fondation", _FOUNDATION)
    request = office.requests.of_award(award.id)
    town = replace(request.content, funder_id=office.organisation())
    changed = office.requests.change(request.id, town).value.award.content
    assert (changed.account, changed.receivable_account) == ("741", "4417")
    office.grants.change(award.id, replace(changed, account="7588"))
    company = replace(town, funder_id=office.organisation("SA", _COMPANY))
    changed = office.requests.change(request.id, company).value.award.content
    assert (changed.account, changed.receivable_account) == ("7588", "467")


def test_a_validated_entry_holds_day_funder_and_accounts_and_not_the_line(office):
    made = office.granted(funder_id=office.organisation("X", OrganisationKind.OTHER))
    office.entries.validate()
    known = office.grants.get(made.award.id).content
    other = office.organisation("Fondation", _FOUNDATION)
    for more in (
        {"notified_on": dt.date(2026, 3, 3)},
        {"funder_id": other},
        {"account": "7588"},
    ):
        with pytest.raises(RuleError, match=r"grant\.booked_otherwise"):
            office.grants.change(made.award.id, replace(known, **more))
    changed = office.requests.change(made.id, replace(made.content, budget_line="74.private"))
    assert changed.value.award.content.account == "741"


def test_private_grants_tie_to_the_books_also_once_later_years_keep_a_part(office):
    days = {"starts_on": dt.date(2026, 7, 1), "ends_on": dt.date(2027, 6, 30)}
    notified(office, "Fondation", _FOUNDATION, **days)
    office.grants.book_year(office.year_id)
    part = PaymentPart(LineKind.GRANT, Money(7_000), "Sans notification")
    trust = office.organisation("Trust", _FOUNDATION)
    paid = NewPayment(_DAY, part.amount, PaymentMode.TRANSFER, (part,), payer_id=trust)
    PaymentService(office.units, today).record(paid)
    office.booking.book()
    (tie,) = ReportService(office.units, today).ties(ReportScope(office.year_id))
    assert (tie.account, tie.is_met, tie.by_hand) == ("7551", True, Money(0))
    assert Money(7_000) < tie.recorded < Money(100_000)


def test_fund_of_a_grant_is_of_the_kind_of_its_account(office):
    funds = DedicatedFundService(office.units, today)
    award = notified(office, "Fondation", _FOUNDATION)
    new = NewFund("Reste", FundKind.GRANT, _DAY, Money(100_000), award.id)
    with pytest.raises(RuleError, match=r"fund\.kind_unfit"):
        funds.add(new)
    fund = funds.add(replace(new, kind=FundKind.CONTRIBUTION)).value
    assert fund.accounts.fund == "195"


def test_forecast_expects_a_private_grant_when_its_part_is_due(office):
    award = notified(office, "Fondation", _FOUNDATION, expected_on=dt.date(2026, 12, 4))
    treasury = ReportService(office.units, today).treasury(ReportScope(office.year_id))
    told = {
        (month.month_on, part.kind.value): part.amount
        for month in treasury.forecast
        for part in month.parts
    }
    assert told == {(dt.date(2026, 12, 1), "grants_due"): award.due}


def test_what_is_to_be_said_of_a_grant_notified_before_the_books_or_paid_already(office):
    town = office.organisation()
    part = PaymentPart(LineKind.GRANT, Money(200_000), "Acompte")
    paid = NewPayment(_DAY, part.amount, PaymentMode.TRANSFER, (part,), payer_id=town)
    payment = PaymentService(office.units, today).record(paid).value
    early = replace(
        NewGrantAward("Avant", Money(365_000), _DAY), notified_on=dt.date(2025, 5, 1)
    )
    award = office.grants.notify(replace(early, funder_id=town)).value
    notice = office.grants.notice(award.id)
    assert notice.books_since == dt.date(2026, 1, 1)
    assert [one.payment_id for one in notice.untied] == [payment.id]
    office.grants.tie_payment(award.id, payment.id)
    assert office.grants.notice(award.id).untied == ()


def test_money_of_an_unknown_kind_that_is_tied_pays_what_the_grant_owes(office):
    award = notified(office, "Ville", OrganisationKind.PUBLIC_BODY)
    part = PaymentPart(LineKind.OTHER, award.content.amount, "Virement")
    paid = NewPayment(_DAY, part.amount, PaymentMode.TRANSFER, (part,))
    office.grants.tie_payment(
        award.id, PaymentService(office.units, today).record(paid).value.id
    )
    office.booking.book()
    cents = part.amount.cents
    assert office.said()[-1] == [("5121", cents), ("4417", -cents)]


def test_an_entry_that_says_another_amount_or_is_gone_is_told_and_drafted_again(office):
    made = office.granted()
    assert office.grants.notice(made.award.id).in_books is None
    (entry,) = office.entries.get_many(office.entries.ids(EntryFilter()))
    cent = Money(1)
    lines = (NewEntryLine("4417", debit=cent), NewEntryLine("741", credit=cent))
    office.entries.change(entry.id, replace(entry.content, lines=lines))
    assert office.grants.notice(made.award.id).in_books == Money(1)
    office.entries.remove([entry.id])
    assert office.grants.notice(made.award.id).in_books == Money(0)
    office.grants.change(made.award.id, made.award.content)
    assert office.grants.notice(made.award.id).in_books is None
