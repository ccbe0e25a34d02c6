"""Print the state of reconciliation of a bank account, as treasurers keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.book_pages import (
    DRAFT,
    PLAIN,
    SUBTOTAL,
    TOTAL,
    BookColumn,
    BookHead,
    BookPages,
)
from coopdesk.documents.paper import PORTRAIT
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.wording.formats import (
    day_long,
    day_text,
    french_figures,
    iban_text,
    number_text,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.association import Association
    from coopdesk.domain.bank_reconciliation import ReconciliationState

_DAY, _VOUCHER, _AMOUNT = 62.0, 96.0, 84.0
_AMOUNT_PLACE = 3
_SIGN = 46.0


def draw_reconciliation(
    house: Association, state: ReconciliationState, made_on: dt.date
) -> bytes:
    """Return the state as a PDF: from the bank by what is apart to the books."""
    texts = paper_texts("books", "reconciliation")
    pages = BookPages(house, _head(house, state, made_on, texts), PORTRAIT)
    pages.table(
        [
            BookColumn(texts["date"], _DAY),
            BookColumn(texts["voucher"], _VOUCHER),
            BookColumn(texts["label"]),
            BookColumn(texts["amount"], _AMOUNT, right=True),
        ]
    )
    _figures(pages, state, texts)
    _entries(pages, state, texts)
    _lines(pages, state, texts)
    _end(pages, state, texts)
    return pages.finished()


def _head(
    house: Association,
    state: ReconciliationState,
    made_on: dt.date,
    texts: Mapping[str, str],
) -> BookHead:
    says = [texts["bank"].format(name=state.name, account=state.account)]
    if state.iban:
        says.append(texts["iban"].format(iban=iban_text(state.iban)))
    says.append(texts["until"].format(day=day_long(state.until, "fr")))
    says.append(texts["made_on"].format(day=day_long(made_on, "fr")))
    foot = f"{house.name} — {texts['title']} {state.name}"
    return BookHead(texts["title"], says, made_on, foot, paper_texts("books", "pages"))


def _entries(pages: BookPages, state: ReconciliationState, texts: Mapping[str, str]) -> None:
    pages.heading(texts["entries"])
    if not state.entries:
        pages.row(("", "", texts["nothing"], ""), DRAFT)
    for one in state.entries:
        number = "" if one.number is None else f"n° {number_text(one.number)}"
        voucher = " · ".join(filter(None, (one.voucher_ref, number)))
        said = " — ".join(filter(None, (one.label, one.contact_name)))
        pages.row((day_text(one.day), voucher, said, french_figures(one.amount)), PLAIN)
    entries = {_AMOUNT_PLACE: french_figures(state.entries_amount)}
    pages.sums(texts["entries_total"], entries, SUBTOTAL)


def _lines(pages: BookPages, state: ReconciliationState, texts: Mapping[str, str]) -> None:
    pages.heading(texts["lines"])
    if not state.lines:
        pages.row(("", "", texts["nothing"], ""), DRAFT)
    for one in state.lines:
        aside = texts["aside"] if one.is_aside else ""
        said = " — ".join(filter(None, (one.label, aside, one.note)))
        pages.row((day_text(one.day), "", said, french_figures(one.amount)), PLAIN)
    lines = {_AMOUNT_PLACE: french_figures(state.lines_amount)}
    pages.sums(texts["lines_total"], lines, SUBTOTAL)


def _figures(pages: BookPages, state: ReconciliationState, texts: Mapping[str, str]) -> None:
    """Print what it comes to on the first page, however long the lists are."""
    books = texts["books"].format(account=state.account)
    if state.bank_balance is None or state.expected is None or state.difference is None:
        pages.sums(books, {_AMOUNT_PLACE: french_figures(state.book_balance)}, TOTAL)
        pages.note(texts["untold"])
        return
    told = texts["told"]
    if state.bank_on is not None:
        told = texts["told_on"].format(day=day_text(state.bank_on))
    figures = (
        (told, state.bank_balance, TOTAL),
        (texts["plus"], state.entries_amount, SUBTOTAL),
        (texts["minus"], state.lines_amount, SUBTOTAL),
        (texts["expected"], state.expected, TOTAL),
        (books, state.book_balance, TOTAL),
        (texts["difference"], state.difference, TOTAL),
    )
    for said, amount, look in figures:
        pages.sums(said, {_AMOUNT_PLACE: french_figures(amount)}, look)
    pages.note(texts[_verdict(state)])


def _verdict(state: ReconciliationState) -> str:
    if state.is_tied:
        return "tied"
    return "began_apart" if state.began_apart else "not_tied"


def _end(pages: BookPages, state: ReconciliationState, texts: Mapping[str, str]) -> None:
    if state.starts_on is not None:
        pages.note(texts["starts"].format(day=day_text(state.starts_on)))
    pages.columns = ()
    pages.need(_SIGN)
    pages.y -= _SIGN / 2
    pages.note(texts["sign"])
