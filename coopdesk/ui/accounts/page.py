"""Accounts: the books of a fiscal year under tabs, and the workbook for the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.entries import EntryForm
from coopdesk.services.outcome import Subject
from coopdesk.ui.accounts.arranging import Arranging
from coopdesk.ui.accounts.exchange import BookExchange
from coopdesk.ui.accounts.views import BOOK, AccountViews, View
from coopdesk.ui.accounts.workbook_job import workbook_job
from coopdesk.ui.accounts.year_box import FiscalYearBox
from coopdesk.ui.file_writing import FileWriting
from coopdesk.ui.page import Page, Role
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.ui.desk import Desk

_SUBJECTS = frozenset(
    {
        Subject.PAYMENTS,
        Subject.DONATIONS,
        Subject.EXPENSES,
        Subject.CONTACTS,
        Subject.ENTRIES,
        Subject.CHART,
        Subject.FISCAL_YEARS,
        Subject.ACTIVITIES,
        Subject.BUDGETS,
        Subject.INVENTORY,
    }
)


class AccountPage(Page):
    """One view at a time of the same fiscal year; views say what stands in the head."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Accounts"), _SUBJECTS, parent)
        self.workbook = FileWriting(desk, self, "workbooks")
        self.workbook_action = self.make_action(
            _("Workbook for the board…"), "table", self.write_workbook, Role.EXPORT
        )
        self.add_tool(self.workbook_action)
        self.year_box = FiscalYearBox()
        self.year_box.hide()
        self.views = AccountViews(self)
        self.record_action = self.views.make_first_step(View.ENTRIES, _("New entry…"), "plus")
        self.grid_action = self.make_action(
            _("New entry, line by line"), "rows", self._on_grid, keys="Ctrl+Shift+N"
        )
        self.add_more(self.grid_action)
        self.validate_action = self.make_action(
            _("Validate drafts…"), "circle-wavy-check", self._on_validate
        )
        self.book_action = self.make_action(
            _("Prepare the entries…"), "magic-wand", self._on_book
        )
        self.models_action = self.make_action(_("Models of entries…"), "copy", self._on_models)
        self.add_more(self.models_action)
        self.exchange = BookExchange(self)
        self.import_action = self.exchange.import_action
        self.openings_action = self.exchange.openings_action
        self.fec_action = self.exchange.fec_action
        self.arranging = Arranging(self)
        self._year_to_show: int | None = None
        self._waiting: Callable[[FiscalYear], None] | None = None
        self._lay_out_body()
        self.year_box.year_changed.connect(self._on_year)
        self.views.changed.connect(self.show_head)

    def _lay_out_body(self) -> None:
        self.bar = FileBar(_("Open the workbook"), "table")
        self.workbook.tell_in(self.bar)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.views.tabs)
        row.addStretch(1)
        row.addWidget(self.year_box)
        self.body.addLayout(row)
        self.body.addWidget(self.views.stack, 1)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.exchange.bar)

    @property
    def fiscal_year(self) -> FiscalYear | None:
        """The year that the views show, None until the years are read."""
        return self.year_box.year

    def with_year(self, call: Callable[[FiscalYear], None]) -> None:
        """Call with the year that is shown: at once, or when the years are read."""
        if self.fiscal_year is None:
            self._waiting = call
        else:
            call(self.fiscal_year)

    def choose_year(self, year_id: int) -> None:
        """Show another fiscal year, as the person would choose it."""
        if self.year_box.choose(year_id):
            self._on_year()

    def show_year_later(self, year_id: int) -> None:
        """Show a fiscal year that was just made, once the years are read again."""
        self._year_to_show = year_id
        self.reload()

    @Slot()
    def show_head(self) -> None:
        """Put into the head what the view is about."""
        head = self.views.shown.head
        self.search_field = head.search
        self.year_box.setVisible(head.uses_year and bool(self.year_box.years))
        new = head.primary or self.record_action  # where nothing is made: an entry
        self.role_actions = {Role.EXPORT: self.workbook_action, Role.NEW: new, **head.roles}
        self.set_primary(head.primary)
        self.put_view_tools(head.tools)
        self.roles_changed.emit()
        follow_reading(self)

    @property
    @override
    def shown_view(self) -> str:
        return self.views.current.value

    @override
    @Slot()
    def reload(self) -> None:
        read = self.desk.services.fiscal_years.list
        self.desk.tasks.query(self, read, self._on_years, replaces="years")

    def _on_years(self, years: Sequence[FiscalYear]) -> None:
        self.year_box.set_years(years, self.desk.today())
        if self.year_box.choose(self._year_to_show):
            self._year_to_show = None
        self.views.reload()
        self.show_head()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.with_year(waiting)

    @Slot()
    def _on_year(self) -> None:
        self.bar.hide()
        self.views.reload()

    @override
    def show_target(self, target: object) -> None:
        if target == "workbook":
            self.write_workbook()
        elif isinstance(target, tuple) and target[:1] == ("import",):
            self.exchange.look(target[1])
        else:
            self.views.show_target(target)

    @Slot()
    def _on_grid(self) -> None:
        self.show_target(("new_entry", EntryForm.GRID))

    @Slot()
    def _on_models(self) -> None:
        self.show_target(("models", None))

    @Slot()
    def _on_book(self) -> None:
        self.show_target(("entries", BOOK))

    @Slot()
    def _on_validate(self) -> None:
        self.show_target(("validate", None))

    @Slot()
    def write_workbook(self) -> None:
        """Ask where to write the workbook of the year."""
        self.with_year(self._ask_workbook)

    def _ask_workbook(self, year: FiscalYear) -> None:
        self.workbook.ask(workbook_job(self.desk.services, year))
