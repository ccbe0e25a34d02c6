"""The views of the page of receipts, with the tabs and filters that lead to them."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QTabBar, QWidget

from coopdesk.ui.receipts.control_room import ControlRoom
from coopdesk.ui.receipts.declaration_view import DeclarationView
from coopdesk.ui.receipts.issued_view import IssuedView
from coopdesk.ui.receipts.words import COMPANIES, PERSONS
from coopdesk.ui.receipts.year_reading import first_year
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.year_box import YearBox
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.page import Page

_LEAST_HEIGHT = 120
_FORM_LENGTH = 10


class View(enum.Enum):
    """What the page shows; the value is the place among the tabs."""

    ROOM = 0
    ISSUED = 1
    DECLARATION = 2


class ReceiptViews(QWidget):
    """Tabs, search, form and year in one row; ``stack`` holds what they are about."""

    changed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        desk = page.desk
        self.room = ControlRoom(desk)
        self.issued = IssuedView(desk)
        self.declaration = DeclarationView(page)
        self.stack = QStackedWidget()
        for view in (self.room, self.issued, self.declaration):
            self.stack.addWidget(view)
        # Beside notices a low window has room for few lines: they scroll.
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.stack.setMinimumHeight(_LEAST_HEIGHT)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        # Arrows would hide a view; the row has room for all of them.
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(_("Views of the receipts"))
        for name in (_("To issue"), _("Issued"), _("Declaration")):
            self.tabs.addTab(name)
        self.search = SearchField(_("Search a donor, a campaign or a number"))
        forms = [("", _("All forms")), (PERSONS, _("Persons")), (COMPANIES, _("Companies"))]
        self.form_box = ChoiceBox(forms)
        self.form_box.setMinimumContentsLength(_FORM_LENGTH)
        self.form_box.setAccessibleName(_("Cerfa form"))
        self.form_box.setToolTip(_("Cerfa form"))
        self.year_box = YearBox(first_year(desk.today()))
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tab)
        self._show_filters()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addWidget(self.search, 1)
        row.addStretch()
        row.addWidget(self.form_box)
        row.addWidget(self.year_box)

    @property
    def current(self) -> View:
        """The view that is shown."""
        return View(self.tabs.currentIndex())

    def go_to(self, view: View) -> None:
        """Show a view."""
        self.tabs.setCurrentIndex(view.value)

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        self._show_filters()
        self.changed.emit()

    def _show_filters(self) -> None:
        self.form_box.setVisible(self.current is View.ISSUED)
        for widget in (self.search, self.year_box):
            widget.setVisible(self.current is not View.DECLARATION)
