"""QR codes: those added up from bits are those that segno encodes."""

from __future__ import annotations

import random
import re

import pytest
import segno

from coopdesk.documents.qr_code import qr_modules, qr_operators

FIGURES = re.compile(r"/W (\d+) /H (\d+) .*ID\n([0-9a-f]+)>", re.DOTALL)


def drawn(operators: str) -> list[list[bool]]:
    """Return the modules of the image that the operators draw."""
    found = FIGURES.search(operators)
    assert found
    size, figures = int(found[1]), found[3]
    width = 4 * len(figures) // size
    bits = f"{int(figures, 16):0{4 * len(figures)}b}"
    return [
        [bit == "1" for bit in bits[row * width : row * width + size]] for row in range(size)
    ]


@pytest.mark.parametrize(("level", "length"), [("M", 9), ("Q", 9)])
def test_the_codes_of_a_long_run_are_those_of_segno(level: str, length: int) -> None:
    chance = random.Random(5)
    letters = "0123456789abcdef|-"
    for number in range(140):
        text = "".join(chance.choices(letters, k=length))
        wanted = segno.make(
            text, error=level, mask=0, mode="byte", boost_error=False, micro=False
        )
        rows = [[dark == 1 for dark in row] for row in wanted.matrix]
        assert drawn(qr_operators(text, 0, 0, 10, level)) == rows, number


def test_a_text_with_accents_has_a_code_too() -> None:
    assert drawn(qr_operators("adhérent n° 42", 1, 2, 30)) == qr_modules("adhérent n° 42")
    assert len(qr_modules("0042")) == 21
