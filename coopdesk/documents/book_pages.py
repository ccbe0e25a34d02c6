"""Long tables of the books: drawn page by page, sums carried from each page to the next.

A page that is full is kept as small bytes, never as objects: a ledger of thousands of pages
takes little more memory than its file. How many pages there are is known at the end only, so
that figure is a form which all pages share.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.fitting import wrapped
from coopdesk.documents.paper import LANDSCAPE, PaperTitle, Rule, Sheet, Use, book_paper
from coopdesk.documents.paper import printable as shown
from coopdesk.documents.table_pages import FOOTER, MARGIN, Table
from coopdesk.documents.typesetting import (
    ACCENT,
    BAND,
    MILLIMETRE,
    QUIET,
    Band,
    bold,
    regular,
    width_of,
    wrap,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.documents.paper import Paper
    from coopdesk.documents.pdf_book import PdfBook
    from coopdesk.documents.typesetting import Colour, Style
    from coopdesk.domain.association import Association

_BOTTOM = 16 * MILLIMETRE
_GAP = 8.0
_HEAD = bold(7.5, 9.5, QUIET)
_FOOT = regular(7, 9, QUIET)
_NOTE = regular(8.5, 11.5)
_PAGES = "pages"
# The room left for the number of pages: most books stay below a hundred.
_WIDEST_PAGES = "/00"


class BookColumn(NamedTuple):
    """A column of a fixed width in points; one of width 0 takes what the others leave."""

    title: str
    width: float = 0.0
    right: bool = False


class Look(NamedTuple):
    """How a row looks; ``before`` is the room above it, ``indent`` that of its first text."""

    style: Style
    band: Colour | None = None
    ruled: bool = False
    before: float = 0.0
    indent: float = 0.0
    most: int = 6


PLAIN = Look(regular(8, 10))
DRAFT = Look(regular(8, 10, QUIET))
CARRIED = Look(regular(8, 10, QUIET))
HEADING = Look(bold(9.5, 12, ACCENT), before=7)
SUBTOTAL = Look(bold(8, 10), ruled=True)
TOTAL = Look(bold(9, 11.5), band=BAND, before=3)


class _Measured(NamedTuple):
    """A row whose texts are broken into lines."""

    parts: list[list[str]]
    look: Look
    height: float


@dataclass(frozen=True, slots=True)
class BookHead:
    """What the first page and every foot say; ``words`` are those of running pages.

    ``words`` has ``to_carry``, ``carried``, ``continued`` and ``page``.
    """

    title: str
    says: Sequence[str]
    made_on: dt.date
    foot: str
    words: Mapping[str, str]


@dataclass(slots=True)
class BookPages:
    """A paper of one or more tables that grows row by row.

    ``carry`` gives the figures, by column, that a full page hands to the next one; ``group``
    is what is said again above them.
    """

    house: Association
    head: BookHead
    size: tuple[float, float] = LANDSCAPE
    columns: Sequence[BookColumn] = ()
    carry: Callable[[], Mapping[int, str]] | None = None
    group: str = ""
    count: int = 0
    y: float = 0.0
    _sheet: Sheet = field(default_factory=Sheet)
    _lefts: list[float] = field(default_factory=list)
    _widths: list[float] = field(default_factory=list)
    _rooms: list[float] = field(default_factory=list)
    _is_fresh: bool = False
    _paper: Paper = field(init=False)
    _book: PdfBook = field(init=False)

    def __post_init__(self) -> None:
        title = PaperTitle(self.head.title, self.house.name, self.head.made_on)
        self._paper, self._book = book_paper(title, self.size, [self.house.logo])
        first = Table([], size=self.size)
        first.begin(self.house, self.head.title, self.head.says)
        self._sheet, self.y = first.sheets[0], first.y
        self.count = 1

    @property
    def right(self) -> float:
        """Where the table ends."""
        return self.size[0] - MARGIN

    def table(self, columns: Sequence[BookColumn]) -> None:
        """Begin a table where the page stands: its header comes now and on each next page."""
        room = self.right - MARGIN
        rest = room - sum(column.width for column in columns)
        growing = sum(not column.width for column in columns) or 1
        self.columns = columns
        self._widths = [column.width or rest / growing for column in columns]
        # The last figures end where the table does.
        self._rooms = [width - _GAP for width in self._widths]
        self._rooms[-1] += _GAP if columns[-1].right else 0
        self._lefts = [MARGIN + sum(self._widths[:place]) for place in range(len(columns))]
        self.need(60)
        self._header()

    def heading(self, text: str, look: Look = HEADING) -> None:
        """Write a heading over the whole width; two rows at least follow on its page."""
        self.carry, self.group = None, ""
        self.need(look.before + look.style.leading + 3 * PLAIN.style.leading + 14)
        self._heading(text, look)
        self.group = text

    def row(self, cells: Sequence[str], look: Look = PLAIN) -> None:
        """Write a row, on the next page if it does not fit; long texts are broken."""
        self._row(self._measured(cells, look))

    def together(self, rows: Sequence[tuple[Sequence[str], Look]]) -> None:
        """Write rows that stay on one page, if any page can hold them."""
        measured = [self._measured(cells, look) for cells, look in rows]
        height = sum(row.height for row in measured)
        if height < (self.size[1] - 2 * MARGIN) / 2:
            self._make_room(height)
        for row in measured:
            self._row(row)

    def _measured(self, cells: Sequence[str], look: Look) -> _Measured:
        style = look.style
        parts = [
            wrapped(shown(text), style, room, look.most) if text else []
            for text, room in zip(cells, self._rooms, strict=True)
        ]
        lines = max(map(len, parts), default=1) or 1
        return _Measured(parts, look, look.before + lines * style.leading + 3)

    def _row(self, row: _Measured) -> None:
        self._make_room(row.height)
        height = row.height - row.look.before
        self._decorate(row.look, height)
        for place, written in enumerate(row.parts):
            self._cell(place, written, row.look)
        self.y -= height

    def sums(self, label: str, figures: Mapping[int, str], look: Look = SUBTOTAL) -> None:
        """Write a label over the columns on the left, and figures in theirs."""
        self._make_room(look.before + look.style.leading + 3)
        self._sums(label, figures, look)

    def note(self, text: str, style: Style = _NOTE) -> None:
        """Write a paragraph over the whole width."""
        for line in wrap(shown(text), style, self.right - MARGIN):
            self.need(style.leading)
            self.y = self._sheet.block.write(MARGIN, self.y, style, line)

    def drawing(self, height: float) -> tuple[Sheet, float]:
        """Make room for a drawing; return its sheet, and how high its bottom stands."""
        self.need(height)
        self.y -= height
        return self._sheet, self.y

    def need(self, height: float) -> None:
        """Start a new page if less than ``height`` is left on this one."""
        if self.y - height < _BOTTOM:
            self.turn()

    def turn(self) -> None:
        """Start a new page; the header comes again."""
        self._finish_page()
        self._sheet = Sheet()
        self.count += 1
        self.y = self.size[1] - MARGIN - 6
        if self.columns:
            self._header()

    def finished(self) -> bytes:
        """Return the file."""
        self._finish_page()
        total = Sheet()
        total.block.write(0, 0, _FOOT, f"/{self.count}")
        self._paper.share(_PAGES, total)
        return self._book.finished()

    def _make_room(self, height: float) -> None:
        """Turn the page where a row does not fit, its sums carried over."""
        if self.carry is None:
            self.need(height)
            return
        carried = CARRIED.style.leading + 5
        if self.y - height - carried >= _BOTTOM:
            return
        figures, group = self.carry(), self.group
        self._sums(self.head.words["to_carry"], figures, CARRIED)
        self.turn()
        if group:
            self._heading(f"{group} {self.head.words['continued']}", HEADING)
        self._sums(self.head.words["carried"], figures, CARRIED)

    def _sums(self, label: str, figures: Mapping[int, str], look: Look) -> None:
        self._decorate(look, look.style.leading + 3)
        first = min(figures, default=len(self.columns))
        room = sum(self._widths[:first]) - _GAP
        if label and room > 0:
            [text] = wrap(shown(label), look.style, room, 1)
            self._sheet.block.write(MARGIN + look.indent, self.y, look.style, text)
        for place, text in figures.items():
            self._cell(place, [text], look)
        self.y -= look.style.leading + 3

    def _heading(self, text: str, look: Look) -> None:
        self.y -= look.before
        [line] = wrap(shown(text), look.style, self.right - MARGIN, 1)
        self.y = self._sheet.block.write(MARGIN, self.y, look.style, line) - 3

    def _cell(self, place: int, lines: Sequence[str], look: Look) -> None:
        y, style, block = self.y, look.style, self._sheet.block
        left = self._lefts[place] + (look.indent if place == 0 else 0)
        for line in lines:
            if self.columns[place].right:
                end = self._lefts[place] + self._rooms[place]
                block.write(end - width_of(line, style), y, style, line)
            else:
                block.write(left, y, style, line)
            y -= style.leading

    def _decorate(self, look: Look, height: float) -> None:
        """Draw the band or the line of a row whose first line stands at ``y``."""
        self.y -= look.before
        top = self.y + look.style.size + 1
        if look.band is not None:
            width = self.right - MARGIN + 8
            self._sheet.block.bands.append(
                Band(MARGIN - 4, top - height, width, height, look.band)
            )
        if look.ruled and not self._is_fresh:
            self._sheet.rules.append(Rule(MARGIN, top + 0.5, self.right, top + 0.5))
        self._is_fresh = False

    def _header(self) -> None:
        deepest = self.y
        for place, column in enumerate(self.columns):
            width, y = self._rooms[place], self.y
            for line in wrap(column.title, _HEAD, width, 2):
                shift = width - width_of(line, _HEAD) if column.right else 0
                y = self._sheet.block.write(self._lefts[place] + shift, y, _HEAD, line)
            deepest = min(deepest, y)
        edge = deepest + _HEAD.leading - 4.5
        self._sheet.rules.append(Rule(MARGIN, edge, self.right, edge, 0.8, QUIET))
        self.y = edge - 12
        self._is_fresh = True

    def _finish_page(self) -> None:
        block, room = self._sheet.block, self.right - MARGIN - 90
        block.write(MARGIN, FOOTER, _FOOT, *wrap(shown(self.head.foot), _FOOT, room, 1))
        end = self.right - width_of(_WIDEST_PAGES, _FOOT)
        block.write_right(end, FOOTER, _FOOT, f"{self.head.words['page']} {self.count}")
        self._sheet.uses.append(Use(_PAGES, end, FOOTER))
        self._paper.add(self._sheet)
