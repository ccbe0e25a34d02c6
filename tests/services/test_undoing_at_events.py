"""Taking back and doing again where people wait for places, and which pages hear of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import SQLModel

from coopdesk.domain.event_registrations import DoorPayment
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.databases import DatabaseService
from coopdesk.services.operations import subjects_of
from coopdesk.services.outcome import Subject
from tests.building import every_row, new_units
from tests.services.registration_office import HELD_ON, RegistrationOffice

# What only the program keeps for itself, or nothing takes back.
UNSEEN = {
    "account_sum",
    "contact_key",
    "file_info",
    "gift_sum",
    "operation",
    "operation_change",
    "receipt_loss",
    "stored_file",
    "tax_receipt",
    "tax_receipt_gift",
    "tax_receipt_void",
}


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "rives.coopdesk") as units:
        yield Desk(units, capacity=1)


class Desk(RegistrationOffice):
    """The office, and its event as typed."""

    def content(self):
        return self.events.get(self.event_id).content


def states(desk):
    return [(one.name, one.state.value) for one in desk.shown()]


def undo_first(desk, label):
    """Take the first command of a name back, whatever came after it."""
    found = [one for one in desk.operations.latest() if one.label == label]
    desk.operations.undo_one(found[-1].id)


def test_registration_that_is_taken_back_gives_its_place_to_who_waits(desk):
    desk.several(3)
    undo_first(desk, "registration.added")
    assert states(desk) == [("P2", "registered"), ("P3", "waiting")]
    assert desk.moves()[-1] == ("P2", "promoted", "")
    assert DatabaseService(desk.units).check().findings == ()


def test_number_of_a_removed_registration_stays_free_for_taking_the_removal_back(desk):
    desk.register()
    mistaken = desk.register("Durand")
    desk.registrations.remove(mistaken.id)
    removal = desk.operations.latest(1)[0]
    assert desk.register("Petit").number == mistaken.number + 1
    desk.operations.undo_one(removal.id)
    assert desk.registrations.get(mistaken.id).number == mistaken.number


def test_event_that_gets_its_places_back_lets_who_waits_move_up(desk):
    desk.events.change(desk.event_id, replace(desk.content(), capacity=2))
    desk.several(1)
    desk.events.change(desk.event_id, replace(desk.content(), capacity=1))
    desk.register("P2")
    undo_first(desk, "registration.added")
    assert states(desk) == [("P2", "registered")]


def test_cancelling_that_is_taken_back_leaves_nobody_with_a_place_too_many(desk):
    first, _second = desk.several(2)
    before = every_row(desk.units)
    desk.registrations.cancel([first])
    desk.operations.undo()
    assert every_row(desk.units) == before


def paid(desk):
    """Let somebody register and pay in cash; return the command that took the money."""
    known = desk.events.sheet(desk.event_id).tariffs
    tariff_id = known[0].id if known else desk.tariff()
    one = desk.register(tariff_id=tariff_id)
    desk.registrations.pay(one.party_id, DoorPayment(HELD_ON, Money(1200), PaymentMode.CASH))
    return desk.operations.latest()[0].id


def test_first_payment_of_an_event_goes_with_the_activity_that_it_made(desk):
    before = every_row(desk.units)
    paid(desk)
    for _step in ("payment", "registration", "tariff"):
        desk.operations.undo()
    assert every_row(desk.units) == before


def test_first_payment_goes_and_what_came_later_stays_with_the_activity(desk):
    desk.events.change(desk.event_id, replace(desk.content(), capacity=9))
    first = paid(desk)
    second = paid(desk)
    desk.events.change(desk.event_id, replace(desk.content(), theme="Jardins"))
    activity_id = desk.events.get(desk.event_id).activity_id

    desk.operations.undo_one(first)

    event = desk.events.get(desk.event_id)
    assert (event.activity_id, event.content.theme) == (activity_id, "Jardins")
    assert DatabaseService(desk.units).check().findings == ()
    desk.operations.undo_one(second)
    assert len(every_row(desk.units)["payment"]) == 0
    assert DatabaseService(desk.units).check().findings == ()


def test_pages_hear_of_every_table_that_people_see():
    for table in SQLModel.metadata.sorted_tables:
        assert table.name in UNSEEN or subjects_of(frozenset({table.name})), table.name
    assert subjects_of(frozenset({"working_group"})) == {Subject.CONTACTS, Subject.GROUPS}
    assert Subject.EVENTS in subjects_of(frozenset({"payment_line"}))
