"""Print an event on one page: what it was, who came, what it earned and cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.book_heads import figures
from coopdesk.documents.book_pages import (
    PLAIN,
    SUBTOTAL,
    TOTAL,
    BookColumn,
    BookHead,
    BookPages,
)
from coopdesk.documents.event_heads import event_heading, place_line, when_line
from coopdesk.documents.paper import PORTRAIT
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.typesetting import regular
from coopdesk.domain.budgets import BudgetRow
from coopdesk.domain.money import total
from coopdesk.wording.formats import (
    capital,
    day_long,
    french_euros,
    french_figures,
    number_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopdesk.domain.event_money import EventAccounts, EventGrant, EventResult

_ACCOUNT, _FIGURE = 58.0, 78.0
_NOTE = regular(8.5, 11.5)
# More accounts than fit on the page are added up in one row.
_MOST_ROWS = 9


def draw_event_sheet(found: EventAccounts) -> bytes:
    """Return the page as a PDF; a part that has nothing to say is left out."""
    texts, paper = paper_texts("event_money"), found.paper
    heading = event_heading(paper.sheet.event)
    when, place = when_line(paper.sheet.event.when), place_line(paper.sheet)
    says = [
        *(capital(text) for text in (when, place)),
        texts["made_on"].format(day=day_long(paper.made_on, "fr")),
    ]
    foot = f"{paper.house.name} — {texts['title']} — {heading}"
    head = BookHead(heading, says, paper.made_on, foot, paper_texts("books", "pages"))
    pages = BookPages(paper.house, head, PORTRAIT)
    _attendance(pages, found, texts)
    _money(pages, found.result, texts)
    beside = list(_beside(found.result, texts))
    if beside:
        pages.heading(texts["beside"])
        for text in beside:
            pages.note(text, _NOTE)
    return pages.finished()


def _attendance(pages: BookPages, found: EventAccounts, texts: Mapping[str, str]) -> None:
    counts = found.counts
    capacity = texts["no_capacity"]
    if counts.capacity is not None:
        capacity = number_text(counts.capacity)
    told = {
        "registered": number_text(counts.registered),
        "present": number_text(counts.present),
        "waiting": number_text(counts.waiting),
        "cancelled": number_text(counts.cancelled),
        "capacity": capacity,
    }
    pages.heading(texts["attendance"])
    pages.table([BookColumn(texts[name]) for name in told])
    pages.row(tuple(told.values()), PLAIN)


def _money(pages: BookPages, result: EventResult, texts: Mapping[str, str]) -> None:
    pages.columns = ()
    pages.heading(texts["money"])
    if not result.budget:
        pages.note(texts["nothing"], _NOTE)
        return
    pages.note(texts["activity"].format(name=result.activity), _NOTE)
    if result.budget_names:
        pages.note(texts["budgets"].format(names=", ".join(result.budget_names)), _NOTE)
    pages.y -= 6
    names = ("planned", "actual", "gap") if result.has_budget else ("actual",)
    columns = [BookColumn(texts[name], _FIGURE, right=True) for name in names]
    pages.table([BookColumn(texts["account"], _ACCOUNT), BookColumn(texts["label"]), *columns])
    sums = [_part(pages, result, digit, texts) for digit in "76"]
    income, expenses = sums
    whole = BudgetRow("", "", income.budget - expenses.budget, income.actual - expenses.actual)
    pages.sums(texts["result"], _sums(whole, result), TOTAL)


def _part(
    pages: BookPages, result: EventResult, digit: str, texts: Mapping[str, str]
) -> BudgetRow:
    """Write the accounts of a class with their sum, and return that."""
    rows = [row for row in result.budget if row.account.startswith(digit)]
    name = "income" if digit == "7" else "expenses"
    for row in _shortened(rows, texts):
        shown = (figures(row.budget), figures(row.actual), figures(row.actual - row.budget))
        kept = shown if result.has_budget else shown[1:2]
        pages.row((row.account, row.label, *kept), PLAIN)
    whole = result.planned(digit)
    pages.sums(texts[f"total_{name}"], _sums(whole, result), SUBTOTAL)
    return whole


def _shortened(rows: Sequence[BudgetRow], texts: Mapping[str, str]) -> list[BudgetRow]:
    """Return as many rows as the page holds, the largest, with the sum of the others."""
    if len(rows) <= _MOST_ROWS:
        return list(rows)
    largest = sorted(rows, key=lambda row: max(row.actual, row.budget), reverse=True)
    kept = largest[: _MOST_ROWS - 1]
    rest = largest[_MOST_ROWS - 1 :]
    other = BudgetRow(
        "",
        texts["other"].format(count=number_text(len(rest))),
        total(row.budget for row in rest),
        total(row.actual for row in rest),
    )
    return [*(row for row in rows if row in kept), other]


def _sums(row: BudgetRow, result: EventResult) -> dict[int, str]:
    """Return the figures of a sum by their columns."""
    amounts = [row.budget, row.actual, row.actual - row.budget]
    shown = amounts if result.has_budget else amounts[1:2]
    return {place: french_figures(amount) for place, amount in enumerate(shown, start=2)}


def _beside(result: EventResult, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what the books do not say, or not yet."""
    if result.unbooked:
        income, expense = result.unbooked_income, result.unbooked_expense
        told = {"income": french_euros(income), "expense": french_euros(expense)}
        yield texts["unbooked"].format(**told)
    if result.unsorted:
        yield texts["to_sort"].format(amount=french_euros(result.unsorted))
    if result.expected != result.result:
        yield texts["expected"].format(amount=french_euros(result.expected))
    if result.due:
        yield texts["due"].format(amount=french_euros(result.due))
    if result.overpaid:
        yield texts["overpaid"].format(amount=french_euros(result.overpaid))
    for grant in result.grants:
        yield _grant(grant, texts)
    if result.in_kind.value or result.in_kind.minutes:
        yield _in_kind(result, texts)


def _grant(grant: EventGrant, texts: Mapping[str, str]) -> str:
    return texts["grant_of" if grant.funder else "grant"].format(
        title=grant.title,
        funder=grant.funder,
        amount=french_euros(grant.amount),
        paid=french_euros(grant.paid),
        due=french_euros(grant.due),
    )


def _in_kind(result: EventResult, texts: Mapping[str, str]) -> str:
    given, parts = result.in_kind, []
    if given.minutes:
        hours, minutes = divmod(given.minutes, 60)
        shown = f"{number_text(hours)},{minutes * 100 // 60:02d}" if minutes else str(hours)
        parts.append(texts["hours"].format(hours=shown))
    if given.goods:
        parts.append(texts["goods"].format(amount=french_euros(given.goods)))
    whole = texts["in_kind"].format(value=french_euros(given.value))
    return f"{whole} ({', '.join(parts)})"
