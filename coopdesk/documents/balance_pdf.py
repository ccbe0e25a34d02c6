"""Print the balance: accounts by class with openings, movements, balances and N-1."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.documents.book_heads import book_head, figures, with_side
from coopdesk.documents.book_pages import PLAIN, SUBTOTAL, TOTAL, BookColumn, BookPages
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.ledgers import balance_totals, credit_side, debit_side
from coopdesk.wording.formats import french_euros, french_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.book_papers import BookPaper
    from coopdesk.domain.ledgers import Balance, BalanceRow
    from coopdesk.domain.money import Money

_NUMBER, _FIGURE = 46.0, 70.0
_SIX = (
    "opening_debit",
    "opening_credit",
    "debit",
    "credit",
    "closing_debit",
    "closing_credit",
)
_FIRST = 2


def draw_balance(paper: BookPaper, balance: Balance) -> bytes:
    """Return the balance as a PDF in landscape, with subtotals by class."""
    texts = paper_texts("books", "balance")
    pages = BookPages(paper.house, book_head(paper, texts["title"]))
    if not balance.rows:
        pages.note(texts["nothing"])
        return pages.finished()
    with_previous = any(row.previous is not None for row in balance.rows)
    pages.table(_columns(balance, texts, with_previous=with_previous))
    for number, rows in groupby(balance.rows, lambda row: row.class_number):
        own = tuple(rows)
        for row in own:
            pages.row(_cells(row, with_previous=with_previous), PLAIN)
        said = texts["class"].format(number=number)
        pages.sums(said, _sums(own), SUBTOTAL)
    pages.sums(texts["total"], _sums(balance.rows), TOTAL)
    pages.y -= 8
    pages.note(_result(balance.result, texts))
    if balance.lacks_opening:
        pages.note(texts["lacks_opening"])
    return pages.finished()


def _columns(
    balance: Balance, texts: Mapping[str, str], *, with_previous: bool
) -> list[BookColumn]:
    before = balance.previous_year.label if balance.previous_year else "N-1"
    columns = [BookColumn(texts["number"], _NUMBER), BookColumn(texts["label"])]
    columns += [BookColumn(texts[name], _FIGURE, right=True) for name in _SIX]
    if with_previous:
        said = texts["previous"].format(label=before)
        columns.append(BookColumn(said, _FIGURE + 8, right=True))
    return columns


def _cells(row: BalanceRow, *, with_previous: bool) -> tuple[str, ...]:
    cells = (
        row.number,
        row.label,
        figures(debit_side(row.opening)),
        figures(credit_side(row.opening)),
        figures(row.debit),
        figures(row.credit),
        figures(row.closing_debit),
        figures(row.closing_credit),
    )
    if not with_previous:
        return cells
    return (*cells, with_side(row.previous) if row.previous else "")


def _sums(rows: Iterable[BalanceRow]) -> dict[int, str]:
    totals = balance_totals(rows)
    return {
        place: french_figures(getattr(totals, name))
        for place, name in enumerate(_SIX, start=_FIRST)
    }


def _result(result: Money, texts: Mapping[str, str]) -> str:
    if not result:
        return texts["zero"]
    if result.cents > 0:
        return texts["surplus"].format(amount=french_euros(result))
    return texts["deficit"].format(amount=french_euros(-result))
