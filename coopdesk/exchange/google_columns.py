"""The numbered columns of Google's contacts: ``E-mail 2 - Value`` and their labels."""

from __future__ import annotations

import re

from coopdesk.domain.contact_imports import IGNORED, KEPT

# Folded: "E-mail 1 - Value" reads "e mail 1 value".
_NUMBERED = re.compile(
    r"(e mail|phone|address|website|organization|event|relation|im|custom field"
    r"|external id|jot|calendar link) (\d+) (.+)"
)
_FIELDS = {
    ("e mail", "value"): "email",
    ("phone", "value"): "phone",
    ("website", "value"): "website",
    ("address", "formatted"): "address",
    ("address", "street"): "street",
    ("address", "city"): "city",
    ("address", "postal code"): "postal_code",
    ("address", "country"): "country",
    ("address", "extended address"): "complement",
    ("address", "po box"): "complement",
    ("organization", "name"): "organisation",
    ("organization", "title"): "role",
}
# Beside a value of its group: which one it is. Read with the value, not for itself.
_LABELS = frozenset({"label", "type"})


def google_field(key: str) -> str:
    """Return the field of a folded column of a numbered group; empty for other columns."""
    found = numbered(key)
    if found is None:
        return ""
    group, number, part = found
    if part in _LABELS:
        return IGNORED
    if group == "organization" and number > 1:
        return KEPT
    return _FIELDS.get((group, part), KEPT)


def numbered(key: str) -> tuple[str, int, str] | None:
    """Return the group, number and part of a folded column, or None."""
    found = _NUMBERED.fullmatch(key)
    return (found[1], int(found[2]), found[3]) if found else None
