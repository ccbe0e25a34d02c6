"""Activities that lines of payments and sheets of expenses name: kept, booked, followed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.booking import BookingDone, BookingStep
from coopdesk.domain.entries import EntryFilter, EntryState
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_registrations import DoorPayment
from coopdesk.domain.expenses import ExpenseKind, NewExpenseLine, NewExpenseSheet
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentFilter,
    PaymentMode,
    PaymentPart,
)
from coopdesk.services.activities import ActivityService
from coopdesk.services.booking import BookingService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.entries import EntryService
from coopdesk.services.expenses import ExpenseService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from tests.building import new_units, person, today
from tests.services.registration_office import RegistrationOffice

DAY = dt.date(2026, 3, 12)


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "desk.coopdesk") as units:
        yield units


@pytest.fixture
def booking(units):
    return BookingService(units, today)


@pytest.fixture
def payments(units):
    return PaymentService(units, today)


@pytest.fixture
def expenses(units):
    return ExpenseService(units, today)


@pytest.fixture
def volunteer(units):
    return ContactService(units, today).add(person()).value.id


def activity(units, name):
    return ActivityService(units, today).add(NewActivity(name)).value.id


def paid(*parts, fee=0, direction=Direction.IN):
    return NewPayment(
        paid_on=DAY,
        amount=Money(sum(part.amount.cents for part in parts)),
        mode=PaymentMode.TRANSFER,
        parts=parts,
        direction=direction,
        label="Atelier",
        fee=Money(fee),
    )


def part(kind, cents, activity_id=None):
    return PaymentPart(kind, Money(cents), activity_id=activity_id)


def booked(units, state=None):
    """Return (account, cents, activity) of every line of the entries of a state, in order."""
    service = EntryService(units, today)
    wanted = EntryFilter(state=state, sort="date", descending=False)
    return [
        (line.account, line.signed.cents, line.activity_id)
        for entry in service.get_many(service.ids(wanted))
        for line in entry.content.lines
    ]


def by_activity(units):
    """Return what each activity comes to on each account, in cents."""
    found = {}
    for account, cents, key in booked(units):
        if account[0] in "67":
            found[key, account] = found.get((key, account), 0) + cents
    return {key: cents for key, cents in found.items() if cents}


def validate_all(units):
    service = EntryService(units, today)
    service.validate(service.ids(EntryFilter(state=EntryState.DRAFT)))


def sheet(volunteer_id, activity_id=None):
    line = NewExpenseLine(DAY, ExpenseKind.SUPPLIES, "Peinture", Money(3_000))
    return NewExpenseSheet(volunteer_id, "Décor", (line,), activity_id=activity_id)


def test_each_part_of_a_payment_is_booked_for_its_own_activity(units, booking, payments):
    fair, feast = activity(units, "Foire"), activity(units, "Fête")
    payments.record(
        paid(
            part(LineKind.REGISTRATION, 3_000, fair),
            part(LineKind.SALE, 1_000, feast),
            part(LineKind.OTHER, 500),
        )
    )
    booking.book()
    assert [x[1:] for x in booked(units)] == [
        (4_500, None),
        (-3_000, fair),
        (-1_000, feast),
        (-500, None),
    ]


def test_a_fee_kept_is_shared_by_what_the_parts_are_worth(units, booking, payments):
    fair, feast = activity(units, "Foire"), activity(units, "Fête")
    parts = (part(LineKind.REGISTRATION, 1_000, fair), part(LineKind.SALE, 2_000, feast))
    payments.record(paid(*parts, fee=100))
    booking.book()
    fees = {key: cents for (key, account), cents in by_activity(units).items() if cents > 0}
    assert fees == {fair: 33, feast: 67}


def test_a_fee_of_parts_for_one_activity_is_one_line(units, booking, payments):
    fair = activity(units, "Foire")
    parts = (part(LineKind.REGISTRATION, 1_000, fair), part(LineKind.SALE, 2_000, fair))
    payments.record(paid(*parts, fee=100))
    booking.book()
    assert [x for x in booked(units) if abs(x[1]) == 100] == [
        ("627", 100, fair),
        ("5121", -100, None),
    ]


def test_a_draft_follows_the_activity_of_its_payment_there_and_back(units, booking, payments):
    fair = activity(units, "Foire")
    payment = payments.record(paid(part(LineKind.SALE, 4_200))).value
    booking.book()
    lines = [x.id for x in payments.lines_of(payment.id)]
    assert payments.set_activity(lines, fair).value[0].activity == "Foire"
    assert booking.book().value == BookingDone(renewed=1, amount=Money(4_200))
    assert by_activity(units) == {(fair, "7071"): -4_200}
    payments.set_activity(lines, None)
    booking.book()
    assert by_activity(units) == {(None, "7071"): -4_200}


def test_a_validated_entry_is_reversed_when_the_activity_changes(units, booking, payments):
    fair = activity(units, "Foire")
    payment = payments.record(paid(part(LineKind.SALE, 4_200))).value
    booking.book()
    validate_all(units)
    payments.set_activity([x.id for x in payments.lines_of(payment.id)], fair)
    assert booking.pending().steps == {BookingStep.REVERSE: 1}
    booking.book()
    assert by_activity(units) == {(fair, "7071"): -4_200}
    assert booking.pending().count == 0


def test_what_a_person_said_of_a_line_stays_where_the_payment_says_nothing(
    units, booking, payments
):
    fair, feast = activity(units, "Foire"), activity(units, "Fête")
    parts = (part(LineKind.SALE, 4_200), part(LineKind.REGISTRATION, 1_000))
    payment = payments.record(paid(*parts)).value
    booking.book()
    with units.write("entry.activity_set") as work:
        [entry] = EntryService(units, today).get_many(
            EntryService(units, today).ids(EntryFilter())
        )
        line = next(x for x in entry.lines if x.content.account == "7071")
        work.entry_marks.set_activity([line.id], feast)
        work.commit()
    payments.set_activity([payments.lines_of(payment.id)[1].id], fair)
    booking.book()
    found = by_activity(units)
    assert found[feast, "7071"] == -4_200
    assert sum(cents for (key, _), cents in found.items() if key == fair) == -1_000


def test_a_payment_without_activity_keeps_the_print_of_earlier_programs(units, payments):
    payments.record(paid(part(LineKind.SALE, 4_200)))
    with units.read() as work:
        (found,) = work.booking.prints().values()
    assert found.lasting == "2026-03-12|4200|in|transfer|manual|0|/sale|4200||0|"


def test_refund_and_waiver_of_expenses_carry_the_activity_of_the_sheet(
    units, booking, expenses, volunteer
):
    fair = activity(units, "Foire")
    refunded = expenses.record(sheet(volunteer, fair)).value
    assert refunded.activity == "Foire"
    expenses.reimburse(refunded.id, DAY, PaymentMode.TRANSFER)
    waived = expenses.record(sheet(volunteer, fair)).value
    expenses.waive(waived.id, DAY)
    booking.book()
    found = by_activity(units)
    assert {key for key, _account in found} == {fair}
    assert sorted(found.values()) == [-3_000, 6_000]


def test_activity_of_a_settled_sheet_is_said_by_its_refund_too(
    units, booking, expenses, payments, volunteer
):
    fair = activity(units, "Foire")
    made = expenses.record(sheet(volunteer)).value
    settled = expenses.reimburse(made.id, DAY, PaymentMode.TRANSFER).value
    booking.book()
    with pytest.raises(RuleError, match=r"expense\.settled"):
        expenses.change(made.id, replace(made.content, activity_id=fair))
    lines = [x.id for x in payments.lines_of(settled.payment_id)]
    payments.set_activity(lines, fair)
    assert expenses.get(made.id).activity == "Foire"
    booking.book()
    assert {key for key, _account in by_activity(units)} == {fair}
    undoing = OperationService(units)
    undoing.undo()
    undoing.undo()
    assert expenses.get(made.id).activity == ""


def test_an_activity_that_money_names_stays(units, payments, expenses, volunteer):
    service = ActivityService(units, today)
    of_payment, of_sheet = activity(units, "Foire"), activity(units, "Fête")
    payments.record(paid(part(LineKind.SALE, 4_200, of_payment)))
    expenses.record(sheet(volunteer, of_sheet))
    for key in (of_payment, of_sheet):
        with pytest.raises(RuleError, match=r"activity\.in_use"):
            service.remove(key)


def test_money_is_refused_for_an_activity_that_is_gone(payments, expenses, volunteer):
    with pytest.raises(NotFoundError, match=r"activity\.missing"):
        payments.record(paid(part(LineKind.SALE, 4_200, 7)))
    with pytest.raises(NotFoundError, match=r"activity\.missing"):
        expenses.record(sheet(volunteer, 7))


def test_place_without_an_activity_of_its_own_is_what_its_event_says(units):
    office = RegistrationOffice(units)
    office.tariff("Entrée", 1200)
    paid = DoorPayment(DAY, Money(1200), PaymentMode.CASH)
    office.registrations.pay(office.register().party_id, paid)
    [line] = office.payments.lines(office.payments.ids(PaymentFilter()))
    [said] = office.payments.set_activity([line.id], None).value
    assert said.activity == line.activity != ""
    assert DatabaseService(units).check().findings == ()
