"""Reads a postal address that was pasted as one block."""

from __future__ import annotations

import re

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.text import clean_line, fold

_TOWN_LINE = re.compile(r"(?:F-)?(\d{2} ?\d{3})\s+(\D.*)")
_ONE_LINE = re.compile(r"(.*?)[\s,;–—-]+(\d{5})\s+(\D.*)")
_FRANCE = "france"


def parse_address(text: str, name: str = "") -> PostalAddress | None:
    """Read lines that end in postcode and town; None when the text is no whole address.

    A first line that is only the contact's ``name`` is left out.
    """
    lines = [clean_line(line).strip(" ,;") for line in text.splitlines()]
    lines = [line for line in lines if line and fold(line) not in {_FRANCE, fold(name)}]
    if not lines:
        return None
    town = _TOWN_LINE.fullmatch(lines[-1])
    if town is None:
        return _on_one_line(lines)
    if len(lines) == 1:
        return None
    *complements, street = lines[:-1]
    return _address(street, ", ".join(complements), town[1], town[2])


def _on_one_line(lines: list[str]) -> PostalAddress | None:
    found = _ONE_LINE.fullmatch(lines[-1])
    if found is None or not found[1]:
        return None
    return _address(found[1], ", ".join(lines[:-1]), found[2], found[3])


def _address(street: str, complement: str, postal_code: str, city: str) -> PostalAddress:
    city = re.sub(r"[\s,]+france$", "", city.strip(" ,"), flags=re.IGNORECASE)
    return PostalAddress(street.strip(" ,"), complement, postal_code.replace(" ", ""), city)
