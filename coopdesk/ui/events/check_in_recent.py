"""Who came lately, the last one first; Delete takes an arrival back."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(slots=True)
class _Arrival:
    """``is_listed`` is false of an arrival that was taken back: Ctrl+Y may redo it."""

    moment: dt.datetime
    entry: CheckInEntry
    is_listed: bool = True


class RecentArrivals(QListView):
    """Those of this desk and this session; nobody is read again for it."""

    take_back_wanted = Signal(object, object)  # CheckInEntry, when they came

    def __init__(self, book: CheckInBook) -> None:
        super().__init__()
        self._book = book
        self._came: list[_Arrival] = []
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
        return [one.entry for one in self._listed]

    @property
    def _listed(self) -> list[_Arrival]:
        return [one for one in self._came if one.is_listed]

    def add(self, entry: CheckInEntry, moment: dt.datetime) -> None:
        """Put somebody on top."""
        who = entry.registration_id
        # Only those taken back can come twice: they stand in no row.
        kept = [one for one in self._came if one.entry.registration_id != who]
        self._came = [_Arrival(moment, entry), *kept][:_MOST]
        self._items.insertRow(0, _item(self._came[0]))
        self._items.setRowCount(len(self._listed))

    def follow(self) -> None:
        """Drop those who are no longer there, taken back here or undone; list them redone."""
        row = 0
        for one in self._came:
            known = self._book.get(one.entry.registration_id)
            is_there = known is not None and self._book.is_there(known)
            if is_there and not one.is_listed:
                self._items.insertRow(row, _item(one))
            elif one.is_listed and not is_there:
                self._items.removeRow(row)
            one.is_listed = is_there
            row += is_there

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
        row, listed = self.currentIndex().row(), self._listed
        if 0 <= row < len(listed):
            self.take_back_wanted.emit(listed[row].entry, listed[row].moment)


def _item(arrival: _Arrival) -> QStandardItem:
    return QStandardItem(f"{hour_text(arrival.moment)}   {arrival.entry.name}")
