"""Memberships: who is a member and until when, what is paid, and everything around it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.services.outcome import Subject
from coopdesk.ui.members.columns import membership_columns
from coopdesk.ui.members.editing import MembershipEditor
from coopdesk.ui.members.figures import MemberFigures, sum_of, sums_text
from coopdesk.ui.members.filters import MembershipFilters, MembershipsShown, shown_of
from coopdesk.ui.members.listing import read_listing
from coopdesk.ui.members.panel import MembershipPanel
from coopdesk.ui.members.papers.bar import PaperBar
from coopdesk.ui.members.papers.making import PaperMaking
from coopdesk.ui.members.papers.reminding import Reminding
from coopdesk.ui.members.record_actions import RecordActions
from coopdesk.ui.members.renewing import Renewing
from coopdesk.ui.members.views import MemberViews, View
from coopdesk.ui.page import Page, Role
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.members import Membership
    from coopdesk.domain.membership_lists import MembershipSums
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.listing import Listing
    from coopdesk.ui.members.sheets import MembershipSheet

_SUBJECTS = frozenset(
    {
        Subject.MEMBERS,
        Subject.CONTACTS,
        Subject.PAYMENTS,
        Subject.ENTRIES,
        Subject.ASSOCIATION,
    }
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
        self.record = RecordActions(self, self.editor, self.papers)
        self._make_actions()
        self.figures = MemberFigures(self, desk.today().year, self.show_only)
        self._lay_out_body()
        self._connect()
        self.record.refresh()

    # building

    def _make_actions(self) -> None:
        make = self.make_action
        self.add_action = make(_("New membership…"), "plus", self._on_add, Role.NEW)
        self.renew_action = make(
            _("Renew…"), "arrows-clockwise", self.renewing.ask, keys="Ctrl+R"
        )
        self.print_action = make(_("Print…"), "printer", self._on_print, Role.PRINT)
        self.remind_action = make(_("Reminders…"), "bell", self.reminding.ask)
        self.statistics_action = make(
            _("Statistics of members"), "chart-line", self._on_statistics
        )
        self.subscribe_action = make(_("Subscription of shares…"), "stack", self._on_subscribe)
        self.subscribe_action.setVisible(False)
        self.types_action = make(_("Types and rules…"), "gear-six", self._on_types)
        self.define_action = make_step(self, _("Define the types"), "tag")
        self.define_action.triggered.connect(self._on_types)
        self.import_action = make_step(self, _("Import HelloAsso…"), "download-simple")
        self.import_action.triggered.connect(self._on_import)
        self.set_primary(self.add_action)
        self.add_tool(self.renew_action)
        self.pay_action = self.record.pay_action
        self.add_tool(self.pay_action)
        self.add_more(self.print_action)
        self.add_more(self.remind_action)
        self.add_more(self.types_action)

    def _lay_out_body(self) -> None:
        self.search = SearchField(_("Search a name or a number…"))
        self.filters = MembershipFilters(self.desk.today().year, self)
        self.list = RecordList(
            self.desk, "memberships", membership_columns(), self._service.lines
        )
        self.list.set_accessible_name(_("List of memberships"))
        self.list.set_empty(self._empty_state())
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.panel = MembershipPanel(self.desk)
        self.detail = ListDetail(self.list, self.panel)
        self.record.rule(self.list, self.detail, self.panel)
        self.views = MemberViews(self.desk, self)
        filters = self.filters
        self.add_search(self.search, filters.unpaid_chip, filters.type_box, self.views.tabs)
        self.body.addWidget(filters.row)
        self.body.addWidget(self.views.stack, 1)
        self.views.fill(self.detail)
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
        self.views.changed.connect(self._on_view)
        self.views.paper_wanted.connect(self.papers.writing.ask)
        self.search.searched.connect(self.reload)
        self.filters.changed.connect(self.reload)
        self.list.sort_changed.connect(self.reload)
        self.list.clear_requested.connect(self.clear_filters)
        self.list.selection_changed.connect(self._on_selection_changed)
        self.detail.wanted.connect(self.panel.show_membership)
        self.detail.covered.connect(self._on_covered)
        self.panel.read.connect(self._on_read)
        self.papers.writing.tell_in(self.bar)
        self.reminding.drafted.connect(self.bar.tell_drafted)
        self.bar.left_out_requested.connect(self._on_left_out)

    # the list

    @override
    @Slot()
    def reload(self) -> None:
        self.detail.read_again()
        self.views.reload()
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
        if wanted.year is not None and wanted.year not in found.years:
            # A renewal was taken back: its year is no longer there to be looked at.
            self.clear_filters()
            return
        searched = ""
        if found.any_membership:
            searched = self.filters.in_words(wanted.text) or _("members")
        self.list.set_ids(found.ids, searched)
        self._offer_first_step(found)
        self.views.offer(found)
        self._total = sums_text(found.sums)
        self.list.set_totals(self._total)
        self.figures.show(found)
        self.subscribe_action.setVisible(found.has_shares)
        self._select_wanted()
        self.record.refresh()
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

    @Slot()
    def _on_view(self) -> None:
        for widget in self._list_widgets:
            widget.setVisible(self.views.current is View.LIST)

    @property
    def _list_widgets(self) -> tuple[QWidget, ...]:
        """What belongs to the list alone."""
        filters = self.filters
        of_type = filters.unpaid_chip if filters.is_unpaid_only else filters.type_box
        return self.search, of_type, filters.row

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
        self.views.show(View.LIST)
        self.search.clear()
        self.filters.show_only(shown)
        self.reload()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            self.views.show(View.LIST)
            self._to_select = target
            self.detail.open_record(target)
            self.reload()
        elif isinstance(target, MembershipFilter | MembershipsShown):
            self.detail.close_record()
            self.show_only(shown_of(target))
        elif isinstance(target, Choice):
            self.editor.add(target)
        elif target == "statistics":
            self._on_statistics()
        elif target == "shares":
            self.views.show(View.SHARES)
        elif target == "renew":
            self.renewing.ask()
        elif target == "attach":
            self.views.show(View.ATTACH)

    # the selection

    @Slot(object)
    def _on_selection_changed(self, ids: tuple[int, ...]) -> None:
        self.record.refresh()
        self.list.set_totals(self._total)
        if len(ids) > 1:
            call = partial(sum_of, self.desk.services, ids)
            self.desk.tasks.query(self, call, partial(self._on_sum, ids), replaces="selection")

    def _on_sum(self, ids: tuple[int, ...], sums: MembershipSums) -> None:
        if ids == self.list.selected_ids:
            text = _("Selection: {totals}").format(totals=sums_text(sums))
            self.list.set_totals(text)

    @Slot(object)
    def _on_read(self, sheet: MembershipSheet | None) -> None:
        if sheet is None:
            self.detail.close_record()
        self.record.refresh()

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        for widget in self._list_widgets:
            widget.setVisible(not covered and self.views.current is View.LIST)

    # what is done

    @Slot()
    def _on_add(self) -> None:
        self.editor.add()

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

    @Slot(str)
    def _on_left_out(self, names: str) -> None:
        self.desk.feedback.inform(_("Left out"), names)

    @Slot()
    def _on_statistics(self) -> None:
        self.views.show(View.STATISTICS)
        self.views.statistics.setFocus()

    @Slot()
    def _on_subscribe(self) -> None:
        self.views.show(View.SHARES)
        self.views.shares.subscribe_action.trigger()

    @Slot()
    def _on_types(self) -> None:
        self.desk.navigator.open("settings", "members")

    @Slot()
    def _on_import(self) -> None:
        self.desk.navigator.open("imports")
