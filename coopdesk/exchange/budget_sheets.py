"""Reads a budget from a sheet: a line for each account, amounts of the year or of months."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.budget_imports import BudgetSheet, SheetLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.text import clean_line, fold
from coopdesk.exchange.account_sheets import ACCOUNT_NUMBER, is_total_row, named_columns
from coopdesk.exchange.cell_values import parse_cell_amount
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.plain_table import read_plain_table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from coopdesk.exchange.plain_table import PlainTable

_FIELDS = {
    "account": ("compte", "numero", "numero de compte", "n compte", "account", "no compte"),
    "label": ("libelle", "intitule", "poste", "label", "designation"),
    "activity": ("axe", "activite", "code activite", "projet", "activity", "analytique"),
    "amount": ("montant", "budget", "prevu", "prevision", "total", "annuel", "amount"),
    "month": ("mois", "periode", "month"),
}
_MONTHS = (
    ("janvier", "janv", "jan", "january"),
    ("fevrier", "fevr", "fev", "february"),
    ("mars", "mar", "march"),
    ("avril", "avr", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "juil", "july"),
    ("aout", "august"),
    ("septembre", "sept", "sep", "september"),
    ("octobre", "oct", "october"),
    ("novembre", "nov", "november"),
    ("decembre", "dec", "december"),
)
_NUMBERED = re.compile(r"(\d{4}) (\d{1,2})|(\d{1,2}) (\d{4})|(\d{4}) (\d{1,2}) \d{1,2}.*")
_DATED = re.compile(r"\d{1,2} (\d{1,2}) (\d{4})(?: .*)?")


def read_budget(path: Path) -> BudgetSheet:
    """Read the lines of a budget and what cannot be read, by line and column.

    Raises:
        RuleError: ``file.…`` why the file holds no table, ``budget.no_account_column``,
            ``budget.no_amount_column``. ExternalError: ``file.…``, it cannot be read.
    """
    content = read_content(path)
    table = read_plain_table(content, _score)
    columns = _columns(table.names)
    if "account" not in columns:
        raise RuleError("budget.no_account_column", columns=", ".join(table.names[:12]))
    months = _month_columns(table.names)
    if "amount" not in columns and not months:
        raise RuleError("budget.no_amount_column", columns=", ".join(table.names[:12]))
    reader = _Reader(table, columns, months)
    lines = tuple(one for line, cells in table.rows for one in reader.read(line, cells))
    return BudgetSheet(content.name, lines, (*table.warnings, *reader.problems))


class _Reader:
    """Reads rows one by one and keeps what is wrong with them."""

    def __init__(
        self, table: PlainTable, columns: dict[str, int], months: dict[int, str]
    ) -> None:
        self._names = table.names
        self._columns = columns
        self._months = months
        self.problems: list[Problem] = []

    def read(self, line: int, cells: Sequence[str]) -> Iterator[SheetLine]:
        """Yield what a row plans; nothing for titles and totals without an account."""
        written = self._cell(cells, "account")
        account = ACCOUNT_NUMBER.match(written)
        amounts = self._amounts(line, cells)
        if account is None:
            if amounts and not is_total_row(cells):
                name = self._names[self._columns["account"]]
                self.problems.append(
                    Problem(
                        line,
                        "budget.row_without_account",
                        name,
                        values={"text": written[:40]},
                    )
                )
            return
        label = clean_line(self._cell(cells, "label")) or written[account.end() :]
        activity = clean_line(self._cell(cells, "activity"))
        for at, amount in amounts.items():
            month = self._months.get(at) or clean_line(self._cell(cells, "month"))
            yield SheetLine(
                line=line,
                column=self._names[at],
                account=account[1].upper(),
                amount=amount,
                label=clean_line(label).strip(" -–:"),
                activity=activity,
                month=month,
            )

    def _amounts(self, line: int, cells: Sequence[str]) -> dict[int, Money]:
        """Return the amounts of a row by column: those of months, else that of the year."""
        months = {at: self._amount(line, cells, at) for at in self._months}
        found = {at: amount for at, amount in months.items() if amount}
        at = self._columns.get("amount")
        if at is None:
            return found
        whole = self._amount(line, cells, at)
        if not found:
            return {at: whole} if whole else {}
        shared = total(found.values())
        if whole and whole != shared:
            problem = Problem(
                line,
                "budget.months_differ",
                self._names[at],
                values={"whole": whole, "shared": shared},
            )
            self.problems.append(problem)
        return found

    def _amount(self, line: int, cells: Sequence[str], at: int) -> Money:
        text = cells[at] if at < len(cells) else ""
        try:
            return parse_cell_amount(text, frozenset({"-"}))
        except RuleError as error:
            values = {name: x for name, x in error.values.items() if name != "field"}
            self.problems.append(Problem(line, error.code, self._names[at], values))
            return ZERO

    def _cell(self, cells: Sequence[str], field: str) -> str:
        at = self._columns.get(field)
        return "" if at is None or at >= len(cells) else cells[at]


def month_of(text: str, months: Sequence[dt.date]) -> dt.date | None:
    """Return the month of a fiscal year that a text names, None for none of them.

    Reads ``mars``, ``mars 2026``, ``03/2026``, ``2026-03``, ``2026-03-01`` and ``01/03/2026``.
    """
    folded = fold(text)
    numbered = _NUMBERED.fullmatch(folded)
    dated = _DATED.fullmatch(folded)
    if dated:
        wanted = (int(dated[2]), int(dated[1]))
    elif numbered:
        year = numbered[1] or numbered[4] or numbered[5]
        wanted = (int(year), int(numbered[2] or numbered[3] or numbered[6]))
    else:
        name, _space, year = folded.partition(" ")
        rank = _month_rank(name)
        found = [one for one in months if one.month == rank]
        if year:
            found = [one for one in found if str(one.year).endswith(year)]
        return found[0] if len(found) == 1 else None
    return next((one for one in months if (one.year, one.month) == wanted), None)


def _month_rank(name: str) -> int:
    return next((rank for rank, names in enumerate(_MONTHS, 1) if name in names), 0)


def _columns(names: Sequence[str]) -> dict[str, int]:
    found = named_columns(names, _FIELDS)
    if "amount" not in found:
        starting = [
            at for at, name in enumerate(names) if fold(name).startswith(("budget", "montant"))
        ]
        if starting:
            found["amount"] = starting[0]
    return found


def _month_columns(names: Sequence[str]) -> dict[int, str]:
    """Return the columns that are months, with their names."""
    found = {}
    for at, name in enumerate(names):
        folded = fold(name)
        begin = folded.partition(" ")[0]
        if _month_rank(begin) or _NUMBERED.fullmatch(folded) or _DATED.fullmatch(folded):
            found[at] = name
    return found if len(found) > 1 else {}


def _score(cells: Sequence[str]) -> int:
    return len(_columns(cells)) + len(_month_columns(cells))
