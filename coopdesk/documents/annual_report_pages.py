"""The pages of the yearly report: cover, chapters, figures, tables that go over pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.paper import PORTRAIT, Paper, Rule, Sheet, printable
from coopdesk.documents.typesetting import (
    ACCENT,
    INK,
    MILLIMETRE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    Band,
    bold,
    regular,
    width_of,
    wrap,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.annual_report_model import Tile
    from coopdesk.documents.paper import PaperTitle
    from coopdesk.documents.typesetting import Style
    from coopdesk.domain.association import Association

LEFT, RIGHT = 20 * MILLIMETRE, PAGE_WIDTH - 20 * MILLIMETRE
TOP, BOTTOM = PAGE_HEIGHT - 22 * MILLIMETRE, 22 * MILLIMETRE
ROOM = RIGHT - LEFT

TEXT = regular(10, 14.5)
SMALL = regular(8.5, 11.5, QUIET)
_CHAPTER = bold(22, 27, ACCENT)
_HEADING = bold(12, 16, ACCENT)
_FOOT = regular(7.5, 9, QUIET)
_TILE_VALUES = (bold(16, 19, ACCENT), bold(13, 19, ACCENT), bold(10.5, 19, ACCENT))
_TILE_LABEL, _TILE_BEFORE = regular(8.5, 11, INK), regular(8, 10, QUIET)
_TILE_GAP, _TILE_HEIGHT, _TILE_EDGE = 8.0, 52.0, 9.0
_MOST_TILES = 5
_FOOT_AT = 11 * MILLIMETRE
# White between the end of a chapter and the next one on the same page.
_BETWEEN = 26.0
# What a chapter takes that says in a sentence that there is nothing.
_LITTLE = 100.0


class Bookmark(NamedTuple):
    """Where a chapter begins: the number of its page, from 1."""

    page: int
    number: int
    title: str

    @property
    def key(self) -> str:
        """What links inside the file call it."""
        return f"chapter-{self.page}-{self.number}"


class Link(NamedTuple):
    """A place of a page, left, bottom, right and top, that leads to a bookmark."""

    page: int
    box: tuple[float, float, float, float]
    key: str


@dataclass(slots=True)
class ReportPages:
    """Pages that are kept until the last one is written; ``y`` is the next baseline."""

    house: Association
    title: PaperTitle
    sheets: list[Sheet] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    y: float = TOP

    @property
    def sheet(self) -> Sheet:
        """The last page."""
        return self.sheets[-1]

    def turn(self) -> None:
        """Start a new page."""
        self.sheets.append(Sheet())
        self.y = TOP

    def need(self, height: float) -> None:
        """Start a new page if less than ``height`` is left on this one."""
        if self.y - height < BOTTOM:
            self.turn()

    def chapter(self, title: str, height: float | None = None) -> None:
        """Begin a chapter on a new page.

        Where the page holds next to nothing, or one of this ``height`` fits below, go on there.
        """
        fits = height is not None and self.y - _BETWEEN - height > BOTTOM
        is_bare = self.y > TOP - _LITTLE
        if self.bookmarks and (fits or is_bare):
            self.space(_BETWEEN)
        else:
            self.turn()
        self.bookmarks.append(Bookmark(len(self.sheets), len(self.bookmarks), title))
        self.y -= _CHAPTER.size - 10
        for line in wrap(printable(title), _CHAPTER, ROOM):
            self.y = self.sheet.block.write(LEFT, self.y, _CHAPTER, line)
        edge = self.y + _CHAPTER.leading - 12
        self.sheet.block.bands.append(Band(LEFT, edge, 34, 3, ACCENT, 1.5))
        self.y = edge - 20

    def heading(self, text: str, follows: float = 60) -> None:
        """Write a heading; ``follows`` is the room that what comes below needs at least."""
        self.space(12)
        self.need(_HEADING.leading + follows)
        for line in wrap(printable(text), _HEADING, ROOM):
            self.y = self.sheet.block.write(LEFT, self.y, _HEADING, line)
        self.space(2)

    def paragraph(self, text: str, style: Style = TEXT) -> None:
        """Write a text with its line breaks, over as many pages as it needs."""
        shown = "\n".join(map(printable, text.split("\n")))
        for line in wrap(shown, style, ROOM, 100_000):
            self.need(style.leading)
            self.y = self.sheet.block.write(LEFT, self.y, style, line)
        self.space(4)

    def tiles(self, tiles: Sequence[Tile]) -> None:
        """Write key figures side by side."""
        shown = tiles[:_MOST_TILES]
        if not shown:
            return
        width = (ROOM - _TILE_GAP * (len(shown) - 1)) / len(shown)
        width = min(width, ROOM / 3)
        room = width - 2 * _TILE_EDGE + 4
        labels = [wrap(tile.label, _TILE_LABEL, room, 2) for tile in shown]
        height = _TILE_HEIGHT + max(map(len, labels)) * _TILE_LABEL.leading
        self.need(height + 10)
        bottom = self.y - height + 12
        for place, tile in enumerate(shown):
            x = LEFT + place * (width + _TILE_GAP)
            self.sheet.block.bands.append(Band(x, bottom, width, height, radius=6))
            self._tile(tile, labels[place], x + _TILE_EDGE, room)
        self.y = bottom - 20

    def _tile(self, tile: Tile, label: Sequence[str], x: float, room: float) -> None:
        fitting = [one for one in _TILE_VALUES if width_of(tile.value, one) <= room]
        style = fitting[0] if fitting else _TILE_VALUES[-1]
        block, y = self.sheet.block, self.y - 11
        y = block.write(x, y, style, tile.value) + 4
        y = block.write(x, y, _TILE_LABEL, *label)
        block.write(x, y, _TILE_BEFORE, *wrap(tile.before, _TILE_BEFORE, room, 1))

    def space(self, height: float) -> None:
        """Leave some white."""
        self.y -= height

    def finished(self, foot: str) -> bytes:
        """Number the pages but the first, set bookmarks and links, and return the PDF."""
        paper = Paper(self.title, PORTRAIT, [self.house.logo], dots=1_400)
        said = wrap(printable(foot), _FOOT, ROOM - 70, 1)
        for number, sheet in enumerate(self.sheets, start=1):
            if number > 1:
                self._foot(sheet, said, number)
            for mark in self.bookmarks:
                if mark.page == number:
                    paper.bookmark(mark.key, mark.title)
            for link in self.links:
                if link.page == number:
                    paper.link(link.key, link.box)
            paper.add(sheet)
        return paper.finished()

    def _foot(self, sheet: Sheet, said: Sequence[str], number: int) -> None:
        sheet.rules.append(Rule(LEFT, _FOOT_AT + 12, RIGHT, _FOOT_AT + 12, 0.4))
        sheet.block.write(LEFT, _FOOT_AT, _FOOT, *said)
        text = f"page {number}/{len(self.sheets)}"
        sheet.block.write_right(RIGHT, _FOOT_AT, _FOOT, text)
