"""The figures of the home page, against what the other services say."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.donations import DonationFilter, Ineligibility
from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.domain.receipt_drafting import draft_receipts
from coopdesk.domain.receipts import ReceiptScope, Verdict
from coopdesk.services.association import AssociationService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.demo import DemoService
from coopdesk.services.donations import DonationService
from coopdesk.services.entries import EntryService
from coopdesk.services.home import HomeService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.receipts import ReceiptService
from tests.building import NOW, PROFILE, TODAY, gift, new_units, person, today


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "home.coopdesk") as units:
        yield units


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with new_units(tmp_path_factory.mktemp("home") / "demo.coopdesk") as units:
        DemoService(units, today).build(60, 3)
        yield units


def figures(units, year=2026):
    home = HomeService(units, today)
    return home.overview(year).figures(home.receipts(year))


def test_new_database_has_nothing_to_show(units):
    found = figures(units)
    assert found.is_empty
    assert not found.has_profile
    assert found.missing_profile == ("name", "purpose", "rna", "street", "signatory_name")
    assert found.gifts.by_month == (Money(0),) * 12
    assert (found.to_check, found.last_backup_at, found.latest) == (0, None, ())
    assert not found.changed_since_backup


def test_books_alone_are_something_and_no_place_for_a_demonstration(units):
    lines = (NewEntryLine("626", debit=Money(500)), NewEntryLine("5121", credit=Money(500)))
    EntryService(units, today).record(NewEntry("BQ", TODAY, "Timbres", lines))
    assert not figures(units).is_empty
    with pytest.raises(RuleError, match=r"demo\.not_empty"):
        DemoService(units, today).build(10, 1)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_gifts_by_month_add_up_to_the_list_of_gifts(demo, year):
    found = figures(demo, year).gifts
    gifts = DonationService(demo, today)
    received = [
        line
        for line in gifts.find(DonationFilter(year=year))
        if line.state is PaymentState.RECEIVED
    ]
    assert found.total == gifts.total(DonationFilter(year=year))
    assert found.gift_count == len(received)
    assert found.donor_count == len({line.donor_id for line in received} - {None})
    for number, amount in enumerate(found.by_month, start=1):
        month = (line.amount for line in received if line.received_on.month == number)
        assert amount == total(month)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_receipts_are_counted_as_the_review_judges_them(demo, year):
    found = figures(demo, year).receipts
    review = ReceiptService(demo, today).review(year)
    ready = review.of(Verdict.READY)
    assert found.ready == len(draft_receipts(ready, ReceiptScope.DONOR))
    assert found.ready_total == review.total(Verdict.READY)
    assert found.blocked == len(review.of(Verdict.BLOCKED))
    assert found.issued == 0


def test_issued_receipts_are_no_longer_ready(units):
    AssociationService(units).save(PROFILE)
    donor = ContactService(units, today).add(person()).value.id
    DonationService(units, today).record(gift(donor))
    assert figures(units).receipts.ready == 1
    ReceiptService(units, today).issue_year(2026)
    found = figures(units).receipts
    assert (found.ready, found.blocked, found.issued) == (0, 0, 1)
    assert found.ready_total == Money(0)


def test_incomplete_profile_blocks_what_would_be_ready(units):
    donor = ContactService(units, today).add(person()).value.id
    DonationService(units, today).record(gift(donor))
    found = figures(units)
    assert (found.receipts.ready, found.receipts.blocked) == (0, 1)
    assert "purpose" in found.missing_profile


def test_gifts_that_give_no_receipt_block_nothing(units):
    AssociationService(units).save(PROFILE)
    donor = ContactService(units, today).add(person()).value.id
    gifts = DonationService(units, today)
    gifts.record(gift(None))
    gifts.record(gift(donor, ineligibility=Ineligibility.COUNTERPART))
    found = figures(units).receipts
    assert (found.ready, found.blocked) == (0, 0)


def test_gifts_set_aside_do_not_count(units):
    donor = ContactService(units, today).add(person()).value.id
    recorded = DonationService(units, today).record(gift(donor, mode=PaymentMode.CHEQUE)).value
    PaymentService(units, today).decide([recorded.payment_id], PaymentState.TO_CHECK)
    waiting = figures(units)
    assert (waiting.to_check, waiting.gifts.total) == (1, Money(0))
    PaymentService(units, today).decide([recorded.payment_id], PaymentState.DISMISSED)
    assert figures(units).to_check == 0


def test_last_year_stands_beside_this_one(units):
    donor = ContactService(units, today).add(person()).value.id
    gifts = DonationService(units, today)
    gifts.record(gift(donor, 12_34, dt.date(2025, 12, 31)))
    gifts.record(gift(donor, 20_00, dt.date(2026, 1, 1)))
    found = figures(units)
    assert found.gifts_before.by_month[11] == Money(12_34)
    assert found.gifts.by_month[0] == Money(20_00)
    assert (found.gifts_before.total, found.gifts.total) == (Money(12_34), Money(20_00))


def test_backup_is_dated_and_later_changes_noticed(units, tmp_path):
    ContactService(units, today).add(person())
    assert figures(units).changed_since_backup
    DatabaseService(units).back_up(tmp_path / "copy.coopdesk")
    found = figures(units)
    assert found.last_backup_at == NOW
    assert not found.changed_since_backup


def test_latest_operations_come_first(units):
    for number in range(8):
        ContactService(units, today).add(person(last_name=f"Nom {number}"))
    latest = figures(units).latest
    assert [operation.values["name"] for operation in latest[:2]] == [
        "Élodie Nom 7",
        "Élodie Nom 6",
    ]
    assert len(latest) == 6


def test_receipts_are_counted_again_after_any_change_and_not_before(units):
    AssociationService(units).save(PROFILE)
    home = HomeService(units, today)
    donor = ContactService(units, today).add(person()).value.id
    assert home.receipts(2026).now.ready == 0
    DonationService(units, today).record(gift(donor))
    assert home.receipts(2026).now.ready == 1
    known = home.receipt_part(2026)
    assert (known.is_whole, known.counts.ready) == (True, 1)
    OperationService(units).undo()
    assert home.receipts(2026).now.ready == 0


def test_money_of_a_file_without_books_has_no_curve(units):
    curve = HomeService(units, today).treasury()
    assert (curve.points, curve.closing, curve.label) == ((), Money(0), "")
