"""Rules of registrations: who has a place, and what taking part costs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.event_registrations import (
    NewRegistration,
    OptionChoice,
    Registration,
    RegistrationSource,
    RegistrationState,
    Settlement,
)
from coopdesk.domain.events import NewTariff, Pricing, Tariff, TariffKind
from coopdesk.domain.money import Money
from coopdesk.domain.registration_rules import (
    checked_registration,
    seat,
    settlement,
    with_usual_tariff,
)

FEE = Tariff(1, 9, NewTariff("Entrée", amount=Money(1200)))
OPEN = Tariff(
    2, 9, NewTariff("Libre", pricing=Pricing.OPEN, amount=Money(1000), minimum=Money(200))
)
MEAL = Tariff(3, 9, NewTariff("Repas", TariffKind.OPTION, Pricing.OPEN, Money(800), Money(500)))
TARIFFS = {one.id: one for one in (FEE, OPEN, MEAL)}


def registered(name: str, price: Money) -> Registration:
    moment = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
    state, source = RegistrationState.REGISTERED, RegistrationSource.TICKET
    told = (name, "", name, "", "", state, moment, source, "ABCD2345")
    return Registration(1, 9, 1, 1, None, *told, price=price)


def test_free_places_go_to_those_who_wait_in_their_order() -> None:
    assert seat(448, 450, [7, 3, 9]) == (7, 3)


def test_without_a_limit_everybody_moves_up() -> None:
    assert seat(10, None, [1, 2]) == (1, 2)


def test_a_lowered_capacity_throws_nobody_out_and_lets_nobody_in() -> None:
    assert seat(12, 10, [1, 2]) == ()


@pytest.mark.parametrize(
    ("due", "paid", "expected"),
    [
        (0, 0, Settlement.FREE),
        (1200, 1200, Settlement.PAID),
        (1200, 0, Settlement.UNPAID),
        (1200, -100, Settlement.UNPAID),
        (1200, 1, Settlement.PARTLY_PAID),
        (1200, 1201, Settlement.OVERPAID),
        (0, 5, Settlement.OVERPAID),
        (0, -5, Settlement.UNPAID),
    ],
)
def test_what_is_due_and_paid_says_how_the_money_stands(
    due: int, paid: int, expected: Settlement
) -> None:
    assert settlement(Money(due), Money(paid)) is expected


def test_everything_wrong_is_said_at_once() -> None:
    new = NewRegistration(
        9, email="nobody", tariff_id=7, options=(OptionChoice(3, 1, Money(499)),)
    )
    with pytest.raises(FieldErrors) as refused:
        checked_registration(new, TARIFFS)
    codes = [error.code for error in refused.value.errors]
    assert codes == [
        "registration.nobody",
        "email.wrong",
        "registration.tariff_unknown",
        "registration.price_too_low",
    ]


def test_what_a_platform_sold_costs_what_it_says() -> None:
    new = NewRegistration(
        9,
        last_name="Martin",
        tariff_id=1,
        price=Money(900),
        options=(OptionChoice(3, 2, Money(100)),),
        source=RegistrationSource.TICKET,
    )
    checked = checked_registration(new, TARIFFS)
    assert (checked.price, checked.options[0].price) == (Money(900), Money(100))


def test_a_ticket_without_a_tariff_keeps_its_price_when_the_person_is_corrected() -> None:
    new = NewRegistration(9, last_name="Martin", price=Money(1500))
    before = registered(new.last_name, checked_registration(new, TARIFFS).price)
    corrected = replace(new, last_name="Martine", price=None)
    assert checked_registration(corrected, TARIFFS, before).price == Money(1500)
    assert checked_registration(
        replace(corrected, tariff_id=1), TARIFFS, before
    ).price == Money(1200)


def test_an_option_is_no_tariff_and_a_tariff_no_option() -> None:
    for new in (
        NewRegistration(9, last_name="A", tariff_id=3),
        NewRegistration(9, last_name="A", options=(OptionChoice(1),)),
    ):
        with pytest.raises(RuleError) as refused:
            checked_registration(new, TARIFFS)
        assert refused.value.code == "registration.tariff_unknown"


def test_the_usual_tariff_is_the_first_open_one() -> None:
    closed = Tariff(1, 9, FEE.content, is_closed=True)
    new = NewRegistration(9, last_name="A")
    assert with_usual_tariff(new, TARIFFS).tariff_id == 1
    assert with_usual_tariff(new, {3: MEAL, 1: closed, 2: OPEN}).tariff_id == 2
    assert with_usual_tariff(new, {3: MEAL}).tariff_id is None
