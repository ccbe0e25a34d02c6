"""Where the association stands and what is to be done, from the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import LAST_YEAR

THIS_YEAR = LAST_YEAR + 1


@pytest.fixture
def filled(line):
    """A file with a member who gave last year."""
    line.json("contacts", "add", "--last-name", "Lefèvre", "--first-name", "Élodie")
    day = f"{LAST_YEAR}-03-12"
    words = ("--amount", "120", "--mode", "cheque", "--donor", "1", "--date", day)
    line.json("donations", "add", *words)
    return line


def test_home_tells_figures_and_what_is_to_be_done(filled):
    document = filled.json("home")
    assert document["contacts"] == 1
    assert document["members"] == {str(THIS_YEAR): 0, str(LAST_YEAR): 0}
    before = document["gifts"][1]
    assert (before["year"], before["total_cents"], before["by_month_cents"][2]) == (
        LAST_YEAR,
        120_00,
        120_00,
    )
    card = document["public_finance"]
    assert (card["balance_cents"], card["disbursed_cents"]) == (120_00, 0)
    assert (card["opening_cents"], len(card["moved"])) == (0, 5)
    assert card["moved"][0] == {"code": "payments", "direction": "in", "amount_cents": 120_00}
    assert document["contributors"]["persons"][0]["total_cents"] == 120_00
    codes = [one["code"] for one in document["duties"]]
    assert codes == ["file.back_up", "receipts.blocked"]


def test_home_reads_as_text(filled):
    result = filled("home")
    assert result.code == 0
    assert "La Coop des Rives" in result.out
    assert f"Dons de {LAST_YEAR}" in result.out
    assert "Cette base n’a jamais été sauvegardée." in result.out
    assert "\u20ac" in result.out


def test_own_date_is_kept_done_and_comes_back(line):
    made = line.json("duties", "add", "Assurance", f"{THIS_YEAR}-01-31", "--every", "1")
    assert made["own"]["repeat_months"] == 1
    done = line.json("duties", "done", "own.1", f"{THIS_YEAR}-01-31", "--note", "payée")
    assert done["mark"]["period"] == f"{THIS_YEAR}-01-31"
    marks = line.json("duties", "marks")
    assert [one["note"] for one in marks["marks"]] == ["payée"]
    later = line.json("duties", "list", "--day", f"{THIS_YEAR}-02-10")["duties"]
    [again] = [one for one in later if one["code"] == "own.1"]
    assert again["period"].startswith(f"{THIS_YEAR}-02-2")
    every = line.json("duties", "list", "--day", f"{THIS_YEAR}-01-01")["duties"]
    assert [one["state"] for one in every if one["code"] == "own.1"] == ["later"]
    line.json("duties", "unmark", "own.1", f"{THIS_YEAR}-01-31")
    changed = line.json("duties", "change", "1", "--title", "Assurance du local")
    assert changed["own"]["title"] == "Assurance du local"
    line.json("duties", "remove", "1")
    assert line.json("duties", "marks") == {"own": [], "marks": []}


def test_calendar_names_its_sources(line):
    document = line.json("duties", "calendar", "--year", "2027")
    days = {one["code"]: one["due_on"] for one in document["duties"]}
    assert days["receipts.declare"] == "2027-05-04"
    assert all(one["source"] for one in document["whenever"])
    assert "impots.gouv.fr" in line("duties", "calendar").out


def test_duty_that_is_not_open_wants_what_it_is_for(line):
    result = line("duties", "done", "accounts.approve")
    assert result.code == 2
    assert "accounts.approve" in result.err
    line.json("duties", "done", "accounts.approve", str(LAST_YEAR))
    line.json("duties", "not-ours", "accounts.publish")
    states = {one["code"]: one["state"] for one in line.json("duties", "marks")["marks"]}
    assert states == {"accounts.approve": "done", "accounts.publish": "not_ours"}
    assert line("duties", "done", "rien.du.tout", "2026").code == 1
    # Of a record, it is said for that record alone.
    assert line("duties", "not-ours", "grants.apply").code == 2
    assert line.json("duties", "not-ours", "grants.apply", "4")["mark"]["period"] == "4"
