"""Which words open the window, and what is read before the commands are loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from coopdesk.cli.window_words import WindowWords, asked_language, asks_for_json, window_words


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], WindowWords()),
        (["--database", "a.coopdesk"], WindowWords(database=Path("a.coopdesk"))),
        (["--database=a.coopdesk"], WindowWords(database=Path("a.coopdesk"))),
        (["--quit-after", "500"], WindowWords(quit_after=500)),
        (["--language", "en", "--quit-after=0"], WindowWords(language="en", quit_after=0)),
    ],
)
def test_options_alone_open_the_window(words, wanted):
    assert window_words(words) == wanted


@pytest.mark.parametrize(
    "words",
    [
        ["contacts", "list"],
        ["--json"],
        ["--help"],
        ["--database"],
        ["--database", ""],
        ["--database", "--json"],
        ["--quit-after", "soon"],
        ["--quit-after", "-5"],
        ["--database", "a.coopdesk", "check"],
        ["a.coopdesk"],
    ],
)
def test_commands_and_wrong_words_are_for_the_command_line(words):
    assert window_words(words) is None


def test_language_and_json_are_found_wherever_they_stand():
    words = ["contacts", "--language=en", "list", "--json"]
    assert asked_language(words) == "en"
    assert asked_language(["--language", "en"]) == "en"
    assert asks_for_json(words)


def test_what_stands_after_two_dashes_is_only_text():
    words = ["import", "preview", "--", "--json", "--language", "en"]
    assert not asks_for_json(words)
    assert asked_language(words) == ""


def test_language_without_a_value_is_no_language():
    assert asked_language(["--language"]) == ""
