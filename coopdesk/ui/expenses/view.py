"""The view of volunteers' expenses on the page of gifts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.expenses import ExpenseFilter, ExpenseState
from coopdesk.ui.entries.booking_links import ENTRY_LINK, open_entry
from coopdesk.ui.expenses.columns import expense_columns
from coopdesk.ui.expenses.editing import ExpenseEditor
from coopdesk.ui.expenses.panel import ExpensePanel
from coopdesk.ui.expenses.record_actions import ExpenseActions
from coopdesk.ui.expenses.sheets import (
    ATTACH_LINK,
    CONTACT_LINK,
    DETACH_LINK,
    FILE_LINK,
    GIFT_LINK,
    PAYMENT_LINK,
    VEHICLE_LINK,
)
from coopdesk.ui.expenses.targets import NewSheetFor, SheetShown
from coopdesk.ui.file_writing import FileWriting
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import RecordView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_short
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.expenses import ExpenseSheet
    from coopdesk.domain.money import Money
    from coopdesk.services.expenses import ExpenseService
    from coopdesk.ui.page import Page

_FOLDER = "expenses"
_PAGES = {CONTACT_LINK: "contacts", GIFT_LINK: "donations", PAYMENT_LINK: "accounts"}


@dataclass(frozen=True, slots=True)
class Listing:
    """What the view shows; ``any_sheet`` tells an empty search from an empty list."""

    ids: list[int]
    totals: dict[ExpenseState, Money]
    any_sheet: bool


class ExpensesView(RecordView[ExpenseState | None]):
    """Sheets by state, the one that is open, and what can be done with it."""

    def __init__(self, page: Page) -> None:
        desk = page.desk
        states: list[tuple[ExpenseState | None, str]] = [
            (None, _("All sheets")),
            (ExpenseState.DRAFT, _("Drafts")),
            (ExpenseState.WAIVED, _("Waived")),
            (ExpenseState.REIMBURSED, _("Refunded ones")),
        ]
        panel = ExpensePanel(desk)
        parts = ViewParts(
            search=SearchField(_("Search a volunteer or a purpose…")),
            chips=ChoiceChips(_("State"), states),
            whole=None,
            list=RecordList(desk, "expenses", expense_columns(), desk.services.expenses.lines),
            panel=panel,
        )
        super().__init__(parts)
        self._desk = desk
        self._files = panel
        self._service = desk.services.expenses
        self.editor = ExpenseEditor(desk, page)
        self.writing = FileWriting(desk, page, _FOLDER)
        self.record = ExpenseActions(desk, page, self.editor, self.writing)
        self.primary_action = make_step(self, _("New expense sheet…"), "plus")
        self.change_action = self.record.change_action
        self.remove_action = self.record.remove_action
        self.record.rule(self.list, self.detail, panel)
        self.addActions([self.primary_action, *self.record.all])
        self.bar = FileBar(_("Open the file"), "file-pdf")
        self.add_foot(self.bar)
        self._say_empty()
        self._connect_to(panel)
        self.refresh_actions()

    def _say_empty(self) -> None:
        self.list.set_accessible_name(_("List of expense sheets"))
        empty = EmptyState(
            "receipt",
            _("No expense sheet yet"),
            _(
                "What volunteers spend for the association is paid back to them, or left to it "
                "as a gift that gives a tax receipt."
            ),
        )
        empty.offer(self.primary_action, primary=True)
        self.list.set_empty(empty)

    def _connect_to(self, panel: ExpensePanel) -> None:
        self.primary_action.triggered.connect(self._on_add)
        self.editor.saved.connect(self._on_saved)
        self.detail.wanted.connect(panel.show_sheet)
        panel.read.connect(self._on_read)
        panel.pane.enlarged.connect(self.detail.set_alone)
        panel.pane.listen(self)
        panel.link_activated.connect(self._on_link)
        self.writing.tell_in(self.bar)

    # the list

    @override
    @Slot()
    def reload(self) -> None:
        self.detail.read_again()
        sort, descending = self.list.sort
        wanted = ExpenseFilter(
            state=self.chips.key,
            text=self.search.text().strip(),
            sort=sort,
            descending=descending,
        )
        call = partial(_read_listing, self._service, wanted)
        self._desk.tasks.query(self, call, self._on_listing, replaces="ids")

    def _on_listing(self, found: Listing) -> None:
        self.list.set_totals(_totals_text(found.totals))
        self.show_ids(found.ids, any_record=found.any_sheet)

    @override
    @Slot()
    def refresh_actions(self) -> None:
        self.record.refresh()

    def show_target(self, target: object) -> None:
        """Show a sheet, or open the form of a new one."""
        if isinstance(target, SheetShown):
            self.show_record(target.sheet_id)
        elif isinstance(target, NewSheetFor):
            self.editor.add(target.volunteer)

    @Slot(object)
    def _on_read(self, sheet: ExpenseSheet | None) -> None:
        if sheet is None:
            self.detail.close_record()
        self.refresh_actions()

    # what is done

    @Slot()
    def _on_add(self) -> None:
        self.editor.add()

    @Slot(object)
    def _on_saved(self, sheet: ExpenseSheet) -> None:
        """The list is read again because expenses changed; here only what to show then."""
        if self.editor.dialog is None or not self.editor.dialog.repeats:
            self.show_made(sheet.id)
        else:
            self.select_later(sheet.id)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        kind, _colon, text = link.partition(":")
        key = int(text)
        if kind in _PAGES:
            self._desk.navigator.open(_PAGES[kind], key)
        elif kind == ENTRY_LINK:
            open_entry(self._desk, key)
        elif kind == FILE_LINK:
            self._files.show_file(key)
        elif kind == DETACH_LINK:
            self._desk.tasks.command(self, partial(self._service.detach, key))
        elif kind == ATTACH_LINK:
            self.record.attach_to_line(key)
        elif kind == VEHICLE_LINK:
            self.editor.change_vehicle(key)


def _totals_text(totals: dict[ExpenseState, Money]) -> str:
    """Return what there is in each state; no more than a narrow foot has room for."""
    states = {
        ExpenseState.DRAFT: _("Drafts {amount}"),
        ExpenseState.WAIVED: _("Waived {amount}"),
        ExpenseState.REIMBURSED: _("Refunded {amount}"),
    }
    said = [
        states[state].format(amount=money_short(sum_)) for state, sum_ in totals.items() if sum_
    ]
    return " · ".join(said)


def _read_listing(service: ExpenseService, wanted: ExpenseFilter) -> Listing:
    """Read the list and what it comes to; runs on the worker."""
    ids = service.ids(wanted)
    return Listing(ids, service.totals(wanted), bool(ids) or any(service.counts().values()))
