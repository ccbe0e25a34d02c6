"""Use cases around the end of a fiscal year: review, close, reopen, allocate its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.year_closing_pdf import draw_year_closing
from coopdesk.domain.closing import AllocationState, ClosingDone, YearSheet
from coopdesk.domain.closing_review import review_books
from coopdesk.domain.entries import EntryForm, EntryKind, NewEntry
from coopdesk.domain.errors import RuleError
from coopdesk.domain.fiscal_years import YearEventKind, YearState
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.money import ZERO
from coopdesk.domain.text import checked_line
from coopdesk.domain.year_openings import (
    CARRIED_DEFICIT,
    CARRIED_SURPLUS,
    RESERVES,
    allocation_lines,
    class_sums,
    result_of,
)
from coopdesk.services.closing_reading import read_books, year_after, year_sums
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.paper_house import house_of
from coopdesk.services.saving import save
from coopdesk.services.year_turning import (
    drop_provisional,
    hand_on,
    opened_next,
    prepare_reversals,
    refresh_provisional,
    take_back,
    validated,
)
from coopdesk.storage.fiscal_year_store import NewYearEvent
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.closing import ClosingReview
    from coopdesk.domain.entries import Entry
    from coopdesk.domain.fiscal_years import FiscalYear, YearEvent
    from coopdesk.domain.money import Money
    from coopdesk.domain.year_openings import Allocation
    from coopdesk.storage.unit_of_work import Units, Work

_REASON_LIMIT = 200
_SUBJECTS = (Subject.FISCAL_YEARS, Subject.ENTRIES)


class ClosingService:
    """Lead a year to its end and into the next; nothing is validated that nobody saw."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def review(self, fiscal_year_id: int) -> ClosingReview:
        """Return every check of a year with its figure, and what closing would fix.

        The chain is followed link by link: a second for 50 000 entries.

        Raises:
            NotFoundError: ``year.missing``.
        """
        with self._units.read() as work:
            year = work.fiscal_years.get(fiscal_year_id)
            return review_books(read_books(work, year, self._today()))

    def close(self, fiscal_year_id: int, reason: str = "") -> Outcome[ClosingDone]:
        """Close a year for good and open the next with its balances (PCG art. 1031-4).

        The opening entry is validated, the provisional one goes; entries that are to be
        reversed then become drafts of the next year. ``reason`` is a remark for the trace.

        Raises:
            RuleError: ``closing.closed_already``, ``closing.blocked`` with ``checks``, those
                that hold it up. NotFoundError: ``year.missing``.
        """
        said = checked_line(reason, "reason", _REASON_LIMIT)
        with self._units.write("year.closed") as work:
            year = work.fiscal_years.get(fiscal_year_id)
            work.recorder.relabel(name=year.label)
            review = review_books(read_books(work, year, self._today()))
            _refuse_closing(review)
            after = opened_next(work, year)
            drop_provisional(work, after)
            opening = hand_on(work, year, after, self._units.now())
            event = self._event(YearEventKind.CLOSED, said, review.result, opening)
            event.totals.update(_totals(review))
            work.fiscal_years.add_event(year.id, event)
            work.fiscal_years.set_state(year.id, YearState.CLOSED)
            reversals = prepare_reversals(work, year, after)
            done = _done(work, year, opening, reversals)
            work.commit()
        return changed(done, *_SUBJECTS)

    def reopen(self, fiscal_year_id: int, reason: str) -> Outcome[ClosingDone]:
        """Open a closed year again: the opening of the next year is reversed, for all to see.

        Reversals that its closing prepared and nobody validated go.

        Raises:
            RuleError: ``closing.reason_missing``, ``closing.not_closed``,
                ``closing.next_is_closed``, ``closing.allocated``.
            NotFoundError: ``year.missing``.
        """
        said = checked_line(reason, "reason", _REASON_LIMIT)
        if not said:
            raise RuleError("closing.reason_missing", field="reason")
        with self._units.write("year.reopened", reason=said) as work:
            year = work.fiscal_years.get(fiscal_year_id)
            work.recorder.relabel(name=year.label)
            after = year_after(work, year)
            _refuse_reopening(work, year, after)
            taken = self._take_opening_back(work, year, after, said)
            result = result_of(year_sums(work, year))
            event = self._event(YearEventKind.REOPENED, said, result, taken)
            work.fiscal_years.add_event(year.id, event)
            work.fiscal_years.set_state(year.id, YearState.OPEN)
            done = _done(work, year, taken)
            work.commit()
        return changed(done, *_SUBJECTS)

    def refresh_opening(self, fiscal_year_id: int) -> Outcome[Entry | None]:
        """Write or renew the draft that opens the next year while this one is still open.

        None when there is nothing to hand on.

        Raises:
            RuleError: ``closing.closed_already``, ``closing.next_opening``,
                ``closing.unbalanced``. NotFoundError: ``year.missing``.
        """
        with self._units.write("year.provisional_opening") as work:
            year = work.fiscal_years.get(fiscal_year_id)
            if not year.is_open:
                raise RuleError("closing.closed_already", label=year.label)
            work.recorder.relabel(name=year.label)
            after = opened_next(work, year)
            standing = work.closing.standing_openings(after.id)
            if standing:
                count = len(standing)
                raise RuleError("closing.next_opening", label=after.label, count=count)
            draft = refresh_provisional(work, year, after)
            entry = None if draft is None else work.entries.get(draft)
            work.commit()
        return changed(entry, *_SUBJECTS)

    def to_allocate(self, fiscal_year_id: int) -> AllocationState:
        """Return the result of a closed year and what reserves and former results hold.

        Raises:
            RuleError: ``closing.not_closed``. NotFoundError: ``year.missing``.
        """
        with self._units.read() as work:
            year = work.fiscal_years.get(fiscal_year_id)
            if year.is_open:
                raise RuleError("closing.not_closed", label=year.label)
            return _allocation_state(work, year)

    @in_french()
    def allocate(
        self, fiscal_year_id: int, allocation: Allocation, decided_on: dt.date
    ) -> Outcome[Entry]:
        """Book where the assembly put the result of a closed year, validated at once.

        Raises:
            RuleError: ``closing.not_closed``, ``closing.allocated``,
                ``closing.decided_too_early``, ``closing.decided_in_future``; what
                ``allocation_lines`` and the books refuse. NotFoundError: ``year.missing``.
        """
        with self._units.write("year.allocated") as work:
            year = work.fiscal_years.get(fiscal_year_id)
            work.recorder.relabel(name=year.label)
            self._check_decision(work, year, decided_on)
            state = _allocation_state(work, year, decided_on)
            new = NewEntry(
                journal=work.journals.of_kind(JournalKind.MISC).code,
                entry_on=decided_on,
                label=_("Allocation of the result of {year}").format(year=year.label),
                lines=allocation_lines(state.result, allocation, state.standing),
                kind=EntryKind.ALLOCATION,
                form=EntryForm.AUTOMATIC,
            )
            entry_id = validated(work, new, self._units.now())
            event = self._event(YearEventKind.ALLOCATED, "", state.result, entry_id)
            event.totals["reserves"] = allocation.to_reserves.cents
            event.totals["carried_forward"] = allocation.to_carried_forward.cents
            work.fiscal_years.add_event(year.id, event)
            entry = work.entries.get(entry_id)
            work.commit()
        return changed(entry, *_SUBJECTS)

    def history(self, fiscal_year_id: int) -> tuple[YearEvent, ...]:
        """Return what was decided about a year, the first first."""
        with self._units.read() as work:
            return tuple(work.fiscal_years.events(fiscal_year_id))

    def sheet(self, fiscal_year_id: int) -> YearSheet:
        """Return what the closing sheet of a year says now; raises NotFoundError."""
        with self._units.read() as work:
            year = work.fiscal_years.get(fiscal_year_id)
            books = read_books(work, year, self._today())
            events = tuple(work.fiscal_years.events(year.id))
        classes = class_sums(books.sums)
        return YearSheet(year, self._today(), review_books(books), classes, events)

    def write_sheet(self, fiscal_year_id: int, path: Path) -> Path:
        """Write the sheet that closes a year: result, totals, checks, end of the chain.

        Raises:
            RuleError: ``paper.no_association``. ExternalError: the disk is in the way.
        """
        with self._units.read() as work:
            association = house_of(work)
        return save(path, draw_year_closing(self.sheet(fiscal_year_id), association))

    def _event(
        self, kind: YearEventKind, reason: str, result: Money, entry_id: int | None
    ) -> NewYearEvent:
        author, now = self._units.author, self._units.now()
        return NewYearEvent(kind, now, author, reason, result, entry_id=entry_id)

    def _take_opening_back(
        self, work: Work, year: FiscalYear, after: FiscalYear | None, reason: str
    ) -> int | None:
        if after is None:
            return None
        work.entries.remove(work.closing.reversals_in_draft(after.id, year.id))
        opening = work.closing.last_entry(year.id, YearEventKind.CLOSED)
        if opening is None:
            return None
        return take_back(work, opening, after, self._units.now(), reason)

    def _check_decision(self, work: Work, year: FiscalYear, decided_on: dt.date) -> None:
        if year.is_open:
            raise RuleError("closing.not_closed", label=year.label)
        if decided_on <= year.ends_on:
            day = year.ends_on
            raise RuleError("closing.decided_too_early", day=day, field="decided_on")
        if decided_on > self._today():
            raise RuleError("closing.decided_in_future", day=decided_on, field="decided_on")
        if work.closing.last_entry(year.id, YearEventKind.ALLOCATED) is not None:
            raise RuleError("closing.allocated", label=year.label)


