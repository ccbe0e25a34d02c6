"""What donors may get in return: the tests of the reference, and the edges beside them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from coopdesk.domain.counterparts import (
    CounterpartLimits,
    CounterpartVerdict,
    Given,
    check_year,
    limits_on,
)
from coopdesk.domain.legal_parameters import merged_figures
from coopdesk.domain.money import Money
from coopdesk.storage.legal_store import shipped_figures

PERSONS = CounterpartLimits(Decimal(25), Money(7300))
COMPANIES = CounterpartLimits(Decimal(25), None)
FITS, NOTHING = CounterpartVerdict.FITS, CounterpartVerdict.NOTHING
RATIO, CAP = CounterpartVerdict.ABOVE_RATIO, CounterpartVerdict.ABOVE_CAP


def _verdicts(
    gifts: list[tuple[int, int]], limits: CounterpartLimits = PERSONS
) -> list[CounterpartVerdict]:
    """Test gifts of whole cents: (amount, item)."""
    given = [Given(n, Money(amount), Money(item)) for n, (amount, item) in enumerate(gifts)]
    return [test.verdict for test in check_year(given, 2026, limits).values()]


@pytest.mark.parametrize(
    ("gifts", "expected"),
    [
        ([(10000, 2000)], [FITS]),
        ([(10000, 3000)], [RATIO]),
        ([(40000, 8000)], [CAP]),
        ([(10000, 2000), (10000, 2000)], [FITS, FITS]),
    ],
)
def test_rf_52_the_four_tests_of_the_reference(gifts, expected) -> None:
    assert _verdicts(gifts) == expected


@pytest.mark.parametrize(
    ("gifts", "expected"),
    [
        ([(10000, 2500)], [FITS]),
        ([(10000, 2501)], [RATIO]),
        ([(29200, 7300)], [FITS]),
        ([(29204, 7301)], [CAP]),
        ([(20000, 4000), (20000, 4000)], [CAP, CAP]),
        ([(20000, 4000), (20000, 4000), (5000, 0)], [CAP, CAP, NOTHING]),
        ([(10000, 3000), (20000, 2000)], [RATIO, FITS]),
        ([(10000, 3000), (20000, 4400)], [RATIO, CAP]),
        ([(1, 1)], [RATIO]),
        ([], []),
    ],
)
def test_rf_52_the_edges_of_the_quarter_and_of_the_cap(gifts, expected) -> None:
    assert _verdicts(gifts) == expected


@pytest.mark.parametrize(
    ("gifts", "expected"),
    [
        ([(100000, 25000)], [FITS]),
        ([(100000, 25001)], [RATIO]),
        ([(100000, 25000), (100000, 25000)], [FITS, FITS]),
    ],
)
def test_rf_53_companies_have_a_quarter_and_no_cap(gifts, expected) -> None:
    assert _verdicts(gifts, COMPANIES) == expected


@pytest.mark.parametrize(
    ("year", "cents", "to_verify"),
    [(2011, 6500, False), (2016, 6900, False), (2025, 7300, False), (2026, 7300, True)],
)
def test_rf_52_the_cap_is_that_of_the_year(year, cents, to_verify) -> None:
    figures = merged_figures(shipped_figures(), ())
    limits = limits_on(figures, dt.date(year, 3, 1), is_company=False)
    assert limits == CounterpartLimits(Decimal(25), Money(cents), to_verify)


def test_rf_53_the_usage_of_companies_is_dated_as_well() -> None:
    figures = merged_figures(shipped_figures(), ())
    assert limits_on(figures, dt.date(2026, 3, 1), is_company=True) == COMPANIES


def test_what_was_received_in_the_year_is_told_with_every_gift() -> None:
    given = [Given(7, Money(10000), Money(2000)), Given(8, Money(10000), Money(1500))]
    tests = check_year(given, 2026, PERSONS)
    assert [test.in_year for test in tests.values()] == [Money(3500), Money(3500)]
    assert tests[8].share == Decimal("15.00")
