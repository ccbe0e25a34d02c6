"""The list of records: chosen by id, arranged by the person, copied as text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget
from typing_extensions import override

from coopdesk.ui.table_header import TableHeader
from coopdesk.ui.widgets.labels import plain_tooltip
from coopdesk.ui.widgets.pill import PillDelegate
from coopdesk.ui.widgets.row_table import set_up_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.system.settings import SettingsFile
    from coopdesk.ui.columns import Column
    from coopdesk.ui.tables import PagedTableModel
    from coopdesk.ui.tasks import TaskRunner

ROW_HEIGHT = 36
_BY_KEYS = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class RecordTable(QTableView):
    """Shows a ``PagedTableModel``; speaks of records by their ids, never by rows."""

    record_activated = Signal(object)  # id: Enter or double click
    current_changed = Signal(object)  # id or None
    selection_changed = Signal(object)  # tuple of ids
    sort_changed = Signal(str, bool)  # name, descending

    def __init__(
        self,
        model: PagedTableModel,
        tasks: TaskRunner,
        name: str,
        settings: SettingsFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._paged = model
        self._kept: tuple[tuple[int, ...], int | None, int, int] = ((), None, 0, 0)
        self._header = TableHeader(model.columns, name, settings, self)
        self.setModel(model)
        self.setHorizontalHeader(self._header)
        self._header.arrange()
        self._header.sort_changed.connect(self.sort_changed)
        self._set_up()
        self._pills = PillDelegate(self)
        self._place_pills()
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        self.doubleClicked.connect(self._on_double_clicked)
        chosen = self.selectionModel()
        chosen.selectionChanged.connect(self._on_selection_changed)
        chosen.currentRowChanged.connect(self._on_current_changed)

    def _set_up(self) -> None:
        set_up_rows(self, ROW_HEIGHT)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAlternatingRowColors(False)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns, arranged as the person left them."""
        self._header.set_columns(tuple(columns))
        self._paged.set_columns(columns)
        self._header.arrange()
        self._place_pills()
        self._header.fit(self.viewport().width())

    def _place_pills(self) -> None:
        for section, column in enumerate(self._paged.columns):
            delegate = self._pills if column.tone is not None else self.itemDelegate()
            self.setItemDelegateForColumn(section, delegate)

    # records

    @property
    def sort(self) -> tuple[str, bool]:
        """The name of the sort in force and whether it descends."""
        return self._header.sort

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """The selected records, from top to bottom."""
        rows: list[int] = []
        selection = self.selectionModel().selection()
        for place in range(selection.count()):
            chosen = selection.at(place)
            rows.extend(range(chosen.top(), chosen.bottom() + 1))
        return tuple(self._paged.id_at(row) for row in sorted(set(rows)))

    @property
    def current_id(self) -> int | None:
        """The record under the cursor."""
        index = self.currentIndex()
        return self._paged.id_at(index.row()) if index.isValid() else None

    def beside(self, record_id: int, by: int) -> int | None:
        """Return the record so many rows below another one, None where there is none."""
        row = self._paged.row_of(record_id)
        if row is None or not 0 <= row + by < self._paged.rowCount():
            return None
        return self._paged.id_at(row + by)

    def select_id(self, record_id: int) -> bool:
        """Select one record and bring it into view; False when the list does not hold it."""
        row = self._paged.row_of(record_id)
        if row is None:
            return False
        # Not by selectRow: with Ctrl still down after Ctrl+Z it would add to the selection.
        flag = QItemSelectionModel.SelectionFlag
        index = self._seen_cell(row)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)
        return True

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard, cells apart by tabs; titles if several."""
        ids = self.selected_ids
        if ids:
            self._tasks.query(
                self, lambda: self._paged.fetch_texts(ids), self._on_texts, replaces="copy"
            )

    def _on_texts(self, rows: Sequence[tuple[str, ...]]) -> None:
        shown = self._header.shown_sections()
        lines = [[texts[section] for section in shown] for texts in rows]
        if len(lines) > 1:
            lines.insert(0, [self._paged.columns[section].title for section in shown])
        text = "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
        QGuiApplication.clipboard().setText(text)

    # what Qt calls

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        has_rows = self.model().rowCount() > 0
        if event.reason() in _BY_KEYS and has_rows and not self.selected_ids:
            # Qt goes to the first row without showing it; Enter and Delete would act unseen.
            self.selectRow(max(self.currentIndex().row(), 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            current = self.current_id
            if current is not None:
                self.record_activated.emit(current)
        elif _asks_menu(event):
            self._open_menu()
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first and the last record by Home and End: a record is one place."""
        cursor = QAbstractItemView.CursorAction
        last = self._paged.rowCount() - 1
        self._leave_hidden_column()
        if last < 0 or action not in {cursor.MoveHome, cursor.MoveEnd}:
            return super().moveCursor(action, modifiers)
        return self._seen_cell(0 if action == cursor.MoveHome else last)

    def _leave_hidden_column(self) -> None:
        """Stand in a column that is seen: from one that gave way, Qt moves nowhere."""
        here = self.currentIndex()
        if here.isValid() and self.isColumnHidden(here.column()):
            no_selection = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._seen_cell(here.row()), no_selection)

    def _seen_cell(self, row: int) -> QModelIndex:
        """Return the first cell of a row that is not hidden: Qt scrolls to no other."""
        return self._paged.index(row, next(iter(self._header.shown_sections()), 0))

    def _open_menu(self) -> None:
        """Open the menu of what can be done at the record that has the keys."""
        place = self.visualRect(self.currentIndex()).bottomLeft()
        reason, at = QContextMenuEvent.Reason.Keyboard, self.viewport().mapToGlobal(place)
        QCoreApplication.postEvent(self, QContextMenuEvent(reason, place, at))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip what a column has to add, or what a narrow one cuts off."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            text = index.data() if index.isValid() else ""
            is_cut = (
                text and self.sizeHintForIndex(index).width() > self.visualRect(index).width()
            )
            said = index.data(Qt.ItemDataRole.ToolTipRole) or (text if is_cut else "")
            QToolTip.showText(event.globalPos(), plain_tooltip(said) if said else "", self)
            return True
        return super().viewportEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.fit(self.viewport().width())

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.record_activated.emit(self._paged.id_at(index.row()))

    @Slot()
    def _on_selection_changed(self) -> None:
        self.selection_changed.emit(self.selected_ids)

    @Slot()
    def _on_current_changed(self) -> None:
        self.current_changed.emit(self.current_id)

    @Slot()
    def _on_about_to_reset(self) -> None:
        row = self.currentIndex().row()
        self._kept = (
            self.selected_ids,
            self.current_id,
            row,
            self.verticalScrollBar().value(),
        )

    @Slot()
    def _on_reset(self) -> None:
        ids, current, old_row, scroll = self._kept
        self._kept = ((), None, 0, 0)
        row = self._paged.row_of(current) if current is not None else None
        if row is None:
            self.scrollToTop()
        else:
            no_selection = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._seen_cell(row), no_selection)
            self.verticalScrollBar().setValue(scroll + (row - old_row) * ROW_HEIGHT)
        if ids:
            self._select(ids)
        self._header.fit(self.viewport().width())

    def _select(self, ids: tuple[int, ...]) -> None:
        """Select again the records that are still in the list."""
        wanted = set(ids)
        last = self._paged.columnCount() - 1
        selection = QItemSelection()
        for row, record_id in enumerate(self._paged.ids):
            if record_id in wanted:
                selection.select(self._paged.index(row, 0), self._paged.index(row, last))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flags)


def _asks_menu(event: QKeyEvent) -> bool:
    """Tell Shift+F10, which Qt leaves alone on Linux; elsewhere the system sees to it."""
    is_menu_key = event.key() == Qt.Key.Key_F10 and (
        event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    )
    return is_menu_key and sys.platform.startswith("linux")
