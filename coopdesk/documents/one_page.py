"""Lists that share one page: what does not fit is counted, never dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.paper import Rule, printable
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.typesetting import (
    ACCENT,
    QUIET,
    Colour,
    bold,
    regular,
    width_of,
    wrap,
)
from coopdesk.wording.formats import number_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.paper import Sheet
    from coopdesk.documents.typesetting import Style

_HEADING = bold(10.5, 14, ACCENT)
_TITLE = regular(9.2, 12)
_DETAIL = regular(8, 10.5, QUIET)
_ALERT_INK: Colour = (0.62, 0.11, 0.11)
_ALERT = bold(8, 10.5, _ALERT_INK)
_MORE = regular(8.5, 11, QUIET)
_AROUND_HEADING = 12.0
_BELOW_ROW = 5.0
_GAP = 8.0
_MOST_HEADING, _MOST_TITLE, _MOST_DETAIL = 2, 2, 3
# No page holds more rows than this, however short they are.
_MOST_ROWS = 64


class PageRow(NamedTuple):
    """A row: what it is, a figure at the right, what is to be known of it; late or not."""

    title: str
    figure: str = ""
    detail: str = ""
    is_late: bool = False


class Section(NamedTuple):
    """Rows under a heading, the most important first; ``figure`` is what all are together."""

    heading: str
    rows: Sequence[PageRow]
    figure: str = ""


class PageColumn:
    """A column of a page, filled from ``top`` down to ``bottom`` and never below; points."""

    def __init__(self, sheet: Sheet, left: float, width: float) -> None:
        self._sheet = sheet
        self._left, self._width = left, width

    def fill(self, sections: Sequence[Section], top: float, bottom: float) -> None:
        """Write the sections; those with the most rows give way where there is no room."""
        wanted = [section for section in sections if section.rows]
        laid_out = [
            [self._lines(row) for row in section.rows[:_MOST_ROWS]] for section in wanted
        ]
        heights = [[_height(lines) for lines in rows] for rows in laid_out]
        counts = [len(section.rows) for section in wanted]
        second_lines = sum(len(self._heading(section)) - 1 for section in wanted)
        room = top - bottom - second_lines * _HEADING.leading
        shown = shown_rows(heights, counts, room)
        y = top
        for section, rows, count in zip(wanted, laid_out, shown, strict=True):
            y = self._section(section, rows[:count], y)

    def _section(
        self, section: Section, rows: Sequence[list[tuple[str, Style, str]]], y: float
    ) -> float:
        block, right = self._sheet.block, self._left + self._width
        top, y = y, block.write(self._left, y, _HEADING, *self._heading(section))
        if section.figure:
            block.write_right(right, top, _HEADING, section.figure)
        edge = y + _HEADING.leading - 4.5
        self._sheet.rules.append(Rule(self._left, edge, right, edge))
        y -= 4
        for lines in rows:
            for text, style, figure in lines:
                block.write(self._left, y, style, text)
                if figure:
                    block.write_right(right, y, style, figure)
                y -= style.leading
            y -= _BELOW_ROW
        hidden = len(section.rows) - len(rows)
        if hidden:
            texts = paper_texts("partner_papers", "sheet")
            name = "more_one" if hidden == 1 else "more"
            y = block.write(self._left, y, _MORE, texts[name].format(count=number_text(hidden)))
        return y - _AROUND_HEADING

    def _heading(self, section: Section) -> list[str]:
        taken = width_of(section.figure, _HEADING) + _GAP if section.figure else 0.0
        return wrap(printable(section.heading), _HEADING, self._width - taken, _MOST_HEADING)

    def _lines(self, row: PageRow) -> list[tuple[str, Style, str]]:
        """Return the lines of a row: text, style, and the figure beside the first."""
        taken = width_of(row.figure, _TITLE) + _GAP if row.figure else 0.0
        titles = wrap(printable(row.title), _TITLE, self._width - taken, _MOST_TITLE)
        lines = [
            (text, _TITLE, "" if place else row.figure) for place, text in enumerate(titles)
        ]
        if row.detail:
            style = _ALERT if row.is_late else _DETAIL
            details = wrap(printable(row.detail), style, self._width, _MOST_DETAIL)
            lines += [(text, style, "") for text in details]
        return lines


def shown_rows(
    heights: Sequence[Sequence[float]], counts: Sequence[int], room: float
) -> list[int]:
    """Return how many rows of each section are shown, at least one of each.

    ``heights`` are those of the rows that may be shown, ``counts`` how many there are in all;
    the tallest section gives way first. All in points.
    """
    shown = [len(rows) for rows in heights]
    while _whole(heights, counts, shown) > room and any(count > 1 for count in shown):
        tall = [
            sum(rows[:count]) if count > 1 else 0.0
            for rows, count in zip(heights, shown, strict=True)
        ]
        shown[tall.index(max(tall))] -= 1
    return shown


def _whole(
    heights: Sequence[Sequence[float]], counts: Sequence[int], shown: Sequence[int]
) -> float:
    more = sum(_MORE.leading for count, some in zip(counts, shown, strict=True) if some < count)
    frames = len(heights) * (_HEADING.leading + 4 + _AROUND_HEADING)
    rows = sum(sum(each[:some]) for each, some in zip(heights, shown, strict=True))
    return frames + rows + more


def _height(lines: Sequence[tuple[str, Style, str]]) -> float:
    return sum(style.leading for _text, style, _figure in lines) + _BELOW_ROW
