"""Projects and calls for projects: their lists, and the record of the one that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.grant_projects import GrantProject
from coopdesk.domain.grant_requests import GrantCall
from coopdesk.domain.money import total
from coopdesk.ui.grants.project_columns import call_columns, project_columns
from coopdesk.ui.grants.project_doing import CallDoing, ProjectDoing
from coopdesk.ui.grants.project_reading import (
    CallRecord,
    CallsShown,
    ProjectRecord,
    ProjectsShown,
    read_call,
    read_calls,
    read_project,
    read_projects,
)
from coopdesk.ui.grants.project_sheet import call_parts, project_parts
from coopdesk.ui.grants.reading import Wanted
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

    from coopdesk.ui.partners.page import PartnerPage


class ProjectsView(SheetView[ProjectsShown, GrantProject, ProjectRecord]):
    """What funders are asked to pay for, its budget and who pays what."""

    def __init__(self, page: PartnerPage) -> None:
        desk, lines = page.desk, KeptLines[GrantProject]()
        chips = ChoiceChips(
            _("Projects"),
            [
                (ProjectsShown.CURRENT, _("Current projects")),
                (ProjectsShown.OVER, _("Past projects")),
                (ProjectsShown.ALL, _("All projects")),
            ],
        )
        parts = ViewParts(
            search=SearchField(_("Search a project…")),
            chips=chips,
            whole=ProjectsShown.ALL,
            list=RecordList(desk, "grant_projects", project_columns(), lines.rows),
            panel=DetailPanel(_("Project")),
        )
        super().__init__(desk, lines, parts)
        remember_opened(desk, "grant_project", self.detail)
        self.doing = ProjectDoing(desk, self)
        self.list.set_accessible_name(_("List of projects"))
        said = _(
            "A project has days and a budget in the lines of the official forms. Requests for "
            "grants rest on it, and no cost is paid twice."
        )
        self.do(self.doing, EmptyState("target", _("No project yet"), said))

    @override
    def reading(self) -> Callable[[], tuple[dict[int, GrantProject], bool]]:
        sort, descending = self.list.sort
        wanted = Wanted(self.search.text().strip(), self.chips.key, sort, descending)
        return partial(read_projects, self._desk.services, wanted, self._desk.today())

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], ProjectRecord]:
        return partial(read_project, self._desk.services, record_id)

    @override
    def show_sums(self, lines: Iterable[GrantProject]) -> None:
        known = list(lines)
        said = _("Expenses {expenses} · income {income}")
        told = said.format(
            expenses=money_text(total(one.expenses for one in known)),
            income=money_text(total(one.income for one in known)),
        )
        self.list.set_totals(told if known else "")

    @override
    def show_sheet(self, sheet: ProjectRecord) -> None:
        self.panel.show_parts(sheet.project.content.title, project_parts(sheet))

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen, record = self.detail.chosen_id, self.sheet
        is_shown = record is not None and record.project.id == chosen
        shown = record.project if record is not None and is_shown else None
        self.doing.choose(shown or self._lines.get(chosen))


class CallsView(SheetView[CallsShown, GrantCall, CallRecord]):
    """Who calls for projects, until when, and what we asked."""

    def __init__(self, page: PartnerPage) -> None:
        desk, lines = page.desk, KeptLines[GrantCall]()
        chips = ChoiceChips(
            _("Calls for projects"),
            [
                (CallsShown.OPEN, _("Calls open")),
                (CallsShown.CLOSED, _("Calls closed")),
                (CallsShown.ALL, _("All calls")),
            ],
        )
        parts = ViewParts(
            search=SearchField(_("Search a call, a funder…")),
            chips=chips,
            whole=CallsShown.ALL,
            list=RecordList(desk, "grant_calls", call_columns(desk.today), lines.rows),
            panel=DetailPanel(_("Call for projects")),
        )
        super().__init__(desk, lines, parts)
        remember_opened(desk, "grant_call", self.detail)
        self.doing = CallDoing(desk, self)
        self.list.set_accessible_name(_("List of calls for projects"))
        said = _(
            "Note the calls that may suit you with their last day: the home page reminds you, "
            "and your request starts from it."
        )
        self.do(self.doing, EmptyState("megaphone", _("No call yet"), said))

    @override
    def reading(self) -> Callable[[], tuple[dict[int, GrantCall], bool]]:
        sort, descending = self.list.sort
        wanted = Wanted(self.search.text().strip(), self.chips.key, sort, descending)
        return partial(read_calls, self._desk.services, wanted)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], CallRecord]:
        return partial(read_call, self._desk.services, record_id, self._desk.today())

    @override
    def show_sums(self, lines: Iterable[GrantCall]) -> None:
        self.list.set_totals("")

    @override
    def show_sheet(self, sheet: CallRecord) -> None:
        self.panel.show_parts(sheet.call.content.title, call_parts(sheet))

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen, record = self.detail.chosen_id, self.sheet
        is_shown = record is not None and record.call.id == chosen
        shown = record.call if record is not None and is_shown else None
        self.doing.choose(shown or self._lines.get(chosen))
