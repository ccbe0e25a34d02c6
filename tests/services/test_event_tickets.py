"""Tickets of platforms at an event: taken once, paid for, followed, and taken back."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import event

from coopdesk.domain.booking import BookingStep
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_registrations import RegistrationState, Settlement
from coopdesk.domain.event_tickets import TicketsTaken
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.services.booking import BookingService
from coopdesk.services.event_tickets import EventTicketService
from tests.building import every_row, new_units, today
from tests.exchange.test_helloasso_json import order
from tests.services.registration_office import RegistrationOffice
from tests.services.test_helloasso_api_imports import ApiDesk
from tests.services.test_imports import EVENT_HEADER, EVERYTHING, payment, ticket

PAID = Settlement.PAID
DATA = Path(__file__).parent.parent / "data"


class TicketDesk(ApiDesk):
    """A desk that imports files, and the office of an event."""

    def __init__(self, units, folder):
        super().__init__(units, folder)
        self.office = RegistrationOffice(units, title="Fête des communs")
        self.event_id = self.office.event_id
        self.tickets = EventTicketService(units, today)

    def tickets_file(self, *rows):
        return self.file(EVENT_HEADER, *rows)

    def take(self, *names):
        """Take what is offered, all of it or the forms of some names."""
        offers = self.tickets.offers(self.event_id)
        chosen = [x.form for x in offers if not names or x.form.name in names]
        return self.tickets.take(self.event_id, chosen).value

    def who(self):
        """Return who is registered: name, state, tariff, cents, settlement."""
        return [
            (x.name, x.state.value, x.tariff_name, x.due.cents, x.settlement)
            for x in self.office.shown()
        ]

    def part_of(self):
        """Return (kind, cents, activity) of every line of a payment."""
        return [
            (x.kind.value, x.amount.cents, x.activity)
            for x in self.accounts.lines(self.accounts.ids(EVERYTHING))
        ]


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield TicketDesk(units, tmp_path)


def test_tickets_are_offered_by_the_form_that_sold_them(desk):
    desk.apply(desk.tickets_file(ticket("800"), ticket("801", "T2", status="Annulé")))
    (offer,) = desk.tickets.offers(desk.event_id)
    assert (offer.form.name, offer.file_name) == ("", "export-1.csv")
    assert (offer.count, offer.void, offer.amount) == (2, 1, Money(4000))
    assert [(x.name, x.count) for x in offer.tariffs] == [("Plein tarif", 1)]
    desk.apply(desk.payments_file(payment("900", "800")))
    assert {x.form.name for x in desk.tickets.offers(desk.event_id)} == {
        "",
        "Fête des communs",
    }


def test_a_ticket_and_the_gift_on_top_become_the_events(desk):
    desk.apply(desk.payments_file(payment()))
    desk.apply(desk.tickets_file(ticket()))
    assert desk.take() == TicketsTaken(registered=1, amount=Money(4000))
    assert desk.who() == [("Zoé Baron", "registered", "Plein tarif", 4000, PAID)]
    (party,) = desk.office.registrations.parties(desk.event_id)
    assert (party.payer_name, party.due, party.paid) == (
        "Denis Baron",
        Money(4000),
        Money(4000),
    )
    name = "Fête des communs (21 novembre 2026)"
    assert sorted(desk.part_of()) == [("gift", 500, name), ("registration", 4000, name)]
    assert [x.amount for x in desk.gifts()] == [Money(500)]
    assert desk.tickets.offers(desk.event_id) == []
    with pytest.raises(RuleError, match=r"ticket\.none_left"):
        desk.take()


@pytest.mark.parametrize("first", ["payments", "tickets"])
def test_whatever_file_comes_first_everything_is_told_once(desk, first):
    paths = [desk.payments_file(payment()), desk.tickets_file(ticket())]
    for path in paths if first == "payments" else reversed(paths):
        desk.apply(path)
    desk.take()
    before = desk.who(), desk.part_of(), desk.money_in()
    assert before[2] == Money(4500)
    assert [desk.apply(path) for path in paths] == [None, None]
    assert (desk.who(), desk.part_of(), desk.money_in()) == before


def test_a_payments_file_that_comes_after_the_taking_reaches_the_event(desk):
    desk.apply(desk.tickets_file(ticket()))
    desk.take()
    assert desk.who()[0][-1] is PAID, "the ticket was paid, or the platform had sold none"
    desk.apply(desk.payments_file(payment()))
    assert desk.who()[0][-1] is PAID
    assert {x[-1] for x in desk.part_of()} == {"Fête des communs (21 novembre 2026)"}
    assert desk.money_in() == Money(4500)


def test_answers_of_the_api_tell_the_same_tickets(desk):
    desk.apply(desk.answer(order()))
    desk.take()
    assert len(desk.who()) == 2
    before = desk.who(), desk.part_of()
    desk.apply(desk.tickets_file(ticket("12578", "T1"), ticket("12578", "T2")))
    assert (desk.who(), desk.part_of()) == before
    assert desk.tickets.offers(desk.event_id) == []


def test_later_tickets_of_the_form_come_by_themselves_and_go_with_their_import(desk):
    desk.apply(desk.payments_file(payment()))
    desk.apply(desk.tickets_file(ticket()))
    desk.take()
    desk.apply(desk.payments_file(payment("901", "801", last="Petit", email="p@example.org")))
    before = every_row(desk.units)
    desk.apply(desk.tickets_file(ticket("801", "T2", name="Petit;Lou")))
    assert [x[0] for x in desk.who()] == ["Zoé Baron", "Lou Petit"]
    assert {x[-1] for x in desk.who()} == {PAID}
    desk.imports.undo(desk.imports.history()[0].id)
    assert every_row(desk.units) == before


def test_a_longer_file_of_the_same_tickets_brings_the_new_ones(desk):
    desk.apply(desk.tickets_file(ticket()))
    desk.take()
    desk.apply(desk.tickets_file(ticket(), ticket("801", "T2", name="Petit;Lou")))
    assert [x[0] for x in desk.who()] == ["Zoé Baron", "Lou Petit"]
    desk.apply(desk.tickets_file(ticket("990", "T9", name="Autre;Fête")))
    assert len(desk.who()) == 2, "nothing tells that this file is of the same form"
    assert [x.count for x in desk.tickets.offers(desk.event_id)] == [1]


def test_tickets_come_no_more_once_the_form_is_left(desk):
    desk.apply(desk.tickets_file(ticket()))
    desk.take()
    desk.tickets.leave(desk.event_id)
    desk.apply(desk.tickets_file(ticket(), ticket("801", "T2", name="Petit;Lou")))
    assert len(desk.who()) == 1


def test_a_ticket_that_is_cancelled_or_renamed_later_is_followed(desk):
    desk.apply(desk.tickets_file(ticket(), ticket("801", "T2", name="Petit;Lou")))
    desk.take()
    desk.apply(
        desk.tickets_file(ticket(status="Remboursé"), ticket("801", "T2", name="Petit;Louise"))
    )
    assert [(x[0], x[1]) for x in desk.who()] == [
        ("Zoé Baron", "cancelled"),
        ("Louise Petit", "registered"),
    ]
    desk.apply(desk.tickets_file(ticket(), ticket("801", "T2", name="Petit;Louise")))
    assert {x[1] for x in desk.who()} == {"registered"}


@pytest.mark.parametrize("first", ["answer", "file"])
def test_a_ticket_is_cancelled_by_whatever_kind_of_file_says_so(desk, first):
    told = order()
    sold = [ticket("12578", "T1"), ticket("12578", "T2")]
    desk.apply(desk.answer(told) if first == "answer" else desk.tickets_file(*sold))
    desk.take()
    told["items"][1]["state"] = "Canceled"
    gone = ticket("12578", "T2", status="Annulé")
    path = desk.tickets_file(sold[0], gone) if first == "answer" else desk.answer(told)
    desk.apply(path)
    assert sorted(x[1] for x in desk.who()) == ["cancelled", "registered"]
    assert len(desk.who()) == 2
    before = every_row(desk.units)
    both = (desk.answer(told), desk.tickets_file(sold[0], gone))
    assert [desk.apply(again) for again in (path, *both)] == [None] * 3
    assert every_row(desk.units) == before


def test_who_gave_up_the_place_here_does_not_come_back_by_the_same_ticket(desk):
    desk.apply(desk.tickets_file(ticket()))
    desk.take()
    [one] = desk.office.shown()
    desk.office.registrations.cancel([one.id])
    desk.apply(desk.tickets_file(ticket(), ticket("801", "T2", name="Petit;Lou")))
    assert [x[1] for x in desk.who()] == ["cancelled", "registered"]


def test_a_cancelled_ticket_gives_its_place_to_who_waits(desk):
    desk.apply(desk.tickets_file(ticket()))
    desk.take()
    desk.office.tariff("Sur place", 0)
    event = desk.office.events.get(desk.event_id).content
    desk.office.events.change(desk.event_id, replace(event, capacity=1))
    waiting = desk.office.register("Durand")
    assert waiting.state is RegistrationState.WAITING
    desk.apply(desk.tickets_file(ticket(status="Annulé")))
    assert [(x[0], x[1]) for x in desk.who()] == [
        ("Zoé Baron", "cancelled"),
        ("Durand", "registered"),
    ]


def test_who_was_registered_before_gets_the_ticket_and_is_not_doubled(desk):
    payer = desk.office.contact("Baron", "Denis")
    with desk.units.write("contact.changed") as work:
        work.imports.change_contact(payer, {"email": "denis.baron@example.org"})
        work.commit()
    desk.office.register(contact_id=payer)
    desk.apply(desk.payments_file(payment()))
    desk.apply(desk.tickets_file(ticket(name="Baron;Denis")))
    assert desk.take() == TicketsTaken(joined=1, amount=Money(4000))
    assert desk.who() == [("Denis Baron", "registered", "Plein tarif", 4000, PAID)]
    assert len(desk.office.registrations.parties(desk.event_id)) == 1


def test_who_gave_up_the_place_and_bought_a_ticket_since_has_a_place_again(desk):
    payer = desk.office.contact("Baron", "Denis")
    with desk.units.write("contact.changed") as work:
        work.imports.change_contact(payer, {"email": "denis.baron@example.org"})
        work.commit()
    gone = desk.office.register(contact_id=payer)
    desk.office.registrations.cancel([gone.id])
    desk.apply(desk.payments_file(payment()))
    desk.apply(desk.tickets_file(ticket(name="Baron;Denis")))
    desk.take()
    assert [(x[0], x[1]) for x in desk.who()] == [("Denis Baron", "registered")]
    assert desk.office.registrations.get(gone.id).cancelled_on is None


def test_one_order_is_one_party_whoever_comes(desk):
    desk.apply(desk.payments_file(payment(total="80,00", tariff="80,00", gift="")))
    rows = (ticket(), ticket(number="T2", name="Baron;Léo"))
    desk.apply(desk.tickets_file(*rows))
    desk.take()
    (party,) = desk.office.registrations.parties(desk.event_id)
    assert (party.names, party.due, party.paid) == (
        ("Zoé Baron", "Léo Baron"),
        Money(8000),
        Money(8000),
    )


def test_only_the_tariffs_that_were_chosen_are_taken_now_and_later(desk):
    workshop = ticket("801", "T2", "10,00", "Petit;Lou").replace("Plein tarif", "Atelier")
    desk.apply(desk.tickets_file(ticket(), workshop))
    (offer,) = desk.tickets.offers(desk.event_id)
    chosen = type(offer.form)(offer.form.source, "", offer.form.run_id, frozenset({"atelier"}))
    desk.tickets.take(desk.event_id, [chosen])
    assert [x[0] for x in desk.who()] == ["Lou Petit"]
    later = ticket("802", "T3", "10,00", "Roux;Ana").replace("Plein tarif", "Atelier")
    desk.apply(desk.tickets_file(ticket(), workshop, later, ticket("803", "T4")))
    assert [x[0] for x in desk.who()] == ["Lou Petit", "Ana Roux"]


def test_options_of_a_ticket_are_taken_with_their_price(desk):
    desk.apply(DATA / "helloasso_event_named.csv")
    taken = desk.take()
    assert (taken.registered, taken.cancelled) == (3, 1)
    found = {
        x.name: (x.price.cents, [(o.name, o.price.cents) for o in x.options])
        for x in desk.office.shown()
    }
    assert found == {
        "Thérèse Roux": (2000, [("Repas", 1200)]),
        "Maël Roux": (0, []),
        "Amélie Leroy": (1500, []),
        "Omar Blanc": (2000, []),
    }
    tariffs = desk.office.events.sheet(desk.event_id).tariffs
    assert [(x.content.name, x.content.amount.cents) for x in tariffs] == [
        ("Plein tarif", 2000),
        ("Enfant", 0),
        ("Repas", 1200),
    ]


def test_options_that_the_api_tells_are_taken_with_their_price_and_doubled_by_no_file(desk):
    told = order()
    meal = {"name": "Repas", "amount": 1200}
    told["payments"][0]["amount"] += 1200
    told["items"][0] |= {"options": [meal], "payments": [{"id": 900, "shareAmount": 5200}]}
    desk.apply(desk.answer(told))
    desk.take()
    found = [
        (x.price.cents, [(o.name, o.price.cents) for o in x.options])
        for x in desk.office.shown()
    ]
    assert found == [(4000, [("Repas", 1200)]), (4000, [])]
    (party,) = desk.office.registrations.parties(desk.event_id)
    assert (party.due, party.paid) == (Money(9200), Money(9200))
    meals = [ticket("12578", "T1", "52,00"), ticket("12578", "T2")]
    assert desk.judged(desk.tickets_file(*meals)) == [("same", "known_by_order")] * 2


def test_a_file_that_names_nobody_takes_names_from_answers(desk):
    desk.apply(DATA / "helloasso_event_nameless.csv")
    desk.take()
    assert [x[0] for x in desk.who()] == [
        "Zoé Martin",
        "Paula Petit",
        "Hugo Petit",
        "Léa Moreau",
        "Tino Simon",
    ]
    assert {x[-1] for x in desk.who()} == {PAID}


def test_tickets_of_nobody_are_the_payers(desk):
    rows = (ticket(name=";"), ticket(number="T2", name=";"))
    desk.apply(desk.tickets_file(*rows))
    desk.take()
    (first, second) = desk.office.shown()
    assert (first.contact_id is None, second.contact_id) == (False, None)
    assert (first.name, second.name) == ("Denis Baron", "Denis Baron")


def test_money_that_went_back_is_the_events_too(desk):
    refund = {"id": 5, "amount": 8500, "status": "Processed"}
    desk.apply(desk.answer(order()))
    desk.take()
    (party,) = desk.office.registrations.parties(desk.event_id)
    answer = order()
    answer["payments"][0]["refundOperations"] = [refund]
    desk.apply(desk.answer(answer))
    (after,) = desk.office.registrations.parties(desk.event_id)
    assert len(desk.part_of()) == 4
    assert len({name for _kind, _cents, name in desk.part_of()}) == 1
    assert (party.paid, after.paid) == (Money(8000), ZERO)


def test_entries_of_orders_follow_the_taking(desk):
    """Those of other money stay as they are."""
    booking = BookingService(desk.units, today)
    desk.apply(desk.payments_file(payment(), payment("901", "801")))
    desk.apply(desk.tickets_file(ticket()))
    booking.book()
    desk.take()
    assert booking.pending().steps == {BookingStep.RENEW: 1}
    booking.book()
    assert booking.pending().count == 0


def test_taking_is_taken_back_whole(desk):
    desk.apply(desk.payments_file(payment()))
    desk.apply(desk.tickets_file(ticket()))
    before = every_row(desk.units)
    desk.take()
    desk.operations.undo()
    assert every_row(desk.units) == before


def test_an_import_on_which_a_taking_rests_says_so(desk):
    desk.apply(desk.tickets_file(ticket()))
    desk.take()
    (blocker,) = desk.imports.undo_review(desk.imports.history()[0].id).blockers
    assert blocker.values["operation"].label == "event.tickets_taken"


def test_nobody_owes_an_event_that_is_cancelled_and_what_was_paid_is_to_be_given_back(desk):
    desk.apply(desk.payments_file(payment()))
    desk.apply(desk.tickets_file(ticket()))
    desk.take()
    desk.office.tariff("Sur place", 1200)
    tariffs = desk.office.events.sheet(desk.event_id).tariffs
    door = next(one.id for one in tariffs if one.content.name == "Sur place")
    unpaid = desk.office.register("Durand", tariff_id=door)
    desk.office.events.cancel(desk.event_id)
    [line] = desk.office.events.list()
    assert line.due == desk.office.registrations.party(unpaid.party_id).left == ZERO
    assert [(x[0], *x[-2:]) for x in desk.who()] == [
        ("Zoé Baron", 0, Settlement.OVERPAID),
        ("Durand", 0, Settlement.FREE),
    ]
    [first, _second] = desk.office.shown()
    desk.office.registrations.refund(first.party_id, Money(4000), PaymentMode.TRANSFER, today())
    assert desk.who()[0][-1] is Settlement.FREE
    desk.office.events.plan(desk.event_id)
    assert [x[-1] for x in desk.who()] == [Settlement.UNPAID] * 2


def test_an_event_that_is_gone_is_told(desk):
    with pytest.raises(NotFoundError, match=r"event\.missing"):
        desk.tickets.offers(99)


def test_a_longer_file_brings_new_tickets_before_their_payments_are_known(desk):
    desk.apply(desk.payments_file(payment()))
    desk.apply(desk.tickets_file(ticket()))
    desk.take("Fête des communs")
    desk.apply(desk.tickets_file(ticket(), ticket("801", "T2", name="Petit;Lou")))
    assert [x[0] for x in desk.who()] == ["Zoé Baron", "Lou Petit"]


def test_thousands_of_tickets_are_taken_with_few_statements(desk):
    count = 300
    desk.apply(
        desk.tickets_file(*(ticket(f"8{x}", f"T{x}", name=f"N{x};P{x}") for x in range(count)))
    )
    asked: list[str] = []

    def note(*told):
        asked.append(told[2])

    with desk.units.database.reading() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        assert desk.take().registered == count
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len(asked) < count / 4


ORDERS = [x for x in permutations(("payments", "tickets", "answer", "take")) if x[0] != "take"]


@pytest.mark.parametrize("steps", ORDERS, ids="-".join)
def test_three_files_and_the_taking_come_to_the_same_in_any_order(desk, steps):
    """A payments file, a file of tickets and an answer of the API tell one order."""
    told = {
        "payments": desk.payments_file(
            payment("900", "12578", "85,00", tariff="80,00", date="02/04/2026 10:00:00")
        ),
        "tickets": desk.tickets_file(
            ticket("12578", "T1"), ticket("12578", "T2", name="Baron;Zoé")
        ),
        "answer": desk.answer(order()),
    }
    has_taken = False
    for step in steps:
        if step != "take":
            desk.apply(told[step])
        elif desk.tickets.offers(desk.event_id):
            desk.take()
            has_taken = True
    if not has_taken:  # a file of payments alone names no ticket
        desk.take()
    assert [(x[0], x[1], x[3], x[4]) for x in desk.who()] == [
        ("Zoé Baron", "registered", 4000, PAID)
    ] * 2
    assert sorted(x[:2] for x in desk.part_of()) in (
        [("gift", 500), ("registration", 8000)],
        [("gift", 500), ("registration", 4000), ("registration", 4000)],
    )
    assert {x[2] for x in desk.part_of()} == {"Fête des communs (21 novembre 2026)"}
    assert desk.money_in() == Money(8500)
    assert len(desk.office.registrations.parties(desk.event_id)) == 1


def test_a_part_that_went_back_is_the_partys_once_a_person_decided(desk):
    desk.apply(desk.answer(order()))
    desk.take()
    answer = order()
    answer["payments"][0]["refundOperations"] = [
        {"id": 5, "amount": 1000, "status": "Processed"}
    ]
    desk.apply(desk.answer(answer))
    [waiting] = desk.imports.to_check()
    desk.accounts.decide([waiting.payment_id], PaymentState.RECEIVED)
    (party,) = desk.office.registrations.parties(desk.event_id)
    assert (party.due, party.paid) == (Money(8000), Money(7000))
    assert len({name for _kind, _cents, name in desk.part_of()}) == 1


def test_what_was_given_on_top_of_a_ticket_pays_for_nobody_else_in_the_list_of_events(desk):
    desk.office.tariff("Sur place", 1200)
    desk.apply(desk.payments_file(payment()))
    desk.apply(desk.tickets_file(ticket()))
    desk.take()
    (party,) = desk.office.registrations.parties(desk.event_id)
    desk.office.register("Durand", party_id=party.id)
    [line] = desk.office.events.list()
    assert line.due == desk.office.registrations.party(party.id).left == Money(1200)
