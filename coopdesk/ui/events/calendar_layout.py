"""Where days and bars stand in the grid of the calendar."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from coopdesk.domain.calendar_grid import (
    WEEK,
    bars_of,
    counts_beyond,
    week_of,
    weeks_of_month,
)
from coopdesk.ui.events.calendar_marks import span_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtCore import QPointF

    from coopdesk.domain.calendar_grid import Bar
    from coopdesk.ui.events.calendar_marks import Mark

HEAD = 26.0
NUMBER = 22.0
SLIM = 6.0
_GAP = 2.0
_SIDE = 3.0


class Extent(enum.Enum):
    """How much the grid shows; the value is the height of a bar."""

    MONTH = 20.0
    WEEK = 62.0


class GridLayout:
    """The weeks that are shown, the bars over them, and their places for a size."""

    def __init__(self, day: dt.date, extent: Extent) -> None:
        is_week = extent is Extent.WEEK
        self.extent = extent
        self.weeks = (week_of(day),) if is_week else weeks_of_month(day)
        self.size = QSizeF(0, 0)
        self.bars: tuple[tuple[Bar, ...], ...] = ((),) * len(self.weeks)

    @property
    def days(self) -> Iterator[dt.date]:
        """Every day that is seen."""
        return (day for week in self.weeks for day in week)

    @property
    def ends(self) -> tuple[dt.date, dt.date]:
        """The first and the last day that are seen."""
        return self.weeks[0][0], self.weeks[-1][-1]

    def lay(self, marks: Iterable[Mark]) -> None:
        """Lay what has exact days over the weeks."""
        spans = [span for span in map(span_of, marks) if span is not None]
        self.bars = tuple(bars_of(spans, week) for week in self.weeks)

    def cell(self, day: dt.date) -> QRectF:
        """Return where a day that is seen stands."""
        row, column = divmod((day - self.weeks[0][0]).days, WEEK)
        width = self.size.width() / WEEK
        return QRectF(column * width, HEAD + row * self.row_height, width, self.row_height)

    @property
    def row_height(self) -> float:
        """How high a week is."""
        return (self.size.height() - HEAD) / len(self.weeks)

    @property
    def bar_height(self) -> float:
        """How high a bar is: too slim for words where a low window has no room for one."""
        is_low = self.row_height < NUMBER + self.extent.value
        return SLIM if is_low else self.extent.value

    @property
    def lanes(self) -> int:
        """How many bars there is room for beneath the number of a day."""
        # The last one needs no gap beneath: on a low screen it is the only one.
        return max(0, int((self.row_height - NUMBER + _GAP) // (self.bar_height + _GAP)))

    def bar_room(self, row: int, bar: Bar) -> QRectF:
        """Return where a bar stands."""
        room = self.cell(self.weeks[row][bar.left])
        width = room.width() * (bar.right - bar.left + 1)
        top = room.top() + NUMBER + bar.lane * (self.bar_height + _GAP)
        left = room.left() + (_SIDE if bar.begins else 0)
        right = room.left() + width - (_SIDE if bar.ends else 0)
        return QRectF(left, top, right - left, self.bar_height)

    def seen_bars(self) -> Iterator[tuple[QRectF, Bar]]:
        """Return the bars that there is room for, with where they stand."""
        for row, bars in enumerate(self.bars):
            for bar in bars:
                if bar.lane < self.lanes:
                    yield self.bar_room(row, bar), bar

    def beyond(self, row: int) -> Sequence[int]:
        """Count for each day of a week what there is no room for."""
        return counts_beyond(self.bars[row], WEEK, self.lanes)

    def day_at(self, place: QPointF) -> dt.date | None:
        """Return the day that stands at a place."""
        return next((day for day in self.days if self.cell(day).contains(place)), None)

    def bar_at(self, place: QPointF) -> Bar | None:
        """Return the bar that stands at a place."""
        return next((bar for room, bar in self.seen_bars() if room.contains(place)), None)
