"""The gate for people's text, and how names are folded, compared and ordered."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import checked_line, clean_line, clean_text, fold, sort_key


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Jean\tDupont ", "Jean Dupont"),
        ("e\u0301lodie", "élodie"),
        ("nom\x00caché\x1b", "nomcaché"),
        ("\u202enom", "nom"),
        ("zéro\u200blargeur", "zérolargeur"),
        ("Jean <b>Dupont", "Jean <b>Dupont"),
        ("a\ud800b", "ab"),
        ("12\u00a0€", "12\u00a0€"),
    ],
)
def test_line_keeps_what_can_be_seen(typed, kept):
    assert clean_line(typed) == kept


def test_text_keeps_its_line_breaks():
    assert clean_text("un\r\ndeux\x07\n") == "un\ndeux"


def test_too_long_line_is_refused_with_both_lengths():
    with pytest.raises(RuleError) as refused:
        checked_line("x" * 40_000, "last_name", 120)
    assert refused.value.values == {"field": "last_name", "length": 40_000, "limit": 120}


@given(st.text(max_size=200))
def test_cleaned_text_is_stable_and_has_nothing_invisible(text):
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert all(c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"} for c in cleaned)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Lefèvre", "lefevre"),
        ("d'Hautefeuille", "D’HAUTEFEUILLE"),
        ("Bœuf", "boeuf"),
        ("Gonçalves", "goncalves"),
        ("Œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Y\u0131lmaz", "yilmaz"),
        ("adhérent·e", "adherente"),
    ],
)
def test_search_finds_a_name_however_it_is_typed(name, typed):
    assert fold(name) == fold(typed)


def test_names_sort_as_in_a_french_directory():
    names = ["Zoé", "abel", "Élodie", "eric", "Ève", "Œuvre", "Éric"]
    assert sorted(names, key=sort_key) == [
        "abel",
        "Élodie",
        "eric",
        "Éric",
        "Ève",
        "Œuvre",
        "Zoé",
    ]


def test_compound_names_follow_the_simple_one():
    names = [("Allard-Chassagne", "Yann"), ("Allard", "Zoé"), ("Allard", "Alix")]
    assert sorted(names, key=lambda name: sort_key(*name)) == [names[2], names[1], names[0]]


def test_name_in_another_script_keeps_a_key():
    assert fold("陳") == "陳"


@given(st.text(max_size=80))
@example("\U0001d6a8")  # a capital only once it is taken apart
@example("ꟹ")  # an œ only then
def test_folding_is_stable(text):
    assert fold(fold(text)) == fold(text)


def test_every_accent_of_the_first_block_folds_like_any_combining_character():
    for code in range(0x300, 0x370):
        accent = chr(code)
        kept = "" if unicodedata.combining(accent) else " "
        for times in (1, 40):  # a name, and a text too long to be remembered
            assert fold(f"e{accent}t" * times) == f"e{kept}t" * times, hex(code)
