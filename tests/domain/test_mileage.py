"""Mileage by the dated scale, on the year's total of a vehicle (legal_fr RF-55)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.errors import RuleError
from coopdesk.domain.expense_pricing import VehicleYear, priced, settled_mileage
from coopdesk.domain.expenses import (
    ExpenseKind,
    NewExpenseLine,
    NewVehicle,
    Vehicle,
    parse_distance,
)
from coopdesk.domain.mileage import Rated, VehicleKind, YearSoFar, scale_of, shares_of_year
from coopdesk.domain.money import Money, total
from coopdesk.services.mileage_scales import mileage_scales

CAR, MOTO, MOPED = VehicleKind.CAR, VehicleKind.MOTORCYCLE, VehicleKind.MOPED
SCALES = mileage_scales()
SCALE = scale_of(SCALES, 2026)
DAY = dt.date(2026, 3, 12)
POWERS = [Rated(CAR, power) for power in (3, 4, 5, 6, 7)] + [
    *(Rated(MOTO, power) for power in (2, 5, 6)),
    Rated(MOPED, 0),
]
RATED = st.builds(Rated, st.sampled_from(VehicleKind), st.integers(1, 12), st.booleans())


@pytest.mark.parametrize(
    ("vehicle", "km", "cents"),
    [
        (Rated(CAR, 5), 4_000, 254_400),
        (Rated(CAR, 5), 10_000, 496_500),
        (Rated(CAR, 5), 25_000, 1_067_500),
        (Rated(MOTO, 4), 4_000, 148_600),
        (Rated(CAR, 4, is_electric=True), 1_000, 72_720),
        (Rated(CAR, 1), 5_000, 264_500),
        (Rated(CAR, 3), 5_001, 264_532),
        (Rated(CAR, 6), 20_000, 893_700),
        (Rated(CAR, 12), 20_001, 940_047),
        (Rated(MOTO, 1), 3_000, 118_500),
        (Rated(MOTO, 6), 6_001, 205_834),
        (Rated(MOPED, 0), 3_000, 94_500),
        (Rated(MOPED, 0), 7_000, 138_600),
        (Rated(CAR, 5), 0, 0),
    ],
)
def test_rf_55_the_scale_counts_the_total_of_the_year(vehicle, km, cents):
    assert SCALE.amount(vehicle, km * 1000) == Money(cents)


@pytest.mark.parametrize("vehicle", POWERS, ids=lambda x: f"{x.kind.value} {x.power}")
def test_rf_55_no_border_of_a_band_loses_money_or_leaps(vehicle):
    for band in SCALE.tariff(vehicle).bands[:-1]:
        at, beyond = (SCALE.amount(vehicle, band.up_to_km * 1000 + x) for x in (0, 1))
        # The published figures are rounded so that a border gains at most 15 euros.
        assert Money(0) <= beyond - at <= Money(1_500)


@given(RATED, st.integers(0, 60_000_000), st.integers(0, 60_000_000))
def test_rf_55_more_kilometres_are_never_worth_less(vehicle, one, other):
    less, more = sorted((one, other))
    assert SCALE.amount(vehicle, less) <= SCALE.amount(vehicle, more)


@given(RATED, st.lists(st.integers(1, 9_000_000), min_size=1, max_size=8), st.data())
def test_rf_55_the_sheets_of_a_year_add_up_to_the_scale_of_its_total(vehicle, trips, data):
    cut = data.draw(st.integers(0, len(trips)))
    first = shares_of_year(SCALE, vehicle, YearSoFar(), trips[:cut])
    before = YearSoFar(sum(trips[:cut]), total(first))
    rest = shares_of_year(SCALE, vehicle, before, trips[cut:])

    assert total([*first, *rest]) == SCALE.amount(vehicle, sum(trips))
    assert min([*first, *rest]) >= Money(0)


def test_cents_are_rounded_half_up_once_a_year():
    # 2 500 m x 0.606 = 1.515 euros; two of them are 3.03 and not twice 1.52.
    four = Rated(CAR, 4)
    assert SCALE.amount(four, 2_500) == Money(152)
    assert SCALE.amount(four, 5_000) == Money(303)
    assert shares_of_year(SCALE, four, YearSoFar(), [2_500, 2_500]) == [Money(152), Money(151)]


def test_an_amount_that_was_settled_too_high_is_not_asked_back():
    before = YearSoFar(1_000_000, Money(99_999_999))
    assert shares_of_year(SCALE, Rated(CAR, 5), before, [2_000]) == [Money(0)]


def test_the_scale_is_that_of_the_year_of_the_trips():
    later = replace(SCALE, since=dt.date(2027, 1, 1), source="2027")
    assert scale_of((*SCALES, later), 2026) is SCALE
    assert scale_of((later, *SCALES), 2027) is later
    with pytest.raises(RuleError) as refusal:
        scale_of(SCALES, 2021)
    assert (refusal.value.code, refusal.value.values["year"]) == ("expense.no_scale", 2021)


def test_the_scale_says_since_when_it_holds_and_who_says_so():
    for earlier, later in pairwise(SCALES):
        assert earlier.since < later.since
    assert SCALE.since == dt.date(2022, 1, 1)
    assert SCALE.source
    assert SCALE.confidence == "P"


def test_a_vehicle_without_its_power_has_no_tariff():
    with pytest.raises(RuleError, match=r"vehicle\.power_missing"):
        SCALE.tariff(Rated(CAR, 0))


def trip(km, day=DAY, vehicle=1):
    return NewExpenseLine(
        day, ExpenseKind.MILEAGE, "Réunion", vehicle_id=vehicle, metres=km * 1000
    )


CARS = {
    1: Vehicle(1, NewVehicle(9, "Clio", CAR, 5)),
    2: Vehicle(2, NewVehicle(9, "Zoé", CAR, 4, is_electric=True)),
}


def test_each_vehicle_and_year_of_a_sheet_counts_apart():
    lines = [
        trip(100, dt.date(2026, 1, 2)),
        NewExpenseLine(DAY, ExpenseKind.TOLL, "A11", Money(1_250)),
        trip(100, dt.date(2025, 12, 30)),
        trip(50, vehicle=2),
    ]
    before = {VehicleYear(1, 2025): YearSoFar(5_000_000, Money(318_000))}

    found = priced(lines, CARS, before, SCALES)

    # 2025 is beyond 5 000 km by now: 5 100 x 0.357 + 1 395 - 3 180.
    assert found.amounts == (Money(6_360), Money(1_250), Money(3_570), Money(3_636))
    assert found.total == Money(14_816)
    said = [(x.vehicle.id, x.year, x.metres, x.before.metres) for x in found.mileage]
    assert said == [
        (1, 2025, 100_000, 5_000_000),
        (1, 2026, 100_000, 0),
        (2, 2026, 50_000, 0),
    ]
    assert all(x.is_explained for x in found.mileage)
    assert [x.electric_percent for x in found.mileage] == [0, 0, 20]


def test_a_settled_amount_is_told_as_it_stands():
    line = replace(trip(100), amount=Money(6_000))

    [share] = settled_mileage([line], CARS, {}, SCALES)

    assert (share.amount, share.reached, share.is_explained) == (
        Money(6_000),
        Money(6_360),
        False,
    )


@pytest.mark.parametrize(
    ("text", "metres"),
    [("12", 12_000), ("12,5 km", 12_500), ("1 240", 1_240_000), ("=2*45", 90_000)],
)
def test_kilometres_are_read_as_people_write_them(text, metres):
    assert parse_distance(text) == metres


def test_what_is_no_distance_is_refused():
    with pytest.raises(RuleError, match=r"expense\.distance_unreadable"):
        parse_distance("loin")
