"""Double contacts on the command line."""

from __future__ import annotations

import pytest


@pytest.fixture
def double(line, elodie):
    """A second contact of the same person, with an e-mail that the first lacks."""
    words = ("--last-name", "Lefevre", "--first-name", "Elodie", "--email", "elo@example.org")
    return str(line.json("contacts", "add", *words)["contact"]["id"])


def test_pairs_are_listed_with_their_reasons(line, elodie, double):
    found = line.json("contacts", "duplicates")
    assert found["count"] == 1
    pair = found["duplicates"][0]
    assert {str(pair["first"]["id"]), str(pair["second"]["id"])} == {str(elodie), double}
    assert pair["reasons"][0]["code"] == "same_name"
    assert "même nom" in line("contacts", "duplicates").out


def test_a_dry_run_says_what_would_move_and_changes_nothing(line, elodie, double):
    line.json("donations", "add", "--amount", "12,50", "--mode", "cash", "--donor", double)
    result = line("contacts", "merge", str(elodie), double, "--dry-run")
    assert result.code == 0
    assert "1 don" in result.out
    assert "elo@example.org" in result.out
    assert line.json("contacts", "list")["count"] == 2


def test_merging_moves_gifts_and_can_be_taken_back(line, elodie, double):
    line.json("donations", "add", "--amount", "12,50", "--mode", "cash", "--donor", double)
    words = ("merge", str(elodie), double, "--take", "last_name=drop")
    merged = line.json("contacts", *words)
    assert merged["contact"]["last_name"] == "Lefevre"
    assert merged["contact"]["email"] == "elo@example.org"
    assert [one["id"] for one in line.json("contacts", "list")["contacts"]] == [int(elodie)]
    assert len(line.json("contacts", "show", str(elodie))["donations"]) == 1
    line.json("operations", "undo")
    assert line.json("contacts", "list")["count"] == 2


def test_a_choice_that_says_nothing_is_wrong_usage(line, elodie, double):
    result = line("contacts", "merge", str(elodie), double, "--take", "email")
    assert result.code == 2
    assert "email" in result.err


def test_a_field_that_is_not_there_is_refused_with_those_that_are(line, elodie, double):
    result = line("contacts", "merge", str(elodie), double, "--take", "colour=drop")
    assert result.code == 1
    assert "last_name" in result.err
    assert line.json("contacts", "list")["count"] == 2


def test_a_pair_told_apart_is_listed_no_more(line, elodie, double):
    assert line.json("contacts", "not-same", double, str(elodie))["new"]
    assert line.json("contacts", "duplicates")["count"] == 0
    assert not line.json("contacts", "not-same", str(elodie), double)["new"]
