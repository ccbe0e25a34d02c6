"""Chooses the fiscal year that every view of the page of accounts is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.fiscal_years import FiscalYear

# What the frame of the list and a scroll bar take.
_AROUND = 32


class FiscalYearBox(QComboBox):
    """Tells when the person chooses another year; ``year`` is None until some are known."""

    year_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years: tuple[FiscalYear, ...] = ()
        self.setAccessibleName(_("Fiscal year"))
        self.setToolTip(_("Fiscal year"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._on_activated)

    @property
    def year(self) -> FiscalYear | None:
        """The chosen year."""
        row = self.currentIndex()
        return self._years[row] if 0 <= row < len(self._years) else None

    @property
    def years(self) -> tuple[FiscalYear, ...]:
        """The years to choose from, newest first."""
        return self._years

    def set_years(self, years: Sequence[FiscalYear], today: dt.date) -> None:
        """Offer these years, newest first; keep the choice, else take the one of today."""
        before = self.year
        ordered = tuple(sorted(years, key=lambda year: year.starts_on, reverse=True))
        if ordered == self._years:
            return
        self._years = ordered
        self.clear()
        self.addItems([_said(year) for year in ordered])
        kept = None if before is None else before.id
        if not self.choose(kept):
            now = next((year.id for year in ordered if year.holds(today)), None)
            self.choose(now)

    def choose(self, year_id: int | None) -> bool:
        """Choose a year without telling; tell whether it is offered."""
        for row, year in enumerate(self._years):
            if year.id == year_id:
                self.setCurrentIndex(row)
                return True
        return False

    @override
    def minimumSizeHint(self) -> QSize:
        """Let a narrow window cut off that a year is closed, never which year it is."""
        usual = self.sizeHint()
        longest = max((self._width(_named(x)) for x in self._years), default=0)
        cut = max((self._width(_said(x)) for x in self._years), default=0) - longest
        return QSize(max(0, usual.width() - cut), usual.height())

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    @override
    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _AROUND)
        super().showPopup()

    @Slot(int)
    def _on_activated(self, _row: int) -> None:
        self.year_changed.emit()


def _named(year: FiscalYear) -> str:
    return _("Fiscal year {label}").format(label=year.label)


def _said(year: FiscalYear) -> str:
    if year.is_open:
        return _named(year)
    return _("Fiscal year {label}, closed").format(label=year.label)
