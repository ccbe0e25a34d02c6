"""Pages of papers of grants: fields to read or to fill by hand, boxes to tick, budgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.flowing_pages import SMALL, TEXT, FlowingPages
from coopdesk.documents.grant_grid import BudgetGrid
from coopdesk.documents.grant_rows import grid_parts
from coopdesk.documents.paper import Rule, printable, quiet_rule
from coopdesk.documents.table_pages import MARGIN
from coopdesk.documents.typesetting import INK, bold, regular, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.grant_tables import GrantTables

_LABEL = bold(9, 12)
_VALUE = regular(9.5, 12)
_FIELD_GAP = 5.0
_BOX, _BOX_ROOM = 7.5, 13.0
# Room for a person to write, by line.
_HAND_LINE = 17.0
_ONE = (62.0,)
_THREE = (46.0, 50.0, 36.0)
_HEADING_ROOM, _ABOVE_GRID = 40.0, 4.0
_INSIDE = 15.0


class GrantPages(FlowingPages):
    """A paper that helps to fill in a form: what nobody knows is left to the pen."""

    def field(self, label: str, value: str) -> None:
        """Write a label and its value, or a line to write on."""
        table = self._table
        table.need(_HAND_LINE)
        text = f"{label}\u00a0:"
        room = width_of(text, _LABEL) + _FIELD_GAP
        table.sheets[-1].block.write(MARGIN, table.y, _LABEL, text)
        if not value:
            rule = quiet_rule(MARGIN + room, table.right, table.y - 2)
            table.sheets[-1].rules.append(rule)
            table.y -= _HAND_LINE
            return
        left = MARGIN + room
        shown = "\n".join(map(printable, value.split("\n")))
        for line in wrap(shown, _VALUE, table.right - left):
            table.need(_VALUE.leading)
            table.y = table.sheets[-1].block.write(left, table.y, _VALUE, line)
        table.y -= 3

    def text_or_lines(self, heading: str, text: str, lines: int = 3) -> None:
        """Write what somebody wrote under its heading, or lines to write on."""
        self.minor_heading(heading)
        if text:
            self.paragraph(text)
        else:
            self.hand_lines(lines)

    def hand_lines(self, count: int) -> None:
        """Leave lines to write on."""
        table = self._table
        for _line in range(count):
            table.need(_HAND_LINE)
            table.sheets[-1].rules.append(quiet_rule(MARGIN, table.right, table.y - 2))
            table.y -= _HAND_LINE

    def boxes(self, label: str, choices: Sequence[tuple[str, bool]]) -> None:
        """Write a label, or none and some room, and boxes beside each other, some ticked."""
        table = self._table
        table.need(TEXT.leading + 3)
        x = MARGIN + (0 if label else _INSIDE)
        if label:
            text = f"{label}\u00a0:"
            table.sheets[-1].block.write(x, table.y, _LABEL, text)
            x += width_of(text, _LABEL) + 10
        for text, ticked in choices:
            width = _BOX_ROOM + width_of(text, _VALUE)
            if x + width > table.right and x > MARGIN:
                table.y -= TEXT.leading + 1
                table.need(TEXT.leading)
                x = MARGIN + 12
            self._box(x, ticked=ticked)
            table.sheets[-1].block.write(x + _BOX_ROOM, table.y, _VALUE, text)
            x += width + 14
        table.y -= TEXT.leading + 3

    def ticked(self, text: str, *, ticked: bool = False) -> None:
        """Write a statement after a box, as many lines as it takes."""
        table = self._table
        lines = wrap(printable(text), _VALUE, table.right - MARGIN - _BOX_ROOM - 2)
        table.need(len(lines) * _VALUE.leading + 3)
        self._box(MARGIN, ticked=ticked)
        block = table.sheets[-1].block
        table.y = block.write(MARGIN + _BOX_ROOM + 2, table.y, _VALUE, *lines) - 4

    def budget(
        self,
        heading: str,
        tables: GrantTables,
        texts: Mapping[str, str],
        *,
        with_actual: bool = False,
    ) -> None:
        """Draw a budget in the official layout, in euros, on the page of its heading."""
        names = ("planned", "actual", "percent") if with_actual else ("amount",)
        widths = _THREE if with_actual else _ONE
        sides = (texts["expenses"], texts["income"])
        grid = BudgetGrid(self._table, sides, [texts[name] for name in names], widths)
        parts = grid_parts(tables, texts, with_actual=with_actual)
        height = grid.height(parts) + _HEADING_ROOM
        if height < self._table.size[1] - 2 * MARGIN - _HEADING_ROOM:
            self._table.need(height)
        self.heading(heading)
        self.space(_ABOVE_GRID)
        grid.draw(parts)
        self.space(_ABOVE_GRID)

    def note(self, text: str) -> None:
        """Write small what is to be known of the lines above."""
        self.paragraph(text, SMALL)

    def signature(self, texts: Mapping[str, str], place: str, day: str) -> None:
        """Leave room to sign, below the place and the day."""
        self._table.need(96)
        self.field(texts["done_at"], place)
        self.field(texts["done_on"], day)
        self.paragraph(f"{texts['signature']}\u00a0:", _LABEL)
        self.space(50)

    def _box(self, x: float, *, ticked: bool) -> None:
        sheet, y = self._table.sheets[-1], self._table.y - 0.5
        corners = ((x, y), (x + _BOX, y), (x + _BOX, y + _BOX), (x, y + _BOX))
        for place, start in enumerate(corners):
            sheet.rules.append(Rule(*start, *corners[(place + 1) % 4], 0.7, INK))
        if ticked:
            inner = 1.7
            low, high = y + inner, y + _BOX - inner
            left, right = x + inner, x + _BOX - inner
            sheet.rules.append(Rule(left, low, right, high, 1.1, INK))
            sheet.rules.append(Rule(left, high, right, low, 1.1, INK))
