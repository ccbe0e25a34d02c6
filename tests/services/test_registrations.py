"""Registrations: who may register, what they take, how they give up and come back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_registrations import (
    NewRegistration,
    OptionChoice,
    RegistrationState,
    Settlement,
)
from coopdesk.domain.events import Pricing, TariffKind
from coopdesk.domain.money import ZERO, Money
from coopdesk.services.duplicates import DuplicateService
from tests.building import TODAY, every_row, new_units, person, today
from tests.services.registration_office import RegistrationOffice
from tests.spent import spent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def office(tmp_path: Path) -> Iterator[RegistrationOffice]:
    with new_units(tmp_path / "a.coopdesk") as units:
        yield RegistrationOffice(units)


def test_a_contact_registers_under_its_name_with_the_first_tariff(
    office: RegistrationOffice,
) -> None:
    tariff_id = office.tariff()
    office.tariff("Soutien", 3000)
    contact_id = office.contact()
    made = office.register("", contact_id=contact_id)
    assert (made.name, made.number, made.tariff_id) == ("Élodie Lefèvre", 1, tariff_id)
    assert (made.due, made.settlement) == (Money(1200), Settlement.UNPAID)
    assert made.state is RegistrationState.REGISTERED
    assert len(made.badge_code) == 8


def test_a_guest_needs_a_name(office: RegistrationOffice) -> None:
    with pytest.raises(RuleError) as refused:
        office.register("  ")
    assert (refused.value.code, refused.value.field) == ("registration.nobody", "last_name")


def test_the_same_contact_registers_once(office: RegistrationOffice) -> None:
    contact_id = office.contact()
    made = office.register("", contact_id=contact_id)
    with pytest.raises(RuleError) as refused:
        office.register("", contact_id=contact_id)
    assert refused.value.code == "registration.known"
    office.registrations.cancel([made.id])
    with pytest.raises(RuleError) as refused:
        office.register("", contact_id=contact_id)
    assert refused.value.code == "registration.known_cancelled"


def test_guests_of_the_same_name_are_told_of(office: RegistrationOffice) -> None:
    office.register("Martin", first_name="Paul")
    contact_id = office.contact("Lefèvre", "Élodie")
    office.register("", contact_id=contact_id)
    known = office.registrations.of_same_name
    assert [x.number for x in known(office.event_id, "MARTIN", "paul")] == [1]
    assert [x.number for x in known(office.event_id, "Paul", "Martin")] == [1]
    assert [x.number for x in known(office.event_id, "Lefevre", "Elodie")] == [2]
    assert known(office.event_id, "Durand", "Paul") == []
    assert known(office.event_id, " ", "") == []


def test_a_closed_or_cancelled_event_takes_nobody(office: RegistrationOffice) -> None:
    closed = office.event("Clos", is_open=False)
    with pytest.raises(RuleError) as refused:
        office.registrations.register(NewRegistration(closed, last_name="A"))
    assert refused.value.code == "registration.event_closed"
    office.events.cancel(office.event_id)
    with pytest.raises(RuleError) as refused:
        office.register()
    assert refused.value.code == "registration.event_cancelled"
    with pytest.raises(NotFoundError):
        office.registrations.register(NewRegistration(999, last_name="A"))


def test_a_full_event_without_a_waiting_list_refuses(tmp_path: Path) -> None:
    with new_units(tmp_path / "b.coopdesk") as units:
        office = RegistrationOffice(units, capacity=1, has_waiting_list=False)
        office.register()
        with pytest.raises(RuleError) as refused:
            office.register("Durand")
        assert refused.value.code == "registration.full"


def test_who_waits_owes_nothing_until_there_is_a_place(tmp_path: Path) -> None:
    with new_units(tmp_path / "b.coopdesk") as units:
        office = RegistrationOffice(units, capacity=1)
        office.tariff()
        first = office.register("A")
        second = office.register("B")
        assert (second.state, second.rank) == (RegistrationState.WAITING, 1)
        assert (second.due, second.settlement) == (ZERO, Settlement.FREE)
        (promoted,) = office.registrations.cancel([first.id]).value
        assert (promoted.id, promoted.due, promoted.rank) == (second.id, Money(1200), None)


def test_a_price_keeps_to_its_tariff(office: RegistrationOffice) -> None:
    fixed = office.tariff()
    free = office.tariff("Bénévole", 0, pricing=Pricing.FREE)
    open_ = office.tariff("Libre", 1000, pricing=Pricing.OPEN, minimum=Money(200))
    for tariff_id, cents, code in (
        (fixed, 900, "registration.price_fixed"),
        (free, 100, "registration.price_free"),
        (open_, 199, "registration.price_too_low"),
        (open_, -5, "registration.price_negative"),
        (999, 0, "registration.tariff_unknown"),
    ):
        with pytest.raises(RuleError) as refused:
            office.register(tariff_id=tariff_id, price=Money(cents))
        assert refused.value.code == code
    assert office.register("A", tariff_id=open_).price == Money(1000)
    assert office.register("B", tariff_id=open_, price=Money(200)).price == Money(200)
    assert office.register("C", tariff_id=free).settlement is Settlement.FREE


def test_a_closed_or_sold_out_tariff_is_refused(office: RegistrationOffice) -> None:
    early = office.tariff("Tôt", quota=1)
    late = office.tariff("Tard")
    kept = office.register("A", tariff_id=early)
    with pytest.raises(RuleError) as refused:
        office.register("B", tariff_id=early)
    assert (refused.value.code, refused.value.values["left"]) == (
        "registration.tariff_full",
        0,
    )
    office.events.close_tariff(late)
    with pytest.raises(RuleError) as refused:
        office.register("B", tariff_id=late)
    assert refused.value.code == "registration.tariff_closed"
    office.events.close_tariff(early)
    new = office.guest("A", tariff_id=early, note="végétarienne")
    assert office.registrations.change(kept.id, new).value.note == "végétarienne"


def test_options_are_priced_by_their_number(office: RegistrationOffice) -> None:
    office.tariff()
    meal = office.tariff("Repas", 850, kind=TariffKind.OPTION)
    bed = office.tariff("Lit", 500, kind=TariffKind.OPTION, quota=2)
    made = office.register(options=(OptionChoice(meal, 2), OptionChoice(bed)))
    taken = [(one.name, one.quantity, one.price) for one in made.options]
    assert taken == [("Repas", 2, Money(1700)), ("Lit", 1, Money(500))]
    assert (made.price, made.due) == (Money(1200), Money(3400))
    new = office.guest(options=(OptionChoice(meal, 1),))
    fewer = office.registrations.change(made.id, new).value
    assert fewer.due == Money(850)
    for options, code in (
        ((OptionChoice(bed, 3),), "registration.tariff_full"),
        ((OptionChoice(meal, 0),), "registration.option_quantity"),
        ((OptionChoice(meal), OptionChoice(meal)), "registration.option_twice"),
        ((OptionChoice(meal, 1, Money(1)),), "registration.price_fixed"),
    ):
        with pytest.raises(RuleError) as refused:
            office.register("B", options=options)
        assert refused.value.code == code


def test_a_price_that_changed_meanwhile_stays_for_who_had_it(
    office: RegistrationOffice,
) -> None:
    tariff_id = office.tariff()
    made = office.register(tariff_id=tariff_id)
    sheet = office.events.sheet(office.event_id)
    dearer = sheet.tariffs[0].content
    office.events.change_tariff(tariff_id, type(dearer)(dearer.name, amount=Money(1500)))
    same = office.guest("Martin", tariff_id=tariff_id, price=Money(1200))
    assert office.registrations.change(made.id, same).value.price == Money(1200)
    unsaid = office.guest("Martin", tariff_id=tariff_id)
    assert office.registrations.change(made.id, unsaid).value.price == Money(1200)
    assert office.register("B").price == Money(1500)


def test_a_guest_becomes_a_contact(office: RegistrationOffice) -> None:
    made = office.register("Lefevre", email="e@example.org")
    contact_id = office.contact()
    new = office.guest("", contact_id=contact_id)
    after = office.registrations.change(made.id, new).value
    assert (after.name, after.number) == ("Élodie Lefèvre", 1)
    assert [x.id for x in office.registrations.of_contact(contact_id)] == [made.id]


def test_contact_who_takes_the_place_of_another_is_not_reached_there(
    office: RegistrationOffice,
) -> None:
    reached = replace(person("Aubry", "Jeanne"), email="jeanne@example.org", phone="0240000000")
    made = office.register(contact_id=office.contacts.add(reached).value.id)
    shown = office.guest("", contact_id=office.contact(), email=made.email, phone=made.phone)
    after = office.registrations.change(made.id, shown).value
    assert (after.name, after.email, after.phone) == ("Élodie Lefèvre", "", "")


def test_giving_up_is_traced_and_keeps_the_registration(office: RegistrationOffice) -> None:
    made = office.register()
    before = TODAY - dt.timedelta(days=3)
    office.registrations.cancel([made.id], before)
    after = office.registrations.get(made.id)
    assert (after.state, after.cancelled_on) == (RegistrationState.CANCELLED, before)
    assert office.moves() == [("Martin", "registered", ""), ("Martin", "cancelled", "")]
    with pytest.raises(RuleError) as refused:
        office.registrations.cancel([made.id])
    assert refused.value.code == "registration.cancelled_already"
    with pytest.raises(RuleError) as refused:
        office.registrations.change(made.id, office.guest())
    assert refused.value.code == "registration.cancelled"


def test_nobody_gives_up_where_one_of_them_is_gone(office: RegistrationOffice) -> None:
    made = office.register()
    with pytest.raises(NotFoundError) as missing:
        office.registrations.cancel([made.id, 999])
    assert (missing.value.code, missing.value.values["id"]) == ("registration.missing", 999)
    assert office.registrations.get(made.id).state is RegistrationState.REGISTERED


def test_nobody_gives_up_in_the_future_or_after_having_come(
    office: RegistrationOffice,
) -> None:
    made = office.register()
    with pytest.raises(RuleError) as refused:
        office.registrations.cancel([made.id], TODAY + dt.timedelta(days=1))
    assert refused.value.code == "registration.cancelled_in_future"
    office.check_in.check_in(made.id)
    for command in (
        lambda: office.registrations.cancel([made.id]),
        lambda: office.registrations.remove(made.id),
    ):
        with pytest.raises(RuleError) as refused:
            command()
        assert refused.value.code == "registration.was_there"


def test_who_comes_back_to_a_sold_out_tariff_is_refused(office: RegistrationOffice) -> None:
    office.tariff(quota=1)
    made = office.register()
    office.registrations.cancel([made.id])
    office.register("B")
    with pytest.raises(RuleError) as refused:
        office.registrations.restore(made.id)
    assert refused.value.code == "registration.tariff_full"


def test_who_comes_back_to_a_free_place_keeps_the_number(office: RegistrationOffice) -> None:
    made = office.register()
    office.register("B")
    office.registrations.cancel([made.id])
    back = office.registrations.restore(made.id).value
    assert (back.number, back.state) == (1, RegistrationState.REGISTERED)
    with pytest.raises(RuleError) as refused:
        office.registrations.restore(made.id)
    assert refused.value.code == "registration.not_cancelled"


def test_a_mistake_is_removed_without_trace(office: RegistrationOffice) -> None:
    before = every_row(office.units)
    made = office.register()
    office.registrations.remove(made.id)
    assert every_row(office.units) == before


def test_lists_are_ordered_and_narrowed(office: RegistrationOffice) -> None:
    high = office.tariff("Soutien", 3000)
    office.tariff("Repas", 100, kind=TariffKind.OPTION)
    office.register("Zoé")
    office.register("Élan", price=Money(3000), email="elan@example.org")
    gone = office.register("Martin")
    office.registrations.cancel([gone.id])
    office.register("", contact_id=office.contact())
    assert office.names() == ["Zoé", "Élan", "Martin", "Élodie Lefèvre"]
    assert office.names(sort="name") == ["Élan", "Élodie Lefèvre", "Martin", "Zoé"]
    assert office.names(sort="number", descending=True)[0] == "Élodie Lefèvre"
    assert office.names(text="elan@") == ["Élan"]
    assert office.names(text="lefevre elodie") == ["Élodie Lefèvre"]
    assert office.names(state=RegistrationState.CANCELLED) == ["Martin"]
    assert office.names(sort="due")[0] == "Martin"
    assert office.names(sort="tariff")[0] == "Zoé"
    assert len(office.names(sort="state")) == 4
    code = office.shown(text="zoe")[0].badge_code
    assert office.names(text=code) == ["Zoé"]
    assert high


def test_every_command_goes_back_whole(office: RegistrationOffice) -> None:
    office.tariff()
    meal = office.tariff("Repas", 850, kind=TariffKind.OPTION)
    one, two = office.register("A").id, office.register("B").id
    gone = office.register("C").id
    office.registrations.cancel([gone])
    party_id = office.registrations.get(two).party_id
    contact_id = office.contact()
    service = office.registrations
    for command in (
        lambda: service.register(office.guest("D", options=(OptionChoice(meal, 2),))),
        lambda: service.register_party([office.guest("E"), office.guest("F")], contact_id),
        lambda: service.change(one, office.guest("G", options=(OptionChoice(meal),))),
        lambda: service.cancel([one, two]),
        lambda: service.restore(gone),
        lambda: service.remove(one),
        lambda: service.join_party(one, party_id),
        lambda: service.set_payer(party_id, contact_id),
        lambda: office.check_in.check_in(one),
        lambda: office.check_in.walk_in(office.guest("H")),
    ):
        before = every_row(office.units)
        command()
        assert every_row(office.units) != before
        office.operations.undo()
        assert every_row(office.units) == before


def test_a_coach_full_of_people_is_registered_at_once(office):
    people = [office.guest(f"P{number}") for number in range(600)]
    with spent() as time:
        party = office.registrations.register_party(people, label="Car de Bordeaux").value
    assert len(party.names) == 600
    assert time.seconds < 1.6, "the whole party was read for each of its people"


def test_nobody_joins_a_party_that_is_gone(office):
    with pytest.raises(NotFoundError) as refused:
        office.register(party_id=999)
    assert refused.value.code == "party.missing"


def test_two_registrations_of_one_person_can_each_be_changed(office):
    office.tariff()
    cheap = office.tariff("Réduit", 500)
    first, second = office.contact(), office.contact("Lefebvre")
    ids = [office.register(contact_id=key).id for key in (first, second)]
    DuplicateService(office.units, today).merge(first, second)
    for key in ids:
        new = office.guest("", contact_id=first, tariff_id=cheap)
        assert office.registrations.change(key, new).value.due == Money(500)
