"""Wrong words: exit code 2, said in French, as JSON when JSON was asked for."""

from __future__ import annotations

import pytest

from coopdesk import __version__


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("contact", "list"), "contacts"),
        (("contacts", "liste"), "list"),
        (("contacts",), "coopdesk contacts --help"),
        (("contacts", "nothing"), "coopdesk contacts --help"),
        (("contacts", "merge", "1", "2", "--take", "x"), "coopdesk contacts merge --help"),
        (("contacts", "list", "--archived", "--binned"), "--binned"),
        (("receipts", "issue"), "--year"),
        (("receipts", "issue", "--year", "deux"), "deux"),
        (("receipts", "issue", "--year", "2025", "--per", "month"), "donor, gift"),
        (("donations", "add", "--mode", "cash"), "--amount"),
        (("donations", "add", "--amount", "5", "--mode", "gold"), "cash"),
        (("donations", "add", "--amount", "5", "--mode", "cash", "--date", "hier"), "hier"),
        (("contacts", "list", "--limit", "0"), "0"),
        (("contacts", "list", "--limit"), "--limit"),
        (("contacts", "list", "--nom", "x"), "--nom"),
        (("contacts", "list", "extra"), "extra"),
        (("contacts", "show", "x"), "NUMÉRO"),
        (("check", "--json=oui"), "--json"),
        (("--quit-after", "5", "check"), "--quit-after"),
        (("--language", "de", "check"), "fr"),
    ],
)
def test_wrong_words_are_explained(line, words, said):
    result = line(*words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert "--help" in result.err
    assert "Usage" not in result.err


def test_wrong_words_are_a_document_when_json_is_asked_for(line):
    result = line("contacts", "list", "--nom", "x", "--json")
    assert result.code == 2
    assert result.document["error"]["code"] == "usage.wrong"


def test_a_command_without_a_database_names_both_ways_to_name_it(line):
    result = line.bare("contacts", "list", "--json")
    assert result.code == 2
    assert result.document["error"]["code"] == "database.not_named"
    assert "--database" in result.err
    assert "COOPDESK_DATABASE" in result.err


def test_the_environment_names_the_database(line, monkeypatch):
    monkeypatch.setenv("COOPDESK_DATABASE", str(line.database))
    assert line.bare("contacts", "list").code == 0


def test_an_empty_variable_names_no_database(line, monkeypatch):
    monkeypatch.setenv("COOPDESK_DATABASE", "")
    assert line.bare("contacts", "list").code == 2


def test_the_option_wins_over_the_environment(line, monkeypatch):
    monkeypatch.setenv("COOPDESK_DATABASE", "/nowhere/at/all")
    assert line("contacts", "list").code == 0


def test_help_is_french_down_to_the_titles(line):
    result = line.bare("receipts", "review", "--help")
    assert result.code == 0
    assert "Usage\u00a0:" in result.out
    assert "obligatoire" in result.out
    for english in ("Usage:", "Show this", "required", "Options:", "default"):
        assert english not in result.out


def test_help_of_the_whole_names_every_command(line):
    result = line.bare("--help")
    for name in ("new", "profile", "demo", "import", "contacts", "donations", "receipts"):
        assert name in result.out
    for name in ("accounts", "operations", "check", "backup", "restore", "screenshot"):
        assert name in result.out


def test_version_is_said(line):
    result = line.bare("--version")
    assert (result.code, result.out) == (0, f"CoopDesk {__version__}\n")


def test_english_is_spoken_when_asked_for(line):
    result = line("--language", "en", "contacts", "show", "7", "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "contact.missing"
    assert result.err == "This contact no longer exists.\n"
