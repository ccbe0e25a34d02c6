"""What single cells say of a contact: names in one field, addresses of several lines, lists."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.duplicates_usual_names import USUAL_FIRST_NAMES
from coopdesk.domain.text import clean_line, clean_text, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LIST_MARK = ";"
# A cell of several e-mails or telephones; longer ones are prose, and are not taken apart.
LONGEST_LIST = 1_000
GOOGLE_MARK = ":::"

_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_PARTS = re.compile(r"\s*(?::::|[;|\n])\s*|\s+ou\s+", re.IGNORECASE)
_EMAIL_PARTS = re.compile(r"[\s;,|]+(?:ou\s+)?|\s*:::\s*|\s+ou\s+|/(?=[^/]*@)", re.IGNORECASE)
_ONE_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_ONE_PHONE = re.compile(r"[+0][\d .]{8,20}")
_NAMED_EMAIL = re.compile(r".*<\s*(\S+@\S+)\s*>")
_TOWN = re.compile(r"(?:([A-Z]{1,2})-)?(\d{4,5}|\d[AB]\d{3})\s+(\D.*)")
_PARTICLES = frozenset({"de", "du", "des", "la", "le", "les", "d", "von", "van", "der", "el"})


def unguarded(text: str) -> str:
    """Return a cell without the apostrophe that guards it against being a formula."""
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; ``unguarded`` gives it back."""
    return f"'{text}" if (text[:1] in "=+-@\t\r" and text) or _GUARDED.match(text) else text


class SplitName(NamedTuple):
    """A whole name taken apart."""

    last_name: str
    first_name: str
    title: str = ""


def split_name(text: str, titles: Iterable[str]) -> SplitName:
    """Take a whole name apart: ``Camille Martin``, ``MARTIN Camille``, ``Martin, Camille``.

    Capitals are the last name; else a word that is a usual first name tells, else the first
    word is it. ``titles`` are folded civilities, which may stand in front.
    """
    words = clean_line(text).split(" ")
    title = ""
    if len(words) > 1 and fold(words[0]) in titles:
        title, words = words[0], words[1:]
    before, comma, after = " ".join(words).partition(",")
    if comma:
        return SplitName(before.strip(), after.strip(), title)
    if len(words) < 2:
        return SplitName(" ".join(words), "", title)
    capitals = [len(word) > 1 and word.isupper() for word in words]
    if any(capitals) and not all(capitals):
        return SplitName(
            " ".join(w for w, is_last in zip(words, capitals, strict=True) if is_last),
            " ".join(w for w, is_last in zip(words, capitals, strict=True) if not is_last),
            title,
        )
    at = -1 if _last_is_first_name(words) else 1
    if at == -1:
        return SplitName(" ".join(words[:-1]), words[-1], title)
    return SplitName(" ".join(words[1:]), words[0], title)


def _last_is_first_name(words: list[str]) -> bool:
    if fold(words[0]) in _PARTICLES:
        return True
    first, last = (fold(word).split(" ")[0] for word in (words[0], words[-1]))
    return last in USUAL_FIRST_NAMES and first not in USUAL_FIRST_NAMES


class AddressParts(NamedTuple):
    """An address as one text tells it."""

    street: str
    complement: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = ""


def split_address(text: str, countries: Mapping[str, str]) -> AddressParts:
    """Take an address of several lines apart, by its line of postcode and town."""
    lines = [clean_line(line) for line in clean_text(text).split("\n")]
    lines = [line.rstrip(",") for line in lines if line]
    country = ""
    if len(lines) > 1 and fold(lines[-1]) in countries:
        country = lines.pop()
    for at in range(len(lines) - 1, 0, -1):
        town = _TOWN.fullmatch(lines[at])
        if town:
            rest = [*lines[:at], *lines[at + 1 :]]
            return _with_street(rest, town[2], town[3], country or (town[1] or ""))
    return _with_street(lines, "", "", country)


def _with_street(lines: list[str], postal_code: str, city: str, country: str) -> AddressParts:
    """Return the address with its street: the line with a number, else the last one."""
    if not lines:
        return AddressParts("", "", postal_code, city, country)
    numbered = [at for at, line in enumerate(lines) if line[:1].isdigit()]
    at = numbered[-1] if numbered else len(lines) - 1
    others = [line for position, line in enumerate(lines) if position != at]
    return AddressParts(lines[at], ", ".join(others), postal_code, city, country)


def split_list(text: str) -> list[str]:
    """Return the texts of a list in one cell; one in quotation marks may hold the mark."""
    if GOOGLE_MARK in text:
        return [part for part in (clean_line(x) for x in text.split(GOOGLE_MARK)) if part]
    if '"' in text:
        try:
            cells = next(csv.reader([text], delimiter=LIST_MARK, skipinitialspace=True))
        except csv.Error:
            cells = [text]
    else:
        mark = next((x for x in (LIST_MARK, "|", "\n", ",") if x in text), LIST_MARK)
        cells = text.split(mark)
    return [part for part in map(clean_line, cells) if part]


def split_aligned(text: str) -> list[str]:
    """Return the texts of a list of which each has its place: empty ones stay."""
    try:
        cells = next(csv.reader([text], delimiter=LIST_MARK, skipinitialspace=True))
    except csv.Error:
        cells = [text]
    return [clean_line(cell) for cell in cells]


def join_list(texts: Iterable[str]) -> str:
    """Return a list as one cell that ``split_list`` takes apart again."""
    return f"{LIST_MARK} ".join(_quoted(text) for text in texts)


def _quoted(text: str) -> str:
    if any(mark in text for mark in (LIST_MARK, '"', "|", ",", GOOGLE_MARK)):
        return '"{}"'.format(text.replace('"', '""'))
    return text


def split_emails(text: str) -> list[str]:
    """Return the e-mail addresses of a cell; a text without any comes back whole."""
    if _ONE_EMAIL.fullmatch(text):
        return [text]
    if len(text) > LONGEST_LIST:
        return [clean_line(text)]
    named = _NAMED_EMAIL.fullmatch(clean_line(text))
    if named:
        return [named[1]]
    parts = [part.strip() for part in _EMAIL_PARTS.split(text) if part and part.strip()]
    if parts and all("@" in part for part in parts):
        return [part.removeprefix("mailto:") for part in parts]
    return [clean_line(text)]


def split_phones(text: str) -> list[str]:
    """Return the phones of a cell: apart where each part could be a whole number."""
    if _ONE_PHONE.fullmatch(text):
        return [text]
    if len(text) > LONGEST_LIST:
        return [clean_line(text)]
    parts = [part for part in (clean_line(x) for x in _PARTS.split(text)) if part]
    return [phone for part in parts for phone in _apart(part)]


def _apart(text: str) -> list[str]:
    for mark in ("/", ",", " - "):
        parts = [part.strip() for part in text.split(mark)]
        if len(parts) > 1 and all(sum(map(str.isdigit, part)) >= 9 for part in parts):
            return parts
    return [text]


def labelled(text: str) -> tuple[str, str]:
    """Part ``06 12 34 56 78 (travail)`` in the value and its label, which may hold pairs."""
    opened = _opening(text)
    value = text[:opened].rstrip()
    if not value or value == text[:opened]:
        return text, ""
    return value, text[opened + 1 : -1]


def _opening(text: str) -> int:
    """Return where the bracket opens that the last character closes; 0 when none does."""
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth <= 0:
            return at if text[at] == "(" else 0
    return 0


def with_label(value: str, label: str) -> str:
    """Return a value with its label behind it, as ``labelled`` reads it."""
    return f"{value} ({label})" if label else value
