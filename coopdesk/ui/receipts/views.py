"""The views of the page of receipts, with the tabs and filters that lead to them."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.ui.receipts.control_room import ControlRoom
from coopdesk.ui.receipts.declaration_view import DeclarationView
from coopdesk.ui.receipts.issued_reading import IssuedWanted
from coopdesk.ui.receipts.issued_view import IssuedView
from coopdesk.ui.receipts.words import COMPANIES, PERSONS
from coopdesk.ui.receipts.year_reading import first_year
from coopdesk.ui.widgets.chips import RemovableChip
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.view_tabs import view_stack, view_tabs
from coopdesk.ui.widgets.year_box import YearBox
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.page import Page
    from coopdesk.ui.receipts.declared import DeclaredFigure

_FORM_LENGTH = 10
# Room for what a figure counts, its year and its form.
_CHIP_WIDTH = 420
# Beside that chip a narrow window leaves the search little.
_SEARCH_WIDTH = 140


class View(enum.Enum):
    """What the page shows; the value is the place among the tabs."""

    ROOM = 0
    ISSUED = 1
    DECLARATION = 2


class ReceiptViews(QWidget):
    """Tabs, search, form and year in one row; ``stack`` holds what they are about.

    A figure of the declaration counts receipts of several years: a chip that names it takes the
    place of form and year until it is taken away.
    """

    changed = Signal()
    filtered = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        desk = page.desk
        self.room = ControlRoom(desk)
        self.issued = IssuedView(desk)
        self.declaration = DeclarationView(page)
        self.stack = view_stack()
        names = (_("To issue"), _("Issued"), _("Declaration"))
        self.tabs = view_tabs(_("Views of the receipts"), names)
        self.search = SearchField(_search_text(is_issued=False))
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        forms = [("", _("All forms")), (PERSONS, _("Persons")), (COMPANIES, _("Companies"))]
        self.form_box = ChoiceBox(forms)
        self.form_box.setMinimumContentsLength(_FORM_LENGTH)
        self.form_box.setAccessibleName(_("Cerfa form"))
        self.form_box.setToolTip(_("Cerfa form"))
        self.year_box = YearBox(first_year(desk.today()))
        self._declared: DeclaredFigure | None = None
        self.declared_chip = RemovableChip(_CHIP_WIDTH)
        self._lay_out()
        self._connect()
        self._show_filters()

    def fill(self) -> None:
        """Put the views into the stack, once it has its place.

        Whatever is moved is polished anew, part by part.
        """
        for view in (self.room, self.issued, self.declaration):
            self.stack.addWidget(view)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addWidget(self.search, 1)
        row.addStretch()
        row.addWidget(self.declared_chip)
        row.addWidget(self.form_box)
        row.addWidget(self.year_box)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.search.searched.connect(self.filtered)
        self.form_box.activated.connect(self.filtered)
        # Whoever wants another year wants no figure of this one.
        self.year_box.year_changed.connect(self.forget_declared)
        self.declared_chip.clicked.connect(self._on_chip)

    @property
    def current(self) -> View:
        """The view that is shown."""
        return View(self.tabs.currentIndex())

    def go_to(self, view: View) -> None:
        """Show a view."""
        self.tabs.setCurrentIndex(view.value)

    @property
    def asked(self) -> IssuedWanted:
        """Which issued receipts the filters ask for."""
        text, form = self.search.text().strip(), self.form_box.value
        return IssuedWanted(self.year_box.year, text, form, self._declared)

    def clear(self) -> None:
        """Ask for everything of the year."""
        self.search.clear()
        self.form_box.choose("")
        self.forget_declared()

    def show_declared(self, figure: DeclaredFigure) -> None:
        """Ask for the receipts behind a figure of the declaration."""
        self.clear()
        self._declared = figure
        self._show_filters()

    @Slot()
    def forget_declared(self) -> None:
        """Ask for the receipts of the year again."""
        self._declared = None
        self._show_filters()

    @Slot()
    def _on_chip(self) -> None:
        self.forget_declared()
        self.issued.setFocus()
        self.filtered.emit()

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        self._show_filters()
        self.changed.emit()

    def _show_filters(self) -> None:
        is_issued = self.current is View.ISSUED
        has_search = self.current is not View.DECLARATION
        declared = self._declared if is_issued else None
        text = declared.text if declared is not None else ""
        shown = {
            self.search: has_search,
            self.declared_chip: bool(text),
            self.form_box: is_issued and not text,
            self.year_box: has_search and not text,
        }
        # What leaves goes first: all of them at once would widen the window.
        for widget in sorted(shown, key=shown.__getitem__):
            widget.setVisible(shown[widget])
        self.declared_chip.show_filter(text)
        self.search.setPlaceholderText(_search_text(is_issued=is_issued))
        self.search.setAccessibleName(self.search.placeholderText())


def _search_text(*, is_issued: bool) -> str:
    if is_issued:
        return _("Search a donor or a number")
    return _("Search a donor, a campaign or a number")
