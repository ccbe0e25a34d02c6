"""The imports in force, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.domain.text import fold
from coopdesk.ui.imports.columns import history_columns
from coopdesk.ui.record_list import RecordList
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.ui.desk import Desk

_SORTS: dict[str, Callable[[ImportSummary], Any]] = {
    "made": lambda run: run.imported_at,
    "file": lambda run: fold(run.file_name),
    "format": lambda run: run.file_format.value,
    "new": lambda run: run.new,
    "amount": lambda run: run.amount,
}


class RunList(QWidget):
    """Lists the imports; Enter opens the rows of one."""

    run_activated = Signal(object)  # id
    selection_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: dict[int, ImportSummary] = {}
        self._text = ""
        self.list = RecordList(desk, "imports.history", history_columns(), self._fetch)
        self.list.set_accessible_name(_("Imports made"))
        self.list.set_count_words(_imports_text)
        self.list.record_activated.connect(self.run_activated)
        self.list.selection_changed.connect(self.selection_changed)
        self.list.sort_changed.connect(self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    def show_runs(self, runs: Sequence[ImportSummary]) -> None:
        """Show these imports."""
        self._runs = {run.id: run for run in runs}
        self.list.set_columns(history_columns(runs))
        self.refresh()

    def filter(self, text: str) -> None:
        """Show the imports of files with these words in their name."""
        self._text = text
        self.refresh()

    def run(self, run_id: int) -> ImportSummary | None:
        """Return an import that is listed."""
        return self._runs.get(run_id)

    @property
    def has_runs(self) -> bool:
        """Whether anything was imported."""
        return bool(self._runs)

    @property
    def selected(self) -> ImportSummary | None:
        """The import that is selected, None when none or several are."""
        ids = self.list.selected_ids
        return self.run(ids[0]) if len(ids) == 1 else None

    @Slot()
    def refresh(self) -> None:
        """List again under the words and the sort in force."""
        words = fold(self._text).split()
        runs = [
            run
            for run in self._runs.values()
            if all(word in fold(run.file_name) for word in words)
        ]
        sort, descending = self.list.sort
        runs.sort(key=_SORTS.get(sort, _SORTS["made"]), reverse=descending)
        self.list.set_ids([run.id for run in runs], searched=self._text)

    def _fetch(self, ids: Sequence[int]) -> list[ImportSummary]:
        return [self._runs[run_id] for run_id in ids if run_id in self._runs]


def _imports_text(count: int) -> str:
    return ngettext("{count} import", "{count} imports", count).format(count=number_text(count))
