"""Finds French towns from a postcode or the beginning of a name, as it is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.domain.departments import department_name, department_of
from coopdesk.domain.text import fold, fold_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Place", "PlaceIndex", "department_name", "department_of", "read_places"]

_TYPED = re.compile(r"\s*(?:F-)?(?P<code>[0-9][0-9 ]*)?(?P<name>.*)", re.IGNORECASE | re.DOTALL)
_SHORT_WORDS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_EXACT, _BEGINS, _WORD_BEGINS, _WORDS_BEGIN = range(4)


@dataclass(frozen=True, slots=True)
class Place:
    """A French town with one of its postcodes."""

    postal_code: str
    city: str

    @property
    def line(self) -> str:
        """Postcode and town, as on the last line of an address."""
        return f"{self.postal_code} {self.city}"


def read_places(text: str) -> PlaceIndex:
    """Read the lines ``name;postcodes;town the name is a part of``, most populous first."""
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    names, codes, wholes = zip(*(line.split(";") for line in lines), strict=True)
    cities = [whole or name for name, whole in zip(names, wholes, strict=True)]
    return PlaceIndex(names, codes, cities)


class PlaceIndex:
    """Every town in memory; ``codes`` are the postcodes of each, apart by a blank.

    A scan of 35 000 short texts takes 2 ms: no tree is worth its building.
    """

    def __init__(
        self, names: Sequence[str], codes: Sequence[str], cities: Sequence[str]
    ) -> None:
        # The blank in front makes "begins a word" one search for " text".
        self._keys = [f" {key}" for key in fold_lines(names)]
        self._codes = [f" {found}" for found in codes]
        self._cities = cities

    def suggest(self, text: str, limit: int = 8) -> list[Place]:
        """Return the towns that fit a postcode, a name, or both, half typed; best first.

        Exact names come first, then beginnings, then names with a word that begins so; of
        two the more populous. A town's further postcodes follow the first ones of all.
        """
        typed = _TYPED.fullmatch(text)
        assert typed is not None  # every part may be empty
        code = (typed["code"] or "").replace(" ", "")
        words = fold(typed["name"]).replace(".", " ").split()
        if len(code) > 5 or not (code or words):
            return []
        ranked = self._named(words, limit) if words else [(_EXACT, at) for at in self._at(code)]
        return self._places(ranked, code, limit)

    def of_postcode(self, code: str) -> list[Place]:
        """Return every town that a whole postcode serves, the most populous first."""
        compact = code.replace(" ", "")
        if len(compact) != 5:
            return []
        return self._places(
            [(_EXACT, at) for at in self._at(compact)], compact, len(self._keys)
        )

    def of_name(self, name: str) -> list[Place]:
        """Return every postcode of the towns with exactly this name, however it is written."""
        keys = {f" {phrase}" for phrase in _phrases(_words(name))}
        ranked = [(_EXACT, at) for at, key in enumerate(self._keys) if key in keys]
        return self._places(ranked, "", len(self._keys))

    def _at(self, code: str) -> list[int]:
        wanted = f" {code}"
        return [at for at, codes in enumerate(self._codes) if wanted in codes]

    def _named(self, words: list[str], limit: int) -> list[tuple[int, int]]:
        """Return (rank, place in the order of population) of the names that fit."""
        found: dict[int, int] = {}
        for phrase in _phrases(words):
            wanted = f" {phrase}"
            for at, key in enumerate(self._keys):
                if wanted in key:
                    found[at] = min(_rank(key, wanted), found.get(at, _WORDS_BEGIN))
        if len(found) < limit and len(words) > 1:
            for at in self._words_begin(words):
                found.setdefault(at, _WORDS_BEGIN)
        return sorted((rank, at) for at, rank in found.items())

    def _words_begin(self, words: list[str]) -> Iterator[int]:
        """Find Chalon-sur-Saône from "chalon saone": each word begins one, in their order."""
        for phrase in _phrases(words):
            starts = [f" {word}" for word in phrase.split()]
            first, last = starts[0], starts[-1]
            in_order = re.compile(".*".join(map(re.escape, starts)))
            for at, key in enumerate(self._keys):
                if first in key and last in key and in_order.search(key):
                    yield at

    def _places(self, ranked: Iterable[tuple[int, int]], code: str, limit: int) -> list[Place]:
        found: dict[Place, None] = {}
        for _rank_of_all, same in groupby(ranked, key=lambda one: one[0]):
            towns = [at for _rank_of_one, at in same]
            first = (
                Place(c, self._cities[at]) for at in towns for c in self._codes_of(at, code)[:1]
            )
            further = (
                Place(c, self._cities[at]) for at in towns for c in self._codes_of(at, code)[1:]
            )
            for places in (first, further):
                for place in places:
                    found[place] = None
                    if len(found) == limit:
                        return list(found)
        return list(found)

    def _codes_of(self, at: int, code: str) -> list[str]:
        return [one for one in self._codes[at].split() if one.startswith(code)]


def _words(name: str) -> list[str]:
    return fold(name).replace(".", " ").split()


def _phrases(words: list[str]) -> list[str]:
    """Return the words as typed, and with "st" and "ste" written out."""
    whole = [_SHORT_WORDS.get(word, word) for word in words]
    return list(dict.fromkeys((" ".join(words), " ".join(whole))))


def _rank(key: str, wanted: str) -> int:
    if key == wanted:
        return _EXACT
    return _BEGINS if key.startswith(wanted) else _WORD_BEGINS
