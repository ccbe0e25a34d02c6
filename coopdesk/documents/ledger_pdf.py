"""Print the ledger: each account with its lines, its running balance and its totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.book_heads import book_head, figures, voucher, with_side
from coopdesk.documents.book_pages import DRAFT, PLAIN, SUBTOTAL, TOTAL, BookColumn, BookPages
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.money import Money
from coopdesk.wording.formats import day_text, french_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.book_papers import BookLine, BookPaper

_WIDTHS = {
    "day": 60.0,
    "code": 26.0,
    "number": 38.0,
    "voucher": 66.0,
    "label": 0.0,
    "party": 124.0,
    "matching": 32.0,
    "debit": 66.0,
    "credit": 66.0,
    "balance": 74.0,
}
_FIGURES = frozenset({"debit", "credit", "balance"})
_DEBIT, _CREDIT, _BALANCE = 7, 8, 9


def draw_ledger(paper: BookPaper, lines: Iterable[BookLine]) -> bytes:
    """Return the ledger as a PDF in landscape.

    ``lines`` come by account and by day, and are forgotten once printed: there may be any
    number of them. What making them raises goes through.
    """
    texts = paper_texts("books", "ledger")
    pages = BookPages(paper.house, book_head(paper, texts["title"]))
    pages.table(
        [
            BookColumn(texts[name], width, right=name in _FIGURES)
            for name, width in _WIDTHS.items()
        ]
    )
    ledger = _Ledger(pages, texts, paper_texts("books", "journal"))
    for line in lines:
        ledger.add(line)
    ledger.end()
    return pages.finished()


class _Ledger:
    """The account that is being written, its sums, and those of all."""

    def __init__(
        self, pages: BookPages, texts: Mapping[str, str], vouchers: Mapping[str, str]
    ) -> None:
        self._pages, self._texts, self._vouchers = pages, texts, vouchers
        self._account, self._debit, self._credit = "", 0, 0
        self._all_debit, self._all_credit = 0, 0

    def add(self, line: BookLine) -> None:
        if line.account != self._account:
            self._end_account()
            self._account = line.account
            self._pages.heading(f"{line.account} — {line.account_label}")
            self._pages.carry = self._sums
        debit, credit = self._debit + line.debit.cents, self._credit + line.credit.cents
        self._pages.row(
            self._cells(line, Money(debit - credit)), PLAIN if line.number else DRAFT
        )
        self._debit, self._credit = debit, credit

    def end(self) -> None:
        if not self._account:
            self._pages.note(self._texts["nothing"])
            return
        self._end_account()
        both = (self._all_debit, self._all_credit)
        self._pages.sums(self._texts["total"], _three(*both), TOTAL)

    def _end_account(self) -> None:
        if not self._account:
            return
        said = self._texts["account_total"].format(number=self._account)
        self._pages.sums(said, self._sums(), SUBTOTAL)
        self._pages.carry = None
        self._all_debit += self._debit
        self._all_credit += self._credit
        self._debit = self._credit = 0

    def _sums(self) -> dict[int, str]:
        return _three(self._debit, self._credit)

    def _cells(self, line: BookLine, balance: Money) -> tuple[str, ...]:
        number = self._texts["draft"] if line.number is None else str(line.number)
        return (
            day_text(line.entry_on),
            line.journal,
            number,
            voucher(line, self._vouchers),
            line.label,
            line.party,
            line.matching,
            figures(line.debit),
            figures(line.credit),
            with_side(balance),
        )


def _three(debit: int, credit: int) -> dict[int, str]:
    return {
        _DEBIT: french_figures(Money(debit)),
        _CREDIT: french_figures(Money(credit)),
        _BALANCE: with_side(Money(debit - credit)),
    }
