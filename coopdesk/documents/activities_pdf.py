"""Print what each activity brought in and cost, beside its plan and the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.book_heads import book_head, figures
from coopdesk.documents.book_pages import PLAIN, TOTAL, BookColumn, BookPages
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.wording.formats import french_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.book_papers import BookPaper
    from coopdesk.domain.ledgers import ActivityTotals

_FIGURE = 66.0


def draw_activities(
    paper: BookPaper, activities: Sequence[ActivityTotals], previous_label: str = ""
) -> bytes:
    """Return the table as a PDF in landscape; ``previous_label`` may name the year before."""
    texts = paper_texts("books", "activities")
    pages = BookPages(paper.house, book_head(paper, texts["title"]))
    if not activities:
        pages.note(texts["nothing"])
        return pages.finished()
    titles = (
        title
        for name in ("income", "expense", "result")
        for title in (
            texts[name].format(label=paper.year.label),
            texts[f"planned_{name}"],
            *((texts[name].format(label=previous_label),) if previous_label else ()),
        )
    )
    columns = [BookColumn(title, _FIGURE, right=True) for title in titles]
    pages.table([BookColumn(texts["name"]), *columns])
    # Without a year before, every third figure has nothing to say.
    shown = [place for place in range(9) if previous_label or place % 3 < 2]
    rows = [
        (one.name or texts["none"], [_amounts(one)[place] for place in shown])
        for one in activities
    ]
    for name, amounts in rows:
        pages.row((name, *map(figures, amounts)), PLAIN)
    whole = zip(*(amounts for _name, amounts in rows), strict=True)
    sums = {place: french_figures(total(column)) for place, column in enumerate(whole, start=1)}
    pages.sums(texts["total"], sums, TOTAL)
    return pages.finished()


def _amounts(one: ActivityTotals) -> tuple[Money, ...]:
    """Return income, expenses and result: each as it came, planned, and the year before."""
    planned = (one.budget_income or ZERO, one.budget_expense or ZERO)
    earlier = (one.previous_income, one.previous_expense)
    return (
        one.income,
        planned[0],
        earlier[0],
        one.expense,
        planned[1],
        earlier[1],
        one.result,
        planned[0] - planned[1],
        earlier[0] - earlier[1],
    )
