"""Orders whose tickets go to several events: each gets its own, the books everything once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import PaymentFilter, PaymentState
from coopdesk.services.booking import BookingService
from coopdesk.services.event_money import EventMoneyService
from tests.building import every_row, new_units, today
from tests.exchange.test_helloasso_json import order
from tests.services.test_event_tickets import TicketDesk
from tests.services.test_imports import payment, ticket

SATURDAY, SUNDAY = "samedi", "dimanche"


def sold(tariff, number, amount, name, order_ref="800", status="Validé"):
    return ticket(order_ref, number, amount, name, status).replace("Plein tarif", tariff)


class TwoDays(TicketDesk):
    """A desk with two events that one form sells tickets of, by their tariffs."""

    def __init__(self, units, folder):
        super().__init__(units, folder)
        self.other_id = self.office.event("Fête du dimanche")
        self.booking = BookingService(units, today)
        self.money = EventMoneyService(units, today)

    def sells(self, status="Validé"):
        """Sell a ticket of each day and a gift in one order of 75."""
        self.apply(self.payments_file(payment(total="75,00", tariff="70,00")))
        self.tells(status)

    def tells(self, status="Validé"):
        saturday = sold("Samedi", "T1", "40,00", "Baron;Zoé")
        sunday = sold("Dimanche", "T2", "30,00", "Baron;Léo", status=status)
        self.apply(self.tickets_file(saturday, sunday))

    def take_day(self, event_id, tariff):
        [offer] = self.tickets.offers(event_id)
        form = replace(offer.form, tariffs=frozenset({tariff}))
        return self.tickets.take(event_id, [form]).value

    def take_both(self):
        self.take_day(self.event_id, SATURDAY)
        self.take_day(self.other_id, SUNDAY)

    def lines_now(self):
        """Return (kind, cents, beginning of the activity) of every line."""
        return sorted(
            (kind, cents, activity.partition(" (")[0])
            for kind, cents, activity in self.part_of()
        )

    def results(self):
        """Return what each event earned and cost by the books."""
        found = [self.money.result(key) for key in (self.event_id, self.other_id)]
        assert all(not one.unbooked for one in found)
        return [(one.total_income.cents, one.total_expense.cents) for one in found]

    def settlements(self):
        return [
            party.left
            for event_id in (self.event_id, self.other_id)
            for party in self.office.registrations.parties(event_id)
        ]


BOTH = [
    ("gift", 500, "Fête des communs"),
    ("registration", 3000, "Fête du dimanche"),
    ("registration", 4000, "Fête des communs"),
]


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield TwoDays(units, tmp_path)


def test_each_event_gets_what_its_tickets_cost_and_the_books_all_of_it_once(desk):
    desk.sells()
    desk.take_day(desk.event_id, SATURDAY)
    assert desk.lines_now() == [
        ("gift", 500, "Fête des communs"),
        ("registration", 3000, ""),
        ("registration", 4000, "Fête des communs"),
    ]
    desk.take_day(desk.other_id, SUNDAY)
    assert desk.lines_now() == BOTH
    assert desk.settlements() == [ZERO, ZERO]
    desk.booking.book()
    assert desk.results() == [(4500, 0), (3000, 0)]
    assert desk.money_in() == Money(7500)


def test_the_same_files_again_double_nothing_and_divide_nothing_anew(desk):
    desk.sells()
    desk.take_both()
    desk.booking.book()
    before = every_row(desk.units)
    desk.sells()
    assert every_row(desk.units) == before
    assert desk.booking.pending().count == 0


def test_an_import_that_divides_an_order_is_taken_back_whole(desk):
    desk.tells()
    desk.take_both()
    before = every_row(desk.units)
    desk.apply(desk.payments_file(payment(total="75,00", tariff="70,00")))
    assert desk.lines_now() == BOTH
    assert desk.settlements() == [ZERO, ZERO]
    desk.imports.undo(desk.imports.history()[0].id)
    assert every_row(desk.units) == before


def test_what_a_person_said_of_a_shared_order_stays(desk):
    desk.sells()
    desk.take_day(desk.event_id, SATURDAY)
    wanted = desk.office.events.ensure_activity(desk.other_id).value
    lines = desk.accounts.lines(desk.accounts.ids(PaymentFilter()))
    [mine] = [line.id for line in lines if line.amount == Money(4000)]
    desk.accounts.set_activity([mine], wanted)
    desk.take_day(desk.other_id, SUNDAY)
    assert desk.lines_now() == [
        ("gift", 500, "Fête des communs"),
        ("registration", 3000, "Fête du dimanche"),
        ("registration", 4000, "Fête du dimanche"),
    ]


def test_a_ticket_paid_back_goes_out_of_the_result_of_its_own_event(desk):
    told = order()
    told["items"][1] |= {"name": "Dimanche"}
    desk.apply(desk.answer(told))
    desk.take_day(desk.event_id, "plein tarif")
    desk.take_day(desk.other_id, SUNDAY)
    told["items"][1]["state"] = "Canceled"
    told["payments"][0]["refundOperations"] = [{"id": 5, "amount": 4000, "status": "Processed"}]
    desk.apply(desk.answer(told))
    for waiting in desk.imports.to_check():
        desk.accounts.decide([waiting.payment_id], PaymentState.RECEIVED)
    desk.booking.book()
    assert desk.results() == [(4500, 0), (0, 0)]


def test_money_of_tickets_stays_the_events_when_it_follows_the_form_no_more(desk):
    desk.sells()
    desk.take_both()
    desk.tickets.leave(desk.event_id)
    desk.tickets.leave(desk.other_id)
    fee = payment(total="77,00", tariff="70,00", gift="7,00")
    desk.apply(desk.payments_file(fee))
    assert [x for x in desk.lines_now() if x[0] == "registration"] == BOTH[1:]
    assert {x[2] for x in desk.lines_now()} == {"Fête des communs", "Fête du dimanche"}
