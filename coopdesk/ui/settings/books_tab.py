"""How the books are kept: chart of accounts, journals, fiscal years, automatic entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coopdesk.ui.settings.booking_tab import BookingTab
from coopdesk.ui.settings.chart_tab import ChartTab
from coopdesk.ui.settings.journals_part import JournalsPart
from coopdesk.ui.settings.years_part import YearsPart
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.ui.desk import Desk

CHART, JOURNALS, YEARS, BOOKING = "chart", "journals", "years", "booking"
BOOK_PARTS = frozenset({CHART, JOURNALS, YEARS, BOOKING})


class BooksTab(QWidget):
    """One list at a time; ``parts`` says which."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = ChartTab(desk)
        self.journals = JournalsPart(desk)
        self.years = YearsPart(desk)
        self.booking = BookingTab(desk)
        self.parts: ChoiceChips[str] = ChoiceChips(
            _("Bookkeeping"),
            [
                (CHART, _("Chart of accounts")),
                (JOURNALS, _("Journals")),
                (YEARS, _("Fiscal years")),
                (BOOKING, _("Automatic entries")),
            ],
        )
        self._lists: dict[str, ChartTab | JournalsPart | YearsPart | BookingTab] = {
            CHART: self.chart,
            JOURNALS: self.journals,
            YEARS: self.years,
            BOOKING: self.booking,
        }
        self._stack = QStackedWidget()
        self.parts.chosen.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.parts)
        layout.addWidget(self._stack, 1)
        for part in (self.chart, self.journals, self.years, self.booking):
            self._stack.addWidget(part)

    def show_part(self, part: str) -> None:
        """Show one of the lists."""
        self.parts.choose(part)
        self._show()

    @Slot()
    def _show(self) -> None:
        self._stack.setCurrentWidget(self._lists[self.parts.key])

    @property
    def add_action(self) -> QAction | None:
        """What Ctrl+N does in the list that is shown."""
        shown = self._lists[self.parts.key]
        return None if isinstance(shown, BookingTab) else shown.add_action

    @Slot()
    def reload(self) -> None:
        """Read every list again."""
        for part in self._lists.values():
            part.reload()
