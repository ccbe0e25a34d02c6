"""The view of entries on the page of accounts: their list, one beside it, what to do."""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from coopdesk.domain.entries import EntryFilter, EntryForm, EntryState
from coopdesk.ui.accounts.views import BOOK
from coopdesk.ui.attachments.panel import FilePanel
from coopdesk.ui.entries.booking_notice import BookingNotice
from coopdesk.ui.entries.columns import entry_columns
from coopdesk.ui.entries.doing import EntryDoing
from coopdesk.ui.entries.filters import EntryFilters
from coopdesk.ui.entries.listing import (
    Listing,
    moved_by,
    read_listing,
    sheet_or_none,
    totals_text,
)
from coopdesk.ui.entries.sheets import EntrySheet, entry_parts
from coopdesk.ui.icons import icon
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.recent_records import remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import RecordView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.domain.money import Money
    from coopdesk.ui.accounts.page import AccountPage


class Shown(enum.Enum):
    """Which entries are listed."""

    ALL = "all"
    DRAFTS = "drafts"
    VALIDATED = "validated"
    WITHOUT_VOUCHER = "without_voucher"


_STATES = {Shown.DRAFTS: EntryState.DRAFT, Shown.VALIDATED: EntryState.VALIDATED}


class EntriesView(RecordView[Shown]):
    """Drafts and validated entries of a fiscal year."""

    def __init__(self, page: AccountPage) -> None:
        desk = page.desk
        shown: list[tuple[Shown, str]] = [
            (Shown.ALL, _("All of them")),
            (Shown.DRAFTS, _("Drafts")),
            (Shown.VALIDATED, _("Validated ones")),
            (Shown.WITHOUT_VOUCHER, _("Without voucher")),
        ]
        panel = FilePanel(_("Entry"), desk)
        entries = desk.services.entries
        super().__init__(
            ViewParts(
                search=SearchField(_("Search words or an amount…")),
                chips=ChoiceChips(_("Entries"), shown),
                whole=Shown.ALL,
                list=RecordList(desk, "entries", entry_columns(), entries.lines),
                panel=panel,
            )
        )
        remember_opened(desk, "entry", self.detail)
        self._page = page
        self._desk = desk
        self._service = entries
        self._sheet: EntrySheet | None = None
        self._totals = ""
        self._files = panel
        self.filters = EntryFilters(desk)
        self.filter_button = QPushButton(icon("funnel"), _("Filters"))
        self.filter_button.setCheckable(True)
        self.filter_button.setProperty("kind", "chip")
        set_plain_tooltip(self.filter_button, _("Journal, account, activity"))
        self.add_beside(self.filter_button)
        self._body.insertWidget(1, self.filters)
        self.filters.hide()
        self.notice = BookingNotice(desk)
        self._body.insertWidget(0, self.notice)
        self.doing = EntryDoing(desk, self)
        self.primary_action = self.doing.record_action
        self.change_action, self.remove_action = (
            self.doing.change_action,
            self.doing.remove_action,
        )
        self.validate_all_action = self._make_validate_all()
        self.offer(self.doing.usual_actions, self.doing.rare_actions)
        self._say_empty()
        self._connect(panel)
        self.refresh_actions()

    def _make_validate_all(self) -> QAction:
        action = make_step(self, _("Validate drafts…"), "circle-wavy-check")
        action.triggered.connect(self._on_validate_all)
        action.setEnabled(False)
        return action

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here."""
        return ViewHead(
            search=self.search,
            primary=self.primary_action,
            change=self.change_action,
            remove=self.remove_action,
            tools=(self.validate_all_action,),
        )

    def _say_empty(self) -> None:
        self.list.set_accessible_name(_("List of entries"))
        empty = EmptyState(
            "notebook",
            _("No entry yet"),
            _(
                "What comes in and goes out, in plain words; the books are kept for you. "
                "Entries or balances of another program come in under “More”."
            ),
        )
        empty.offer(self.primary_action, primary=True)
        empty.offer(self.doing.grid_action)
        self.list.set_empty(empty)

    def _connect(self, panel: FilePanel) -> None:
        self.filters.changed.connect(self.reload)
        self.filter_button.toggled.connect(self._on_filters)
        self.detail.wanted.connect(self._on_wanted)
        self.detail.covered.connect(self._on_list_covered)
        panel.link_activated.connect(self.doing.follow)
        panel.pane.enlarged.connect(self.detail.set_alone)
        self.doing.files.follow(panel)
        self.doing.file_wanted.connect(panel.show_file)
        self.doing.recorded.connect(self._on_recorded)
        self.list.selection_changed.connect(self._on_selection)

    # the list

    @property
    def wanted(self) -> EntryFilter | None:
        """What the filters ask for, None while no year is known."""
        year = self._page.fiscal_year
        if year is None:
            return None
        sort, descending = self.list.sort
        key, filters = self.chips.key, self.filters
        return EntryFilter(
            fiscal_year_id=year.id,
            text=self.search.text().strip(),
            state=_STATES.get(key),
            journal=filters.journal_box.value,
            account=filters.account,
            activity_id=filters.activity_box.value,
            without_voucher=key is Shown.WITHOUT_VOUCHER,
            sort=sort or "date",
            descending=descending,
        )

    @override
    @Slot()
    def reload(self) -> None:
        self.detail.read_again()
        self.notice.reload()
        wanted = self.wanted
        if wanted is not None:
            call = partial(read_listing, self._desk.services, wanted)
            self._desk.tasks.query(self, call, self._on_listing, replaces="ids")

    def _on_listing(self, found: Listing) -> None:
        self.filters.offer(found.journals, found.activities)
        self._name_chips(found)
        self._totals = totals_text(found.totals) if found.ids else ""
        self.list.set_totals(self._totals)
        self.validate_all_action.setEnabled(bool(found.whole.drafts))
        self.show_ids(found.ids, any_record=bool(found.whole.count))

    def _name_chips(self, found: Listing) -> None:
        """Say how many there are of each."""
        for key, name, count in (
            (Shown.DRAFTS, _("Drafts"), found.whole.drafts),
            (Shown.VALIDATED, _("Validated ones"), found.whole.validated),
            (Shown.WITHOUT_VOUCHER, _("Without voucher"), found.without_voucher),
        ):
            self.chips.chip(key).setText(f"{name} {number_text(count)}" if count else name)

    @override
    @Slot()
    def clear_filters(self) -> None:
        self.filters.clear()
        super().clear_filters()

    @Slot(bool)
    def _on_list_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        self.notice.set_wanted(wanted=not covered)
        self.filters.setVisible(not covered and self.filter_button.isChecked())

    @Slot(bool)
    def _on_filters(self, shown: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        """Show the rarer filters, or take them away with what they hide."""
        self.filters.setVisible(shown)
        if shown:
            self.filters.journal_box.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.filters.is_narrow:
            self.filters.clear()
            self.reload()

    @Slot(object)
    def _on_selection(self, ids: tuple[int, ...]) -> None:
        if len(ids) > 1:
            call = partial(moved_by, self._service, ids)
            self._desk.tasks.query(self, call, self._on_moved, replaces="moved")
        else:
            self.list.set_totals(self._totals)

    def _on_moved(self, amount: Money) -> None:
        count = len(self.list.selected_ids)
        if count > 1:
            text = ngettext(
                "{count} entry selected, {amount}", "{count} entries selected, {amount}", count
            )
            said = text.format(count=number_text(count), amount=money_text(amount))
            self.list.set_totals(said)

    @override
    @Slot()
    def refresh_actions(self) -> None:
        self.doing.choose(self.detail.chosen_id, self.list.selected_ids, self._sheet)

    # the record

    @Slot(int)
    def _on_wanted(self, entry_id: int) -> None:
        call = partial(sheet_or_none, self._desk.services, entry_id)
        self._desk.tasks.query(self, call, self._on_sheet, replaces="sheet")

    def _on_sheet(self, sheet: EntrySheet | None) -> None:
        self._sheet = sheet
        if sheet is None:
            self.detail.close_record()
        else:
            self._files.show_parts(sheet.entry.content.label, entry_parts(sheet))
            self._files.pane.show_files(sheet.files)
        self.refresh_actions()

    @Slot(int)
    def _on_recorded(self, entry_id: int) -> None:
        """Select what was made; a series of entries is not interrupted by its record."""
        dialog = self.doing.editor.dialog
        self.select_later(entry_id)
        if dialog is None or not dialog.repeats:
            self._show_in_its_year(entry_id)

    def _show_in_its_year(self, entry_id: int) -> None:
        get = partial(sheet_or_none, self._desk.services, entry_id)
        self._desk.tasks.query(self, get, self._on_target, replaces="target")

    def _on_target(self, sheet: EntrySheet | None) -> None:
        if sheet is None:
            self._desk.feedback.tell(_("This entry is no longer there."))
            return
        self._page.choose_year(sheet.year.id)
        self.show_record(sheet.entry.id)

    # what is asked for elsewhere

    def show_target(self, target: object) -> None:
        """Show an entry, those of an account, a state, or open the form of a new one."""
        if not isinstance(target, tuple) or len(target) < 2:
            return
        word, what = target[0], target[1]
        if word == "entry" and isinstance(what, int):
            self._show_in_its_year(what)
        elif word == "new_entry" and isinstance(what, EntryForm):
            self.doing.record(what)
        elif word == "models":
            self.doing.show_models()
        elif word == "validate":
            self._on_validate_all()
        elif word == "entries" and what == BOOK:
            self.notice.book_action.trigger()
        elif word == "entries" and isinstance(what, Shown):
            self.detail.close_record()
            self.filters.clear()
            self.search.clear()
            self.chips.choose(what)
            self.reload()

    @Slot()
    def _on_validate_all(self) -> None:
        """Validate the drafts of the year, or those that are selected."""
        selected = self.list.selected_ids
        ids = selected if len(selected) > 1 else ()
        self.doing.validation.ask(ids, self._page.fiscal_year)
