"""The sheet that shows who pays what of a project: nothing twice, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from coopdesk.documents.workbook import Column, Formula
from coopdesk.documents.workbook_styles import Look
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopdesk.documents.workbook import Book, Sheet, Value
    from coopdesk.domain.grant_sharing import FunderShare, ProjectShares, ProjectSharing

_LABEL, _AMOUNT = 44, 17
# Columns before those of funders: label, cost, cost after refunds.
_BEFORE = 3


def write_sharing(
    book: Book, sharing: ProjectSharing, texts: Mapping[str, str], subtitle: str
) -> None:
    """Write the costs by line with the share of each funder; sums are formulas that tie."""
    shares = sharing.actual
    columns = (
        Column(texts["line"], _LABEL),
        Column(texts["cost"], _AMOUNT, Money),
        Column(texts["base"], _AMOUNT, Money),
        *(Column(_name(one), _AMOUNT, Money) for one in shares.funders),
        Column(texts["shared"], _AMOUNT, Money),
        Column(texts["ours"], _AMOUNT, Money),
    )
    sheet = book.sheet(texts["sharing"], columns, landscape=True, quiet=True)
    sheet.heading(f"{texts['sharing']} – {sharing.title}", subtitle)
    sheet.write(Look.DETAIL, [texts["sharing_says"]])
    sheet.head()
    first = sheet.row + 1
    for cost in shares.costs:
        row = sheet.row + 1
        label = sharing.labels.get(cost.line, cost.line)
        given: list[Value] = [one.shares.get(cost.line, ZERO) for one in shares.funders]
        sums = _sums(shares, row, cost.shared, cost.ours)
        sheet.write(Look.BODY, [label, cost.cost, cost.base, *given, *sums])
    _totals(sheet, shares, texts, first)
    if sharing.indirect:
        sheet.write(Look.BODY, [])
        sheet.write(Look.DETAIL, [texts["sharing_indirect"], sharing.indirect])


def _name(one: FunderShare) -> str:
    return one.funder.name or one.funder.title


def _sums(shares: ProjectShares, row: int, shared: Money, ours: Money) -> tuple[Formula, ...]:
    end = _BEFORE + len(shares.funders)
    begin, last = get_column_letter(_BEFORE + 1), get_column_letter(end)
    paid = get_column_letter(end + 1)
    return (
        Formula(f"SUM({begin}{row}:{last}{row})", shared),
        Formula(f"C{row}-{paid}{row}", ours),
    )


def _totals(sheet: Sheet, shares: ProjectShares, texts: Mapping[str, str], first: int) -> None:
    last = max(first, sheet.row)
    costs = (
        total(one.cost for one in shares.costs),
        shares.cost,
        *(one.share for one in shares.funders),
        shares.shared,
        total(one.ours for one in shares.costs),
    )
    letters = [get_column_letter(at + 2) for at in range(len(costs))]
    sums = [
        Formula(f"SUM({letter}{first}:{letter}{last})", amount)
        for letter, amount in zip(letters, costs, strict=True)
    ]
    whole = sheet.write(Look.TOTAL, [texts["total"], *sums])
    claim = _by_funder(sheet, shares, texts["claim"], lambda one, _at: one.claim)
    _by_funder(
        sheet,
        shares,
        texts["over"],
        lambda one, at: Formula(f"{at}{claim}-{at}{whole}", one.over_financed),
    )
    paid = _by_funder(sheet, shares, texts["paid"], lambda one, _at: one.funder.paid)
    _by_funder(
        sheet,
        shares,
        texts["owed"],
        lambda one, at: Formula(f"{at}{whole}-{at}{paid}", one.owed),
    )


def _by_funder(
    sheet: Sheet,
    shares: ProjectShares,
    label: str,
    value: Callable[[FunderShare, str], Value],
) -> int:
    """Write a figure of each funder in its column; return the row."""
    figures = [
        value(one, get_column_letter(_BEFORE + 1 + at)) for at, one in enumerate(shares.funders)
    ]
    return sheet.write(Look.BODY, [label, None, None, *figures])
