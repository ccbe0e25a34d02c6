"""Use cases around what an association has to do in a year."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.duties import DutyMark, DutyState, MarkState
from coopdesk.domain.duty_rules import (
    NOTE_LIMIT,
    OF_ONE_RECORD,
    checked_own_duty,
    in_order,
    own_id_of,
    state_on,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_days import EventFilter
from coopdesk.domain.events import EventKind
from coopdesk.domain.text import checked_line
from coopdesk.services.duty_assemblies import assembly_duties, decision_duties
from coopdesk.services.duty_books import books_duties
from coopdesk.services.duty_calendar import calendar_of
from coopdesk.services.duty_desk import DutyDesk, assemblies_of
from coopdesk.services.duty_grants import call_duties, grant_duties
from coopdesk.services.duty_house import backup_duties, own_duties, payment_duties
from coopdesk.services.duty_members import member_duties
from coopdesk.services.duty_partners import agreement_duties, commitment_duties, network_duties
from coopdesk.services.duty_receipts import declaration_duties, receipt_duties
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.receipt_counts import ReceiptCounter
from coopdesk.storage.duty_store import duty_rules

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from coopdesk.domain.duties import Duty, DutyYear, NewOwnDuty, OwnDuty
    from coopdesk.services.duty_desk import Provider
    from coopdesk.storage.unit_of_work import Units, Work

    # Within the class, ``all`` and ``own`` are what it does.
    Duties: TypeAlias = list[Duty]

_PROVIDERS: tuple[Provider, ...] = (
    payment_duties,
    backup_duties,
    declaration_duties,
    member_duties,
    books_duties,
    assembly_duties,
    decision_duties,
    agreement_duties,
    commitment_duties,
    network_duties,
    grant_duties,
    call_duties,
    own_duties,
)


class DutyService:
    """What is to be done in the year."""

    def __init__(
        self,
        units: Units,
        today: Callable[[], dt.date],
        receipts: ReceiptCounter | None = None,
    ) -> None:
        self._units = units
        self._today = today
        self._receipts = receipts or ReceiptCounter(units)

    def all(
        self,
        day: dt.date | None = None,
        *,
        with_done: bool = False,
        with_receipts: bool = True,
    ) -> Duties:
        """Return what is to be done as of a day (today): late, soon, later; by day.

        Done ones only when asked for. Receipts to issue are counted gift by gift: a window
        leaves them out here, and counts them part by part (``HomeService.receipt_part``).
        """
        on = day or self._today()
        found = list(receipt_duties(self._receipts, on.year)) if with_receipts else []
        with self._units.read() as work:
            desk = _desk(work, on)
            found += chain.from_iterable(provider(desk) for provider in _PROVIDERS)
            told = _told(work, found, on)
        return in_order(x for x in told if with_done or x.state is not DutyState.DONE)

    def calendar(self, year: int) -> DutyYear:
        """Return the yearly calendar: every duty of the reference and our own, by month."""
        on = self._today()
        with self._units.read() as work:
            desk = _desk(work, on)
            pressing = list(chain.from_iterable(provider(desk) for provider in _PROVIDERS))
            found = calendar_of(desk, year, duty_rules(), _told(work, pressing, on))
            months = tuple(
                replace(one, duties=tuple(_sourced(work, one.duties))) for one in found.months
            )
            return replace(found, months=months, whenever=tuple(_sourced(work, found.whenever)))

    # what a person says of them

    def mark(
        self, code: str, period: str, state: MarkState, note: str = ""
    ) -> Outcome[DutyMark]:
        """Say that a duty was done for a period, or that it does not concern us.

        A duty of the calendar then never does, whatever the period; one about a record of the
        file (``OF_ONE_RECORD``) does not for this record.

        Raises:
            RuleError: ``duty.unknown``; ``duty.own_concerns_us``: remove a date of our own
                instead; ``duty.record_missing``: of which record is not said;
                ``text.too_long``. NotFoundError: a date of our own is gone.
        """
        cleaned = checked_line(note, "note", NOTE_LIMIT)
        is_of_one = code in OF_ONE_RECORD
        if is_of_one and not period:
            raise RuleError("duty.record_missing")
        never = state is MarkState.NOT_OURS
        which = period if is_of_one or not never else ""
        mark = DutyMark(code, which, state, self._today(), cleaned)
        with self._units.write("duty.marked", code=code) as work:
            _check_to_mark(work, code, never=never)
            _name(work, code)
            work.duties.mark(mark)
            work.commit()
        return changed(mark, Subject.DUTIES)

    def unmark(self, code: str, period: str) -> Outcome[None]:
        """Forget what was said of a duty; without a period, that it never concerns us.

        Raises:
            RuleError: ``duty.not_marked``.
        """
        with self._units.write("duty.unmarked", code=code) as work:
            if not work.duties.unmark(code, period):
                raise RuleError("duty.not_marked")
            _name(work, code)
            work.commit()
        return changed(None, Subject.DUTIES)

    def marks(self) -> list[DutyMark]:
        """Return what was said of duties, the last first."""
        with self._units.read() as work:
            return work.duties.marks()

    # dates of our own

    def own(self) -> list[OwnDuty]:
        """Return the dates of our own, by day."""
        with self._units.read() as work:
            return work.duties.own()

    def get_own(self, own_id: int) -> OwnDuty:
        """Return one date of our own; raises NotFoundError."""
        with self._units.read() as work:
            return work.duties.get_own(own_id)

    def add_own(self, new: NewOwnDuty) -> Outcome[OwnDuty]:
        """Record a date to keep in mind.

        Raises:
            RuleError: ``duty.title_missing``, ``duty.day_out_of_range``,
                ``duty.wrong_repeat``, ``text.too_long``. FieldErrors: several are.
        """
        cleaned = checked_own_duty(new)
        with self._units.write("duty.own_added", title=cleaned.title) as work:
            made = work.duties.get_own(work.duties.add_own(cleaned))
            work.commit()
        return changed(made, Subject.DUTIES)

    def change_own(self, own_id: int, new: NewOwnDuty) -> Outcome[OwnDuty]:
        """Replace a date of our own; raises as ``add_own``, or NotFoundError."""
        cleaned = checked_own_duty(new)
        with self._units.write("duty.own_changed", title=cleaned.title) as work:
            work.duties.get_own(own_id)
            work.duties.change_own(own_id, cleaned)
            made = work.duties.get_own(own_id)
            work.commit()
        return changed(made, Subject.DUTIES)

    def remove_own(self, own_id: int) -> Outcome[OwnDuty]:
        """Remove a date of our own with what was done of it; raises NotFoundError."""
        with self._units.write("duty.own_removed") as work:
            known = work.duties.get_own(own_id)
            work.recorder.relabel(title=known.content.title)
            work.duties.remove_own(own_id)
            work.commit()
        return changed(known, Subject.DUTIES)


def _desk(work: Work, day: dt.date) -> DutyDesk:
    lines = work.event_list.lines(EventFilter(kind=EventKind.ASSEMBLY), day)
    return DutyDesk(work, day, work.legal.figures(), assemblies_of(lines))


def _told(work: Work, duties: Iterable[Duty], day: dt.date) -> Duties:
    """Say how pressing each duty is, and who says that it is one."""
    return [
        one
        if one.state is DutyState.DONE or one.due_on is None
        else replace(one, state=state_on(one.due_on, day))
        for one in _sourced(work, duties)
    ]


def _sourced(work: Work, duties: Iterable[Duty]) -> Duties:
    """Add the source of each duty; one that a person marked is done."""
    rules = {rule.code: rule for rule in duty_rules()}
    marks = {(mark.code, mark.period) for mark in work.duties.marks()}
    found = []
    for one in duties:
        is_done = bool(marks.intersection({(one.code, one.period), (one.code, "")}))
        rule = rules.get(one.code)
        found.append(
            replace(
                one,
                state=DutyState.DONE if is_done else one.state,
                source="" if rule is None else rule.source,
                confidence="" if rule is None else rule.confidence.value,
            )
        )
    return found


def _name(work: Work, code: str) -> None:
    """Say in the journal which date of our own is meant: its code tells nobody."""
    own_id = own_id_of(code)
    if own_id is not None:
        work.recorder.relabel(title=work.duties.get_own(own_id).content.title)


def _check_to_mark(work: Work, code: str, *, never: bool) -> None:
    own_id = own_id_of(code)
    if own_id is not None:
        work.duties.get_own(own_id)
        if never:
            raise RuleError("duty.own_concerns_us")
        return
    if code not in OF_ONE_RECORD.union(rule.code for rule in duty_rules()):
        raise RuleError("duty.unknown", name=code)
