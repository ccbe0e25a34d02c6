"""The lines of an address on an envelope, by the French norm NF Z10-011 (legal_fr FO-8)."""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from coopdesk.domain.departments import FRENCH_COUNTRIES
from coopdesk.domain.postal_words import (
    abbreviated_street,
    abbreviated_town,
    normal_number,
)
from coopdesk.domain.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.addresses import PostalAddress

MOST_LINES = 6  # and a seventh for the country, abroad
LINE_LENGTH = 38
# Above this length the name of a street may be abbreviated, below it never is.
STREET_LENGTH = 32

_NUMBER = re.compile(r"(\d+(?: [A-Z])? )?(.*)")
_INSIDE = re.compile(
    r"(app|appt|apt|appart|appartement|logement|lgt|chambre|porte|etage|\d+[a-z]* etage"
    r"|rdc|rez|esc|escalier|palier|boite|chez|c o)\b"
)
_SERVICE = re.compile(
    r"(service|direction|pole|bureau|departement|secretariat|comptabilite|a l attention|att)\b"
)
_BUILDING = re.compile(
    r"(bat|batiment|immeuble|imm|tour|entree|hall|residence|res|villa|clos|domaine|porte"
    r"|zone|za|zi|zac|parc|centre|cite|maison|espace)\b"
)
_PLACE = re.compile(
    r"(bp|cs|tsa|cidex|boite postale|poste restante|lieu dit|lieudit|ld|hameau|le bourg"
    r"|village|quartier)\b"
)
_POSTCODE_LAST = frozenset({"US", "CA", "AU", "NZ", "IN", "JP", "KR", "TW"})
_POSTCODE_BELOW = frozenset({"GB", "IE", "GG", "JE", "IM", "GI", "ZA"})


class EnvelopeWarning(enum.Enum):
    """What had to be left out, or does not stand as the norm wants it."""

    NAME_CUT = "name_cut"
    COMPLEMENT_CUT = "complement_cut"
    STREET_ON_TWO_LINES = "street_on_two_lines"
    STREET_CUT = "street_cut"
    TOWN_CUT = "town_cut"
    COUNTRY_CUT = "country_cut"


@dataclass(frozen=True, slots=True)
class Envelope:
    """The lines to print, at most 38 characters each, and what is wrong with them."""

    lines: tuple[str, ...]
    warnings: tuple[EnvelopeWarning, ...] = ()

    @property
    def text(self) -> str:
        """The lines as one block."""
        return "\n".join(self.lines)


def envelope(
    names: Sequence[str],
    address: PostalAddress,
    *,
    is_organisation: bool = False,
    country_name: str = "",
) -> Envelope:
    """Lay out names and address: six lines of 38 characters, a seventh for the country.

    ``names`` are the addressee's lines: civility, first and last name; or the organisation's
    name, then who reads it there. Parts of the complement, apart by commas, go to the line of
    the norm they belong on. ``country_name`` is the French name, printed abroad alone.
    """
    if address.country in FRENCH_COUNTRIES:
        return _French(names, address, is_organisation=is_organisation).built()
    country = country_name or address.country
    return _Abroad(names, address, is_organisation=is_organisation).built(country)


