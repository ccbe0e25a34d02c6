"""Figures are kept by year, told with spaces between thousands, and their growth in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_reports import Indicator, IndicatorValue, NewIndicator
from coopdesk.domain.indicator_rules import parse_figure
from coopdesk.services.indicators import IndicatorService
from coopdesk.services.operations import OperationService
from coopdesk.services.outcome import Subject
from coopdesk.wording.indicators import figure_text, growth_text, value_text
from tests.building import every_row, new_units, today


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "rives.coopdesk") as units:
        yield units


@pytest.fixture
def indicators(units):
    return IndicatorService(units, today)


def of_years(**values):
    """An indicator that was something in some years."""
    told = tuple(IndicatorValue(int(year[1:]), Decimal(x)) for year, x in values.items())
    return Indicator(1, NewIndicator("Tiers-lieux", "lieux"), told)


def test_seventeen_places_in_2013_are_fifty_five_in_2015(indicators):
    places = indicators.add(NewIndicator("Tiers-lieux du réseau", "tiers-lieux")).value
    indicators.set_value(places.id, 2015, Decimal(55))
    outcome = indicators.set_value(places.id, 2013, Decimal(17))
    [kept] = indicators.all()
    assert [(one.year, int(one.value)) for one in kept.values] == [(2013, 17), (2015, 55)]
    said = "de 17 en 2013 à 55 en 2015\u00a0: multiplié par 3,2 en 2 ans"
    assert growth_text(kept) == said
    assert Subject.EVENTS in outcome.changes


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("2 360 000", "2360000", "2\u202f360\u202f000"),
        ("2\u202f360\u202f000", "2360000", "2\u202f360\u202f000"),
        ("200000", "200000", "200\u202f000"),
        ("12,5", "12.5", "12,5"),
        ("-0,125", "-0.125", "-0,125"),
        ("06", "6", "6"),
    ],
)
def test_figures_are_read_as_people_type_them(text, value, said):
    assert parse_figure(text) == Decimal(value)
    assert figure_text(parse_figure(text)) == said


@pytest.mark.parametrize("text", ["", "douze", "1 23", "12,5,6", "1e9", "=3*15"])
def test_what_is_no_figure_is_refused(text):
    with pytest.raises(RuleError, match=r"indicator\.value_wrong"):
        parse_figure(text)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"y2013": "100", "y2014": "135"}, "35\u00a0% de plus en 1 an"),
        ({"y2013": "100", "y2016": "88"}, "12\u00a0% de moins en 3 ans"),
        ({"y2013": "100", "y2016": "100"}, "inchangé en 3 ans"),
        ({"y2013": "17", "y2014": "20", "y2015": "34"}, "multiplié par 2 en 2 ans"),
    ],
)
def test_growth_goes_from_the_first_to_the_last_year(values, said):
    assert growth_text(of_years(**values)).endswith(f"\u00a0: {said}")


def test_growth_from_nothing_is_told_without_a_rate():
    assert growth_text(of_years(y2013="0", y2015="55")) == "de 0 en 2013 à 55 en 2015"
    assert growth_text(of_years(y2013="17")) == ""


def test_figure_is_told_with_its_unit():
    assert value_text(of_years(), Decimal(2_360_000)) == "2\u202f360\u202f000 lieux"


def test_figure_of_a_year_takes_the_place_of_the_one_before(indicators):
    key = indicators.add(NewIndicator("Salarié·es")).value.id
    indicators.set_value(key, 2024, Decimal("1.5"))
    kept = indicators.set_value(key, 2024, Decimal("2.125"), "recompté").value
    assert kept.values == (IndicatorValue(2024, Decimal("2.125"), "recompté"),)
    assert indicators.remove_value(key, 2024).value.values == ()
    with pytest.raises(NotFoundError, match=r"indicator\.value_missing"):
        indicators.remove_value(key, 2024)


def test_same_name_whatever_case_and_accents_is_refused(indicators):
    indicators.add(NewIndicator("Adhérents"))
    other = indicators.add(NewIndicator("Bénévoles")).value
    with pytest.raises(RuleError, match=r"indicator\.name_taken"):
        indicators.add(NewIndicator("ADHERENTS"))
    with pytest.raises(RuleError, match=r"indicator\.name_taken"):
        indicators.change(other.id, NewIndicator("adhérents"))
    with pytest.raises(RuleError, match=r"indicator\.name_missing"):
        indicators.add(NewIndicator("  "))
    assert indicators.change(other.id, NewIndicator("BÉNÉVOLES")).value.id == other.id


@pytest.mark.parametrize(
    ("year", "value", "code"),
    [(13, "1", "wrong_year"), (2013, "0.0001", "too_fine"), (2013, "1e15", "too_large")],
)
def test_figure_that_cannot_be_kept_is_refused(indicators, year, value, code):
    key = indicators.add(NewIndicator("Adhérents")).value.id
    with pytest.raises(RuleError, match=code):
        indicators.set_value(key, year, Decimal(value))


def test_removed_indicator_comes_back_with_its_figures_by_undo(units, indicators):
    key = indicators.add(NewIndicator("Adhérents")).value.id
    indicators.set_value(key, 2024, Decimal(12))
    before = every_row(units)
    indicators.remove(key)
    assert indicators.all() == []
    OperationService(units).undo()
    assert every_row(units) == before
    assert indicators.id_named("adherents") == key
