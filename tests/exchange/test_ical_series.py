"""Series of calendar files: every date of theirs, within bounds."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.exchange.file_content import FileContent
from coopdesk.exchange.ical import read_ical
from coopdesk.exchange.ical_series import DATES_OF_FILE, DATES_OF_SERIES

TODAY = dt.date(2026, 11, 23)
PARIS = ";TZID=Europe/Paris"
ZONE = """BEGIN:VTIMEZONE
TZID:Chez nous
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""


def event(*lines, uid="a@ailleurs"):
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT", ""))


def read(*events):
    text = f"BEGIN:VCALENDAR\n{''.join(events)}END:VCALENDAR\n"
    return read_ical(FileContent("agenda.ics", text.encode()), TODAY)


def days(found):
    return [f"{item.starts_on:%d/%m/%y}" for item in found.items]


def one_series(found):
    (series,) = found.series.values()
    return series


@pytest.mark.parametrize("zone", [PARIS, ";TZID=Chez nous"])
def test_series_keeps_its_hour_when_the_clocks_change(zone):
    found = read(
        ZONE,
        event(
            f"DTSTART{zone}:20260317T190000",
            f"DTEND{zone}:20260317T210000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
        ),
    )
    assert days(found) == ["17/03/26", "24/03/26", "31/03/26"]
    hours = [item.starts_at.astimezone(dt.UTC).hour for item in found.items]
    assert hours == [18, 18, 17]
    assert {item.ends_at - item.starts_at for item in found.items} == {dt.timedelta(hours=2)}
    assert not one_series(found).is_cut


def test_dates_left_out_and_added_are_followed_however_they_are_told():
    found = read(
        event(
            f"DTSTART{PARIS}:20260901T190000",
            "RRULE:FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270202T180000Z",
            f"EXDATE{PARIS}:20261006T190000",
            "EXDATE:20261201T180000Z",
            "EXDATE;VALUE=DATE:20270105",
            "EXDATE:bientôt",
            "RDATE;VALUE=PERIOD:20261008T170000Z/PT2H",
        )
    )
    assert days(found) == ["01/09/26", "08/10/26", "03/11/26", "02/02/27"]


def test_whole_days_of_a_series_last_as_long_as_the_first():
    found = read(
        event(
            "DTSTART;VALUE=DATE:20260605",
            "DTEND;VALUE=DATE:20260607",
            "RRULE:FREQ=YEARLY;UNTIL=20280605T000000Z",
        )
    )
    assert days(found) == ["05/06/26", "05/06/27", "05/06/28"]
    assert {item.ends_on - item.starts_on for item in found.items} == {dt.timedelta(days=1)}


@pytest.mark.parametrize("told", [f"{PARIS}:20261208T190000", ":20261208T180000Z", ":20261208"])
def test_date_changed_by_itself_stands_once_under_its_name_in_the_series(told):
    moved = event(
        f"RECURRENCE-ID{told}", f"DTSTART{PARIS}:20261210T200000", "SUMMARY:Chez Maëlle"
    )
    series = event(f"DTSTART{PARIS}:20261201T190000", "RRULE:FREQ=WEEKLY;COUNT=3")
    found = read(moved, series)
    assert days(found) == ["10/12/26", "01/12/26", "15/12/26"]
    assert [item.recurrence for item in found.items] == [
        "2026-12-08T19:00:00+01:00",
        "",
        "2026-12-15T19:00:00+01:00",
    ]


def test_date_changed_twice_is_refused_the_second_time():
    moved = f"DTSTART{PARIS}:20261210T200000"
    found = read(
        event(f"DTSTART{PARIS}:20261201T190000", "RRULE:FREQ=WEEKLY;COUNT=3"),
        event(f"RECURRENCE-ID{PARIS}:20261208T190000", moved),
        event("RECURRENCE-ID:20261208T180000Z", moved),
    )
    assert [problem.code for problem in found.problems] == ["calendar.event_twice"]
    assert len(found.items) == 3


@pytest.mark.parametrize(
    ("start", "rule", "first", "last", "is_cut"),
    [
        ("20260106T190000Z", "FREQ=WEEKLY", "06/01/26", "21/11/28", True),
        # Three years are enough of what began long ago.
        ("20100105T190000Z", "FREQ=WEEKLY", "25/11/25", "21/11/28", True),
        (
            "20120103T190000Z",
            "FREQ=WEEKLY;UNTIL=20151231T000000Z",
            "01/01/13",
            "29/12/15",
            True,
        ),
        (
            "20140107T190000Z",
            "FREQ=WEEKLY;UNTIL=20151231T000000Z",
            "07/01/14",
            "29/12/15",
            False,
        ),
        ("20310107T190000Z", "FREQ=YEARLY", "07/01/31", "07/01/33", True),
    ],
)
def test_series_without_a_near_end_is_taken_for_three_years(start, rule, first, last, is_cut):
    found = read(event(f"DTSTART:{start}", f"RRULE:{rule}"))
    taken = days(found)
    assert (taken[-1], one_series(found).is_cut) == (last, is_cut)
    assert taken[0][-2:] == first[-2:]
    assert len(taken) <= 158


def test_many_dates_a_day_stay_within_bounds():
    hours = "BYHOUR=" + ",".join(map(str, range(24)))
    found = read(event(f"DTSTART{PARIS}:20260106T190000", f"RRULE:FREQ=DAILY;{hours}"))
    assert len(found.items) == DATES_OF_SERIES
    assert one_series(found).is_cut


def test_file_of_too_many_series_shows_the_last_ones_at_their_first_date():
    rules = (f"DTSTART{PARIS}:20260106T190000", "RRULE:FREQ=DAILY")
    found = read(*(event(*rules, uid=f"{number}@ailleurs") for number in range(22)))
    spread = [series.is_spread for series in found.series.values()]
    assert (spread[0], spread[-1]) == (True, False)
    assert len(found.items) <= DATES_OF_FILE + 22


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY",
        "FREQ=SOUVENT",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=x",
        "FREQ=WEEKLY;BYHOUR=99",
        "INTERVAL=2",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
    ],
)
def test_rule_that_cannot_be_followed_leaves_the_first_date(rule):
    found = read(event(f"DTSTART{PARIS}:20260106T190000", f"RRULE:{rule}"))
    assert days(found) == ["06/01/26"]
    assert not one_series(found).is_spread
