"""Finding people at the door."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.badge_codes import (
    ALPHABET,
    LENGTH,
    looks_scanned,
    made_code,
    read_codes,
)
from coopdesk.domain.check_in import matching
from coopdesk.domain.event_registrations import CheckInEntry, RegistrationState, Settlement
from coopdesk.domain.money import ZERO
from coopdesk.domain.text import fold


def _entry(number: int, name: str, code: str = "00000000", email: str = "") -> CheckInEntry:
    words = " ".join((fold(name), fold(email))).strip()
    state, settled = RegistrationState.REGISTERED, Settlement.FREE
    return CheckInEntry(number, name, words, code, state, settled, ZERO, "")


ENTRIES = [
    _entry(1, "Élodie Lefèvre", "AB12CD34"),
    _entry(2, "Paul Martin", "AB12CD35", "paul@example.org"),
    _entry(3, "Martine Élan", "AB12CD36"),
    _entry(4, "Jean Saint-Martin", "AB12CD37"),
]


def _found(typed: str) -> list[int]:
    return [one.registration_id for one in matching(ENTRIES, typed)]


def test_nothing_typed_shows_everybody() -> None:
    assert _found("  ") == [1, 2, 3, 4]


def test_words_begin_words_in_any_order_without_accents() -> None:
    assert _found("mart") == [2, 3, 4]
    assert _found("el mart") == [3]
    assert _found("LEF elo") == [1]
    assert _found("paul@ex") == [2]


def test_words_within_are_found_where_none_begins_so() -> None:
    assert _found("artin") == [2, 3, 4]
    assert _found("zzz") == []


def test_a_whole_code_means_its_bearer() -> None:
    assert _found("ab12-cd35") == [2]
    assert _found("ABi2CD34") == [1]
    assert _found("AB12CD") == []


def test_codes_are_of_letters_that_nobody_takes_for_others() -> None:
    letters = iter("0123456789ABCDEFGHJK")
    assert made_code(lambda alphabet: next(x for x in letters if x in alphabet)) == "01234567"
    assert len(ALPHABET) == 32
    assert not set("ILOU") & set(ALPHABET)
    assert read_codes("il o0-0000")[0] == "11000000"
    assert read_codes("AB12CD3") == ()
    assert read_codes("AB12CDU4") == ()
    assert [len(code) for code in read_codes("zzzzzzzz")] == [LENGTH, LENGTH]


def test_names_of_the_length_of_a_code_are_no_codes() -> None:
    codes = ("AB12CD34", "ab12-cd34", 'Q\u00e9"C(DE&')
    assert all(looks_scanned(code) for code in codes)
    assert not any(
        looks_scanned(name) for name in ("Marchand", "Légendre", "Anne-Marc", "Élie")
    )


# The keys of an English keyboard, and what a French one makes of them.
ENGLISH = "1234567890QWERTYUIOPASDFGHJKLZXCVBNM"
FRENCH = "&é\"'(-è_çàAZERTYUIOPQSDFGHJKLWXCVBN?"


@given(st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH))
def test_code_of_a_scanner_for_another_keyboard_is_understood(code: str) -> None:
    misread = code.translate(str.maketrans(ENGLISH, FRENCH))
    assert read_codes(misread)[-1] == code
    entries = [_entry(1, "Élodie Lefèvre", code), _entry(2, "Paul Martin", "ABCDEFGH")]
    if code != "ABCDEFGH":
        assert [one.registration_id for one in matching(entries, misread)] == [1]


def test_code_that_reads_as_it_stands_is_taken_so_first() -> None:
    entries = [_entry(1, "Élodie Lefèvre", "AAAAAAAA"), _entry(2, "Paul Martin", "QQQQQQQQ")]
    assert [one.registration_id for one in matching(entries, "AAAAAAAA")] == [1]
