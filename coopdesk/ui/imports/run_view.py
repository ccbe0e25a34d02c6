"""The rows that an import kept, as they stood in the file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.ui.imports.columns import kept_columns, kept_why_text, tone_of, verdict_text
from coopdesk.ui.imports.lines import kept_rows
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.record_parts import Facts, Heading, Title, Words
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.services.imports import ImportService
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.figures import Wanted
    from coopdesk.ui.imports.lines import KeptRow, Rows


class RunView(QWidget):
    """Lists the rows of one import; a row opens with every cell of the file."""

    counted = Signal(object)  # the rows, to be counted

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = kept_rows(())
        self._wanted: Wanted = None
        self._text = ""
        self.list = RecordList(desk, "imports.rows", kept_columns(), self._fetch)
        self.list.set_accessible_name(_("Rows of the import"))
        self.list.sort_changed.connect(self.refresh)
        self.panel = DetailPanel(_("The row as it stood in the file"))
        self.detail = ListDetail(self.list, self.panel)
        self.detail.wanted.connect(self._on_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.detail)
        self.setFocusProxy(self.list)

    def show_run(self, run: ImportSummary) -> None:
        """Read and show the rows of an import."""
        self.detail.close_record()
        read = partial(_read_rows, self._desk.services.imports, run)
        self._desk.tasks.query(self, read, self._on_read, replaces="rows")

    def filter(self, wanted: Wanted, text: str) -> None:
        """Show the rows that are wanted and hold these words."""
        self._wanted, self._text = wanted, text
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List again under the filter and the sort in force."""
        sort, descending = self.list.sort
        ids = self._rows.ids(self._wanted, self._text, sort, descending=descending)
        self.list.set_ids(ids, searched=self._text)

    def _on_read(self, rows: Rows[KeptRow]) -> None:
        self._rows = rows
        self.refresh()
        self.counted.emit(rows)

    def _fetch(self, ids: Sequence[int]) -> list[KeptRow]:
        return self._rows.lines(ids)

    @Slot(int)
    def _on_wanted(self, row_id: int) -> None:
        for row in self._rows.lines([row_id]):
            line = row.line
            name = _("Line {line}").format(line=line.line)
            verdict = Words(verdict_text(row), tone_of(row))
            why = kept_why_text(row)
            cells = tuple(
                (row.column_text(name), text) for name, text in line.raw.items() if text.strip()
            )
            self.panel.show_parts(
                name,
                (
                    Title(name, (verdict, why) if why else (verdict,)),
                    Heading(_("As it stands in the file")),
                    Facts(cells),
                ),
            )


def _read_rows(service: ImportService, run: ImportSummary) -> Rows[KeptRow]:
    """Read the rows of an import, ready to be searched; runs on the worker."""
    rows = kept_rows(service.rows(run.id), run.file_format)
    rows.prepare()
    return rows
