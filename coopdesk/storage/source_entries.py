"""Entries made from grants, funds and fixed assets, and what rests on entries."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from coopdesk.domain.entries import EntryKind, EntryState
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    EntryRow,
    FundMovementRow,
    KindContributionRow,
    VolunteerTimeRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection

    from coopdesk.storage.recorder import Recorder

_entry = table_of(EntryRow)
_reversing = _entry.alias("reversing")
_movement = table_of(FundMovementRow)
# What is no longer in the books when its entry goes.
_BOOKED = tuple(table_of(row) for row in (VolunteerTimeRow, KindContributionRow))


class SourceKind(enum.Enum):
    """What entries of the inventory are made from."""

    ASSET = "fixed_asset_id"
    GRANT = "grant_award_id"
    FUND = "dedicated_fund_id"


class SourceEntry(NamedTuple):
    """An entry that stands; ``role`` says which one of its source it is."""

    id: int
    fiscal_year_id: int
    is_validated: bool
    role: str
    amount: Money
    entry_on: dt.date


class SourceEntries:
    """What the books have of grants, funds and fixed assets."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(
        self, kind: SourceKind, source_id: int | None = None, year_id: int | None = None
    ) -> dict[int, list[SourceEntry]]:
        """Return the entries of a kind of source by its id; those reversed are left out."""
        column = _entry.c[kind.value]
        query = (
            select(_entry, column.label("source_id"))
            .outerjoin(_reversing, _reversing.c.reverses_id == _entry.c.id)
            .where(
                column.is_not(None),
                _reversing.c.id.is_(None),
                _entry.c.kind != EntryKind.REVERSAL.value,
            )
            .order_by(_entry.c.entry_on, _entry.c.id)
        )
        if source_id is not None:
            query = query.where(column == source_id)
        if year_id is not None:
            query = query.where(_entry.c.fiscal_year_id == year_id)
        found: dict[int, list[SourceEntry]] = {}
        for row in self._connection.execute(query):
            one = SourceEntry(
                id=row.id,
                fiscal_year_id=row.fiscal_year_id,
                is_validated=row.state == EntryState.VALIDATED.value,
                role=row.source_digest,
                amount=Money(row.amount_cents),
                entry_on=row.entry_on,
            )
            found.setdefault(row.source_id, []).append(one)
        return found

    def names(self, kind: SourceKind, source_id: int) -> bool:
        """Tell whether any entry, reversed ones too, was made from something."""
        query = select(_entry.c.id).where(_entry.c[kind.value] == source_id).limit(1)
        return self._connection.execute(query).first() is not None

    def to_reverse(self, year_id: int) -> list[int]:
        """Return the ids of the entries of a year that the next opening reverses, by day."""
        query = (
            select(_entry.c.id)
            .outerjoin(_reversing, _reversing.c.reverses_id == _entry.c.id)
            .where(
                _entry.c.fiscal_year_id == year_id,
                _entry.c.reverses_next.is_(True),
                _entry.c.state == EntryState.VALIDATED.value,
                _reversing.c.id.is_(None),
            )
            .order_by(_entry.c.entry_on, _entry.c.id)
        )
        return list(self._connection.execute(query).scalars())


def standing(entry_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Return whether an entry is named and was not reversed."""
    reversal = select(_reversing.c.id).where(_reversing.c.reverses_id == entry_id)
    return entry_id.is_not(None) & ~reversal.correlate_except(_reversing).exists()


def let_go(connection: Connection, recorder: Recorder, entry_ids: Sequence[int]) -> None:
    """Take entries that are about to be removed off what they booked.

    Time and contributions are to be booked again; movements of funds go with their entries.
    """
    for table in _BOOKED:
        query = select(table.c.id).where(table.c.entry_id.in_(entry_ids))
        ids = list(connection.execute(query).scalars())
        recorder.update_many(table, {key: {"entry_id": None} for key in ids})
    query = select(_movement.c.id).where(_movement.c.entry_id.in_(entry_ids))
    recorder.delete_many(_movement, list(connection.execute(query).scalars()))
