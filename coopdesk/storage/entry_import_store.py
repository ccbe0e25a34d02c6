"""Read what an import of entries rests on: what the books have, and who is called what."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import select

from coopdesk.domain.entries import EntryKind
from coopdesk.domain.entry_import_planning import KnownEntry, signature_of
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    ContactRow,
    EntryLineRow,
    EntryRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import Connection

_account = table_of(AccountRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_line = table_of(EntryLineRow)

_BATCH = 2_000
_IN_USE = ("active", "archived")


class EntryImportStore:
    """What is known before an import, in one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entries(self, fiscal_year_ids: Collection[int]) -> Iterator[KnownEntry]:
        """Yield the entries of some years, drafts included, each with what it moves."""
        query = (
            select(
                _entry.c.id,
                _entry.c.fiscal_year_id,
                _entry.c.outside_ref,
                _entry.c.source_digest,
                _entry.c.entry_on,
                _entry.c.kind,
                _account.c.number,
                _line.c.debit_cents - _line.c.credit_cents,
            )
            .select_from(_entry)
            .join(_line, _line.c.entry_id == _entry.c.id)
            .join(_account, _account.c.id == _line.c.account_id)
            .where(_entry.c.fiscal_year_id.in_(fiscal_year_ids))
            .order_by(_entry.c.id)
            .execution_options(yield_per=_BATCH)
        )
        rows = self._connection.execute(query)
        for _key, lines in groupby(rows, key=lambda row: row[0]):
            found = list(lines)
            first = found[0]
            yield KnownEntry(
                first[1],
                first[2],
                first[3],
                signature_of(first[4], ((row[6], row[7]) for row in found)),
                first[5] == EntryKind.OPENING.value,
            )

    def contacts(self) -> list[tuple[int, str]]:
        """Return the id and the name of each contact in use."""
        query = select(_contact.c.id, _contact.c.name).where(_contact.c.state.in_(_IN_USE))
        return [(row[0], row[1]) for row in self._connection.execute(query)]

    def line_ids(self, entry_ids: Sequence[int]) -> dict[int, list[int]]:
        """Return the lines of entries, in their order."""
        found: dict[int, list[int]] = {}
        for start in range(0, len(entry_ids), _BATCH):
            query = (
                select(_line.c.entry_id, _line.c.id)
                .where(_line.c.entry_id.in_(entry_ids[start : start + _BATCH]))
                .order_by(_line.c.entry_id, _line.c.position)
            )
            for entry_id, line_id in self._connection.execute(query):
                found.setdefault(entry_id, []).append(line_id)
        return found
