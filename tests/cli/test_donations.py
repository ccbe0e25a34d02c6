"""Gifts on the command line."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.cli.conftest import LAST_YEAR


def test_a_gift_is_recorded_as_it_was_said(line, elodie):
    day = f"{LAST_YEAR}-03-12"
    words = ("--amount", "1 200,5", "--mode", "cheque", "--donor", elodie, "--date", day)
    more = ("--campaign", "Toit neuf", "--not-eligible", "counterpart", "--note", "tombola")
    added = line.json("donations", "add", *words, *more)["donation"]
    assert added["amount_cents"] == 120_050
    assert added["received_on"] == day
    assert added["donor"] == "Élodie Lefèvre"
    assert (added["eligible"], added["ineligibility"]) == (False, "counterpart")
    assert (added["campaign"], added["note"]) == ("Toit neuf", "tombola")
    listed = line.json("donations", "list", "--year", LAST_YEAR)
    assert (listed["count"], listed["total_cents"]) == (1, 120_050)
    assert listed["donations"][0]["id"] == added["id"]


def test_a_gift_without_donor_or_date_is_anonymous_and_of_today(line):
    added = line.json("donations", "add", "--amount", "5", "--mode", "cash")["donation"]
    assert added["donor_id"] is None
    assert added["received_on"] == dt.datetime.now().astimezone().date().isoformat()
    assert "Anonyme" in line("donations", "list").out


def test_a_french_date_is_read(line):
    words = ("--amount", "5", "--mode", "cash", "--date", f"12/03/{LAST_YEAR}")
    added = line.json("donations", "add", *words)["donation"]
    assert added["received_on"] == f"{LAST_YEAR}-03-12"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--amount", "0"), "donation.amount_not_positive"),
        (("--amount", "beaucoup"), "amount.unreadable"),
        (("--amount", "5", "--date", "2999-01-01"), "donation.in_the_future"),
        (("--amount", "5", "--donor", "99"), "contact.missing"),
    ],
)
def test_what_the_rules_forbid_is_refused(line, words, code):
    result = line("donations", "add", "--mode", "cash", *words, "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == code
    assert result.err.strip()


def test_a_year_that_cannot_be_is_refused(line):
    result = line("donations", "list", "--year", "1800", "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "year.wrong"


def test_the_journal_says_who_asked_and_from_where(line, elodie):
    line.json("donations", "add", "--amount", "5", "--mode", "cash", "--donor", elodie)
    newest = line.json("operations", "list", "--limit", "1")["operations"][0]
    assert (newest["label"], newest["origin"]) == ("donation.recorded", "command_line")
    assert newest["author"]
    assert "5,00" in newest["text"]
