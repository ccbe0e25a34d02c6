"""The treasury by month: a picture, and the table behind it one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from coopdesk.ui.reports.sheet_table import FigureSheet
from coopdesk.ui.reports.targets import month_target
from coopdesk.ui.reports.treasury_chart import TreasuryChart
from coopdesk.ui.reports.treasury_rows import chart_months, treasury_sheet
from coopdesk.ui.widgets.card import Card
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.treasury import Treasury


class TreasuryView(QWidget):
    """Enter on a month shows its accounts; Ctrl+T changes between picture and table."""

    opened = Signal(object)  # a target

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._treasury: Treasury | None = None
        self.chart = TreasuryChart()
        self.sheet = FigureSheet(_("Treasury by month"))
        self.table_button = QPushButton(_("As a table"))
        self.table_button.setProperty("kind", "flat")
        self.table_button.setShortcut("Ctrl+T")
        self.table_button.setToolTip(_("The months as a table or as a picture (Ctrl+T)"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.sheet)
        card = Card(_("Treasury by month"), (self.table_button,))
        card.body.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.setFocusProxy(self.chart)
        self.table_button.clicked.connect(self._on_table)
        self.chart.opened.connect(self._on_month)
        self.sheet.opened.connect(self.opened)

    @property
    def shows_table(self) -> bool:
        """Whether the table is shown instead of the picture."""
        return self._stack.currentIndex() == 1

    def show_treasury(self, treasury: Treasury) -> None:
        """Show the months of a fiscal year."""
        self._treasury = treasury
        self.chart.show_months(chart_months(treasury))
        sheet = treasury_sheet(treasury)
        self.sheet.show_rows(sheet.columns, sheet.rows)

    @Slot()
    def _on_table(self) -> None:
        to_table = not self.shows_table
        self._stack.setCurrentIndex(1 if to_table else 0)
        self.table_button.setText(_("As a picture") if to_table else _("As a table"))
        shown = self.sheet if to_table else self.chart
        self.setFocusProxy(shown)
        if to_table:
            self.sheet.select_first()
        shown.setFocus()

    @Slot(int)
    def _on_month(self, place: int) -> None:
        months = self._treasury.months if self._treasury is not None else ()
        if place < len(months):
            self.opened.emit(month_target(months[place].month_on))
