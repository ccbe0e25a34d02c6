"""Paints a result of the finder: its name, where it stands, and its keys at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

DETAIL_ROLE = int(Qt.ItemDataRole.UserRole)
KEYS_ROLE = DETAIL_ROLE + 1
ROW_HEIGHT = 36

_GAP = 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EntryDelegate(QStyledItemDelegate):
    """One line: icon and name as usual, the rest in the quiet colour."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        self.initStyleOption(option, index)
        text_area = option.widget.style().subElementRect(
            QStyle.SubElement.SE_ItemViewItemText, option, option.widget
        )
        taken = option.fontMetrics.horizontalAdvance(option.text) + _GAP
        # One pixel lower: the style rounds the height of a line of text up, this down.
        room = text_area.translated(0, 1)
        room.setLeft(text_area.left() + taken)
        room.setRight(option.rect.right() - _GAP)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        keys = index.data(KEYS_ROLE) or ""
        painter.drawText(room, _RIGHT, keys)
        room.setRight(room.right() - option.fontMetrics.horizontalAdvance(keys) - _GAP)
        detail = option.fontMetrics.elidedText(
            index.data(DETAIL_ROLE) or "", Qt.TextElideMode.ElideRight, max(0, room.width())
        )
        painter.drawText(room, _LEFT, detail)
        painter.restore()
