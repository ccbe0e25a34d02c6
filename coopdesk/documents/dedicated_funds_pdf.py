"""Print the table of dedicated funds that the annexe of the accounts wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.book_heads import book_head, figures
from coopdesk.documents.book_pages import PLAIN, SUBTOTAL, TOTAL, BookColumn, BookPages
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.dedicated_funds import FundKind
from coopdesk.domain.money import total
from coopdesk.wording.formats import french_euros, french_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.book_papers import BookPaper
    from coopdesk.domain.dedicated_funds import FundLine
    from coopdesk.domain.money import Money

_FIGURE = 92.0
_FIVE = ("opening", "reports", "uses", "transfers", "closing")
_FIRST = 2


def draw_dedicated_funds(
    paper: BookPaper, lines: Sequence[FundLine], opening: Money, closing: Money
) -> bytes:
    """Return the table as a PDF in landscape, by origin.

    ``opening`` and ``closing`` are what accounts 194 to 196 hold in the books, credits above
    zero: the table must end with the same figure.
    """
    texts = paper_texts("books", "funds")
    head = book_head(paper, texts["title"])
    pages = BookPages(paper.house, head)
    pages.table(
        [
            BookColumn(texts["account"], 48),
            BookColumn(texts["name"]),
            *(BookColumn(texts[name], _FIGURE, right=True) for name in _FIVE),
        ]
    )
    for kind in FundKind:
        own = [line for line in lines if line.fund.content.kind is kind]
        for line in own:
            name = line.fund.content.name
            said = f"{name} — {line.fund.funder_name}" if line.fund.funder_name else name
            cells = (figures(getattr(line, column)) for column in _FIVE)
            pages.row((line.fund.accounts.fund, said, *cells), PLAIN)
        if own:
            pages.sums(texts[kind.value], _sums(own), SUBTOTAL)
    if lines:
        pages.sums(texts["total"], _sums(lines), TOTAL)
    else:
        pages.note(texts["nothing"])
    pages.y -= 8
    _tie(pages, lines, opening, closing)
    return pages.finished()


def _sums(lines: Sequence[FundLine]) -> dict[int, str]:
    return {
        place: french_figures(total(getattr(line, name) for line in lines))
        for place, name in enumerate(_FIVE, start=_FIRST)
    }


def _tie(pages: BookPages, lines: Sequence[FundLine], opening: Money, closing: Money) -> None:
    texts = paper_texts("books", "funds")
    said = texts["books"].format(opening=french_euros(opening), closing=french_euros(closing))
    pages.note(said)
    gap = closing - total(line.closing for line in lines)
    pages.note(texts["untied"].format(amount=french_euros(gap)) if gap else texts["tied"])
