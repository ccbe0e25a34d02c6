"""Cells that do something when they are clicked, shown as links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex

# What a list shows until its rows are read.
_PENDING = "…"
_RADIUS = 4


class LinkDelegate(QStyledItemDelegate):
    """Paints the cells of a column as links, framed where the keyboard is."""

    followed = Signal(int)  # row

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if option.text == _PENDING:
            return
        link = option.palette.color(QPalette.ColorRole.Link)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, link)
        option.font.setUnderline(True)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus and index.data():
            painter.save()
            painter.setPen(option.palette.color(QPalette.ColorRole.Link))
            painter.drawRoundedRect(option.rect.adjusted(1, 3, -2, -4), _RADIUS, _RADIUS)
            painter.restore()

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        )
        if clicked and index.data():
            self.followed.emit(index.row())
            return True
        return super().editorEvent(event, model, option, index)
