"""What sheets of amounts by account share: columns by their words, numbers, rows of totals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# A cell may hold the label behind the number: « 606 Fournitures ».
ACCOUNT_NUMBER = re.compile(r"\s*(\d[\dA-Za-z]*)")
_TOTALS = ("total", "sous total", "resultat", "excedent", "deficit")


def named_columns(names: Sequence[str], fields: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return the column of each field that one of its words names, the most telling first."""
    folded = [fold(name) for name in names]
    found = {}
    for field, words in fields.items():
        word = next((one for one in words if one in folded), None)
        if word is not None:
            found[field] = folded.index(word)
    return found


def is_total_row(cells: Sequence[str]) -> bool:
    """Tell whether a row adds up others."""
    return any(fold(cell).startswith(_TOTALS) for cell in cells)
