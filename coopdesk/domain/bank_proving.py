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

from coopdesk.domain.bank_proofs import KnownStatement, StatementProof
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set

    from coopdesk.domain.bank_proofs import DayMove


class Moved:
    """What all lines up to a day add up to, from what each day moved."""

    def __init__(self, of_day: Mapping[dt.date, Iterable[DayMove]]) -> None:
        self._days = sorted(of_day)
        cents = (sum(move.cents for move in of_day[day]) for day in self._days)
        self._sums = list(accumulate(cents, initial=0))

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

    def key(one: KnownStatement) -> tuple[dt.date, dt.date, tuple[bool, int]]:
        end = one.ends_on or dt.date.min
        return (one.first_on or end, end, _import_order(one.id))

    return sorted(statements, key=key)


def told_balances(
    ordered: Sequence[KnownStatement], moves: Iterable[DayMove]
) -> tuple[dict[int, ToldBalances], Moved]:
    """Return what statements tell, by id, and what all lines moved.

    A file may be fetched in the middle of a day: what later files brought of that day may have
    come after its closing balance. Of the two starts that may be meant the one that more
    balances imply is taken. A statement that begins on the day and at the balance at which
    another ended goes on from there.
    """
    of_day: dict[dt.date, list[DayMove]] = defaultdict(list)
    for move in moves:
        of_day[move.day].append(move)
    moved = Moved(of_day)
    readings = {one.id: _readings(one, moved, of_day) for one in ordered}
    openings = {one.id: _opening(one, moved) for one in ordered}
    votes = Counter(start for each in readings.values() for start in set(each))
    votes.update(one.start for one in openings.values() if one is not None)
    found: dict[int, ToldBalances] = {}
    seams: dict[tuple[dt.date | None, Money | None], Money] = {}
    for one in ordered:
        opening, closing = openings[one.id], None
        if opening is not None:
            start = seams.get((one.first_on, one.opening), opening.start)
            opening = opening._replace(start=start)
        if one.ends_on is not None and readings[one.id]:
            start = max(readings[one.id], key=votes.__getitem__)
            closing = Told(one.ends_on, start)
            seams[one.ends_on, one.closing] = start
        found[one.id] = ToldBalances(opening, closing)
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
        around = set() if begins is None else _around(begins, one.ends_on or begins, spans)
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
        earlier += mine.all
        starts.update(each.start for each in mine.all)
    return found


def _readings(
    one: KnownStatement, moved: Moved, of_day: Mapping[dt.date, Iterable[DayMove]]
) -> tuple[Money, ...]:
    """Return the starts that a closing balance may mean, the likelier first."""
    day = one.ends_on
    if one.closing is None or day is None:
        return ()
    place = _import_order(one.id)
    later = (x.cents for x in of_day.get(day, ()) if _import_order(x.statement_id) > place)
    start = one.closing - moved.until(day)
    return start + Money(sum(later)), start


def _opening(one: KnownStatement, moved: Moved) -> Told | None:
    day = one.starts_after
    if one.opening is None or day is None:
        return None
    return Told(day, one.opening - moved.until(day))


_Spans = dict[Money, tuple[dt.date, dt.date]]


def _spans(told: Iterable[ToldBalances]) -> _Spans:
    """Return from when to when balances imply each start."""
    days: dict[Money, list[dt.date]] = defaultdict(list)
    for balances in told:
        for one in balances.all:
            days[one.start].append(one.day)
    return {start: (min(each), max(each)) for start, each in days.items()}


def _around(begins: dt.date, ends: dt.date, spans: _Spans) -> set[Money]:
    """Return the starts on which balances before and after some days agree.

    All lines of these days are recorded then, whatever is told in the middle of one, or counts
    a line on another day than it is recorded on.
    """
    return {start for start, (first, last) in spans.items() if first <= begins and ends <= last}


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


def _import_order(statement_id: int) -> tuple[bool, int]:
    """Return the place in the order of imports; what is planned has ids below zero."""
    return statement_id <= 0, abs(statement_id)
