"""Campaigns: the list, the record of the one that is open, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coopdesk.domain.campaigns import CampaignFilter
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import total
from coopdesk.ui.campaigns.columns import campaign_columns
from coopdesk.ui.campaigns.doing import CampaignDoing
from coopdesk.ui.campaigns.sheet import LONGEST_BOARD, CampaignSheet, campaign_parts
from coopdesk.ui.donations.targets import CampaignShown
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.campaigns import Campaign, CampaignLine
    from coopdesk.services.campaigns import CampaignService
    from coopdesk.ui.page import Page


class CampaignsView(QWidget):
    """``primary_action`` and ``record_actions`` go into the head of the page that shows it."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = page.desk
        self._service = page.desk.services.campaigns
        self._lines: dict[int, CampaignLine] = {}
        self._to_select: int | None = None
        self.sheet: CampaignSheet | None = None
        self.doing = CampaignDoing(page.desk, self)
        self.search = SearchField(_("Search a campaign…"))
        self.chips: ChoiceChips[bool | None] = ChoiceChips(
            _("Campaigns"),
            [(False, _("Under way")), (True, _("Closed ones")), (None, _("All of them"))],
        )
        self.list = RecordList(page.desk, "campaigns", campaign_columns(), self._rows)
        self.panel = DetailPanel(_("Campaign"))
        self.detail = ListDetail(self.list, self.panel)
        self._lay_out()
        self._connect()
        self._refresh_actions()

    @property
    def primary_action(self) -> QAction:
        """Recording a campaign."""
        return self.doing.record_action

    @property
    def record_actions(self) -> tuple[QAction, ...]:
        """What can be done with the campaign that is chosen."""
        return self.doing.record_actions

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
        self.list.set_accessible_name(_("List of campaigns"))
        empty = EmptyState(
            "target",
            _("No campaign yet"),
            _("A campaign has a goal and tiers; the gifts made to it add up here."),
        )
        empty.offer(doing.record_action, primary=True)
        self.list.set_empty(empty)
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions(list(self.record_actions))
        self.panel.add_action(doing.change_action)
        self.panel.add_action(doing.close_action)
        self.panel.add_rare_actions((doing.workbook_action, doing.remove_action))
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

    # reading

    @Slot()
    def reload(self) -> None:
        """Read the campaigns and the record that is open."""
        self.detail.read_again()
        sort, descending = self.list.sort
        text = self.search.text().strip()
        wanted = CampaignFilter(text, self.chips.key, sort, descending)
        call = partial(_read_list, self._service, wanted)
        self._desk.tasks.query(self, call, self._on_lines, replaces="campaigns")

    def _on_lines(self, found: tuple[list[CampaignLine], bool]) -> None:
        lines, any_campaign = found
        self._lines = {line.id: line for line in lines}
        searched = self.search.text().strip() or self.chips.chip(self.chips.key).text()
        self.list.set_ids(list(self._lines), searched if any_campaign else "")
        raised = total(line.progress.raised for line in lines)
        self.list.set_totals(_("Raised: {amount}").format(amount=money_text(raised)))
        wanted, self._to_select = self._to_select, None
        if wanted is not None:
            self.list.table.select_id(wanted)
        self._refresh_actions()

    def _rows(self, ids: Sequence[int]) -> list[CampaignLine]:
        lines = self._lines
        return [lines[key] for key in ids if key in lines]

    @Slot(int)
    def _on_wanted(self, campaign_id: int) -> None:
        call = partial(_read_sheet, self._service, campaign_id)
        self._desk.tasks.query(self, call, self._on_sheet, replaces="campaign")

    def _on_sheet(self, sheet: CampaignSheet | None) -> None:
        self.sheet = sheet
        if sheet is None:
            self.detail.close_record()
        else:
            name = sheet.progress.campaign.content.name
            self.panel.show_parts(name, campaign_parts(sheet))
        self._refresh_actions()

    def show_target(self, target: object) -> None:
        """Show what another page names."""
        if isinstance(target, CampaignShown):
            self.show_campaign(target.campaign_id)

    def show_campaign(self, campaign_id: int) -> None:
        """Open the record of a campaign named by another page."""
        self._to_select = campaign_id
        self.chips.choose(None)
        self.detail.open_record(campaign_id)
        self.reload()

    @Slot()
    def clear_filters(self) -> None:
        """Show every campaign."""
        self.chips.choose(None)
        self.search.clear()
        self.reload()

    @Slot()
    def _refresh_actions(self) -> None:
        chosen = self.detail.chosen_id
        shown = self.sheet.progress.campaign if self.sheet is not None else None
        line = self._lines.get(chosen or 0)
        is_closed = line.is_closed if line is not None else bool(shown and shown.is_closed)
        self.doing.choose(chosen, shown, is_closed=is_closed)

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        self.search.setVisible(not covered)
        self.chips.setVisible(not covered)

    @Slot(object)
    def _on_recorded(self, campaign: Campaign) -> None:
        """The list is read again because campaigns changed; here only which to show then."""
        self._to_select = campaign.id
        self.detail.open_record(campaign.id)


def _read_list(
    service: CampaignService, wanted: CampaignFilter
) -> tuple[list[CampaignLine], bool]:
    """Return what a filter shows, and whether there is any campaign; runs on the worker."""
    lines = service.find(wanted)
    return lines, bool(lines) or bool(service.names(closed=True))


def _read_sheet(service: CampaignService, campaign_id: int) -> CampaignSheet | None:
    """Return everything known of a campaign, None when it is gone; runs on the worker."""
    try:
        return CampaignSheet(
            service.progress(campaign_id),
            service.leaderboard(campaign_id, LONGEST_BOARD + 1),
            service.budget(campaign_id),
        )
    except NotFoundError:
        return None
