"""Lists of gifts and fees beside what the books hold of them."""

from __future__ import annotations

import pytest

from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.services.booking import BookingService
from coopdesk.services.donations import DonationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.reports import ReportService
from tests.building import TODAY, gift, new_units, person, today
from tests.services.book_office import Books, entry
from tests.services.member_office import FEE, Office


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def donor(units):
    with units.write("demo.built") as work:
        key = work.contacts.add(person())
        work.commit()
    return key


def fee(cents):
    part = PaymentPart(LineKind.FEE, Money(cents))
    return NewPayment(TODAY, part.amount, PaymentMode.CHEQUE, (part,))


def ties(units):
    year = Books(units).years.current()
    found = ReportService(units, today).ties(ReportScope(year.id))
    return {tie.account: tie for tie in found}


def test_what_was_booked_from_gifts_and_fees_ties_to_their_lists(units, donor):
    DonationService(units, today).record(gift(donor, 80_00))
    DonationService(units, today).record(gift(None, 5_00))
    PaymentService(units, today).record(fee(20_00))
    BookingService(units, today).book()
    found = ties(units)
    assert {key: tie.recorded for key, tie in found.items()} == {
        "75411": Money(85_00),
        "7561": Money(20_00),
    }
    assert all(tie.is_met and not tie.by_hand for tie in found.values())
    assert found["7561"].label


def test_a_gift_not_yet_booked_and_one_typed_by_hand_make_a_difference(units, donor):
    DonationService(units, today).record(gift(donor, 80_00))
    BookingService(units, today).book()
    DonationService(units, today).record(gift(donor, 10_00))
    (missing,) = ties(units).values()
    assert (missing.difference, missing.from_records) == (Money(10_00), Money(80_00))
    Books(units).record(entry(30_00))
    (typed,) = ties(units).values()
    assert (typed.by_hand, typed.difference) == (Money(30_00), Money(-20_00))


def test_without_a_fiscal_year_nothing_ties(units):
    assert ReportService(units, today).ties(ReportScope(0)) == ()


def test_a_gift_that_was_removed_leaves_no_tie(units, donor):
    donations = DonationService(units, today)
    given = donations.record(gift(donor, 80_00)).value
    BookingService(units, today).book()
    donations.remove(given.id)
    BookingService(units, today).book()
    assert ties(units) == {}


def test_a_fee_ties_on_the_account_that_takes_entries_not_on_the_one_above(units):
    office = Office(units)
    office.member()
    BookingService(units, today).book()
    found = ties(units)
    assert {key: (tie.recorded, tie.difference) for key, tie in found.items()} == {
        "7561": (FEE, Money(0))
    }
