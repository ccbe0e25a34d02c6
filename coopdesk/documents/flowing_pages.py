"""Headings and paragraphs that flow over as many pages as they need; nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper import PORTRAIT, Paper, printable
from coopdesk.documents.table_pages import MARGIN, Table
from coopdesk.documents.typesetting import ACCENT, QUIET, bold, regular, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.documents.paper import PaperTitle
    from coopdesk.documents.typesetting import Style
    from coopdesk.domain.association import Association

TEXT = regular(10, 14)
STRONG = bold(10, 14)
SMALL = regular(8.5, 11.5, QUIET)

_HEADING = bold(12, 16, ACCENT)
_MINOR = bold(8.5, 11.5, QUIET)
_CLOSER = 3.5
_NO_LIMIT = 100_000
_SAYS = regular(9, 12, QUIET)
_LABEL_GAP = 6.0
# Numbers up to 99 stand before texts that begin below each other.
LABEL_ROOM = 25.0


class FlowingPages:
    """A paper of texts; ``y`` of its table is the next baseline on the last page."""

    def __init__(
        self, house: Association, title: PaperTitle, heading: str, says: Iterable[str]
    ) -> None:
        self._paper = Paper(title, PORTRAIT, [house.logo])
        self._table = Table((), PORTRAIT)
        self._table.begin(house, heading, ())
        self._table.y += _SAYS.leading - 4
        for text in says:
            self._lines(text, _SAYS, 0)
        self.space(10)

    def heading(self, text: str) -> None:
        """Write a heading that stays with the lines below it."""
        self.space(10)
        self._table.need(_HEADING.leading + 3 * TEXT.leading)
        self._lines(text, _HEADING, 0)
        self.space(3)

    def minor_heading(self, text: str) -> None:
        """Write a small heading that stays with what it announces."""
        self.space(3)
        self._table.need(_MINOR.leading + 3 * TEXT.leading)
        self._lines(text, _MINOR, 0)
        self.space(3)

    def paragraph(self, text: str, style: Style = TEXT, indent: float = 0) -> None:
        """Write a text with its line breaks; none where it is empty."""
        if text:
            self._keep(style)
            self._lines(text, style, indent)
            self.space(4)

    def item(self, label: str, text: str, style: Style = TEXT, indent: float = 0) -> None:
        """Write a text after a label such as its number, its lines below each other."""
        self._keep(style)
        sheet, y = self._table.sheets[-1], self._table.y
        sheet.block.write(MARGIN + indent, y, style, label)
        room = max(LABEL_ROOM, width_of(label, style) + _LABEL_GAP)
        self._lines(text, style, indent + room)
        self.space(3)

    def detail(self, text: str, indent: float = 0) -> None:
        """Write small what belongs to the line above, closer to it than to the next one."""
        if text:
            self.space(-_CLOSER)
            self.paragraph(text, SMALL, indent)
            self.space(_CLOSER)

    def space(self, height: float) -> None:
        """Leave some white."""
        self._table.y -= height

    def finished(self, says: str) -> bytes:
        """Number the pages and return the PDF; ``says`` stands at the foot of each."""
        return self._paper.finished(self._table.number_pages(says))

    def _keep(self, style: Style) -> None:
        """Turn the page where a line does not fit: a strong one with what it announces."""
        lines = 3 if style is STRONG else 1
        self._table.need(lines * style.leading)

    def _lines(self, text: str, style: Style, indent: float) -> None:
        table, room = self._table, self._table.right - MARGIN - indent
        shown = "\n".join(map(printable, text.split("\n")))
        for line in wrap(shown, style, room, _NO_LIMIT):
            table.need(style.leading)
            table.y = table.sheets[-1].block.write(MARGIN + indent, table.y, style, line)
