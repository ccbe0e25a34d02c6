"""A file of the fourth schema: all of it comes through, and it begins to keep books."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.receipts import ReceiptStatus
from coopdesk.services.databases import DatabaseService
from coopdesk.services.receipts import ReceiptService
from coopdesk.storage.database import SCHEMA_VERSION, file_version
from coopdesk.storage.triggers import TRIGGERS
from tests.building import today
from tests.reliability.anything import wrong_sums
from tests.services.book_office import Books, entry
from tests.storage.old_files import counts, file_of_version, opened

KEPT = (
    "contact",
    "donation",
    "donation_return",
    "payment",
    "payment_line",
    "expense_sheet",
    "expense_line",
    "pledge",
    "campaign",
    "tax_receipt",
    "tax_receipt_void",
    "receipt_delivery",
    "operation",
)


@pytest.fixture(scope="module")
def old_file(tmp_path_factory):
    """The file before it is opened; once for all, only the last test writes."""
    return file_of_version(tmp_path_factory.mktemp("old") / "rives.coopdesk", 4)


@pytest.fixture(scope="module")
def units(old_file):
    """The file opened by today's program."""
    with opened(old_file) as units:
        yield units


def whole(units):
    return DatabaseService(units).check().findings == ()


def test_every_row_comes_through_and_a_copy_of_the_old_file_stays(old_file, units):
    (copy,) = old_file.parent.glob("*avant-mise-a-jour*")
    assert file_version(copy) == 4
    assert counts(old_file, *KEPT) == counts(copy, *KEPT)
    assert counts(old_file, "tax_receipt", "donation", "payment") == [3, 8, 10]
    assert file_version(old_file) == SCHEMA_VERSION
    with units.database.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        )
        assert {name for (name,) in found} == set(TRIGGERS)
    assert whole(units)
    assert wrong_sums(units) == []


def test_old_receipts_and_their_papers_are_the_very_same(units):
    service = ReceiptService(units, today)
    lines = service.find(2025)
    assert [(x.number_text, x.status) for x in lines] == [
        ("2025-0001", ReceiptStatus.DELIVERED),
        ("2025-0002", ReceiptStatus.VOIDED),
    ]
    with units.database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, pdf_sha256 FROM tax_receipt").all()
    for receipt_id, digest in rows:
        assert hashlib.sha256(service.pdf(receipt_id)).hexdigest() == digest


def test_what_was_paid_knows_no_platform_fee_and_no_grant_yet(units):
    with units.database.reading() as connection:
        fees = connection.exec_driver_sql("SELECT DISTINCT fee_cents FROM payment").all()
        grants = connection.exec_driver_sql(
            "SELECT count(*) FROM payment_line WHERE grant_award_id IS NOT NULL"
        )
        assert [tuple(row) for row in fees] == [(0,)]
        assert grants.scalar() == 0


def test_books_begin_with_the_first_entry_in_the_year_of_the_profile(units):
    books = Books(units)
    assert books.entries.ids(EntryFilter()) == []
    assert len(books.chart.accounts()) == 154
    books.validated(day=dt.date(2026, 2, 5))
    (year,) = books.years.list()
    assert (year.starts_on, year.ends_on) == (dt.date(2025, 9, 1), dt.date(2026, 8, 31))
    assert books.entries.get(1).content == entry(day=dt.date(2026, 2, 5))
    assert whole(units)
