"""The budget in the board's workbook: what was planned on each account, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.workbook import Column, Formula, Link
from coopdesk.documents.workbook_styles import Look, Percent
from coopdesk.domain.budgets import BudgetRow, compared
from coopdesk.domain.money import Money, total
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.board_places import Board
    from coopdesk.documents.workbook import Sheet, Value
    from coopdesk.domain.board_accounts import BoardBudget


def budget_columns() -> tuple[Column, ...]:
    """Return the columns; the last two help formulas."""
    return (
        Column(_("Account"), 11),
        Column(_("Account label"), 52),
        Column(_("Budget"), 17, Money),
        Column(_("Actual"), 17, Money),
        Column(_("Gap"), 17, Money),
        Column(_("Reached"), 11, Percent),
        Column(_("Line"), 8),
        Column(_("Of which"), 9),
    )


def write_budget(board: Board) -> None:
    """Write income, expenses and what is given in kind, each with its total."""
    sheet, accounts = board.sheets[board.names.budget], board.accounts
    planned = accounts.budget.planned if accounts.budget else {}
    labels = dict(accounts.budget.labels) if accounts.budget else {}
    labels |= {row.number: row.label for row in accounts.balance.rows}
    balances = {row.number: row.closing for row in accounts.balance.rows}
    rows = compared(planned, balances, labels)
    sheet.freeze(at.HEAD_ROW)
    sheet.heading(_("Budget and actual"), board.subtitle)
    back = Link(_("Back to the summary"), board.names.summary)
    sheet.write(Look.SUBTITLE, [None, back, budget_text(accounts.budget)])
    sheet.head()
    parts = [
        _write_part(board, sheet, title, [row for row in rows if row.account.startswith(start)])
        for title, start in ((_("Income of the year"), "7"), (_("Expenses of the year"), "6"))
    ]
    _write_result(sheet, parts, rows)
    for title, start in (
        (_("Use of volunteers’ contributions (86)"), "86"),
        (_("Volunteers’ contributions (87)"), "87"),
    ):
        given = [row for row in rows if row.account.startswith(start)]
        if given:
            _write_part(board, sheet, title, given)
    last = sheet.row
    for range_name, letter in (
        (at.BUDGET_ACCOUNT, "A"),
        (at.BUDGET_PLANNED, "C"),
        (at.BUDGET_LINE, "G"),
        (at.BUDGET_DETAIL, "H"),
    ):
        board.book.define(range_name, sheet.name, f"{letter}{at.FIRST_ROW}:{letter}{last}")
    sheet.keep_codes(f"A{at.FIRST_ROW}:A{last}")
    sheet.repeat(at.HEAD_ROW)
    sheet.print_area(last, "F")


def budget_text(budget: BoardBudget | None) -> str:
    """Return which budget holds, and since when."""
    if budget is None:
        return _("No budget for this year")
    if budget.adopted_on is None:
        return _("{name}, not adopted yet").format(name=budget.name)
    day = day_text(budget.adopted_on)
    return _("{name}, adopted on {day}").format(name=budget.name, day=day)


def _write_part(board: Board, sheet: Sheet, title: str, rows: Sequence[BudgetRow]) -> int:
    sheet.write(Look.SECTION, [None, title, *[None] * 4])
    first = sheet.row + 1
    for row in rows:
        _write_row(board, sheet, row)
    if not rows:
        sheet.write(Look.BODY, [None, _("Nothing planned, nothing recorded")])
    last = sheet.row
    sums = BudgetRow("", "", total(x.budget for x in rows), total(x.actual for x in rows))
    return sheet.write(
        Look.TOTAL,
        [
            None,
            _("Total: {title}").format(title=title),
            Formula(f"SUM(C{first}:C{last})", sums.budget),
            Formula(f"SUM(D{first}:D{last})", sums.actual),
            *_gap(sheet.row + 1, sums),
        ],
    )


def _write_row(board: Board, sheet: Sheet, row: BudgetRow) -> None:
    at_ = sheet.row + 1
    debit = at.sum_where(at.BALANCE_DEBIT, at.BALANCE_BUDGET, f"$A{at_}", row.account)
    credit = at.sum_where(at.BALANCE_CREDIT, at.BALANCE_BUDGET, f"$A{at_}", row.account)
    actual = f"{debit}-{credit}" if row.is_expense else f"{credit}-{debit}"
    model = board.accounts.model
    line, details = model.plan_line(row.account), model.details(row.account)
    label: Value = row.label
    if row.accounts:
        place = f"B{board.balance_rows[row.accounts[0]]}"
        label = Link(row.label or row.account, board.names.balance, place)
    height = 0.0 if row.accounts else at.long_height(row.label, sheet.columns[1].width)
    sheet.write(
        Look.TEXT if height else Look.BODY,
        [
            row.account,
            label,
            row.budget,
            Formula(actual, row.actual),
            *_gap(at_, row),
            line.code if line else None,
            details[0].code if details else None,
        ],
        height=height,
    )


def _gap(row: int, found: BudgetRow) -> tuple[Formula, Formula]:
    percent = found.percent
    reached = "" if percent is None else Percent(percent).scaleb(-2)
    share = Formula(f'IF(C{row}=0,"",ROUND(D{row}/C{row},2))', reached)
    if percent is not None:
        share = Formula(share.text, Percent(reached))
    return Formula(f"D{row}-C{row}", found.actual - found.budget), share


def _write_result(sheet: Sheet, parts: Sequence[int], rows: Sequence[BudgetRow]) -> None:
    income, expenses = parts
    signs = {"7": 1, "6": -1}
    kept = [(signs[row.account[0]], row) for row in rows if row.account[0] in signs]
    planned = Money(sum(sign * row.budget.cents for sign, row in kept))
    actual = Money(sum(sign * row.actual.cents for sign, row in kept))
    at_ = sheet.row + 1
    sheet.write(
        Look.RESULT,
        [
            None,
            _("Result"),
            Formula(f"C{income}-C{expenses}", planned),
            Formula(f"D{income}-D{expenses}", actual),
            Formula(f"D{at_}-C{at_}", actual - planned),
            None,
        ],
    )
