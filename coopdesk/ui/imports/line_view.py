"""The lines of a file that is being imported, with what becomes of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.domain.money import total
from coopdesk.ui.imports.columns import (
    VERDICT_TONES,
    line_columns,
    what_text,
    why_text,
)
from coopdesk.ui.imports.lines import preview_rows
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.record_parts import Facts, Paragraph, Title, Words
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.imports import Preview, RowVerdict
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.lines import LineRow


class LineView(QWidget):
    """Lists the lines of one preview under a filter."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = preview_rows(())
        self._verdict: RowVerdict | None = None
        self._text = ""
        self.list = RecordList(desk, "imports.preview", line_columns(), self._fetch)
        self.list.set_accessible_name(_("Lines of the file and what becomes of them"))
        self.list.sort_changed.connect(self.refresh)
        self.list.selection_changed.connect(self._show_total)
        self.panel = DetailPanel(_("The line and what becomes of it"))
        self.detail = ListDetail(self.list, self.panel)
        self.detail.wanted.connect(self._on_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.detail)
        self.setFocusProxy(self.list)

    def show_preview(self, preview: Preview) -> None:
        """Show the lines of another file."""
        self.detail.close_record()
        self._rows = preview_rows(preview.lines)
        self._desk.tasks.query(self, self._rows.prepare, _nothing)
        self.refresh()

    def filter(self, verdict: RowVerdict | None, text: str) -> None:
        """Show the lines with a verdict (None: all) that hold these words."""
        self._verdict, self._text = verdict, text
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List again under the filter and the sort in force."""
        sort, descending = self.list.sort
        wanted = None if self._verdict is None else frozenset({self._verdict})
        ids = self._rows.ids(wanted, self._text, sort, descending=descending)
        self.list.set_ids(ids, searched=self._text)
        self._show_total()

    def _fetch(self, ids: Sequence[int]) -> list[LineRow]:
        return self._rows.lines(ids)

    @Slot()
    def _show_total(self) -> None:
        chosen = self.list.selected_ids
        ids = chosen if len(chosen) > 1 else self.list.model.ids.tolist()
        amount = money_text(total(row.line.amount for row in self._rows.lines(ids)))
        self.list.set_totals(_("Total: {amount}").format(amount=amount) if ids else "")

    @Slot(int)
    def _on_wanted(self, row_id: int) -> None:
        for row in self._rows.lines([row_id]):
            line = row.line
            name = _("Line {line}").format(line=line.line)
            verdict = Words(label(line.verdict), VERDICT_TONES[line.verdict])
            facts = [(_("Who and what for"), what_text(row))]
            if line.day is not None:
                facts += [
                    (_("Date"), day_text(line.day)),
                    (_("Amount"), money_text(line.amount)),
                    (_("of which gift"), money_text(line.gift)),
                ]
            why = why_text(row)
            told = (Paragraph((why,)),) if why else ()
            self.panel.show_parts(name, (Title(name, (verdict,)), *told, Facts(tuple(facts))))


def _nothing(_result: object) -> None:
    """Take a result nobody needs."""
