"""Asks how the numbers of a year's receipts are written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.ui.receipts.series_dialog import SeriesDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.receipts import ReceiptSeries
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class Numbering(QObject):
    """Reads the series of a year, asks, stores it."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.dialog: SeriesDialog | None = None

    def ask(self, year: int) -> None:
        """Show the numbering of a year; it can be chosen until the first receipt."""
        read = partial(_read, self._desk.services, year)
        self._desk.tasks.query(self, read, self._on_read)

    def _on_read(self, read: tuple[ReceiptSeries, bool]) -> None:
        series, is_fixed = read
        self.dialog = SeriesDialog(series, self._window, is_fixed=is_fixed)
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot(object)
    def _on_submitted(self, series: ReceiptSeries) -> None:
        dialog, life = self.dialog, self._desk.services.receipt_life
        if dialog is not None:
            self._desk.tasks.command(
                dialog,
                partial(life.set_series, series.year, series.prefix, series.digits),
                dialog.saved,
                failed=dialog.show_error,
                ended=dialog.unlock,
            )

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None


def _read(services: Services, year: int) -> tuple[ReceiptSeries, bool]:
    """Read how numbers are written, and whether that is fixed; runs on the worker."""
    life = services.receipt_life
    return life.series(year), life.is_series_fixed(year)