class _Layout:
    """The parts of an address from top to bottom, each as lines short enough."""

    def __init__(
        self, names: Iterable[str], address: PostalAddress, *, is_organisation: bool
    ) -> None:
        self._warnings: set[EnvelopeWarning] = set()
        self._is_organisation = is_organisation
        self._address = address
        self._names = [line for name in names for line in _wrapped(clean_line(name))]
        self._inside: list[str] = []
        self._outside: list[str] = []
        self._places: list[str] = []
        self._sort_complement()
        self._above = _joined(self._inside) + _joined(self._outside)
        self._street: list[str] = []
        self._below: list[str] = []
        self._town: list[str] = []

    def built(self, country: str = "") -> Envelope:
        self._lay_out()
        self._country = self._first(clean_line(country).upper(), EnvelopeWarning.COUNTRY_CUT)
        self._cut()
        lines = [*self._names, *self._above, *self._street, *self._below]
        warnings = [one for one in EnvelopeWarning if one in self._warnings]
        return Envelope((*lines, *self._town, *self._country), tuple(warnings))

    def _lay_out(self) -> None:
        raise NotImplementedError

    def _sort_complement(self) -> None:
        for part in self._address.complement.split(","):
            shown = clean_line(part)
            if shown:
                self._line_of(fold(shown)).append(shown)

    def _line_of(self, folded: str) -> list[str]:
        if _PLACE.match(folded):
            return self._places
        if _INSIDE.match(folded) or _SERVICE.match(folded):
            return self._inside
        if self._is_organisation and not _BUILDING.match(folded):
            return self._inside
        return self._outside

    def _cut(self) -> None:
        """Take lines away until there are six, what is least needed to deliver first."""
        if self._count > MOST_LINES:
            self._above = _joined([*self._inside, *self._outside])
        for part, least, warning in (
            (self._names, 2, EnvelopeWarning.NAME_CUT),
            (self._above, 2, EnvelopeWarning.COMPLEMENT_CUT),
            (self._street, 2, EnvelopeWarning.STREET_CUT),
            (self._below, 1, EnvelopeWarning.COMPLEMENT_CUT),
            (self._above, 1, EnvelopeWarning.COMPLEMENT_CUT),
            (self._names, 1, EnvelopeWarning.NAME_CUT),
            (self._street, 1, EnvelopeWarning.STREET_CUT),
        ):
            while self._count > MOST_LINES and len(part) > least:
                part.pop()
                self._warnings.add(warning)
        if len(self._street) > 1:
            self._warnings.add(EnvelopeWarning.STREET_ON_TWO_LINES)

    @property
    def _count(self) -> int:
        parts = (self._names, self._above, self._street, self._below, self._town)
        return sum(map(len, parts))

    def _first(self, text: str, warning: EnvelopeWarning) -> list[str]:
        """Return one line of a text; what does not fit is left out and said."""
        lines = _wrapped(text)
        if len(lines) > 1:
            self._warnings.add(warning)
        return lines[:1]


class _French(_Layout):
    """Lines 4 to 6 in capitals without punctuation."""

    def _lay_out(self) -> None:
        self._street = _wrapped(_street_line(self._address.street))
        self._below = _joined([capitals(place) for place in self._places], " ")
        town = abbreviated_town(capitals(self._address.town_line), LINE_LENGTH)
        self._town = self._first(town, EnvelopeWarning.TOWN_CUT)


class _Abroad(_Layout):
    """The lines as typed, in the order of the country; town and country in capitals."""

    def _lay_out(self) -> None:
        address = self._address
        self._street = _wrapped(clean_line(address.street))
        self._below = _joined(self._places)
        for line in _foreign_town(address):
            self._town += self._first(line, EnvelopeWarning.TOWN_CUT)


def _foreign_town(address: PostalAddress) -> list[str]:
    code = clean_line(address.postal_code).upper()
    city = clean_line(address.city).upper()
    if address.country in _POSTCODE_BELOW:
        return [city, code]
    if address.country in _POSTCODE_LAST:
        return [f"{city} {code}".strip()]
    return [f"{code} {city}".strip()]


def capitals(text: str) -> str:
    """Return text in capitals without punctuation; accents stay, as the norm allows."""
    kept = "".join(char if _is_printed(char) else " " for char in clean_line(text).upper())
    return " ".join(kept.split())


def _is_printed(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"


def _street_line(street: str) -> str:
    """Return number and street, abbreviated only where the norm allows it."""
    line = capitals(normal_number(clean_line(street)))
    parts = _NUMBER.fullmatch(line)
    assert parts is not None  # every part may be empty
    number, label = parts[1] or "", parts[2]
    if len(label) <= STREET_LENGTH and len(line) <= LINE_LENGTH:
        return line
    room = min(STREET_LENGTH, LINE_LENGTH - len(number))
    return number + abbreviated_street(label, room)


def _wrapped(text: str) -> list[str]:
    return wrap(text, LINE_LENGTH, break_on_hyphens=False)


def _joined(parts: Sequence[str], between: str = ", ") -> list[str]:
    """Set parts side by side as long as they fit on a line together."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + len(between) + len(part) <= LINE_LENGTH:
            lines[-1] += between + part
        else:
            lines += _wrapped(part)
    return lines
