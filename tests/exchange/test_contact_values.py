"""Single cells of contacts: names, addresses, lists and days, as they are written."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import clean_line
from coopdesk.exchange.contact_days import (
    DayOrder,
    moment_text,
    order_of,
    read_day,
    read_moment,
    yearless,
)
from coopdesk.exchange.contact_values import (
    guarded,
    join_list,
    labelled,
    split_address,
    split_aligned,
    split_emails,
    split_list,
    split_name,
    split_phones,
    unguarded,
    with_label,
)
from coopdesk.exchange.contact_words import contact_words

TITLES = contact_words().madam | contact_words().sir
ITEM = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12
).filter(lambda text: clean_line(text) == text and ":::" not in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Camille Martin", ("Martin", "Camille", "")),
        ("MARTIN Camille", ("MARTIN", "Camille", "")),
        ("Camille MARTIN", ("MARTIN", "Camille", "")),
        ("Roux Camille", ("Roux", "Camille", "")),
        ("Martin, Camille", ("Martin", "Camille", "")),
        ("M. Jean-Noël Le Goff", ("Le Goff", "Jean-Noël", "M.")),
        ("Mme LE GOFF Anaïs", ("LE GOFF", "Anaïs", "Mme")),
        ("Sophie", ("Sophie", "", "")),
        ("D'Hœur Zoé", ("D'Hœur", "Zoé", "")),
        ("de La Tour Zoé", ("de La Tour", "Zoé", "")),
        ("MES", ("MES", "", "")),
    ],
)
def test_a_whole_name_is_taken_apart(text, expected):
    assert tuple(split_name(text, TITLES)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 rue des Lilas\n44000 Nantes", ("12 rue des Lilas", "", "44000", "Nantes", "")),
        (
            "Résidence des Pins\nBât. B\n4 rue Haute\nF-29200 Brest\nFrance",
            ("4 rue Haute", "Résidence des Pins, Bât. B", "29200", "Brest", "France"),
        ),
        ("Le Bourg", ("Le Bourg", "", "", "", "")),
    ],
)
def test_an_address_of_several_lines_is_taken_apart(text, expected):
    assert tuple(split_address(text, contact_words().countries)) == expected


def test_e_mails_and_phones_of_one_cell_are_parted():
    assert split_emails("a@example.org; b@example.org") == ["a@example.org", "b@example.org"]
    assert split_emails("a@example.org ou b@example.org")[1] == "b@example.org"
    assert split_emails("Zoé <zoe@example.org>") == ["zoe@example.org"]
    assert split_emails("demander à Zoé") == ["demander à Zoé"]
    assert split_phones("06/12/34/56/78") == ["06/12/34/56/78"]
    assert split_phones("0612345678 / 0240000000") == ["0612345678", "0240000000"]
    assert split_phones("06 12 34 56 78 ::: 02 40 00 00 00")[1] == "02 40 00 00 00"


@given(st.lists(ITEM, min_size=1, max_size=5))
def test_a_list_in_a_cell_comes_back_whole(items):
    assert split_list(join_list(items)) == items


@given(st.lists(st.one_of(st.just(""), ITEM), min_size=2, max_size=5))
def test_a_list_with_empty_places_keeps_them(items):
    assert split_aligned(join_list(items)) == items


@given(st.text(max_size=20))
def test_what_is_guarded_against_formulas_comes_back_and_is_none(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_label_is_parted_from_its_value():
    assert labelled(with_label("06 12 34 56 78", "travail")) == ("06 12 34 56 78", "travail")
    assert labelled("+33 (0)6 12") == ("+33 (0)6 12", "")
    assert labelled("+33 (0)6 12 (bureau)") == ("+33 (0)6 12", "bureau")
    for label in ("Bureau (Paris)", "a (b) (c)", "(x)"):
        assert labelled(with_label("a@example.org", label)) == ("a@example.org", label)
    for text in ("", "(x)", "a)", "a ((b)", "a(b)", "a (b) c", ")"):
        assert labelled(text) == (text, "")


@pytest.mark.parametrize(
    "text",
    [
        "03/04/1972",
        "3/4/1972",
        "3.4.1972",
        "03-04-1972",
        "1972-04-03",
        "19720403",
        "1972-04-03T00:00:00Z",
        "03/04/1972 00:00",
        "3 avril 1972",
        "lundi 3 avril 1972",
        "3 avr. 1972",
        "April 3, 1972",
        "3 Apr 1972",
        "26392",
        "26392.0",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert read_day(text) == dt.date(1972, 4, 3)


def test_the_first_of_a_month_in_words():
    assert read_day("1er mars 2016") == dt.date(2016, 3, 1)
    assert read_day("mardi 1 mai 2012") == dt.date(2012, 5, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3/4/72", "date.two_figures"),
        ("31/02/1972", "date.impossible"),
        ("01/01/1500", "date.impossible"),
        ("demain", "date.not_understood"),
        ("12", "date.not_understood"),
        ("avril 1972", "date.not_understood"),
        ("9" * 40_000, "date.not_understood"),
    ],
)
def test_what_is_no_day_is_said(text, code):
    with pytest.raises(RuleError) as refused:
        read_day(text)
    assert refused.value.code == code


def test_birthdays_without_a_year_are_kept_as_such():
    assert [yearless(x) for x in ("--04-03", "--0403", "1604-04-03")] == ["03/04"] * 3
    assert read_day("--04-03") is read_day("1604-04-03") is read_day("0000-00-00") is None
    assert yearless("1972-04-03") == ""


def test_the_order_of_a_column_follows_from_all_of_it():
    assert order_of(["3/4/1972", "12/25/1990"]) == DayOrder(month_first=True)
    assert order_of(["3/4/1972", "25/12/1990"]) == DayOrder()
    assert order_of(["25/12/1990", "12/25/1990"]) == DayOrder()


@given(st.datetimes(dt.datetime(2000, 1, 1), timezones=st.just(dt.UTC)))
def test_the_moment_of_an_export_comes_back(moment):
    assert read_moment(moment_text(moment)) == moment
