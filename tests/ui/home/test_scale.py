"""Marks of the axis of amounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.ui.home.scale import axis_marks


@pytest.mark.parametrize(
    ("largest", "marks"),
    [
        (0, [0]),
        (1, [0, 100]),
        (45_00, [0, 10_00, 20_00, 30_00, 40_00, 50_00]),
        (10_650_00, [0, 2_000_00, 4_000_00, 6_000_00, 8_000_00, 10_000_00, 12_000_00]),
    ],
)
def test_marks_are_round(largest, marks):
    assert axis_marks(largest) == marks


@given(st.integers(1, 10**12))
def test_marks_reach_the_largest_amount_and_stay_few(largest):
    marks = axis_marks(largest)
    assert marks[-2] < largest <= marks[-1]
    assert 2 <= len(marks) <= 7
    assert all(mark % 100 == 0 for mark in marks)
