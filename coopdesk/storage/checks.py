"""Check a database: the file, references, cents, and what each subject must hold."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import LargeBinary, String, cast, func, literal, select, union_all
from sqlalchemy.exc import DatabaseError
from sqlmodel import SQLModel

from coopdesk.domain.checks import CheckReport, Finding
from coopdesk.storage import triggers
from coopdesk.storage.bank_checks import check_bank
from coopdesk.storage.columns import as_text, table_of
from coopdesk.storage.database import SCHEMA_VERSION
from coopdesk.storage.entry_checks import check_entries
from coopdesk.storage.event_checks import check_events
from coopdesk.storage.expense_checks import check_expenses
from coopdesk.storage.receipt_checks import check_receipts
from coopdesk.storage.sealing import seal_holds
from coopdesk.storage.share_checks import check_shares
from coopdesk.storage.tables import StoredFileRow, TaxReceiptRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Connection, TextClause


def check(connection: Connection, advance: Callable[[int, int], None]) -> CheckReport:
    """Look at everything, report everything, change nothing.

    ``advance`` is told (done, total) in receipts, then entries; it may raise to stop.
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
        lambda: _files(connection),
        lambda: check_shares(connection),
        lambda: check_expenses(connection),
        lambda: check_bank(connection),
        lambda: check_events(connection),
        lambda: check_receipts(connection, advance),
        lambda: check_entries(connection, advance),
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
    names = [table.name for table in SQLModel.metadata.sorted_tables]
    return dict(zip(names, connection.execute(_counts_query()).one(), strict=True))


@cache
def _counts_query() -> TextClause:
    tables = SQLModel.metadata.sorted_tables
    counts = (select(func.count()).select_from(table).scalar_subquery() for table in tables)
    return as_text(select(*counts))


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
    for table, row in connection.execute(_uncounted_query()):
        yield Finding("check.not_cents", {"table": table, "row": row})


@cache
def _uncounted_query() -> TextClause:
    selects = []
    for table in SQLModel.metadata.sorted_tables:
        for column in table.c:
            if column.name.endswith("_cents"):
                key = next(iter(table.primary_key))
                kinds = ("integer", "null") if column.nullable else ("integer",)
                wrong = func.typeof(column).not_in(kinds)
                selects.append(select(literal(table.name, String), key).where(wrong))
    return as_text(union_all(*selects))


_PAYMENTS_THAT_DIFFER = """
SELECT p.id FROM payment p WHERE p.amount_cents <>
(SELECT coalesce(sum(l.amount_cents), 0) FROM payment_line l WHERE l.payment_id = p.id)
"""
# What went back left by a payment out, unless no money had moved.
_RETURNS_THAT_DIFFER = """
SELECT d.id FROM donation_return r JOIN donation d ON d.id = r.donation_id
LEFT JOIN payment p ON p.id = r.payment_id
WHERE (d.payment_line_id IS NULL) <> (r.payment_id IS NULL)
OR p.direction <> 'out' OR p.amount_cents < d.amount_cents
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
    for row in connection.exec_driver_sql(_RETURNS_THAT_DIFFER).scalars():
        yield Finding("check.return_differs", {"id": row})


def _seal(connection: Connection) -> Iterator[Finding]:
    if not seal_holds(connection):
        yield Finding("check.content_changed")


def _files(connection: Connection) -> Iterator[Finding]:
    table, receipt = table_of(StoredFileRow), table_of(TaxReceiptRow)
    # What papers share is looked at with each receipt: its findings name them all.
    shared = select(receipt.c.id).where(receipt.c.pdf_base_id == table.c.id)
    query = select(table.c.name, table.c.sha256, cast(table.c.content, LargeBinary))
    query = query.where(~shared.exists()).execution_options(yield_per=10)
    for name, digest, content in connection.execute(query):
        if hashlib.sha256(content).hexdigest() != digest:
            yield Finding("check.file_changed", {"name": name})
