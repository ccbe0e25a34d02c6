"""Events as one announces them: which edition, and on which days of the week."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.events import When, WhenKind
from coopdesk.wording.event_titles import edition_text, event_title_text, when_long
from coopdesk.wording.language import set_language

SIX, HALF_PAST_EIGHT = dt.time(18), dt.time(20, 30)


@pytest.fixture(autouse=True)
def _french():
    set_language("fr")
    yield
    set_language("fr")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def days(first, last=None, *hours):
    return When(WhenKind.DAYS, dt.date(*first), dt.date(*(last or first)), *hours)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (days((2016, 3, 8)), "mardi 8 mars 2016"),
        (days((2016, 3, 1)), "mardi 1er mars 2016"),
        (days((2015, 6, 4), (2015, 6, 5)), "jeudi 4 et vendredi 5 juin 2015"),
        (days((2015, 6, 4), (2015, 6, 7)), "du jeudi 4 au dimanche 7 juin 2015"),
        (days((2015, 6, 30), (2015, 7, 1)), "mardi 30 juin et mercredi 1er juillet 2015"),
        (
            days((2015, 12, 31), (2016, 1, 1)),
            "jeudi 31 décembre 2015 et vendredi 1er janvier 2016",
        ),
        (
            When(WhenKind.WEEK, dt.date(2016, 4, 11), dt.date(2016, 4, 17)),
            "semaine du 11 avril 2016",
        ),
        (When(WhenKind.MONTH, dt.date(2016, 4, 1), dt.date(2016, 4, 30)), "avril 2016"),
        (When(), "sans date"),
    ],
)
def test_days_are_told_with_those_of_the_week(when, said):
    assert when_long(when) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ((SIX,), "mardi 8 mars 2016, à 18 h"),
        ((SIX, HALF_PAST_EIGHT), "mardi 8 mars 2016, de 18 h à 20 h 30"),
        ((SIX, dt.time(0)), "mardi 8 mars 2016, de 18 h à 0 h"),
    ],
)
def test_hours_follow_the_day(hours, said):
    assert plain(when_long(days((2016, 3, 8), None, *hours))) == said


def test_hours_of_several_days_are_those_of_the_first_and_the_last():
    told = plain(when_long(days((2015, 6, 4), (2015, 6, 5), SIX, HALF_PAST_EIGHT)))
    assert told.endswith("juin 2015, de 18 h le premier jour à 20 h 30 le dernier")


def test_editions_are_counted_in_both_languages():
    assert [edition_text(number) for number in (1, 2, 21)] == ["1re", "2e", "21e"]
    assert event_title_text("Atelier", 3) == "Atelier (3e édition)"
    assert event_title_text("Atelier", None) == "Atelier"
    set_language("en")
    told = [edition_text(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 112)]
    assert told == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]
    assert when_long(days((2016, 3, 8), None, SIX, HALF_PAST_EIGHT)) == (
        "Tuesday 8 March 2016, between 18:00 and 20:30"
    )
