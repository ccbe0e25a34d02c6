"""Opens the forms of what belongs to a grant: its payments, its costs, its report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Slot

from coopdesk.ui.grants.eligible_dialog import EligibleDialog
from coopdesk.ui.grants.plan_dialog import PlanDialog
from coopdesk.ui.grants.profile_dialog import ProfileDialog
from coopdesk.ui.grants.report_dialog import GrantReportDialog
from coopdesk.ui.grants.sheet_dialog import SheetDialog, SheetKind
from coopdesk.ui.grants.spending_rows import spending_sheet
from coopdesk.ui.grants.table_dialog import table_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.grant_requests import GrantProfile
    from coopdesk.domain.grant_states import GrantState
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.asking import Asker

Found = TypeVar("Found")


class TableShowing(QObject):
    """Shows one dialog of figures at a time."""

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self.dialog: SheetDialog[Any] | None = None

    def show(self, kind: SheetKind[Found], read: Callable[[], Found]) -> None:
        """Show the figures that ``read`` returns; it runs on the worker."""
        if self.dialog is not None:
            return
        self.dialog = SheetDialog(self._desk, kind, read, self._view.window())
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None


class PartAsking(QObject):
    """Opens the forms over a view; ``tables`` shows figures."""

    def __init__(self, desk: Desk, view: QWidget, asker: Asker) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._asker = asker
        self._service = desk.services.grant_requests
        self.tables = TableShowing(desk, view)

    def plan(self, state: GrantState) -> None:
        """Ask in how many parts it is paid."""
        make = partial(PlanDialog, self._desk, state, self._view.window())
        self._asker.ask(make, partial(self._service.set_instalments, state.request.id))

    def choose_costs(self, state: GrantState) -> None:
        """Ask which costs it pays for."""
        make = partial(EligibleDialog, state.request, self._view.window())
        self._asker.ask(make, partial(self._service.set_eligible, state.request.id))

    def write_report(self, state: GrantState) -> None:
        """Ask for the words of its report."""
        make = partial(GrantReportDialog, self._desk, state.request, self._view.window())
        self._asker.ask(make, partial(self._service.write_report, state.request.id))

    def show_table(self, state: GrantState) -> None:
        """Show what was planned and carried out."""
        reports = self._desk.services.grant_reports
        self.tables.show(table_sheet(), partial(reports.tables, state.request.id))

    def show_spending(self, state: GrantState) -> None:
        """Show the entries behind what was spent of it, and what is left."""
        reports = self._desk.services.grant_reports
        self.tables.show(spending_sheet(), partial(reports.spending, state.request.id))

    def ask_profile(self) -> None:
        """Ask what requests say of the association."""
        call = self._service.profile
        self._desk.tasks.query(self._view, call, self._ask_profile, replaces="to_change")

    def _ask_profile(self, known: GrantProfile) -> None:
        make = partial(ProfileDialog, known, self._view.window())
        self._asker.ask(make, self._service.set_profile)
