"""Promises to give: the list, the record of the one that is open, and what came of it."""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.pledges import PledgeFilter, PledgeState, PledgeSums
from coopdesk.ui.donations.targets import PledgeShown
from coopdesk.ui.pledges.columns import pledge_columns
from coopdesk.ui.pledges.doing import PledgeDoing
from coopdesk.ui.pledges.sheet import PledgeSheet, pledge_parts
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.pledges import Pledge, PledgeLine
    from coopdesk.services.pledges import PledgeService
    from coopdesk.ui.page import Page


class Shown(enum.Enum):
    """Which pledges are listed."""

    ACTIVE = "active"
    LATE = "late"
    ALL = "all"


class PledgesView(QWidget):
    """``primary_action`` and ``record_actions`` go into the head of the page that shows it."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = page.desk
        self._service = page.desk.services.pledges
        self._lines: dict[int, PledgeLine] = {}
        self._to_select: int | None = None
        self.sheet: PledgeSheet | None = None
        self.doing = PledgeDoing(page.desk, self)
        self.search = SearchField(_("Search a donor or a campaign…"))
        self.chips: ChoiceChips[Shown] = ChoiceChips(
            _("Pledges"),
            [
                (Shown.ACTIVE, _("Under way")),
                (Shown.LATE, _("Late")),
                (Shown.ALL, _("All of them")),
            ],
        )
        # Wraps, where the foot of the list would be as wide as the three amounts.
        self.sums = plain_label("", "muted", wrap=True)
        self.list = RecordList(page.desk, "pledges", pledge_columns(), self._rows)
        self.panel = DetailPanel(_("Pledge"))
        self.detail = ListDetail(self.list, self.panel)
        self._lay_out()
        self._connect()
        self._refresh_actions()

    @property
    def primary_action(self) -> QAction:
        """Recording a pledge."""
        return self.doing.record_action

    @property
    def record_actions(self) -> tuple[QAction, ...]:
        """What can be done with the pledge that is chosen."""
        doing = self.doing
        return (
            doing.receive_action,
            doing.change_action,
            doing.pause_action,
            doing.end_action,
            doing.remove_action,
        )

    @property
    def change_action(self) -> QAction:
        """Changing the record that is chosen."""
        return self.doing.change_action

    @property
    def remove_action(self) -> QAction:
        """Removing the record that is chosen."""
        return self.doing.remove_action

    def _lay_out(self) -> None:
        doing = self.doing
        self.list.set_accessible_name(_("List of pledges"))
        empty = EmptyState(
            "repeat",
            _("No pledge yet"),
            _("Somebody promises to give every month or year: what came and what is late."),
        )
        empty.offer(doing.record_action, primary=True)
        self.list.set_empty(empty)
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions(list(self.record_actions))
        self.panel.add_action(doing.receive_action)
        self.panel.add_action(doing.change_action)
        self.panel.add_rare_actions((doing.pause_action, doing.end_action, doing.remove_action))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.chips)
        row.addStretch(1)
        self.detail.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(row)
        layout.addWidget(self.sums)
        layout.addWidget(self.detail, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.search.leads_to(self.list)
        self.search.searched.connect(self.reload)
        self.chips.chosen.connect(self.reload)
        self.list.sort_changed.connect(self.reload)
        self.list.clear_requested.connect(self.clear_filters)
        self.list.selection_changed.connect(self._refresh_actions)
        self.detail.wanted.connect(self._on_wanted)
        self.detail.covered.connect(self._on_covered)
        self.panel.link_activated.connect(self.doing.follow)
        self.doing.recorded.connect(self._on_recorded)
        self.doing.sheet_wanted.connect(self._on_sheet_wanted)

    # reading

    @Slot()
    def reload(self) -> None:
        """Read the pledges and the record that is open."""
        self.detail.read_again()
        sort, descending = self.list.sort
        text, shown = self.search.text().strip(), self.chips.key
        wanted = PledgeFilter(
            text,
            state=PledgeState.ACTIVE if shown is Shown.ACTIVE else None,
            only_late=shown is Shown.LATE,
            sort=sort,
            descending=descending,
        )
        call = partial(_read_list, self._service, wanted)
        self._desk.tasks.query(self, call, self._on_lines, replaces="pledges")

    def _on_lines(self, found: tuple[list[PledgeLine], bool]) -> None:
        lines, any_pledge = found
        self._lines = {line.id: line for line in lines}
        searched = self.search.text().strip() or self.chips.chip(self.chips.key).text()
        self.list.set_ids(list(self._lines), searched if any_pledge else "")
        sums = sum((line.sums for line in lines), PledgeSums())
        text = _("Expected until today: {expected} · received: {received} · late: {late}")
        self.sums.setText(
            text.format(
                expected=money_text(sums.expected),
                received=money_text(sums.received),
                late=money_text(sums.late),
            )
            if lines
            else ""
        )
        wanted, self._to_select = self._to_select, None
        if wanted is not None:
            self.list.table.select_id(wanted)
        self._refresh_actions()

    def _rows(self, ids: Sequence[int]) -> list[PledgeLine]:
        lines = self._lines
        return [lines[key] for key in ids if key in lines]

    @Slot(int)
    def _on_wanted(self, pledge_id: int) -> None:
        call = partial(_read_sheet, self._service, pledge_id)
        self._desk.tasks.query(self, call, self._on_sheet, replaces="pledge")

    def _on_sheet(self, sheet: PledgeSheet | None) -> None:
        self.sheet = sheet
        if sheet is None:
            self.detail.close_record()
        else:
            self.panel.show_parts(sheet.pledge.donor_name, pledge_parts(sheet))
        self._refresh_actions()

    @Slot(int)
    def _on_sheet_wanted(self, pledge_id: int) -> None:
        call = partial(_read_sheet, self._service, pledge_id)
        self._desk.tasks.query(self, call, self._on_sheet_to_receive, replaces="receive")

    def _on_sheet_to_receive(self, sheet: PledgeSheet | None) -> None:
        if sheet is not None:
            self.doing.ask_arrival(sheet, None)

    def show_target(self, target: object) -> None:
        """Show what another page names."""
        if isinstance(target, PledgeShown):
            self.show_pledge(target.pledge_id)

    def show_pledge(self, pledge_id: int) -> None:
        """Open the record of a pledge named by another page."""
        self._to_select = pledge_id
        self.chips.choose(Shown.ALL)
        self.detail.open_record(pledge_id)
        self.reload()

    @Slot()
    def clear_filters(self) -> None:
        """Show every pledge."""
        self.chips.choose(Shown.ALL)
        self.search.clear()
        self.reload()

    @Slot()
    def _refresh_actions(self) -> None:
        chosen = self.detail.chosen_id
        line = self._lines.get(chosen or 0)
        state = None if line is None else line.state
        if line is None and self.sheet is not None and self.sheet.pledge.id == chosen:
            state = self.sheet.pledge.state
        self.doing.choose(chosen, state, self.sheet)

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        self.sums.setVisible(not covered)
        self.search.setVisible(not covered)
        self.chips.setVisible(not covered)

    @Slot(object)
    def _on_recorded(self, pledge: Pledge) -> None:
        """The list is read again because pledges changed; here only which to show then."""
        self._to_select = pledge.id
        self.detail.open_record(pledge.id)


def _read_list(service: PledgeService, wanted: PledgeFilter) -> tuple[list[PledgeLine], bool]:
    """Return what a filter shows, and whether there is any pledge; runs on the worker."""
    lines = service.find(wanted)
    return lines, bool(lines) or bool(service.find())


def _read_sheet(service: PledgeService, pledge_id: int) -> PledgeSheet | None:
    """Return everything known of a pledge, None when it is gone; runs on the worker."""
    try:
        return PledgeSheet(
            service.get(pledge_id),
            tuple(service.instalments(pledge_id)),
            tuple(service.candidates(pledge_id)),
        )
    except NotFoundError:
        return None
