"""Draw the treasury on paper: money in and out as columns, what is there as a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.paper import Rule
from coopdesk.documents.typesetting import ACCENT, QUIET, Band, regular, width_of
from coopdesk.domain.axis_marks import signed_marks
from coopdesk.domain.money import Money, total
from coopdesk.wording.formats import money_rounded, month_names

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from coopdesk.documents.paper import Sheet
    from coopdesk.documents.typesetting import Colour
    from coopdesk.domain.treasury import ForecastMonth, TreasuryMonth

HEIGHT = 190.0
_IN: Colour = (0.50, 0.65, 0.84)
_OUT: Colour = (0.85, 0.64, 0.25)
_LATER: Colour = (0.62, 0.66, 0.73)
_TEXT = regular(7, 9, QUIET)
_LABELS, _FOOT, _HEAD = 52.0, 16.0, 20.0
_COLUMN = 0.32
_LEGEND_GAP = 14.0


class Place(NamedTuple):
    """Where the drawing stands: its left and right edges, and its bottom."""

    left: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Point:
    """A month of the drawing; ``is_later`` of the forecast."""

    month_on: dt.date
    money_in: Money
    money_out: Money
    closing: Money
    is_later: bool = False


def draw_treasury_chart(
    sheet: Sheet,
    place: Place,
    months: Sequence[TreasuryMonth],
    forecast: Sequence[ForecastMonth],
    texts: Mapping[str, str],
) -> None:
    """Draw months that have come and those of the forecast, quieter, ``HEIGHT`` points high."""
    points = [_Point(x.month_on, x.money_in, x.money_out, x.closing) for x in months]
    points += [_expected(x) for x in forecast]
    cents = [value.cents for x in points for value in (x.money_in, x.money_out, x.closing)]
    marks = signed_marks(min(cents, default=0), max(cents, default=0))
    drawing = _Drawing(sheet, place, marks, len(points))
    drawing.grid()
    for number, point in enumerate(points):
        drawing.columns(number, point)
    drawing.line(points)
    drawing.legend(texts, with_forecast=bool(forecast))


def _expected(month: ForecastMonth) -> _Point:
    came = total(part.amount for part in month.parts if part.amount.cents > 0)
    went = -total(part.amount for part in month.parts if part.amount.cents < 0)
    return _Point(month.month_on, came, went, month.closing, is_later=True)


class _Drawing:
    """The room of a drawing, and what is put into it."""

    def __init__(self, sheet: Sheet, place: Place, marks: Sequence[int], count: int) -> None:
        self._sheet = sheet
        self._place = place
        self._marks = marks
        self._left = place.left + _LABELS
        self._bottom = place.bottom + _FOOT
        self._room = HEIGHT - _FOOT - _HEAD
        self._width = (place.right - self._left) / max(count, 1)

    def _y(self, cents: int) -> float:
        low, high = self._marks[0], self._marks[-1]
        return self._bottom + self._room * (cents - low) / max(high - low, 1)

    def _middle(self, number: int) -> float:
        return self._left + self._width * (number + 0.5)

    def grid(self) -> None:
        """Draw a line for each round amount, with the amount beside it."""
        for cents in self._marks:
            y = self._y(cents)
            width = 0.9 if cents == 0 else 0.4
            self._sheet.rules.append(Rule(self._left, y, self._place.right, y, width))
            said = money_rounded(Money(cents), "fr")
            self._sheet.block.write_right(self._left - 6, y - 2.5, _TEXT, said)

    def columns(self, number: int, point: _Point) -> None:
        """Draw what came and what went in a month, and its name below."""
        wide, middle = self._width * _COLUMN, self._middle(number)
        for x, amount, colour in (
            (middle - wide - 0.5, point.money_in, _IN),
            (middle + 0.5, point.money_out, _OUT),
        ):
            zero = self._y(0)
            height = self._y(amount.cents) - zero
            shown = _pale(colour) if point.is_later else colour
            if height:
                self._sheet.block.bands.append(Band(x, zero, wide, height, shown))
        name = month_names("fr", short=True)[point.month_on.month - 1]
        start = middle - width_of(name, _TEXT) / 2
        self._sheet.block.write(start, self._place.bottom + 4, _TEXT, name)

    def line(self, points: Sequence[_Point]) -> None:
        """Draw what is there from month to month."""
        places = [(self._middle(n), self._y(x.closing.cents)) for n, x in enumerate(points)]
        for start, end, point in zip(places, places[1:], points[1:], strict=False):
            colour = _LATER if point.is_later else ACCENT
            self._sheet.rules.append(Rule(*start, *end, 1.6, colour))

    def legend(self, texts: Mapping[str, str], *, with_forecast: bool) -> None:
        """Say above what each colour is."""
        x, y = self._left, self._place.bottom + HEIGHT - 10
        named = [("money_in", _IN), ("money_out", _OUT), ("closing", ACCENT)]
        if with_forecast:
            named.append(("forecast", _LATER))
        for name, colour in named:
            self._sheet.block.bands.append(Band(x, y - 0.5, 7, 7, colour, 1.5))
            self._sheet.block.write(x + 10, y, _TEXT, texts[name])
            x += 10 + width_of(texts[name], _TEXT) + _LEGEND_GAP


def _pale(colour: Colour) -> Colour:
    red, green, blue = (1 - (1 - part) * 0.45 for part in colour)
    return red, green, blue
