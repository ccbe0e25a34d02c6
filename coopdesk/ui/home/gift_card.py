"""The chart of gifts and, one key away, the table behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot

from coopdesk.ui.home.chart_card import ChartCard
from coopdesk.ui.home.gift_chart import GiftChart
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.home import GiftYear

_HEIGHT = 260


class GiftCard(ChartCard):
    """Months open their gifts, from the chart and from the table."""

    month_opened = Signal(int, int)  # year, month from 1; 0 for the whole year

    def __init__(self) -> None:
        self.chart = GiftChart()
        super().__init__(_("Gifts by month"), self.chart, 3, _HEIGHT)
        self._years = (0, 0)
        self.chart.month_opened.connect(partial(self._open, 0))
        self.table.activated.connect(self._on_cell)

    def show_years(self, now: GiftYear, before: GiftYear) -> None:
        """Show two years in both forms."""
        from coopdesk.wording.formats import money_text, month_names

        self._years = (now.year, before.year)
        self.chart.show_years(now, before)
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
