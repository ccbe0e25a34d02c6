"""Numbers of entries as people type them and as the window and the workbook write them."""

from __future__ import annotations

import re
from typing import NamedTuple

_BLANKS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_NUMBER = re.compile(
    r"(?P<named>(?:[ée]criture\s*|entry\s*)?(?:n\s?[°o]\.?|no\.|#)?)\s*(?P<number>\d{1,7})"
    r"(?:\s*(?:de\s+l.exercice|exercice|fiscal\s+year|year|de|of|/)\s*(?P<year>\d{4}\S*))?",
    re.IGNORECASE,
)
_SHORTEST = 3


class EntryNumber(NamedTuple):
    """The number of a validated entry; ``year`` is the label of its fiscal year, if said."""

    number: int
    year: str = ""


def typed_number(text: str) -> EntryNumber | None:
    """Read ``123``, ``n° 1 234``, ``Écriture n° 123 de 2026`` or ``123 exercice 2026``.

    One or two figures alone mean too many things: they need a ``n°`` or a year.
    """
    found = _NUMBER.fullmatch(_BLANKS.sub("", text.strip()))
    if found is None:
        return None
    said, year = found["number"], found["year"] or ""
    if len(said) < _SHORTEST and not (found["named"] or year):
        return None
    return EntryNumber(int(said), year)
