"""The content lines of vCard 2.1, 3.0 and 4.0, unfolded and decoded, card by card.

Our own reader, because vobject 0.9.9 gives up a file at its first broken line (or leaves the
line out without saying so), loses what follows the first line of a quoted-printable address,
and counts lines wrongly: docs/decisions/0020-fichiers-de-contacts.md.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BREAK = re.compile(rb"\r\n|\r|\n")
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/=]+")
_NAME = re.compile(r"(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9-]+)")
_ENCODED = (b"BASE64", b"ENCODING=B")
_BARE_TYPES = {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CARET = {"^n": "\n", "^^": "^", "^'": '"'}
# A card of photographs weighs some hundred kilobytes.
LINE_LIMIT = 5_000_000
# Every property has a colon; photographs make lines without one.
_COLONS = 20 * MAXIMUM_ROWS
_BEGIN = b"BEGIN:VCARD"


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its line in the file, ``item1`` of ``item1.EMAIL``, its raw value."""

    line: int
    group: str
    name: str
    params: Mapping[str, Sequence[str]]
    value: str

    @property
    def types(self) -> list[str]:
        """Words of TYPE in small letters: ``home``, ``cell``."""
        found = self.params.get("TYPE", ())
        return [word.strip().lower() for text in found for word in text.split(",")]

    @property
    def preference(self) -> int:
        """How much it is preferred: 1 most, 101 not at all."""
        for text in self.params.get("PREF", ()):
            if text.isdigit():
                return int(text)
        return 1 if "pref" in self.types else 101

    @property
    def text(self) -> str:
        """The value with its escapes resolved."""
        return unescape(self.value)

    def parts(self) -> list[str]:
        """Return the parts of a structured value, between semicolons that are not escaped."""
        return [unescape(part) for part in _split(self.value, ";")]

    def items(self) -> list[str]:
        """Return the items of a list, between commas that are not escaped."""
        return [unescape(part).strip() for part in _split(self.value, ",")]


@dataclass(slots=True)
class Card:
    """The properties of one card, and the line on which it begins."""

    line: int
    properties: list[Property] = field(default_factory=list)
    is_closed: bool = False


def unescape(text: str) -> str:
    """Return a text with its escapes resolved."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def read_cards(data: bytes) -> tuple[list[Card], list[Problem]]:
    """Return the cards of a file and what of it could not be read, by line.

    A broken line is left out of its card, which is kept; text outside of cards is said.

    Raises:
        RuleError: ``file.too_many_rows``, before anything is read of what would not fit.
    """
    data = _as_utf8(data)
    if data.upper().count(_BEGIN) > MAXIMUM_ROWS or data.count(b":") > _COLONS:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    problems: list[Problem] = []
    cards: list[Card] = []
    open_cards: list[Card] = []
    for line, raw in _logical_lines(data):
        found = _property(line, raw)
        if found is None:
            problems.append(Problem(line, "vcard.broken_line", values={"text": _shown(raw)}))
        elif found.name == "BEGIN" and found.value.strip().upper() == "VCARD":
            open_cards.append(Card(line))
            cards.append(open_cards[-1])
        elif found.name == "END" and open_cards:
            open_cards.pop().is_closed = True
        elif open_cards:
            open_cards[-1].properties.append(found)
        else:
            problems.append(Problem(line, "vcard.outside", values={"text": _shown(raw)}))
        if len(problems) > MAXIMUM_ROWS:
            raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    return cards, problems


def _logical_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield whole lines with the number of the first: folded and soft-broken ones joined."""
    lines = _BREAK.split(data)
    at, count = 0, len(lines)
    is_old = False
    while at < count:
        start, line = at, lines[at]
        at += 1
        if not line.strip():
            continue
        pieces, size = [line], len(line)
        is_soft, is_packed = _joins(line)
        while at < count and size < LINE_LIMIT:
            following = lines[at]
            if is_soft and pieces[-1].endswith(b"="):
                pieces[-1] = pieces[-1][:-1]
                pieces.append(following.lstrip() if is_old else following)
            elif following[:1] in {b" ", b"\t"} and following.strip():
                # Version 2.1 folds at a blank and keeps it.
                keeps = is_old and not is_packed
                pieces.append(following if keeps else following[1:])
            elif is_packed and _BASE64_LINE.fullmatch(following.strip()):
                pieces.append(following.strip())
            else:
                break
            at += 1
            size += len(following)
        whole = b"".join(pieces)
        if whole.upper().startswith(b"VERSION:"):
            is_old = whole[8:].strip().startswith(b"2.")
        yield start + 1, whole


