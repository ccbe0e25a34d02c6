"""The proof of bank statements: opening balance, line by line, to the closing one."""

from __future__ import annotations

import datetime as dt
import enum
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.import_formats import FileFormat


def shifted(day: dt.date, days: int) -> dt.date:
    """Return a day so many days on, the day itself where the calendar ends."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return day


# So many days apart two files may date one operation: booked or of value, over a week-end.
DAYS_APART = 4


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

    @property
    def is_dated_otherwise(self) -> bool:
        """Tell whether a person corrected its day: the key begins with that of the file."""
        return not self.content_key.startswith(self.booked_on.isoformat())


DayMove = tuple[dt.date, int]


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """A statement as a file brought it; balances that it does not tell are None.

    ``told_at_end`` is what the recorded lines that it told of its last day add up to, whichever
    file brought them. ``told_before`` and ``told_after`` are of recorded lines that lines of it
    are taken for, and that another file dates before it begins, or after it ends.
    """

    id: int
    run_id: int
    file_name: str
    sha256: str
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
    told_before: Money = ZERO
    told_at_end: Money = ZERO
    told_after: Money = ZERO

    def with_edges(self, at_end: Money, doubles: Sequence[DayMove]) -> KnownStatement:
        """Return it with what it told of its last day, and of lines around its days.

        ``doubles`` are the recorded lines that lines of its file are taken for, by day.
        """
        begins, ends = self.starts_after, self.ends_on
        if self.first_on is None or begins is None or ends is None:
            return self
        return replace(
            self,
            told_before=_sum(doubles, shifted(self.first_on, -DAYS_APART), begins),
            told_at_end=at_end,
            told_after=_sum(doubles, shifted(ends, 1), shifted(ends, DAYS_APART)),
        )

    @property
    def starts_after(self) -> dt.date | None:
        """The day at the end of which the opening balance stood."""
        if self.first_on is None:
            return self.opening_on or self.closing_on
        if self.opening_on is not None and self.opening_on < self.first_on:
            return self.opening_on
        return shifted(self.first_on, -1)

    @property
    def ends_on(self) -> dt.date | None:
        """The day at the end of which the closing balance stands."""
        days = [day for day in (self.closing_on, self.last_on) if day is not None]
        return max(days, default=None)


def _sum(moves: Sequence[DayMove], first: dt.date, last: dt.date) -> Money:
    """Return what moves of some days add up to; they stand by day."""
    start = bisect_left(moves, (first,))
    end = bisect_left(moves, (shifted(last, 1),))
    return Money(sum(cents for _day, cents in moves[start:end]))


@dataclass(frozen=True, slots=True)
class StatementProof:
    """Whether one statement ties in itself and with those before it.

    ``moved`` is of all lines of its file. ``difference`` is closing less opening and the lines
    that are recorded of its days, whichever file brought them; None where a balance is
    unknown. ``before`` is the balance that earlier statements and lines give for the moment at
    which it begins; ``gap`` by how much it is off (lines are missing in between, or stand
    twice), None where nothing was known before.
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
    def differs_from_file(self) -> bool:
        """Tell whether its file ties in itself, and the lines recorded of its days do not."""
        if not self.difference or self.opening is None or self.closing is None:
            return False
        return self.opening + self.moved == self.closing

    @property
    def ties(self) -> bool:
        """Tell whether nothing is known to be wrong with it."""
        return not self.difference and not self.gap

    @property
    def is_proved(self) -> bool:
        """Tell whether its closing balance follows from what was known, and ties."""
        is_weighed = self.difference is not None or self.gap is not None
        return self.ties and self.closing is not None and is_weighed


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
