"""Calendars that phones read: whole days, hours of Paris, folded lines, nothing lost."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from coopdesk.domain.calendar_writing import WrittenItem
from coopdesk.domain.calendars import CalendarStatus
from coopdesk.domain.text import clean_line, clean_text
from coopdesk.exchange.file_content import FileContent
from coopdesk.exchange.ical import read_ical
from coopdesk.exchange.ical_writing import write_calendar

PARIS = ZoneInfo("Europe/Paris")
NOW = dt.datetime(2015, 5, 1, 8, 0, tzinfo=dt.UTC)
JUNE_4, JUNE_5 = dt.date(2015, 6, 4), dt.date(2015, 6, 5)


def item(title="Ramdam", first=JUNE_4, last=None, **more):
    return WrittenItem("uid-1", title, first, last or first, NOW, **more)


def read(content):
    """Return the events as the library reads them; it may not find any error."""
    calendar = Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    assert not any(event.errors for event in (calendar, *events))
    return events


def lines_of(content):
    """Return the unfolded lines after holding the file against RFC 5545 3.1, by hand."""
    assert content.endswith(b"\r\n")
    physical = content.removesuffix(b"\r\n").split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in physical)
    assert max(map(len, physical)) <= 75
    for line in physical:
        line.decode()  # no character is torn
    logical: list[bytes] = []
    for line in physical:
        if line.startswith(b" "):
            logical[-1] += line[1:]
        else:
            logical.append(line)
    return [line.decode() for line in logical]


def test_two_days_end_on_the_day_after_in_the_file():
    lines = lines_of(write_calendar("A", [item(last=JUNE_5)]))
    assert "DTSTART;VALUE=DATE:20150604" in lines
    assert "DTEND;VALUE=DATE:20150606" in lines


def test_hours_are_those_of_paris_whatever_the_season():
    winter = item("Hiver", dt.date(2016, 1, 8), begins_at=dt.time(18), ends_at=dt.time(20, 30))
    summer = item("Été", JUNE_4, begins_at=dt.time(18))
    content = write_calendar("A", [winter, summer])
    assert "DTSTART;TZID=Europe/Paris:20160108T180000" in lines_of(content)
    one, other = read(content)
    assert one.decoded("DTSTART").astimezone(dt.UTC).hour == 17
    assert other.decoded("DTSTART").astimezone(dt.UTC).hour == 16
    assert "DTEND" not in other


def test_midnight_ends_the_last_day():
    (event,) = read(write_calendar("A", [item(begins_at=dt.time(20), ends_at=dt.time(0))]))
    assert event.decoded("DTEND") == dt.datetime(2015, 6, 5, tzinfo=PARIS)


def test_file_says_the_rules_of_paris_by_itself(tmp_path):
    """Read by another library, which knows of no zone but the file's own."""
    path = tmp_path / "a.ics"
    path.write_bytes(write_calendar("A", [item(begins_at=dt.time(18))]))
    zone = tzical(str(path)).get("Europe/Paris")
    moment = dt.datetime(1996, 11, 1, 12)
    while moment.year < 2038:
        for shown in (moment, moment.replace(hour=1, minute=59), moment.replace(hour=4)):
            assert shown.replace(tzinfo=zone).utcoffset() == (
                shown.replace(tzinfo=PARIS).utcoffset()
            ), shown
        moment += dt.timedelta(days=1)


@pytest.mark.parametrize("year", [1996, 2015, 2026, 2037])
def test_clocks_change_at_one_in_greenwich(year, tmp_path):
    path = tmp_path / "a.ics"
    path.write_bytes(write_calendar("A", []))
    zone = tzical(str(path)).get("Europe/Paris")
    for day in (31 - (dt.date(year, 3, 31).weekday() + 1) % 7,):
        change = dt.datetime(year, 3, day, 1, tzinfo=dt.UTC)
        before = change - dt.timedelta(seconds=1)
        assert before.astimezone(zone).utcoffset() == dt.timedelta(hours=1)
        assert change.astimezone(zone).utcoffset() == dt.timedelta(hours=2)


def test_state_and_revision_reach_the_calendar():
    told = item(status=CalendarStatus.CANCELLED, revision=3, is_free=True)
    lines = lines_of(write_calendar("A", [told]))
    for wanted in (
        "STATUS:CANCELLED",
        "SEQUENCE:3",
        "TRANSP:TRANSPARENT",
        "DTSTAMP:20150501T080000Z",
        "LAST-MODIFIED:20150501T080000Z",
        "UID:uid-1",
    ):
        assert wanted in lines


def test_calendar_has_its_name_in_both_ways_and_says_when_to_read_it_again():
    lines = lines_of(write_calendar("La Coop des Rives, Nantes", []))
    assert "NAME:La Coop des Rives\\, Nantes" in lines
    assert "X-WR-CALNAME:La Coop des Rives\\, Nantes" in lines
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in lines
    assert lines[:2] == ["BEGIN:VCALENDAR", "PRODID:-//CoopDesk//CoopDesk//FR"]


def test_same_events_give_the_same_bytes():
    told = [item(begins_at=dt.time(18)), item("B")]
    assert write_calendar("A", told) == write_calendar("A", told)


texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=200
)


@given(texts, texts, st.lists(texts, max_size=4))
def test_whatever_people_write_comes_back(title, place, paragraphs):
    description = "\n".join(paragraphs)
    content = write_calendar(title, [item(title, place=place, description=description)])
    lines_of(content)
    (event,) = read(content)
    assert str(event["SUMMARY"]) == clean_line(title)
    assert str(event.get("LOCATION", "")) == clean_line(place)
    assert str(event.get("DESCRIPTION", "")) == clean_text(description)


def test_nobody_slips_a_second_event_in():
    evil = "Fête\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Autre"
    content = write_calendar(evil, [item(evil, place=evil, description=evil)])
    assert len(read(content)) == 1
    assert sum(line == "BEGIN:VEVENT" for line in lines_of(content)) == 1


@given(
    st.dates(dt.date(1996, 11, 1), dt.date(2037, 1, 1)),
    st.integers(0, 9),
    st.none() | st.tuples(st.times(), st.none() | st.times()),
)
def test_our_own_reader_understands_what_we_write(first, length, hours):
    begins, ends = hours or (None, None)
    begins = begins and begins.replace(second=0, microsecond=0)
    ends = ends and ends.replace(second=0, microsecond=0)
    last = first + dt.timedelta(days=length)
    if length == 0 and None not in {begins, ends} and dt.time(0) < ends <= begins:
        ends = dt.time(0)
    if begins is not None and ends is None:
        last = first
    told = item(first=first, last=last, begins_at=begins, ends_at=ends)
    content = write_calendar("A", [told])
    found = read_ical(FileContent("a.ics", content), dt.date(2015, 1, 1))
    (one,) = found.items
    assert (found.problems, one.is_all_day) == ((), begins is None)
    assert (one.starts_on, one.ends_on) == (first, last)
    if begins is not None:
        assert one.starts_at.astimezone(PARIS).date() == first
