"""Days, amounts and references as French exports write them."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.cell_values import (
    parse_cell_amount,
    parse_day,
    parse_reference,
    unmarked,
)

FREE = frozenset({"gratuit"})


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2026",
        "03/04/2026 18:23",
        "03/04/2026 18:23:13",
        "03/04/2026 9:05",
        " 03/04/2026 ",
        "2026-04-03",
        "2026-04-03 18:23:13",
        "2026-04-03T18:23:13.4112357+02:00",
        "2026-04-03T23:59:59Z",
    ],
)
def test_a_day_is_read_in_french_or_iso_order(text):
    assert parse_day(text) == dt.date(2026, 4, 3)


@pytest.mark.parametrize("text", ["", "  ", "01/01/1970", "01/01/1970 00:00:00", "1970-01-01"])
def test_no_day_and_the_day_one_of_computers_are_empty(text):
    assert parse_day(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("30/02/2026", "date.impossible"),
        ("2026-02-30", "date.impossible"),
        ("03/13/2026", "date.impossible"),
        ("03/04/2026 25:00", "date.impossible"),
        ("01/01/1899", "date.impossible"),
        ("01/01/0001", "date.impossible"),
        ("44927", "date.unreadable"),
        ("12/2026", "date.unreadable"),
        ("hier", "date.unreadable"),
        ("=TODAY()", "date.unreadable"),
        ("4/3/26 18:23", "date.resaved"),
        ("04-03-26", "date.resaved"),
        ("4/3/2026", "date.resaved"),
        ("03.04.2026", "date.resaved"),
    ],
)
def test_a_day_that_is_impossible_unreadable_or_ambiguous_is_refused(text, code):
    with pytest.raises(RuleError) as caught:
        parse_day(text)
    assert (caught.value.code, caught.value.values["text"]) == (code, text)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("5,00", 500),
        ("1 234,56", 123456),
        ("1\u202f234,56 €", 123456),
        ("45.5", 4550),
        ("-12,00", -1200),
        ("", 0),
        (" ", 0),
        ("Gratuit", 0),
        (" GRATUIT ", 0),
    ],
)
def test_amounts_are_cents(text, cents):
    assert parse_cell_amount(text, FREE).cents == cents


@pytest.mark.parametrize(
    "text", ["=3*15", "5,001", "1,53E+08", "offert", "NaN", "1E+999", "٣٤"]
)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(RuleError, match=r"^amount\.unreadable$"):
        parse_cell_amount(text, FREE)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("53041", "53041"),
        (" 152 801\u202f622 ", "152801622"),
        ("BIL-7  a", "BIL-7 a"),
        ("08467e13", "08467e13"),
        ("", ""),
    ],
)
def test_references_lose_only_their_spaces(text, reference):
    assert parse_reference(text) == reference


@pytest.mark.parametrize(
    ("text", "bare"),
    [("'=1+1", "=1+1"), ("'+33", "+33"), ("'-", "-"), ("'@a", "@a"), ("'t Hooft", "'t Hooft")],
)
def test_only_the_mark_against_formulas_is_taken_off(text, bare):
    assert unmarked(text) == bare
