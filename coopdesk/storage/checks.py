"""Check a database: the file, its references, its cents, its receipts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlmodel import SQLModel

from coopdesk.domain.checks import CheckReport, Finding
from coopdesk.domain.money import Money
from coopdesk.domain.receipt_snapshots import chain_hash, commitment, snapshot_from_json
from coopdesk.storage import triggers
from coopdesk.storage.database import SCHEMA_VERSION
from coopdesk.storage.receipt_store import ReceiptStore
from coopdesk.storage.recorder import Recorder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Row


def check(connection: Connection, advance: Callable[[int, int], None]) -> CheckReport:
    """Look at everything, report everything, change nothing.

    ``advance`` is told (done, total) in receipts; it may raise to stop.
    """
    figures = {"schema_version": SCHEMA_VERSION, **row_counts(connection)}
    findings = (
        *_integrity(connection),
        *_references(connection),
        *_objects(connection),
        *_cents(connection),
        *_sums(connection),
        *_receipts(connection, figures["tax_receipt"], advance),
    )
    return CheckReport(findings, figures)


def row_counts(connection: Connection) -> dict[str, int]:
    """Return how many rows each of our tables has."""
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in SQLModel.metadata.sorted_tables
    }


def _integrity(connection: Connection) -> Iterator[Finding]:
    for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if line != "ok":
            yield Finding("check.integrity", {"detail": line})


def _references(connection: Connection) -> Iterator[Finding]:
    for table, row, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("check.broken_reference", {"table": table, "row": row, "parent": parent})


def _objects(connection: Connection) -> Iterator[Finding]:
    """Find protections that are gone, and triggers or views that we did not make."""
    for name in triggers.missing(connection):
        yield Finding("check.trigger_missing", {"name": name})
    for kind, name in connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    ):
        if name not in triggers.TRIGGERS:
            yield Finding("check.foreign_object", {"kind": kind, "name": name})


def _cents(connection: Connection) -> Iterator[Finding]:
    for table in SQLModel.metadata.sorted_tables:
        for column in table.c:
            if column.name.endswith("_cents"):
                key = next(iter(table.primary_key))
                query = select(key).where(func.typeof(column) != "integer")
                rows = connection.execute(query)
                for row in rows.scalars():
                    yield Finding("check.not_cents", {"table": table.name, "row": row})


_PAYMENTS_THAT_DIFFER = """
SELECT p.id FROM payment p WHERE p.amount_cents <>
(SELECT coalesce(sum(l.amount_cents), 0) FROM payment_line l WHERE l.payment_id = p.id)
"""
_DONATIONS_THAT_DIFFER = """
SELECT d.id FROM donation d JOIN payment_line l ON l.id = d.payment_line_id
WHERE l.amount_cents <> d.amount_cents OR l.kind <> 'gift'
"""


def _sums(connection: Connection) -> Iterator[Finding]:
    for row in connection.exec_driver_sql(_PAYMENTS_THAT_DIFFER).scalars():
        yield Finding("check.payment_differs", {"id": row})
    for row in connection.exec_driver_sql(_DONATIONS_THAT_DIFFER).scalars():
        yield Finding("check.donation_differs", {"id": row})


def _receipts(
    connection: Connection, total: int, advance: Callable[[int, int], None]
) -> Iterator[Finding]:
    store = ReceiptStore(connection, Recorder(connection, {}))
    sums, next_numbers, previous = store.gift_sums(), dict[int, int](), ""
    for done, row in enumerate(store.all_in_order(), start=1):
        expected = next_numbers.get(row.year, 1)
        for number in range(expected, row.number):
            yield Finding("check.number_gap", {"year": row.year, "number": number})
        next_numbers[row.year] = row.number + 1
        for code in _wrong_with(row, sums.get(row.id, 0), previous):
            yield Finding(code, {"number": f"{row.year}-{row.number:04d}"})
        previous = row.hash
        advance(done, total)


def _wrong_with(row: Row[Any], gift_cents: int, previous: str) -> Iterator[str]:
    if hashlib.sha256(row.pdf).hexdigest() != row.pdf_sha256:
        yield "check.pdf_changed"
    if gift_cents != row.amount_cents:
        yield "check.receipt_differs"
    if not _same_as_snapshot(row):
        yield "check.snapshot_differs"
    words = commitment(row.salt, row.snapshot)
    amount = Money(row.amount_cents)
    link = chain_hash(previous, row.year, row.number, amount, words, row.pdf_sha256)
    if (row.previous_hash, row.hash) != (previous, link):
        yield "check.chain_broken"


def _same_as_snapshot(row: Row[Any]) -> bool:
    try:
        said = snapshot_from_json(row.snapshot)
    except (ValueError, KeyError, TypeError):
        return False
    registered = (row.year, row.number, row.amount_cents, row.issued_on)
    return (said.year, said.number, said.amount.cents, said.issued_on) == registered
