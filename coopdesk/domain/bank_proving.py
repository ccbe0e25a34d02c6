"""Proves bank statements: each by the lines that are recorded, and with those before it.

Every balance that is told implies one before the first line of the account, its *start*: what
is told less what the recorded lines moved until then. Where two starts agree, all lines between
the two balances are recorded, and none stands twice.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.bank_proofs import KnownStatement, StatementProof, shifted
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from coopdesk.domain.bank_proofs import DayMove


class Moved:
    """What all lines up to a day add up to, from what each day moved."""

    def __init__(self, moves: Iterable[DayMove]) -> None:
        ordered = sorted(moves)
        self._days = [day for day, _cents in ordered]
        self._sums = list(accumulate((cents for _day, cents in ordered), initial=0))

    def until(self, day: dt.date) -> Money:
        """Return the sum of the lines up to the end of a day."""
        return Money(self._sums[bisect_right(self._days, day)])


class Told(NamedTuple):
    """The start that a balance implies, and the day at the end of which that was told."""

    day: dt.date
    start: Money


class ToldBalances(NamedTuple):
    """What the balances of one statement imply, None where it does not tell one."""

    opening: Told | None
    closing: Told | None

    @property
    def all(self) -> list[Told]:
        """Those that it tells, the opening one first."""
        return [each for each in self if each is not None]


def in_order(statements: Iterable[KnownStatement]) -> list[KnownStatement]:
    """Return statements in the order of the days on which they begin, then end."""

    def key(one: KnownStatement) -> tuple[dt.date, dt.date, bool, int]:
        end = one.ends_on or dt.date.min
        return (one.first_on or end, end, one.id <= 0, abs(one.id))

    return sorted(statements, key=key)


def told_balances(
    ordered: Sequence[KnownStatement], moves: Iterable[DayMove]
) -> tuple[dict[int, ToldBalances], Moved]:
    """Return what statements tell, by id, and what all lines moved.

    A file may end in the middle of a day, of which others told the rest, and count a line on
    another day than the file that brought it: of the starts that a balance may imply so the
    one that most statements imply is taken.
    """
    moved = Moved(moves)
    openings = {one.id: _opening_starts(one, moved) for one in ordered}
    closings = {one.id: _closing_starts(one, moved) for one in ordered}
    votes = Counter(x for one in ordered for x in {*openings[one.id], *closings[one.id]})

    def likeliest(day: dt.date | None, starts: Sequence[Money]) -> Told | None:
        return Told(day, max(starts, key=votes.__getitem__)) if day and starts else None

    found = {
        one.id: ToldBalances(
            likeliest(one.starts_after, openings[one.id]),
            likeliest(one.ends_on, closings[one.id]),
        )
        for one in ordered
    }
    return found, moved


def prove_statements(
    statements: Iterable[KnownStatement],
    moves: Iterable[DayMove],
    account: tuple[int, str],
) -> list[StatementProof]:
    """Return the proof of each statement of an account, in the order of their days.

    ``account`` is its id and name, ``moves`` what its recorded lines moved.
    """
    ordered = in_order(statements)
    told, moved = told_balances(ordered, moves)
    spans = _spans(told.values())
    earlier: list[Told] = []
    starts: set[Money] = set()
    found = []
    for one in ordered:
        mine, begins = told[one.id], one.starts_after
        around = _around(one, mine, spans)
        before, gap = None, None
        if begins is not None and earlier:
            start, gap = _tied_to(begins, mine, earlier, starts, around)
            before = start + moved.until(begins)
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
                difference=_difference(mine, around),
                before=before,
                gap=gap,
            )
        )
        told_so = [_agreed(each, around) for each in mine.all]
        earlier += told_so
        starts.update(each.start for each in told_so)
    return found


def _opening_starts(one: KnownStatement, moved: Moved) -> tuple[Money, ...]:
    """Return the starts that an opening balance may imply, the likelier first."""
    if one.opening is None or one.starts_after is None:
        return ()
    start = one.opening - moved.until(one.starts_after)
    return start + one.told_before, start


def _closing_starts(one: KnownStatement, moved: Moved) -> tuple[Money, ...]:
    """Return the starts that a closing balance may imply, the likelier first."""
    ends = one.ends_on
    if one.closing is None or ends is None:
        return ()
    before = moved.until(shifted(ends, -1))
    told, start = one.closing - one.told_after, one.closing - moved.until(ends)
    return told - before - one.told_at_end, start - one.told_after, start


_Spans = dict[Money, tuple[dt.date, dt.date]]


def _spans(told: Iterable[ToldBalances]) -> _Spans:
    """Return from when to when balances imply each start."""
    days: dict[Money, list[dt.date]] = defaultdict(list)
    for balances in told:
        for one in balances.all:
            days[one.start].append(one.day)
    return {start: (min(each), max(each)) for start, each in days.items()}


def _around(one: KnownStatement, mine: ToldBalances, spans: _Spans) -> set[Money]:
    """Return the starts on which a balance before a statement and one after its lines agree.

    All its lines are recorded then, whatever it tells in the middle of a day, or counts on
    another day than it is recorded on. Its own closing balance may be the one after.
    """
    begins, ends = one.starts_after, one.ends_on
    if begins is None or ends is None:
        return set()
    closing = None if mine.closing is None else mine.closing.start
    return {
        start
        for start, (first, last) in spans.items()
        if first <= begins and (start == closing or ends < last)
    }


def _agreed(one: Told, around: Set[Money]) -> Told:
    """Return a balance with the start that those around it imply, where they do."""
    return one if one.start in around or not around else one._replace(start=min(around))


def _difference(mine: ToldBalances, around: Set[Money]) -> Money | None:
    """Return by how much the recorded lines do not lead from opening to closing balance."""
    opening, closing = mine
    if opening is None or closing is None:
        return None
    return ZERO if around else closing.start - opening.start


def _tied_to(
    begins: dt.date,
    mine: ToldBalances,
    earlier: Sequence[Told],
    starts: Set[Money],
    around: Set[Money],
) -> tuple[Money, Money | None]:
    """Return the start that earlier balances give for a statement, and by how much it is off.

    It follows where one of its balances agrees with any of theirs, which imply ``starts``, or
    where those around it do.
    """
    agreed = [one.start for one in mine.all if one.start in starts] or sorted(starts & around)
    if agreed:
        return agreed[0], ZERO if mine.all else None
    past = [each for each in reversed(earlier) if each.day <= begins]
    nearest = max(past, key=lambda each: each.day) if past else min(earlier)
    return nearest.start, mine.all[0].start - nearest.start if mine.all else None
