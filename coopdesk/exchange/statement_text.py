"""The text of a bank file: its characters decided, its line ends made alike."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.delimited_text import decodings, encoding_warnings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.imports import Problem

# What is looked at to recognise a format.
HEAD_BYTES = 65_536

_WRITTEN = re.compile(r"&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6}));")
_NAMED: Mapping[str, str] = {
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "apos": "'",
    "nbsp": " ",
}
_SURROGATES = range(0xD800, 0xE000)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class StatementText(NamedTuple):
    """A text with one character at the end of its lines; what to say of its characters."""

    text: str
    warnings: tuple[Problem, ...]


def statement_text(data: bytes) -> StatementText:
    """Return the text of a file, NUL characters left out.

    Raises:
        RuleError: ``file.broken_encoding``, ``file.unknown_encoding``.
    """
    decoding = decodings(data)[0]
    try:
        text = data.decode(decoding.encoding)
    except UnicodeDecodeError as error:
        raise RuleError("file.unknown_encoding") from error
    plain = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return StatementText(plain, tuple(encoding_warnings(decoding)))


def head_text(data: bytes) -> str:
    """Return the beginning of a text, for a look at it; characters may be wrong."""
    head = data[:HEAD_BYTES]
    if head.startswith(_UTF16_MARKS):
        return head.decode("utf-16", "replace")
    try:
        # A character that is cut at the end of the look is no fault.
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(head)
    except UnicodeDecodeError:
        text = head.decode("latin-1")
    return text.replace("\0", "")


def plain_value(text: str) -> str:
    """Return a value of SGML or XML with its written characters resolved, and no others.

    « R&REG » stays: what lacks its semicolon is an ampersand that a bank wrote as it is.
    """
    return _WRITTEN.sub(_resolved, text) if "&" in text else text


def _resolved(found: re.Match[str]) -> str:
    name, decimal, hexadecimal = found.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 and code not in _SURROGATES else ""
