"""The chart of gifts and, one key away, the table behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QAction

from coopdesk.ui.home.chart_card import ChartCard
from coopdesk.ui.home.gift_chart import GiftChart
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.home import GiftYear

_HEIGHT = 260


class GiftCard(ChartCard):
    """Months open their gifts, from the chart and from the table."""

    month_opened = Signal(int, int)  # year, month from 1; 0 for the whole year
    first_wanted = Signal()

    def __init__(self) -> None:
        self.chart = GiftChart()
        super().__init__(_("Gifts by month"), self.chart, 3, _HEIGHT)
        self._years = (0, 0)
        self._add_first_step()
        self.chart.month_opened.connect(partial(self._open, 0))
        self.table.activated.connect(self._on_cell)

    def _add_first_step(self) -> None:
        self.first_action = QAction(_("New gift…"), self)
        self.first_action.setProperty("icon_name", "plus")
        self.first_action.triggered.connect(self.first_wanted)
        told = _("Here will stand the gifts of each month, this year beside the last.")
        self.first_step = EmptyState("gift", _("No gift yet"), told)
        self.first_step.offer(self.first_action)

    def show_years(self, now: GiftYear, before: GiftYear) -> None:
        """Show two years in both forms."""
        from coopdesk.wording.formats import money_text, month_names

        self._years = (now.year, before.year)
        self.chart.show_years(now, before)
        is_empty = not now.gift_count + before.gift_count
        self.stand_in(self.first_step if is_empty else None)
        rows = [
            (name, money_text(mine), money_text(theirs))
            for name, mine, theirs in zip(
                month_names(), now.by_month, before.by_month, strict=True
            )
        ]
        rows.append((_("Total"), money_text(now.total), money_text(before.total)))
        self.fill((_("Month"), str(now.year), str(before.year)), rows)

    def _open(self, back: int, month: int) -> None:
        self.month_opened.emit(self._years[back], month + 1)

    @Slot(QModelIndex)
    def _on_cell(self, index: QModelIndex) -> None:
        """Open the month of a row, of the year of a column; the last row is the whole year."""
        is_total = index.row() == self.table.rowCount() - 1
        self._open(1 if index.column() == 2 else 0, -1 if is_total else index.row())
