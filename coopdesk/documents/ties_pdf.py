"""Print gifts and fees as their lists have them beside what the books hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.book_heads import book_head, figures
from coopdesk.documents.book_pages import PLAIN, TOTAL, BookColumn, BookPages
from coopdesk.documents.paper import PORTRAIT
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.money import total
from coopdesk.wording.formats import french_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.book_papers import BookPaper
    from coopdesk.domain.book_ties import Tie
    from coopdesk.domain.money import Money

_ACCOUNT, _FIGURE = 46.0, 72.0
_FIGURES = ("recorded", "in_books", "by_hand", "difference")


def draw_ties(paper: BookPaper, ties: Sequence[Tie]) -> bytes:
    """Return the accounts of gifts and fees as a PDF, and whether both sides agree."""
    texts = paper_texts("books", "ties")
    pages = BookPages(paper.house, book_head(paper, texts["title"]), PORTRAIT)
    if not ties:
        pages.note(texts["nothing"])
        return pages.finished()
    columns = [BookColumn(texts[name], _FIGURE, right=True) for name in _FIGURES]
    pages.table([BookColumn(texts["account"], _ACCOUNT), BookColumn(texts["label"]), *columns])
    for tie in ties:
        pages.row((tie.account, tie.label, *map(figures, _amounts(tie))), PLAIN)
    whole = zip(*map(_amounts, ties), strict=True)
    sums = {place: french_figures(total(column)) for place, column in enumerate(whole, start=2)}
    pages.sums(texts["total"], sums, TOTAL)
    pages.y -= 10
    is_met = all(tie.is_met for tie in ties)
    pages.note(texts["met"] if is_met else texts["unmet"])
    return pages.finished()


def _amounts(tie: Tie) -> tuple[Money, ...]:
    return tie.recorded, tie.in_books, tie.by_hand, tie.difference