def _refuse_closing(review: ClosingReview) -> None:
    if not review.year.is_open:
        raise RuleError("closing.closed_already", label=review.year.label)
    if review.blocking:
        raise RuleError("closing.blocked", label=review.year.label, checks=review.blocking)


def _refuse_reopening(work: Work, year: FiscalYear, after: FiscalYear | None) -> None:
    if year.is_open:
        raise RuleError("closing.not_closed", label=year.label)
    if after is not None and not after.is_open:
        raise RuleError("closing.next_is_closed", label=after.label)
    if work.closing.last_entry(year.id, YearEventKind.ALLOCATED) is not None:
        raise RuleError("closing.allocated_reopen", label=year.label)


def _totals(review: ClosingReview) -> dict[str, int]:
    return {
        "debit": review.debit.cents,
        "credit": review.credit.cents,
        "assets": review.statements.assets.cents,
        "liabilities": review.statements.liabilities.cents,
    }


def _done(
    work: Work, year: FiscalYear, entry_id: int | None, reversals: int = 0
) -> ClosingDone:
    event = work.fiscal_years.events(year.id)[-1]
    return ClosingDone(work.fiscal_years.get(year.id), event, entry_id, reversals)


def _allocation_state(
    work: Work, year: FiscalYear, day: dt.date | None = None
) -> AllocationState:
    """Return the result of a year, and what stands where it may go in the year of a day."""
    after = work.fiscal_years.holding(day) if day else year_after(work, year)
    standing: dict[str, Money] = {}
    for each in year_sums(work, after) if after else ():
        if each.account in {RESERVES, CARRIED_SURPLUS, CARRIED_DEFICIT}:
            standing[each.account] = standing.get(each.account, ZERO) + each.closing
    done = work.closing.last_entry(year.id, YearEventKind.ALLOCATED)
    return AllocationState(year, result_of(year_sums(work, year)), standing, done)
