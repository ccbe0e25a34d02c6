"""When events are held, in words."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.events import When, WhenKind
from coopdesk.wording.event_dates import hours_text, when_text, when_with_hours
from coopdesk.wording.language import set_language


@pytest.fixture(autouse=True)
def _french():
    set_language("fr")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kind", "first", "last", "said"),
    [
        (WhenKind.DAYS, (2016, 3, 8), (2016, 3, 8), "8 mars 2016"),
        (WhenKind.DAYS, (2016, 3, 1), (2016, 3, 3), "du 1er au 3 mars 2016"),
        (WhenKind.DAYS, (2016, 3, 30), (2016, 4, 2), "du 30 mars au 2 avril 2016"),
        (
            WhenKind.DAYS,
            (2015, 12, 30),
            (2016, 1, 2),
            "du 30 décembre 2015 au 2 janvier 2016",
        ),
        (WhenKind.WEEK, (2016, 4, 11), (2016, 4, 17), "semaine du 11 avril 2016"),
        (WhenKind.MONTH, (2016, 4, 1), (2016, 4, 30), "avril 2016"),
        (WhenKind.YEAR, (2016, 1, 1), (2016, 12, 31), "2016"),
    ],
)
def test_days_of_an_event_are_said_as_far_as_they_are_known(kind, first, last, said):
    assert when_text(When(kind, dt.date(*first), dt.date(*last))) == said


def test_event_without_a_day_says_so():
    assert when_text(When()) == "sans date"


def test_hours_are_said_beside_the_day_without_idle_minutes():
    day = dt.date(2016, 3, 8)
    when = When(WhenKind.DAYS, day, day, dt.time(18), dt.time(20, 30))
    assert plain(when_with_hours(when)) == "8 mars 2016, 18 h – 20 h 30"
    assert plain(hours_text(None, dt.time(20, 30))) == "jusqu’à 20 h 30"
    assert plain(hours_text(dt.time(9, 5), None)) == "9 h 05"
    assert hours_text(None, None) == ""
