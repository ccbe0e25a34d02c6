"""Check a database: the file, its references, its cents, its shares, its receipts."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError
from sqlmodel import SQLModel

from coopdesk.domain.checks import CheckReport, Finding
from coopdesk.domain.money import Money
from coopdesk.domain.receipt_snapshots import (
    FORMAT,
    Link,
    chain_hash,
    commitment,
    format_of,
    snapshot_from_json,
)
from coopdesk.storage import triggers
from coopdesk.storage.columns import table_of
from coopdesk.storage.database import SCHEMA_VERSION
from coopdesk.storage.receipt_store import ReceiptStore
from coopdesk.storage.recorder import Recorder
from coopdesk.storage.sealing import seal_holds
from coopdesk.storage.share_checks import check_shares
from coopdesk.storage.tables import StoredFileRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Row

    from coopdesk.storage.receipt_store import ReceiptGift


def check(connection: Connection, advance: Callable[[int, int], None]) -> CheckReport:
    """Look at everything, report everything, change nothing.

    ``advance`` is told (done, total) in receipts; it may raise to stop.
    """
    figures = {"schema_version": SCHEMA_VERSION}
    missing = tuple(_missing_tables(connection))
    if missing:
        return CheckReport(missing, figures)
    looks: tuple[Callable[[], Iterable[Finding]], ...] = (
        lambda: _integrity(connection),
        lambda: _references(connection),
        lambda: _objects(connection),
        lambda: _cents(connection),
        lambda: _sums(connection),
        lambda: _seal(connection),
        lambda: _images(connection),
        lambda: check_shares(connection),
        lambda: _receipts(connection, advance),
    )
    findings: list[Finding] = []
    for look in looks:
        try:
            findings += look()
        except (DatabaseError, ValueError, TypeError) as error:
            # A damaged page, day or amount stops this look: a finding, and the others go on.
            said = error.orig if isinstance(error, DatabaseError) else error
            findings.append(Finding("check.integrity", {"detail": str(said)}))
    with suppress(DatabaseError):
        figures |= row_counts(connection)
    return CheckReport(tuple(findings), figures)


def _missing_tables(connection: Connection) -> Iterator[Finding]:
    """Find our tables that are gone, or are something else: a view can make a query endless."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    present = set(connection.exec_driver_sql(query).scalars())
    for table in SQLModel.metadata.sorted_tables:
        if table.name not in present:
            yield Finding("check.table_missing", {"name": table.name})


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
WHERE l.amount_cents <> d.amount_cents
OR l.kind <> CASE WHEN d.is_fee THEN 'fee' ELSE 'gift' END
"""
_MEMBERSHIPS_THAT_DIFFER = """
SELECT m.id FROM membership m WHERE m.paid_cents <>
(SELECT coalesce(sum(CASE p.direction WHEN 'in' THEN 1 ELSE -1 END * l.amount_cents), 0)
FROM payment_line l JOIN payment p ON p.id = l.payment_id
WHERE l.membership_id = m.id AND p.state = 'received')
OR (m.instalment_count > 0 AND m.fee_cents + m.joining_fee_cents <>
(SELECT coalesce(sum(i.amount_cents), 0) FROM instalment i WHERE i.membership_id = m.id))
"""


def _sums(connection: Connection) -> Iterator[Finding]:
    for row in connection.exec_driver_sql(_MEMBERSHIPS_THAT_DIFFER).scalars():
        yield Finding("check.membership_differs", {"id": row})
    for row in connection.exec_driver_sql(_PAYMENTS_THAT_DIFFER).scalars():
        yield Finding("check.payment_differs", {"id": row})
    for row in connection.exec_driver_sql(_DONATIONS_THAT_DIFFER).scalars():
        yield Finding("check.donation_differs", {"id": row})


def _seal(connection: Connection) -> Iterator[Finding]:
    if not seal_holds(connection):
        yield Finding("check.content_changed")


def _images(connection: Connection) -> Iterator[Finding]:
    table = table_of(StoredFileRow)
    for row in connection.execute(select(table)):
        if hashlib.sha256(row.content).hexdigest() != row.sha256:
            yield Finding("check.image_changed", {"name": row.name})


def _receipts(connection: Connection, advance: Callable[[int, int], None]) -> Iterator[Finding]:
    store = ReceiptStore(connection, Recorder(connection, {}))
    total = store.count()
    gifts, next_numbers, previous = store.gifts(), dict[int, int](), ""
    for done, row in enumerate(store.all_in_order(), start=1):
        expected = next_numbers.get(row.year, 1)
        for number in range(expected, row.number):
            yield Finding("check.number_gap", {"year": row.year, "number": number})
        next_numbers[row.year] = row.number + 1
        for code in _wrong_with(row, gifts.get(row.id, []), previous):
            yield Finding(code, {"number": f"{row.year}-{row.number:04d}"})
        previous = row.hash
        advance(done, total)


def _wrong_with(row: Row[Any], gifts: Sequence[ReceiptGift], previous: str) -> Iterator[str]:
    if hashlib.sha256(row.pdf).hexdigest() != row.pdf_sha256:
        yield "check.pdf_changed"
    if sum(gift.cents for gift in gifts) != row.amount_cents:
        yield "check.receipt_differs"
    if not _same_as_snapshot(row, gifts):
        yield "check.snapshot_differs"
    words = commitment(row.salt, row.snapshot)
    amount = Money(row.amount_cents)
    try:
        written_as = format_of(row.snapshot)
    except (ValueError, KeyError, TypeError):
        written_as = FORMAT  # what is no snapshot any more breaks the chain in any format
    link = Link(row.year, row.number, amount, words, row.pdf_sha256, written_as)
    if (row.previous_hash, row.hash) != (previous, chain_hash(previous, link)):
        yield "check.chain_broken"


def _same_as_snapshot(row: Row[Any], gifts: Sequence[ReceiptGift]) -> bool:
    try:
        said = snapshot_from_json(row.snapshot)
    except (ValueError, KeyError, TypeError):
        return False
    name = f"{said.donor_first_name} {said.donor_last_name}".strip()
    told = sorted((x.received_on, x.amount.cents, x.mode.value) for x in said.gifts)
    kept = sorted((gift.received_on, gift.cents, gift.mode) for gift in gifts)
    pairs = (
        (said.year, row.year),
        (said.number, row.number),
        (said.amount.cents, row.amount_cents),
        (said.issued_on, row.issued_on),
        (said.scope.value, row.scope),
        (said.form, row.form),
        (said.form_version, row.form_version),
        (name, row.donor_name),
        (len(told), row.gift_count),
        (told, kept),
        ({gift.donor_id for gift in gifts}, {row.donor_id}),
    )
    return all(frozen == registered for frozen, registered in pairs)
