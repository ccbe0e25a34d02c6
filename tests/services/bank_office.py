"""What tests of banks build from: statements in memory, on invented accounts."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from coopdesk.domain.bank_accounts import NOBODY, NewBankAccount, account_identity
from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.bank_statements import ReadBankFile, ReadLine, ReadStatement
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.money import Money
from coopdesk.services.bank import BankService
from coopdesk.services.bank_imports import BankImportService
from coopdesk.services.imports import ImportService
from tests.building import today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Preview
    from coopdesk.storage.unit_of_work import Units

IBAN = "FR1420041010050500013M02606"
OURS = account_identity(IBAN)


def line(
    number: int, day: int, cents: int, label: str = "PRLV FREE", **more: object
) -> ReadLine:
    """A line of a statement of January 2026 (or of the month ``month``)."""
    on = dt.date(2026, int(more.pop("month", 1)), day)
    return ReadLine(number, {"Libellé": label}, on, Money(cents), label, **more)


def statement(lines: Sequence[ReadLine], **more: object) -> ReadStatement:
    """A statement of our account; balances are given in cents."""
    for name in ("opening", "closing"):
        if more.get(name) is not None:
            more[name] = Money(int(more[name]))
    return ReadStatement(tuple(lines), **{"identity": OURS} | more)


def bank_file(
    *statements: ReadStatement, file_format: FileFormat = FileFormat.OFX, **more: object
) -> ReadBankFile:
    """A bank file as read."""
    name = f"releve.{file_format.value}"
    digest = hashlib.sha256(repr(statements).encode()).hexdigest()
    return ReadBankFile(name, digest, file_format, statements, **more)


def nameless(lines: Sequence[ReadLine], **more: object) -> ReadBankFile:
    """A table of a bank, which names no account."""
    one = statement(lines, identity=NOBODY, **more)
    return bank_file(one, file_format=FileFormat.CREDIT_MUTUEL, header_key="date|libelle")


class Bank:
    """The services of banks over one file."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.service = BankService(units, today)
        self.imports = BankImportService(units, today)
        self.runs = ImportService(units, today)

    def account(self, name: str = "Compte courant", iban: str = IBAN, number: str = "") -> int:
        """Add a bank account and return its id."""
        return self.service.add(NewBankAccount(name, number, iban)).value.id

    def bring(
        self, file: ReadBankFile, decisions: ImportDecisions = NO_IMPORT_DECISIONS
    ) -> ImportSummary | None:
        """Import a file that is read already."""
        return self.imports.apply_file(file, {}, decisions).value

    def look(
        self, file: ReadBankFile, decisions: ImportDecisions = NO_IMPORT_DECISIONS
    ) -> Preview:
        """Preview a file that is read already."""
        return self.imports.preview_file(file, {}, decisions)

    def labels(self, **wanted: object) -> list[tuple[str, int]]:
        """Return label and cents of the recorded lines, oldest first."""
        ids = self.service.ids(StatementFilter(**{"descending": False} | wanted))
        return [(row.label, row.amount.cents) for row in self.service.lines(ids)]
