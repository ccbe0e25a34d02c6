"""Make many PDFs that differ by a few lines only.

ReportLab draws a model once. Its fonts, images and forms are kept as the bytes they are; each
document then adds its own page content and title, and the table of where everything stands.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s")
_PAGE = re.compile(rb"/Type /Page\s")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_CONTENT = re.compile(rb"/Contents (\d+) 0 R")
_INFO = re.compile(rb"/Info (\d+) 0 R")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_ENTRY_LENGTH = 20


class PdfTitle(NamedTuple):
    """What a PDF says of itself; ``made_on`` is a PDF date such as ``D:20260112``."""

    title: str
    author: str
    subject: str
    made_on: str


class PdfStamp:
    """A model whose page contents and title are written anew for each document.

    ``model`` is a file written by ReportLab: numbered objects and one classic table. ``base``
    is what its documents start with: fonts, images and forms, byte for byte the same in all.
    """

    def __init__(self, model: bytes) -> None:
        objects = _objects(model)
        trailer = model[model.rindex(b"trailer") :]
        self._root = _number(_ROOT, trailer)
        self._info = _number(_INFO, trailer)
        self._contents = [_number(_CONTENT, objects[page]) for page in _pages(objects)]
        kept = bytearray(model[: model.index(b"1 0 obj")])
        self._offsets = {}
        for number, body in objects.items():
            if number not in {*self._contents, self._info}:
                self._offsets[number] = len(kept)
                kept += body
        self.base = bytes(kept)
        self._digest = hashlib.sha256(self.base)

    def tail(self, contents: Sequence[str], title: PdfTitle) -> bytes:
        """Return what follows ``base`` in a document with these pages and this title.

        ``contents`` are PDF operators, one text for each page of the model. The base and a
        tail, one after the other, are a PDF.
        """
        body = bytearray()
        offsets = dict(self._offsets)
        written = dict(zip(self._contents, map(_stream, contents), strict=True))
        written[self._info] = _information(title)
        for number, content in written.items():
            offsets[number] = len(self.base) + len(body)
            body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
        hashed = self._digest.copy()
        hashed.update(body)
        digest = hashed.hexdigest()[:32].encode()
        table = b"".join(b"%010d 00000 n \n" % offsets[number] for number in sorted(offsets))
        size = len(offsets) + 1
        return b"".join(
            (
                body,
                b"xref\n0 %d\n0000000000 65535 f \n" % size,
                table,
                b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b> <%b>] >>\n"
                % (size, self._root, self._info, digest, digest),
                b"startxref\n%d\n%%%%EOF\n" % (len(self.base) + len(body)),
            )
        )


def _objects(model: bytes) -> dict[int, bytes]:
    """Return the bytes of each numbered object, in file order."""
    table_at = _number(_START, model[-200:])
    head = _TABLE.match(model, table_at)
    if head is None:
        raise ValueError("no classic cross-reference table")
    offsets = {}
    for number in range(1, int(head[1])):
        entry = head.end() + number * _ENTRY_LENGTH
        offsets[int(model[entry : entry + 10])] = number
    starts = [*sorted(offsets), table_at]
    return {offsets[start]: model[start:end] for start, end in itertools.pairwise(starts)}


def _pages(objects: dict[int, bytes]) -> list[int]:
    """Return the numbers of the pages, in reading order."""
    found = next(filter(None, map(_KIDS.search, objects.values())), None)
    kids = [int(kid) for kid in _REFERENCE.findall(found[1])] if found else []
    if not kids or not all(_PAGE.search(objects[kid]) for kid in kids):
        raise ValueError("not a file that ReportLab wrote")
    return kids


def _stream(content: str) -> bytes:
    deflated = zlib.compress(content.encode("latin-1"))
    head = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(deflated)
    return head + deflated + b"\nendstream"


def _number(pattern: re.Pattern[bytes], text: bytes) -> int:
    found = pattern.search(text)
    if found is None:
        raise ValueError("not a file that ReportLab wrote")
    return int(found[1])


def _information(title: PdfTitle) -> bytes:
    entries = {
        b"Title": title.title,
        b"Author": title.author,
        b"Subject": title.subject,
        b"Creator": "CoopDesk",
        b"Producer": "ReportLab",
        b"CreationDate": title.made_on,
        b"ModDate": title.made_on,
    }
    return b"<< %b >>" % b" ".join(
        b"/%b <%b>" % (name, _hexadecimal(text)) for name, text in entries.items()
    )


def _hexadecimal(text: str) -> bytes:
    """Write a string so that nothing in it can end it."""
    encoded = text.encode() if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    return encoded.hex().encode()
