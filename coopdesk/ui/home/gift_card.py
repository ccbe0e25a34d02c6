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
        from coopdesk.wording.formats import money_text, month_names

        self.chart.show_years(now, before)
        for column, text in enumerate((_("Month"), str(now.year), str(before.year))):
            heading = self.table.horizontalHeaderItem(column)
            if heading is None:
                heading = QTableWidgetItem()
                heading.setTextAlignment(_RIGHT if column else _LEFT)
                self.table.setHorizontalHeaderItem(column, heading)
            heading.setText(text)
        rows = list(zip(month_names(), now.by_month, before.by_month, strict=True))
        rows.append((_("Total"), now.total, before.total))
        self.table.setRowCount(len(rows))
        for number, (name, *amounts) in enumerate(rows):
            self._put(number, 0, name)
            for column, amount in enumerate(amounts, start=1):
                self._put(number, column, money_text(amount))

    def _put(self, row: int, column: int, text: str) -> None:
        """Write a cell; its item is made once, for the bindings bear no deleting of items."""
        item = self.table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            if column:
                item.setTextAlignment(_RIGHT)
                item.setFont(figure_font())
            self.table.setItem(row, column, item)
        item.setText(text)
