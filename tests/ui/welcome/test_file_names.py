"""The file name proposed for a new database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.ui.welcome.file_names import file_stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("La Coop des Rives", "La Coop des Rives"),
        (
            "Fil & laine : l'atelier des couturier·es",
            "Fil & laine - l'atelier des couturier·es",
        ),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "C-Windows"),
        ("  .  ", "Mon association"),
        ("", "Mon association"),
        ("CON", "CON (CoopDesk)"),
        ("a" * 200, "a" * 80),
    ],
)
def test_name_becomes_a_file_name(name, stem):
    assert file_stem(name, "Mon association") == stem


@given(st.text())
def test_any_name_gives_a_usable_file_name(name):
    stem = file_stem(name, "Mon association")
    assert 1 <= len(stem) <= 90
    assert not set(stem) & set('<>:"/\\|?*\n\r\t')
    assert stem.strip(" .") == stem
