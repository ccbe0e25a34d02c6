"""Print the official statements: income statement, balance sheet, contributions in kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.book_heads import book_head
from coopdesk.documents.book_pages import BookColumn, BookPages, Look
from coopdesk.documents.paper import PORTRAIT
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.typesetting import ACCENT, BAND, QUIET, bold, regular
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.statement_model import LineNature, StatementPart
from coopdesk.wording.formats import french_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.book_papers import BookPaper
    from coopdesk.domain.financial_statements import FinancialStatement, StatementLine
    from coopdesk.domain.money import Money

_FIGURE, _NEXT_ROOM = 78.0, 260.0
_TITLES = {
    StatementKind.RESULT: "result",
    StatementKind.BALANCE_SHEET: "balance_sheet",
    StatementKind.VOLUNTEERING: "volunteering",
}
_LOOKS = {
    LineNature.TITLE: Look(bold(9, 11.5, ACCENT), before=5),
    LineNature.ITEM: Look(regular(8.5, 11), indent=8),
    LineNature.DETAIL: Look(regular(8, 10.5, QUIET), indent=20),
    LineNature.TOTAL: Look(bold(9, 11.5), band=BAND, before=2),
    LineNature.BALANCE: Look(bold(9, 11.5), band=BAND, before=4),
}


# Assets have so many lines that they fill a page.
_CLOSE = {
    **_LOOKS,
    LineNature.TITLE: Look(bold(8.5, 10.5, ACCENT), before=3),
    LineNature.ITEM: Look(regular(8, 9.6), indent=8),
}


class _Figure(NamedTuple):
    """A column of figures: its title, and what a line puts in it."""

    title: str
    of: Callable[[StatementLine], Money | None]


def draw_statements(
    paper: BookPaper, statements: Sequence[FinancialStatement], previous_label: str = ""
) -> bytes:
    """Return statements as one PDF, one below the other.

    ``previous_label`` is what the year before is called. Assets and liabilities stand on a
    page each.
    """
    texts = paper_texts("books", "statements")
    title = texts[_TITLES[statements[0].kind]]
    pages = BookPages(paper.house, book_head(paper, title), PORTRAIT)
    for place, statement in enumerate(statements):
        if place:
            _begin(pages, texts[_TITLES[statement.kind]])
        _write(pages, statement, texts, (paper.year.label, previous_label))
    return pages.finished()


def _begin(pages: BookPages, title: str) -> None:
    """Start another statement below, where most of it fits."""
    pages.columns = ()
    pages.y -= 20
    pages.need(_NEXT_ROOM)
    pages.heading(title)


def _write(
    pages: BookPages,
    statement: FinancialStatement,
    texts: Mapping[str, str],
    years: tuple[str, str],
) -> None:
    parts = list(dict.fromkeys(line.part for line in statement.lines))
    for place, part in enumerate(parts):
        lines = statement.part(part)
        if place:
            pages.columns = ()
            pages.turn()
        columns = _columns(lines, texts, years)
        titles = [BookColumn(column.title, _FIGURE, right=True) for column in columns]
        pages.table([BookColumn(_part_title(part, texts)), *titles])
        looks = _CLOSE if part is StatementPart.ASSETS else _LOOKS
        for line in lines:
            _line(pages, line, columns, looks)
    if statement.unplaced:
        pages.y -= 8
        pages.note(texts["unplaced"].format(accounts=", ".join(statement.unplaced)))


def _part_title(part: StatementPart, texts: Mapping[str, str]) -> str:
    if part is StatementPart.ASSETS:
        return texts["assets"]
    return texts["liabilities"] if part is StatementPart.LIABILITIES else ""


def _columns(
    lines: Sequence[StatementLine], texts: Mapping[str, str], years: tuple[str, str]
) -> list[_Figure]:
    """Return the columns that have something to say."""
    now, before = years
    is_assets = any(line.gross is not None for line in lines)
    columns = []
    if is_assets:
        columns.append(_Figure(texts["gross"], lambda line: line.gross))
        columns.append(_Figure(texts["deductions"], lambda line: line.deductions))
    columns.append(_Figure(now, lambda line: line.amount))
    if any(line.previous is not None for line in lines):
        columns.append(_Figure(before or texts["previous_label"], lambda line: line.previous))
        if not is_assets:
            columns.append(_Figure(texts["variation"], lambda line: line.variation))
    planned = any(line.budget for line in lines)
    if planned and not is_assets:
        columns.append(_Figure(texts["budget"], lambda line: line.budget))
    return columns


def _line(
    pages: BookPages,
    line: StatementLine,
    columns: Sequence[_Figure],
    looks: Mapping[LineNature, Look],
) -> None:
    look = looks[line.nature]
    if line.nature is LineNature.TITLE:
        # A title never stands alone at the foot of a page.
        pages.need(look.before + 3 * look.style.leading)
    is_sum = line.nature in {LineNature.TOTAL, LineNature.BALANCE}
    amounts = (column.of(line) for column in columns)
    written = (
        french_figures(amount) if amount is not None and (amount or is_sum) else ""
        for amount in amounts
    )
    pages.row((line.label, *written), look)
