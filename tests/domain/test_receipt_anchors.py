"""Numbers that are missing between others, however far a forged one lies."""

from __future__ import annotations

from coopdesk.domain.receipt_anchors import missing_numbers

FORGED = 10**15


def test_known_ranges_are_stepped_over_at_once():
    assert list(missing_numbers(1, FORGED, [(3, 4), (6, FORGED)])) == [1, 2, 5]


def test_no_more_numbers_are_named_than_can_be_kept():
    assert len(list(missing_numbers(1, FORGED, ()))) == 1_000
