"""Polls, forms and calendars are known in whatever a person or a program saved them."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from coopdesk.exchange.file_content import FileContent
from coopdesk.exchange.framadate import looks_like_framadate, read_framadate
from coopdesk.exchange.ical import looks_like_ical, read_ical
from coopdesk.exchange.webform import looks_like_webform, read_webform
from tests.exchange.workbooks import ods, ods_cell, ods_gap, ods_row
from tests.services.test_poll_imports import DAYS, EVENTS, FORM


def as_sheet(text, delimiter):
    """Save a table as a spreadsheet does: rows filled up, blank ones below."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    kept = (
        ods_row(*(ods_cell(x) if x else ods_gap(1) for x in row), ods_gap(3)) for row in rows
    )
    return ods("".join(kept) + ods_row(ods_gap(9), times=4))


@pytest.mark.parametrize(
    ("text", "delimiter", "is_one", "read"),
    [
        (DAYS, ",", looks_like_framadate, read_framadate),
        (FORM, "\t", looks_like_webform, read_webform),
    ],
)
def test_a_poll_says_the_same_in_a_workbook_and_in_any_encoding(text, delimiter, is_one, read):
    told = []
    for data in (text.encode(), text.encode("utf-16"), as_sheet(text, delimiter)):
        content = FileContent("atelier.ods", data)
        assert is_one(content)
        poll = read(content)
        told.append((poll.options, [(x.line, x.name, x.answers) for x in poll.replies]))
    assert told[0] == told[1] == told[2]
    assert not is_one(FileContent("atelier.csv", text.encode("utf-16-le")))


def test_addresses_are_never_read_even_where_the_number_of_a_reply_should_stand():
    text = FORM.replace('"1"', '"192.0.2.1"').replace('"2"', '"192.0.2.2"')
    poll = read_webform(FileContent("atelier.csv", text.encode()))
    assert [x.outside_key for x in poll.replies] == ["name:zephyr", "name:le guen"]
    assert "192.0.2" not in str(poll)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_calendar_is_read_in_any_encoding(encoding):
    content = FileContent(
        "agenda.ics", b"\r\n" * (encoding == "cp1252") + EVENTS.encode(encoding)
    )
    assert looks_like_ical(content.data)
    assert [x.title for x in read_ical(content, dt.date(2015, 1, 1)).items] == [
        "Ramdam",
        "Réunion, suite",
    ]
