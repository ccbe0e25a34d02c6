"""The hours of a slot are read as people write them; words that name no hour name none."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.poll_slots import coming, hours_of, names_of
from coopdesk.domain.polls import Poll, PollKind, PollReply


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("18h-20h", "18:00-20:00"),
        ("20h30-22h", "20:30-22:00"),
        ("18-20h", "18:00-20:00"),
        ("de 18h à 20h", "18:00-20:00"),
        ("de 18 à 20h", "18:00-20:00"),
        ("entre 9h et 12h", "09:00-12:00"),
        ("14:00-16:30", "14:00-16:30"),
        ("18\u00a0h\u00a030 – 21\u00a0h", "18:30-21:00"),
        ("18 heures jusqu’à 20 heures", "18:00-20:00"),
        ("9h30/12h", "09:30-12:00"),
        ("11/04 18h-20h", "18:00-20:00"),
        ("18h-20h, salle 2", "18:00-20:00"),
        ("midi-14h", "12:00-14:00"),
        ("14:00", "14:00"),
        ("le 8 à 18h", "18:00"),
        ("18H", "18:00"),
        ("22h-1h", "22:00"),
        ("18h-25h", "18:00"),
    ],
)
def test_hours_are_read_as_people_write_them(moment, said):
    hours = hours_of(moment)
    assert hours is not None
    assert "-".join(f"{one:%H:%M}" for one in hours if one) == said


@pytest.mark.parametrize(
    "moment", ["soir", "matin", "après-midi", "apres midi", "", "25h", "salle 12", "1-2", "??"]
)
def test_words_that_name_no_hour_of_the_clock_name_none(moment):
    assert hours_of(moment) is None


def test_noon_is_an_hour():
    assert hours_of("midi") == (dt.time(12), None)


def test_those_who_come_if_needed_are_asked_for_apart():
    replies = tuple(
        PollReply(number, f"N{number}", None, "", {0: answer})
        for number, answer in ((3, "yes"), (1, "maybe"), (2, "yes"), (4, "no"), (5, "unknown"))
    )
    poll = Poll(1, PollKind.DAYS, "Quand ?", (), replies)
    assert [reply.id for reply in coming(poll, 0)] == [2, 3]
    assert [reply.id for reply in coming(poll, 0, with_maybe=True)] == [1, 2, 3]
    assert coming(poll, 1) == []


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ("Yann", ("Yann", "")),
        (" Maëlle Zéphyr ", ("Maëlle", "Zéphyr")),
        ("Jean Marc Le Goff", ("Jean Marc Le", "Goff")),
    ],
)
def test_one_word_alone_is_a_first_name(signed, names):
    assert names_of(PollReply(1, signed, None, "", {})) == names
