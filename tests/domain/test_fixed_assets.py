"""Fixed assets: plans of depreciation, and the entries that take assets off."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.fixed_assets import (
    FixedAsset,
    NewFixedAsset,
    accumulated,
    checked_asset,
    depreciation_accounts,
    disposal_entry,
    plan,
    prior_by_plan,
)
from coopdesk.domain.money import ZERO, Money, total

_YEAR = FiscalYear(1, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def _new(**more: object) -> NewFixedAsset:
    told = {
        "label": "Vidéoprojecteur",
        "account": "2183",
        "cost": Money(120_000),
        "bought_on": dt.date(2026, 10, 10),
        "months": 36,
        "depreciation_account": "2818",
        "allowance_account": "68112",
    }
    return checked_asset(NewFixedAsset(**{**told, **more}))  # type: ignore[arg-type]  # told apart above


def _asset(disposed_on: dt.date | None = None, **more: object) -> FixedAsset:
    return FixedAsset(1, _new(**more), disposed_on)


def test_a_plan_starts_with_the_days_of_service_and_ends_with_the_rest() -> None:
    rows = plan(_asset(), [_YEAR])
    assert [row.allowance.cents for row in rows] == [9_000, 40_000, 40_000, 31_000]
    assert [row.ends_on.year for row in rows] == [2026, 2027, 2028, 2029]
    assert [row.net.cents for row in rows] == [111_000, 71_000, 31_000, 0]


def test_what_it_will_still_be_worth_is_never_depreciated() -> None:
    rows = plan(_asset(residual=Money(20_000)), [_YEAR])
    assert total(row.allowance for row in rows) == Money(100_000)
    assert rows[-1].net == Money(20_000)


def test_an_asset_taken_over_goes_on_from_what_was_depreciated() -> None:
    old = {"bought_on": dt.date(2024, 7, 1), "cost": Money(36_000)}
    prior = prior_by_plan(_new(**old), _YEAR.starts_on)
    assert prior == Money(18_000)
    rows = plan(_asset(prior=prior, **old), [_YEAR])
    assert [row.allowance.cents for row in rows] == [12_000, 6_000]


def test_another_prior_depreciation_is_spread_over_the_days_left() -> None:
    old = {"bought_on": dt.date(2024, 7, 1), "cost": Money(36_000)}
    rows = plan(_asset(prior=Money(9_000), **old), [_YEAR])
    assert [row.allowance.cents for row in rows] == [18_000, 9_000]


def test_land_is_never_depreciated() -> None:
    rows = plan(_asset(months=0, account="2111"), [_YEAR])
    assert [row.allowance for row in rows] == [ZERO]


def test_a_plan_stops_on_the_day_the_asset_leaves() -> None:
    gone = _asset(dt.date(2027, 6, 30))
    assert [row.allowance.cents for row in plan(gone, [_YEAR])] == [9_000, 20_000]


def test_the_entry_of_a_disposal_balances_and_empties_the_accounts() -> None:
    asset = _asset(dt.date(2027, 6, 30))
    done = accumulated(asset, dt.date(2027, 6, 30), _YEAR.starts_on)
    entry = disposal_entry(asset, dt.date(2027, 6, 30), done, "Sortie", "652")
    said = {line.account: line.signed.cents for line in entry.lines}
    assert said == {"2818": 29_000, "652": 91_000, "2183": -120_000}


@pytest.mark.parametrize(
    ("account", "chart", "found"),
    [
        ("2183", {"2818", "68112"}, ("2818", "68112")),
        ("2183", {"2818", "28183", "6811"}, ("28183", "6811")),
        ("205", {"2805", "68111", "68112"}, ("2805", "68111")),
        ("2184", {"6064"}, ("", "")),
    ],
)
def test_the_accounts_that_depreciate_are_the_closest(
    account: str, chart: set[str], found: tuple[str, str]
) -> None:
    assert depreciation_accounts(account, chart) == found


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"label": " "}, "asset.label_missing"),
        ({"cost": ZERO}, "asset.cost_missing"),
        ({"account": "2818"}, "asset.account_wrong"),
        ({"account": "606"}, "asset.account_wrong"),
        ({"months": -1}, "asset.months_wrong"),
        ({"residual": Money(130_000)}, "asset.plan_above_cost"),
        ({"in_service_on": dt.date(2026, 1, 1)}, "asset.service_before_purchase"),
    ],
)
def test_a_wrong_asset_is_refused(more: dict[str, object], code: str) -> None:
    with pytest.raises(RuleError) as caught:
        _new(**more)
    assert caught.value.code == code
    assert not isinstance(caught.value, FieldErrors)


@settings(max_examples=60)
@given(
    cost=some.integers(1, 10**8),
    months=some.integers(1, 240),
    bought_on=some.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31)),
    shares=some.tuples(some.integers(0, 40), some.integers(0, 50)),
)
def test_plans_add_up_to_the_cost_less_the_rest(
    cost: int, months: int, bought_on: dt.date, shares: tuple[int, int]
) -> None:
    residual = Money(cost * shares[0] // 100)
    prior = Money(cost * shares[1] // 100) if bought_on < _YEAR.starts_on else ZERO
    asset = _asset(
        cost=Money(cost), months=months, bought_on=bought_on, residual=residual, prior=prior
    )
    rows = plan(asset, [_YEAR])
    assert total(row.allowance for row in rows) == asset.base - asset.prior
    assert all(row.allowance >= ZERO for row in rows)
    assert rows[-1].net == residual
    assert all(a.closing == b.opening for a, b in pairwise(rows))
