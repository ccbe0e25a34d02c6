"""The curve of the treasury with what may come, and the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QAction
from typing_extensions import override

from coopdesk.ui.home.chart_card import ChartCard
from coopdesk.ui.reports.treasury_chart import TreasuryChart
from coopdesk.ui.reports.treasury_painting import ChartMonth
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.formats import money_text, month_names, month_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.home import TreasuryCurve, TreasuryPoint

# Lower than the one of the reports: here the curve alone is drawn.
_HEIGHT = 200


class HeldMonth(ChartMonth):
    """A month of which only what is held at its end is told."""

    __slots__ = ()

    @property
    @override
    def words(self) -> str:
        return point_words(self.name, money_text(self.held), is_forecast=self.is_forecast)


class TreasuryCard(ChartCard):
    """Months open what came and went in them."""

    point_opened = Signal(object)  # Place
    first_wanted = Signal()

    def __init__(self) -> None:
        self.chart = TreasuryChart()
        super().__init__(_("Treasury"), self.chart, 2, _HEIGHT)
        self._points: tuple[TreasuryPoint, ...] = ()
        self._add_first_step()
        self.chart.opened.connect(self._open)
        self.table.activated.connect(self._on_cell)

    def _add_first_step(self) -> None:
        self.first_action = QAction(_("Open the accounts"), self)
        self.first_action.setProperty("icon_name", "chart-bar")
        self.first_action.triggered.connect(self.first_wanted)
        told = _("Here will stand what the association holds at the end of each month.")
        self.first_step = EmptyState("chart-bar", _("Nothing in the books yet"), told)
        self.first_step.offer(self.first_action)

    def show_curve(self, curve: TreasuryCurve) -> None:
        """Show the money of the fiscal year, and what may come."""
        self._points = curve.points
        self.stand_in(None if curve.points else self.first_step)
        self.chart.show_months([_month(point) for point in curve.points])
        self.fill(
            (_("Month"), _("Held at the end of the month")),
            [
                (
                    _forecast_name(month_text(point.month_on))
                    if point.is_forecast
                    else month_text(point.month_on),
                    money_text(point.closing),
                )
                for point in curve.points
            ],
        )

    @Slot(int)
    def _open(self, number: int) -> None:
        if 0 <= number < len(self._points):
            self.point_opened.emit(self._points[number].place)

    @Slot(QModelIndex)
    def _on_cell(self, index: QModelIndex) -> None:
        self._open(index.row())


def _month(point: TreasuryPoint) -> HeldMonth:
    return HeldMonth(
        name=month_text(point.month_on),
        short=month_names(short=True)[point.month_on.month - 1],
        held=point.closing,
        is_forecast=point.is_forecast,
    )


def _forecast_name(month: str) -> str:
    return _("{month}, forecast").format(month=month)


def point_words(month: str, held: str, *, is_forecast: bool) -> str:
    """Say what is held at the end of a month, or may be."""
    name = _forecast_name(month) if is_forecast else month
    return _("{name}: {held} at the end").format(name=name, held=held)
