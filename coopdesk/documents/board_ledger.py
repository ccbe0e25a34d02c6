"""The general ledger of the board's workbook: the lines of the journal account by account."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.workbook import Column, Formula, Link, reference
from coopdesk.documents.workbook_rows import (
    RowFile,
    cell_text,
    euros,
    number_text,
    row_xml,
    text_cell,
)
from coopdesk.documents.workbook_styles import Look, Reference
from coopdesk.domain.money import Money
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.documents.board_journal import JournalSums
    from coopdesk.documents.board_places import Board
    from coopdesk.domain.board_accounts import BoardLine

_KEPT = 64


def ledger_columns() -> tuple[Column, ...]:
    """Return the columns."""
    return (
        Column(_("Date"), 12, dt.date),
        Column(_("Journal"), 9),
        Column(_("No."), 10, Reference),
        Column(_("Voucher reference"), 13),
        Column(_("Label"), 44),
        Column(_("Third party"), 31),
        Column(_("Matching"), 9),
        Column(_("Debit"), 16, Money),
        Column(_("Credit"), 16, Money),
        Column(_("Balance"), 17, Money),
    )


@dataclass
class _Account:
    """An account while its lines come: the row of the next one, and the running balance."""

    row: int
    balance: int = 0
    debit: int = 0
    credit: int = 0
    waiting: list[str] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)


class LedgerPage:
    """Takes lines in the order of the journal, and writes them account by account.

    Amounts are formulas that look at the journal, so that a change there shows here too.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._sheet = board.sheets[board.names.ledger]
        self._found = {number: _Account(row + 1) for number, row in board.ledger_rows.items()}
        self._file = RowFile()
        self._journal = reference(board.names.journal, "")
        sheet = self._sheet
        self._day = sheet.style(Look.BODY, dt.date)
        self._number = sheet.style(Look.BODY, Reference)
        self._money = sheet.style(Look.BODY, Money)
        self._text = sheet.style(Look.BODY, str)

    def add(self, line: BoardLine, journal_row: int) -> None:
        """Keep a line; raises KeyError of an account that was not announced."""
        found = self._found[line.account]
        row, debit, credit = found.row, line.debit.cents, line.credit.cents
        found.debit += debit
        found.credit += credit
        before = f"J{row - 1}+" if row > self._board.ledger_rows[line.account] + 1 else ""
        found.balance += debit - credit
        found.row += 1
        money, journal = self._money, self._journal
        cells = (
            f'<c r="A{row}" s="{self._day}"><v>{number_text(line.entry_on)}</v></c>'
            f"{self._said(f'B{row}', line.journal)}{self._numbered(row, line)}"
            f"{self._said(f'D{row}', line.voucher_ref)}{self._said(f'E{row}', line.label)}"
            f"{self._said(f'F{row}', line.contact)}{self._said(f'G{row}', line.matching)}"
            f'<c r="H{row}" s="{money}"><f>{journal}H{journal_row}</f>'
            f'<v>{euros(debit)}</v></c><c r="I{row}" s="{money}">'
            f"<f>{journal}I{journal_row}</f><v>{euros(credit)}</v></c>"
            f'<c r="J{row}" s="{money}"><f>{before}H{row}-I{row}</f>'
            f"<v>{euros(found.balance)}</v></c>"
        )
        found.waiting.append(row_xml(row, cells, ' outlineLevel="1"'))
        if len(found.waiting) >= _KEPT:
            found.parts.append(self._file.keep("".join(found.waiting)))
            found.waiting.clear()

    def write(self, sums: JournalSums) -> None:
        """Write the sheet, once every line has come."""
        board, sheet = self._board, self._sheet
        sheet.freeze(at.HEAD_ROW)
        sheet.fold_above()
        sheet.heading(_("General ledger"), board.subtitle)
        last = max(at.FIRST_ROW, self._last_row())
        debit = Formula(f"SUBTOTAL(9,{at.LEDGER_DEBIT})", Money(sums.all_debit))
        credit = Formula(f"SUBTOTAL(9,{at.LEDGER_CREDIT})", Money(sums.all_credit))
        back = Link(_("Back to the summary"), board.names.summary)
        head = [_("Total"), *[None] * 3, back, None, None, debit, credit]
        sheet.write(Look.SUBTITLE, head)
        sheet.head()
        labels = {row.number: row.label for row in board.accounts.balance.rows}
        for number, found in self._found.items():
            self._write_account(number, f"{number} — {labels[number]}", found)
        while sheet.row < last:
            sheet.write(Look.BODY, [])
        board.book.define(at.LEDGER_DEBIT, sheet.name, f"H{at.FIRST_ROW}:H{last}")
        board.book.define(at.LEDGER_CREDIT, sheet.name, f"I{at.FIRST_ROW}:I{last}")
        sheet.repeat(at.HEAD_ROW)
        sheet.print_area(last)
        self._file.close()

    def close(self) -> None:
        """Remove what stands on the disk."""
        self._file.close()

    def _write_account(self, number: str, title: str, found: _Account) -> None:
        sheet, first = self._sheet, self._board.ledger_rows[number]
        if found.row != first + 1 + self._board.accounts.lines.counts[number]:
            raise ValueError("an account has other lines than were announced")
        place = f"A{self._board.balance_rows[number]}"
        titles = [Link(title, self._board.names.balance, place), *[None] * 9]
        sheet.write(Look.SECTION, titles)
        for start, size in found.parts:
            sheet.append_xml(self._file.kept(start, size), 0)
        sheet.append_xml("".join(found.waiting), found.row - first - 1)
        last = found.row - 1
        sheet.write(
            Look.TOTAL,
            [
                _("Total {account}").format(account=number),
                *[None] * 6,
                Formula(f"SUBTOTAL(9,H{first + 1}:H{last})", Money(found.debit)),
                Formula(f"SUBTOTAL(9,I{first + 1}:I{last})", Money(found.credit)),
                Formula(f"H{last + 1}-I{last + 1}", Money(found.debit - found.credit)),
            ],
        )
        sheet.write(Look.BODY, [])

    def _last_row(self) -> int:
        return max((found.row + 1 for found in self._found.values()), default=at.FIRST_ROW)

    def _said(self, place: str, text: str) -> str:
        return text_cell(place, self._sheet.text_style(text), cell_text(text)) if text else ""

    def _numbered(self, row: int, line: BoardLine) -> str:
        if line.number is None:
            return text_cell(f"C{row}", 0, at.DRAFT_MARK)
        return f'<c r="C{row}" s="{self._number}"><v>{line.number}</v></c>'
