"""Gifts: the list of a year, the record of one, and recording by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from coopdesk.domain.donations import DonationFilter
from coopdesk.services.outcome import Subject
from coopdesk.ui.donations.columns import donation_columns
from coopdesk.ui.donations.editing import DonationEditor
from coopdesk.ui.donations.filters import DonationFilters
from coopdesk.ui.donations.listing import Listing, read_listing
from coopdesk.ui.donations.panel import DonationPanel
from coopdesk.ui.donations.returning import GiftReturns
from coopdesk.ui.donations.targets import CampaignShown, GiftsShown
from coopdesk.ui.donations.views import GiftViews, View
from coopdesk.ui.letters.thanking import Thanking
from coopdesk.ui.page import Page, Role
from coopdesk.ui.recent_records import note_opened, remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.donations import Donation
    from coopdesk.domain.money import Money
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.donations.panel import GiftSheet

_SUBJECTS = frozenset(
    {
        Subject.DONATIONS,
        Subject.ENTRIES,
        Subject.EXPENSES,
        Subject.CONTACTS,
        Subject.PAYMENTS,
        Subject.RECEIPTS,
    }
)


class DonationPage(Page):
    """Lists the gifts of a year with the record of the one that is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Gifts"), _SUBJECTS, parent)
        self._service = desk.services.donations
        self._to_select: int | None = None
        self._row_to_select: int | None = None
        self._total = ""
        self._year_said = ""
        self.editor = DonationEditor(desk, self)
        self.editor.saved.connect(self._on_saved)
        self.returns = GiftReturns(desk, self)
        self.thanking = Thanking(desk, self)
        self._make_actions()
        self._lay_out_body()
        self._connect()
        self._refresh_actions()
        follow_reading(self)

    def _make_actions(self) -> None:
        make = self.make_action
        self.record_action = make(_("New gift…"), "plus", self._on_record, Role.NEW)
        self.correct_action = make(_("Correct…"), "pencil-simple", self._on_correct, keys="F2")
        self.open_donor_action = make(
            _("Open the donor"), "user", self._on_open_donor, keys="Ctrl+D"
        )
        self.return_action = make(
            _("Gift returned or unpaid…"), "arrow-u-up-left", self._on_return
        )
        self.remove_action = make(_("Remove"), "trash", self._on_remove, keys="Del")
        self.import_action = make(_("Import a file…"), "download-simple", self._on_import)
        self.removeAction(self.import_action)
        self.thank_action = make(_("Thank donors…"), "envelope-simple", self._on_thank)
        self.add_more(self.thank_action)
        self.set_primary(self.record_action)

    @property
    def _gift_actions(self) -> tuple[QAction, ...]:
        return (
            self.correct_action,
            self.open_donor_action,
            self.return_action,
            self.remove_action,
        )

    def _lay_out_body(self) -> None:
        self.search = SearchField(_("Search a donor or a campaign…"))
        self.filters = DonationFilters(self.desk.today().year)
        self.add_search(self.search, self.filters)
        self.list = RecordList(self.desk, "donations", donation_columns(), self._service.lines)
        self.list.set_accessible_name(_("List of gifts"))
        self.list.set_empty(self._empty_state())
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions(list(self._gift_actions))
        self.panel = DonationPanel(self.desk)
        self.panel.add_action(self.correct_action)
        self.panel.add_action(self.open_donor_action)
        self.panel.add_rare_actions((self.return_action, self.remove_action))
        self.detail = ListDetail(self.list, self.panel)
        remember_opened(self.desk, "gift", self.detail)
        self.views = GiftViews(self, self.detail)
        make = self.views.make_first_step
        self.campaign_action = make(View.CAMPAIGNS, _("New campaign…"), "target")
        self.pledge_action = make(View.PLEDGES, _("New pledge…"), "repeat")
        self.sheet_action = make(View.EXPENSES, _("New expense sheet…"), "receipt")
        self.body.insertWidget(0, self.views.tabs)
        self.body.addWidget(self.views.stack, 1)
        self.body.addWidget(self.thanking.bar)

    def _empty_state(self) -> EmptyState:
        sentence = _("Record the first gift by hand, or import a HelloAsso file.")
        empty = EmptyState("gift", _("No gift yet"), sentence)
        empty.offer(self.record_action, primary=True)
        empty.offer(self.import_action)
        return empty

    def _connect(self) -> None:
        self.search.leads_to(self.list)
        self.search.searched.connect(self.reload)
        self.filters.changed.connect(self.reload)
        self.list.sort_changed.connect(self.reload)
        self.list.clear_requested.connect(self.clear_filters)
        self.list.selection_changed.connect(self._on_selection_changed)
        self.detail.wanted.connect(self.panel.show_gift)
        self.detail.covered.connect(self._on_covered)
        self.panel.read.connect(self._on_read)
        self.views.changed.connect(self._on_view)

    @Slot()
    def _on_view(self) -> None:
        """Put into the head what the view is about."""
        other = self.views.other
        for widget in (self.search, self.filters):
            widget.setVisible(other is None)
        action = self.record_action if other is None else other.primary_action
        self.search_field = self.search if other is None else other.search
        follow_reading(self)
        self.role_actions[Role.NEW] = action
        self.set_primary(action)
        self._refresh_actions()
        self.set_sentence(self._year_said if other is None else "")

    # the list

    @property
    @override
    def shown_view(self) -> str:
        return self.views.current.name.lower()

    @override
    @Slot()
    def reload(self) -> None:
        # The record first: whether it is archived or gone decides what the list must show.
        self.detail.read_again()
        self.views.reload()
        sort, descending = self.list.sort
        text = self.search.text().strip()
        wanted = self.filters.wanted(text, sort, descending=descending)
        call = partial(read_listing, self._service, wanted)
        self.desk.tasks.query(self, call, partial(self._on_listing, wanted), replaces="ids")

    def _on_listing(self, wanted: DonationFilter, found: Listing) -> None:
        self.filters.offer(found.years, found.campaigns)
        searched = self.filters.in_words(wanted.text) if found.any_gift else ""
        self.list.set_ids(found.ids, searched)
        self._total = _("Received: {amount}").format(amount=money_text(found.total))
        self._show_totals()
        self._say_year(found)
        self._select_wanted()
        self._refresh_actions()

    def _say_year(self, found: Listing) -> None:
        self._year_said = self._year_in_words(found) if found.any_gift else ""
        if self.views.other is None:
            self.set_sentence(self._year_said)

    def _year_in_words(self, found: Listing) -> str:
        count = ngettext("{count} gift", "{count} gifts", found.year_count)
        text = _("{period}: {gifts}, {amount} received")
        if found.year_uncounted:
            # Without it the total would not be that of the review of receipts.
            text = _("{period}: {gifts}, {amount} received; {rest} to check or set aside")
        return text.format(
            period=self.filters.period,
            gifts=count.format(count=number_text(found.year_count)),
            amount=money_text(found.year_total),
            rest=money_text(found.year_uncounted),
        )

    def _select_wanted(self) -> None:
        """Select what was just recorded or asked for, loosening the filters if they hide it."""
        wanted, row = self._to_select, self._row_to_select
        self._to_select = self._row_to_select = None
        if wanted is not None:
            if not self.list.table.select_id(wanted) and self._loosen():
                self._to_select = wanted
        elif row is not None and self.list.model.rowCount():
            last = self.list.model.rowCount() - 1
            self.list.table.select_id(self.list.model.id_at(min(row, last)))

    def _loosen(self) -> bool:
        """Take away what may hide a gift, the year last; return whether anything did."""
        if self.search.text() or self.filters.leave_out_of_year:
            self.filters.clear_within_year()
            self.search.clear()
        elif self.filters.year is not None:
            self.filters.clear()
        else:
            return False
        self.reload()
        return True

    @Slot()
    def clear_filters(self) -> None:
        """Show the gifts of all years."""
        self.filters.clear()
        self.search.clear()
        self.reload()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, tuple) and target[:1] == ("campaign",):
            target = CampaignShown(int(target[1]))
        if self.views.show_target(target):
            return
        if isinstance(target, int):
            self._to_select = target
            self.detail.open_record(target)
            self.reload()
        elif isinstance(target, GiftsShown | DonationFilter):
            self.detail.close_record()
            self.filters.narrow(target)
            self.search.clear()
            self.reload()

    # the selection

    @Slot(object)
    def _on_selection_changed(self, ids: tuple[int, ...]) -> None:
        self._refresh_actions()
        self._show_totals()
        if len(ids) > 1:
            call = partial(self._service.sum_of, ids)
            self.desk.tasks.query(self, call, partial(self._on_sum, ids), replaces="selection")

    def _on_sum(self, ids: tuple[int, ...], amount: Money) -> None:
        if ids == self.list.selected_ids:
            self._show_totals(_("Selection: {amount}").format(amount=money_text(amount)))

    def _show_totals(self, selection: str = "") -> None:
        self.list.set_totals(" · ".join(part for part in (selection, self._total) if part))

    @Slot(object)
    def _on_read(self, sheet: GiftSheet | None) -> None:
        if sheet is None:
            # Taken back meanwhile: there is nothing to show any more.
            self.detail.close_record()
        is_returned = sheet is not None and sheet.gift.returned is not None
        back, away = _("Take the return back"), _("Gift returned or unpaid…")
        self.return_action.setText(back if is_returned else away)
        self._refresh_actions()

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        self.search.setVisible(not covered)
        self.filters.setVisible(not covered)

    def _refresh_actions(self) -> None:
        """Leave the keys of gifts to the view that is shown instead of their list."""
        can_act = self.detail.chosen_id is not None and self.views.other is None
        for action in self._gift_actions:
            action.setEnabled(can_act)

    # what is done

    @Slot()
    def _on_record(self) -> None:
        """Ask for a gift over the list of gifts, where it then stands."""
        self.views.tabs.setCurrentIndex(View.GIFTS.value)
        self.editor.add()

    @Slot()
    def _on_thank(self) -> None:
        """Thank for the gifts that are selected, or for those nobody was thanked for."""
        selected = self.list.selected_ids
        self.thanking.ask(selected if len(selected) > 1 else ())

    @Slot()
    def _on_correct(self) -> None:
        if self.detail.chosen_id is not None:
            self.editor.correct(self.detail.chosen_id)

    @Slot(object)
    def _on_saved(self, gift: Donation) -> None:
        """The list is read again because gifts changed; here only which to show then."""
        self._to_select = gift.id
        note_opened(self.desk, "gift", gift.id)
        if self.filters.show_year_of(gift.content.received_on):
            self.reload()

    @Slot()
    def _on_open_donor(self) -> None:
        if self.detail.chosen_id is not None:
            get = partial(self._service.get, self.detail.chosen_id)
            self.desk.tasks.query(self, get, self._on_gift_of_donor, replaces="donor")

    def _on_gift_of_donor(self, gift: Donation) -> None:
        if gift.content.donor_id is None:
            self.desk.feedback.tell(_("This gift is anonymous: there is no donor to open."))
        else:
            self.desk.navigator.open("contacts", gift.content.donor_id)

    @Slot()
    def _on_return(self) -> None:
        if self.detail.chosen_id is not None:
            self.returns.ask(self.detail.chosen_id)

    @Slot()
    def _on_remove(self) -> None:
        chosen = self.detail.chosen_id
        if chosen is not None:
            row = self.list.model.row_of(chosen)
            remove = partial(self._service.remove, chosen)
            self.desk.tasks.command(self, remove, partial(self._on_removed, row))

    def _on_removed(self, row: int | None, _nothing: None) -> None:
        """Go on at the next gift."""
        self._row_to_select = row

    @Slot()
    def _on_import(self) -> None:
        self.desk.navigator.open("imports")
