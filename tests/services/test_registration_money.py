"""The money of those who take part: parties, payments at the door, refunds, cash boxes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_registrations import DoorPayment, Settlement
from coopdesk.domain.events import Pricing
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentFilter,
    PaymentMode,
    PaymentState,
)
from coopdesk.services.outcome import Subject
from tests.building import TODAY, every_row, new_units
from tests.services.registration_office import HELD_ON, RegistrationOffice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CASH, CARD = PaymentMode.CASH, PaymentMode.CARD


@pytest.fixture
def office(tmp_path: Path) -> Iterator[RegistrationOffice]:
    with new_units(tmp_path / "a.coopdesk") as units:
        office = RegistrationOffice(units)
        office.tariff()
        yield office


def _door(cents: int, gift: int = 0, box_id: int | None = None) -> DoorPayment:
    return DoorPayment(HELD_ON, Money(cents), CASH, Money(gift), box_id)


def test_a_family_pays_at_once(office: RegistrationOffice) -> None:
    contact_id = office.contact()
    people = [
        office.guest("", contact_id=contact_id),
        office.guest("Paul"),
        office.guest("Lou"),
    ]
    party = office.registrations.register_party(people, contact_id).value
    assert (party.payer_name, party.due, party.left) == (
        "Élodie Lefèvre",
        Money(3600),
        Money(3600),
    )
    assert party.names == ("Élodie Lefèvre", "Paul", "Lou")
    office.registrations.pay(party.id, _door(2000))
    assert {one.settlement for one in office.shown()} == {Settlement.PARTLY_PAID}
    payment = office.registrations.pay(party.id, _door(1600)).value
    party = office.registrations.party(party.id)
    assert (party.paid, party.left) == (Money(3600), ZERO)
    assert payment.id in party.payment_ids
    assert payment.payer_name == "Élodie Lefèvre"
    assert office.names(settlement=Settlement.PAID) == ["Élodie Lefèvre", "Paul", "Lou"]


def test_nobody_pays_more_than_is_due(office: RegistrationOffice) -> None:
    party_id = office.register().party_id
    with pytest.raises(RuleError) as refused:
        office.registrations.pay(party_id, _door(1500))
    assert refused.value.code == "party.overpaid"
    assert refused.value.values["surplus"] == Money(300)
    for wrong in (_door(0), _door(-100), _door(1200, -100)):
        with pytest.raises(RuleError) as refused:
            office.registrations.pay(party_id, wrong)
        assert refused.value.code == "payment.amount_not_positive"
    with pytest.raises(NotFoundError):
        office.registrations.pay(999, _door(100))


def test_the_gift_on_top_is_a_gift_of_the_payer_and_pays_for_nothing(
    office: RegistrationOffice,
) -> None:
    contact_id = office.contact()
    party_id = office.register("", contact_id=contact_id).party_id
    payment = office.registrations.pay(party_id, _door(1200, 800)).value
    kinds = [(part.kind, part.amount) for part in payment.content.parts]
    assert kinds == [(LineKind.REGISTRATION, Money(1200)), (LineKind.GIFT, Money(800))]
    assert payment.content.amount == Money(2000)
    event = office.events.get(office.event_id)
    assert {part.activity_id for part in payment.content.parts} == {event.activity_id}
    assert event.activity_id is not None
    line = next(x for x in office.payments.lines_of(payment.id) if x.kind is LineKind.GIFT)
    assert line.gift_id is not None
    gift = office.donations.get(line.gift_id)
    assert (gift.content.donor_id, gift.content.amount) == (contact_id, Money(800))
    assert office.registrations.party(party_id).left == ZERO


def test_a_gift_alone_is_taken_at_a_free_event(tmp_path: Path) -> None:
    with new_units(tmp_path / "b.coopdesk") as units:
        office = RegistrationOffice(units)
        party_id = office.register().party_id
        payment = office.registrations.pay(party_id, _door(0, 500)).value
        assert [part.kind for part in payment.content.parts] == [LineKind.GIFT]
        assert office.registrations.party(party_id).paid == ZERO


def test_what_one_paid_too_much_pays_for_no_other(office: RegistrationOffice) -> None:
    leaving, _staying = office.register(), office.register("Durand")
    office.registrations.pay(leaving.party_id, _door(1200))
    office.registrations.cancel([leaving.id])
    counts = office.registrations.counts(office.event_id)
    assert (counts.due, counts.paid) == (Money(1200), Money(1200))
    assert (counts.left, counts.overpaid) == (Money(1200), Money(1200))


def test_who_gives_up_is_owed_what_was_paid(office: RegistrationOffice) -> None:
    made = office.register()
    office.registrations.pay(made.party_id, _door(1200))
    office.registrations.cancel([made.id])
    assert office.registrations.party(made.party_id).left == Money(-1200)
    assert office.names(settlement=Settlement.OVERPAID) == ["Martin"]
    with pytest.raises(RuleError) as refused:
        office.registrations.refund(made.party_id, Money(1201), CASH)
    assert (refused.value.code, refused.value.values["paid"]) == (
        "party.refund_too_much",
        Money(1200),
    )
    back = office.registrations.refund(made.party_id, Money(1000), CARD, TODAY).value
    assert (back.content.direction, back.content.mode) == (Direction.OUT, CARD)
    part = back.content.parts[0]
    event = office.events.get(office.event_id)
    assert (part.kind, part.party_id) == (LineKind.REGISTRATION, made.party_id)
    assert part.activity_id == event.activity_id
    office.registrations.refund(made.party_id, Money(200), CASH)
    party = office.registrations.party(made.party_id)
    assert (party.left, len(party.payment_ids)) == (ZERO, 3)
    assert office.registrations.get(made.id).settlement is Settlement.FREE
    with pytest.raises(RuleError) as refused:
        office.registrations.remove(made.id)
    assert refused.value.code == "registration.paid_for"


def test_filters_by_settlement_agree_with_what_each_line_says(
    office: RegistrationOffice,
) -> None:
    free = office.tariff("Bénévole", 0, pricing=Pricing.FREE)
    ids = {name: office.register(name).id for name in ("payé", "partie", "rien", "trop")}
    office.register("libre", tariff_id=free)
    for name, cents in (("payé", 1200), ("partie", 500), ("trop", 1200)):
        office.registrations.pay(office.registrations.get(ids[name]).party_id, _door(cents))
    office.registrations.cancel([ids["trop"]])
    for settlement in Settlement:
        wanted = [one.name for one in office.shown() if one.settlement is settlement]
        assert office.names(settlement=settlement) == wanted
        assert len(wanted) == 1
    counts = office.registrations.counts(office.event_id)
    assert (counts.due, counts.paid) == (Money(3600), Money(2900))
    entries = {x.name: x.settlement for x in office.check_in.entries(office.event_id)}
    assert entries == {x.name: x.settlement for x in office.shown()}


def test_a_payment_set_aside_counts_no_more(office: RegistrationOffice) -> None:
    party_id = office.register().party_id
    payment = office.registrations.pay(party_id, _door(1200)).value
    office.payments.decide([payment.id], type(payment.content.state).DISMISSED)
    assert office.registrations.party(party_id).left == Money(1200)
    office.payments.remove(payment.id)
    assert office.registrations.party(party_id).payment_ids == ()


def test_people_join_and_leave_parties_with_their_money(office: RegistrationOffice) -> None:
    alone, other = office.register("A"), office.register("B")
    office.registrations.pay(alone.party_id, _door(1200))
    office.registrations.join_party(alone.id, other.party_id)
    party = office.registrations.party(other.party_id)
    assert (party.names, party.due, party.paid) == (("A", "B"), Money(2400), Money(1200))
    assert len(office.registrations.parties(office.event_id)) == 1
    assert [one.name for one in office.registrations.people(other.party_id)] == ["A", "B"]
    left = office.registrations.leave_party(alone.id).value
    assert left.settlement is Settlement.UNPAID
    assert office.registrations.party(other.party_id).left == ZERO
    with pytest.raises(RuleError) as refused:
        office.registrations.leave_party(alone.id)
    assert refused.value.code == "party.alone"
    elsewhere = office.event("Autre")
    stranger = office.registrations.register(
        type(office.guest())(elsewhere, last_name="C")
    ).value
    with pytest.raises(RuleError) as refused:
        office.registrations.join_party(alone.id, stranger.party_id)
    assert refused.value.code == "registration.other_event"
    with pytest.raises(RuleError) as refused:
        office.registrations.register_party([])
    assert refused.value.code == "party.empty"


def test_a_party_is_called_by_its_payer_its_label_or_its_first_name(
    office: RegistrationOffice,
) -> None:
    party = office.registrations.register_party([office.guest("A"), office.guest("B")]).value
    assert party.payer_name == "A"
    labelled = office.registrations.register_party([office.guest("C")], None, "Lycée").value
    assert labelled.payer_name == "Lycée"
    contact_id = office.contact()
    paid = office.registrations.set_payer(party.id, contact_id).value
    assert (paid.payer_id, paid.payer_name) == (contact_id, "Élodie Lefèvre")
    assert office.operations.latest(1)[0].values["name"] == "A, B"
    assert office.registrations.set_payer(party.id, None).value.payer_name == "A"


def test_money_goes_along_when_a_correction_says_who_pays_with_whom(
    office: RegistrationOffice,
) -> None:
    payer, other = office.register("A"), office.register("B")
    office.registrations.pay(payer.party_id, _door(1200, 0))
    new = office.guest("A", tariff_id=payer.tariff_id, party_id=other.party_id)
    outcome = office.registrations.change(payer.id, new)
    (party,) = office.registrations.parties(office.event_id)
    assert (party.id, party.due, party.paid) == (other.party_id, Money(2400), Money(1200))
    assert Subject.PAYMENTS in outcome.changes


def test_the_cash_box_of_a_day_is_filled_and_counted(office: RegistrationOffice) -> None:
    box = office.boxes.open(office.event_id, HELD_ON, Money(5000)).value
    party_id = office.register().party_id
    office.registrations.pay(party_id, _door(1200, 300, box.id))
    office.boxes.take(box.id, LineKind.SALE, Money(4250), "Buvette")
    hat = office.boxes.take(box.id, LineKind.GIFT, Money(900), "Chapeau").value
    office.registrations.refund(party_id, Money(200), CASH, HELD_ON, cash_box_id=box.id)
    box = office.boxes.get(box.id)
    assert (box.takings, box.expected) == (Money(6450), Money(11450))
    (line,) = office.payments.lines_of(hat.id)
    assert line.gift_id is not None
    assert office.donations.get(line.gift_id).content.donor_id is None
    closed = office.boxes.close(box.id, Money(11400)).value
    assert (closed.difference, closed.expected) == (Money(-50), Money(11450))
    ids = office.payments.ids(PaymentFilter(text="ecart de caisse"))
    (missing,) = office.payments.lines(ids)
    assert (missing.direction, missing.amount, missing.kind) == (
        Direction.OUT,
        Money(50),
        LineKind.OTHER,
    )
    for command in (
        lambda: office.boxes.take(box.id, LineKind.SALE, Money(1)),
        lambda: office.boxes.close(box.id, ZERO),
        lambda: office.registrations.pay(party_id, _door(100, 0, box.id)),
    ):
        with pytest.raises(RuleError) as refused:
            command()
        assert refused.value.code == "cashbox.closed"
    opened = office.boxes.reopen(box.id).value
    assert (opened.difference, opened.takings) == (None, Money(6450))
    exact = office.boxes.close(box.id, Money(11450)).value
    assert exact.difference == ZERO
    assert office.payments.ids(PaymentFilter(text="ecart de caisse")) == []


def test_what_was_counted_stays_in_the_cash_box(office: RegistrationOffice) -> None:
    box = office.boxes.open(office.event_id, HELD_ON, ZERO).value
    paid = office.registrations.pay(office.register().party_id, _door(1200, 0, box.id)).value
    hat = office.boxes.take(box.id, LineKind.GIFT, Money(900)).value
    gift_id = office.payments.lines_of(hat.id)[0].gift_id
    assert gift_id is not None
    content = office.donations.get(gift_id).content
    office.boxes.close(box.id, Money(2000))
    for command in (
        lambda: office.payments.remove(paid.id),
        lambda: office.payments.decide([paid.id], PaymentState.DISMISSED),
        lambda: office.donations.remove(gift_id),
        lambda: office.donations.correct(gift_id, replace(content, amount=Money(1))),
    ):
        with pytest.raises(RuleError) as refused:
            command()
        assert refused.value.code == "payment.cash_counted"
    office.donations.correct(gift_id, replace(content, note="chapeau"))
    office.boxes.reopen(box.id)
    office.donations.correct(gift_id, replace(content, mode=CARD))
    assert office.boxes.get(box.id).takings == Money(1200)
    assert Subject.EVENTS in office.payments.remove(paid.id).changes
    assert office.boxes.get(box.id).takings == ZERO


def test_too_much_in_the_cash_box_is_income(office: RegistrationOffice) -> None:
    box = office.boxes.open(office.event_id, HELD_ON, Money(1000)).value
    office.boxes.close(box.id, Money(1010))
    (line,) = office.payments.lines(office.payments.ids(PaymentFilter()))
    assert (line.direction, line.amount, line.label) == (
        Direction.IN,
        Money(10),
        "Écart de caisse",
    )


def test_what_is_no_cash_of_the_day_stays_out_of_the_box(office: RegistrationOffice) -> None:
    box = office.boxes.open(office.event_id, HELD_ON, ZERO).value
    party_id = office.register().party_id
    other_box = office.boxes.open(office.event("Autre"), HELD_ON, ZERO).value
    for payment, code in (
        (DoorPayment(HELD_ON, Money(100), CARD, ZERO, box.id), "cashbox.only_cash"),
        (DoorPayment(TODAY, Money(100), CASH, ZERO, box.id), "cashbox.other_day"),
        (_door(100, 0, other_box.id), "cashbox.other_event"),
    ):
        with pytest.raises(RuleError) as refused:
            office.registrations.pay(party_id, payment)
        assert refused.value.code == code
    with pytest.raises(RuleError) as refused:
        office.boxes.take(box.id, LineKind.GRANT, Money(100))
    assert refused.value.code == "cashbox.kind_not_possible"


def test_there_is_one_cash_box_a_day(office: RegistrationOffice) -> None:
    box = office.boxes.open(office.event_id, HELD_ON, ZERO).value
    with pytest.raises(RuleError) as refused:
        office.boxes.open(office.event_id, HELD_ON, ZERO)
    assert refused.value.code == "cashbox.exists"
    with pytest.raises(RuleError) as refused:
        office.boxes.open(office.event_id, TODAY, Money(-1))
    assert refused.value.code == "cashbox.amount_negative"
    assert office.boxes.of(office.event_id) == [box]
    with pytest.raises(RuleError) as refused:
        office.boxes.reopen(box.id)
    assert refused.value.code == "cashbox.not_closed"
    office.boxes.take(box.id, LineKind.SALE, Money(100))
    with pytest.raises(RuleError) as refused:
        office.boxes.remove(box.id)
    assert refused.value.code == "cashbox.in_use"
    empty = office.boxes.open(office.event_id, TODAY, ZERO).value
    office.boxes.remove(empty.id)
    assert [one.id for one in office.boxes.of(office.event_id)] == [box.id]


def test_money_in_the_future_is_refused(office: RegistrationOffice) -> None:
    party_id = office.register().party_id
    tomorrow = TODAY + dt.timedelta(days=1)
    with pytest.raises(RuleError) as refused:
        office.registrations.pay(party_id, DoorPayment(tomorrow, Money(100), CASH))
    assert refused.value.code == "payment.in_the_future"


def test_every_command_about_money_goes_back_whole(office: RegistrationOffice) -> None:
    contact_id = office.contact()
    party_id = office.register("", contact_id=contact_id).party_id
    box = office.boxes.open(office.event_id, HELD_ON, ZERO).value
    office.registrations.pay(party_id, _door(700, 0, box.id))
    empty = office.boxes.open(office.event_id, TODAY, ZERO).value
    counted = office.boxes.open(office.event("Autre"), HELD_ON, ZERO).value
    office.boxes.close(counted.id, Money(5))
    for command in (
        lambda: office.registrations.pay(party_id, _door(500, 300, box.id)),
        lambda: office.registrations.refund(party_id, Money(100), CARD),
        lambda: office.boxes.open(office.event_id, TODAY - dt.timedelta(days=9), Money(1)),
        lambda: office.boxes.take(box.id, LineKind.GIFT, Money(100)),
        lambda: office.boxes.close(box.id, Money(650)),
        lambda: office.boxes.reopen(counted.id),
        lambda: office.boxes.remove(empty.id),
    ):
        before = every_row(office.units)
        command()
        assert every_row(office.units) != before
        office.operations.undo()
        assert every_row(office.units) == before
