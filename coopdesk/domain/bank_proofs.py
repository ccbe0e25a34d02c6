"""The proof of bank statements: opening balance, line by line, to the closing one."""

from __future__ import annotations

import datetime as dt
import enum
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coopdesk.domain.imports import FileFormat

_DAY = dt.timedelta(days=1)


class KnownLine(NamedTuple):
    """A recorded line of a statement, with the format of the file that brought it."""

    id: int
    booked_on: dt.date
    value_on: dt.date | None
    cents: int
    label: str
    content_key: str
    rank: int
    balance_cents: int | None
    file_format: str


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """A statement as a file brought it; balances that it does not tell are None."""

    id: int
    run_id: int
    file_name: str
    file_format: FileFormat
    reference: str
    line_count: int
    moved: Money
    first_on: dt.date | None = None
    last_on: dt.date | None = None
    opening: Money | None = None
    opening_on: dt.date | None = None
    closing: Money | None = None
    closing_on: dt.date | None = None

    @property
    def starts_after(self) -> dt.date | None:
        """The day at the end of which the opening balance stood."""
        if self.first_on is None:
            return self.opening_on or self.closing_on
        if self.opening_on is not None and self.opening_on < self.first_on:
            return self.opening_on
        return self.first_on - _DAY

    @property
    def ends_on(self) -> dt.date | None:
        """The day at the end of which the closing balance stands."""
        days = [day for day in (self.closing_on, self.last_on) if day is not None]
        return max(days, default=None)

    @property
    def difference(self) -> Money | None:
        """By how much the closing balance differs from opening and lines; None if unknown."""
        if self.opening is None or self.closing is None:
            return None
        return self.closing - self.opening - self.moved

    @property
    def anchor(self) -> _Anchor | None:
        """What balance the account had at the end of which day, by this statement."""
        if self.closing is not None and self.ends_on is not None:
            return _Anchor(self.ends_on, self.closing)
        return self.first_anchor

    @property
    def first_anchor(self) -> _Anchor | None:
        """What balance the account had before its lines, None where it does not tell."""
        if self.opening is not None and self.starts_after is not None:
            return _Anchor(self.starts_after, self.opening)
        return None


DayMove = tuple[dt.date, int]


class _Anchor(NamedTuple):
    day: dt.date
    balance: Money


class _Moved:
    """What all lines up to a day add up to, from what each day moved."""

    def __init__(self, moves: Iterable[DayMove]) -> None:
        ordered = sorted(moves)
        self._days = [day for day, _cents in ordered]
        self._sums = list(accumulate((cents for _day, cents in ordered), initial=0))

    def until(self, day: dt.date) -> Money:
        """Return the sum of the lines up to the end of a day."""
        return Money(self._sums[bisect_right(self._days, day)])

    def balance(self, anchor: _Anchor, day: dt.date) -> Money:
        """Return the balance at the end of a day, counted from a known one."""
        return anchor.balance + self.until(day) - self.until(anchor.day)


@dataclass(frozen=True, slots=True)
class StatementProof:
    """Whether one statement ties in itself and with those before it.

    ``moved`` is of all lines of its file. ``difference`` is closing less opening and lines,
    None where a balance is unknown. ``before`` is the balance that earlier statements and
    lines give for the moment at which it begins; ``gap`` by how much it is off (lines are
    missing in between, or stand twice), None where nothing was known before.
    """

    id: int
    bank_account_id: int
    account_name: str
    run_id: int
    file_name: str
    file_format: FileFormat
    reference: str
    line_count: int
    moved: Money
    first_on: dt.date | None = None
    last_on: dt.date | None = None
    opening: Money | None = None
    opening_on: dt.date | None = None
    closing: Money | None = None
    closing_on: dt.date | None = None
    difference: Money | None = None
    before: Money | None = None
    gap: Money | None = None

    @property
    def ends_on(self) -> dt.date | None:
        """The day at the end of which the closing balance stands."""
        days = [day for day in (self.closing_on, self.last_on) if day is not None]
        return max(days, default=None)

    @property
    def ties(self) -> bool:
        """Tell whether nothing is known to be wrong with it."""
        return not self.difference and not self.gap


class StepKind(enum.Enum):
    """What a step of a proof is: one line, or the balance that a statement tells."""

    LINE = "line"
    OPENING = "opening"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class ProofStep:
    """One step: ``balance`` is ours after it, ``told`` what the bank says, if it does.

    ``id`` is that of the line, or of the statement whose balance it is. ``difference`` is told
    less ours, None where one of them is unknown.
    """

    kind: StepKind
    id: int
    day: dt.date
    label: str
    amount: Money | None = None
    balance: Money | None = None
    told: Money | None = None

    @property
    def difference(self) -> Money | None:
        """By how much the bank's balance differs from ours."""
        if self.balance is None or self.told is None:
            return None
        return self.told - self.balance


@dataclass(frozen=True, slots=True)
class BankProof:
    """The lines of one account in the order of the bank, from a known balance on.

    ``start`` is None where no statement tells a balance: then no step has one.
    """

    bank_account_id: int
    account_name: str
    steps: tuple[ProofStep, ...]
    start: Money | None = None
    end: Money | None = None

    @property
    def first_difference(self) -> ProofStep | None:
        """The first step at which the bank says something else, None if it never does."""
        return next((step for step in self.steps if step.difference), None)


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
    anchors: list[_Anchor] = []
    found = []
    for one in in_order(statements):
        before, gap = _tied_to(one, anchors, moved)
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
    return found


def _tied_to(
    one: KnownStatement, anchors: Sequence[_Anchor], moved: _Moved
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
