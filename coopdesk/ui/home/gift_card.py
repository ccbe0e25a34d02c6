"""The chart of gifts and, one key away, the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from coopdesk.ui.fonts import figure_font
from coopdesk.ui.home.gift_chart import GiftChart
from coopdesk.ui.widgets.card import Card
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.home import GiftYear
    from coopdesk.domain.money import Money

_ROW = 28
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GiftCard(Card):
    """Shows the chart or the table; ``toggle`` changes between them."""

    def __init__(self, switch: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(_("Gifts by month"), (switch,), parent)
        self.chart = GiftChart()
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(_("Gifts by month"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        self.body.addWidget(self._stack, 1)

    @property
    def shows_table(self) -> bool:
        """Whether the table is in view."""
        return self._stack.currentWidget() is self.table

    @Slot()
    def toggle(self) -> None:
        """Show the table instead of the chart, or the other way round."""
        shown = self.chart if self.shows_table else self.table
        self._stack.setCurrentWidget(shown)
        shown.setFocus()

    def show_years(self, now: GiftYear, before: GiftYear) -> None:
        """Show two years in both forms."""
        from coopdesk.wording.formats import month_names

        self.chart.show_years(now, before)
        for column, text in enumerate((_("Month"), str(now.year), str(before.year))):
            item = QTableWidgetItem(text)
            item.setTextAlignment(_RIGHT if column else _LEFT)
            self.table.setHorizontalHeaderItem(column, item)
        rows = list(zip(month_names(), now.by_month, before.by_month, strict=True))
        rows.append((_("Total"), now.total, before.total))
        self.table.setRowCount(len(rows))
        for number, (name, *amounts) in enumerate(rows):
            self.table.setItem(number, 0, QTableWidgetItem(name))
            for column, amount in enumerate(amounts, start=1):
                self.table.setItem(number, column, _amount_item(amount))


def _amount_item(amount: Money) -> QTableWidgetItem:
    from coopdesk.wording.formats import money_text

    item = QTableWidgetItem(money_text(amount))
    item.setTextAlignment(_RIGHT)
    item.setFont(figure_font())
    return item
