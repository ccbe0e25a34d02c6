"""Polls, forms and calendars as other programs write them; skipped without the samples."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from coopdesk.domain.polls import best_options, counted
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.framadate import looks_like_framadate, read_framadate
from coopdesk.exchange.ical import read_ical
from coopdesk.exchange.webform import looks_like_webform, read_webform

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")


def sample(folder, beginning):
    (path,) = (SAMPLES / folder).glob(f"{beginning}*")
    return read_content(path)


def test_slots_of_a_date_poll_are_counted_with_if_needed_apart():
    content = sample("framadate", "sondage_date")
    assert looks_like_framadate(content)
    poll = read_framadate(content)
    assert [(x.held_on, x.moment) for x in poll.options] == [
        (dt.date(2016, 4, 11), "18h-20h"),
        (dt.date(2016, 4, 11), "20h-22h"),
        (dt.date(2016, 4, 13), "soir"),
    ]
    counts = counted(poll.options, [x.answers for x in poll.replies])
    assert [(x.yes, x.maybe) for x in counts] == [(2, 0), (1, 0), (0, 1)]
    assert best_options(counts) == (0,)


def test_a_poll_about_choices_has_one_header_line():
    poll = read_framadate(sample("framadate", "sondage_classique"))
    assert [x.label for x in poll.options] == ["Plan M (1er arr.)", "Salle municipale"]
    assert len(poll.replies) == 1


def test_an_x_below_an_option_of_a_form_is_a_choice():
    content = sample("framaform", "webform")
    assert looks_like_webform(content)
    poll = read_webform(content)
    counts = counted(poll.options, [x.answers for x in poll.replies])
    assert {x.option.label: x.yes for x in counts if x.option.group} == {
        "Découvrir": 1,
        "Structurer": 0,
    }


@pytest.mark.parametrize(
    ("name", "count", "refused"),
    [
        ("icalendar7_bom", 0, 0),
        ("icalendar7_broken_dtstart", 0, 1),
        ("icalendar7_broken_ical", 0, 1),
        ("icalendar7_calendar_with_unicode", 0, 0),
        ("icalendar7_example", 3, 0),
        ("icalendar7_issue_104", 1, 0),
        ("vobject_ms_tzid", 1, 0),
        ("vobject_simple", 0, 1),
        ("vobject_tzid_8bit", 1, 0),
    ],
)
def test_good_events_come_in_and_broken_ones_are_named(name, count, refused):
    read = read_ical(sample("ical", name), dt.date(2026, 1, 1))
    assert (len(read.items), len(read.problems)) == (count, refused)
