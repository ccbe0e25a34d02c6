"""How long ago something was, in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.wording.ages import age_days, age_text
from coopdesk.wording.language import language, set_language

if TYPE_CHECKING:
    from collections.abc import Iterator

NOON = dt.datetime(2026, 3, 12, 12, 0).astimezone()


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    before = language()
    set_language("fr")
    yield
    set_language(before)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "aujourd’hui"),
        (1, "hier"),
        (2, "il y a 2 jours"),
        (31, "il y a 31 jours"),
        (32, "le 12 mars 2026"),
    ],
)
def test_age_is_counted_in_days_then_told_by_its_date(days: int, said: str) -> None:
    today = NOON.date() + dt.timedelta(days=days)
    assert age_text(NOON, today).replace("\u00a0", " ") == said


def test_moment_ahead_of_the_clock_is_today() -> None:
    assert age_days(NOON, dt.date(2026, 3, 1)) == 0
    assert age_text(NOON, dt.date(2026, 3, 1)) == "aujourd’hui"


def test_day_is_that_of_the_place_not_of_greenwich() -> None:
    late = dt.datetime(2026, 3, 12, 23, 30).astimezone().astimezone(dt.UTC)
    assert age_days(late, dt.date(2026, 3, 12)) == 0
    assert age_days(late, dt.date(2026, 3, 13)) == 1
