"""The balance of the home page is the money of the books, and counts no euro twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pytest

from coopdesk.domain.booking import BookingKey
from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.domain.entries import EntryKind, NewEntry
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.services.booking import BookingService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donation_money import pay_back_whole
from coopdesk.services.donations import DonationService
from coopdesk.services.home import HomeService
from coopdesk.services.members import MemberService
from coopdesk.services.payments import PaymentService
from coopdesk.services.reports import ReportService
from tests.building import gift, new_units, person, today
from tests.services.book_office import Books, credit, debit

DAY, FIRST = dt.date(2026, 3, 12), dt.date(2026, 1, 1)
IN, OUT = Direction.IN, Direction.OUT


@dataclass
class Office:
    units: object
    years: list[int] = field(default_factory=list)

    def __post_init__(self):
        self.books = Books(self.units)
        self.payments = PaymentService(self.units, today)
        self.booking = BookingService(self.units, today)
        with self.units.write("demo.built") as work:
            self.year_id = work.fiscal_years.add(FIRST, dt.date(2026, 12, 31))
            work.chart.ensure()
            work.commit()

    def write(self, to, of, cents, day=DAY, *, validated=False, **more):
        """Book cents from an account to another by hand."""
        lines = (debit(to, cents), credit(of, cents))
        new = NewEntry("OD", day, f"{to} / {of}", lines, **more)
        return self.books.validated(new) if validated else self.books.record(new)

    def pay(self, cents, direction=IN, day=DAY, mode=PaymentMode.TRANSFER, **more):
        kind = LineKind.SALE if direction is IN else LineKind.EXPENSE
        parts = (PaymentPart(kind, Money(cents)),)
        new = NewPayment(day, Money(cents), mode, parts, direction, **more)
        return self.payments.record(new).value.id

    @property
    def card(self):
        return HomeService(self.units, today).public_finance()

    @property
    def figures(self):
        """Opening, income, disbursed and balance in cents."""
        card = self.card
        return tuple(x.cents for x in (card.opening, card.income, card.disbursed, card.balance))

    @property
    def treasury(self):
        report = ReportService(self.units, today).treasury(ReportScope(self.year_id))
        return report.closing.cents


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "money.coopdesk") as units:
        yield Office(units)


def open_with(office, cents, day=FIRST):
    office.write("5121", "110", cents, day, kind=EntryKind.OPENING)


def test_payment_counts_before_and_after_it_is_booked_and_once(office):
    open_with(office, 1_000_00)
    office.pay(50_00)
    office.write("6132", "5121", 30_00)
    assert office.figures == (1_000_00, 50_00, 30_00, 1_020_00)
    assert office.treasury == 970_00
    office.booking.book()
    assert office.figures == (1_000_00, 50_00, 30_00, 1_020_00)
    assert office.treasury == 1_020_00


def test_transfers_between_our_own_accounts_count_on_neither_side(office):
    office.pay(50_00)
    office.booking.book()
    office.write("531", "5121", 20_00)
    office.write("58", "5121", 7_00)
    assert office.figures == (0, 50_00, 0, 50_00)
    office.write("531", "58", 7_00)
    assert office.figures == (0, 50_00, 0, 50_00)


def test_what_a_platform_kept_is_disbursed_of_the_gross_amount(office):
    office.pay(100_00, fee=Money(3_00))
    office.booking.book()
    assert office.figures == (0, 100_00, 3_00, 97_00)
    assert office.treasury == 97_00


def test_payment_by_an_unnamed_means_counts_once_when_it_comes_to_the_bank(office):
    office.pay(40_00, mode=PaymentMode.OTHER)
    assert office.figures == (0, 40_00, 0, 40_00)
    office.booking.book()
    assert office.figures == (0, 0, 0, 0)
    office.write("5121", "471", 40_00)
    assert office.figures == (0, 40_00, 0, 40_00)
    assert office.treasury == 40_00


def test_money_that_a_platform_still_owes_counts_once_it_is_paid_out(office):
    with office.units.write("demo.built") as work:
        work.chart.take("467")
        work.commit()
    office.booking.set_rule(BookingKey.TRANSFER, "467")
    office.pay(40_00)
    office.booking.book()
    office.booking.reset_rule(BookingKey.TRANSFER)
    office.write("5121", "467", 40_00)
    assert office.figures == (0, 40_00, 0, 40_00)
    assert office.treasury == 40_00


def test_entry_that_a_person_took_back_makes_room_for_their_own(office):
    payment_id = office.pay(40_00)
    office.booking.book()
    (link,) = office.booking.entries_of(payment_id=payment_id)
    office.books.entries.validate([link.id])
    office.books.entries.reverse(link.id, DAY)
    assert (office.figures[1], office.treasury) == (0, 0)
    office.write("531", "7071", 40_00)
    office.booking.book()
    assert office.figures == (0, 40_00, 0, 40_00)
    assert office.treasury == 40_00


def test_reversal_takes_away_on_the_side_of_what_it_reverses(office):
    entry_id = office.write("6132", "5121", 30_00, validated=True)
    office.books.entries.reverse(entry_id, DAY)
    assert office.figures == (0, 0, 0, 0)


def test_payment_changed_after_validation_counts_as_it_is_now(office):
    payment_id = office.pay(40_00)
    office.booking.book()
    (link,) = office.booking.entries_of(payment_id=payment_id)
    office.books.entries.validate([link.id])
    office.payments.remove(payment_id)
    office.booking.book()
    assert office.figures == (0, 0, 0, 0)
    assert office.treasury == 0


def test_payments_from_before_the_books_are_in_their_opening(office):
    office.pay(300_00, day=dt.date(2025, 12, 20))
    office.pay(100_00, OUT, day=dt.date(2025, 12, 21))
    open_with(office, 1_000_00)
    assert office.figures == (800_00, 300_00, 100_00, 1_000_00)
    assert office.treasury == 1_000_00


def test_next_opening_brings_only_what_differs_from_the_year_before(office):
    office.write("5121", "75411", 80_00)
    with office.units.write("demo.built") as work:
        office.year_id = work.fiscal_years.add(dt.date(2027, 1, 1), dt.date(2027, 12, 31))
        work.commit()
    assert office.figures == (0, 80_00, 0, 80_00)
    open_with(office, 80_00, dt.date(2027, 1, 1))
    assert office.figures == (0, 80_00, 0, 80_00)
    open_with(office, 5_00, dt.date(2027, 1, 1))
    assert office.figures == (5_00, 80_00, 0, 85_00)
    assert office.treasury == 85_00


def test_gift_that_went_back_leaves_the_balance_of_the_books(office):
    donations = DonationService(office.units, today)
    made = donations.record(gift(None, 75_00, DAY)).value
    donations.give_back(made.id, NewReturn(DAY, ReturnReason.REFUNDED))
    office.booking.book()
    assert office.figures == (0, 0, 0, 0)
    assert office.treasury == 0


def test_what_was_paid_with_a_gift_and_went_back_was_income_and_disbursed(office):
    donor = ContactService(office.units, today).add(person()).value.id
    shares = (
        PaymentShare("gift", Money(30_00), donor_id=donor),
        PaymentShare("registration", Money(12_00)),
    )
    new = NewSharedPayment(donor, DAY, Money(42_00), PaymentMode.TRANSFER, shares)
    MemberService(office.units, today).record_payment(new)
    with office.units.write("donation.returned") as work:
        pay_back_whole(work, 1, NewReturn(DAY, ReturnReason.REFUNDED))
        work.commit()
    office.booking.book()
    assert office.figures == (0, 12_00, 12_00, 0)
    assert office.treasury == 0
    (went,) = office.payments.lines(office.payments.ids(office.card.disbursed_place.target))
    assert went.amount == Money(12_00)


def test_totals_open_payments_alone_else_the_statement_of_treasury(office):
    office.pay(50_00)
    card = office.card
    assert card.income_place.target.direction is IN
    office.write("6132", "5121", 30_00)
    card = office.card
    assert card.income_place.target.direction is IN
    assert card.disbursed_place.target == card.balance_place.target
    assert card.balance_place.target == ("report", "treasury", None)
