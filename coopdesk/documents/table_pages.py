"""Tables over several pages: columns as wide as what they hold, a header on every page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.fitting import wrapped
from coopdesk.documents.paper import LANDSCAPE, Rule, Sheet, printable
from coopdesk.documents.typesetting import (
    CUT_MARK,
    MILLIMETRE,
    QUIET,
    Band,
    Picture,
    bold,
    fit_parts,
    regular,
    width_of,
    wrap,
)
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.documents.typesetting import Style
    from coopdesk.domain.association import Association

MARGIN = 14 * MILLIMETRE
FOOTER = 9 * MILLIMETRE

_BOTTOM = 17 * MILLIMETRE
_GAP = 9.0
_MOST_LINES = 3
_HEAD = bold(7.5, 9.5, QUIET)
_CELL = regular(8.5, 10.5)
_FOOT = regular(7, 9, QUIET)
_LOGO_WIDTH, _LOGO_HEIGHT = 40 * MILLIMETRE, 12 * MILLIMETRE
_HOUSE = (bold(9, 12), bold(8, 10))
_HOUSE_LINE = regular(8, 10.5, QUIET)
_TITLES = (bold(15, 19), bold(12, 15))
_SAYS = regular(9, 12, QUIET)


class Column(NamedTuple):
    """A column; ``least`` is the room kept for what is written by hand."""

    title: str
    right: bool = False
    least: float = 20.0


@dataclass(slots=True)
class Table:
    """A table that grows page by page; ``y`` is the next baseline on the last sheet.

    ``row_height`` is that of a line at least; ``ruled`` draws a line under each instead of soft
    bands, and between columns, as a list to sign wants it.
    """

    columns: Sequence[Column]
    size: tuple[float, float] = LANDSCAPE
    row_height: float = 15.0
    ruled: bool = False
    sheets: list[Sheet] = field(default_factory=list)
    y: float = 0.0
    widths: list[float] = field(default_factory=list)

    @property
    def right(self) -> float:
        """Where the table ends."""
        return self.size[0] - MARGIN

    @property
    def figures_right(self) -> float:
        """Where the figures of a last column end, so that a total stands under them."""
        return self.right - _GAP

    def begin(
        self,
        association: Association,
        title: str,
        says: Iterable[str],
        house: str = "",
    ) -> None:
        """Start the first page: logo and name of the association, title, and what is shown.

        ``house`` is what stands under the name, such as the address.
        """
        sheet = Sheet()
        self.sheets.append(sheet)
        width = self.size[0] - 2 * MARGIN
        y = self.size[1] - MARGIN
        if association.logo:
            box = (MARGIN, y - _LOGO_HEIGHT, _LOGO_WIDTH, _LOGO_HEIGHT)
            picture = Picture(association.logo.sha256, _("Logo"), *box, anchor="nw")
            sheet.block.pictures.append(picture)
            y -= _LOGO_HEIGHT + 4
        # What is shown is also what is measured: a box where no font holds a character.
        style, lines = fit_parts([_shown(association.name)], _HOUSE, width, 2)
        y = sheet.block.write(MARGIN, y - 9, style, *lines)
        if house:
            lines = wrap(_shown(house), _HOUSE_LINE, width, 2)
            y = sheet.block.write(MARGIN, y, _HOUSE_LINE, *lines) - 6
        style, lines = _title_lines(_shown(title), width)
        y = sheet.block.write(MARGIN, y - 10, style, *lines)
        for text in says:
            y = sheet.block.write(MARGIN, y, _SAYS, *wrap(_shown(text), _SAYS, width, 3))
        self.y = y - 10

    def fill(self, rows: Sequence[Sequence[str]], style: Style = _CELL) -> None:
        """Write the header and the rows; the header again on every page they need."""
        shown = [[*map(printable, row)] for row in rows]
        self.widths = fitted_widths(self.columns, shown, self.right - MARGIN, style)
        self._header()
        for number, row in enumerate(shown):
            cells = [
                wrapped(text, style, width - _GAP, _MOST_LINES)
                for text, width in zip(row, self.widths, strict=True)
            ]
            height = self._height(cells, style)
            if self.y - height + style.size < _BOTTOM:
                self.turn()
                self._header()
            self._row(cells, height, style, banded=number % 2 == 0)

    def _height(self, cells: list[list[str]], style: Style) -> float:
        lines = max(map(len, cells), default=1)
        return max(self.row_height, lines * style.leading + self.row_height - _CELL.leading)

    def _header(self) -> None:
        sheet, x = self.sheets[-1], MARGIN
        deepest = self.y
        for column, width in zip(self.columns, self.widths, strict=True):
            lines = wrap(column.title, _HEAD, width - _GAP, _MOST_LINES)
            y = self.y
            for line in lines:
                shift = width - _GAP - width_of(line, _HEAD) if column.right else 0
                y = sheet.block.write(x + shift, y, _HEAD, line)
            deepest = min(deepest, y)
            x += width
        edge = deepest + _HEAD.leading - 4.5
        sheet.rules.append(Rule(MARGIN, edge, self.right, edge, 0.8, QUIET))
        self.y = edge - self.row_height / 2 - _CELL.size / 2 + 2

    def _row(
        self, cells: list[list[str]], height: float, style: Style, *, banded: bool
    ) -> None:
        sheet, x = self.sheets[-1], MARGIN
        # The first line stands in the middle of a row of one line.
        bottom = self.y - height + self.row_height / 2 + style.size / 2 - 2
        if self.ruled:
            sheet.rules.append(Rule(MARGIN, bottom, self.right, bottom))
            self._uprights(bottom, height)
        elif banded:
            sheet.block.bands.append(Band(MARGIN - 4, bottom, self.right - MARGIN + 8, height))
        for column, width, lines in zip(self.columns, self.widths, cells, strict=True):
            y = self.y
            for line in lines:
                if line:
                    shift = width - _GAP - width_of(line, style) if column.right else 0
                    sheet.block.write(x + shift, y, style, line)
                y -= style.leading
            x += width
        self.y -= height

    def _uprights(self, bottom: float, height: float) -> None:
        x = MARGIN
        for width in self.widths[:-1]:
            x += width
            edge = x - _GAP / 2
            self.sheets[-1].rules.append(Rule(edge, bottom, edge, bottom + height))

    def turn(self) -> None:
        """Start a new page."""
        self.sheets.append(Sheet())
        self.y = self.size[1] - MARGIN - 4

    def need(self, height: float) -> None:
        """Start a new page if less than ``height`` is left on this one."""
        if self.y - height < _BOTTOM:
            self.turn()

    def write(self, *lines: str, style: Style = _CELL) -> None:
        """Write whole lines under the table."""
        for line in lines:
            for part in wrap(line, style, self.right - MARGIN):
                self.need(style.leading)
                self.y = self.sheets[-1].block.write(MARGIN, self.y, style, part)

    def number_pages(self, says: str) -> list[Sheet]:
        """Write the foot of every page; return the pages."""
        [says] = wrap(says, _FOOT, self.right - MARGIN - 60, 1)
        for number, sheet in enumerate(self.sheets, start=1):
            sheet.block.write(MARGIN, FOOTER, _FOOT, says)
            text = f"page {number}/{len(self.sheets)}"
            sheet.block.write_right(self.right, FOOTER, _FOOT, text)
        return self.sheets


def _shown(text: str) -> str:
    return "\n".join(map(printable, text.split("\n")))


def _title_lines(title: str, width: float) -> tuple[Style, list[str]]:
    """Fit a title on two lines; a longer one takes as many as it needs, small but whole."""
    style, lines = fit_parts([title], _TITLES, width, 2)
    if lines and lines[-1].endswith(CUT_MARK):
        lines = wrap(title, style, width)
    return style, lines


def fitted_widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], room: float, style: Style = _CELL
) -> list[float]:
    """Return the width of each column: what it holds, the widest giving way."""
    wanted = [
        max(
            column.least,
            *(width_of(word, _HEAD) for word in column.title.split(" ")),
            max((width_of(row[place], style) for row in rows), default=0.0),
        )
        + _GAP
        for place, column in enumerate(columns)
    ]
    if sum(wanted) <= room:
        return _stretched(columns, wanted, room)
    return _shrunk(wanted, room)


def _stretched(columns: Sequence[Column], wanted: list[float], room: float) -> list[float]:
    """Share what is left among the columns of text: figures stay together."""
    growing = [not column.right for column in columns]
    if not any(growing):
        growing = [True] * len(columns)
    total = sum(width for width, grows in zip(wanted, growing, strict=True) if grows)
    rest = room - sum(wanted)
    return [
        width + rest * width / total if grows else width
        for width, grows in zip(wanted, growing, strict=True)
    ]


def _shrunk(wanted: list[float], room: float) -> list[float]:
    """Lower the widest columns to one common width until all fit."""
    ordered = sorted(wanted)
    for place, width in enumerate(ordered):
        left = len(ordered) - place
        if width * left >= room:
            cap = room / left
            return [min(each, cap) for each in wanted]
        room -= width
    return wanted
