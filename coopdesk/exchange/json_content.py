"""JSON that somebody chose, read without floats: every number and word stays text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coopdesk.exchange.file_content import FileContent

JsonObject: TypeAlias = dict[str, Any]

# A page of the largest listings weighs less than one megabyte.
MAXIMUM_BYTES = 20_000_000
# Objects and lists of a file: twenty for each of the most rows.
OBJECT_LIMIT = 20 * MAXIMUM_ROWS
# Values of a file: three times what so many bytes of payments hold.
TOTAL_LIMIT = 2 * OBJECT_LIMIT
# What one object may hold in all, and how deep: a payment has about sixty values, four deep.
VALUE_LIMIT, DEPTH_LIMIT = 2_000, 12

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_FIRST = (b"{", b"[")


def looks_like_json(data: bytes) -> bool:
    """Tell whether a file begins as a JSON object or list does."""
    start = data[:64]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"").lstrip().startswith(_FIRST)


def read_json(content: FileContent) -> object:
    """Return what a file holds, as ``parse_json`` does and raises."""
    return parse_json(content.data)


def parse_json(data: bytes) -> object:
    """Return what JSON says; numbers come as the text that writes them.

    Raises:
        RuleError: ``file.too_large``, ``file.too_many_rows``, ``file.broken_json`` (cut short,
            not JSON, nested beyond reason), ``file.unknown_encoding``.
    """
    if len(data) > MAXIMUM_BYTES:
        megabytes = -(-len(data) // 1_000_000)
        limit = MAXIMUM_BYTES // 1_000_000
        raise RuleError("file.too_large", megabytes=megabytes, limit=limit)
    # Counted before they are made: five million empty objects weigh little as text.
    objects = sum(data.count(mark) for mark in _FIRST)
    if objects > OBJECT_LIMIT or data.count(b",") > TOTAL_LIMIT:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    try:
        return json.loads(_text(data), parse_float=str, parse_int=str, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise RuleError("file.broken_json") from error


def _text(data: bytes) -> str:
    encoding = "utf-16" if data.startswith(_MARKS[1:]) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RuleError("file.unknown_encoding") from error


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def flat(value: object) -> dict[str, str]:
    """Return the words and numbers of an object by their path: ``payer.email``, ``items.0.id``.

    What lies deeper or is more than any listing has is left out.
    """
    found: dict[str, str] = {}
    for path, text in _leaves(value, "", 0):
        if len(found) >= VALUE_LIMIT:
            break
        found[path] = text
    return found


def _leaves(value: object, path: str, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict | list):
        if depth == DEPTH_LIMIT:
            return
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for name, inner in pairs:
            yield from _leaves(inner, f"{path}.{name}" if path else str(name), depth + 1)
    else:
        yield path, _word(value)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def with_corrections(value: JsonObject, cells: Mapping[str, str]) -> JsonObject:
    """Return an object in which texts stand at some paths, as ``flat`` names them."""
    changed: JsonObject = json.loads(json.dumps(value))
    for path, text in cells.items():
        *steps, last = path.split(".")
        at: Any = changed
        for step in steps:
            at = _inner(at, step)
        _put(at, last, text)
    return changed


def _inner(at: object, step: str) -> object:
    if isinstance(at, dict):
        inner = at.get(step)
        return at.setdefault(step, {}) if inner is None else inner
    if isinstance(at, list) and step.isdecimal() and int(step) < len(at):
        return at[int(step)]
    return None


def _put(at: object, last: str, text: str) -> None:
    if isinstance(at, dict):
        at[last] = text
    elif isinstance(at, list) and last.isdecimal() and int(last) < len(at):
        at[int(last)] = text
