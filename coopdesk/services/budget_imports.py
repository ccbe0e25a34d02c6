"""Use cases around budgets from sheets: what an import would do, then all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.budget_imports import BudgetPreview, PlannedLine
from coopdesk.domain.budgets import NewBudgetLine, NewBudgetVersion, may_be_planned
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.fiscal_years import months_of
from coopdesk.domain.imports import Problem
from coopdesk.exchange.budget_sheets import month_of, read_budget
from coopdesk.services.budgets import add_version, draft_of
from coopdesk.services.named_years import made_year, year_of
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.storage.chart_seed import known_accounts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection
    from pathlib import Path

    from coopdesk.domain.budget_imports import BudgetSheet, SheetLine
    from coopdesk.domain.budgets import BudgetVersion
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.storage.unit_of_work import Units, Work


class BudgetImportService:
    """Read a budget from an XLSX, ODS or CSV sheet."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def preview(self, fiscal_year_id: int, path: Path) -> BudgetPreview:
        """Return the lines that a sheet would bring and what is wrong, by line and column.

        Raises:
            RuleError: ``file.…``, ``budget.no_account_column``, ``budget.no_amount_column``.
            ExternalError: the file cannot be read. NotFoundError: the year is gone.
        """
        sheet = read_budget(path)
        with self._units.read() as work:
            return _planned(work, year_of(work, fiscal_year_id, self._today()), sheet)

    def apply(
        self, new: NewBudgetVersion, path: Path, version_id: int | None = None
    ) -> Outcome[BudgetVersion]:
        """Import a sheet into a new budget, or in place of the lines of a draft.

        Raises:
            RuleError: as ``preview``; ``budget.sheet_wrong`` when any line is,
                ``budget.nothing_planned``, ``budget.name_missing``, ``budget.name_taken``,
                ``budget.adopted_already``.
        """
        sheet = read_budget(path)
        with self._units.write("budget.imported", name=sheet.file_name) as work:
            year = made_year(work, new.fiscal_year_id, self._today())
            planned = _planned(work, year, sheet)
            if planned.errors:
                raise RuleError("budget.sheet_wrong", count=len(planned.errors))
            if not planned.lines:
                raise RuleError("budget.nothing_planned")
            if version_id is None:
                version_id = add_version(work, replace(new, fiscal_year_id=year.id))
            draft_of(work, version_id)
            work.budgets.delete_lines(work.budgets.line_ids(version_id))
            work.budgets.add_lines(version_id, [line.content for line in planned.lines])
            made = work.budgets.get(version_id)
            work.commit()
        return changed(made, Subject.BUDGETS, Subject.CHART)


def _planned(work: Work, year: FiscalYear, sheet: BudgetSheet) -> BudgetPreview:
    lines: list[PlannedLine] = []
    problems = list(sheet.problems)
    for one in sheet.lines:
        try:
            lines.append(_line(work, year, one))
        except RuleError as error:
            told = error.errors if isinstance(error, FieldErrors) else (error,)
            for each in told:
                values = {key: x for key, x in each.values.items() if key != "field"}
                problems.append(Problem(one.line, each.code, one.column, values))
    problems.sort(key=lambda problem: problem.line)
    return BudgetPreview(sheet.file_name, tuple(lines), tuple(problems))


def _line(work: Work, year: FiscalYear, one: SheetLine) -> PlannedLine:
    chart = work.chart.by_number()
    if not may_be_planned(one.account):
        raise RuleError("budget.account_wrong", account=one.account)
    number = _known_number(one.account, chart)
    known = chart.get(number) or known_accounts()[number]
    activity_id, name = None, ""
    if one.activity:
        activity_id = work.activities.id_named(one.activity)
        if activity_id is None:
            raise RuleError("budget.activity_unknown", name=one.activity)
        name = work.activities.get(activity_id).name
    content = NewBudgetLine(number, one.amount, activity_id, None, one.label[:200])
    if one.month:
        month = month_of(one.month, months_of(year))
        if month is None:
            raise RuleError("budget.month_outside", year=year.label)
        content = replace(content, month_on=month)
    return PlannedLine(one.line, content, known.label, name)


def _known_number(account: str, chart: Collection[str]) -> str:
    """Return the number that the chart or the catalogue has: 606400 is 6064."""
    shorter = account.rstrip("0")
    padded = (account[:length] for length in range(len(account), len(shorter) - 1, -1))
    for number in padded:
        if number in chart or number in known_accounts():
            return number
    raise RuleError("budget.account_unknown", account=account)
