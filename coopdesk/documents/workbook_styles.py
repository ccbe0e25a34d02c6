"""How cells of our workbooks look: quiet, one accent, totals set apart."""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from openpyxl.cell import Cell

# A figure, and the name of its column, keep the width of a digit from the next one. An indent
# at the right would do the same, but LibreOffice drops it in some rows.
_APART = "_0"
MONEY_FORMAT = f'#,##0.00 "€"{_APART}'
DAY_FORMAT = "dd/mm/yyyy"
COUNT_FORMAT = f"#,##0{_APART}"
REFERENCE_FORMAT = f"0{_APART}"
# As many decimals as there are: only the reader knows what the number counts.
NUMBER_FORMAT = "General"
_HEAD_FORMAT = f"@{_APART}"

ACCENT = "1A4079"
INK = "1C212B"
QUIET = "5C6373"
SOFT = "EFF3F8"
SHADE = "DDE6F1"


class Reference(int):
    """A number that names something: its digits are never grouped."""


Plain: TypeAlias = str | dt.date | Money | Decimal | int


class Look(enum.Enum):
    """What a row is for."""

    TITLE = enum.auto()
    SUBTITLE = enum.auto()
    HEAD = enum.auto()
    BODY = enum.auto()
    TOTAL = enum.auto()


_FONTS = {
    Look.TITLE: Font(name="Calibri", size=16, bold=True, color=ACCENT),
    Look.SUBTITLE: Font(name="Calibri", size=10, color=QUIET),
    Look.HEAD: Font(name="Calibri", size=11, bold=True, color="FFFFFF"),
    Look.BODY: Font(name="Calibri", size=11, color=INK),
    Look.TOTAL: Font(name="Calibri", size=11, bold=True, color=INK),
}
_LINK = Font(name="Calibri", size=11, color=ACCENT, underline="single")
_FILLS = {
    Look.HEAD: PatternFill("solid", fgColor=ACCENT),
    Look.TOTAL: PatternFill("solid", fgColor=SHADE),
}
_BORDERS = {Look.TOTAL: Border(top=Side("thin", color=ACCENT))}
BAND = PatternFill("solid", bgColor=SOFT)


def number_format(kind: type[Plain]) -> str:
    """Return the format of a cell that holds such a value."""
    if kind is Money:
        return MONEY_FORMAT
    if kind is dt.date:
        return DAY_FORMAT
    if kind is Reference:
        return REFERENCE_FORMAT
    if kind is Decimal:
        return NUMBER_FORMAT
    return COUNT_FORMAT if kind is int else "@"


def dress(cell: Cell, look: Look, kind: type[Plain], *, link: bool = False) -> None:
    """Give a cell the look of its row and the format of its value."""
    cell.font = _LINK if link else _FONTS[look]
    cell.number_format = number_format(kind)
    if look in _FILLS:
        cell.fill = _FILLS[look]
    if look in _BORDERS:
        cell.border = _BORDERS[look]
    side = _side(kind, look)
    if side == "right" and look is Look.HEAD:
        cell.number_format = _HEAD_FORMAT
    cell.alignment = Alignment(horizontal=side, vertical="center")


def _side(kind: type[Plain], look: Look) -> str:
    if kind is dt.date:
        return "center"
    is_figure = kind in {Money, Reference, Decimal, int}
    return "right" if is_figure and look is not Look.TITLE else "left"
