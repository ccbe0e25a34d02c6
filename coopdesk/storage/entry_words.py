"""Read what validated entries say for ever, for the chain: as it grows and as it is checked.

Nothing in the row of a validated entry may change, so all of it is said but ids and places, the
search key and the link itself; of its lines what the legal books hold (not third party,
activity, matching and reconciling).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import select

from coopdesk.domain.entry_chain import (
    SaidEntry,
    SaidLine,
    commitment,
    entry_hash,
    entry_words,
)
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import AccountRow, EntryLineRow, EntryRow, JournalRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Row, Select

_account = table_of(AccountRow)
_entry = table_of(EntryRow)
_journal = table_of(JournalRow)
_line = table_of(EntryLineRow)

LinesOf: TypeAlias = "dict[int, list[SaidLine]]"

# Named one by one: a column of a later schema is no part of what was validated before it.
_SAID = (
    "amount_cents",
    "dedicated_fund_id",
    "donation_id",
    "expense_sheet_id",
    "fixed_asset_id",
    "form",
    "grant_award_id",
    "kind",
    "label",
    "note",
    "outside_ref",
    "payment_id",
    "reverses_id",
    "reverses_next",
    "source_digest",
    "voucher_ref",
)
# Entries read in one step: memory stays flat in years of any size.
_STEP = 2_000


def entries_said() -> Select[Any]:
    """Return the select of entries with all that ``words_of`` reads."""
    return select(_entry, _journal.c.code).join(_journal, _journal.c.id == _entry.c.journal_id)


def lines_said(connection: Connection, ids: Select[Any] | Sequence[int]) -> LinesOf:
    """Return the lines of entries as the books hold them, by entry, in order."""
    query = (
        select(
            _line.c.entry_id,
            _account.c.number,
            _line.c.label,
            _line.c.reference,
            _line.c.debit_cents,
            _line.c.credit_cents,
        )
        .join(_account, _account.c.id == _line.c.account_id)
        .where(_line.c.entry_id.in_(ids))
        .order_by(_line.c.entry_id, _line.c.position, _line.c.id)
    )
    lines = connection.execute(query)
    return {
        key: [SaidLine(*row[1:]) for row in group]
        for key, group in groupby(lines, lambda row: row.entry_id)
    }


def words_of(row: Row[Any], lines: Sequence[SaidLine], validated_at: dt.datetime) -> str:
    """Return what an entry says as text, from its columns and its lines."""
    values = row._mapping  # noqa: SLF001 (the public way to columns by name)
    return entry_words(
        SaidEntry(
            journal=row.code,
            entry_on=row.entry_on,
            voucher_on=row.voucher_on,
            validated_at=validated_at,
            values={name: values[name] for name in _SAID},
            lines=lines,
        )
    )


def link_hash(starts_on: dt.date, row: Row[Any], lines: Sequence[SaidLine]) -> str:
    """Return the hash that the link of a validated entry must have after the one before."""
    words = commitment(row.salt, words_of(row, lines, row.validated_at))
    return entry_hash(starts_on, row.number, row.previous_hash, words)


def validated_in(
    connection: Connection, year_id: int
) -> Iterator[tuple[Row[Any], Sequence[SaidLine]]]:
    """Yield the validated entries of a year with their lines, in order of their numbers."""
    start: int | None = None
    while True:
        query = entries_said().where(
            _entry.c.fiscal_year_id == year_id, _entry.c.number.is_not(None)
        )
        if start is not None:
            query = query.where(_entry.c.number > start)
        rows = connection.execute(query.order_by(_entry.c.number).limit(_STEP)).all()
        if not rows:
            return
        ids = query.with_only_columns(_entry.c.id).order_by(_entry.c.number).limit(_STEP)
        lines = lines_said(connection, ids)
        for row in rows:
            yield row, lines.get(row.id, ())
        start = rows[-1].number
