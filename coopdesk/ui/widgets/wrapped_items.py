"""Makes the items of a list as high as their words are once they are wrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize

# On both sides together, as the style sheet says and Qt forgets when it counts lines.
_PADDING = 16


class WrappedItems(QStyledItemDelegate):
    """Words that nearly fill the last line would else lose the line after it."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        narrow = QStyleOptionViewItem(option)
        narrow.rect.setWidth(option.rect.width() - _PADDING)
        return super().sizeHint(narrow, index)
