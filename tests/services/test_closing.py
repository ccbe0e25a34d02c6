"""Closing a year: what holds it up, what passes to the next, and the trace it leaves."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from coopdesk.domain.closing import ClosingCheck
from coopdesk.domain.dedicated_funds import FundKind, NewFund
from coopdesk.domain.entries import NO_SOURCE, EntryKind, EntryState
from coopdesk.domain.errors import RuleError
from coopdesk.domain.fiscal_years import YearEventKind
from coopdesk.domain.fixed_assets import NewFixedAsset
from coopdesk.domain.grants import NewGrantAward
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.volunteering import NewTime
from coopdesk.domain.year_openings import Allocation
from coopdesk.services.board_notes import read_notes
from coopdesk.services.closing import ClosingService
from coopdesk.services.contacts import ContactService
from coopdesk.services.dedicated_funds import DedicatedFundService
from coopdesk.services.donations import DonationService
from coopdesk.services.fixed_assets import FixedAssetService
from coopdesk.services.grants import GrantService
from coopdesk.services.operations import OperationService
from coopdesk.services.report_reading import read_balance
from coopdesk.services.reports import ReportService
from coopdesk.services.volunteering import VolunteeringService
from coopdesk.wording.closing import check_text
from coopdesk.wording.errors import error_text
from coopdesk.wording.operations import operation_text
from tests.building import gift, new_units, person, today
from tests.services.book_office import Books, credit, debit, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.domain.closing import CheckResult, ClosingReview
    from coopdesk.storage.unit_of_work import Units

LAST_YEAR = dt.date(2025, 6, 15)


class Office(Books):
    """The books with a year to close: 2025, while today lies in 2026."""

    def __init__(self, units: Units) -> None:
        super().__init__(units)
        self.closing = ClosingService(units, today)
        self.reports = ReportService(units, today)
        self.old = self.years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31)).value
        self.years.open_next()

    def booked(self, cents: int = 10_000, **more: Any) -> int:
        return self.validated(cents=cents, day=LAST_YEAR, **more)

    def new(self) -> int:
        return self.years.named("2026").id

    def balances(self, year_id: int, *, opening: bool = False) -> dict[str, int]:
        rows = self.reports.balance(ReportScope(year_id, with_drafts=False)).rows
        of = [(row.number, row.opening if opening else row.closing) for row in rows]
        return {number: amount.cents for number, amount in of if amount}

    def found(self, check: ClosingCheck) -> CheckResult:
        return _of(self.closing.review(self.old.id), check)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with new_units(tmp_path / "a.coopdesk") as units:
        yield Office(units)


def _of(review: ClosingReview, check: ClosingCheck) -> CheckResult:
    return next(each for each in review.checks if each.check is check)


def refused(review: ClosingReview) -> list[ClosingCheck]:
    return [each.check for each in review.blocking]


def test_closing_opens_the_next_year_with_the_balances_and_the_result(office: Office) -> None:
    office.booked(10_000)
    office.booked(2_500, to="6061", of="5121")
    done = office.closing.close(office.old.id).value
    assert not done.year.is_open
    assert office.balances(office.new(), opening=True) == {"5121": 7_500, "120": -7_500}
    opening = office.entries.get(done.entry_id or 0)
    assert (opening.content.kind, opening.content.journal) == (EntryKind.OPENING, "AN")
    assert opening.content.entry_on == dt.date(2026, 1, 1)
    assert opening.state is EntryState.VALIDATED
    assert office.is_whole()


def test_event_keeps_totals_and_the_head_of_the_chain(office: Office) -> None:
    office.booked(10_000)
    before = office.closing.review(office.old.id)
    office.closing.close(office.old.id, "avant l’assemblée")
    [event] = office.closing.history(office.old.id)
    assert (event.kind, event.reason, event.made_by) == (
        YearEventKind.CLOSED,
        "avant l’assemblée",
        "Camille",
    )
    assert (event.entry_count, event.head_hash) == (1, before.head_hash)
    assert event.result == Money(10_000)


def test_year_with_drafts_is_not_closed_and_says_so(office: Office) -> None:
    office.booked()
    draft = office.record(day=LAST_YEAR)
    assert refused(office.closing.review(office.old.id)) == [ClosingCheck.DRAFTS]
    with pytest.raises(RuleError) as caught:
        office.closing.close(office.old.id)
    assert "1 brouillon" in error_text(caught.value)
    office.entries.remove([draft])
    assert office.closing.review(office.old.id).can_close


def test_closed_year_takes_no_entry_and_cannot_be_closed_again(office: Office) -> None:
    office.booked()
    office.closing.close(office.old.id)
    with pytest.raises(RuleError, match="is_closed"):
        office.record(day=LAST_YEAR)
    with pytest.raises(RuleError, match="closed_already"):
        office.closing.close(office.old.id)
    assert office.operations.state().undo is None or office.operations.state().undo.frozen


def test_years_close_one_after_the_other_and_not_before_they_end(office: Office) -> None:
    office.booked()
    office.validated(cents=500)
    assert set(refused(office.closing.review(office.new()))) == {
        ClosingCheck.YEAR_OVER,
        ClosingCheck.YEAR_BEFORE,
    }


def test_reversal_that_a_person_removed_is_asked_for_before_the_next_closing(
    office: Office,
) -> None:
    office.booked(lines=(debit("486", 300), credit("6061", 300)), reverses_next=True)
    office.closing.close(office.old.id)
    review = office.closing.review(office.new())
    assert _of(review, ClosingCheck.REVERSALS).is_passed
    office.entries.remove(office.entries.ids(_drafts(office.new())))
    found = _of(office.closing.review(office.new()), ClosingCheck.REVERSALS)
    assert (found.is_passed, found.count, found.year) == (False, 1, "2025")
    assert check_text(found)


def test_third_parties_keep_what_they_owe(office: Office) -> None:
    one = ContactService(office.units, today).add(person()).value.id
    lines = (debit("4681", 700, contact_id=one), credit("7561", 700))
    office.validated(entry(day=LAST_YEAR, lines=lines))
    done = office.closing.close(office.old.id).value
    opening = office.entries.get(done.entry_id or 0)
    assert {(x.content.account, x.content.contact_id) for x in opening.lines} == {
        ("4681", one),
        ("120", None),
    }


def test_what_is_to_be_reversed_becomes_a_draft_of_the_next_year(office: Office) -> None:
    office.booked(lines=(debit("486", 300), credit("6061", 300)), reverses_next=True)
    done = office.closing.close(office.old.id).value
    assert done.reversals == 1
    drafts = office.entries.get_many(office.entries.ids(_drafts(office.new())))
    [draft] = [each for each in drafts if each.content.kind is EntryKind.REVERSAL]
    assert draft.state is EntryState.DRAFT
    assert [(x.content.account, x.content.signed.cents) for x in draft.lines] == [
        ("486", -300),
        ("6061", 300),
    ]


def test_reopening_reverses_the_opening_and_tells_why(office: Office) -> None:
    office.booked(10_000)
    office.booked(lines=(debit("486", 300), credit("6061", 300)), reverses_next=True)
    office.closing.close(office.old.id)
    done = office.closing.reopen(office.old.id, "facture oubliée").value
    assert done.year.is_open
    assert office.balances(office.new()) == {}
    assert office.entries.ids(_drafts(office.new())) == []
    assert [event.kind for event in office.closing.history(office.old.id)] == [
        YearEventKind.CLOSED,
        YearEventKind.REOPENED,
    ]
    assert done.event.reason == "facture oubliée"
    assert done.event.entry_id == done.entry_id
    assert office.is_whole()


def test_second_closing_carries_what_was_added_meanwhile(office: Office) -> None:
    office.booked(10_000)
    office.closing.close(office.old.id)
    office.closing.reopen(office.old.id, "facture oubliée")
    office.booked(4_000, to="6061", of="5121")
    office.closing.close(office.old.id)
    assert office.balances(office.new(), opening=True) == {"5121": 6_000, "120": -6_000}
    assert office.closing.review(office.new()).checks
    assert office.is_whole()


def test_reopening_wants_a_reason_and_the_next_year_open(office: Office) -> None:
    office.booked()
    with pytest.raises(RuleError, match="not_closed"):
        office.closing.reopen(office.old.id, "parce que")
    office.closing.close(office.old.id)
    with pytest.raises(RuleError, match="reason_missing"):
        office.closing.reopen(office.old.id, "  ")


def test_provisional_opening_is_one_draft_that_follows_the_books(office: Office) -> None:
    office.booked(10_000)
    first = office.closing.refresh_opening(office.old.id).value
    assert first is not None
    assert first.state is EntryState.DRAFT
    office.record(cents=500, day=LAST_YEAR)
    second = office.closing.refresh_opening(office.old.id).value
    assert second is not None
    assert (second.id, second.content.debit) == (first.id, Money(10_500))
    assert office.entries.validate(None, office.new()).value == 0
    office.entries.validate(None, office.old.id)
    done = office.closing.close(office.old.id).value
    assert done.entry_id != first.id
    assert office.entries.ids(_drafts(office.new())) == []


def test_provisional_opening_that_opens_its_year_is_told_by_name(office: Office) -> None:
    office.booked(10_000)
    office.closing.refresh_opening(office.years.named("2026").id)
    (told,) = OperationService(office.units).latest(1)
    assert operation_text(told) == "à-nouveaux provisoires après 2026"


def test_opening_that_somebody_validated_holds_the_closing_up(office: Office) -> None:
    office.booked(10_000)
    provisional = office.closing.refresh_opening(office.old.id).value
    assert provisional is not None
    typed = office.validated(replace(provisional.content, source=NO_SOURCE))
    assert refused(office.closing.review(office.old.id)) == [ClosingCheck.NEXT_OPENING]
    with pytest.raises(RuleError, match="next_opening"):
        office.closing.refresh_opening(office.old.id)
    back = office.entries.reverse(typed, dt.date(2026, 1, 1)).value
    office.entries.validate([back.id])
    office.closing.close(office.old.id)
    assert office.balances(office.new(), opening=True) == {"5121": 10_000, "120": -10_000}


def test_year_opened_before_a_closed_one_waits_for_it(office: Office) -> None:
    office.booked()
    office.closing.close(office.old.id)
    earlier = office.years.open(dt.date(2024, 1, 1), dt.date(2024, 12, 31)).value.id
    office.validated(day=dt.date(2024, 5, 5))
    review = office.closing.review(earlier)
    assert refused(review) == [ClosingCheck.NEXT_OPENING]
    assert check_text(review.blocking[0]) == "2025 est déjà clôturé\u00a0: rouvrez-le d’abord."
    with pytest.raises(RuleError, match="next_is_closed"):
        office.closing.refresh_opening(earlier)
    office.closing.reopen(office.old.id, "un exercice plus ancien")
    office.closing.close(earlier)
    office.closing.close(office.old.id)
    assert office.is_whole()


def test_year_without_entries_closes_and_hands_nothing_on(office: Office) -> None:
    done = office.closing.close(office.old.id).value
    assert done.entry_id is None
    office.closing.reopen(office.old.id, "trop tôt")
    assert office.years.get(office.old.id).is_open


def test_allocation_empties_120_and_is_told_once(office: Office) -> None:
    office.booked(10_000)
    office.closing.close(office.old.id)
    some = Allocation(Money(4_000), Money(6_000))
    made = office.closing.allocate(office.old.id, some, dt.date(2026, 4, 12)).value
    assert made.content.kind is EntryKind.ALLOCATION
    assert office.balances(office.new()) == {"110": -6_000, "1068": -4_000, "5121": 10_000}
    with pytest.raises(RuleError, match="allocated"):
        office.closing.allocate(office.old.id, some, dt.date(2026, 4, 12))
    with pytest.raises(RuleError, match="allocated_reopen"):
        office.closing.reopen(office.old.id, "trop tard")
    assert office.closing.to_allocate(office.old.id).entry_id == made.id
    assert office.closing.history(office.old.id)[-1].kind is YearEventKind.ALLOCATED


def test_result_leaves_120_though_it_was_divided_since(office: Office) -> None:
    office.booked(10_000)
    office.chart.add("1201", "Résultat de la buvette")
    office.closing.close(office.old.id)
    office.closing.allocate(office.old.id, Allocation(Money(10_000)), dt.date(2026, 4, 12))
    assert office.balances(office.new()) == {"1068": -10_000, "5121": 10_000}


def test_closing_without_an_open_journal_says_which_to_open(office: Office) -> None:
    office.booked(10_000)
    for code in ("AN", "OD"):
        office.chart.change_journal(code, is_open=False)
    with pytest.raises(RuleError, match=r"journal\.none_open"):
        office.closing.close(office.old.id)
    assert office.years.get(office.old.id).is_open


def test_reversed_allocation_can_be_decided_again(office: Office) -> None:
    office.booked(10_000)
    office.closing.close(office.old.id)
    day = dt.date(2026, 4, 12)
    made = office.closing.allocate(office.old.id, Allocation(ZERO, Money(10_000)), day).value
    back = office.entries.reverse(made.id, day).value
    office.entries.validate([back.id])
    office.closing.allocate(office.old.id, Allocation(Money(10_000), ZERO), day)
    assert office.balances(office.new()) == {"1068": -10_000, "5121": 10_000}


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (dt.date(2025, 12, 31), "decided_too_early"),
        (dt.date(2026, 12, 1), "decided_in_future"),
    ],
)
def test_assembly_decides_after_the_year_and_not_in_the_future(
    office: Office, day: dt.date, code: str
) -> None:
    office.booked(10_000)
    office.closing.close(office.old.id)
    with pytest.raises(RuleError, match=code):
        office.closing.allocate(office.old.id, Allocation(ZERO, Money(10_000)), day)


def test_opening_for_the_time_being_is_never_validated(office: Office) -> None:
    office.booked(10_000)
    draft = office.closing.refresh_opening(office.old.id).value
    assert draft is not None
    other = office.entries.record(entry(700)).value
    assert office.entries.to_validate(fiscal_year_id=office.new()) == [other.id]
    with pytest.raises(RuleError, match="is_provisional"):
        office.entries.validate([draft.id])
    assert office.entries.validate([draft.id, other.id]).value == 1
    office.closing.close(office.old.id)


def test_review_counts_what_is_not_reconciled_or_booked(office: Office) -> None:
    office.booked(10_000)
    donor = ContactService(office.units, today).add(person()).value.id
    DonationService(office.units, today).record(gift(donor, day=LAST_YEAR))
    assert office.found(ClosingCheck.UNRECONCILED).count == 1
    unbooked = office.found(ClosingCheck.NOT_BOOKED)
    assert unbooked.count == 1
    assert check_text(unbooked) == "1 règlement de l’exercice n’est pas dans les comptes."
    unproved = office.found(ClosingCheck.VOUCHERS)
    assert check_text(unproved) == "1 écriture n’a pas de justificatif : joignez-le."
    assert office.closing.review(office.old.id).can_close


def test_gifts_that_call_for_an_auditor_are_told_to_who_closes_and_to_the_board(
    office: Office,
) -> None:
    office.booked(15_300_001)
    told = check_text(office.found(ClosingCheck.AUDIT))
    assert "commissaire aux comptes" in told
    with office.units.read() as work:
        balance = read_balance(work, ReportScope(office.old.id))
        notes = dict(read_notes(work, balance))
    assert notes["Ce que la loi demande"] == told
    assert office.closing.review(office.old.id).can_close


def test_changed_entry_is_found_by_its_link(office: Office) -> None:
    office.booked(10_000)
    office.booked(20_000)
    with office.units.database.writing() as connection:
        connection.execute(text("DROP TRIGGER entry_no_update"))
        connection.execute(text("UPDATE entry SET label = 'autre' WHERE number = 2"))
        connection.commit()
    broken = office.found(ClosingCheck.CHAIN)
    assert (broken.is_blocking, broken.count) == (True, 2)


def _drafts(year_id: int) -> Any:
    from coopdesk.domain.entries import EntryFilter

    return EntryFilter(fiscal_year_id=year_id, state=EntryState.DRAFT)


def test_year_end_that_nobody_wrote_is_told_until_it_is_written(office: Office) -> None:
    office.booked(120_000, to="2183", of="5121", voucher_ref="F1")
    assets = FixedAssetService(office.units, today)
    assets.add(NewFixedAsset("Four", "2183", Money(120_000), LAST_YEAR, 36))
    grants = GrantService(office.units, today)
    days = {"starts_on": LAST_YEAR, "ends_on": dt.date(2026, 6, 14)}
    grants.notify(NewGrantAward("Ville", Money(36_500), LAST_YEAR, **days))
    funds = DedicatedFundService(office.units, today)
    funds.add(NewFund("Toit", FundKind.GENEROSITY, LAST_YEAR, Money(500)))
    assert office.found(ClosingCheck.FUND_TABLE).is_passed
    time = VolunteeringService(office.units, today)
    time.log(NewTime(LAST_YEAR, 90))
    wanted = (
        (ClosingCheck.DEPRECIATION, lambda: assets.book_year(office.old.id)),
        (ClosingCheck.GRANTS, lambda: grants.book_year(office.old.id)),
        (ClosingCheck.FUND_REPORTS, lambda: funds.book_year(office.old.id)),
        (ClosingCheck.GIVEN, lambda: time.book(LAST_YEAR, LAST_YEAR)),
    )
    for check, cure in wanted:
        found = office.found(check)
        assert (found.is_passed, found.is_blocking, found.count) == (False, False, 1)
        assert check_text(found)
        cure()
        assert office.found(check).is_passed
    untied = office.found(ClosingCheck.FUND_TABLE)
    assert (untied.is_passed, untied.amount, untied.expected) == (False, Money(500), ZERO)
    office.entries.validate()
    assert office.found(ClosingCheck.FUND_TABLE).is_passed
    # The letter of the grant is missing; plans and notes are vouchers themselves.
    assert office.found(ClosingCheck.VOUCHERS).count == 1
