"""Abbreviations and numbers of the French postal norm."""

from __future__ import annotations

import re

from coopdesk.domain.text import fold

_TYPES = {
    "allee": "ALL",
    "allees": "ALL",
    "avenue": "AV",
    "boulevard": "BD",
    "carrefour": "CAR",
    "chaussee": "CHS",
    "chemin": "CHE",
    "corniche": "COR",
    "cours": "CRS",
    "domaine": "DOM",
    "esplanade": "ESP",
    "faubourg": "FG",
    "hameau": "HAM",
    "impasse": "IMP",
    "lotissement": "LOT",
    "montee": "MTE",
    "passage": "PAS",
    "place": "PL",
    "plaine": "PLN",
    "plateau": "PLT",
    "promenade": "PRO",
    "quartier": "QUA",
    "residence": "RES",
    "rocade": "ROC",
    "route": "RTE",
    "ruelle": "RLE",
    "sentier": "SEN",
    "square": "SQ",
    "traverse": "TRA",
}
_TITLES = {
    "adjudant": "ADJ",
    "amiral": "AL",
    "batiment": "BAT",
    "capitaine": "CNE",
    "cardinal": "CAL",
    "colonel": "CNL",
    "commandant": "CDT",
    "docteur": "DR",
    "faubourg": "FG",
    "general": "GAL",
    "ingenieur": "ING",
    "lieutenant": "LT",
    "madame": "MME",
    "marechal": "MAL",
    "monseigneur": "MGR",
    "monsieur": "M",
    "president": "PDT",
    "professeur": "PR",
    "sergent": "SGT",
}
_SAINTS = {"saint": "ST", "sainte": "STE", "saints": "STS", "saintes": "STES"}
_REPEAT = r"(?:\s*(?:bis|ter|quater|quinquies)\b|[a-z]\b)"
_RANGE = re.compile(rf"(\d+{_REPEAT}?)(?:\s*[/–-]\s*\d+{_REPEAT}?)+", re.IGNORECASE)
_REPEATED = re.compile(r"(\d+)\s*(bis|ter|quater|quinquies)\b", re.IGNORECASE)


def normal_number(street: str) -> str:
    """Return a street line with its number as the norm writes it.

    ``5 bis rue`` → ``5 B rue``; ``12/14 rue`` → ``12 rue``.
    """
    street = street.strip()
    several = _RANGE.match(street)
    if several:
        street = several[1] + street[several.end() :]
    repeated = _REPEATED.match(street)
    if repeated:
        street = f"{repeated[1]} {repeated[2][0].upper()}{street[repeated.end() :]}"
    return street


def abbreviated_street(label: str, room: int) -> str:
    """Abbreviate a street in capitals, a word at a time, until it has at most ``room`` letters.

    The kind of street first, then titles, then saints; what is still too long stays so.
    """
    words = label.split()
    for known, places in (
        (_TYPES, range(min(1, len(words)))),
        (_TITLES, range(len(words))),
        (_SAINTS, range(len(words))),
    ):
        for place in places:
            if len(" ".join(words)) <= room:
                break
            words[place] = known.get(fold(words[place]), words[place])
    return " ".join(words)


def abbreviated_town(line: str, room: int) -> str:
    """Abbreviate the saints of a town line in capitals that is longer than ``room``."""
    words = line.split()
    for place, word in enumerate(words):
        if len(" ".join(words)) <= room:
            break
        words[place] = _SAINTS.get(fold(word), word)
    return " ".join(words)
