"""What can be done with a project and with a call for projects."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from coopdesk.domain.grant_projects import GrantProject
from coopdesk.domain.grant_requests import (
    GrantCall,
    NewGrantRequest,
    RequestFilter,
)
from coopdesk.ui.grants import links
from coopdesk.ui.grants.asking import RequestAsking
from coopdesk.ui.grants.budget_dialog import BudgetDialog
from coopdesk.ui.grants.call_dialog import CallDialog
from coopdesk.ui.grants.going import record_links
from coopdesk.ui.grants.part_asking import TableShowing
from coopdesk.ui.grants.project_dialog import ProjectDialog
from coopdesk.ui.grants.request_dialog import Started
from coopdesk.ui.grants.sharing_rows import read_sharing, sharing_sheet
from coopdesk.ui.grants.table_dialog import table_sheet
from coopdesk.ui.record_doing import RecordDoing
from coopdesk.ui.widgets.activity_box import activity_choices
from coopdesk.ui.widgets.steps import change_icon
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.grants.budget_dialog import Requests
    from coopdesk.ui.widgets.activity_box import ActivityChoices


class ProjectDoing(RecordDoing):
    """What is done in the list of projects."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent, GrantProject)
        self._service = desk.services.grant_projects
        self._project: GrantProject | None = None
        self.requests = RequestAsking(desk, parent, self.asker)
        self.tables = TableShowing(desk, parent)
        make = self._make
        self.record_action = make(_("New project…"), "plus", self._on_record)
        self.budget_action = make(_("Its budget…"), "table", self._on_budget)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.ask_action = make(_("Ask a funder…"), "bank", self._on_ask)
        self.table_action = make(_("Planned and carried out…"), "table", self._on_table)
        self.sharing_action = make(_("Who pays what…"), "chart-pie-slice", self._on_sharing)
        self.remove_action = make(_("Remove the project"), "trash", self._on_remove)
        self.usual_actions = (self.budget_action, self.change_action)
        self.rare_actions = (
            self.ask_action,
            self.table_action,
            self.sharing_action,
            self.remove_action,
        )
        self._links = {
            **record_links(desk),
            links.BUDGET: partial(_without_key, self._on_budget),
            links.TABLE: partial(_without_key, self._on_table),
            links.SHARING: partial(_without_key, self._on_sharing),
            links.ADD_REQUEST: partial(_without_key, self._on_ask),
        }

    def choose(self, project: GrantProject | None) -> None:
        """Say which project the actions are about."""
        self._project = project
        self._chosen = project.id if project is not None else None
        for action in (*self.usual_actions, *self.rare_actions):
            action.setEnabled(project is not None)

    @Slot()
    def _on_record(self) -> None:
        call = partial(activity_choices, self._desk.services)
        done = partial(self._ask, None)
        self._desk.tasks.query(self._view, call, done, replaces="to_change")

    @Slot()
    def _on_change(self) -> None:
        self._read_chosen(partial(_read_to_change, self._desk.services), self._on_read)

    def _on_read(self, found: tuple[GrantProject, ActivityChoices]) -> None:
        self._ask(*found)

    def _ask(self, project: GrantProject | None, activities: ActivityChoices) -> None:
        service = self._service
        make = partial(ProjectDialog, self._desk, activities, project, self._window)
        send = service.add if project is None else partial(service.change, project.id)
        self.asker.ask(make, send)

    @Slot()
    def _on_budget(self) -> None:
        self._read_chosen(partial(_read_budget, self._desk.services), self._ask_budget)

    def _ask_budget(self, found: tuple[GrantProject, Requests]) -> None:
        project, requests = found
        make = partial(BudgetDialog, project, requests, self._window)
        self.asker.ask(make, partial(self._service.set_lines, project.id))

    @Slot()
    def _on_ask(self) -> None:
        if self._project is not None:
            content = self._project.content
            start = replace(
                NewGrantRequest(content.title),
                project_id=self._project.id,
                starts_on=content.starts_on,
                ends_on=content.ends_on,
            )
            self.requests.add(Started(start))

    @Slot()
    def _on_table(self) -> None:
        if self._project is not None:
            reports = self._desk.services.grant_reports
            read = partial(reports.project_tables, self._project.id)
            self.tables.show(table_sheet(), read)

    @Slot()
    def _on_sharing(self) -> None:
        if self._project is not None:
            read = partial(read_sharing, self._desk.services, self._project.id)
            self.tables.show(sharing_sheet(), read)

    @Slot()
    def _on_remove(self) -> None:
        self._send_chosen(self._service.remove)


class CallDoing(RecordDoing):
    """What is done in the list of calls for projects."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent, GrantCall)
        self._service = desk.services.grant_calls
        self._call: GrantCall | None = None
        self.requests = RequestAsking(desk, parent, self.asker)
        make = self._make
        self.record_action = make(_("New call for projects…"), "plus", self._on_record)
        self.answer_action = make(_("Answer it…"), "bank", self._on_answer)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.close_action = make(_("Close the call"), "archive", self._on_close)
        self.remove_action = make(_("Remove the call"), "trash", self._on_remove)
        self.usual_actions = (self.answer_action, self.change_action)
        self.rare_actions = (self.close_action, self.remove_action)
        self._links = {
            **record_links(desk),
            links.ADD_REQUEST: partial(_without_key, self._on_answer),
        }

    def choose(self, call: GrantCall | None) -> None:
        """Say which call the actions are about."""
        self._call = call
        self._chosen = call.id if call is not None else None
        for action in (*self.usual_actions, *self.rare_actions):
            action.setEnabled(call is not None)
        is_open = call is None or call.is_open
        self.close_action.setText(_("Close the call") if is_open else _("Open it again"))
        change_icon(self.close_action, "archive" if is_open else "arrow-counter-clockwise")

    @Slot()
    def _on_record(self) -> None:
        make = partial(CallDialog, self._desk, None, self._window)
        self.asker.ask(make, self._service.add)

    @Slot()
    def _on_change(self) -> None:
        self._read_chosen(self._service.get, self._ask_change)

    def _ask_change(self, call: GrantCall) -> None:
        make = partial(CallDialog, self._desk, call, self._window)
        self.asker.ask(make, partial(self._service.change, call.id))

    @Slot()
    def _on_answer(self) -> None:
        if self._call is not None:
            content = self._call.content
            start = replace(
                NewGrantRequest(content.title),
                call_id=self._call.id,
                funder_id=content.funder_id,
                rate=content.rate,
            )
            self.requests.add(Started(start, self._call.funder_name))

    @Slot()
    def _on_close(self) -> None:
        if self._call is not None:
            service = self._service
            self._send_chosen(service.close if self._call.is_open else service.reopen)

    @Slot()
    def _on_remove(self) -> None:
        self._send_chosen(self._service.remove)


def _without_key(call: Callable[[], None], _key: object) -> None:
    call()


def _read_to_change(
    services: Services, project_id: int
) -> tuple[GrantProject, ActivityChoices]:
    project = services.grant_projects.get(project_id)
    return project, activity_choices(services, project.content.activity_id)


def _read_budget(services: Services, project_id: int) -> tuple[GrantProject, Requests]:
    """Return a project and the requests that its lines may count on."""
    wanted = RequestFilter(project_id=project_id)
    requests = services.grant_requests.all(wanted)
    return services.grant_projects.get(project_id), tuple(
        (one.id, one.content.title) for one in requests
    )
