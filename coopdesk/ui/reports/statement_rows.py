"""A statement as rows of a sheet, in the layout of the official models."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.financial_statements import (
    ASSETS_LINE,
    GIVEN_LINE,
    LIABILITIES_LINE,
    RESULT_LINE,
    SHEET_RESULT_LINE,
    USED_LINE,
    StatementKind,
)
from coopdesk.domain.statement_model import LineNature
from coopdesk.ui.reports.figure_sheet import Cell, Change, RowStyle, SheetColumn, SheetRow
from coopdesk.ui.reports.targets import figure_target
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.financial_statements import FinancialStatement, StatementLine
    from coopdesk.domain.money import Money

_STYLES = {
    LineNature.TITLE: RowStyle.TITLE,
    LineNature.ITEM: RowStyle.ITEM,
    LineNature.DETAIL: RowStyle.DETAIL,
    LineNature.TOTAL: RowStyle.TOTAL,
    LineNature.BALANCE: RowStyle.TOTAL,
}
# The totals of a whole statement.
_GRAND = frozenset({RESULT_LINE, ASSETS_LINE, LIABILITIES_LINE, GIVEN_LINE, USED_LINE})
# Stands in the middle of a part.
_SUBTOTAL = "B13"
# Where the items under a minor title end, when it is not at the next title or total.
_LAST_ITEMS = {"B01": "B03", "B04": "B06", "A10": "A15"}
_LEVELS = {LineNature.ITEM: 1, LineNature.DETAIL: 2}


class Known(NamedTuple):
    """What statements have beside the year: the year before, a budget."""

    before: bool
    budget: bool


def known_of(found: Sequence[FinancialStatement]) -> Known:
    """Return what some statements know; a column for nothing is none."""
    lines = [line for one in found for line in one.lines]
    return Known(
        any(line.previous is not None for line in lines), any(line.budget for line in lines)
    )


def statement_columns(
    found: FinancialStatement, now: str, before: str, known: Known
) -> tuple[SheetColumn, ...]:
    """Return the columns; ``now`` and ``before`` name the fiscal years."""
    columns = [SheetColumn(_("In euros"), stretch=True)]
    if found.kind is StatementKind.BALANCE_SHEET:
        gross = _("What things cost, before what they lost in value")
        lost = _("Depreciation and losses of value, deducted")
        columns.append(SheetColumn(_("Gross"), gross, gives_way=3))
        columns.append(SheetColumn(_("Deducted"), lost, gives_way=4))
    columns.append(SheetColumn(now))
    if known.before:
        columns.append(SheetColumn(before))
        columns.append(SheetColumn(_("Variation"), _("What changed in a year"), gives_way=2))
    if known.budget:
        columns.append(SheetColumn(_("Budget"), _("What the budget plans"), gives_way=1))
    return tuple(columns)


def statement_rows(
    found: FinancialStatement, activity_id: int | None, known: Known, *, with_empty: bool
) -> list[SheetRow]:
    """Return the rows; without the empty ones, titles that hold nothing leave too."""
    kept = list(found.lines) if with_empty else _without_empty(found.lines)
    return [_row(found.kind, line, activity_id, known) for line in kept]


def _row(
    kind: StatementKind, line: StatementLine, activity_id: int | None, known: Known
) -> SheetRow:
    cells: list[Cell] = [_label(line)]
    if kind is StatementKind.BALANCE_SHEET:
        cells.extend((line.gross, _deducted(line)))
    cells.append(line.amount)
    if known.before:
        variation = line.variation
        cells.extend((line.previous, None if variation is None else Change(variation)))
    if known.budget:
        cells.append(line.budget)
    has_figure = line.nature is not LineNature.TITLE and bool(line.amount)
    opens = figure_target(kind, line.code, activity_id) if has_figure else None
    style = RowStyle.RESULT if line.code in _GRAND else _STYLES[line.nature]
    is_minor = line.nature is LineNature.TITLE and not _is_part(line)
    level = 1 if is_minor else _LEVELS.get(line.nature, 0)
    return SheetRow(line.code, tuple(cells), style, level, opens, _hint(line))


def _hint(line: StatementLine) -> str:
    """Name the accounts behind a line, for those who know their numbers."""
    if line.nature is LineNature.TITLE and line.budget:
        return _("Planned on accounts that stand on several of these lines")
    if not line.accounts:
        return ""
    numbers = ", ".join(line.accounts)
    return f"{line.label}\n" + _("Accounts: {numbers}").format(numbers=numbers)


def _deducted(line: StatementLine) -> Money | None:
    return None if not line.deductions else line.deductions


def _label(line: StatementLine) -> str:
    """Return the label of the model; the result says which of the two it is."""
    if line.code in {RESULT_LINE, SHEET_RESULT_LINE} and line.amount:
        if line.code == RESULT_LINE:
            return _("SURPLUS") if line.amount.cents > 0 else _("DEFICIT")
        return _("Surplus of the year") if line.amount.cents > 0 else _("Deficit of the year")
    return line.label


def _without_empty(lines: Sequence[StatementLine]) -> list[StatementLine]:
    """Leave out what holds nothing in any year: items, and parts that are empty throughout.

    The results stay: they are what the models are read by.
    """
    return [
        line
        for place, line in enumerate(lines)
        if line.nature is LineNature.BALANCE
        or _holds_something(line)
        or (line.nature is LineNature.TITLE and _heads_something(lines, place))
    ]


def _heads_something(lines: Sequence[StatementLine], place: int) -> bool:
    """Tell whether an item under a title, up to its total, holds something."""
    title = lines[place]
    for line in lines[place + 1 :]:
        if line.nature in _LEVELS and _holds_something(line):
            return True
        if line.code == _LAST_ITEMS.get(title.code) or _ends(line, title):
            return False
    return False


def _ends(line: StatementLine, title: StatementLine) -> bool:
    """Tell whether what a title heads is over with a line."""
    if line.nature is LineNature.TITLE:
        return _is_part(line) or not _is_part(title)
    return line.nature is LineNature.TOTAL and line.code != _SUBTOTAL


def _holds_something(line: StatementLine) -> bool:
    return any((line.amount, line.previous, line.budget, line.gross, line.deductions))


def _is_part(title: StatementLine) -> bool:
    """Tell the title of a part from that of a sort of things within it."""
    return title.label == title.label.upper()
