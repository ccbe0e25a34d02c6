"""Chooses a year among those that have something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence


class YearBox(QComboBox):
    """Tells when the person chooses another year."""

    year_changed = Signal(int)

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Year"))
        self.setToolTip(_("Year"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem(str(year), year)
        self.activated.connect(self._on_activated)

    @property
    def year(self) -> int:
        """The chosen year."""
        return int(self.currentData())

    def set_years(self, years: Sequence[int]) -> None:
        """Offer these years, newest first, and keep the choice."""
        wanted = sorted({*years, self.year}, reverse=True)
        if wanted == [self.itemData(row) for row in range(self.count())]:
            return
        chosen = self.year
        self.clear()
        for year in wanted:
            self.addItem(str(year), year)
        self.choose(chosen)

    def choose(self, year: int) -> None:
        """Choose a year, adding it if need be; nothing is announced."""
        if self.findData(year) < 0:
            self.set_years([year])
        self.setCurrentIndex(self.findData(year))

    @Slot(int)
    def _on_activated(self, _row: int) -> None:
        self.year_changed.emit(self.year)
