"""Print the treasury: money month by month, by account, and what may come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.book_heads import book_head, figures
from coopdesk.documents.book_pages import PLAIN, TOTAL, BookColumn, BookPages
from coopdesk.documents.paper import PORTRAIT
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import MARGIN
from coopdesk.documents.treasury_drawing import HEIGHT, Place, draw_treasury_chart
from coopdesk.domain.money import total
from coopdesk.wording.formats import french_figures, month_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.book_papers import BookPaper
    from coopdesk.domain.treasury import ForecastMonth, Treasury, TreasuryMonth

_FIGURE = 92.0
_FOUR = ("opening", "money_in", "money_out", "closing")


def draw_treasury(paper: BookPaper, treasury: Treasury) -> bytes:
    """Return the treasury as a PDF: all together, the forecast, then each account."""
    texts = paper_texts("books", "treasury")
    pages = BookPages(paper.house, book_head(paper, texts["title"]), PORTRAIT)
    if not treasury.months:
        pages.note(texts["nothing"])
        return pages.finished()
    sheet, bottom = pages.drawing(HEIGHT)
    place = Place(MARGIN, pages.right, bottom)
    draw_treasury_chart(sheet, place, treasury.months, treasury.forecast, texts)
    pages.y -= 14
    pages.heading(texts["all"])
    _months(pages, treasury.months, texts)
    if treasury.forecast:
        _forecast(pages, treasury.forecast, texts)
    for account in treasury.accounts:
        if any(map(_has_moved, account.months)):
            _begin(pages, f"{account.number} — {account.label}")
            _months(pages, account.months, texts)
    return pages.finished()


def _begin(pages: BookPages, title: str) -> None:
    pages.columns = ()
    pages.y -= 14
    pages.need(150)
    pages.heading(title)


def _has_moved(month: TreasuryMonth) -> bool:
    return bool(month.opening or month.money_in or month.money_out)


def _months(
    pages: BookPages, months: Sequence[TreasuryMonth], texts: Mapping[str, str]
) -> None:
    columns = [BookColumn(texts[name], _FIGURE, right=True) for name in _FOUR]
    pages.table([BookColumn(texts["month"]), *columns])
    for month in months:
        pages.row(
            (
                month_text(month.month_on, "fr"),
                french_figures(month.opening),
                figures(month.money_in),
                figures(month.money_out),
                french_figures(month.closing),
            ),
            PLAIN,
        )
    sums = {
        1: french_figures(months[0].opening),
        2: french_figures(total(month.money_in for month in months)),
        3: french_figures(total(month.money_out for month in months)),
        4: french_figures(months[-1].closing),
    }
    pages.sums(texts["total"], sums, TOTAL)


def _forecast(
    pages: BookPages, months: Sequence[ForecastMonth], texts: Mapping[str, str]
) -> None:
    _begin(pages, texts["forecast"])
    pages.note(texts["forecast_says"])
    pages.y -= 6
    columns = [texts["opening"], texts["expected"], texts["closing"]]
    pages.table(
        [
            BookColumn(texts["month"], 84),
            BookColumn(texts["why"]),
            *(BookColumn(title, _FIGURE, right=True) for title in columns),
        ]
    )
    for month in months:
        _forecast_month(pages, month, texts)


def _forecast_month(pages: BookPages, month: ForecastMonth, texts: Mapping[str, str]) -> None:
    """Write a month: what it starts with, each thing expected, what it may end with."""
    named = month_text(month.month_on, "fr")
    opening, closing = french_figures(month.opening), french_figures(month.closing)
    parts = [part for part in month.parts if part.amount]
    if not parts:
        pages.row((named, "", opening, "", closing), PLAIN._replace(ruled=True))
        return
    last = len(parts) - 1
    for place, part in enumerate(parts):
        cells = (
            "" if place else named,
            texts[part.kind.value],
            "" if place else opening,
            french_figures(part.amount),
            closing if place == last else "",
        )
        pages.row(cells, PLAIN._replace(ruled=not place))
