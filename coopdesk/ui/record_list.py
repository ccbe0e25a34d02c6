"""A list in its place: table, foot with count and totals, and what is said when it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coopdesk.ui.record_table import RecordTable
from coopdesk.ui.tables import PagedTableModel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from coopdesk.ui.columns import Column
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.tables import Fetch


class RecordList(QWidget):
    """Shows records by id; ``name`` is where the arrangement of its columns is remembered."""

    record_activated = Signal(object)
    current_changed = Signal(object)
    selection_changed = Signal(object)
    sort_changed = Signal(str, bool)
    clear_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        name: str,
        columns: Sequence[Column],
        fetch: Fetch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = PagedTableModel(desk.tasks, columns, fetch, self)
        # From without to within: whatever is moved with its parts is polished anew.
        self._stack = QStackedWidget(self)
        self._sheet = QFrame()
        self._sheet.setProperty("kind", "sheet")
        self._stack.addWidget(self._sheet)
        self.table = RecordTable(self.model, desk.tasks, name, desk.settings, self._sheet)
        self._empty: QWidget | None = None
        self._count_words: Callable[[int], str] = _lines_text
        self._count = plain_label("", "muted")
        self._totals = plain_label("", "text")
        self._nothing_found = EmptyState("magnifying-glass", _("Nothing found"))
        self.clear_action = QAction(_("Clear the search"), self)
        self.clear_action.triggered.connect(self.clear_requested)
        self._nothing_found.offer(self.clear_action)
        self._lay_out()
        self.table.record_activated.connect(self.record_activated)
        self.table.current_changed.connect(self.current_changed)
        self.table.selection_changed.connect(self.selection_changed)
        self.table.selection_changed.connect(self._on_selection_changed)
        self.table.sort_changed.connect(self.sort_changed)
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.addWidget(self._count)
        foot.addStretch()
        foot.addWidget(self._totals)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        inner = QVBoxLayout(self._sheet)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addLayout(foot)
        self._stack.addWidget(self._nothing_found)

    # what it shows

    @property
    def sort(self) -> tuple[str, bool]:
        """The name of the sort in force and whether it descends."""
        return self.table.sort

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """The selected records, from top to bottom."""
        return self.table.selected_ids

    @property
    def foot_text(self) -> str:
        """What the foot says: how many lines, and how many are selected."""
        return self._count.text()

    @property
    def total_text(self) -> str:
        """The totals that the foot shows at the right."""
        return self._totals.text()

    @property
    def nothing_text(self) -> str:
        """What is said in place of the table when a search found nothing."""
        return self._nothing_found.sentence

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns if they differ from those shown by key, title or kind of value."""
        shown = [(one.key, one.title, one.align_right) for one in self.model.columns]
        if shown != [(one.key, one.title, one.align_right) for one in columns]:
            self.table.set_columns(columns)

    def set_accessible_name(self, name: str) -> None:
        """Name the table for screen readers."""
        self.table.setAccessibleName(name)

    def set_empty(self, state: EmptyState) -> None:
        """Give what is shown when there is no record at all."""
        self._empty = state
        self._stack.addWidget(state)

    def set_ids(self, ids: Iterable[int], searched: str = "") -> None:
        """Show these records; with ``searched``, say so when there is none."""
        self.model.set_ids(ids)
        if self.model.rowCount():
            self._stack.setCurrentIndex(0)
        elif searched or self._empty is None:
            self._nothing_found.say(
                _("Nothing found"),
                _("No result for “{text}”.").format(text=searched) if searched else "",
            )
            self.clear_action.setVisible(bool(searched))
            self._stack.setCurrentWidget(self._nothing_found)
        else:
            self._stack.setCurrentWidget(self._empty)
        front = self._stack.currentWidget()
        step = front.first_step if isinstance(front, EmptyState) else None
        # Arrow down in the search goes to what is seen, never to a hidden table.
        self.setFocusProxy(step or self.table)
        self._on_selection_changed(self.selected_ids)

    def set_count_words(self, words: Callable[[int], str]) -> None:
        """Give what the foot says of so many records, in place of lines."""
        self._count_words = words

    def set_totals(self, text: str) -> None:
        """Show the totals of what is listed at the foot, at the right."""
        self._totals.setText(text)

    @Slot(object)
    def _on_selection_changed(self, ids: tuple[int, ...]) -> None:
        count = self.model.rowCount()
        text = self._count_words(count)
        if len(ids) > 1:
            chosen = ngettext("{count} selected", "{count} selected", len(ids))
            text = f"{text} · {chosen.format(count=_grouped(len(ids)))}"
        self._count.setText(text)


def _lines_text(count: int) -> str:
    return ngettext("{count} line", "{count} lines", count).format(count=_grouped(count))


def _grouped(count: int) -> str:
    """Return a count with narrow no-break spaces between thousands."""
    return f"{count:,}".replace(",", "\u202f")
