"""Patterns of entries: each way money moves, and gifts without money (legal_fr §2.4)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.booking import (
    BookedExpense,
    BookedPart,
    Booking,
    BookingKey,
    GiftToBook,
    Giver,
    PaymentToBook,
)
from coopdesk.domain.booking_patterns import entry_of_gift, entry_of_payment
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.donations import DonationNature, Ineligibility
from coopdesk.domain.entries import EntryForm, EntryKind
from coopdesk.domain.expenses import ExpenseKind
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentMode, PaymentSource
from coopdesk.storage.booking_rules import shipped_rules

DAY = dt.date(2026, 3, 12)
BOOKING = Booking(
    accounts={rule.key: rule.account for rule in shipped_rules()},
    journals={"5121": "BQ", "517": "HA", "531": "CA"},
    kinds={
        JournalKind.GIFTS: "DO",
        JournalKind.SALES: "VE",
        JournalKind.PURCHASES: "AC",
        JournalKind.VOLUNTEERING: "CV",
        JournalKind.MISC: "OD",
    },
    activities={7: 70},
)
COMPANY, ASSOCIATION = OrganisationKind.COMPANY, OrganisationKind.ASSOCIATION


def part(kind=LineKind.GIFT, cents=5000, organisation=None, **more):
    return BookedPart(kind, Money(cents), giver=Giver(3, organisation), **more)


def payment(*parts, mode=PaymentMode.TRANSFER, direction=Direction.IN, **more):
    told = {"source": PaymentSource.MANUAL, "amount": sum(x.amount.cents for x in parts)}
    told |= more
    told["amount"] = Money(told["amount"])
    return PaymentToBook(1, DAY, direction, mode, parts=parts, payer=Giver(3), **told)


def moves(entry):
    """Return account, debit and credit in cents of each line."""
    return [(x.account, x.debit.cents, x.credit.cents) for x in entry.lines]


@pytest.mark.parametrize(
    ("mode", "account", "journal"),
    [
        (PaymentMode.CASH, "531", "CA"),
        (PaymentMode.CHEQUE, "5112", "DO"),
        (PaymentMode.TRANSFER, "5121", "BQ"),
        (PaymentMode.CARD, "5121", "BQ"),
        (PaymentMode.DIRECT_DEBIT, "5121", "BQ"),
        (PaymentMode.OTHER, "471", "DO"),
    ],
)
def test_a_gift_goes_to_the_account_of_its_mode(mode, account, journal):
    entry = entry_of_payment(payment(part(), mode=mode), BOOKING)
    assert moves(entry) == [(account, 5000, 0), ("75411", 0, 5000)]
    assert (entry.journal, entry.form, entry.entry_on) == (journal, EntryForm.AUTOMATIC, DAY)
    assert (entry.source.payment_id, entry.voucher_ref) == (1, "R1")


@pytest.mark.parametrize(
    ("one", "account"),
    [
        (part(organisation=COMPANY), "7542"),
        (part(organisation=OrganisationKind.NONE), "7542"),
        (part(organisation=ASSOCIATION), "7551"),
        (part(organisation=OrganisationKind.PUBLIC_BODY), "741"),
        (part(organisation=COMPANY, ineligibility=Ineligibility.SPONSORING), "7063"),
        (part(ineligibility=Ineligibility.MEAL, is_bought=True), "7061"),
        (part(ineligibility=Ineligibility.RAFFLE), "7071"),
        (part(ineligibility=Ineligibility.SECOND_HAND_SALE), "7073"),
        (part(ineligibility=Ineligibility.COUNTERPART, is_bought=True), "7071"),
        (part(ineligibility=Ineligibility.DONOR_DECLINED), "75411"),
        (part(ineligibility=Ineligibility.ON_BEHALF_OF_OTHERS), "471"),
        (part(LineKind.FEE), "7561"),
        (part(LineKind.FEE, has_counterpart=True), "7562"),
        (part(LineKind.FEE, account="7561FAM"), "7561FAM"),
        (part(LineKind.REGISTRATION), "7061"),
        (part(LineKind.SALE), "7071"),
        (part(LineKind.GRANT), "741"),
        (part(LineKind.GRANT, organisation=ASSOCIATION), "7551"),
        (part(LineKind.GRANT, organisation=COMPANY), "7542"),
        (part(LineKind.GRANT, organisation=OrganisationKind.OTHER), "741"),
        (part(LineKind.GRANT, grant_account="4417"), "4417"),
        (part(LineKind.OTHER), "7588"),
    ],
)
def test_what_money_was_for_decides_the_income(one, account):
    entry = entry_of_payment(payment(one), BOOKING)
    assert moves(entry) == [("5121", 5000, 0), (account, 0, 5000)]


@pytest.mark.parametrize(
    ("kind", "account"),
    [
        (LineKind.EXPENSE, "471"),
        (LineKind.GRANT, "6571"),
        (LineKind.OTHER, "6588"),
        (LineKind.GIFT, "75411"),
        (LineKind.FEE, "7561"),
        (LineKind.SALE, "7071"),
    ],
)
def test_money_that_goes_out_credits_the_bank(kind, account):
    paid = payment(part(kind), mode=PaymentMode.CHEQUE, direction=Direction.OUT)
    assert moves(entry_of_payment(paid, BOOKING)) == [("5121", 0, 5000), (account, 5000, 0)]


def test_a_platform_is_booked_gross_with_its_fee_beside():
    paid = payment(
        part(cents=10_000),
        source=PaymentSource.HELLOASSO,
        mode=PaymentMode.CARD,
        fee=Money(250),
    )
    entry = entry_of_payment(paid, BOOKING)
    assert moves(entry) == [
        ("517", 10_000, 0),
        ("75411", 0, 10_000),
        ("627", 250, 0),
        ("517", 0, 250),
    ]
    assert entry.journal == "HA"


def test_a_cheque_that_was_noted_on_a_platform_waits_for_the_bank():
    paid = payment(part(), source=PaymentSource.HELLOASSO, mode=PaymentMode.CHEQUE)
    assert moves(entry_of_payment(paid, BOOKING))[0] == ("5112", 5000, 0)


def test_one_payment_for_several_things_has_a_line_for_each():
    paid = payment(part(LineKind.FEE, 2500), part(cents=1500), part(LineKind.SALE, 1000))
    entry = entry_of_payment(paid, BOOKING)
    assert [x[0] for x in moves(entry)] == ["5121", "7561", "75411", "7071"]
    assert entry.debit == entry.credit == Money(5000)


def test_what_the_parts_leave_of_a_payment_waits_in_suspense():
    entry = entry_of_payment(payment(part(cents=4000), amount=5000), BOOKING)
    assert moves(entry)[-1] == ("471", 0, 1000)
    entry = entry_of_payment(payment(part(cents=6000), amount=5000), BOOKING)
    assert moves(entry)[-1] == ("471", 1000, 0)


def test_a_refunded_sheet_goes_by_the_nature_of_its_lines_through_the_debt():
    spent = (
        BookedExpense(ExpenseKind.MILEAGE, Money(4000)),
        BookedExpense(ExpenseKind.TOLL, Money(500)),
        BookedExpense(ExpenseKind.MEAL, Money(1500)),
        BookedExpense(ExpenseKind.SUPPLIES, Money(700)),
        BookedExpense(ExpenseKind.POST, Money(300)),
    )
    paid = payment(part(LineKind.EXPENSE, 7000), direction=Direction.OUT, expenses=spent)
    assert moves(entry_of_payment(paid, BOOKING)) == [
        ("5121", 0, 7000),
        ("6251", 4500, 0),
        ("6256", 1500, 0),
        ("6064", 700, 0),
        ("626", 300, 0),
        ("4681", 0, 7000),
        ("4681", 7000, 0),
    ]


def gift(nature, cents=8000, organisation=None, **more):
    return GiftToBook(5, DAY, nature, Money(cents), "Don", Giver(3, organisation), **more)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (
            gift(DonationNature.WAIVED_EXPENSES),
            [("6251", 8000, 0), ("4681", 0, 8000), ("4681", 8000, 0), ("75412", 0, 8000)],
        ),
        (
            gift(
                DonationNature.WAIVED_EXPENSES,
                expenses=(
                    BookedExpense(ExpenseKind.TRANSPORT, Money(6000)),
                    BookedExpense(ExpenseKind.POST, Money(2000)),
                ),
            ),
            [
                ("6251", 6000, 0),
                ("626", 2000, 0),
                ("4681", 0, 8000),
                ("4681", 8000, 0),
                ("75412", 0, 8000),
            ],
        ),
        (
            gift(DonationNature.WAIVED_INCOME),
            [("6132", 8000, 0), ("401", 0, 8000), ("401", 8000, 0), ("75413", 0, 8000)],
        ),
        (gift(DonationNature.LISTED_SHARES), [("503", 8000, 0), ("75411", 0, 8000)]),
        (
            gift(DonationNature.LISTED_SHARES, organisation=COMPANY),
            [("503", 8000, 0), ("7542", 0, 8000)],
        ),
        (gift(DonationNature.IN_KIND), [("860", 8000, 0), ("870", 0, 8000)]),
        (gift(DonationNature.SKILLS), [("862", 8000, 0), ("871", 0, 8000)]),
    ],
)
def test_a_gift_without_money_has_its_own_pattern(one, expected):
    assert moves(entry_of_gift(one, BOOKING)) == expected


def test_goods_and_skills_stand_outside_the_result_in_their_journal():
    entry = entry_of_gift(gift(DonationNature.SKILLS), BOOKING)
    assert (entry.journal, entry.kind) == ("CV", EntryKind.VOLUNTEERING)
    other = entry_of_gift(gift(DonationNature.WAIVED_EXPENSES), BOOKING)
    assert (other.journal, other.kind) == ("DO", EntryKind.STANDARD)


def test_the_campaign_names_the_activity_and_the_payer_the_third_party():
    entry = entry_of_payment(payment(part(), campaign_id=7), BOOKING)
    assert [(x.contact_id, x.activity_id) for x in entry.lines] == [(None, None), (3, 70)]


def test_an_account_of_money_below_a_journal_is_kept_in_it():
    accounts = {**BOOKING.accounts, BookingKey.TRANSFER: "5121B"}
    booking = Booking(accounts, BOOKING.journals | {"5121B": "B2"}, BOOKING.kinds, {})
    assert entry_of_payment(payment(part()), booking).journal == "B2"


def test_every_key_has_one_usual_account():
    assert {rule.key for rule in shipped_rules()} == set(BookingKey)
    assert len(shipped_rules()) == len(BookingKey)


_PARTS = st.builds(
    part,
    st.sampled_from(LineKind),
    st.integers(-10_000, 100_000),
    st.sampled_from([None, *OrganisationKind]),
    ineligibility=st.sampled_from([None, *Ineligibility]),
    has_counterpart=st.booleans(),
)


@given(
    st.lists(_PARTS, min_size=1, max_size=4),
    st.sampled_from(PaymentMode),
    st.sampled_from(Direction),
    st.integers(1, 200_000),
    st.integers(0, 900),
)
def test_any_payment_is_balanced_with_one_side_a_line(parts, mode, direction, amount, fee):
    paid = payment(*parts, mode=mode, direction=direction, amount=amount, fee=Money(fee))
    entry = entry_of_payment(paid, BOOKING)
    assert entry.debit == entry.credit
    assert len(entry.lines) >= 2
    assert all((x.debit.cents > 0) != (x.credit.cents > 0) for x in entry.lines)
    money = [x for x in entry.lines if x.account in {"531", "5112", "5121", "471", "517"}]
    assert money
