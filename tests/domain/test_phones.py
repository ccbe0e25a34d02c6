"""Phone numbers: shown as people read them, compared, restored after a spreadsheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, format_number

from coopdesk.domain import phones
from coopdesk.domain.phones import normalise_phone, phone_key, restore_phone


@pytest.mark.parametrize(
    ("typed", "shown", "key"),
    [
        ("06 11 32 84 30", "06 11 32 84 30", "+33611328430"),  # PT-6
        ("0611328430", "06 11 32 84 30", "+33611328430"),
        ("06.11.32.84.30", "06 11 32 84 30", "+33611328430"),
        ("06-11-32-84-30", "06 11 32 84 30", "+33611328430"),
        ("06/11/32/84/30", "06 11 32 84 30", "+33611328430"),
        ("+33611328430", "06 11 32 84 30", "+33611328430"),
        ("+33 (0)6 11 32 84 30", "06 11 32 84 30", "+33611328430"),
        ("0033 6 11 32 84 30", "06 11 32 84 30", "+33611328430"),
        ("33611328430", "06 11 32 84 30", "+33611328430"),
        ("02 40 00 00 00", "02 40 00 00 00", "+33240000000"),
        ("0262 20 12 34", "0262 20 12 34", "+262262201234"),
        ("+262 262 20 12 34", "0262 20 12 34", "+262262201234"),
        ("0692 12 34 56", "0692 12 34 56", "+262692123456"),
        ("0269 61 12 34", "0269 61 12 34", "+262269611234"),
        ("0639 69 12 34", "0639 69 12 34", "+262639691234"),
        ("0590 82 12 34", "0590 82 12 34", "+590590821234"),
        ("0690 35 12 34", "0690 35 12 34", "+590690351234"),
        ("0594 30 12 34", "0594 30 12 34", "+594594301234"),
        ("0596 60 12 34", "0596 60 12 34", "+596596601234"),
        ("+596 596 60 12 34", "0596 60 12 34", "+596596601234"),
        ("+33 596 60 12 34", "0596 60 12 34", "+596596601234"),
        ("+687 26 12 34", "+687 26 12 34", "+687261234"),
        ("+689 40 41 12 34", "+689 40 41 12 34", "+68940411234"),
        ("+44 20 7183 8750", "+44 20 7183 8750", "+442071838750"),
        ("0044 20 7183 8750", "+44 20 7183 8750", "+442071838750"),
        ("+1 (212) 555-0123", "+1 212-555-0123", "+12125550123"),
        ("612345678", "06 12 34 56 78", "+33612345678"),
    ],
)
def test_number_is_shown_and_compared(typed, shown, key):
    assert normalise_phone(typed) == shown
    assert phone_key(typed) == key


@pytest.mark.parametrize(
    "typed", ["", "poste 12", "3639", "26 12 34", "06 12 34", "0000000000", "x@example.org"]
)
def test_what_is_no_whole_number_stays_as_typed(typed):
    assert normalise_phone(typed) == typed
    assert phone_key(typed) == ""
    assert restore_phone(typed) == ""


def test_words_beside_a_number_are_kept_on_screen_and_ignored_when_comparing():
    typed = "06 12 34 56 78 (bureau)"
    assert normalise_phone(typed) == typed
    assert phone_key(typed) == "+33612345678"
    assert phone_key("06 12 34 56 78 / 07 12 34 56 78") == "+33612345678"


@pytest.mark.parametrize(
    ("stored", "proposed"),
    [
        ("612345678", "06 12 34 56 78"),
        ("240000000", "02 40 00 00 00"),
        ("612345678.0", "06 12 34 56 78"),
        ("612345678,00", "06 12 34 56 78"),
        ("6.12345678E8", "06 12 34 56 78"),
        ("6,12345678E+08", "06 12 34 56 78"),
        ("6.1234567E8", "06 12 34 56 70"),
        ("33612345678", "06 12 34 56 78"),
        ("692123456", "0692 12 34 56"),
        ("262692123456", "0692 12 34 56"),
        ("596601234", "0596 60 12 34"),
        ("0612345678", ""),
        ("06 12 34 56 78", ""),
        ("+33612345678", ""),
        ("442071838750", ""),
        ("12345678", ""),
        ("6.12345678E99", ""),
        ("6.12345678E2", ""),
        ("12.5", ""),
    ],
)
def test_zero_lost_in_a_spreadsheet_is_proposed_again(stored, proposed):
    assert restore_phone(stored) == proposed


@given(st.text("0123456789 +().-/Ee,xpost", max_size=24))
def test_any_text_is_read_and_showing_it_twice_changes_nothing(typed):
    shown = normalise_phone(typed)
    assert normalise_phone(shown) == shown
    assert phone_key(typed) == "" or phone_key(phone_key(typed)) == phone_key(typed)
    proposed = restore_phone(typed)
    assert normalise_phone(proposed) == proposed


@given(st.from_regex(r"\A(0|\+33 ?)[1-9][0-9]([ ./-]?[0-9]){7}\Z"))
def test_ordinary_number_is_read_as_the_library_reads_it(typed):
    number = phones._number(typed)
    library = ("", typed)
    if number is not None:
        library = (format_number(number, PhoneNumberFormat.E164), phones._shown(number))
    assert (phone_key(typed), normalise_phone(typed)) == library
