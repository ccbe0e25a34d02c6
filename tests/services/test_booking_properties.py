"""Whatever is recorded, changed, removed and prepared, the books say what is true then."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coopdesk.domain.booking_plan import BookingPlanner
from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.errors import CoopDeskError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentState,
)
from coopdesk.services.booking import BookingService
from coopdesk.services.booking_run import BookingRun
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.entries import EntryService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from tests.building import TODAY, gift, new_units, person, today

KINDS = (
    *("give", "pay", "correct", "remove", "decide", "back", "forward"),
    *("book", "book", "validate", "undo"),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 5), st.integers(1, 4)), max_size=12
)
MODES = list(PaymentMode)


class Office:
    """Does random things; what the rules forbid is not done."""

    def __init__(self, units):
        self.gifts = DonationService(units, today)
        self.payments = PaymentService(units, today)
        self.booking = BookingService(units, today)
        self.entries = EntryService(units, today)
        self.journal = OperationService(units)
        self.donor = ContactService(units, today).add(person()).value.id
        self.made = []

    def take(self, step, which, size):
        with suppress(CoopDeskError):
            getattr(self, f"_{step}")(which, size)

    def _of(self, which):
        return self.made[which % len(self.made)] if self.made else (None, None)

    def _gift(self, which, size):
        day = dt.date(2026, size, 1 + which)
        return gift(self.donor, 1000 * size, day, mode=MODES[which % 5])

    def _give(self, which, size):
        self.made.append(("gift", self.gifts.record(self._gift(which, size)).value.id))

    def _pay(self, which, size):
        amount = Money(500 * size)
        part = PaymentPart([LineKind.SALE, LineKind.OTHER][which % 2], amount)
        day = dt.date(2026, size, 20)
        new = NewPayment(day, amount, MODES[which % 5], (part,), label="Fête")
        self.made.append(("payment", self.payments.record(new).value.id))

    def _correct(self, which, size):
        kind, key = self._of(which)
        if kind == "gift":
            self.gifts.correct(key, self._gift(which, size))

    def _remove(self, which, size):
        kind, key = self._of(which)
        if kind is not None:
            (self.gifts if kind == "gift" else self.payments).remove(key)

    def _decide(self, which, size):
        kind, key = self._of(which)
        if kind == "payment":
            states = [PaymentState.RECEIVED, PaymentState.TO_CHECK, PaymentState.DISMISSED]
            self.payments.decide([key], states[size % 3])

    def _back(self, which, size):
        kind, key = self._of(which)
        if kind == "gift":
            self.gifts.give_back(key, NewReturn(TODAY, ReturnReason.BOUNCED))

    def _forward(self, which, size):
        kind, key = self._of(which)
        if kind == "gift":
            self.gifts.take_back_return(key)

    def _book(self, which, size):
        self.booking.book()

    def _validate(self, which, size):
        self.entries.validate()

    def _undo(self, which, size):
        self.journal.undo()

    def balances(self):
        """Return what each account comes to by month, zeros left out."""
        ids = self.entries.ids(EntryFilter())
        return sums(entry.content for entry in self.entries.get_many(ids))

    def made_once(self, units):
        """Return the same of entries made now, as if there had been none."""
        with units.read() as work:
            run = BookingRun(work, TODAY)
            planner = BookingPlanner(work.fiscal_years.years())
            steps = planner.plan(work.booking.prints(), ()).steps
            return sums(run.entries(steps).values())


def sums(entries):
    found = {}
    for entry in entries:
        assert entry.debit == entry.credit
        for line in entry.lines:
            key = (entry.entry_on.month, line.account)
            found[key] = found.get(key, 0) + line.signed.cents
    return {key: cents for key, cents in found.items() if cents}


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(STEPS)
def test_any_road_leads_to_the_books_made_once_at_the_end(steps):
    with TemporaryDirectory() as folder, new_units(Path(folder) / "a.coopdesk") as units:
        office = Office(units)
        for step in steps:
            office.take(*step)
        office.booking.book()
        by_the_way = office.balances()
        assert office.booking.pending().count == 0
        assert office.booking.book().value.count == 0
        assert by_the_way == office.made_once(units)
