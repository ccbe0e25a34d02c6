"""How long ago, in words."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.wording.ages import age_days, age_text
from coopdesk.wording.language import set_language

TODAY = dt.date(2026, 3, 12)


def moment(days):
    return dt.datetime.combine(
        TODAY - dt.timedelta(days=days), dt.time(12), tzinfo=dt.UTC
    ).astimezone()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "aujourd’hui"),
        (1, "hier"),
        (2, "il y a 2 jours"),
        (31, "il y a 31 jours"),
        (40, "le 31 janvier 2026"),
    ],
)
def test_age_is_said_as_people_do(days, words):
    set_language("fr")
    assert age_text(moment(days), TODAY) == words


def test_moment_ahead_of_the_clock_is_today():
    assert age_days(moment(-3), TODAY) == 0
