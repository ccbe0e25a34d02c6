"""Decides what becomes of the events of a calendar file; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.domain.calendar_writing import is_our_own
from coopdesk.domain.imports import RowVerdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.calendars import ReadCalendar, ReadItem, ReadSeries, SeriesDate
    from coopdesk.domain.import_decisions import ImportDecisions

Known = tuple[int, str]


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One event of a file and what becomes of it: of a series, of each of its dates.

    ``row`` is the event as the file tells it, ``dates`` what it comes to. ``gone`` are known
    dates of the series that the file says no more.
    """

    row: ReadItem
    dates: tuple[ReadItem, ...]
    verdict: RowVerdict
    left_out: bool
    added: tuple[ReadItem, ...] = ()
    changed: tuple[tuple[int, ReadItem], ...] = ()
    gone: tuple[int, ...] = ()
    series: ReadSeries | None = None

    @property
    def writes(self) -> bool:
        """Tell whether the import changes anything for it."""
        return self.verdict is not RowVerdict.SAME and not self.left_out


def plan_items(
    read: ReadCalendar,
    known: Mapping[tuple[str, str], Known],
    known_dates: Iterable[SeriesDate],
    ours: frozenset[str],
    decisions: ImportDecisions,
) -> list[PlannedItem]:
    """Plan the events of a file, one for each of its lines, in file order.

    ``known`` are what earlier files said, ``ours`` the names of our own events.
    """
    by_line = {
        line: tuple(rows) for line, rows in groupby(read.items, key=lambda item: item.line)
    }
    # Each date of a series may be held, or changed by itself on another day.
    told = {(item.uid, item.recurrence) for item in read.items}
    gone = _gone(read.series.values(), known_dates, told)
    plan = []
    for line in sorted({*by_line, *read.series}):
        series, dates = read.series.get(line), by_line.get(line, ())
        row = dates[0] if series is None else series.master
        left_out = decisions.of(line).leave_out
        if is_our_own(row.uid, ours):  # from our own file, perhaps by way of a phone
            plan.append(PlannedItem(row, dates, RowVerdict.SAME, left_out, series=series))
            continue
        lost = gone.get(row.uid, ()) if series is not None else ()
        plan.append(_planned(row, dates, known, lost, series, left_out=left_out))
    return plan


def _planned(
    row: ReadItem,
    dates: tuple[ReadItem, ...],
    known: Mapping[tuple[str, str], Known],
    gone: Sequence[int],
    series: ReadSeries | None,
    *,
    left_out: bool,
) -> PlannedItem:
    added: list[ReadItem] = []
    changed: list[tuple[int, ReadItem]] = []
    for date in dates:
        before = known.get((date.uid, date.recurrence))
        if before is None:
            added.append(date)
        elif before[1] != date.content:
            changed.append((before[0], date))
    verdict = RowVerdict.SAME
    if dates and len(added) == len(dates) and not gone:
        verdict = RowVerdict.NEW
    elif added or changed or gone:
        verdict = RowVerdict.CHANGED
    return PlannedItem(
        row, dates, verdict, left_out, tuple(added), tuple(changed), tuple(gone), series
    )


def _gone(
    series: Iterable[ReadSeries],
    known_dates: Iterable[SeriesDate],
    told: set[tuple[str, str]],
) -> dict[str, list[int]]:
    """Return by series the known dates that the file would say, were they still held."""
    since = {one.master.uid: one.since for one in series if one.is_spread}
    gone: dict[str, list[int]] = {}
    for date in known_dates:
        first = since.get(date.uid)
        is_told = (date.uid, date.recurrence) in told
        if first is not None and date.starts_on >= first and not is_told:
            gone.setdefault(date.uid, []).append(date.id)
    return gone
