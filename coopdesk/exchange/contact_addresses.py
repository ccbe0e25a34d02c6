"""One postal address put together from its cells; what contradicts itself is said."""

from __future__ import annotations

import re
from typing import Any

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.text import clean_line, clean_text, fold
from coopdesk.exchange.contact_values import split_address

_LINE_LIMIT = 120
_TOWN_WITH_CODE = re.compile(r"(?:F-)?(\d{5})\s+(\D.*)")
_LOST_ZERO = re.compile(r"([1-9]\d{3})(?:[.,]0*)?")
_WHOLE = re.compile(r"(\d{5})[.,]0*")
_FRENCH_MARK = re.compile(r"F-?\s?(\d{5})", re.IGNORECASE)


class AddressDraft:
    """The cells of one address.

    ``wrong`` are texts that could not stand in it: column, text, code, values; ``restored``
    what a spreadsheet had shortened: column, text, code, what it was.
    """

    def __init__(self) -> None:
        self.label = ""
        self.preferred = False
        self.wrong: list[tuple[str, str, str, dict[str, Any]]] = []
        self.restored: list[tuple[str, str, str, str]] = []
        self._texts: dict[str, list[str]] = {}
        self._columns: dict[str, str] = {}

    def take(self, name: str, text: str, column: str) -> None:
        """Take one part; streets may come in several columns."""
        self._texts.setdefault(name, []).append(text)
        self._columns.setdefault(name, column)

    def finish(self, countries: dict[str, str] | Any) -> PostalAddress:
        """Return the address, unchecked but for its country and postcode."""
        street, complement = self._street()
        city, code = self._text("city"), self._text("postal_code")
        named = self._text("country")
        if self._is_whole(street):
            parts = split_address(self._whole(street), countries)
            if parts.street:
                street = parts.street
                complement = ", ".join(x for x in (parts.complement, complement) if x)
                code, city = code or parts.postal_code, city or parts.city
                named = named or parts.country
        if not code and (town := _TOWN_WITH_CODE.fullmatch(city)):
            code, city = town[1], town[2]
        country = self._country(named, countries)
        if country is None:
            return self._refused(named)
        code = self._postcode(code) if country == "FR" else code
        street, complement = _within_limits(street, complement)
        return PostalAddress(street, complement, code, city, country)

    def _text(self, name: str) -> str:
        return clean_line(" ".join(self._texts.get(name, ())))

    def _street(self) -> tuple[str, str]:
        streets = self._texts.get("street", ())
        complements = [clean_line(x) for x in self._texts.get("complement", ())]
        return "\n".join(streets), ", ".join(x for x in complements if x)

    def _whole(self, street: str) -> str:
        """Return the text that may hold a whole address."""
        if street.strip():
            return street
        whole = "\n".join(self._texts.get("address", ()))
        return whole if "\n" in whole.strip() else whole.replace(",", "\n")

    def _is_whole(self, street: str) -> bool:
        parts = ("street", "city", "postal_code", "complement")
        is_alone = "address" in self._texts and not any(self._texts.get(x) for x in parts)
        return is_alone or "\n" in clean_text(street)

    def _country(self, named: str, countries: dict[str, str] | Any) -> str | None:
        if not named:
            return "FR"
        found = countries.get(fold(named))
        if found is None and len(named) == 2 and named.isascii() and named.isalpha():
            return named.upper()
        return found

    def _refused(self, named: str) -> PostalAddress:
        """Leave out an address in a country nobody knows: papers must not carry it wrong."""
        for name, texts in self._texts.items():
            self.wrong += [
                (self._columns[name], text, "country.kept", {"text": named[:40]})
                for text in texts
            ]
        return PostalAddress()

    def _postcode(self, code: str) -> str:
        """Return a French postcode with the zero that a spreadsheet took."""
        marked = _FRENCH_MARK.fullmatch(code) or _WHOLE.fullmatch(code)
        if marked:
            return marked[1]
        lost = _LOST_ZERO.fullmatch(code.replace(" ", ""))
        if lost is None:
            return code
        restored = f"0{lost[1]}"
        column = self._columns.get("postal_code", "")
        self.restored.append((column, code, "postcode.restored", restored))
        return restored


def _within_limits(street: str, complement: str) -> tuple[str, str]:
    """Part a long street at a word: what is behind goes to the complement."""
    street = clean_line(street)
    if len(street) <= _LINE_LIMIT:
        return street, complement
    cut = street.rfind(" ", 0, _LINE_LIMIT + 1)
    if cut < 1:
        return street, complement
    return street[:cut], ", ".join(x for x in (street[cut + 1 :], complement) if x)
