"""Items whose words are wrapped are as high as all their lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QStyle, QStyleOptionViewItem

from coopdesk.ui.widgets.wrapped_items import WrappedItems

WRAPPED = Qt.TextFlag.TextWordWrap


def cut_off(shown):
    """Return the items whose words need more room than they have."""
    found = []
    for at in range(shown.count()):
        item = shown.item(at)
        option = QStyleOptionViewItem()
        shown.initViewItemOption(option)
        option.rect = shown.visualItemRect(item)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.text = item.text()
        room = shown.style().subElementRect(
            QStyle.SubElement.SE_ItemViewItemText, option, shown
        )
        # On both sides the style keeps a margin of its own.
        width = room.width() - 8
        needed = shown.fontMetrics().boundingRect(0, 0, width, 10_000, WRAPPED, item.text())
        if needed.height() > room.height():
            found.append(item.text())
    return found


def test_words_that_nearly_fill_a_line_lose_no_line(qtbot, theme, window):
    shown = QListWidget(window)
    shown.setWordWrap(True)
    shown.setItemDelegate(WrappedItems(shown))
    shown.resize(262, 200)
    for length in range(1, 60):
        shown.addItem("Stand n" + "o" * (length % 12) + " du marché" * (length // 12) + "\n9 h")
    window.show()
    qtbot.waitExposed(window)
    assert cut_off(shown) == []
    shown.setItemDelegate(None)
    shown.doItemsLayout()
    assert cut_off(shown)
