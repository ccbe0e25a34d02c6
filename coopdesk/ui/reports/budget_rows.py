"""A budget as rows of a sheet: against what came, or line by line as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import total
from coopdesk.ui.reports.figure_sheet import Bar, Cell, RowStyle, SheetColumn, SheetRow
from coopdesk.ui.reports.sheets import Sheet
from coopdesk.ui.reports.targets import account_target
from coopdesk.wording.formats import HARD_SPACE, money_text, month_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.budgets import BudgetComparison, BudgetLine, BudgetRow

_LINE = "line "


def comparison_sheet(found: BudgetComparison, activity_id: int | None) -> Sheet:
    """Return expenses, income, what is given in kind, and what is left."""
    columns = (
        SheetColumn(_("Account"), is_text=True),
        SheetColumn(_("Name"), stretch=True),
        SheetColumn(_("Budget")),
        SheetColumn(_("Actual"), _("What the books say, drafts included")),
        SheetColumn(_("Reached"), _("Actual against budget, and what is left"), is_text=True),
    )
    rows: list[SheetRow] = []
    for name, starts in (
        (_("Expense accounts"), ("6",)),
        (_("Income accounts"), ("7",)),
        (_("Given in kind"), ("86", "87")),
    ):
        kept = [row for row in found.rows if row.account.startswith(starts)]
        if kept:
            rows.append(_title(name, kept, is_in_kind=len(starts) > 1))
            rows.extend(_row(row, activity_id) for row in kept)
    if rows:
        rows.append(_result(found))
    return Sheet(columns, tuple(rows))


def _row(row: BudgetRow, activity_id: int | None) -> SheetRow:
    budget = row.budget if row.planned else None
    return SheetRow(
        row.account,
        (row.account, row.label, budget, row.actual, _reached(row)),
        # What came of a budget counts drafts.
        opens=account_target(row.account, activity_id, with_drafts=True),
    )


def _title(name: str, rows: Sequence[BudgetRow], *, is_in_kind: bool) -> SheetRow:
    budget, actual = total(row.budget for row in rows), total(row.actual for row in rows)
    if is_in_kind:  # uses and resources are the same thing twice
        return SheetRow(name, ("", name, None, None, None), RowStyle.TITLE)
    whole = type(rows[0])(rows[0].account[0], name, budget, actual)
    return SheetRow(name, ("", name, budget, actual, _reached(whole)), RowStyle.TITLE)


def _result(found: BudgetComparison) -> SheetRow:
    planned = found.income.budget - found.expenses.budget
    actual = found.income.actual - found.expenses.actual
    name = _("Income less expenses")
    return SheetRow("result", ("", name, planned, actual, None), RowStyle.RESULT)


def _reached(row: BudgetRow) -> Cell:
    """Say in words how much of the budget was reached, over a bar."""
    percent = row.percent
    if percent is None:
        if not row.actual:
            return None
        return _("not planned")
    left = money_text(row.remaining if row.remaining.cents >= 0 else -row.remaining)
    text = f"{percent}{HARD_SPACE}% · {_left_text(row).format(amount=left)}"
    is_over = row.is_expense and row.remaining.cents < 0
    return Bar(percent * 10, text, is_over=is_over)


def _left_text(row: BudgetRow) -> str:
    if not row.remaining:
        return _("as planned")
    if row.is_expense:
        return _("{amount} left") if row.remaining.cents > 0 else _("{amount} too much")
    return _("{amount} to come") if row.remaining.cents > 0 else _("{amount} more")


def line_sheet(lines: Sequence[BudgetLine]) -> Sheet:
    """Return the lines of a budget as they were typed."""
    columns = (
        SheetColumn(_("Account"), is_text=True),
        SheetColumn(_("Name"), stretch=True),
        SheetColumn(_("Activity"), is_text=True, gives_way=1),
        SheetColumn(_("Period"), is_text=True),
        SheetColumn(_("Amount")),
    )
    return Sheet(columns, tuple(_line_row(line) for line in lines))


def _line_row(line: BudgetLine) -> SheetRow:
    content = line.content
    month = content.month_on
    name = " · ".join(part for part in (line.account_label, content.label) if part)
    return SheetRow(
        f"{_LINE}{line.id}",
        (
            content.account,
            name,
            line.activity_name or _("Whole association"),
            _("Whole year") if month is None else month_text(month),
            content.amount,
        ),
        opens=line,
    )
