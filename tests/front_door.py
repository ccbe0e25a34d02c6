"""Any file through the one door of imports: looked at, brought in twice, taken back."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from sqlmodel import SQLModel

from coopdesk.domain.bank_accounts import NewBankAccount
from coopdesk.domain.bank_statements import DayOrder
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_decisions import ImportDecisions
from coopdesk.domain.import_formats import FileKind
from coopdesk.domain.import_previews import AskKind
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature
from tests.made_once import new_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.domain.import_formats import RecognisedFile
    from coopdesk.services.registry import Services


# What remembers that something was done and taken back.
JOURNAL = frozenset({"operation", "operation_change", "file_info"})


class FrontDoor:
    """An office with one bank account, which every import leaves as it was."""

    def __init__(self, services: Services, reading: sqlite3.Connection) -> None:
        self.services = services
        self._reading = reading
        self._account = services.bank.add(NewBankAccount("Compte courant", "")).value.id
        self.imports = {
            FileKind.PAYMENTS: services.imports,
            FileKind.STATEMENT: services.bank_imports,
            FileKind.POLL: services.poll_imports,
            FileKind.CALENDAR: services.calendar_imports,
            FileKind.CONTACTS: services.contact_imports,
        }
        self.before = self.rows()

    def said(self, path: Path) -> str:
        """What becomes of a file: kind, format and verdicts, or why it is refused.

        Brings it in, sees that it brings nothing the second time, and takes it back whole.
        """
        try:
            found = self.services.file_kinds.recognise(path)
        except RuleError as refused:
            return refused.code
        name = f"{found.kind.value} {found.file_format.value if found.file_format else '?'}"
        try:
            is_books = found.kind is FileKind.ENTRIES
            counts = self._entries(path) if is_books else self._rows_of(path, found)
        except RuleError as refused:
            counts = refused.code
        assert self.rows() == self.before, path.name
        return f"{name}: {counts}"

    def _rows_of(self, path: Path, found: RecognisedFile) -> str:
        imports = self.imports[found.kind]
        told = [self.answers(path)] if found.kind is FileKind.STATEMENT else []
        preview = imports.preview(path, *told)
        counts = {one: sum(x.verdict is one for x in preview.lines) for one in RowVerdict}
        run = imports.apply(path, *told).value
        if run is not None:
            assert (run.new, run.doubtful, run.refused) == (
                counts[RowVerdict.NEW],
                counts[RowVerdict.DOUBTFUL],
                counts[RowVerdict.REFUSED],
            )
            first = self.rows()
            assert imports.apply(path, *told).value is None, path.name
            assert self.rows() == first, "the second time brings nothing"
            self.services.imports.undo(run.id)
        told = [f"{count} {one.value}" for one, count in counts.items() if count]
        return " ".join(told) or "nothing"

    def _entries(self, path: Path) -> str:
        planned = len(self.services.entry_imports.preview(path).entries)
        done = self.services.entry_imports.apply(path).value
        assert done.entries == planned
        if done.entries:
            assert self.services.entry_imports.apply(path).value.entries == 0, path.name
            self.services.operations.undo()
        return f"{planned} entries"

    def answers(self, path: Path) -> ImportDecisions:
        """What a person would say to the questions of a statement."""
        asks = self.services.bank_imports.preview(path).asks
        columns = [dict(one.columns) for one in asks if one.kind is AskKind.COLUMNS]
        order = [DayOrder.DAY_FIRST for one in asks if one.kind is AskKind.DAY_ORDER]
        accounts = {x.key: self._account for x in asks if x.kind is AskKind.BANK_ACCOUNT}
        return ImportDecisions(
            bank_accounts=accounts,
            columns=columns[0] if columns else None,
            day_order=order[0] if order else None,
        )

    def rows(self) -> list[list[tuple[object, ...]]]:
        """Everything that the file holds but its journal."""
        tables = [name for name in SQLModel.metadata.tables if name not in JOURNAL]
        return [self._reading.execute(f'SELECT * FROM "{x}"').fetchall() for x in tables]


@contextmanager
def front_door(path: Path) -> Iterator[FrontDoor]:
    """Open an empty office on a file of its own."""
    services = open_database(new_file(path), signature("Camille", Origin.WINDOW))
    with closing(sqlite3.connect(path)) as reading:
        yield FrontDoor(services, reading)
    services.database.close()
