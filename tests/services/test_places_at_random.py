"""Whatever is done, taken back and done again, nobody waits while a place is free."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_registrations import DoorPayment
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.databases import DatabaseService
from tests.building import every_row, new_units
from tests.services.registration_office import HELD_ON, RegistrationOffice

STEPS = (
    "register",
    "register",
    "cancel",
    "restore",
    "remove",
    "capacity",
    "event",
    "pay",
    "undo",
    "undo_any",
    "redo",
)


class Desk(RegistrationOffice):
    """The office of an event with three places, and what may be done to it by number."""

    def __init__(self, units):
        super().__init__(units, capacity=3)
        self.tariff()

    def step(self, kind, number):
        """Do one thing, or nothing where a rule refuses it."""
        with suppress(RuleError, NotFoundError):
            getattr(self, f"do_{kind}")(number)

    def one(self, number):
        known = self.shown()
        if not known:
            raise RuleError("registration.missing")
        return known[number % len(known)]

    def do_register(self, number):
        self.register(f"P{number}")

    def do_cancel(self, number):
        self.registrations.cancel([self.one(number).id])

    def do_restore(self, number):
        self.registrations.restore(self.one(number).id)

    def do_remove(self, number):
        self.registrations.remove(self.one(number).id)

    def do_capacity(self, number):
        known = self.events.get(self.event_id).content
        self.events.change(self.event_id, replace(known, capacity=number % 5 or None))

    def do_event(self, number):
        (self.events.cancel if number % 2 else self.events.confirm)(self.event_id)

    def do_pay(self, number):
        payment = DoorPayment(HELD_ON, Money(100 * (number % 12 + 1)), PaymentMode.CASH)
        self.registrations.pay(self.one(number).party_id, payment)

    def do_undo(self, _number):
        self.operations.undo()

    def do_undo_any(self, number):
        latest = self.operations.latest()
        self.operations.undo_one(latest[number % len(latest)].id)

    def do_redo(self, _number):
        self.operations.redo()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("places")


@settings(
    max_examples=7,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 30)), max_size=25))
def test_nobody_waits_while_a_place_is_free_and_money_stays_with_its_event(folder, life):
    path = folder / f"{abs(hash(tuple(life)))}.coopdesk"
    path.unlink(missing_ok=True)
    with new_units(path) as units:
        desk = Desk(units)
        for kind, number in life:
            desk.step(kind, number)
            assert DatabaseService(units).check().findings == (), (kind, number)


@settings(
    max_examples=5,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.tuples(st.sampled_from(STEPS[:8]), st.integers(0, 30)), max_size=12),
    st.tuples(st.sampled_from(STEPS[:8]), st.integers(0, 30)),
)
def test_the_last_thing_done_is_taken_back_whole_and_done_again(folder, life, last):
    path = folder / f"{abs(hash((tuple(life), last)))}.coopdesk"
    path.unlink(missing_ok=True)
    with new_units(path) as units:
        desk = Desk(units)
        for kind, number in life:
            desk.step(kind, number)
        before, count = every_row(units), len(desk.operations.latest(1_000))
        desk.step(*last)
        if len(desk.operations.latest(1_000)) == count:
            assert every_row(units) == before
            return
        after = every_row(units)
        desk.operations.undo()
        assert every_row(units) == before
        desk.operations.redo()
        assert every_row(units) == after
