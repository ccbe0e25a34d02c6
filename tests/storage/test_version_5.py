"""A file of the fifth schema: books and imports come through, and banks can be added."""

from __future__ import annotations

import pytest

from coopdesk.domain.booking import BookingStep
from coopdesk.services.booking import BookingService
from coopdesk.services.databases import DatabaseService
from coopdesk.storage.database import SCHEMA_VERSION, file_version
from coopdesk.storage.triggers import TRIGGERS
from tests.building import today
from tests.reliability.anything import wrong_sums
from tests.services.book_office import Books
from tests.storage.old_files import counts, file_of_version, opened

KEPT = (
    "contact",
    "donation",
    "payment",
    "payment_line",
    "entry",
    "entry_line",
    "import_run",
    "imported_row",
    "tax_receipt",
    "operation",
)


@pytest.fixture(scope="module")
def old_file(tmp_path_factory):
    """The file before it is opened; once for all, no test writes."""
    return file_of_version(tmp_path_factory.mktemp("old") / "rives.coopdesk", 5)


@pytest.fixture(scope="module")
def units(old_file):
    """The file opened by today's program."""
    with opened(old_file) as units:
        yield units


def test_every_row_comes_through_and_a_copy_of_the_old_file_stays(old_file, units):
    (copy,) = old_file.parent.glob("*avant-mise-a-jour*")
    assert file_version(copy) == 5
    assert counts(old_file, *KEPT) == counts(copy, *KEPT)
    assert counts(old_file, "entry", "payment", "imported_row") == [12, 12, 2]
    assert file_version(old_file) == SCHEMA_VERSION
    with units.database.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        )
        assert {name for (name,) in found} == set(TRIGGERS)
    assert DatabaseService(units).check().findings == ()
    assert wrong_sums(units) == []
    assert Books(units).is_whole()


def test_payments_know_no_payout_yet_and_rows_lead_to_their_payments(units):
    with units.database.reading() as connection:
        payouts = connection.exec_driver_sql("SELECT DISTINCT payout_ref FROM payment").all()
        rows = connection.exec_driver_sql(
            "SELECT count(*) FROM imported_row JOIN payment ON payment.id = payment_id"
            " WHERE statement_line_id IS NULL"
        )
        assert [tuple(row) for row in payouts] == [("",)]
        assert rows.scalar() == 2


def test_entries_made_before_activities_were_said_stay_as_they_are(units):
    steps = BookingService(units, today).pending().steps
    assert set(steps) <= {BookingStep.ADD}
