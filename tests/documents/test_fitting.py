"""Fitting lines into a small box: nothing wider, nothing higher, nothing lost but visibly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.documents.fitting import fitted, wrapped
from coopdesk.documents.typesetting import CUT_MARK, regular, width_of

STYLE = regular(9, 11)
STYLES = (regular(11, 13), STYLE, regular(7, 8))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("prenom.nom-de-famille@associations.example.org", "-@."),
        ("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "-"),
        ("d’Auvergne-Lauraguais-Schönenberger", "-’"),
    ],
)
def test_a_long_word_is_broken_after_a_sign(text: str, ends: str) -> None:
    lines = wrapped(text, STYLE, 90)
    assert len(lines) > 1
    assert all(line[-1] in ends for line in lines[:-1])
    assert "".join(lines) == text


@given(st.text(alphabet="aWé-.@ '", max_size=80), st.floats(20, 200))
def test_breaking_adds_and_loses_nothing(text: str, width: float) -> None:
    lines = wrapped(text, STYLE, width)
    assert all(width_of(line.strip(), STYLE) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    # No space is shown where none was typed.
    words = text.split(" ")
    assert all(
        word in words or _is_part(word, words) for line in lines for word in line.split(" ")
    )


def _is_part(word: str, words: list[str]) -> bool:
    return any(word in each for each in words)


def test_lines_are_shrunk_before_any_is_broken() -> None:
    style, lines = fitted(["12 rue de la République", "44000 Nantes"], STYLES, 90, 40)
    assert style is STYLES[2]
    assert lines == ["12 rue de la République", "44000 Nantes"]


def test_the_largest_print_that_breaks_no_more_lines_is_taken() -> None:
    style, lines = fitted(["12 rue", "44000 Nantes"], STYLES, 90, 40)
    assert style is STYLES[0]
    assert lines == ["12 rue", "44000 Nantes"]


def test_town_and_name_are_cut_last() -> None:
    lines = [
        "Madame Élodie Lefèvre",
        *["Complément d’adresse"] * 4,
        "49123 Champtocé-sur-Loire",
    ]
    style, written = fitted(lines, STYLES, 60, 64)
    assert len(written) * style.leading <= 64
    assert " ".join(written).endswith("49123 Champtocé-sur- Loire")
    assert written[0].startswith("Madame")
    assert any(line.endswith(CUT_MARK) for line in written)


@given(
    st.lists(st.text(max_size=60), max_size=9),
    st.floats(40, 300),
    st.floats(8, 120),
)
def test_whatever_is_written_fits(lines: list[str], width: float, height: float) -> None:
    style, written = fitted(lines, STYLES, width, height)
    assert len(written) * style.leading <= max(height, style.leading) + 1e-6
    assert all(width_of(line, style) <= width + 1e-6 for line in written)
