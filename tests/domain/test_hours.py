"""Hours of the clock, as people type them."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.hours import parse_hour


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("18:30", (18, 30)),
        ("18h30", (18, 30)),
        ("18 H 05", (18, 5)),
        ("18h", (18, 0)),
        ("18.30", (18, 30)),
        ("1830", (18, 30)),
        ("930", (9, 30)),
        (" 9 ", (9, 0)),
        ("0", (0, 0)),
    ],
)
def test_hour_is_read_however_it_is_typed(text, hour):
    assert parse_hour(text, "begins_at") == dt.time(*hour)


@pytest.mark.parametrize("text", ["", "24h", "18:60", "midi", "18:3", "-1", "18h30 env.", "१८"])
def test_what_is_no_hour_is_refused_at_its_field(text):
    with pytest.raises(RuleError) as caught:
        parse_hour(text, "ends_at")
    assert (caught.value.code, caught.value.field) == ("hour.unreadable", "ends_at")
