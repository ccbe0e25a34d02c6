"""A file of the first schema, as the first program wrote it, comes through to today's."""

from __future__ import annotations

import pytest

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.money import Money
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.operations import OperationService
from coopdesk.services.receipts import ReceiptService
from coopdesk.storage.database import SCHEMA_VERSION, file_version
from coopdesk.storage.triggers import TRIGGERS
from coopdesk.wording.timeline import entry_title
from tests.building import TODAY, today
from tests.storage.old_files import brought_forward, counts, opened

ELODIE, MAELLE, CLUSTER, ZOLA, ROUX = 1, 2, 3, 4, 5
ARCHIVED_BY = 11  # the operation that archived Maëlle
ISSUED_BY = 10


@pytest.fixture
def old_file(tmp_path):
    """The file that today's program brought to its schema, beside a copy of what it was."""
    return brought_forward(tmp_path, 1)


@pytest.fixture
def units(old_file):
    """The file opened by today's program."""
    with opened(old_file) as units:
        yield units


def test_every_row_comes_through_and_a_copy_of_the_old_file_stays(old_file, units):
    kept = ("contact", "donation", "payment", "tax_receipt", "operation", "operation_change")
    (copy,) = old_file.parent.glob("*avant-mise-a-jour*")
    assert file_version(copy) == 1
    assert counts(old_file, *kept) == counts(copy, *kept) == [4, 4, 4, 1, 14, 23]
    assert file_version(old_file) == SCHEMA_VERSION
    with units.database.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        )
        assert {name for (name,) in found} == set(TRIGGERS)


def test_archived_contact_is_archived_since_the_same_day(units):
    contact = ContactService(units, today).get(MAELLE)
    assert (contact.state, contact.archived_on) == (ContactState.ARCHIVED, TODAY)
    assert contact.profile.note == "rappelée"


def test_sums_of_gifts_are_counted_once_for_all(units):
    service = ContactService(units, today)
    found = {line.id: line for line in service.lines([ELODIE, MAELLE, CLUSTER])}
    assert found[ELODIE].gift_total == Money(7550)
    assert found[ELODIE].last_gift_on.isoformat() == "2026-02-03"
    assert found[MAELLE].gift_total == Money(1200)
    assert found[CLUSTER].gift_total == Money(0)


def test_names_are_folded_by_todays_rules(units):
    service = ContactService(units, today)
    assert [x.name for x in service.find(ContactFilter(text="oeuvre"), 9)] == [
        "Clus'Ter d’Œuvre"
    ]
    by_town = service.find(ContactFilter(sort="town", descending=True), 9)
    assert {line.id for line in by_town[:2]} == {ELODIE, ZOLA}


def test_archiving_of_the_old_program_is_taken_back(units):
    OperationService(units).undo_one(ARCHIVED_BY)
    contact = ContactService(units, today).get(MAELLE)
    assert (contact.state, contact.state_on) == (ContactState.ACTIVE, None)


def test_contact_that_was_taken_back_before_comes_again_with_the_new_columns(units):
    operations = OperationService(units)
    operations.redo()
    contact = ContactService(units, today).get(ROUX)
    assert (contact.display_name, contact.state) == ("Ana Roux", ContactState.ACTIVE)
    assert (contact.profile.number, contact.profile.tags) == ("", ())
    assert ContactService(units, today).find(ContactFilter(text="roux"), 9)


def test_change_of_the_old_program_is_taken_back(units):
    operations = OperationService(units)
    operations.undo_one(ARCHIVED_BY)
    (change,) = [x for x in operations.latest() if x.label == "contact.changed"]
    operations.undo_one(change.id)
    assert ContactService(units, today).get(MAELLE).profile.note == ""


def test_receipt_is_whole_and_stays_frozen(units):
    receipts = ReceiptService(units, today)
    (line,) = receipts.find(2025)
    assert (line.donor_id, line.amount) == (ELODIE, Money(5000))
    assert receipts.pdf(line.id).startswith(b"%PDF")
    frozen = {x.id: x.frozen for x in OperationService(units).latest()}
    assert frozen[ISSUED_BY]
    assert DatabaseService(units).check().findings == ()


def test_time_line_tells_what_happened_before(units):
    titles = [entry_title(x) for x in ContactDetailService(units, today).timeline(MAELLE)]
    assert titles == [
        "Contacts archivés\u00a0: 1",
        "Contact modifié\u00a0: Maëlle Le Goff",
        "Contact ajouté\u00a0: Maëlle Le Goff",
        "Don",
    ]
