"""A mileage scale that a person types: read like the published one, refused where it is not."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.mileage import Rated, VehicleKind, scale_of
from coopdesk.domain.money import Money
from coopdesk.domain.own_scales import NewScale, checked_scale, figures_of
from coopdesk.services.mileage_scales import mileage_scales

KNOWN = scale_of(mileage_scales(), 2026)
CAR_5 = 2  # the place of the tariff for 5 CV
YEARS = (2022, 2027)


def typed(car=("0,640", "0.360", "1 400", "0,430"), year=2027, source="Arrêté", percent="25"):
    figures = [tuple(map(str, figures_of(tariff))) for tariff in KNOWN.tariffs]
    figures[CAR_5] = car
    return NewScale(year, source, percent, tuple(figures))


def test_figures_are_read_as_they_are_published():
    scale = checked_scale(typed(), KNOWN, YEARS)
    car = Rated(VehicleKind.CAR, 5)
    assert (scale.since, scale.is_own, scale.electric_percent) == (
        dt.date(2027, 1, 1),
        True,
        25,
    )
    assert [scale.amount(car, km * 1000) for km in (1_000, 10_000, 30_000)] == [
        Money(64_000),
        Money(500_000),
        Money(1_290_000),
    ]
    other = Rated(VehicleKind.CAR, 4)
    assert scale.amount(other, 1_000_000) == KNOWN.amount(other, 1_000_000)


@pytest.mark.parametrize(
    ("new", "code", "field"),
    [
        (typed(year=2021), "expense.scale_year_out_of_range", "year"),
        (typed(year=2028), "expense.scale_year_out_of_range", "year"),
        (typed(source=" "), "legal.source_missing", "source"),
        (typed(percent="beaucoup"), "expense.scale_figure_unreadable", "electric_percent"),
        (typed(percent="101"), "expense.scale_figure_unreadable", "electric_percent"),
        *(
            (typed(car=(text, "0,360", "1400", "0,430")), f"expense.scale_{problem}", "figures")
            for text, problem in (
                ("", "figure_unreadable"),
                ("-0,6", "figure_unreadable"),
                ("0", "figure_unreadable"),
                ("NaN", "figure_unreadable"),
                ("0,6401", "figure_unreadable"),
                ("640", "figure_unreadable"),
                ("0,064", "bands_apart"),
            )
        ),
        *(
            (typed(car=car), "expense.scale_figure_unreadable", "figures")
            for car in (
                ("0,640", "0,360", "1400,50", "0,430"),
                ("0,640", "0,360", "1400"),
                ("0,640", "0,360", "1400", "0,430", "0,450"),
            )
        ),
    ],
)
def test_what_is_no_scale_is_refused(new, code, field):
    with pytest.raises(RuleError) as refusal:
        checked_scale(new, KNOWN, YEARS)
    assert (refusal.value.code, refusal.value.field) == (code, field)
