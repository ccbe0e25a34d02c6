"""Grants: the list from requests to reports, the record of the one that is open, its files."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from coopdesk.domain.grant_states import GrantState
from coopdesk.domain.money import total
from coopdesk.ui.attachments.panel import FilePanel
from coopdesk.ui.grants.aid_notice import AidNotice
from coopdesk.ui.grants.columns import grant_columns
from coopdesk.ui.grants.figures import GrantFigure, grant_sum
from coopdesk.ui.grants.grant_doing import GrantDoing
from coopdesk.ui.grants.grant_sheet import grant_parts
from coopdesk.ui.grants.reading import (
    GrantRecord,
    GrantsShown,
    Wanted,
    read_grant,
    read_grants,
)
from coopdesk.ui.page import Role
from coopdesk.ui.recent_records import remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.ui.page_views import ViewHead
    from coopdesk.ui.partners.page import PartnerPage

PROFILE = "profile"  # ("grants", PROFILE) asks what requests say of the association


class GrantsView(SheetView[GrantsShown, GrantState, GrantRecord]):
    """What was asked, granted and paid, and which report is due."""

    def __init__(self, page: PartnerPage) -> None:
        desk, lines = page.desk, KeptLines[GrantState]()
        chips = ChoiceChips(
            _("Grants"),
            [
                (GrantsShown.LIVING, _("To follow")),
                (GrantsShown.ASKED, _("Waiting for an answer")),
                (GrantsShown.DUE, _("Money to come")),
                (GrantsShown.REPORT, _("Reports due")),
                (GrantsShown.OVER, _("Over")),
                (GrantsShown.ALL, _("All of them")),
            ],
        )
        files = FilePanel(_("Grant"), desk)
        parts = ViewParts(
            search=SearchField(_("Search a grant, a funder, a project…")),
            chips=chips,
            whole=GrantsShown.ALL,
            list=RecordList(desk, "grant_requests", grant_columns(), lines.rows),
            panel=files,
        )
        super().__init__(desk, lines, parts)
        remember_opened(desk, "grant_request", self.detail)
        self._files = files
        self.doing = GrantDoing(desk, self, page.papers.writing)
        self.doing.files.follow(files)
        self.aid = AidNotice(desk, self, self.list)
        self.add_head(self.aid)
        # Names of structures begin alike: their end tells two communes apart.
        self.list.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.set_accessible_name(_("List of grants"))
        said = _(
            "Follow a grant from the first idea to the report: what is asked, what is granted, "
            "what comes, and what the books say it was spent on."
        )
        self.do(self.doing, EmptyState("bank", _("No grant yet"), said))
        self.list.table.removeAction(self.doing.report_paper_action)

    @property
    @override
    def head(self) -> ViewHead:
        return replace(
            super().head,
            tools=(self.aid.aid_action,),
            roles={Role.PRINT: self.doing.report_paper_action},
        )

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, tuple) and target[1:] == (PROFILE,):
            self.doing.profile_action.trigger()
        else:
            super().show_target(target)

    @override
    @Slot()
    def reload(self) -> None:
        super().reload()
        self.aid.reload()

    @override
    def reading(self) -> Callable[[], tuple[dict[int, GrantState], bool]]:
        sort, descending = self.list.sort
        wanted = Wanted(self.search.text().strip(), self.chips.key, sort, descending)
        return partial(read_grants, self._desk.services, wanted)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], GrantRecord]:
        return partial(read_grant, self._desk.services, record_id, self._desk.today())

    @override
    def show_sums(self, lines: Iterable[GrantState]) -> None:
        known = list(lines)
        self.list.set_totals(self._sums_of(known) if known else "")

    def _sums_of(self, known: list[GrantState]) -> str:
        """Return the sums that the key figures of the list show.

        Short, or the list could not stand beside a record on a small screen.
        """
        shown = self.chips.key
        if shown is GrantsShown.ASKED:
            asked = money_text(grant_sum(GrantFigure.ASKED, known))
            return _("{amount} asked").format(amount=asked)
        if shown is GrantsShown.REPORT:
            said = _("{granted} to account for, {left} to spend")
            return said.format(
                granted=money_text(grant_sum(GrantFigure.REPORT, known)),
                left=money_text(grant_sum(GrantFigure.LEFT, known)),
            )
        said = _("{due} still due of {granted}")
        return said.format(
            granted=money_text(total(one.granted for one in known)),
            due=money_text(grant_sum(GrantFigure.DUE, known)),
        )

    @override
    def show_sheet(self, sheet: GrantRecord) -> None:
        self.panel.show_parts(sheet.state.request.content.title, grant_parts(sheet))
        self._files.pane.show_files(sheet.files)

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen, record = self.detail.chosen_id, self.sheet
        is_shown = record is not None and record.state.request.id == chosen
        shown = record.state if record is not None and is_shown else None
        self.doing.choose(shown or self._lines.get(chosen))
