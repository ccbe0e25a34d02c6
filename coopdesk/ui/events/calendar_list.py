"""A few entries beneath each other, with all their words: one day's, or those without a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from coopdesk.ui.events.calendar_marks import ICONS
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import plain_tooltip
from coopdesk.ui.widgets.wrapped_items import WrappedItems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from coopdesk.ui.events.calendar_marks import Mark

_LEAST = 48


class MarkList(QListView):
    """Enter or a double click opens; Escape gives the keys back.

    With ``most`` it is as high as what it lists, up to there.
    """

    mark_opened = Signal(object)  # Mark
    left = Signal()

    # Known to the class: Qt lays out while it is still being built.
    _most = 0

    def __init__(self, name: str, parent: QWidget | None = None, *, most: int = 0) -> None:
        super().__init__(parent)
        self._most = most
        self._marks: list[Mark] = []
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setItemDelegate(WrappedItems(self))
        self.setIconSize(QSize(20, 20))
        self.activated.connect(self._on_activated)

    @property
    def marks(self) -> list[Mark]:
        """What is listed."""
        return list(self._marks)

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """List other entries."""
        self._marks = list(marks)
        self._items.clear()
        for mark in self._marks:
            words = "\n".join(part for part in (mark.title, mark.detail) if part)
            item = QStandardItem(icon(ICONS[mark.shape]), words)
            item.setData(mark.said, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(plain_tooltip(mark.said))
            self._items.appendRow(item)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.mark_opened.emit(self._marks[index.row()])

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._marks:
            # Of itself Qt goes to the first one without showing that it is there.
            at = self.currentIndex()
            self.setCurrentIndex(at if at.isValid() else self._items.index(0, 0))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Two lists stand beneath each other: what is marked is what the keys act on.
        self.setCurrentIndex(QModelIndex())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LEAST)

    @override
    def updateGeometries(self) -> None:
        """Be as high as the words, wrapped as they are now, up to where it scrolls."""
        super().updateGeometries()
        if self._most:
            whole = self.contentsSize().height() + 2 * self.frameWidth()
            self.setFixedHeight(min(max(_LEAST, whole), self._most))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
