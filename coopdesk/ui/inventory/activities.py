"""Activities: what money is for, and what each of them earns and costs in a year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.inventory.activity_dialog import ActivityDialog
from coopdesk.ui.inventory.activity_sheet import ActivitySheet, activity_parts, read_activity
from coopdesk.ui.inventory.part import InventoryPart, LineRules, PartWords, Shown
from coopdesk.ui.inventory.parts import Part
from coopdesk.ui.reports.sheets import Report
from coopdesk.ui.reports.targets import report_target
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.steps import change_icon
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.activities import Activity
    from coopdesk.services.registry import Services
    from coopdesk.ui.accounts.page import AccountPage


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity with its income and expenses of the year."""

    activity: Activity
    income: Money
    expense: Money

    @property
    def id(self) -> int:
        """By which the list knows it."""
        return self.activity.id


class ActivitiesPart(InventoryPart[ActivityLine, ActivitySheet]):
    """Events, groups, grants and projects."""

    part = Part.ACTIVITIES
    record_word = "activity"

    def __init__(self, page: AccountPage) -> None:
        super().__init__(
            page,
            PartWords(
                "activities", _("List of activities"), _("Search an activity…"), _("Activity")
            ),
            _columns(),
            [(Shown.OPEN, _("Under way")), (Shown.ALL, _("All of them"))],
            LineRules(
                words=lambda line: line.activity.title,
                keeps=lambda line, shown: shown is Shown.ALL or line.activity.is_open,
                sorts={
                    "name": lambda line: line.activity.name.casefold(),
                    "income": lambda line: line.income,
                    "expense": lambda line: line.expense,
                    "result": lambda line: line.income - line.expense,
                },
            ),
        )
        self._service = self._desk.services.activities
        self.primary_action = self.make(_("New activity…"), "plus", self._on_new)
        self.change_action = self.make(_("Change…"), "pencil-simple", self._on_change)
        self.close_action = self.make(_("End the activity"), "archive", self._on_close)
        self.close_action.setToolTip(_("Propose it no more; its lines stay"))
        self.remove_action = self.make(_("Remove the activity"), "trash", self._on_remove)
        self.follow("result", self._open_result)
        said = _("An event, a group or a project: what it earns and what it costs, by itself.")
        empty = EmptyState("target", _("No activity yet"), said)
        self.arrange((self.change_action,), (self.close_action, self.remove_action), empty)

    @override
    def reading_lines(self) -> Callable[[], list[ActivityLine]]:
        year_id = self.year.id if self.year else 0
        return partial(_read_lines, self._desk.services, year_id)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], ActivitySheet]:
        return partial(read_activity, self._desk.services, record_id, self.year)

    @override
    def show_sheet(self, sheet: ActivitySheet) -> None:
        self.panel.show_parts(sheet.activity.title, activity_parts(sheet))

    @override
    def sum_text(self, lines: Sequence[ActivityLine]) -> str:
        income, expense = total(x.income for x in lines), total(x.expense for x in lines)
        text = _("In the year: income {income} · expenses {expense} · result {result}")
        return text.format(
            income=money_text(income),
            expense=money_text(expense),
            result=money_text(income - expense),
        )

    @override
    def choose(self, line: ActivityLine | None) -> None:
        for action in (self.change_action, self.close_action, self.remove_action):
            action.setEnabled(line is not None)
        is_open = line is None or line.activity.is_open
        self.close_action.setText(_("End the activity") if is_open else _("Open it again"))
        change_icon(self.close_action, "archive" if is_open else "lock-open")

    def _open_result(self, activity_id: int) -> None:
        target = report_target(Report.RESULT.value, activity_id)
        self._desk.navigator.open("accounts", target)

    @Slot()
    def _on_new(self) -> None:
        self.ask_about(ActivityDialog, None, self._service.add)

    @Slot()
    def _on_change(self) -> None:
        line = self.chosen
        if line is not None:
            change = partial(self._service.change, line.activity.id)
            self.ask_about(ActivityDialog, line.activity, change)

    @Slot()
    def _on_close(self) -> None:
        line = self.chosen
        if line is not None:
            is_open, service = line.activity.is_open, self._service
            call = service.close if is_open else service.reopen
            self.send(partial(call, line.activity.id))

    @Slot()
    def _on_remove(self) -> None:
        line = self.chosen
        if line is not None:
            self.send(partial(self._service.remove, line.activity.id))


def _read_lines(services: Services, year_id: int) -> list[ActivityLine]:
    """Read the activities with their figures; runs on the worker."""
    known = {x.activity_id: x for x in services.reports.by_activity(ReportScope(year_id))}
    lines = []
    for activity in services.activities.all():
        found = known.get(activity.id)
        income, expense = (found.income, found.expense) if found else (ZERO, ZERO)
        lines.append(ActivityLine(activity, income, expense))
    return lines


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", _("Activity"), lambda x: x.activity.name, sort="name", stretch=True),
        Column("code", _("Code"), lambda x: x.activity.content.code, width=8, gives_way=3),
        Column(
            "kind", _("Kind"), lambda x: label(x.activity.content.kind), width=11, gives_way=4
        ),
        _money("income", _("Earned"), lambda x: x.income),
        _money("expense", _("Expenses"), lambda x: x.expense),
        _money("result", _("Result"), lambda x: x.income - x.expense),
        Column(
            "state",
            _("State"),
            lambda x: _("Under way") if x.activity.is_open else _("Activity over"),
            tone=lambda x: Tone.GOOD if x.activity.is_open else Tone.NEUTRAL,
            width=9,
            gives_way=2,
        ),
    )


def _money(key: str, title: str, amount: Callable[[ActivityLine], Money]) -> Column:
    return Column(
        key,
        title,
        lambda line: money_text(amount(line)),
        align_right=True,
        sort=key,
        width=12,
        descends=True,
        gives_way=0 if key == "result" else 1,
    )
