"""What the columns of a table of contacts are, by their names and by what stands in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.contact_imports import (
    CUSTOM,
    IGNORED,
    KEPT,
    REPEATABLE,
    ColumnUse,
    Sureness,
)
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.text import fold
from coopdesk.exchange.contact_days import day_of
from coopdesk.exchange.contact_words import contact_words
from coopdesk.exchange.google_columns import google_field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.exchange.contact_words import Program

SAMPLES = 3
_LOOKED_AT = 50
# Of the cells that say something, how many must look alike for the name not to matter.
_MOST = 0.8
_LONG_AGO = 2000
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"(?:\+|00)?[\d\s.\-()/]{9,20}")
_POSTCODE = re.compile(r"\d{5}|\d[AB]\d{3}|F-\d{5}")
# What our exports mark in both languages, folded.
_READ_ONLY = re.compile(r" (?:lecture seule|read only)$")
_NUMBERED_FIELD = re.compile(r" (?:champ|field) (\d+)$")
# Names that promise little: what stands in the column decides.
_VAGUE = frozenset({"full_name", "note", "kind", "number", "street", "tags"})


def program_of(names: Iterable[str]) -> Program | None:
    """Return the program that wrote a header, or None."""
    folded = [fold(name) for name in names]
    return next((one for one in contact_words().programs if one.wrote(folded)), None)


def recognised_count(names: Iterable[str], custom: Collection[str] = ()) -> int:
    """Count the columns that are known by name; ``custom`` are folded names of own fields."""
    known = contact_words().names
    folded = [fold(name) for name in names if name.strip()]
    program = program_of(folded)
    own: Mapping[str, str] = program.columns if program else {}
    return sum(
        key in known or key in own or key in custom or bool(google_field(key)) for key in folded
    )


def guess_columns(
    names: Sequence[str],
    rows: Sequence[Sequence[str]],
    custom: Sequence[CustomField] = (),
) -> tuple[ColumnUse, ...]:
    """Return what each column is taken for; a field that stands once is given to the first.

    ``rows`` are the cells of the first rows, for columns whose names say nothing.
    """
    program = program_of(names)
    own_fields = {fold(one.content.name): f"{CUSTOM}{one.id}" for one in custom}
    uses: list[ColumnUse] = []
    taken: set[str] = set()
    for position, name in enumerate(names):
        cells = [row[position].strip() for row in rows[:_LOOKED_AT] if position < len(row)]
        samples = tuple(dict.fromkeys(cell[:80] for cell in cells if cell))
        field, sureness = _guess(name, samples, program, own_fields)
        is_numbered = program is not None and bool(google_field(fold(name)))
        if field in taken and field not in REPEATABLE and not is_numbered:
            field, sureness = KEPT, Sureness.NONE
        taken.add(field)
        uses.append(ColumnUse(name, field, sureness, samples[:SAMPLES]))
    return tuple(_without_whole_name(uses))


def _guess(
    name: str, samples: Sequence[str], program: Program | None, own_fields: Mapping[str, str]
) -> tuple[str, Sureness]:
    key = fold(name)
    if program is not None and program.file_format is FileFormat.COOPDESK_CONTACTS:
        return _of_our_own(key, own_fields)
    known = (program.columns.get(key) or google_field(key)) if program else ""
    if known:
        return known, Sureness.KNOWN
    if key in own_fields:
        return own_fields[key], Sureness.NAME
    named = contact_words().names.get(key, "")
    if named and named not in _VAGUE:
        return named, Sureness.KNOWN if program else Sureness.NAME
    return _by_samples(named, samples, is_known=program is not None)


def _by_samples(named: str, samples: Sequence[str], *, is_known: bool) -> tuple[str, Sureness]:
    """Let what stands in a column decide where its name promises little, or nothing."""
    told = "" if is_known else _by_content(samples)
    if told:
        return told, Sureness.CONTENT
    # « Adhérent » may say whether, and not who.
    if not named or (named == "full_name" and _is_yes_or_no(samples)):
        return KEPT, Sureness.NONE
    return named, Sureness.NAME


def _is_yes_or_no(samples: Sequence[str]) -> bool:
    words = contact_words()
    return bool(samples) and {fold(text) for text in samples} <= words.yes | words.no


def _of_our_own(key: str, own_fields: Mapping[str, str]) -> tuple[str, Sureness]:
    """Return the field of a column that our export wrote, or that somebody added to it."""
    if _READ_ONLY.search(key):
        return IGNORED, Sureness.KNOWN
    numbered = _NUMBERED_FIELD.search(key)
    if numbered and f"{CUSTOM}{numbered[1]}" in own_fields.values():
        return f"{CUSTOM}{numbered[1]}", Sureness.KNOWN
    found = contact_words().names.get(key) or own_fields.get(key)
    return (found, Sureness.KNOWN) if found else (KEPT, Sureness.NONE)


def _by_content(samples: Sequence[str]) -> str:
    """Return the field that most texts of a column look like, or empty."""
    if not samples:
        return ""
    enough = max(1, _MOST * len(samples))
    if sum(bool(_EMAIL.fullmatch(text)) for text in samples) >= enough:
        return "email"
    if sum(bool(_POSTCODE.fullmatch(text)) for text in samples) >= enough:
        return "postal_code"
    if sum(_looks_like_phone(text) for text in samples) >= enough:
        return "phone"
    days = sorted(day for text in samples if (day := day_of(text)))
    # Days that lie so far back are those of birth; of others nobody can tell which they are.
    if len(days) >= enough and days[len(days) // 2].year <= _LONG_AGO:
        return "birth_on"
    return ""


def _looks_like_phone(text: str) -> bool:
    digits = sum(char.isdigit() for char in text)
    starts = text.startswith(("0", "+", "(0"))
    return bool(_PHONE.fullmatch(text)) and 9 <= digits <= 14 and starts


def _without_whole_name(uses: Sequence[ColumnUse]) -> Iterable[ColumnUse]:
    """Take « Nom » for the whole name where there is no column of first names."""
    fields = {use.field for use in uses}
    whole = "last_name" in fields and "first_name" not in fields and "full_name" not in fields
    for use in uses:
        is_whole = whole and use.field == "last_name" and use.sureness is not Sureness.KNOWN
        # One « Le Bihan » among single words is a last name, and no whole one.
        spaced = is_whole and 2 * sum(" " in text for text in use.samples) >= len(use.samples)
        yield ColumnUse(use.column, "full_name", use.sureness, use.samples) if spaced else use
