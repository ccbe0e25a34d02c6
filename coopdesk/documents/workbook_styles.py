"""How cells of our workbooks look: quiet, one accent, totals set apart."""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from coopdesk.domain.money import Money
from coopdesk.wording.language import language

if TYPE_CHECKING:
    from openpyxl.cell import Cell

# A figure, and the name of its column, keep the width of a digit from the next one. An indent
# at the right would do the same, but LibreOffice drops it in some rows.
_APART = "_0"
MONEY_FORMAT = f'#,##0.00 "€"{_APART}'
# Tables of many zeros say nothing where there is nothing.
QUIET_FORMAT = f'#,##0.00 "€"{_APART};-#,##0.00 "€"{_APART};"–"{_APART}'
DAY_FORMAT = "dd/mm/yyyy"
MONTH_FORMAT = "mmmm yyyy"
COUNT_FORMAT = f"#,##0{_APART}"
REFERENCE_FORMAT = f"0{_APART}"
PERCENT_FORMAT = f"0 %{_APART}"
HOURS_FORMAT = f'#,##0.00 "h"{_APART}'
# A spreadsheet shows months, and LibreOffice separators too, as the reader's computer does:
# French accounts are French wherever they are read.
_FRENCH = "[$-40C]"
# As many decimals as there are: only the reader knows what the number counts.
NUMBER_FORMAT = "General"
_HEAD_FORMAT = f"@{_APART}"

ACCENT = "1A4079"
INK = "1C212B"
QUIET = "5C6373"
SOFT = "EFF3F8"
SHADE = "DDE6F1"
# Where somebody writes.
TO_FILL = "FFF8E1"
# Something is right, or wants a look: dark words on a pale ground.
GOOD_INK, GOOD_GROUND = "14532D", "DCF5E3"
BAD_INK, BAD_GROUND = "7F1D1D", "FBE0E0"


class Reference(int):
    """A number that names something: its digits are never grouped."""


class Code(str):
    """Figures and letters that name something: text, also when somebody types it anew."""

    __slots__ = ()


class Percent(Decimal):
    """A share of one, shown as a percentage."""


class Hours(Decimal):
    """A number of hours."""


class Month(dt.date):
    """The first day of a month, shown as the month."""


Plain: TypeAlias = str | dt.date | Money | Decimal | int


class Look(enum.Enum):
    """What a row is for."""

    TITLE = enum.auto()
    SUBTITLE = enum.auto()
    HEAD = enum.auto()
    SECTION = enum.auto()
    BODY = enum.auto()
    DETAIL = enum.auto()
    TOTAL = enum.auto()
    RESULT = enum.auto()
    TEXT = enum.auto()
    INPUT = enum.auto()


# Rows whose look fills cells without a value as well.
FILLED = frozenset({Look.HEAD, Look.SECTION, Look.TOTAL, Look.RESULT, Look.INPUT})

_FONTS = {
    Look.TITLE: Font(name="Calibri", size=16, bold=True, color=ACCENT),
    Look.SUBTITLE: Font(name="Calibri", size=10, color=QUIET),
    Look.HEAD: Font(name="Calibri", size=11, bold=True, color="FFFFFF"),
    Look.SECTION: Font(name="Calibri", size=11, bold=True, color=ACCENT),
    Look.BODY: Font(name="Calibri", size=11, color=INK),
    Look.DETAIL: Font(name="Calibri", size=10, italic=True, color=QUIET),
    Look.TOTAL: Font(name="Calibri", size=11, bold=True, color=INK),
    Look.RESULT: Font(name="Calibri", size=12, bold=True, color=ACCENT),
    Look.TEXT: Font(name="Calibri", size=11, color=INK),
    Look.INPUT: Font(name="Calibri", size=11, color=INK),
}
_LINK = Font(name="Calibri", size=11, color=ACCENT, underline="single")
_FILLS = {
    Look.HEAD: PatternFill("solid", fgColor=ACCENT),
    Look.SECTION: PatternFill("solid", fgColor=SOFT),
    Look.TOTAL: PatternFill("solid", fgColor=SHADE),
    Look.RESULT: PatternFill("solid", fgColor=SHADE),
    Look.INPUT: PatternFill("solid", fgColor=TO_FILL),
}
_BORDERS = {
    Look.TOTAL: Border(top=Side("thin", color=ACCENT)),
    Look.INPUT: Border(bottom=Side("hair", color=QUIET)),
    Look.RESULT: Border(top=Side("thin", color=ACCENT), bottom=Side("medium", color=ACCENT)),
}
BAND = PatternFill("solid", bgColor=SOFT)

_FORMATS: dict[type[Plain], str] = {
    Money: MONEY_FORMAT,
    dt.date: DAY_FORMAT,
    Month: MONTH_FORMAT,
    Reference: REFERENCE_FORMAT,
    Percent: PERCENT_FORMAT,
    Hours: HOURS_FORMAT,
    Decimal: NUMBER_FORMAT,
    int: COUNT_FORMAT,
}


def number_format(kind: type[Plain], *, quiet: bool = False) -> str:
    """Return the format of a cell that holds such a value; ``quiet`` shows zero as a dash."""
    found = QUIET_FORMAT if kind is Money and quiet else _FORMATS.get(kind, "@")
    return found if found in {"@", NUMBER_FORMAT, DAY_FORMAT} else localised(found)


def localised(code: str) -> str:
    """Return a number format that is French for every reader when the program speaks French."""
    if language() != "fr":
        return code
    return ";".join(f"{_FRENCH}{part}" for part in code.split(";"))


def dress(
    cell: Cell, look: Look, kind: type[Plain], *, link: bool = False, quiet: bool = False
) -> None:
    """Give a cell the look of its row and the format of its value."""
    is_plain = look in {Look.BODY, Look.DETAIL, Look.TEXT, Look.SUBTITLE}
    cell.font = _LINK if link and is_plain else _FONTS[look]
    cell.number_format = number_format(kind, quiet=quiet)
    if look in _FILLS:
        cell.fill = _FILLS[look]
    if look in _BORDERS:
        cell.border = _BORDERS[look]
    side = _side(kind, look)
    if side == "right" and look is Look.HEAD:
        cell.number_format = _HEAD_FORMAT
    # Text runs over several lines only where whole sentences stand, and in titles of columns.
    wraps = True if look in {Look.TEXT, Look.HEAD, Look.INPUT} else None
    indent = 1 if look is Look.DETAIL and kind is str else 0
    vertical = "top" if look in {Look.TEXT, Look.INPUT} else "center"
    # LibreOffice breaks no line of a link: a long one gets smaller instead.
    shrinks = True if link and not wraps else None
    cell.alignment = Alignment(
        horizontal=side,
        vertical=vertical,
        wrap_text=wraps,
        indent=indent,
        shrink_to_fit=shrinks,
    )


def _side(kind: type[Plain], look: Look) -> str:
    if kind is dt.date:
        return "center"
    is_figure = kind in {Money, Reference, Percent, Hours, Decimal, int}
    return "right" if is_figure and look is not Look.TITLE else "left"