def _as_utf8(data: bytes) -> bytes:
    if data.startswith(_UTF16_MARKS):
        data = data.decode("utf-16", "replace").encode()
    return data.removeprefix(codecs.BOM_UTF8).replace(b"\0", b"")


def _joins(line: bytes) -> tuple[bool, bool]:
    """Tell whether a line goes on as quoted-printable, or as packed bytes."""
    head = line.partition(b":")[0].upper()
    is_packed = any(word in head for word in _ENCODED)
    return b"QUOTED-PRINTABLE" in head, is_packed


def _property(line: int, raw: bytes) -> Property | None:
    head, value = _parted(raw)
    names = head.split(b";", 1)[0].decode("ascii", "replace").strip()
    found = _NAME.fullmatch(names)
    if found is None or value is None:
        return None
    params = _params(head.decode("utf-8", "replace"))
    text = _decoded(value, params)
    return Property(line, (found[1] or "").lower(), found[2].upper(), params, text)


def _parted(raw: bytes) -> tuple[bytes, bytes | None]:
    """Part a line at its first colon outside of quotation marks."""
    is_quoted = False
    for at, byte in enumerate(raw):
        if byte == 0x22:
            is_quoted = not is_quoted
        elif byte == 0x3A and not is_quoted:
            return raw[:at], raw[at + 1 :]
    head, colon, value = raw.partition(b":")
    return (head, value) if colon else (raw, None)


def _params(head: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for part in _split(head, ";", quoted=True)[1:]:
        name, equals, value = part.partition("=")
        if not equals:
            bare = name.strip().upper()
            name, value = ("ENCODING" if bare in _BARE_TYPES else "TYPE"), bare
        text = re.sub(r"\^[n^']", lambda match: _CARET[match[0]], value.strip().strip('"'))
        found.setdefault(name.strip().upper(), []).append(text)
    return found


def _decoded(value: bytes, params: Mapping[str, Sequence[str]]) -> str:
    encoding = "".join(params.get("ENCODING", ())).upper()
    if encoding == "QUOTED-PRINTABLE":
        value = quopri.decodestring(value)
    for charset in (*params.get("CHARSET", ()), "utf-8"):
        try:
            return value.decode(charset).replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError):
            continue
    return value.decode("cp1252", "replace").replace("\r\n", "\n")


def packed_bytes(found: Property) -> bytes | None:
    """Return the bytes of a photograph; None when it is elsewhere or damaged."""
    encoding = "".join(found.params.get("ENCODING", ())).upper()
    text = found.value
    if text.startswith("data:"):
        encoding, text = "B", text.partition(",")[2]
    if encoding not in {"B", "BASE64"}:
        return None
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None


def _split(text: str, mark: str, *, quoted: bool = False) -> list[str]:
    """Part a text at a mark that is neither escaped nor in quotation marks of a parameter."""
    if "\\" not in text and not (quoted and '"' in text):
        return text.split(mark)
    parts, start, at, is_quoted = [], 0, 0, False
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 1
        elif char == '"' and quoted:
            is_quoted = not is_quoted
        elif char == mark and not is_quoted:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return [*parts, text[start:]]


def _shown(raw: bytes) -> str:
    return raw[:60].decode("utf-8", "replace")
