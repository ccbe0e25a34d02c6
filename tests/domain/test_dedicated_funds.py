"""Dedicated funds: the table of a year, what its closing writes, and the accounts."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coopdesk.domain.dedicated_funds import (
    Fund,
    FundKind,
    FundMovement,
    MovementKind,
    NewFund,
    NewFundMovement,
    checked_movement,
    fund_line,
    fund_table,
    movement_entry,
    proposals,
    transfer_entry,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.money import ZERO, Money, total

_YEAR = FiscalYear(1, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
_END = _YEAR.ends_on


def _fund(key: int = 1, kind: FundKind = FundKind.GRANT, activity_id: int | None = 7) -> Fund:
    day = dt.date(2025, 1, key)
    return Fund(
        key, NewFund(f"Fonds {key}", kind, day, Money(100_000), activity_id=activity_id)
    )


def _moved(
    fund_id: int, kind: MovementKind, cents: int, day: dt.date, other: int | None = None
) -> FundMovement:
    return FundMovement(0, 1, NewFundMovement(fund_id, kind, day, Money(cents), other))


def test_the_table_of_a_year_starts_with_what_the_year_before_left() -> None:
    before, during = dt.date(2025, 12, 31), dt.date(2026, 5, 1)
    moves = [
        _moved(1, MovementKind.REPORT, 80_000, before),
        _moved(1, MovementKind.USE, 30_000, during),
        _moved(1, MovementKind.TRANSFER, 10_000, during, 2),
        _moved(2, MovementKind.OPENING, 5_000, _YEAR.starts_on),
    ]
    first, second = fund_table([_fund(1), _fund(2), _fund(3)], moves, _YEAR)
    told = (first.opening, first.uses, first.transfers, first.closing)
    assert [x.cents for x in told] == [80_000, 30_000, -10_000, 40_000]
    assert (second.opening.cents, second.transfers.cents) == (5_000, 10_000)
    assert second.closing == Money(15_000)


@pytest.mark.parametrize(
    ("opening", "received", "spent", "use", "report"),
    [
        (0, 100_000, 60_000, 0, 40_000),
        (40_000, 0, 25_000, 25_000, 0),
        (40_000, 0, 90_000, 40_000, 0),
        (40_000, 100_000, 70_000, 40_000, 70_000),
        (40_000, 100_000, 10_000, 10_000, 100_000),
        (0, 100_000, 150_000, 0, 0),
        (40_000, 0, 0, 0, 0),
        (40_000, -30_000, 0, 30_000, 0),
        (40_000, -30_000, 25_000, 40_000, 0),
        (40_000, -90_000, 25_000, 40_000, 0),
        (0, -30_000, 25_000, 0, 0),
    ],
)
def test_what_is_spent_takes_first_what_was_there(
    opening: int, received: int, spent: int, use: int, report: int
) -> None:
    moves = [_moved(1, MovementKind.OPENING, opening, _YEAR.starts_on)] if opening else []
    line = fund_line(_fund(), moves, _YEAR)
    (found,) = proposals([line], {1: Money(received)}, {7: Money(spent)})
    assert (found.use.cents, found.report.cents) == (use, report)


def test_expenses_of_an_activity_are_paid_once_by_its_oldest_fund_first() -> None:
    funds = [_fund(2), _fund(1)]
    moves = [_moved(x.id, MovementKind.OPENING, 10_000, _YEAR.starts_on) for x in funds]
    lines = [fund_line(fund, moves, _YEAR) for fund in funds]
    first, second = proposals(lines, {}, {7: Money(14_000)})
    assert (first.fund.id, first.use.cents, second.use.cents) == (1, 10_000, 4_000)


def test_a_fund_without_activity_keeps_all_that_came() -> None:
    line = fund_line(_fund(activity_id=None), [], _YEAR)
    (found,) = proposals([line], {1: Money(500)}, {7: Money(900)})
    assert (found.use, found.report) == (ZERO, Money(500))


@pytest.mark.parametrize(
    ("kind", "accounts"),
    [
        (FundKind.GRANT, ("6894", "194", "7894")),
        (FundKind.CONTRIBUTION, ("6895", "195", "7895")),
        (FundKind.GENEROSITY, ("6896", "196", "7896")),
    ],
)
def test_reports_and_uses_are_booked_on_the_accounts_of_their_kind(
    kind: FundKind, accounts: tuple[str, str, str]
) -> None:
    fund = _fund(kind=kind)
    report, held, use = accounts
    new = NewFundMovement(1, MovementKind.REPORT, _END, Money(300))
    put = [(x.account, x.signed.cents) for x in movement_entry(fund, new, "Report").lines]
    assert put == [(report, 300), (held, -300)]
    taken = NewFundMovement(1, MovementKind.USE, _END, Money(300))
    told = [(x.account, x.signed.cents) for x in movement_entry(fund, taken, "Usage").lines]
    assert told == [(held, 300), (use, -300)]


def test_only_a_transfer_between_kinds_has_an_entry() -> None:
    new = NewFundMovement(1, MovementKind.TRANSFER, _END, Money(300), 2)
    other = _fund(2, FundKind.GENEROSITY)
    assert transfer_entry(_fund(), _fund(2), new, "Transfert") is None
    entry = transfer_entry(_fund(), other, new, "Transfert")
    assert entry is not None
    assert [x.account for x in entry.lines] == ["194", "196"]


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewFundMovement(1, MovementKind.USE, _END, ZERO), "fund.movement_missing"),
        (NewFundMovement(1, MovementKind.USE, _END, Money(2)), "fund.below_zero"),
        (NewFundMovement(1, MovementKind.TRANSFER, _END, Money(1), 1), "fund.other_missing"),
    ],
)
def test_a_movement_that_cannot_be_is_refused(new: NewFundMovement, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        checked_movement(new, Money(1))
    assert caught.value.code == code


_CENTS = some.integers(0, 10**7)


@settings(max_examples=60)
@given(some.lists(some.tuples(_CENTS, _CENTS), min_size=1, max_size=4), _CENTS)
def test_funds_move_by_what_is_put_in_less_what_is_used(
    told: list[tuple[int, int]], spent: int
) -> None:
    funds = [_fund(rank, activity_id=7) for rank in range(1, len(told) + 1)]
    openings = {fund.id: Money(x) for fund, (x, _y) in zip(funds, told, strict=True)}
    received = {fund.id: Money(y) for fund, (_x, y) in zip(funds, told, strict=True)}
    moves = [
        _moved(key, MovementKind.OPENING, x.cents, _YEAR.starts_on)
        for key, x in openings.items()
        if x
    ]
    found = proposals([fund_line(x, moves, _YEAR) for x in funds], received, {7: Money(spent)})
    written = [
        movement_entry(one.fund, NewFundMovement(one.fund.id, kind, _END, amount), "x")
        for one in found
        for kind, amount in ((MovementKind.USE, one.use), (MovementKind.REPORT, one.report))
        if amount
    ]
    lines = [line for entry in written for line in entry.lines]
    held = total(-x.signed for x in lines if x.account.startswith("19"))
    result = total(x.signed for x in lines if x.account.startswith(("689", "789")))
    assert held == result == total(x.closing for x in found) - total(openings.values())
    assert all(ZERO <= x.use <= openings[x.fund.id] for x in found)
    assert all(ZERO <= x.report <= received[x.fund.id] for x in found)
    assert total(x.spent for x in found) <= Money(spent)
