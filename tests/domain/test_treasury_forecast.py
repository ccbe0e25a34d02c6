"""What money may do in the months to come."""

from __future__ import annotations

import datetime as dt

from coopdesk.domain.money import Money
from coopdesk.domain.treasury import Flow, ForecastKind, ForecastPart, treasury_months
from coopdesk.domain.treasury_forecast import ForecastBasis, Plan, forecast

OCTOBER, NOVEMBER, DECEMBER = (dt.date(2026, month, 1) for month in (10, 11, 12))


def parts(basis: ForecastBasis) -> list[dict[ForecastKind, int]]:
    return [{x.kind: x.amount.cents for x in month.parts} for month in forecast(basis)]


def test_months_follow_each_other_and_leave_other_days_out() -> None:
    flows = [
        Flow(dt.date(2026, 11, 30), Money(50), Money(20)),
        Flow(dt.date(2027, 1, 1), Money(9), Money(0)),
    ]
    october, november = treasury_months((OCTOBER, NOVEMBER), Money(100), flows)
    assert (october.closing, november.opening, november.closing) == (
        Money(100),
        Money(100),
        Money(130),
    )


def test_what_is_left_of_a_yearly_budget_is_spread_to_the_cent() -> None:
    basis = ForecastBasis(
        (OCTOBER, NOVEMBER, DECEMBER),
        Money(1_000),
        plans=[Plan("61", Money(300)), Plan("6132", Money(200))],
        # 6132 has a plan of its own: what it spent takes nothing from that of 61.
        balances={"6132": Money(500), "616": Money(200)},
    )
    expense = ForecastKind.BUDGETED_EXPENSE
    assert parts(basis) == [{expense: -33}, {expense: -33}, {expense: -34}]
    assert forecast(basis)[-1].closing == Money(900)


def test_monthly_budgets_fall_in_their_month_and_no_money_stays_out() -> None:
    basis = ForecastBasis(
        (NOVEMBER, DECEMBER),
        Money(0),
        plans=[
            Plan("7561", Money(40), OCTOBER),
            Plan("7561", Money(60), DECEMBER),
            Plan("6811", Money(900)),
        ],
        balances={"7561": Money(-10)},
    )
    assert parts(basis) == [{}, {ForecastKind.BUDGETED_INCOME: 60}]


def test_what_is_owed_comes_first_and_grants_due_last() -> None:
    basis = ForecastBasis(
        (NOVEMBER, DECEMBER),
        Money(0),
        balances={"4417": Money(700), "411": Money(50), "401": Money(-30), "487": Money(-5)},
    )
    assert parts(basis) == [
        {ForecastKind.RECEIVABLES: 50, ForecastKind.DEBTS: -30},
        {ForecastKind.GRANTS_DUE: 700},
    ]


def test_grants_due_come_in_the_month_that_somebody_expects_them_in() -> None:
    basis = ForecastBasis(
        (NOVEMBER, DECEMBER),
        Money(0),
        balances={"4417": Money(700)},
        grants={NOVEMBER: Money(300), dt.date(2027, 3, 1): Money(250)},
    )
    assert parts(basis) == [{ForecastKind.GRANTS_DUE: 300}, {ForecastKind.GRANTS_DUE: 150}]


def test_promises_count_beyond_the_gifts_of_the_budget() -> None:
    basis = ForecastBasis(
        (NOVEMBER, DECEMBER),
        Money(0),
        plans=[Plan("7541", Money(30), NOVEMBER)],
        pledges={NOVEMBER: Money(50), DECEMBER: Money(20)},
    )
    november, december = forecast(basis)
    assert november.parts == (
        ForecastPart(ForecastKind.BUDGETED_INCOME, Money(30)),
        ForecastPart(ForecastKind.PLEDGES, Money(20)),
    )
    assert december.parts == (ForecastPart(ForecastKind.PLEDGES, Money(20)),)


def test_in_the_last_month_only_what_is_left_of_all_plans_is_to_come() -> None:
    plans = [
        Plan("7561", Money(900)),
        Plan("6132", Money(100), NOVEMBER),
        Plan("6132", Money(100), DECEMBER),
        Plan("616", Money(50)),
    ]
    balances = {"7561": Money(-700), "6132": Money(130), "616": Money(60), "4417": Money(40)}
    basis = ForecastBasis((DECEMBER,), Money(0), plans, balances, has_begun=True)
    assert parts(basis) == [
        {
            ForecastKind.BUDGETED_INCOME: 200,
            ForecastKind.BUDGETED_EXPENSE: -70,
            ForecastKind.GRANTS_DUE: 40,
        }
    ]
    assert forecast(ForecastBasis((DECEMBER,), Money(0), has_begun=True)) == ()
