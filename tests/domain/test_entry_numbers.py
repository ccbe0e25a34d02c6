"""Numbers of entries as people type them."""

from __future__ import annotations

import pytest

from coopdesk.domain.entry_numbers import typed_number


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("123", (123, "")),
        ("n° 7", (7, "")),
        (" N°1\u202f234 ", (1_234, "")),
        ("Écriture n° 12 de 2026", (12, "2026")),
        ("n° 123 exercice 2025-2026", (123, "2025-2026")),
        ("12/2026", (12, "2026")),
        ("no. 5", (5, "")),
    ],
)
def test_number_is_read_as_the_window_and_the_workbook_write_it(text, read):
    assert typed_number(text) == read


@pytest.mark.parametrize("text", ["", "12", "R938", "12,50", "06 12 34 56 78", "don 2026"])
def test_other_texts_are_no_number(text):
    assert typed_number(text) is None
