"""The statements of the board's workbook: every line sums the trial balance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.workbook import Column, Formula, Link
from coopdesk.documents.workbook_styles import Look
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.statement_model import LineNature, StatementPart
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.documents.board_places import Board
    from coopdesk.documents.workbook import Sheet, Value
    from coopdesk.domain.financial_statements import FinancialStatement, StatementLine

_LOOKS = {
    LineNature.TITLE: Look.SECTION,
    LineNature.ITEM: Look.BODY,
    LineNature.DETAIL: Look.DETAIL,
    LineNature.TOTAL: Look.TOTAL,
    LineNature.BALANCE: Look.RESULT,
}
# The model has no line that ends this group of own funds: the next one is of another kind.
_ENDS = {"B04": "B07"}
# Rows of a page, the heads and titles of both sides taken off.
_ON_A_PAGE = 46
_SUMS = frozenset({LineNature.TOTAL, LineNature.BALANCE})


@dataclass(frozen=True)
class WrittenStatement:
    """A statement on its sheet: the row of each line, the columns of both years."""

    sheet: str
    rows: dict[str, int]
    now: str
    before: str
    found: FinancialStatement

    def place(self, code: str) -> str:
        """Return how formulas of other sheets name the amount of a line."""
        return at.reference(self.sheet, f"{self.now}{self.rows[code]}")

    def place_before(self, code: str) -> str:
        """Return how formulas of other sheets name the amount of the year before."""
        return at.reference(self.sheet, f"{self.before}{self.rows[code]}")


def result_columns(board: Board) -> tuple[Column, ...]:
    """Return the columns of the income statement, with those of a budget if there is one."""
    planned = (Column(_("Budget"), 15, Money), Column(_("Gap to the budget"), 17, Money))
    return (
        Column(_("Line"), 7),
        Column(_("Title"), 56),
        Column(board.this_year, 15.5, Money),
        *(planned if board.accounts.budget is not None else ()),
        Column(board.last_year, 15.5, Money),
        Column(_("Variation"), 15, Money),
    )


def sheet_columns(board: Board) -> tuple[Column, ...]:
    """Return the columns of the balance sheet."""
    return (
        Column(_("Line"), 7),
        Column(_("Title"), 56),
        Column(_("Gross"), 15.5, Money),
        Column(_("Depreciation"), 17, Money),
        Column(_("Net {year}").format(year=board.year_title), 15.5, Money),
        Column(board.last_year, 15.5, Money),
        Column(_("Variation"), 15, Money),
    )


def write_result(board: Board) -> WrittenStatement:
    """Write the income statement; what is given in kind stands on a sheet of its own."""
    sheet = board.sheets[board.names.result]
    found = board.accounts.statement(StatementKind.RESULT)
    has_budget = board.accounts.budget is not None
    before = "F" if has_budget else "D"
    writer = _Writer(board, sheet, found, _Letters("C", before, "D" if has_budget else ""))
    writer.start(_("Income statement"))
    writer.write_lines(found.lines)
    writer.finish()
    return WrittenStatement(sheet.name, writer.rows, "C", before, found)


def write_balance_sheet(board: Board) -> WrittenStatement:
    """Write assets, then liabilities: on a page of their own where one does not hold both."""
    sheet = board.sheets[board.names.balance_sheet]
    found = board.accounts.statement(StatementKind.BALANCE_SHEET)
    writer = _Writer(board, sheet, found, _Letters("E", "F", ""))
    writer.start(_("Balance sheet"))
    sheet.write(Look.SECTION, [None, _("ASSETS"), *[None] * 5])
    writer.write_lines(found.part(StatementPart.ASSETS))
    sheet.write(Look.BODY, [])
    if writer.shown(found.lines) > _ON_A_PAGE:
        sheet.break_before(sheet.row + 1)
    sheet.write(Look.SECTION, [None, _("LIABILITIES"), *[None] * 5])
    writer.write_lines(found.part(StatementPart.LIABILITIES))
    writer.finish()
    return WrittenStatement(sheet.name, writer.rows, "E", "F", found)


def write_volunteering(board: Board, sheet: Sheet) -> WrittenStatement:
    """Write what was given in kind and what became of it, under what the sheet holds."""
    found = board.accounts.statement(StatementKind.VOLUNTEERING)
    writer = _Writer(board, sheet, found, _Letters("C", "D", ""))
    writer.write_lines(found.lines)
    return WrittenStatement(sheet.name, writer.rows, "C", "D", found)


@dataclass(frozen=True)
class _Letters:
    """Columns: this year, the year before (the change follows), the budget if any."""

    now: str
    before: str
    budget: str


class _Writer:
    """Writes lines of a model, and remembers where each stands."""

    def __init__(
        self, board: Board, sheet: Sheet, found: FinancialStatement, letters: _Letters
    ) -> None:
        self.rows: dict[str, int] = {}
        self._board = board
        self._sheet = sheet
        self._found = found
        self._letters = letters
        self._empty = _empty_lines(found.lines)

    def start(self, title: str) -> None:
        sheet = self._sheet
        sheet.freeze(at.HEAD_ROW)
        sheet.fold_above()
        sheet.heading(title, self._board.subtitle)
        back = Link(_("Back to the summary"), self._board.names.summary)
        folded = _("Empty lines are folded (plus signs in the margin).")
        sheet.write(Look.SUBTITLE, [None, back, folded])
        sheet.head()

    def finish(self) -> None:
        sheet = self._sheet
        sheet.repeat(at.HEAD_ROW)
        sheet.print_area(sheet.row)

    def write_lines(self, lines: tuple[StatementLine, ...]) -> None:
        for line in lines:
            self.rows[line.code] = self._sheet.row + 1
            values = self._values(line)
            folded = line.code in self._empty
            is_item = line.nature in {LineNature.ITEM, LineNature.DETAIL}
            room = self._sheet.columns[1].width
            is_text = is_item and not line.accounts
            height = at.long_height(line.label, room) if is_text else 0
            look = Look.TEXT if height else _LOOKS[line.nature]
            self._sheet.write(look, values, height=height, folded=folded)

    def shown(self, lines: tuple[StatementLine, ...]) -> int:
        """Return how many of some lines are not folded."""
        return sum(line.code not in self._empty for line in lines)

    def _values(self, line: StatementLine) -> list[Value]:
        row = self._sheet.row + 1
        values: dict[str, Value] = {"A": line.code, "B": self._title(line)}
        if line.nature is LineNature.TITLE:
            if line.budget:
                self._plan(line, row, values)
            return self._in_order(values)
        if line.gross is not None and line.nature is LineNature.ITEM:
            values["C"] = Formula(self._gross(row), line.gross)
            values["D"] = Formula(self._deducted(row), line.deductions or ZERO)
            values["E"] = Formula(f"C{row}-D{row}", line.amount or ZERO)
        elif line.gross is not None:
            values["C"] = Formula(self._summed(line, "C"), line.gross)
            values["D"] = Formula(self._summed(line, "D"), line.deductions or ZERO)
        now, before = self._letters.now, self._letters.before
        values.setdefault(now, Formula(self._now(line, row), line.amount or ZERO))
        if line.variation is not None:
            values[before] = Formula(self._before(line, row), line.previous or ZERO)
            change = Formula(f"{now}{row}-{before}{row}", line.variation)
            values[chr(ord(before) + 1)] = change
        self._plan(line, row, values)
        return self._in_order(values)

    def _in_order(self, values: dict[str, Value]) -> list[Value]:
        return [values.get(letter) for letter in "ABCDEFGHI"[: len(self._sheet.columns)]]

    def _title(self, line: StatementLine) -> Value:
        """Return the title; it opens the first account that makes the line."""
        if line.nature in _SUMS or not line.accounts:
            return line.label
        place = f"B{self._board.balance_rows[line.accounts[0]]}"
        return Link(line.label, self._board.names.balance, place)

    def _plan(self, line: StatementLine, row: int, values: dict[str, Value]) -> None:
        letter = self._letters.budget
        if not letter:
            return
        keys = at.BUDGET_DETAIL if line.nature is LineNature.DETAIL else at.BUDGET_LINE
        text = f"SUMIFS({at.BUDGET_PLANNED},{keys},$A{row})"
        if line.nature in _SUMS:
            text = self._summed(line, letter) + self._planned_above(line, letter)
        planned, now = line.budget or ZERO, self._letters.now
        values[letter] = Formula(text, planned)
        gap = (line.amount or ZERO) - planned
        values[chr(ord(letter) + 1)] = Formula(f"{now}{row}-{letter}{row}", gap)

    def _planned_above(self, line: StatementLine, letter: str) -> str:
        """Return the term of what is planned for lines of a total together, by its title."""
        title = self._board.accounts.model.title_of(line.code)
        if line.nature is not LineNature.TOTAL or title is None:
            return ""
        is_planned = self._found.line(title.code).budget
        return f"+{letter}{self.rows[title.code]}" if is_planned else ""

    def _now(self, line: StatementLine, row: int) -> str:
        if line.nature in _SUMS:
            return self._summed(line, self._letters.now)
        keys = at.BALANCE_DETAIL if line.nature is LineNature.DETAIL else at.BALANCE_LINE
        first, second = at.BALANCE_DEBIT, at.BALANCE_CREDIT
        if _is_credit(line):
            first, second = second, first
        text = f"SUMIFS({first},{keys},$A{row})-SUMIFS({second},{keys},$A{row})"
        return f"{text}+{at.RESULT}" if line.holds_result else text

    def _before(self, line: StatementLine, row: int) -> str:
        if line.nature in _SUMS:
            return self._summed(line, self._letters.before)
        is_detail = line.nature is LineNature.DETAIL
        keys = at.BALANCE_DETAIL if is_detail else at.BALANCE_PREVIOUS_LINE
        sign = "-" if _is_credit(line) else ""
        text = f"{sign}SUMIFS({at.BALANCE_PREVIOUS},{keys},$A{row})"
        return f"{text}+{at.RESULT_PREVIOUS}" if line.holds_result else text

    def _gross(self, row: int) -> str:
        where = f'{at.BALANCE_LINE},$A{row},{at.BALANCE_PART},"{at.GROSS_MARK}"'
        return f"SUMIFS({at.BALANCE_DEBIT},{where})-SUMIFS({at.BALANCE_CREDIT},{where})"

    def _deducted(self, row: int) -> str:
        where = f'{at.BALANCE_LINE},$A{row},{at.BALANCE_PART},"{at.DEDUCTED_MARK}"'
        return f"SUMIFS({at.BALANCE_CREDIT},{where})-SUMIFS({at.BALANCE_DEBIT},{where})"

    def _summed(self, line: StatementLine, letter: str) -> str:
        terms = "".join(
            f"{'+' if term.sign > 0 else '-'}{letter}{self.rows[term.code]}"
            for term in line.formula
        )
        return terms.removeprefix("+") or "0"


def _is_credit(line: StatementLine) -> bool:
    """Tell whether credits count above zero: liabilities, income, what is given in kind."""
    if line.part is StatementPart.LIABILITIES:
        return True
    if line.part is StatementPart.ASSETS:
        return False
    if line.part is StatementPart.VOLUNTEERING:
        return line.code < "V10"
    return line.code.startswith("P")


def _empty_lines(lines: tuple[StatementLine, ...]) -> frozenset[str]:
    """Return the lines to fold: items without any amount, titles and totals of such alone."""
    return frozenset(
        line.code
        for place, line in enumerate(lines)
        if (_is_bare(line) if line.nature is not LineNature.TITLE else _is_idle(lines, place))
    )


def _is_idle(lines: tuple[StatementLine, ...], place: int) -> bool:
    """Tell whether a title has no amount, nor any under it down to its total or the next title.

    A title right above another is that of a group, which goes on down to the total.
    """
    if lines[place].budget:
        return False
    below = lines[place + 1 :]
    end = _ENDS.get(lines[place].code)
    is_group = bool(below) and below[0].nature is LineNature.TITLE
    for line in below:
        if (
            line.code == end
            or line.nature in _SUMS
            or (line.nature is LineNature.TITLE and not is_group)
        ):
            return True
        if line.nature is not LineNature.TITLE and not _is_bare(line):
            return False
    return True


def _is_bare(line: StatementLine) -> bool:
    if line.nature is LineNature.BALANCE:
        return False
    return not any((line.amount, line.previous, line.budget, line.gross, line.deductions))
