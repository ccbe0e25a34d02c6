"""Cash counted by coins and notes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.cash_counts import COINS, NOTES, counted, split_difference
from coopdesk.domain.money import ZERO, Money


def test_notes_and_coins_are_added_up():
    assert counted({2_000: 3, 200: 4, 5: 7}) == Money(6_835)


def test_nothing_counted_comes_to_nothing():
    assert counted({}) == ZERO


def test_pieces_are_those_of_the_euro_from_the_largest_to_the_smallest():
    assert sorted((*NOTES, *COINS), reverse=True) == [*NOTES, *COINS]


@given(st.integers(0, 100_000), st.integers(0, 100_000))
def test_difference_is_either_missing_or_too_much(expected, found):
    missing, surplus = split_difference(Money(expected), Money(found))
    assert ZERO in {missing, surplus}
    assert Money(expected) - missing + surplus == Money(found)
