"""The tab of the budget: what was planned against what came, typed line by line."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from coopdesk.domain.budgets import BudgetLine, BudgetState
from coopdesk.services.outcome import Outcome
from coopdesk.ui.feedback import Question
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.reports.budget_bar import BudgetBar
from coopdesk.ui.reports.budget_dialogs import BudgetDialog, VersionOrder
from coopdesk.ui.reports.budget_import import BudgetImport
from coopdesk.ui.reports.budget_reading import (
    BudgetReading,
    BudgetWanted,
    read_budget,
    version_text,
)
from coopdesk.ui.reports.budget_years import recorded_year
from coopdesk.ui.reports.figure_view import framed
from coopdesk.ui.reports.sheet_table import FigureSheet
from coopdesk.ui.reports.targets import BUDGET, go_from
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.budgets import BudgetVersion, NewBudgetLine
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.ui.accounts.page import AccountPage

_NAME_LENGTH = 24


class BudgetView(QWidget):
    """Enter on an account opens its lines; F2 plans another amount for it."""

    def __init__(self, page: AccountPage) -> None:
        super().__init__()
        self._page = page
        self._desk = page.desk
        self._service = page.desk.services.budgets
        self._reading: BudgetReading | None = None
        self._make_actions()
        self.version_box: ChoiceBox[int | None] = ChoiceBox([(None, _("No budget yet"))])
        self.version_box.setMinimumContentsLength(_NAME_LENGTH)
        self.version_box.setAccessibleName(_("Budget"))
        self.activity_box: ChoiceBox[int | None] = ChoiceBox([(None, _("All activities"))])
        self.activity_box.setMinimumContentsLength(14)
        self.activity_box.setAccessibleName(_("Activity"))
        self.modes: ChoiceChips[bool] = ChoiceChips(
            _("Show"), ((False, _("Actual and budget")), (True, _("Lines of the budget")))
        )
        self.sheet = FigureSheet(_("Actual against budget"))
        self.bar = BudgetBar(self._desk)
        self.empty = EmptyState(
            "target",
            _("No budget for this fiscal year"),
            _("A budget says what each account should bring or cost; reports compare with it."),
        )
        self.empty.offer(self.version_action, primary=True)
        self.empty.offer(self.import_action)
        self._asker = Asker(self._desk, self)
        self.importing = BudgetImport(self._desk, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _make_actions(self) -> None:
        self.line_action = make_step(self, _("New line of the budget"), "plus")
        self.version_action = make_step(self, _("New budget…"), "copy")
        self.import_action = make_step(self, _("Import a sheet…"), "download-simple")
        self.drop_action = make_step(self, _("Remove this budget"), "trash")
        self.adopt_action = make_step(self, _("Adopt…"), "check-circle")
        self.reopen_action = make_step(self, _("Make a draft again"), "pencil-simple")
        self.change_action = make_step(self, _("Change the amount"), "pencil-simple")
        self.remove_action = make_step(self, _("Remove the line"), "trash")
        self.line_action.triggered.connect(self._on_new_line)
        self.version_action.triggered.connect(self._on_new_version)
        self.import_action.triggered.connect(self._on_import)
        self.drop_action.triggered.connect(self._on_drop)
        self.adopt_action.triggered.connect(self._on_adopt)
        self.reopen_action.triggered.connect(self._on_reopen)
        self.change_action.triggered.connect(self._on_change)
        self.remove_action.triggered.connect(self._on_remove)
        for action in (self.adopt_action, self.reopen_action):
            action.setVisible(False)

    def _lay_out(self) -> None:
        more = ActionButton(make_step(self, _("More"), "dots-three"))
        menu = QMenu(more)
        menu.addActions([self.import_action, self.drop_action])
        more.setMenu(menu)
        row = FlowLayout(gap=8)
        for widget in (
            self.version_box,
            ActionButton(self.adopt_action),
            ActionButton(self.reopen_action),
            more,
            self.activity_box,
            self.modes,
        ):
            row.addWidget(widget)
        self.activity_box.hide()
        below = QWidget()
        inner = QVBoxLayout(below)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addLayout(row)
        frame = framed(self.sheet)
        frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        inner.addWidget(frame, 1)
        inner.addWidget(self.bar)
        self._stack.addWidget(below)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self.sheet)
        set_plain_tooltip(self.version_box, _("The budget that is shown"))

    def _connect(self) -> None:
        self.version_box.activated.connect(self._on_chosen)
        self.activity_box.activated.connect(self._on_chosen)
        self.modes.chosen.connect(self._on_chosen)
        self.sheet.opened.connect(self._on_opened)
        self.bar.submitted.connect(self._on_submitted)

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here."""
        return ViewHead(
            primary=self.line_action,
            change=self.change_action,
            remove=self.remove_action,
            tools=(self.version_action,),
        )

    @property
    def version(self) -> BudgetVersion | None:
        """The budget that is shown."""
        return None if self._reading is None else self._reading.version

    # reading

    def reload(self) -> None:
        """Read the budget again."""
        year = self._page.fiscal_year
        if year is None:
            return
        wanted = BudgetWanted(
            year.id, self.version_box.value, self.activity_box.value, self.modes.key
        )
        call = partial(read_budget, self._desk.services, wanted)
        self._desk.tasks.query(self, call, self._on_read, replaces="budget")

    def _on_read(self, reading: BudgetReading) -> None:
        self._reading = reading
        version = reading.version
        names: list[tuple[int | None, str]] = [
            (one.id, version_text(one)) for one in reading.versions
        ]
        self.version_box.set_choices(names or [(None, _("No budget yet"))])
        if version is not None:
            self.version_box.choose(version.id)
        activities: list[tuple[int | None, str]] = [(None, _("All activities"))]
        activities += [(one.id, one.title) for one in reading.activities]
        self.activity_box.set_choices(activities)
        self.activity_box.setVisible(len(activities) > 1)
        self.bar.offer(reading.activities, self._page.fiscal_year)
        self.sheet.show_rows(reading.sheet.columns, reading.sheet.rows)
        self._stack.setCurrentIndex(0 if version is not None else 1)
        self._refresh()

    def _refresh(self) -> None:
        version = self.version
        is_draft = version is not None and version.state is BudgetState.DRAFT
        self.bar.setVisible(is_draft)
        self.line_action.setEnabled(is_draft)
        self.change_action.setEnabled(is_draft)
        self.remove_action.setEnabled(is_draft)
        self.adopt_action.setVisible(is_draft)
        self.drop_action.setEnabled(is_draft)
        self.reopen_action.setVisible(version is not None and not is_draft)

    def show_target(self, _target: object) -> None:
        """Show the budget, as another page asks."""
        self.reload()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # what the person does

    @Slot()
    def _on_chosen(self) -> None:
        self.reload()

    @Slot(object)
    def _on_opened(self, opens: object) -> None:
        if isinstance(opens, BudgetLine):
            self._on_change()
        elif isinstance(opens, tuple):
            go_from(self._desk, (BUDGET,), opens)

    @Slot()
    def _on_new_line(self) -> None:
        self.bar.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_change(self) -> None:
        row = self.sheet.current_row
        if row is None or not self.change_action.isEnabled():
            return
        if isinstance(row.opens, BudgetLine):
            self.bar.show_line(row.opens)
        elif row.opens is not None and self.version is not None:
            call = partial(self._service.lines, self.version.id)
            done = partial(self._on_lines, row.key, str(row.cells[1]))
            self._desk.tasks.query(self, call, done, replaces="lines")

    def _on_lines(self, account: str, name: str, lines: list[BudgetLine]) -> None:
        """Take up the one line of an account, or begin a new one beside several."""
        activity_id = self.activity_box.value
        of_account = [
            line
            for line in lines
            if line.content.account == account
            and activity_id in {None, line.content.activity_id}
        ]
        if len(of_account) == 1:
            self.bar.show_line(of_account[0])
        else:
            self.bar.show_account(account, name)

    @Slot()
    def _on_remove(self) -> None:
        row = self.sheet.current_row
        if row is not None and isinstance(row.opens, BudgetLine):
            call = partial(self._service.remove_lines, [row.opens.id])
            self._desk.tasks.command(self, call)
        elif row is not None and row.opens is not None:
            self.modes.choose(key=True)
            self.reload()

    @Slot(object)
    def _on_submitted(self, new: NewBudgetLine) -> None:
        version = self.version
        if version is not None:
            self.bar.setEnabled(False)
            self._desk.tasks.command(
                self.bar,
                partial(self._service.set_line, version.id, new),
                self._on_planned,
                failed=self._on_refused,
                ended=self._on_ended,
            )

    def _on_planned(self, _line: object) -> None:
        self.bar.setEnabled(True)
        self.bar.start_again()

    def _on_refused(self, error: CoopDeskError) -> None:
        self.bar.show_error(error)

    def _on_ended(self) -> None:
        self.bar.setEnabled(True)

    @Slot()
    def _on_new_version(self) -> None:
        year, reading = self._page.fiscal_year, self._reading
        if year is not None:
            known = [] if reading is None else reading.others
            self._asker.ask(
                lambda: BudgetDialog(year.id, known, self.window()),
                partial(self._make_version, year),
            )

    def _make_version(self, year: FiscalYear, order: VersionOrder) -> Outcome[BudgetVersion]:
        """Record a budget, and the year if it never was used; runs on the worker."""
        recorded = recorded_year(self._desk.services, year)
        new = replace(order.new, fiscal_year_id=recorded.value)
        made = self._service.add(new, order.copied_from)
        return Outcome(made.value, made.changes | recorded.changes)

    @Slot()
    def _on_import(self) -> None:
        year = self._page.fiscal_year
        if year is not None:
            self.importing.ask(year)

    @Slot()
    def _on_adopt(self) -> None:
        version = self.version
        if version is None:
            return
        question = Question(
            _("Adopt “{name}”?").format(name=version.content.name),
            _("Its lines stay as they are from now on, and reports compare with it."),
            _("Adopt the budget"),
            _("It can be made a draft again."),
        )
        self._desk.feedback.confirm(question, partial(self._adopt, version.id), self.window())

    def _adopt(self, version_id: int) -> None:
        self._desk.tasks.command(self, partial(self._service.adopt, version_id))

    @Slot()
    def _on_drop(self) -> None:
        version = self.version
        if version is not None:
            self._desk.tasks.command(self, partial(self._service.remove, version.id))

    @Slot()
    def _on_reopen(self) -> None:
        version = self.version
        if version is not None:
            self._desk.tasks.command(self, partial(self._service.reopen, version.id))
