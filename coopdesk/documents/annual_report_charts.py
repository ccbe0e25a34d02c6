"""Draw the charts of the yearly report: columns and curves, few colours, named directly."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.annual_report_model import ChartKind
from coopdesk.documents.paper import Rule
from coopdesk.documents.typesetting import ACCENT, QUIET, Band, bold, regular, width_of
from coopdesk.domain.axis_marks import signed_marks
from coopdesk.domain.money import Money
from coopdesk.wording.formats import money_rounded, number_text

if TYPE_CHECKING:
    from coopdesk.documents.annual_report_model import Chart, Series
    from coopdesk.documents.paper import Sheet
    from coopdesk.documents.typesetting import Colour, Style

_NOW: Colour = (0.50, 0.65, 0.84)
_BEFORE: Colour = (0.80, 0.83, 0.87)
_BEFORE_LINE: Colour = (0.62, 0.66, 0.73)
_AXIS = regular(7, 9, QUIET)
_VALUE = bold(7, 9, ACCENT)
_NAMES = (bold(8, 10, ACCENT), bold(8, 10, _BEFORE_LINE))
_LABELS, _FOOT, _HEAD = 46.0, 14.0, 20.0
_FULL = 0.72
_NO_MARKS = 12.0


class Place(NamedTuple):
    """Where a drawing stands."""

    left: float
    right: float
    bottom: float
    height: float


def draw_chart(sheet: Sheet, place: Place, chart: Chart) -> None:
    """Draw a chart into a place of a page."""
    drawing = _Drawing(sheet, place, chart)
    drawing.grid()
    drawing.labels()
    # The year before lies behind.
    for number in range(len(chart.series) - 1, -1, -1):
        if chart.kind is ChartKind.CURVE:
            drawing.curve(number)
        else:
            drawing.columns(number)
    drawing.names()


class _Drawing:
    """The room of a drawing, and what is put into it."""

    def __init__(self, sheet: Sheet, place: Place, chart: Chart) -> None:
        self._sheet, self._place, self._chart = sheet, place, chart
        values = [value for one in chart.series for value in one.values]
        low, high = min(values, default=0), max(values, default=0)
        # Counts get a column each with its figure above, so they need no axis.
        self._marks = signed_marks(low, high) if chart.is_money else [0, max(high, 1)]
        self._left = place.left + (_LABELS if chart.is_money else 0)
        self._bottom = place.bottom + _FOOT
        self._room = place.height - _FOOT - _HEAD
        self._step = (place.right - self._left) / max(len(chart.labels), 1)

    def _y(self, value: int) -> float:
        low, high = self._marks[0], self._marks[-1]
        return self._bottom + self._room * (value - low) / max(high - low, 1)

    def _middle(self, number: int) -> float:
        return self._left + self._step * (number + 0.5)

    def grid(self) -> None:
        """Draw a line for each round amount with the amount beside it; for counts the foot."""
        for mark in self._marks if self._chart.is_money else [0]:
            y, width = self._y(mark), 0.9 if mark == 0 else 0.4
            self._sheet.rules.append(Rule(self._left, y, self._place.right, y, width))
            if self._chart.is_money:
                said = money_rounded(Money(mark), "fr")
                self._sheet.block.write_right(self._left - 6, y - 2.5, _AXIS, said)

    def labels(self) -> None:
        """Write below what each column is; every second where they are close."""
        widest = max((width_of(one, _AXIS) for one in self._chart.labels), default=0)
        every = 1 if widest < self._step - 2 else 2
        for number, label in enumerate(self._chart.labels):
            if number % every == 0:
                start = self._middle(number) - width_of(label, _AXIS) / 2
                self._sheet.block.write(start, self._place.bottom + 3, _AXIS, label)

    def columns(self, number: int) -> None:
        """Draw a column for each figure, those of two years side by side."""
        series, count = self._chart.series[number], len(self._chart.series)
        wide = self._step * _FULL / count
        for place, value in enumerate(series.values):
            # The year before stands at the left of the year of the report.
            x = self._middle(place) - wide * count / 2 + wide * (count - 1 - number)
            self._column(x, wide, value, _NOW if number == 0 else _BEFORE)
            if not self._chart.is_money:
                said = number_text(value)
                start = x + wide / 2 - width_of(said, _VALUE) / 2
                self._sheet.block.write(start, self._y(value) + 3, _VALUE, said)

    def _column(self, x: float, wide: float, value: int, colour: Colour) -> None:
        zero = self._y(0)
        height = self._y(value) - zero
        if height:
            self._sheet.block.bands.append(Band(x, zero, wide - 0.8, height, colour))

    def curve(self, number: int) -> None:
        """Draw a line from figure to figure; a single one is a point."""
        values = self._chart.series[number].values
        colour = ACCENT if number == 0 else _BEFORE_LINE
        places = [(self._middle(at), self._y(value)) for at, value in enumerate(values)]
        for start, end in pairwise(places):
            self._sheet.rules.append(Rule(*start, *end, 1.7 if number == 0 else 1.1, colour))
        if places:
            x, y = places[-1]
            self._sheet.block.bands.append(Band(x - 2, y - 2, 4, 4, colour, 2))

    def names(self) -> None:
        """Name each series in its colour above; a single one needs no name."""
        x, y = self._left, self._place.bottom + self._place.height - 9
        if len(self._chart.series) < 2:
            return
        for number, one in enumerate(self._chart.series):
            x = self._name(one, x, y, _NAMES[min(number, 1)], _key_colour(self._chart, number))

    def _name(self, one: Series, x: float, y: float, style: Style, colour: Colour) -> float:
        self._sheet.block.bands.append(Band(x, y - 0.5, 7, 7, colour, 1.5))
        self._sheet.block.write(x + 10, y, style, one.name)
        return x + 10 + width_of(one.name, style) + _NO_MARKS


def _key_colour(chart: Chart, number: int) -> Colour:
    if chart.kind is ChartKind.CURVE:
        return ACCENT if number == 0 else _BEFORE_LINE
    return _NOW if number == 0 else _BEFORE
