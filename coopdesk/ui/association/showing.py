"""Single fields of the profile: judged alone, and shown as people write them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from coopdesk.domain.association import Association

ADDRESS = ("street", "complement", "postal_code", "city", "country")


def only_with(name: str, text: str) -> Association:
    """Return a profile in which only one field can be wrong."""
    empty = Association(name="-")
    values: dict[str, Any] = {name: text}
    if name in ADDRESS:
        return replace(empty, address=replace(empty.address, **values))
    return replace(empty, **values)


def value_of(profile: Association, name: str) -> Any:
    """Return what a profile says in a field."""
    return getattr(profile.address if name in ADDRESS else profile, name)


def shown_text(name: str, value: str) -> str:
    """Return a value of a field as people write it."""
    if name == "iban" and value:
        from coopdesk.wording.formats import iban_text

        return iban_text(value)
    if name == "siren" and len(value) == 9:
        return f"{value[:3]} {value[3:6]} {value[6:]}"
    return value
