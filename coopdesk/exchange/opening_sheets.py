"""Reads opening balances from a sheet: an account a row, debit and credit or one balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.opening_balances import OpeningLine, OpeningSheet
from coopdesk.domain.text import clean_line
from coopdesk.exchange.account_sheets import ACCOUNT_NUMBER, is_total_row, named_columns
from coopdesk.exchange.entry_cells import parse_signed_amount
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.plain_table import read_plain_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coopdesk.exchange.plain_table import PlainTable

# The most telling words first: a balance has movements beside what remains at the end.
_FIELDS = {
    "account": (
        "compte",
        "numero de compte",
        "n de compte",
        "no de compte",
        "numero compte",
        "comptenum",
        "numero",
        "account",
    ),
    "label": (
        "libelle",
        "intitule",
        "libelle du compte",
        "libelle compte",
        "comptelib",
        "nom",
        "designation",
        "label",
    ),
    "debit": ("solde debiteur", "debiteur", "solde debit", "debit", "actif"),
    "credit": ("solde crediteur", "crediteur", "solde credit", "credit", "passif"),
    "balance": ("solde", "solde final", "balance", "montant", "report"),
}


def read_openings(path: Path) -> OpeningSheet:
    """Read balances, debit less credit, and what cannot be read, by line and column.

    Raises:
        RuleError: ``file.…`` why the file holds no table, ``openings.no_account_column``,
            ``openings.no_amount_column``. ExternalError: ``file.…``, it cannot be read.
    """
    content = read_content(path)
    table = read_plain_table(content, lambda cells: len(named_columns(cells, _FIELDS)))
    columns = named_columns(table.names, _FIELDS)
    names = ", ".join(table.names[:12])
    if "account" not in columns:
        raise RuleError("openings.no_account_column", columns=names)
    if not {"debit", "credit"} <= columns.keys() and "balance" not in columns:
        raise RuleError("openings.no_amount_column", columns=names)
    reader = _Reader(table, columns)
    found = [reader.read(line, cells) for line, cells in table.rows]
    lines = tuple(one for one in found if one is not None)
    return OpeningSheet(content.name, lines, (*table.warnings, *reader.problems))


class _Reader:
    """Reads rows one by one and keeps what is wrong with them."""

    def __init__(self, table: PlainTable, columns: dict[str, int]) -> None:
        self._names = table.names
        self._columns = columns
        self.problems: list[Problem] = []

    def read(self, line: int, cells: Sequence[str]) -> OpeningLine | None:
        """Return what a row says; None for titles, totals and what cannot be read."""
        written = self._cell(cells, "account")
        signed = self._signed(line, cells)
        account = ACCOUNT_NUMBER.match(written)
        if account is None:
            if signed and not is_total_row(cells):
                name = self._names[self._columns["account"]]
                self.problems.append(
                    Problem(
                        line,
                        "openings.row_without_account",
                        name,
                        {"text": clean_line(written)[:40]},
                    )
                )
            return None
        label = self._cell(cells, "label") or written[account.end() :]
        return OpeningLine(
            line, account[1].upper(), clean_line(label).strip(" -–:"), signed or ZERO
        )

    def _signed(self, line: int, cells: Sequence[str]) -> Money | None:
        if {"debit", "credit"} <= self._columns.keys():
            debit, credit = (self._amount(line, cells, x) for x in ("debit", "credit"))
            return debit - credit
        return self._amount(line, cells, "balance")

    def _amount(self, line: int, cells: Sequence[str], field: str) -> Money:
        try:
            return parse_signed_amount(self._cell(cells, field))
        except RuleError as error:
            values = {name: x for name, x in error.values.items() if name != "field"}
            name = self._names[self._columns[field]]
            self.problems.append(Problem(line, error.code, name, values))
            return ZERO

    def _cell(self, cells: Sequence[str], field: str) -> str:
        at = self._columns.get(field)
        return "" if at is None or at >= len(cells) else cells[at]
