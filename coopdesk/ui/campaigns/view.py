"""Campaigns: the list, the record of the one that is open, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.campaigns import CampaignFilter, CampaignLine
from coopdesk.domain.money import total
from coopdesk.ui.campaigns.columns import campaign_columns
from coopdesk.ui.campaigns.doing import CampaignDoing
from coopdesk.ui.campaigns.sheet import CampaignSheet, campaign_parts, read_sheet
from coopdesk.ui.donations.targets import CampaignShown
from coopdesk.ui.recent_records import remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.services.campaigns import CampaignService
    from coopdesk.ui.page import Page

_Lines = dict[int, CampaignLine]


class CampaignsView(SheetView[bool | None, CampaignLine, CampaignSheet]):
    """What was raised for each, how far it is, and who contributed."""

    def __init__(self, page: Page) -> None:
        desk, lines = page.desk, KeptLines[CampaignLine]()
        chips: ChoiceChips[bool | None] = ChoiceChips(
            _("Campaigns"),
            [(False, _("Under way")), (True, _("Closed ones")), (None, _("All of them"))],
        )
        parts = ViewParts(
            search=SearchField(_("Search a campaign…")),
            chips=chips,
            whole=None,
            list=RecordList(desk, "campaigns", campaign_columns(), lines.rows),
            panel=DetailPanel(_("Campaign")),
        )
        super().__init__(desk, lines, parts)
        remember_opened(desk, "campaign", self.detail)
        self._service = desk.services.campaigns
        self.doing = CampaignDoing(desk, self)
        self.list.set_accessible_name(_("List of campaigns"))
        said = _("A campaign has a goal and tiers; the gifts made to it add up here.")
        self.do(self.doing, EmptyState("target", _("No campaign yet"), said))

    @override
    def reading(self) -> Callable[[], tuple[_Lines, bool]]:
        sort, descending = self.list.sort
        text = self.search.text().strip()
        wanted = CampaignFilter(text, self.chips.key, sort, descending)
        return partial(_read_list, self._service, wanted)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], CampaignSheet]:
        return partial(read_sheet, self._service, record_id)

    @override
    def show_sums(self, lines: Iterable[CampaignLine]) -> None:
        raised = total(line.progress.raised for line in lines)
        self.list.set_totals(_("Raised: {amount}").format(amount=money_text(raised)))

    @override
    def show_sheet(self, sheet: CampaignSheet) -> None:
        name = sheet.progress.campaign.content.name
        self.panel.show_parts(name, campaign_parts(sheet))

    def show_target(self, target: object) -> None:
        """Show what another page names."""
        if isinstance(target, CampaignShown):
            self.show_record(target.campaign_id)

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen = self.detail.chosen_id
        shown = self.sheet.progress.campaign if self.sheet is not None else None
        line = self._lines.get(chosen)
        is_closed = line.is_closed if line is not None else bool(shown and shown.is_closed)
        self.doing.choose(chosen, shown, is_closed=is_closed)


def _read_list(service: CampaignService, wanted: CampaignFilter) -> tuple[_Lines, bool]:
    """Return what a filter shows, and whether there is any campaign; runs on the worker."""
    lines = {line.id: line for line in service.find(wanted)}
    return lines, bool(lines) or bool(service.names(closed=True))
