"""Proves bank statements: each in itself, each with those before it, and line by line."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from coopdesk.domain.bank_proofs import (
    Anchor,
    BankProof,
    DayMove,
    KnownLine,
    KnownStatement,
    ProofStep,
    StatementProof,
    StepKind,
)
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class _Moved:
    """What all lines up to a day add up to, from what each day moved."""

    def __init__(self, moves: Iterable[DayMove]) -> None:
        ordered = sorted(moves)
        self._days = [day for day, _cents in ordered]
        self._sums = list(accumulate((cents for _day, cents in ordered), initial=0))

    def until(self, day: dt.date) -> Money:
        """Return the sum of the lines up to the end of a day."""
        return Money(self._sums[bisect_right(self._days, day)])

    def balance(self, anchor: Anchor, day: dt.date) -> Money:
        """Return the balance at the end of a day, counted from a known one."""
        return anchor.balance + self.until(day) - self.until(anchor.day)


def in_order(statements: Iterable[KnownStatement]) -> list[KnownStatement]:
    """Return statements in the order of the days on which they begin, then end."""

    def key(one: KnownStatement) -> tuple[dt.date, dt.date, bool, int]:
        end = one.ends_on or dt.date.min
        return (one.first_on or end, end, one.id <= 0, abs(one.id))

    return sorted(statements, key=key)


def prove_statements(
    statements: Iterable[KnownStatement],
    moves: Iterable[DayMove],
    account: tuple[int, str],
) -> list[StatementProof]:
    """Return the proof of each statement of an account, in the order of their days.

    ``account`` is its id and name, ``moves`` the cents that its lines moved by day. What
    earlier statements say is carried by the recorded lines to the moment at which a statement
    begins, or ends where it tells no opening balance.
    """
    moved = _Moved(moves)
    anchors: list[Anchor] = []
    told: set[Anchor] = set()
    found = []
    for one in in_order(statements):
        before, gap = _tied_to(one, anchors, moved)
        if gap and _ends_as_told(one, told, moved):
            gap = Money(0)
        found.append(
            StatementProof(
                id=one.id,
                bank_account_id=account[0],
                account_name=account[1],
                run_id=one.run_id,
                file_name=one.file_name,
                file_format=one.file_format,
                reference=one.reference,
                line_count=one.line_count,
                moved=one.moved,
                first_on=one.first_on,
                last_on=one.last_on,
                opening=one.opening,
                opening_on=one.opening_on,
                closing=one.closing,
                closing_on=one.closing_on,
                difference=one.difference,
                before=before,
                gap=gap,
            )
        )
        if one.anchor is not None:
            anchors.append(one.anchor)
        told.update(x for x in (one.first_anchor, one.anchor) if x is not None)
    return found


def _ends_as_told(one: KnownStatement, told: Iterable[Anchor], moved: _Moved) -> bool:
    """Tell whether the recorded lines lead from a balance told before to the closing one.

    Then none lacks: a balance that does not follow was told in the middle of a day.
    """
    if one.closing is None or one.ends_on is None:
        return False
    return any(moved.balance(x, one.ends_on) == one.closing for x in told)


def _tied_to(
    one: KnownStatement, anchors: Sequence[Anchor], moved: _Moved
) -> tuple[Money | None, Money | None]:
    """Return the balance that earlier statements give for its beginning, and the gap."""
    begins, ends = one.starts_after, one.ends_on
    if begins is None or not anchors:
        return None, None
    past = [x for x in anchors if x.day <= begins]
    nearest = max(past) if past else min(anchors)
    before = moved.balance(nearest, begins)
    if one.opening is not None:
        return before, one.opening - before
    if one.closing is None or ends is None:
        return before, None
    return before, one.closing - moved.balance(nearest, ends)


def prove_lines(
    statements: Sequence[KnownStatement],
    lines: Sequence[KnownLine],
    account: tuple[int, str],
    until: dt.date | None = None,
) -> BankProof:
    """Return the lines of an account with the running balance, and what statements tell.

    Lines are given by day. Within a day those come first whose told balance follows.
    """
    moved = _Moved((line.booked_on, line.cents) for line in lines)
    told = (x.first_anchor or x.anchor for x in in_order(statements))
    first = next((one for one in told if one is not None), None)
    start = None if first is None else first.balance - moved.until(first.day)
    if first is None:
        start = _start_by_running(lines)
    marks = sorted(_marks(statements), key=lambda mark: mark[0])
    steps = list(_steps(lines, marks, start))
    shown = tuple(step for step in steps if until is None or step.day <= until)
    end = shown[-1].balance if shown else start
    return BankProof(account[0], account[1], shown, start, end)


def _start_by_running(lines: Sequence[KnownLine]) -> Money | None:
    """Return the balance before the first line, by the first running balance of a file."""
    passed = 0
    for line in lines:
        passed += line.cents
        if line.balance_cents is not None:
            return Money(line.balance_cents - passed)
    return None


_Mark = tuple[dt.date, ProofStep]


def _marks(statements: Iterable[KnownStatement]) -> Iterator[_Mark]:
    """Yield what statements tell, each with the day after whose lines it stands."""
    for one in statements:
        if one.opening is not None and one.starts_after is not None:
            day = one.starts_after
            yield (
                day,
                ProofStep(StepKind.OPENING, one.id, day, one.file_name, told=one.opening),
            )
        if one.closing is not None and one.ends_on is not None:
            day = one.ends_on
            yield (
                day,
                ProofStep(StepKind.CLOSING, one.id, day, one.file_name, told=one.closing),
            )


def _steps(
    lines: Sequence[KnownLine], marks: list[_Mark], start: Money | None
) -> Iterator[ProofStep]:
    held, waiting = start, list(reversed(marks))
    for day, group in groupby(lines, key=lambda line: line.booked_on):
        while waiting and waiting[-1][0] < day:
            yield _at(waiting.pop()[1], held)
        for line in _in_order(list(group), held):
            held = None if held is None else held + Money(line.cents)
            told = None if line.balance_cents is None else Money(line.balance_cents)
            yield ProofStep(
                StepKind.LINE, line.id, day, line.label, Money(line.cents), held, told
            )
    while waiting:
        yield _at(waiting.pop()[1], held)


def _at(step: ProofStep, held: Money | None) -> ProofStep:
    return ProofStep(step.kind, step.id, step.day, step.label, None, held, step.told)


def _in_order(lines: list[KnownLine], held: Money | None) -> Iterator[KnownLine]:
    """Yield the lines of a day, those first whose told balance follows from the last one."""
    while lines:
        at = 0
        if held is not None and len(lines) > 1:
            follows = (
                i for i, x in enumerate(lines) if x.balance_cents == held.cents + x.cents
            )
            at = next(follows, 0)
        line = lines.pop(at)
        held = None if held is None else held + Money(line.cents)
        yield line
