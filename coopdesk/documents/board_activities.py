"""Activities in the board's workbook: what each brought in and cost, planned, and last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.workbook import Column, Formula, Link
from coopdesk.documents.workbook_styles import Look, Reference
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.board_journal import JournalSums
    from coopdesk.documents.board_places import Board
    from coopdesk.documents.workbook import Sheet, Value
    from coopdesk.domain.ledgers import ActivityTotals

# Income, expenses, result: each as it came, as planned, and the year before.
_INCOME, _EXPENSES, _RESULT = "CDE", "FGH", "IJK"
_WIDTH = 16


def activity_columns(board: Board) -> tuple[Column, ...]:
    """Return the columns."""
    year, before = board.year_title, board.last_year_label
    named = (_("Income {year}"), _("Expenses {year}"), _("Result {year}"))
    planned = (_("Budgeted income"), _("Budgeted expenses"), _("Budgeted result"))
    return (
        Column(_("Axis"), 7, Reference),
        Column(_("Activity"), 34),
        *(
            at.amount_column(title, _WIDTH)
            for said, plan in zip(named, planned, strict=True)
            for title in (said.format(year=year), plan, said.format(year=before))
        ),
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
    _write_rest(sheet, _Whole(board, known, sums))
    sheet.repeat(at.HEAD_ROW)
    sheet.print_area(sheet.row)


def _write_one(sheet: Sheet, found: ActivityTotals, sums: JournalSums) -> None:
    row, key = sheet.row + 1, found.activity_id
    assert key is not None
    earned, spent = Money(sums.earned[key]), Money(sums.spent[key])
    credit, debit = at.JOURNAL_CREDIT, at.JOURNAL_DEBIT
    planned = (found.budget_income or ZERO) - (found.budget_expense or ZERO)
    values: list[Value] = [
        Reference(key),
        found.name,
        Formula(f"{_summed(row, credit, '7')}-{_summed(row, debit, '7')}", earned),
        found.budget_income,
        found.previous_income,
        Formula(f"{_summed(row, debit, '6')}-{_summed(row, credit, '6')}", spent),
        found.budget_expense,
        found.previous_expense,
        *_results(
            row,
            (earned - spent, planned, found.previous_income - found.previous_expense),
        ),
    ]
    sheet.write(Look.BODY, values)


def _results(row: int, results: Sequence[Money]) -> list[Formula]:
    letters = zip(_INCOME, _EXPENSES, results, strict=True)
    return [Formula(f"{came}{row}-{went}{row}", result) for came, went, result in letters]


def _summed(row: int, values: str, digit: str) -> str:
    """Return the sum of a column over the lines of an activity in a class of accounts."""
    keys = f'{at.JOURNAL_ACTIVITY},$A{row},{at.JOURNAL_ACCOUNT},"{digit}*"'
    return f"SUMIFS({values},{keys})"


class _Whole:
    """What the association brought in and spent, and how much of it the activities did."""

    def __init__(
        self, board: Board, known: Sequence[ActivityTotals], sums: JournalSums
    ) -> None:
        self._board = board
        self.income = (
            (-self._held("7"), Money(sum(sums.earned[x.activity_id] for x in known))),
            (self._planned("7"), total(x.budget_income or ZERO for x in known)),
            (-self._before("7"), total(x.previous_income for x in known)),
        )
        self.expenses = (
            (self._held("6"), Money(sum(sums.spent[x.activity_id] for x in known))),
            (self._planned("6"), total(x.budget_expense or ZERO for x in known)),
            (self._before("6"), total(x.previous_expense for x in known)),
        )

    def _held(self, digit: str) -> Money:
        rows = self._board.accounts.balance.rows
        return total(row.closing for row in rows if row.number[0] == digit)

    def _before(self, digit: str) -> Money:
        rows = self._board.accounts.balance.rows
        return total(row.previous or ZERO for row in rows if row.number[0] == digit)

    def _planned(self, digit: str) -> Money:
        budget = self._board.accounts.budget
        planned = budget.planned if budget else {}
        return total(amount for number, amount in planned.items() if number[0] == digit)


def _write_rest(sheet: Sheet, whole: _Whole) -> None:
    """Write what no activity has, so that the whole is the result of the books."""
    first, last, row = at.FIRST_ROW, sheet.row, sheet.row + 1
    pairs = (*whole.income, *whole.expenses)
    rest = [
        Formula(f"{letter}{row + 1}-SUM({letter}{first}:{letter}{last})", all_ - named)
        for letter, (all_, named) in zip(_INCOME + _EXPENSES, pairs, strict=True)
    ]
    both = tuple(zip(whole.income, whole.expenses, strict=True))
    results = [came[0] - came[1] - (went[0] - went[1]) for came, went in both]
    sheet.write(Look.BODY, [None, _("Without an activity"), *rest, *_results(row, results)])
    sums = [Formula(text, all_) for text, (all_, _named) in zip(_sums(), pairs, strict=True)]
    results = [came[0] - went[0] for came, went in both]
    sheet.write(Look.TOTAL, [None, _("Whole association"), *sums, *_results(row + 1, results)])


def _sums() -> tuple[str, ...]:
    """Return the formulas of the whole: the books, the budget and the year before."""
    found = []
    for digit in "76":
        sign = "-" if digit == "7" else ""
        where = f'(LEFT({at.BALANCE_ACCOUNT},1)="{digit}")*'
        planned = f'(LEFT({at.BUDGET_ACCOUNT},1)="{digit}")*{at.BUDGET_PLANNED}'
        net = f"({at.BALANCE_DEBIT}-{at.BALANCE_CREDIT})"
        found.append(f"{sign}SUMPRODUCT({where}{net})")
        found.append(f"SUMPRODUCT({planned})")
        found.append(f"{sign}SUMPRODUCT({where}{at.BALANCE_PREVIOUS})")
    return tuple(found)
