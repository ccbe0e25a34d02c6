"""What is dated of a contact itself: letters, notes, consents, departures, shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.contact_details import ConsentPurpose
from coopdesk.domain.members import DepartureReason
from coopdesk.domain.money import Money
from coopdesk.domain.shares import ShareMove
from coopdesk.domain.timeline import EntryKind, TimelineEntry
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ConsentRow,
    ContactNoteRow,
    DepartureRow,
    LetterRow,
    ShareMovementRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Column, Row, Select

_consent = table_of(ConsentRow)
_departure = table_of(DepartureRow)
_letter = table_of(LetterRow)
_note = table_of(ContactNoteRow)
_share = table_of(ShareMovementRow)


def _dated(column: Column[Any], day: Column[Any]) -> Callable[[Sequence[int]], Select[Any]]:
    """Return what selects the rows of a table that belong to contacts, newest first."""

    def rows(ids: Sequence[int]) -> Select[Any]:
        table = column.table
        return select(table).where(column.in_(ids)).order_by(day.desc(), table.c.id.desc())

    return rows


def letter_entry(row: Row[Any]) -> TimelineEntry:
    """Return a letter as the time-line tells it."""
    values = {"kind": row.kind, "channel": row.channel, "subject": row.subject}
    return TimelineEntry(EntryKind.LETTER, row.made_on, values)


def note_entry(row: Row[Any]) -> TimelineEntry:
    """Return a dated note as the time-line tells it."""
    values = {"text": row.text, "author": row.author}
    return TimelineEntry(EntryKind.NOTE, row.noted_on, values, record_id=row.id)


def consent_entry(row: Row[Any]) -> TimelineEntry:
    """Return a consent as the time-line tells it."""
    values = {
        "purpose": ConsentPurpose(row.purpose),
        "given": bool(row.given),
        "source": row.source,
    }
    return TimelineEntry(EntryKind.CONSENT, row.decided_on, values, record_id=row.id)


def departure_entry(row: Row[Any]) -> TimelineEntry:
    """Return a departure as the time-line tells it."""
    values = {"reason": DepartureReason(row.reason), "note": row.note}
    return TimelineEntry(EntryKind.DEPARTURE, row.left_on, values)


def share_entry(row: Row[Any]) -> TimelineEntry:
    """Return a movement of shares as the time-line tells it."""
    values = {"move": ShareMove(row.kind), "shares": row.shares, "number": row.number}
    amount = Money(row.shares * row.nominal_cents)
    return TimelineEntry(EntryKind.SHARES, row.moved_on, values, amount)


letters = _dated(_letter.c.contact_id, _letter.c.made_on)
notes = _dated(_note.c.contact_id, _note.c.noted_on)
consents = _dated(_consent.c.contact_id, _consent.c.decided_on)
departures = _dated(_departure.c.contact_id, _departure.c.left_on)
shares = _dated(_share.c.contact_id, _share.c.moved_on)
