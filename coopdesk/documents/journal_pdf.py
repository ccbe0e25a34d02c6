"""Print the journal: every entry in time, totals of each month carried from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.book_heads import book_head, figures, voucher
from coopdesk.documents.book_pages import DRAFT, PLAIN, SUBTOTAL, TOTAL, BookColumn, BookPages
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.money import Money
from coopdesk.wording.formats import day_text, french_figures, month_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from coopdesk.documents.book_pages import Look
    from coopdesk.domain.book_papers import BookLine, BookPaper

_WIDTHS = {
    "number": 50.0,
    "day": 60.0,
    "code": 26.0,
    "voucher": 62.0,
    "account": 46.0,
    "account_label": 128.0,
    "label": 0.0,
    "debit": 66.0,
    "credit": 66.0,
}
_DEBIT, _CREDIT = 7, 8
_OF_THE_ENTRY = 4


def draw_journal(paper: BookPaper, lines: Iterable[BookLine]) -> bytes:
    """Return the journal as a PDF in landscape.

    ``lines`` come by day and by entry, and are forgotten once printed: there may be any
    number of them. What making them raises goes through.
    """
    texts = paper_texts("books", "journal")
    pages = BookPages(paper.house, book_head(paper, texts["title"]))
    pages.table(
        [
            BookColumn(texts[name], width, right=name in {"debit", "credit"})
            for name, width in _WIDTHS.items()
        ]
    )
    journal = _Journal(pages, texts)
    for line in lines:
        journal.add(line)
    journal.end()
    return pages.finished()


class _Journal:
    """The entries so far, and their sums."""

    def __init__(self, pages: BookPages, texts: Mapping[str, str]) -> None:
        self._pages, self._texts = pages, texts
        self._entry_id, self._month, self._label = 0, "", ""
        self._rows: list[tuple[tuple[str, ...], Look]] = []
        self._debit = self._credit = 0
        self._sums, self._month_sums = [0, 0], [0, 0]
        pages.carry = lambda: _two(self._sums)

    def add(self, line: BookLine) -> None:
        is_first = line.entry_id != self._entry_id
        if is_first:
            self._end_entry()
            self._begin_month(line.entry_on)
        said = f"{line.label} — {line.party}" if line.party else line.label
        look = PLAIN if line.number is not None else DRAFT
        # What the first line of an entry says is not said again below it.
        label = said if is_first or said != self._label else ""
        cells = _cells(line, self._texts, label, is_first=is_first)
        self._rows.append((cells, look._replace(ruled=is_first)))
        self._entry_id = line.entry_id
        self._label = said if is_first else self._label
        self._debit += line.debit.cents
        self._credit += line.credit.cents

    def end(self) -> None:
        if not self._entry_id:
            self._pages.note(self._texts["nothing"])
            return
        self._end_entry()
        self._end_month()
        self._pages.carry = None
        self._pages.sums(self._texts["total"], _two(self._sums), TOTAL)

    def _end_entry(self) -> None:
        """Write the entry that is whole now: what is carried over stays balanced."""
        self._pages.together(self._rows)
        for sums in (self._sums, self._month_sums):
            sums[0] += self._debit
            sums[1] += self._credit
        self._rows, self._debit, self._credit = [], 0, 0

    def _begin_month(self, day: dt.date) -> None:
        said = month_text(day, "fr")
        if said != self._month:
            self._end_month()
            self._month = said

    def _end_month(self) -> None:
        if self._month:
            said = self._texts["month"].format(month=self._month)
            self._pages.sums(said, _two(self._month_sums), SUBTOTAL)
        self._month_sums = [0, 0]


def _two(sums: list[int]) -> dict[int, str]:
    return {
        _DEBIT: french_figures(Money(sums[0])),
        _CREDIT: french_figures(Money(sums[1])),
    }


def _cells(
    line: BookLine, texts: Mapping[str, str], label: str, *, is_first: bool
) -> tuple[str, ...]:
    of_entry = ("",) * _OF_THE_ENTRY
    if is_first:
        number = texts["draft"] if line.number is None else str(line.number)
        of_entry = (number, day_text(line.entry_on), line.journal, voucher(line, texts))
    return (
        *of_entry,
        line.account,
        line.account_label,
        label,
        figures(line.debit),
        figures(line.credit),
    )
