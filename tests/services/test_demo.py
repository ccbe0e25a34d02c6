"""Demonstration data: believable, invented, the same every time, and whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from coopdesk.domain.contacts import ContactFilter, NewContact, checked_contact
from coopdesk.domain.errors import RuleError
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.member_statistics import MemberFigure
from coopdesk.domain.members import MemberStatus
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.payments import LineKind
from coopdesk.domain.receipts import Verdict
from coopdesk.services import demo
from coopdesk.services.association import AssociationService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.demo import DemoService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from coopdesk.services.progress import JobCancelledError
from coopdesk.services.receipts import ReceiptService
from coopdesk.services.reports import ReportService
from coopdesk.services.statistics import StatisticsService
from coopdesk.services.undo_reviews import review_undo
from tests.building import PROFILE, TODAY, every_row, new_units, today


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """One demonstration of the usual size, read by many tests."""
    with new_units(tmp_path_factory.mktemp("demo") / "demo.coopdesk") as units:
        counts = DemoService(units, today).build().value
        yield units, counts


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "demo.coopdesk") as units:
        yield units


# What the chain of entries takes from chance and from the clock.
CHANCE = frozenset({"salt", "hash", "previous_hash", "head_hash", "validated_at", "made_at"})


def rows(units, query):
    with units.database.reading() as connection:
        return connection.execute(text(query)).all()


def contacts_of(units):
    with units.read() as work:
        return [work.contacts.get(key).profile for key in work.contacts.ids(ContactFilter())]


def test_counts_are_those_of_the_database(built):
    units, counts = built
    found = {
        table: rows(units, f"SELECT count(*) FROM {table}")[0][0]
        for table in ("contact", "payment", "donation")
    }
    assert found == {
        "contact": 928,
        "payment": counts.payments,
        "donation": counts.donations,
    }
    assert (counts.first_year, counts.last_year) == (2024, 2026)
    received = (
        "SELECT sum(d.amount_cents) FROM donation d"
        " LEFT JOIN payment_line l ON l.id = d.payment_line_id"
        " LEFT JOIN payment p ON p.id = l.payment_id WHERE coalesce(p.state, 'received') ="
        " 'received'"
    )
    assert rows(units, received)[0][0] == counts.gift_total.cents


@settings(max_examples=3, phases=[Phase.explicit, Phase.generate])
@given(
    size=st.integers(1, 30),
    years=st.integers(1, 3),
    seed=st.integers(0, 2**32),
    day=st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)),
)
@example(size=30, years=2, seed=1, day=dt.date(2026, 1, 1))
@example(size=12, years=2, seed=1, day=dt.date(2024, 2, 29))
def test_every_total_ties(tmp_path_factory, size, years, seed, day):
    path = tmp_path_factory.mktemp("ties") / "demo.coopdesk"
    with new_units(path) as units:
        counts = DemoService(units, lambda: day).build(size, years, seed).value
        assert counts.contacts == size
        untied = (
            "SELECT p.id FROM payment p LEFT JOIN payment_line l ON l.payment_id = p.id"
            " GROUP BY p.id HAVING coalesce(sum(l.amount_cents), 0) <> p.amount_cents"
        )
        assert rows(units, untied) == []
        gifts = (
            "SELECT l.id FROM payment_line l LEFT JOIN donation d ON d.payment_line_id = l.id"
            " JOIN payment p ON p.id = l.payment_id"
            " WHERE (l.kind = 'gift') <> (d.id IS NOT NULL)"
            " OR (d.id IS NOT NULL AND (d.amount_cents <> l.amount_cents"
            " OR d.received_on <> p.paid_on OR d.mode <> p.mode"
            " OR d.donor_id IS NOT p.payer_id))"
        )
        assert rows(units, gifts) == []
        span = rows(units, "SELECT min(paid_on), max(paid_on) FROM payment")[0]
        assert span[0] is None or f"{day.year - years + 1}-01-01" <= span[0] <= span[1] <= str(
            day
        )
        assert rows(units, "PRAGMA foreign_key_check") == []


def test_same_seed_and_day_give_the_same_rows(tmp_path):
    found = []
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        with new_units(tmp_path / name) as units:
            DemoService(units, today).build(30, 1, seed)
            found.append(every_row(units, CHANCE))
    assert found[0] == found[1]
    assert found[0] != found[2]


def test_every_contact_passes_the_rules_of_contacts(built):
    units, _counts = built
    contacts = contacts_of(units)
    assert [checked_contact(one) for one in contacts] == contacts


def test_contacts_can_be_reached_by_nobody_real(built):
    units, _counts = built
    contacts = contacts_of(units)
    assert {one.email.rpartition("@")[2] for one in contacts} <= {"", "example.org"}
    assert {one.phone[:8] for one in contacts} <= {"", "01 99 00", "06 39 98"}
    assert all(one.siren.startswith("00") for one in contacts if one.siren)


def test_names_hold_what_french_names_hold(built):
    units, _counts = built
    names = " ".join(one.display_name for one in contacts_of(units))
    for expected in (
        "d'Hautefeuille",
        "L'Hôte",
        "Le Goff-Rivière",
        "Œuvrard",
        "de La Bretonnière",
    ):
        assert expected in names


def test_review_shows_every_kind_of_verdict(built):
    units, _counts = built
    review = ReceiptService(units, today).review(2026)
    reasons = Counter(line.reason for line in review.lines)
    assert review.missing == ()
    assert len(review.of(Verdict.READY)) > 100
    assert set(reasons) >= {
        "address_missing",
        "anonymous",
        "ineligible_counterpart",
        "ineligible_donor_declined",
        "ineligible_on_behalf_of_others",
        "ineligible_sponsoring",
        "outside_receipt",
        "payment_dismissed",
        "payment_to_check",
    }


def test_gifts_without_money_pledges_and_campaigns_are_shown(built):
    units, _counts = built
    natures = dict(rows(units, "SELECT nature, count(*) FROM donation GROUP BY nature"))
    assert natures["waived_expenses"] == 3
    assert natures["in_kind"] == 2
    states = dict(rows(units, "SELECT state, count(*) FROM expense_sheet GROUP BY state"))
    assert states == {"waived": 3, "draft": 1}
    kept = "SELECT count(*), min(pledge_due_on) FROM donation WHERE pledge_id IS NOT NULL"
    assert rows(units, kept) == [(11, "2026-01-05")]
    goals = "SELECT count(*) FROM campaign WHERE goal_cents > 0"
    assert rows(units, goals) == [(2,)]
    assert rows(units, "SELECT count(*) FROM campaign_tier WHERE is_gift = 0") == [(1,)]


def test_one_payment_is_split_between_ticket_and_gift(built):
    units, _counts = built
    split = (
        "SELECT count(*) FROM payment p WHERE p.amount_cents = 4500 AND p.source = 'helloasso'"
        " AND EXISTS (SELECT 1 FROM payment_line WHERE payment_id = p.id"
        " AND kind = 'registration' AND amount_cents = 4000)"
        " AND EXISTS (SELECT 1 FROM payment_line WHERE payment_id = p.id"
        " AND kind = 'gift' AND amount_cents = 500)"
    )
    assert rows(units, split)[0][0] >= 3


def test_december_brings_the_most_gifts(built):
    units, _counts = built
    with units.read() as work:
        months = work.home.gift_year(2025).by_month
    assert max(months) == months[11]


def test_money_comes_for_everything_it_may_come_for(built):
    units, _counts = built
    kinds = {row[0] for row in rows(units, "SELECT DISTINCT kind FROM payment_line")}
    assert {kind.value for kind in LineKind} - kinds <= {"expense", "network_fee"}


def test_books_of_years_that_are_over_are_closed_and_tie(built):
    units, _counts = built
    reports = ReportService(units, today)
    years = FiscalYearService(units, today).list()
    assert [year.is_open for year in years] == [True, False, False]
    for year in years:
        balance = reports.balance(ReportScope(year.id))
        assert balance.totals.is_balanced
        held = {row.number: row.closing.cents for row in balance.rows}
        assert held.get("58", 0) == 0
        assert sum(held[x] for x in held if x[:2] in {"86", "87"}) == 0
        spent = sum(cents for number, cents in held.items() if number[0] == "6")
        earned = -sum(cents for number, cents in held.items() if number[0] == "7")
        assert 0 < spent < earned < 2 * spent


def test_profile_is_complete_with_drawn_images(built):
    units, _counts = built
    profile = AssociationService(units).get()
    assert profile is not None
    assert AssociationService(units).missing_for_receipts() == ()
    assert profile.logo is not None
    assert profile.logo.content.startswith(b"\x89PNG")
    assert profile.signature is not None


def test_profile_that_exists_is_kept(units):
    AssociationService(units).save(PROFILE)
    DemoService(units, today).build(30, 1)
    kept = AssociationService(units).get()
    assert kept is not None
    assert kept.name == PROFILE.name


def test_database_with_contacts_is_refused(units):
    contact = ContactService(units, today).add(NewContact(last_name="Aubry")).value
    ContactService(units, today).archive([contact.id])
    before = every_row(units)
    with pytest.raises(RuleError, match=r"demo\.not_empty"):
        DemoService(units, today).build(30, 1)
    assert every_row(units) == before


@pytest.mark.parametrize(("contacts", "years"), [(0, 3), (10, 0), (2_000_000, 1), (10, 21)])
def test_impossible_size_is_refused(units, contacts, years):
    with pytest.raises(RuleError, match=r"demo\.out_of_range"):
        DemoService(units, today).build(contacts, years)


class StopsAt:
    """Cancels once a number of contacts is written."""

    def __init__(self, limit):
        self.limit = limit

    def advance(self, done, total):
        if done >= self.limit:
            raise JobCancelledError


@pytest.mark.parametrize("limit", [0, 20, 30])
def test_cancel_leaves_nothing(units, limit, monkeypatch):
    monkeypatch.setattr(demo, "STEP", 20)
    before = every_row(units)
    with pytest.raises(JobCancelledError):
        DemoService(units, today).build(30, 1, progress=StopsAt(limit))
    assert every_row(units) == before
    assert OperationService(units).latest() == []


def test_its_books_are_validated_so_that_it_is_not_taken_back(units):
    DemoService(units, today).build(40, 1)
    with pytest.raises(RuleError) as refused:
        OperationService(units).undo()
    assert refused.value.code == "operation.frozen_books"
    with units.read() as work:
        reviews = [review_undo(work, run.id) for run in work.imports.summaries()]
    blockers = [blocker for review in reviews for blocker in review.blockers]
    assert {blocker.code for blocker in blockers} == {"import.of_demonstration"}


def test_small_steps_report_progress_to_the_end(units, monkeypatch):
    seen = []

    class Notes:
        def advance(self, done, total):
            seen.append((done, total))

    monkeypatch.setattr(demo, "STEP", 20)
    DemoService(units, today).build(45, 1, progress=Notes())
    assert [done for done, _total in seen] == [0, 20, 40, 45, 90]
    assert {total for _done, total in seen} == {90}
    with units.read() as work:
        assert work.contacts.count() == 45


def test_nothing_happens_after_today(built):
    units, _counts = built
    assert rows(units, "SELECT max(paid_on) FROM payment")[0][0] <= TODAY.isoformat()


def test_members_stand_in_every_state_but_the_future(built):
    units, _counts = built
    counts = MemberService(units, today).counts()
    assert counts[MemberStatus.UP_TO_DATE] > 200
    assert counts[MemberStatus.LATE] > 20
    assert counts[MemberStatus.LEFT] > 5
    found = MemberService(units, today).sums(MembershipFilter(year=2026))
    assert found.count > 250
    assert 0 < found.remainder.cents < found.paid.cents
    types = {one.content.name: one.count for one in MembershipTypeService(units, today).list()}
    assert len(types) == 5
    assert min(types.values()) > 0


def test_every_fee_settles_a_membership_of_its_payer_and_year(built):
    units, _counts = built
    wrong = (
        "SELECT l.id FROM payment_line l JOIN payment p ON p.id = l.payment_id"
        " LEFT JOIN membership m ON m.id = l.membership_id WHERE l.kind = 'fee'"
        " AND (m.id IS NULL OR m.contact_id <> p.payer_id OR m.fee_cents <> m.paid_cents"
        " OR p.paid_on NOT BETWEEN m.started_on AND m.ended_on)"
    )
    assert rows(units, wrong) == []
    numbers = rows(units, "SELECT number FROM contact WHERE number <> ''")
    assert len(numbers) == len(set(numbers)) > 300
    assert MemberService(units, today).unattached() == []


def test_people_have_households_roles_groups_tags_and_consents(built):
    units, _counts = built
    tables = ("household", "affiliation", "group_member", "contact_tag", "consent", "departure")
    for table in tables:
        assert rows(units, f"SELECT count(*) FROM {table}")[0][0] > 5, table
    found = StatisticsService(units, today).members(2026)
    assert len(found.ages) > 8
    assert found.years[0].count(MemberFigure.RENEWED) > found.years[0].count(
        MemberFigure.JOINED
    )
    check = DatabaseService(units).check()
    assert check.ok, check.findings
