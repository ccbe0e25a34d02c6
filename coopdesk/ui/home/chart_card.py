"""A card with a chart and, one key away, the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from coopdesk.ui.fonts import figure_font
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.card import Card
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = 28
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChartCard(Card):
    """Shows the chart or the table; ``toggle`` changes between them."""

    def __init__(self, title: str, chart: QWidget, columns: int, height: int) -> None:
        self.table_action = QAction(_("Table"))
        self.table_action.setProperty("icon_name", "table")
        self.table_action.setProperty("keys", "Ctrl+T")
        self.table_action.setStatusTip(_("Show the chart as a table, and back"))
        button = ActionButton(self.table_action)
        button.setProperty("kind", "flat")
        super().__init__(title, (button,))
        self.table_button = button
        self.table_action.setParent(self)
        self.table_action.triggered.connect(self.toggle)
        button.setAccessibleName(_("{title}: table").format(title=title))
        self._chart = chart
        self.table = QTableWidget(0, columns)
        self.table.setAccessibleName(title)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._stack = QStackedWidget()
        # Of a height of its own: what stands beneath stays where it is.
        self._stack.setFixedHeight(height)
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        self.body.addWidget(self._stack, 1)

    @property
    def shows_table(self) -> bool:
        """Whether the table is in view."""
        return self._stack.currentWidget() is self.table

    @Slot()
    def toggle(self) -> None:
        """Show the table instead of the chart, or the other way round."""
        if not self.table_action.isEnabled():
            return
        shown = self._chart if self.shows_table else self.table
        self._stack.setCurrentWidget(shown)
        shown.setFocus()

    def stand_in(self, first_step: QWidget | None) -> None:
        """Say how to begin in the place of an empty chart; None shows the chart again."""
        self.table_action.setVisible(first_step is None)
        self.table_action.setEnabled(first_step is None)
        if first_step is not None:
            self._stack.addWidget(first_step)
            self._stack.setCurrentWidget(first_step)
        elif not self.shows_table:
            self._stack.setCurrentWidget(self._chart)

    def fill(self, heads: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
        """Write the table: names at the left, figures at the right."""
        for column, text in enumerate(heads):
            heading = self.table.horizontalHeaderItem(column)
            if heading is None:
                heading = QTableWidgetItem()
                heading.setTextAlignment(_RIGHT if column else _LEFT)
                self.table.setHorizontalHeaderItem(column, heading)
            heading.setText(text)
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                self._put(number, column, text)

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
