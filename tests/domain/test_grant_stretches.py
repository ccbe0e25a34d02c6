"""Costs shared over time: each grant pays for its own days, nothing twice."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.grant_requests import EligibleCost
from coopdesk.domain.grant_sharing import Funder
from coopdesk.domain.grant_stretches import stretches, used_of
from coopdesk.domain.money import Money


def days(first, last):
    return dt.date(2026, *first), dt.date(2026, *last)


YEAR, SPRING = days((1, 1), (12, 31)), days((3, 1), (5, 31))
WINTER, AUTUMN = days((1, 1), (2, 28)), days((6, 1), (12, 31))


@pytest.mark.parametrize(
    ("spans", "cut"),
    [
        ([], []),
        ([YEAR], [YEAR]),
        ([YEAR, YEAR], [YEAR]),
        ([YEAR, SPRING], [WINTER, SPRING, AUTUMN]),
        ([WINTER, AUTUMN], [WINTER, AUTUMN]),
    ],
)
def test_days_are_cut_where_a_span_begins_or_ends(spans, cut):
    assert stretches(spans) == cut


def test_a_later_grant_leaves_no_cost_of_its_own_days_to_an_earlier_one_that_is_full():
    grants = [
        (Funder(1, "Ville", granted=Money(500)), YEAR),
        (Funder(2, "Région", granted=Money(500)), SPRING),
    ]
    costs = {WINTER: {"65": Money(300)}, SPRING: {"65": Money(400)}, AUTUMN: {}}
    assert [used_of(key, grants, costs).cents for key in (1, 2)] == [500, 200]


def test_a_ceiling_holds_a_line_over_all_stretches_and_refunds_find_their_group():
    told = (EligibleCost("60.other", ceiling=Money(350)),)
    grants = [(Funder(1, "Ville", eligible=told), YEAR), (Funder(2, "Région"), SPRING)]
    costs = {
        WINTER: {"60.other": Money(300), "60.supplies": Money(-100)},
        SPRING: {"60.other": Money(400)},
    }
    found = [used_of(key, grants, costs).cents for key in (1, 2)]
    assert found[0] == 350
    assert sum(found) <= 600


def test_a_grant_of_whose_days_nothing_is_spent_pays_nothing():
    grants = [(Funder(1, "Ville"), WINTER), (Funder(2, "Région"), SPRING)]
    costs = {WINTER: {}, SPRING: {"65": Money(400)}}
    assert [used_of(key, grants, costs).cents for key in (1, 2)] == [0, 400]
