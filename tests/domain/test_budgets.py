"""Budgets: what may be planned, months, and actual against budget."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coopdesk.domain.budgets import (
    BudgetComparison,
    NewBudgetLine,
    by_month,
    checked_line,
    compared,
    planned_by_account,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.money import Money, total

_YEAR = FiscalYear(1, "2025-2026", dt.date(2025, 9, 1), dt.date(2026, 8, 31))


def test_each_balance_counts_for_the_closest_plan_above_it() -> None:
    planned = {"606": Money(10_000), "6064": Money(3_000), "75": Money(50_000)}
    balances = {
        "6061": Money(4_000),
        "6064": Money(3_500),
        "627": Money(900),
        "75411": Money(-20_000),
        "7561": Money(-10_000),
        "512": Money(26_600),
    }
    rows = compared(planned, balances, {"606": "Achats non stockés"})
    told = [(row.account, row.budget.cents, row.actual.cents, row.planned) for row in rows]
    assert told == [
        ("606", 10_000, 4_000, True),
        ("6064", 3_000, 3_500, True),
        ("627", 0, 900, False),
        ("75", 50_000, 30_000, True),
    ]
    assert rows[0].label == "Achats non stockés"
    assert rows[1].remaining == Money(-500)
    assert rows[3].accounts == ("75411", "7561")
    assert (rows[3].percent, rows[2].percent) == (60, None)


def test_time_given_stands_apart_from_expenses_and_income() -> None:
    planned = {"64": Money(100), "70": Money(300), "864": Money(900), "875": Money(900)}
    found = BudgetComparison(None, compared(planned, {"864": Money(500)}, {}))
    assert (found.expenses.budget, found.income.budget) == (Money(100), Money(300))
    assert [row.actual for row in found.rows if row.account == "864"] == [Money(500)]


def test_lines_of_an_account_add_up() -> None:
    lines = [NewBudgetLine("613", Money(5)), NewBudgetLine("613", Money(7), activity_id=1)]
    assert planned_by_account(lines) == {"613": Money(12)}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (NewBudgetLine("512", Money(1)), "budget.account_wrong"),
        (NewBudgetLine("89", Money(1)), "budget.account_wrong"),
        (NewBudgetLine("613", Money(1), None, dt.date(2026, 9, 1)), "budget.month_outside"),
        (NewBudgetLine("613", Money(1), label="x" * 201), "text.too_long"),
    ],
)
def test_a_line_that_cannot_be_planned_is_refused(line: NewBudgetLine, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        checked_line(line, _YEAR)
    assert caught.value.code == code


def test_any_day_of_a_month_plans_the_month() -> None:
    line = checked_line(NewBudgetLine("613", Money(1), None, dt.date(2025, 11, 18)), _YEAR)
    assert by_month(line, _YEAR) == {dt.date(2025, 11, 1): Money(1)}


@settings(max_examples=40)
@given(some.integers(-(10**9), 10**9))
def test_months_of_a_yearly_amount_add_up_to_the_cent(cents: int) -> None:
    shares = by_month(NewBudgetLine("613", Money(cents)), _YEAR)
    assert len(shares) == 12
    assert total(shares.values()) == Money(cents)
    assert max(shares.values()).cents - min(shares.values()).cents <= 1
