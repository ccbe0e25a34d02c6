"""What a year hands on: balances, the result on 120 or 129, and where the assembly puts it."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.year_openings import (
    AccountSum,
    Allocation,
    allocation_lines,
    closing_balances,
    opening_lines,
    result_of,
)

ACCOUNTS = ("102", "110", "120", "194", "2183", "4011", "411", "5121", "531", "606", "7541")
VOLUNTEERING = ("864", "875")


def held(account: str, cents: int, contact_id: int | None = None) -> AccountSum:
    debit, credit = (Money(cents), ZERO) if cents > 0 else (ZERO, Money(-cents))
    return AccountSum(account, debit=debit, credit=credit, contact_id=contact_id)


def signed(lines: tuple[object, ...]) -> dict[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for line in lines:
        found[line.account] += line.signed.cents  # type: ignore[attr-defined]  # lines of entries
    return dict(found)


@st.composite
def years(draw: st.DrawFn) -> tuple[AccountSum, ...]:
    """Any year whose lines balance, parties and volunteers' time included."""
    accounts = st.sampled_from((*ACCOUNTS, *VOLUNTEERING))
    parties = st.sampled_from((None, 1, 2))
    moves = st.tuples(accounts, accounts, parties, st.integers(1, 10**6))
    sums: defaultdict[tuple[str, int | None], int] = defaultdict(int)
    for one, other, party, cents in draw(st.lists(moves, max_size=12)):
        pair = VOLUNTEERING if {one, other} & {*VOLUNTEERING} else (one, other)
        sums[pair[0], party] += cents
        sums[pair[1], None] -= cents
    return tuple(held(account, cents, party) for (account, party), cents in sums.items())


def test_surplus_opens_on_120_and_a_deficit_on_129() -> None:
    surplus = (held("5121", 10_000), held("7541", -10_000))
    assert signed(opening_lines(surplus, "Résultat 2026")) == {"5121": 10_000, "120": -10_000}
    deficit = (held("5121", -2_500), held("606", 2_500))
    assert signed(opening_lines(deficit, "Résultat 2026")) == {"5121": -2_500, "129": 2_500}


def test_result_stands_apart_from_what_120_still_held() -> None:
    sums = (AccountSum("120", Money(-300)), held("5121", 500), held("7541", -200))
    lines = opening_lines(sums, "Résultat 2026")
    on_120 = [(line.credit.cents, line.label) for line in lines if line.account == "120"]
    assert on_120 == [(300, ""), (200, "Résultat 2026")]


def test_third_parties_keep_their_own_lines_even_where_the_account_is_at_zero() -> None:
    lines = opening_lines((held("411", 100, 1), held("411", -100, 2)), "")
    assert [(line.contact_id, line.signed.cents) for line in lines] == [(1, 100), (2, -100)]


def test_class_8_that_does_not_balance_refuses_the_opening() -> None:
    with pytest.raises(RuleError, match="unbalanced"):
        opening_lines((held("864", 100), held("7541", -100)), "")


@given(years())
@settings(max_examples=60)
def test_opening_balances_and_hands_on_classes_1_to_5_whatever_the_year(
    sums: tuple[AccountSum, ...],
) -> None:
    lines = opening_lines(sums, "Résultat")
    assert sum(line.signed.cents for line in lines) == 0
    assert {line.account[0] for line in lines} <= set("12345")
    assert all((line.debit.cents > 0) != (line.credit.cents > 0) for line in lines)
    found = {account: cents for account, cents in signed(lines).items() if cents}
    assert found == {a: amount.cents for a, amount in closing_balances(sums).items()}
    own = total(line.signed for line in lines if line.label)
    assert own == -result_of(sums)


def test_surplus_fills_former_deficits_before_it_is_carried_forward() -> None:
    lines = allocation_lines(
        Money(1_000), Allocation(Money(300), Money(700)), {"119": Money(450)}
    )
    assert signed(lines) == {"120": 1_000, "1068": -300, "119": -450, "110": -250}


def test_deficit_eats_what_was_carried_forward_before_it_stands_on_119() -> None:
    lines = allocation_lines(
        Money(-1_000), Allocation(ZERO, Money(-1_000)), {"110": Money(-400)}
    )
    assert signed(lines) == {"129": -1_000, "110": 400, "119": 600}


def test_reserves_give_to_a_deficit_what_they_hold() -> None:
    some = Allocation(Money(-600), Money(-400))
    lines = allocation_lines(Money(-1_000), some, {"1068": Money(-600)})
    assert signed(lines) == {"129": -1_000, "1068": 600, "119": 400}
    with pytest.raises(RuleError, match="reserves_short"):
        allocation_lines(Money(-1_000), some, {"1068": Money(-599)})


@pytest.mark.parametrize(
    ("result", "reserves", "carried", "code"),
    [
        (0, 0, 0, "nothing_to_allocate"),
        (100, 60, 30, "allocation_differs"),
        (100, 150, -50, "allocation_mixed"),
        (-100, 50, -150, "allocation_mixed"),
    ],
)
def test_allocation_that_is_not_the_result_is_refused(
    result: int, reserves: int, carried: int, code: str
) -> None:
    with pytest.raises(RuleError, match=code):
        allocation_lines(Money(result), Allocation(Money(reserves), Money(carried)), {})


@given(
    st.integers(-(10**6), 10**6).filter(bool),
    st.floats(0, 1),
    st.integers(-(10**6), 10**6),
)
@settings(max_examples=60)
def test_allocation_balances_and_empties_the_account_of_the_result(
    result: int, share: float, carried: int
) -> None:
    kept = int(result * share) if result > 0 else 0
    standing = {"119" if carried > 0 else "110": Money(carried)}
    some = Allocation(Money(kept), Money(result - kept))
    lines = allocation_lines(Money(result), some, standing)
    assert sum(line.signed.cents for line in lines) == 0
    assert signed(lines)["120" if result > 0 else "129"] == result
