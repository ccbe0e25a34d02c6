"""Every figure of the home page is the sum of the lines that it opens, in the demonstration."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.campaigns import CampaignFilter
from coopdesk.domain.contact_conditions import Rule
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.home_places import gifts_place, month_place
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.members import MemberStatus
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money, total
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import Direction, PaymentFilter, PaymentState
from coopdesk.domain.pledges import PledgeFilter
from coopdesk.domain.receipt_drafting import draft_receipts
from coopdesk.domain.receipts import ReceiptScope, Verdict
from coopdesk.services.opening import open_database, signature
from tests.made_once import new_demonstration


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    path = new_demonstration(tmp_path_factory.mktemp("home") / "demo.coopdesk", 90, 2)
    services = open_database(path, signature("Solène", Origin.WINDOW))
    yield services
    services.database.close()


@pytest.fixture(scope="module")
def year():
    return dt.datetime.now().astimezone().year


def counted_gifts(services, wanted):
    """Add up line by line what a list of gifts shows and counts."""
    shown = services.donations.find(wanted)
    return total(
        line.amount
        for line in shown
        if line.state is PaymentState.RECEIVED and line.returned_on is None
    )


def counted_payments(services, wanted):
    lines = services.payments.lines(services.payments.ids(wanted))
    signs = {Direction.IN: 1, Direction.OUT: -1}
    if wanted.direction is not None:
        return total(line.amount for line in lines)
    return Money(sum(signs[line.direction] * line.amount.cents for line in lines))


def sum_behind(services, place):
    """Return what the lines add up to that a place opens, read as its page reads them."""
    match place.target:
        case DonationFilter():
            return counted_gifts(services, place.target)
        case PaymentFilter():
            return counted_payments(services, place.target)
        case PledgeFilter():
            return total(x.amount for x in services.pledges.find(place.target))
        case Rule():
            return len(services.contacts.ids(ContactFilter(condition=place.target)))
        case int():
            return services.donations.lines([place.target])[0].amount
        case ("campaign", campaign_id):
            return services.campaigns.progress(campaign_id).whole.raised
    raise AssertionError(place)


@pytest.mark.parametrize("back", [0, 1])
def test_gifts_of_each_month_and_year(services, year, back):
    seen = services.home.overview(year)
    gifts = (seen.gifts, seen.gifts_before)[back]
    assert gifts.total > Money(0)
    assert gifts.total == sum_behind(services, gifts_place(gifts.year))
    for number, amount in enumerate(gifts.by_month, start=1):
        assert amount == sum_behind(services, month_place(gifts.year, number))


def test_members_up_to_date_this_year_and_the_year_before(services, year):
    found = services.home.members(year)
    for one in (found.now, found.before):
        assert one.count == sum_behind(services, one.place) > 0


def test_campaigns_with_a_percent_that_may_pass_100(services):
    bars = services.home.campaigns(20)
    listed = {x.id: x for x in services.campaigns.find(CampaignFilter(is_closed=False))}
    assert bars
    for bar in bars:
        progress = listed[bar.campaign_id].progress
        assert bar.raised == progress.raised == sum_behind(services, bar.place)
        assert (bar.percent, bar.bar) == (progress.percent, progress.bar)
        assert (bar.name, bar.contributions) == (
            listed[bar.campaign_id].name,
            progress.contributions,
        )


def test_top_contributors_and_guests_who_are_never_merged(services):
    found = services.home.contributors(8)
    assert found.persons
    for one in (*found.persons, *found.organisations):
        assert one.contributor.total == sum_behind(services, one.place)
    guests = [x.place.target for x in found.persons if x.contributor.is_guest]
    assert len(set(guests)) == len(guests)
    for some in (found.persons, found.organisations):
        assert [x.contributor.rank for x in some] == list(range(1, len(some) + 1))


def test_balance_is_the_money_of_the_books_once_all_is_booked(services):
    assert services.booking.waiting() == 0
    card, curve = services.home.public_finance(), services.home.treasury()
    assert card.opening > Money(0)
    assert card.balance == curve.closing
    with_bills = {(part.code, part.direction) for part in card.moved if part.amount}
    assert ("entries", Direction.OUT) in with_bills


def test_public_finance_card_and_each_part_of_its_budget(services):
    card = services.home.public_finance()
    assert card.balance == card.opening + card.income - card.disbursed
    for direction, whole in ((Direction.IN, card.income), (Direction.OUT, card.disbursed)):
        assert whole == total(x.amount for x in card.moved if x.direction is direction)
    payments = [part for part in card.moved if part.code == "payments"]
    assert len(payments) == 2
    for part in payments:
        assert part.amount == sum_behind(services, part.place)
    assert card.balance_place.target == ("report", "treasury", None)
    for part in card.parts:
        assert part.amount == sum_behind(services, part.place)
    assert card.yearly.total == total(part.total for part in card.parts)
    assert card.yearly.monthly > Money(0)


def test_curve_of_money_is_that_of_the_report_of_treasury(services):
    curve = services.home.treasury()
    report = services.reports.treasury(ReportScope(curve.year_id))
    assert curve.closing == report.closing
    by_month = {month.month_on: month.closing for month in report.months}
    accounts = report.accounts
    for point in curve.points:
        month = ("treasury-month", point.month_on.isoformat())
        wanted = ("report", "treasury", None) if point.is_forecast else month
        assert point.place.target == wanted
        if not point.is_forecast:
            behind = [m for x in accounts for m in x.months if m.month_on == point.month_on]
            assert point.closing == by_month[point.month_on] == total(m.closing for m in behind)
    forecast = tuple((x.month_on, x.closing) for x in report.forecast)
    assert forecast == tuple((x.month_on, x.closing) for x in curve.points if x.is_forecast)


def test_next_events_are_those_of_the_list_to_come(services):
    found = services.home.events(3)
    for one in found:
        assert one.place.target == ("event", one.line.id)
        assert services.events.get(one.line.id).title == one.line.title
    # Those without a day come last.
    days = [one.line.when.starts_on or dt.date.max for one in found]
    assert days == sorted(days)


@pytest.mark.parametrize("back", [0, 1])
def test_receipts_counted_part_by_part_are_those_of_the_whole_review(services, year, back):
    found = services.home.receipt_part(year - back)
    while not found.is_whole:
        found = services.home.receipt_part(year - back, found)
    review = services.receipts.review(year - back)
    ready = review.of(Verdict.READY)
    assert found.counts.ready == len(draft_receipts(ready, ReceiptScope.DONOR))
    assert found.counts.ready_total == review.total(Verdict.READY)
    assert found.counts.blocked == len(review.of(Verdict.BLOCKED))


def test_duties_count_what_their_lists_show(services, year):
    duties = {x.code: x for x in services.duties.all()}
    asked = {
        "members.late": MembershipFilter(status=MemberStatus.LATE, latest=True),
        "members.remind": MembershipFilter(year=year, paid=False),
    }
    for code, wanted in asked.items():
        duty = duties[code]
        assert duty.target == wanted
        assert duty.values["count"] == len(services.members.ids(wanted))
        lines = services.members.find(wanted)
        assert duty.values["amount"] == total(line.remainder for line in lines)
    counts = services.home.receipts(year).before
    assert duties["receipts.issue"].values["count"] == counts.ready
    assert duties["payments.check"].values["count"] == services.home.overview(year).to_check
