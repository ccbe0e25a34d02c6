"""What money may do in the months to come: budget left, what is owed either way, promises."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.treasury import ForecastKind, ForecastMonth, ForecastPart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

# Budgeted, but no money moves: stocks, disposals, depreciation, dedicated funds, what is
# waived, and the share of investment grants.
NO_MONEY = ("603", "652", "68", "71", "72", "747", "75412", "75413", "78")
# What is given; promises to give are part of it.
GIFTS = "754"
GRANTS = "441"
# Suppliers, members, staff, social bodies, State, federation, sundry; adjustments are no money.
THIRD_PARTIES = ("40", "41", "42", "43", "44", "45", "46")


@dataclass(frozen=True, slots=True)
class Plan:
    """An amount of the budget, above zero; ``month_on`` is None for the whole year."""

    account: str
    amount: Money
    month_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ForecastBasis:
    """What a forecast rests on.

    ``months`` are those to come, ``opening`` what is there before them; ``balances`` are
    debit less credit by account of the year so far; ``pledges`` what was promised by month,
    ``grants`` what of the grants due is expected in which, later years included; ``claims`` is
    what other accounts than 441 hold of grants that private bodies owe.
    ``has_begun`` when the only month left is the one that runs: part of it has come already.
    """

    months: tuple[dt.date, ...]
    opening: Money
    plans: Sequence[Plan] = ()
    balances: Mapping[str, Money] = field(default_factory=dict)
    pledges: Mapping[dt.date, Money] = field(default_factory=dict)
    grants: Mapping[dt.date, Money] = field(default_factory=dict)
    claims: Mapping[str, Money] = field(default_factory=dict)
    has_begun: bool = False


def forecast(basis: ForecastBasis) -> tuple[ForecastMonth, ...]:
    """Return the months to come, each with what it may bring.

    What is owed to us or by us comes with the first of them, grants due when they are expected
    or, if nobody said when, with the last; a budget of the whole year is spread evenly over
    what is left of it. Promises count for what they exceed the gifts of the budget by. A month
    that has begun is left out when nothing more is to come.
    """
    opening, found = basis.opening, []
    for month in basis.months:
        parts = tuple(part for part in _parts(basis, month) if part.amount)
        if basis.has_begun and not parts:
            continue
        found.append(ForecastMonth(month, opening, parts))
        opening = found[-1].closing
    return tuple(found)


def _parts(basis: ForecastBasis, month: dt.date) -> Iterable[ForecastPart]:
    income, expense = _budget(basis, month, "7"), _budget(basis, month, "6")
    promised = basis.pledges.get(month, ZERO) - _budget(basis, month, GIFTS)
    yield ForecastPart(ForecastKind.BUDGETED_INCOME, income)
    yield ForecastPart(ForecastKind.BUDGETED_EXPENSE, -expense)
    yield ForecastPart(ForecastKind.PLEDGES, max(promised, ZERO))
    if month == basis.months[0]:
        owed = [
            amount - basis.claims.get(number, ZERO)
            for number, amount in basis.balances.items()
            if number.startswith(THIRD_PARTIES) and not number.startswith(GRANTS)
        ]
        yield ForecastPart(ForecastKind.RECEIVABLES, total(x for x in owed if x > ZERO))
        yield ForecastPart(ForecastKind.DEBTS, total(x for x in owed if x < ZERO))
    due = basis.grants.get(month, ZERO)
    if month == basis.months[-1]:
        booked = (x for number, x in basis.balances.items() if number.startswith(GRANTS))
        claims = total(booked) + total(basis.claims.values())
        due += max(claims - total(basis.grants.values()), ZERO)
    yield ForecastPart(ForecastKind.GRANTS_DUE, due)


def _budget(basis: ForecastBasis, month: dt.date, beginning: str) -> Money:
    """Return what the budget still holds for a month, on accounts that begin so."""
    plans = [
        plan
        for plan in basis.plans
        if plan.account.startswith(beginning) and not plan.account.startswith(NO_MONEY)
    ]
    if basis.has_begun:
        every = {plan.account for plan in plans}
        return total(_left_in_all(basis, account) for account in sorted(every))
    of_month = total(plan.amount for plan in plans if plan.month_on == month)
    yearly = {plan.account for plan in plans if plan.month_on is None}
    left = total(_left(basis, account) for account in sorted(yearly))
    return of_month + _share(left, len(basis.months), basis.months.index(month))


def _left(basis: ForecastBasis, account: str) -> Money:
    """Return what is left of the yearly budget of an account after what was not monthly."""
    planned = total(
        plan.amount for plan in basis.plans if plan.account == account and plan.month_on is None
    )
    by_month = total(
        plan.amount
        for plan in basis.plans
        if plan.account == account
        and plan.month_on is not None
        and plan.month_on < basis.months[0]
    )
    return max(planned - max(_moved(basis, account) - by_month, ZERO), ZERO)


def _left_in_all(basis: ForecastBasis, account: str) -> Money:
    """Return what is left of all that a budget plans on an account, months and year."""
    planned = total(plan.amount for plan in basis.plans if plan.account == account)
    return max(planned - _moved(basis, account), ZERO)


def _moved(basis: ForecastBasis, account: str) -> Money:
    """Return what was spent or received so far of what is planned on an account."""
    held = total(_covered(basis, account))
    return held if account.startswith("6") else -held


def _covered(basis: ForecastBasis, account: str) -> Iterable[Money]:
    """Yield the balances that count for a planned account and for no longer one."""
    planned = {plan.account for plan in basis.plans}
    for number, amount in basis.balances.items():
        covering = (number[:length] for length in range(len(number), 0, -1))
        if next((one for one in covering if one in planned), None) == account:
            yield amount


def _share(amount: Money, count: int, rank: int) -> Money:
    """Return one of ``count`` even shares; together they are the amount to the cent."""
    return Money(amount.cents * (rank + 1) // count - amount.cents * rank // count)
