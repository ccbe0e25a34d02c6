"""Who came lately, the last one first; Delete takes an arrival back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from coopdesk.ui.icons import icon
from coopdesk.wording.formats import hour_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.event_registrations import CheckInEntry
    from coopdesk.ui.events.check_in_book import CheckInBook

_MOST = 100


class RecentArrivals(QListView):
    """Those of this desk and this session; nobody is read again for it."""

    take_back_wanted = Signal(object)  # CheckInEntry

    def __init__(self, book: CheckInBook) -> None:
        super().__init__()
        self._book = book
        self._came: list[tuple[dt.datetime, CheckInEntry]] = []
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setAccessibleName(_("Last arrivals"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.back_action = QAction(_("Take the arrival back"), self)
        self.back_action.setIcon(icon("arrow-u-up-left"))
        self.back_action.setShortcut("Del")
        self.back_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.back_action.triggered.connect(self._on_back)
        self.addAction(self.back_action)

    @property
    def entries(self) -> list[CheckInEntry]:
        """Who is listed, the last one first."""
        return [entry for _moment, entry in self._came]

    def add(self, entry: CheckInEntry, moment: dt.datetime) -> None:
        """Put somebody on top."""
        self._came.insert(0, (moment, entry))
        del self._came[_MOST:]
        item = QStandardItem(f"{hour_text(moment)}   {entry.name}")
        self._items.insertRow(0, item)
        if self._items.rowCount() > _MOST:
            self._items.removeRows(_MOST, 1)

    def follow(self) -> None:
        """Drop those who are no longer there: taken back here or undone."""
        for row in reversed(range(len(self._came))):
            if not self._book.is_there(self._came[row][1]):
                del self._came[row]
                self._items.removeRow(row)

    def forget(self) -> None:
        """Begin anew, for another event or session."""
        self._came.clear()
        self._items.clear()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 60)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to who is above: they are of the next badge."""
        if event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_back(self) -> None:
        row = self.currentIndex().row()
        if 0 <= row < len(self._came):
            self.take_back_wanted.emit(self._came[row][1])
