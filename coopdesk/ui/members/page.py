"""Memberships: who is a member and until when, what is paid, and everything around it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar
from typing_extensions import override

from coopdesk.domain.members import MemberStatus
from coopdesk.domain.membership_lists import MembershipSums
from coopdesk.domain.money import ZERO
from coopdesk.services.outcome import Subject
from coopdesk.ui.members.attach_view import AttachView
from coopdesk.ui.members.columns import membership_columns
from coopdesk.ui.members.editing import MembershipEditor
from coopdesk.ui.members.filters import MembershipFilters, MembershipsShown
from coopdesk.ui.members.listing import read_listing
from coopdesk.ui.members.panel import MembershipPanel
from coopdesk.ui.members.papers.bar import PaperBar
from coopdesk.ui.members.papers.making import PaperMaking
from coopdesk.ui.members.papers.reminding import Reminding
from coopdesk.ui.members.renewing import Renewing
from coopdesk.ui.members.shares.view import SharesView
from coopdesk.ui.members.statistics.view import StatisticsView
from coopdesk.ui.page import Page, Role
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.members import Membership, MembershipLine
    from coopdesk.domain.membership_lists import MembershipFilter
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.listing import Listing
    from coopdesk.ui.members.sheets import MembershipSheet

_LIST, _STATISTICS, _ATTACH, _SHARES = range(4)
_LEAST_HEIGHT = 120
_CHUNK = 500
_SUBJECTS = frozenset(
    {Subject.MEMBERS, Subject.CONTACTS, Subject.PAYMENTS, Subject.ASSOCIATION}
)


class MembershipPage(Page):
    """The list of memberships with the record of the one that is open, and other views."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Memberships"), _SUBJECTS, parent)
        self._service = desk.services.members
        self._to_select: int | None = None
        self._total = ""
        self._is_first = True
        self._prints_when_read = False
        self.editor = MembershipEditor(desk, self)
        self.editor.saved.connect(self._on_saved)
        self.papers = PaperMaking(desk, self)
        self.reminding = Reminding(desk, self, self.papers.writing)
        self.renewing = Renewing(desk, self)
        self.renewing.renewed.connect(self._on_renewed)
        self._make_actions()
        self._add_figures()
        self._lay_out_body()
        self._connect()
        self._refresh_actions()

    # building

    def _make_actions(self) -> None:
        make = self.make_action
        self.add_action = make(_("New membership…"), "plus", self._on_add, Role.NEW)
        self.pay_action = make(_("Payment…"), "wallet", self._on_pay, keys="Ctrl+Shift+R")
        self.renew_action = make(
            _("Renew…"), "arrows-clockwise", self.renewing.ask, keys="Ctrl+R"
        )
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change, keys="F2")
        self.open_contact_action = make(
            _("Open the contact"), "user", self._on_open_contact, keys="Ctrl+D"
        )
        self.depart_action = make(_("Record a departure…"), "user-minus", self._on_depart)
        self.come_back_action = make(
            _("Take the departure back"), "arrow-counter-clockwise", self._on_come_back
        )
        self.cancel_action = make(
            _("Cancel the membership"), "x-circle", self._on_cancel, keys="Del"
        )
        self.print_action = make(_("Print…"), "printer", self._on_print, Role.PRINT)
        self.remind_action = make(_("Reminders…"), "bell", self.reminding.ask)
        self.certificate_action = make(
            _("Membership certificate…"), "medal", self._on_certificate
        )
        self.statistics_action = make(
            _("Statistics of members"), "chart-line", self._on_statistics
        )
        self.types_action = make(_("Types and rules…"), "gear-six", self._on_types)
        self.define_action = make_step(self, _("Define the types"), "tag")
        self.define_action.triggered.connect(self._on_types)
        self.import_action = make_step(self, _("Import HelloAsso…"), "download-simple")
        self.import_action.triggered.connect(self._on_import)
        self.set_primary(self.add_action)
        self.add_tool(self.renew_action)
        self.add_tool(self.pay_action)
        self.add_more(self.print_action)
        self.add_more(self.remind_action)
        self.add_more(self.types_action)

    @property
    def _record_actions(self) -> tuple[QAction, ...]:
        return (
            self.pay_action,
            self.change_action,
            self.open_contact_action,
            self.certificate_action,
            self.depart_action,
            self.come_back_action,
            self.cancel_action,
        )

    def _add_figures(self) -> None:
        year = self.desk.today().year
        opens = {
            status: partial(self.show_only, MembershipsShown(status=status))
            for status in (MemberStatus.UP_TO_DATE, MemberStatus.TO_RENEW, MemberStatus.LATE)
        }
        self.counts = {
            MemberStatus.UP_TO_DATE: self.add_figure(
                _("Up to date"), opens[MemberStatus.UP_TO_DATE]
            ),
            MemberStatus.TO_RENEW: self.add_figure(_("To renew"), opens[MemberStatus.TO_RENEW]),
            MemberStatus.LATE: self.add_figure(_("Late"), opens[MemberStatus.LATE]),
        }
        self.due_figure = self.add_figure(
            _("Due in {year}").format(year=year),
            partial(self.show_only, MembershipsShown(year=year)),
        )
        self.rest_figure = self.add_figure(
            _("Still to pay"), partial(self.show_only, MembershipsShown(year=year, unpaid=True))
        )

    def _lay_out_body(self) -> None:
        self.search = SearchField(_("Search a name or a number…"))
        self.filters = MembershipFilters(self.desk.today().year, self)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        # Arrows would hide a view; the row has room for all of them.
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(_("Views of the members"))
        for name in (_("List"), _("Statistics"), _("To tie"), _("Shares")):
            self.tabs.addTab(name)
        for tab in (_ATTACH, _SHARES):
            self._show_tab(tab, shown=False)
        filters = self.filters
        self.add_search(self.search, filters.unpaid_chip, filters.type_box, self.tabs)
        self.body.addWidget(self.filters.row)
        self.list = RecordList(
            self.desk, "memberships", membership_columns(), self._service.lines
        )
        self.list.set_accessible_name(_("List of memberships"))
        self.list.set_empty(self._empty_state())
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions(list(self._record_actions))
        self.panel = MembershipPanel(self.desk)
        self.panel.add_action(self.change_action)
        self.panel.add_action(self.pay_action)
        self.panel.add_rare_actions(self._record_actions[2:])
        self.detail = ListDetail(self.list, self.panel)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.detail)
        self.statistics = StatisticsView(self.desk)
        self.stack.addWidget(self.statistics)
        self.attach_view = AttachView(self.desk)
        self.stack.addWidget(self.attach_view)
        self.shares = SharesView(self.desk)
        self.shares.paper_wanted.connect(self.papers.writing.ask)
        self.stack.addWidget(self.shares)
        # Beside a notice a low window has room for three lines: they scroll.
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.stack.setMinimumHeight(_LEAST_HEIGHT)
        self.body.addWidget(self.stack, 1)
        self.bar = PaperBar()
        self.body.addWidget(self.bar)

    def _empty_state(self) -> EmptyState:
        sentence = _(
            "Say first what a membership costs; or import the HelloAsso file of memberships."
        )
        empty = EmptyState("identification-card", _("No membership yet"), sentence)
        empty.offer(self.define_action, primary=True)
        empty.offer(self.import_action)
        self.empty = empty
        return empty

    def _connect(self) -> None:
        self.search.leads_to(self.list)
        self.tabs.currentChanged.connect(self._on_tab)
        self.search.searched.connect(self.reload)
        self.filters.changed.connect(self.reload)
        self.list.sort_changed.connect(self.reload)
        self.list.clear_requested.connect(self.clear_filters)
        self.list.selection_changed.connect(self._on_selection_changed)
        self.detail.wanted.connect(self.panel.show_membership)
        self.detail.covered.connect(self._on_covered)
        self.panel.read.connect(self._on_read)
        writing = self.papers.writing
        writing.started.connect(self.bar.begin)
        writing.written.connect(self.bar.tell_written)
        writing.stopped.connect(self.bar.tell_stopped)
        writing.failed.connect(self.bar.hide)
        self.reminding.drafted.connect(self.bar.tell_drafted)
        self.bar.open_requested.connect(writing.open)
        self.bar.left_out_requested.connect(self._on_left_out)

    # the list

    @override
    @Slot()
    def reload(self) -> None:
        self.detail.read_again()
        self._reload_view()
        sort, descending = self.list.sort
        wanted = self.filters.wanted(self.search.text().strip(), sort, descending=descending)
        call = partial(read_listing, self.desk.services, wanted, self.desk.today().year)
        self.desk.tasks.query(self, call, partial(self._on_listing, wanted), replaces="ids")

    def _on_listing(self, wanted: MembershipFilter, found: Listing) -> None:
        self.filters.offer(found.years, found.types)
        is_first, self._is_first = self._is_first, False
        if is_first and found.any_membership and not found.ids:
            # In January nobody has renewed yet: better everybody than nobody.
            self.clear_filters()
            return
        searched = ""
        if found.any_membership:
            searched = self.filters.in_words(wanted.text) or _("members")
        self.list.set_ids(found.ids, searched)
        self._offer_first_step(found)
        self._show_views(found)
        self._total = _totals_text(found.sums)
        self.list.set_totals(self._total)
        self._show_figures(found)
        self._select_wanted()
        self._refresh_actions()
        if self._prints_when_read:
            self._prints_when_read = False
            self._on_print()

    def _offer_first_step(self, found: Listing) -> None:
        """Types come first; then the first member."""
        has_types = any(not kind.archived for kind in found.types)
        self.define_action.setVisible(not has_types)
        if has_types:
            self.empty.say(
                _("No membership yet"),
                _("Record the first one by hand, or import the HelloAsso file of memberships."),
            )

    def _show_views(self, found: Listing) -> None:
        """Offer the views that have something to show."""
        types = [kind for kind in found.types if not kind.archived]
        self.attach_view.show_tariffs(found.unattached, types)
        waiting = sum(tariff.count for tariff in found.unattached)
        text = _("To tie ({count})").format(count=number_text(waiting))
        text = text if waiting else _("To tie")
        self.tabs.setTabText(_ATTACH, text)
        self._show_tab(_ATTACH, shown=bool(waiting) or self.tabs.currentIndex() == _ATTACH)
        self._show_tab(_SHARES, shown=found.has_shares)
        self.statistics.show_years(found.years)

    def _show_tab(self, tab: int, *, shown: bool) -> None:
        self.tabs.setTabVisible(tab, shown)
        self.tabs.updateGeometry()

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        self._reload_view()
        for widget in self._list_widgets:
            widget.setVisible(tab == _LIST)

    def _reload_view(self) -> None:
        """Read the view that is shown again, unless it is the list."""
        tab = self.tabs.currentIndex()
        if tab == _STATISTICS:
            self.statistics.reload()
        elif tab == _SHARES:
            self.shares.reload()

    @property
    def _list_widgets(self) -> tuple[QWidget, ...]:
        """What belongs to the list alone."""
        filters = self.filters
        of_type = filters.unpaid_chip if filters.is_unpaid_only else filters.type_box
        return self.search, of_type, filters.row

    def _show_figures(self, found: Listing) -> None:
        for status, figure in self.counts.items():
            figure.set_value(number_text(found.counts[status]))
        sums = found.of_year
        count = ngettext("{count} membership", "{count} memberships", sums.count)
        self.due_figure.set_value(
            money_text(sums.due), count.format(count=number_text(sums.count))
        )
        paid = _("{amount} paid").format(amount=money_text(sums.paid))
        self.rest_figure.set_value(money_text(sums.remainder), paid)

    def _select_wanted(self) -> None:
        """Select what was just recorded or asked for, loosening the filters if they hide it."""
        wanted, self._to_select = self._to_select, None
        if wanted is None or self.list.table.select_id(wanted):
            return
        if self.search.text() or self.filters.are_narrow:
            self._to_select = wanted
            self.clear_filters()
        elif self.filters.year_box.value is not None:
            self._to_select = wanted
            self.show_only(MembershipsShown(year=None))

    @Slot()
    def clear_filters(self) -> None:
        """Show every member once."""
        self.search.clear()
        self.filters.clear()
        self.reload()

    def show_only(self, shown: MembershipsShown, *_checked: object) -> None:
        """Show the lines of a figure."""
        self.tabs.setCurrentIndex(0)
        self.search.clear()
        self.filters.show_only(shown)
        self.reload()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            self.tabs.setCurrentIndex(0)
            self._to_select = target
            self.detail.open_record(target)
            self.reload()
        elif isinstance(target, MembershipsShown):
            self.detail.close_record()
            self.show_only(target)
        elif isinstance(target, Choice):
            self.editor.add(target)
        elif target == "statistics":
            self._on_statistics()
        elif target == "shares":
            self._show_tab(_SHARES, shown=True)
            self.tabs.setCurrentIndex(_SHARES)
        elif target == "renew":
            self.renewing.ask()
        elif target == "attach":
            self._show_tab(_ATTACH, shown=True)
            self.tabs.setCurrentIndex(_ATTACH)

    # the selection

    @Slot(object)
    def _on_selection_changed(self, ids: tuple[int, ...]) -> None:
        self._refresh_actions()
        self.list.set_totals(self._total)
        if len(ids) > 1:
            call = partial(_sum_of, self.desk, ids)
            self.desk.tasks.query(self, call, partial(self._on_sum, ids), replaces="selection")

    def _on_sum(self, ids: tuple[int, ...], sums: MembershipSums) -> None:
        if ids == self.list.selected_ids:
            text = _("Selection: {totals}").format(totals=_totals_text(sums))
            self.list.set_totals(text)

    @Slot(object)
    def _on_read(self, sheet: MembershipSheet | None) -> None:
        if sheet is None:
            self.detail.close_record()
        self._refresh_actions()

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        for widget in self._list_widgets:
            widget.setVisible(not covered and self.tabs.currentIndex() == _LIST)

    def _refresh_actions(self) -> None:
        chosen = self.detail.chosen_id is not None
        for action in self._record_actions[1:]:
            action.setEnabled(chosen)
        sheet = self.panel.sheet if self.detail.shown_id is not None else None
        if sheet is not None:
            has_left = sheet.line.status is MemberStatus.LEFT
            self.depart_action.setEnabled(not has_left)
            self.come_back_action.setEnabled(has_left)
            self.cancel_action.setEnabled(sheet.line.cancelled_on is None)

    # what is done

    @Slot()
    def _on_add(self) -> None:
        self.editor.add()

    @Slot()
    def _on_pay(self) -> None:
        """Settle what is selected, or ask who pays."""
        ids = self.list.selected_ids
        shown = self.detail.shown_id
        self.editor.pay(None, (shown,) if shown is not None and len(ids) < 2 else ids)

    @Slot()
    def _on_change(self) -> None:
        if self.detail.chosen_id is not None:
            self.editor.change(self.detail.chosen_id)

    @Slot()
    def _on_open_contact(self) -> None:
        self._with_chosen(self._open_contact)

    def _open_contact(self, membership: Membership) -> None:
        self.desk.navigator.open("contacts", membership.content.contact_id)

    @Slot()
    def _on_depart(self) -> None:
        chosen = self.detail.chosen_id
        if chosen is not None:
            call = partial(self._service.lines, [chosen])
            self.desk.tasks.query(self, call, self._on_departing, replaces="chosen")

    def _on_departing(self, lines: list[MembershipLine]) -> None:
        for line in lines:
            self.editor.depart(Choice(line.contact_id, line.name))

    @Slot()
    def _on_come_back(self) -> None:
        self._with_chosen(self._come_back)

    def _come_back(self, membership: Membership) -> None:
        call = partial(self._service.come_back, membership.content.contact_id)
        self.desk.tasks.command(self, call)

    @Slot()
    def _on_cancel(self) -> None:
        chosen = self.detail.chosen_id
        if chosen is not None:
            self.desk.tasks.command(self, partial(self._service.cancel, chosen))

    def _with_chosen(self, then: Callable[[Membership], None]) -> None:
        chosen = self.detail.chosen_id
        if chosen is not None:
            get = partial(self._service.get, chosen)
            self.desk.tasks.query(self, get, then, replaces="chosen")

    @Slot(object)
    def _on_saved(self, membership: Membership) -> None:
        """The list is read again because members changed; here only which to show then."""
        self._to_select = membership.id

    @Slot(int)
    def _on_renewed(self, year: int) -> None:
        """Show what was just made: all of it is still to be paid."""
        self.show_only(MembershipsShown(year=year, unpaid=True))

    @Slot()
    def _on_print(self) -> None:
        if self._is_first:
            # Ctrl+K may come here before the first reading.
            self._prints_when_read = True
            return
        words = self.filters.in_words(self.search.text().strip())
        listed = tuple(int(key) for key in self.list.model.ids)
        self.papers.ask(listed, self.list.selected_ids, words)

    @Slot()
    def _on_certificate(self) -> None:
        self._with_chosen(self._certify)

    def _certify(self, membership: Membership) -> None:
        get = partial(self.desk.services.contacts.get, membership.content.contact_id)
        done = partial(self._on_certified, membership)
        self.desk.tasks.query(self, get, done)

    def _on_certified(self, membership: Membership, contact: Contact) -> None:
        self.papers.certify(contact.id, contact.display_name, membership.id)

    @Slot(str)
    def _on_left_out(self, names: str) -> None:
        self.desk.feedback.inform(_("Left out"), names)

    @Slot()
    def _on_statistics(self) -> None:
        self.tabs.setCurrentIndex(_STATISTICS)
        self.statistics.setFocus()

    @Slot()
    def _on_types(self) -> None:
        self.desk.navigator.open("settings", "members")

    @Slot()
    def _on_import(self) -> None:
        self.desk.navigator.open("imports")


def _sum_of(desk: Desk, ids: tuple[int, ...]) -> MembershipSums:
    """Add up chosen memberships, however many; runs on the worker."""
    service, count = desk.services.members, 0
    due = paid = rest = ZERO
    for start in range(0, len(ids), _CHUNK):
        for line in service.lines(ids[start : start + _CHUNK]):
            count += 1
            due, paid, rest = due + line.due, paid + line.paid, rest + line.remainder
    return MembershipSums(count, due, paid, rest)


def _totals_text(sums: MembershipSums) -> str:
    text = _("Due {due} · Paid {paid} · Still to pay {rest}")
    return text.format(
        due=money_text(sums.due), paid=money_text(sums.paid), rest=money_text(sums.remainder)
    )
