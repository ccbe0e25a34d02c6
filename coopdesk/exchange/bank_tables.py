"""Reads the statements that banks write as tables: CSV or workbook, of known banks or any."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.bank_accounts import NOBODY, AccountIdentity, account_identity
from coopdesk.domain.bank_columns import BankColumn, lacking
from coopdesk.domain.bank_statements import ReadBankFile, ReadStatement
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.exchange.bank_table_balances import balances_of
from coopdesk.exchange.bank_table_guessing import columns_by_names, guess_columns
from coopdesk.exchange.bank_table_headers import name_key
from coopdesk.exchange.bank_table_plans import choose_columns, plan_table
from coopdesk.exchange.bank_table_rows import RowReader
from coopdesk.exchange.bank_table_sheets import bank_sheets, is_cut_short
from coopdesk.exchange.bank_table_surroundings import SurroundingsReader
from coopdesk.exchange.bank_table_words import bank_table_words
from coopdesk.exchange.contact_files import header_key
from coopdesk.exchange.delimited_text import encoding_warnings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coopdesk.domain.bank_columns import KnownTable
    from coopdesk.domain.bank_statements import ReadLine
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.exchange.bank_table_plans import ChosenColumns
    from coopdesk.exchange.bank_table_rows import RowNotes, TableLine
    from coopdesk.exchange.bank_table_sheets import BankSheet
    from coopdesk.exchange.bank_table_surroundings import Surroundings
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.table_file import Row

_WITH_CENTS = re.compile(r"\d[.,]\d\d\s*$", re.ASCII)


@dataclass(slots=True)
class _Found:
    """What the sheets of a file gave, one after the other."""

    statements: list[ReadStatement] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    refused: dict[int, Mapping[str, str]] = field(default_factory=dict)
    day_samples: tuple[str, ...] = ()

    def keep_notes(self, notes: RowNotes) -> None:
        """Add what was noted of rows."""
        self.problems += notes.problems
        self.warnings += notes.warnings
        self.refused |= notes.refused


_SURELY_A_BANK = {BankColumn.BOOKED_ON, BankColumn.DEBIT, BankColumn.CREDIT}


def nothing_known(_header_key: str) -> KnownTable | None:
    """Remember no table."""
    return None


def read_bank_table(
    content: FileContent,
    decisions: ImportDecisions = NO_IMPORT_DECISIONS,
    remembered: Callable[[str], KnownTable | None] = nothing_known,
) -> ReadBankFile:
    """Read a table of operations; those that cannot be read are in ``problems``, by their line.

    A table of an unknown bank is read by what its columns are taken for, which a person must
    confirm (``asks_columns``); ``remembered`` gives what was said before by the key of its
    header. Lines of a workbook with several accounts are counted through its sheets.

    Raises:
        RuleError: ``file.…`` or ``statement.…``, why the file as a whole cannot be read.
    """
    sheets = bank_sheets(content)
    found = _Found()
    if decoding := sheets[0].decoding:
        found.warnings += encoding_warnings(decoding)
    last = 0
    for sheet in sheets:
        rows = sheet.read_all(last)
        chosen = choose_columns(sheet, rows, decisions, remembered)
        is_cut = is_cut_short(sheet, content)
        _read_sheet(found, sheet, rows, chosen, decisions, is_cut=is_cut)
        last = rows[-1][0] if rows else last
    known = sheets[0].known if chosen.is_known else None
    return ReadBankFile(
        name=content.name,
        sha256=content.sha256,
        file_format=known.layout.file_format if known else FileFormat.BANK_TABLE,
        statements=tuple(found.statements),
        problems=tuple(found.problems),
        warnings=(*found.warnings, *_file_warnings(found, chosen)),
        header_key=chosen.header_key,
        day_samples=found.day_samples,
        refused=found.refused,
        columns=chosen.told,
        column_samples=chosen.samples,
        asks_columns=chosen.is_guess,
    )


def _read_sheet(
    found: _Found,
    sheet: BankSheet,
    rows: list[Row],
    chosen: ChosenColumns,
    decisions: ImportDecisions,
    *,
    is_cut: bool,
) -> None:
    planned = plan_table(sheet.names, chosen, rows)
    found.day_samples = planned.day_samples
    if not chosen.is_enough:
        return
    around = SurroundingsReader(planned.plan.days, planned.plan.amounts)
    around.read_above(sheet.above)
    reader = RowReader(planned.plan, around, decisions.corrections)
    last = rows[-1][0] if rows and is_cut and _is_short(rows, sheet.names) else -1
    lines = [
        one
        for line, cells in rows
        if (one := reader.read(line, cells, is_cut=line == last)) is not None
    ]
    found.keep_notes(reader.notes)
    found.statements += _statements(lines, around.found)


def _is_short(rows: list[Row], names: tuple[str, ...]) -> bool:
    """Tell whether the last row has fewer cells than any other: some banks leave out many.

    A balance below the operations is whole where its cents are there.
    """
    last = rows[-1][1]
    if not last[0][:1].isdigit() and _WITH_CENTS.search(last[-1]):
        return False
    shortest = min((len(cells) for _line, cells in rows[:-1]), default=len(names))
    return len(last) < shortest


def _statements(lines: list[TableLine], around: Surroundings) -> Iterator[ReadStatement]:
    """Yield a statement for each account and currency, in the order of the file."""
    by_account: dict[tuple[AccountIdentity, str], list[ReadLine]] = {}
    for one in lines:
        identity = account_identity(one.account) if one.account else around.identity
        currency = one.currency[:3].upper() or around.currency
        by_account.setdefault((identity, currency), []).append(one.line)
    if not by_account:
        by_account[around.identity, around.currency] = []
    only = around if len(by_account) == 1 else None
    for (identity, currency), found in by_account.items():
        balances = balances_of(found, only)
        yield ReadStatement(
            lines=tuple(found),
            identity=identity if identity.number else NOBODY,
            currency=currency,
            opening=balances.opening,
            opening_on=balances.opening_on,
            closing=balances.closing,
            closing_on=balances.closing_on,
        )


def _file_warnings(found: _Found, chosen: ChosenColumns) -> Iterator[Problem]:
    is_empty = not found.problems and not any(one.lines for one in found.statements)
    if is_empty and chosen.is_enough:
        yield Problem(0, "file.no_rows")


def bank_table_format(
    content: FileContent, remembered: Callable[[str], KnownTable | None] = nothing_known
) -> FileFormat | None:
    """Return the format of a known bank's table, or of one that a person explained before.

    A table that lacks a column of a known bank is one too: reading it says which.
    """
    try:
        sheets = bank_sheets(content)
    except RuleError:
        return None
    for sheet in sheets:
        if sheet.known is not None:
            return sheet.known.layout.file_format
        if sheet.names and remembered(header_key(sheet.names)):
            return FileFormat.BANK_TABLE
    return None


def may_be_bank_table(content: FileContent, *, by_cells: bool = False) -> bool:
    """Tell whether an unknown table tells of operations, by the names of its columns.

    With ``by_cells`` what stands in them is enough: days, amounts and a text.
    """
    try:
        sheets = bank_sheets(content)
    except RuleError:
        return False
    if any(_tells_operations(sheet.names) for sheet in sheets):
        return True
    return by_cells and any(_holds_operations(sheet) for sheet in sheets)


def _holds_operations(sheet: BankSheet) -> bool:
    rows = sheet.first_rows()
    names = sheet.names or ("",) * max((len(cells) for cells in rows), default=0)
    return not lacking(set(guess_columns(names, rows)))


def _tells_operations(names: Sequence[str]) -> bool:
    if {name_key(name) for name in names} & bank_table_words().books:
        return False
    told = set(columns_by_names(names))
    # Nobody keeps debits and credits of people by the day.
    return told >= _SURELY_A_BANK or not lacking(told)
