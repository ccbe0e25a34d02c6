"""The view of volunteers' expenses on the page of gifts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coopdesk.domain.expenses import ExpenseFilter, ExpenseState
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
from coopdesk.ui.receipts.paper_viewer import PaperViewer, open_path
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_short
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction

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


class ExpensesView(QWidget):
    """Sheets by state, the one that is open, and what can be done with it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        desk = page.desk
        self._desk = desk
        self._service = desk.services.expenses
        self._to_show: int | None = None
        self._papers = PaperViewer()
        self.editor = ExpenseEditor(desk, page)
        self.editor.saved.connect(self._on_saved)
        self.writing = FileWriting(desk, page, _FOLDER)
        self.record = ExpenseActions(desk, page, self.editor, self.writing)
        self.primary_action = make_step(self, _("New expense sheet…"), "plus")
        self.primary_action.triggered.connect(self._on_add)
        self._lay_out()
        self._connect()
        self.record.rule(self.list, self.detail, self.panel)
        self.addActions([self.primary_action, *self.record.all])
        self.record.refresh()

    @property
    def change_action(self) -> QAction:
        """Changing the record that is chosen."""
        return self.record.change_action

    @property
    def remove_action(self) -> QAction:
        """Removing the record that is chosen."""
        return self.record.remove_action

    def _lay_out(self) -> None:
        self.search = SearchField(_("Search a volunteer or a purpose…"))
        states: list[tuple[ExpenseState | None, str]] = [
            (None, _("All sheets")),
            (ExpenseState.DRAFT, _("Drafts")),
            (ExpenseState.WAIVED, _("Waived")),
            (ExpenseState.REIMBURSED, _("Refunded ones")),
        ]
        self.chips: ChoiceChips[ExpenseState | None] = ChoiceChips(_("State"), states)
        self.list = RecordList(self._desk, "expenses", expense_columns(), self._service.lines)
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
        self.panel = ExpensePanel(self._desk)
        self.detail = ListDetail(self.list, self.panel)
        self.bar = FileBar(_("Open the file"), "file-pdf")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.chips)
        row.addStretch(1)
        # On a low screen the list gives way first: it scrolls.
        self.detail.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(row)
        layout.addWidget(self.detail, 1)
        layout.addWidget(self.bar)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.search.leads_to(self.list)
        self.search.searched.connect(self.reload)
        self.chips.chosen.connect(self.reload)
        self.list.sort_changed.connect(self.reload)
        self.list.clear_requested.connect(self._on_clear)
        self.list.selection_changed.connect(self._on_selection_changed)
        self.detail.wanted.connect(self.panel.show_sheet)
        self.panel.read.connect(self._on_read)
        self.panel.link_activated.connect(self._on_link)
        self.writing.tell_in(self.bar)

    # the list

    @Slot()
    def reload(self) -> None:
        """Read the list and the open sheet again."""
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
        searched = self.search.text().strip() or _("this state")
        self.list.set_ids(found.ids, searched if found.any_sheet else "")
        self.list.set_totals(_totals_text(found.totals))
        wanted, self._to_show = self._to_show, None
        is_narrow = bool(self.search.text()) or self.chips.key is not None
        if wanted is not None and not self.list.table.select_id(wanted) and is_narrow:
            self._to_show = wanted
            self._on_clear()
        self.record.refresh()

    def show_target(self, target: object) -> None:
        """Show a sheet, or open the form of a new one."""
        if isinstance(target, SheetShown):
            self._to_show = target.sheet_id
            self.detail.open_record(target.sheet_id)
            self.reload()
        elif isinstance(target, NewSheetFor):
            self.editor.add(target.volunteer)

    @Slot()
    def _on_clear(self) -> None:
        self.search.clear()
        self.chips.choose(None)
        self.reload()

    @Slot()
    def _on_selection_changed(self) -> None:
        self.record.refresh()

    @Slot(object)
    def _on_read(self, sheet: ExpenseSheet | None) -> None:
        if sheet is None:
            self.detail.close_record()
        self.record.refresh()

    # what is done

    @Slot()
    def _on_add(self) -> None:
        self.editor.add()

    @Slot(object)
    def _on_saved(self, sheet: ExpenseSheet) -> None:
        """The list is read again because expenses changed; here only what to show then."""
        self._to_show = sheet.id
        if self.editor.dialog is None or not self.editor.dialog.repeats:
            self.detail.open_record(sheet.id)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        kind, _colon, text = link.partition(":")
        key = int(text)
        if kind in _PAGES:
            self._desk.navigator.open(_PAGES[kind], key)
        elif kind == FILE_LINK:
            copy = partial(_copy, self._service, key, self._papers)
            self._desk.tasks.query(self, copy, self._on_copied, replaces="file")
        elif kind == DETACH_LINK:
            self._desk.tasks.command(self, partial(self._service.detach, key))
        elif kind == ATTACH_LINK:
            self.record.attach_to_line(key)
        elif kind == VEHICLE_LINK:
            self.editor.change_vehicle(key)

    def _on_copied(self, path: Path) -> None:
        if not open_path(path):
            self._desk.feedback.tell(_("No program was found to open the file."))


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


def _copy(service: ExpenseService, attachment_id: int, papers: PaperViewer) -> Path:
    """Write a kept file where it can be opened; runs on the worker."""
    name, content = service.voucher(attachment_id)
    return papers.copy(name, content)
