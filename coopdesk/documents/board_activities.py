"""Activities in the board's workbook: what each brought in and cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.workbook import Column, Formula, Link
from coopdesk.documents.workbook_styles import Look, Reference
from coopdesk.domain.money import Money, total
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.documents.board_journal import JournalSums
    from coopdesk.documents.board_places import Board
    from coopdesk.documents.workbook import Sheet, Value
    from coopdesk.domain.ledgers import ActivityTotals, BalanceRow


def activity_columns() -> tuple[Column, ...]:
    """Return the columns."""
    return (
        Column(_("Axis"), 8, Reference),
        Column(_("Activity"), 40),
        at.amount_column(_("Income in the books")),
        at.amount_column(_("Budgeted income"), 18),
        at.amount_column(_("Expenses in the books")),
        at.amount_column(_("Budgeted expenses"), 19),
        at.amount_column(_("Result")),
        at.amount_column(_("Result the year before"), 32),
    )


def write_activities(board: Board, sums: JournalSums) -> None:
    """Write a row for each activity, what belongs to none, and the result of the whole."""
    sheet = board.sheets[board.names.activities]
    sheet.freeze(at.HEAD_ROW)
    sheet.heading(_("Activities"), board.subtitle)
    back = Link(_("Back to the summary"), board.names.summary)
    note = _("The axis is the number that lines of the journal carry.")
    sheet.write(Look.SUBTITLE, [None, back, note])
    sheet.head()
    known = [found for found in board.accounts.activities if found.activity_id is not None]
    for found in known:
        _write_one(sheet, found, sums)
    if not known:
        sheet.write(Look.BODY, [None, _("No activity has lines in this year.")])
    _write_rest(board, sheet, sums, tuple(found.activity_id for found in known))
    sheet.repeat(at.HEAD_ROW)
    sheet.print_area(sheet.row)


def _write_one(sheet: Sheet, found: ActivityTotals, sums: JournalSums) -> None:
    row, key = sheet.row + 1, found.activity_id
    assert key is not None
    earned, spent = Money(sums.earned[key]), Money(sums.spent[key])
    credit, debit = at.JOURNAL_CREDIT, at.JOURNAL_DEBIT
    values: list[Value] = [
        Reference(key),
        found.name,
        Formula(f"{_summed(row, credit, '7')}-{_summed(row, debit, '7')}", earned),
        found.budget_income,
        Formula(f"{_summed(row, debit, '6')}-{_summed(row, credit, '6')}", spent),
        found.budget_expense,
        Formula(f"C{row}-E{row}", earned - spent),
        found.previous_income - found.previous_expense,
    ]
    sheet.write(Look.BODY, values)


def _summed(row: int, values: str, digit: str) -> str:
    """Return the sum of a column over the lines of an activity in a class of accounts."""
    keys = f'{at.JOURNAL_ACTIVITY},$A{row},{at.JOURNAL_ACCOUNT},"{digit}*"'
    return f"SUMIFS({values},{keys})"


def _write_rest(
    board: Board, sheet: Sheet, sums: JournalSums, known: tuple[int | None, ...]
) -> None:
    """Write what no activity has, so that the whole is the result of the books."""
    first, last, row = at.FIRST_ROW, sheet.row, sheet.row + 1
    rows = board.accounts.balance.rows
    income = -_class_sum(rows, "7")
    expense = _class_sum(rows, "6")
    named_in = Money(sum(sums.earned[key] for key in known))
    named_out = Money(sum(sums.spent[key] for key in known))
    where = f'(LEFT({at.BALANCE_ACCOUNT},1)="{{}}")*'
    net = f"({at.BALANCE_CREDIT}-{at.BALANCE_DEBIT})"
    seven = f"SUMPRODUCT({where.format('7')}{net})"
    six = f"-SUMPRODUCT({where.format('6')}{net})"
    result = income - expense
    sheet.write(
        Look.BODY,
        [
            None,
            _("Without an activity"),
            Formula(f"C{row + 1}-SUM(C{first}:C{last})", income - named_in),
            None,
            Formula(f"E{row + 1}-SUM(E{first}:E{last})", expense - named_out),
            None,
            Formula(f"C{row}-E{row}", result - (named_in - named_out)),
        ],
    )
    sheet.write(
        Look.TOTAL,
        [
            None,
            _("Whole association"),
            Formula(seven, income),
            None,
            Formula(six, expense),
            None,
            Formula(f"C{row + 1}-E{row + 1}", result),
            None,
        ],
    )


def _class_sum(rows: Iterable[BalanceRow], digit: str) -> Money:
    return total(row.closing for row in rows if row.number[0] == digit)
