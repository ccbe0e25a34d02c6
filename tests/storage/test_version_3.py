"""A file of the third schema: its receipts verify, and live the life of today's."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from coopdesk.domain.donations import DonationNature, TaxArticle
from coopdesk.domain.money import Money
from coopdesk.domain.receipts import ReceiptFilter, ReceiptStatus, Verdict
from coopdesk.services.databases import DatabaseService
from coopdesk.services.operations import OperationService
from coopdesk.services.receipt_life import ReceiptLifeService
from coopdesk.services.receipts import ReceiptService
from coopdesk.storage.database import SCHEMA_VERSION, file_version
from coopdesk.storage.triggers import TRIGGERS
from tests.building import today
from tests.reliability.anything import wrong_sums
from tests.storage.old_files import brought_forward, counts, opened


@pytest.fixture
def old_file(tmp_path):
    """The file that today's program brought to its schema, beside a copy of what it was."""
    return brought_forward(tmp_path, 3)


@pytest.fixture
def units(old_file):
    """The file opened by today's program."""
    with opened(old_file) as units:
        yield units


def whole(units):
    return DatabaseService(units).check().findings == ()


def test_every_row_comes_through_and_a_copy_of_the_old_file_stays(old_file, units):
    kept = ("contact", "donation", "payment", "tax_receipt", "tax_receipt_gift", "operation")
    (copy,) = old_file.parent.glob("*avant-mise-a-jour*")
    assert file_version(copy) == 3
    assert counts(old_file, *kept) == counts(copy, *kept)
    assert counts(old_file, "tax_receipt", "tax_receipt_gift") == [4, 5]
    assert file_version(old_file) == SCHEMA_VERSION
    with units.database.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        )
        assert {name for (name,) in found} == set(TRIGGERS)
    assert whole(units)
    assert wrong_sums(units) == []


def test_old_receipts_say_their_number_article_and_nature(units):
    lines = ReceiptService(units, today).find(2025)
    assert [(x.number_text, x.article, x.nature, x.status) for x in lines] == [
        ("2025-0001", TaxArticle.INCOME, DonationNature.MONEY, ReceiptStatus.ISSUED),
        ("2025-0002", TaxArticle.INCOME, DonationNature.MONEY, ReceiptStatus.ISSUED),
        ("2025-0003", TaxArticle.INCOME, DonationNature.WAIVED_EXPENSES, ReceiptStatus.ISSUED),
    ]
    with units.database.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT first_gift_on, last_gift_on, donor_postal_code FROM tax_receipt"
            " WHERE number_text = '2025-0001'"
        )
        assert rows.one() == ("2025-03-04", "2025-12-30", "44000")


def test_old_papers_are_the_very_bytes(units):
    service = ReceiptService(units, today)
    with units.database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, pdf_sha256 FROM tax_receipt").all()
    for receipt_id, digest in rows:
        assert hashlib.sha256(service.pdf(receipt_id)).hexdigest() == digest


def test_old_receipt_is_voided_and_replaced_at_the_end_of_its_series(units):
    receipts, life = ReceiptService(units, today), ReceiptLifeService(units, today)
    old = receipts.id_of("2025-0001")
    before = receipts.pdf(old)

    new = life.replace(old, "adresse").value

    assert (new.number_text, new.replaces, new.amount) == (
        "2025-0004",
        "2025-0001",
        Money(10120),
    )
    assert receipts.get(old).status is ReceiptStatus.REPLACED
    assert receipts.pdf(old) == before
    assert receipts.detail(new.id).snapshot.replaces_issued_on == dt.date(2026, 11, 22)
    assert whole(units)


def test_numbers_of_an_old_year_keep_their_form(units):
    life = ReceiptLifeService(units, today)
    assert life.is_series_fixed(2025)
    assert life.series(2025).text(9) == "2025-0009"


def test_new_receipts_follow_the_old_chain(units):
    service = ReceiptService(units, today)
    ready = service.review(2026).of(Verdict.READY)
    issued = service.issue_year(2026).value
    assert issued[0].number_text == "2026-0002"
    assert sum(line.gift_count for line in issued) == len(ready)
    ids = service.ids(ReceiptFilter(status=ReceiptStatus.ISSUED))
    assert len(ids) == 4 + len(issued)
    assert whole(units)


def test_issuing_of_the_old_program_stays_frozen(units):
    frozen = [x for x in OperationService(units).latest() if x.label == "receipt.issued"]
    assert frozen
    assert all(entry.frozen for entry in frozen)
