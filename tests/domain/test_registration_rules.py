"""Rules of registrations: who has a place, and what taking part costs."""

from __future__ import annotations

from coopdesk.domain.registration_rules import seat


def test_free_places_go_to_those_who_wait_in_their_order() -> None:
    assert seat(448, 450, [7, 3, 9]) == (7, 3)


def test_without_a_limit_everybody_moves_up() -> None:
    assert seat(10, None, [1, 2]) == (1, 2)


def test_a_lowered_capacity_throws_nobody_out_and_lets_nobody_in() -> None:
    assert seat(12, 10, [1, 2]) == ()
