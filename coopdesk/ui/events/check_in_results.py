"""Who is meant by what is typed: a short list, the marked one is what Enter checks in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from coopdesk.ui.columns import TONE_ROLE
from coopdesk.ui.events.check_in_words import entry_detail, state_text, state_tone
from coopdesk.ui.fonts import text_font
from coopdesk.ui.widgets.pill import PillDelegate
from coopdesk.ui.widgets.row_table import set_up_rows
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.event_registrations import CheckInEntry
    from coopdesk.ui.events.check_in_book import CheckInBook

    Index: TypeAlias = QModelIndex | QPersistentModelIndex

_NO_INDEX = QModelIndex()
_NAME, _DETAIL, _STATE = range(3)
_ROW = 44
_STATE_WIDTH = 160
# Narrower than this the name needs the room of the tariff.
_NARROW = 480
# Nobody reads more names than these: another letter is typed.
SHOWN = 60


class FoundModel(QAbstractTableModel):
    """One row for each of those found, with whether they have come."""

    def __init__(self, book: CheckInBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._book = book
        self.entries: list[CheckInEntry] = []
        self._font = text_font(12, 500)

    def show(self, entries: Sequence[CheckInEntry]) -> None:
        """Show others."""
        self.beginResetModel()
        self.entries = list(entries[:SHOWN])
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 3

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry, column = self.entries[index.row()], index.column()
        is_there = self._book.is_there(entry)
        if role == Qt.ItemDataRole.DisplayRole:
            if column == _STATE:
                return state_text(entry, is_there=is_there)
            return entry.name if column == _NAME else entry.tariff_name
        if role == TONE_ROLE and column == _STATE:
            return state_tone(entry, is_there=is_there)
        if role == Qt.ItemDataRole.FontRole and column == _NAME:
            return self._font
        if role == Qt.ItemDataRole.ToolTipRole and column == _DETAIL:
            return entry_detail(entry)
        return None


class CheckInResults(QTableView):
    """The keys stay in the field above: it moves the mark and says Enter."""

    chosen = Signal()  # a double click

    def __init__(self, book: CheckInBook) -> None:
        super().__init__()
        self._found = FoundModel(book, self)
        self.setModel(self._found)
        set_up_rows(self, _ROW)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("People found"))
        self.setItemDelegateForColumn(_STATE, PillDelegate(self))
        head = self.horizontalHeader()
        head.hide()
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_DETAIL, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_STATE, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(_STATE, _STATE_WIDTH)
        self.doubleClicked.connect(self._on_double_clicked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(_DETAIL, event.size().width() < _NARROW)

    @property
    def entries(self) -> list[CheckInEntry]:
        """Those that are listed."""
        return self._found.entries

    @property
    def current(self) -> CheckInEntry | None:
        """Who is marked."""
        row = self.currentIndex().row()
        return self._found.entries[row] if 0 <= row < len(self._found.entries) else None

    def show_entries(self, entries: Sequence[CheckInEntry]) -> None:
        """List others and mark the first."""
        self._found.show(entries)
        self._mark(0)

    def step(self, by: int) -> None:
        """Mark another."""
        self._mark(min(max(self.currentIndex().row() + by, 0), len(self.entries) - 1))

    def _mark(self, row: int) -> None:
        if 0 <= row < len(self.entries):
            flag = QItemSelectionModel.SelectionFlag
            index = self._found.index(row, 0)
            self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
            self.scrollTo(index)

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.chosen.emit()
