"""The numbered objects of a PDF that ReportLab wrote, taken apart and put together again."""

from __future__ import annotations

import itertools
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s")
_PAGE = re.compile(rb"/Type /Page\s")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_CONTENT = re.compile(rb"/Contents (\d+) 0 R")
_TREE = re.compile(rb"/Pages (\d+) 0 R")
_INFO = re.compile(rb"/Info (\d+) 0 R")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_ENTRY_LENGTH = 20
_STREAM_END = b"endstream\nendobj\n"


@dataclass(frozen=True, slots=True)
class PdfParts:
    """A file in parts: what precedes the objects, and the bytes of each object by number.

    ``root``, ``info`` and ``tree`` are the numbers of the catalogue, of the title and of the
    page tree; ``pages`` those of the pages, in reading order.
    """

    head: bytes
    objects: dict[int, bytes]
    root: int
    info: int
    tree: int
    pages: list[int]

    def content_of(self, page: int) -> int:
        """Return the number of the content of a page."""
        return number_in(_CONTENT, self.objects[page])


def taken_apart(file: bytes) -> PdfParts:
    """Return the parts of a file with one classic table.

    Raises:
        ValueError: ReportLab did not write it.
    """
    objects = _objects(file)
    trailer = file[file.rindex(b"trailer") :]
    root = number_in(_ROOT, trailer)
    tree = number_in(_TREE, objects[root])
    kids = _KIDS.search(objects[tree])
    pages = [int(kid) for kid in _REFERENCE.findall(kids[1])] if kids else []
    if not pages or not all(_PAGE.search(objects[page]) for page in pages):
        raise ValueError("not a file that ReportLab wrote")
    head = file[: file.index(b"1 0 obj")]
    return PdfParts(head, objects, root, number_in(_INFO, trailer), tree, pages)


def number_in(pattern: re.Pattern[bytes], text: bytes) -> int:
    """Return the number that a pattern finds.

    Raises:
        ValueError: it finds none: ReportLab did not write it.
    """
    found = pattern.search(text)
    if found is None:
        raise ValueError("not a file that ReportLab wrote")
    return int(found[1])


def stream(content: str) -> bytes:
    """Return operators as a stream, made small."""
    deflated = zlib.compress(content.encode("latin-1"))
    head = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(deflated)
    return head + deflated + b"\nendstream"


def numbered(number: int, content: bytes) -> bytes:
    """Return an object under its number."""
    return b"%d 0 obj\n%b\nendobj\n" % (number, content)


def ending(offsets: Mapping[int, int], at: int, root: int, info: int, digest: bytes) -> bytes:
    """Return the table of where each object stands, and the trailer; the table is at ``at``."""
    size = max(offsets) + 1
    table = b"".join(
        b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 65535 f \n"
        for number in range(size)
    )
    return (
        b"xref\n0 %d\n%btrailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b> <%b>] >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, root, info, digest, digest, at)
    )


def _objects(file: bytes) -> dict[int, bytes]:
    """Return the bytes of each numbered object, in file order."""
    table_at = number_in(_START, file[-200:])
    head = _TABLE.match(file, table_at)
    if head is None:
        raise ValueError("no classic cross-reference table")
    offsets = {}
    for number in range(1, int(head[1])):
        entry = head.end() + number * _ENTRY_LENGTH
        offsets[int(file[entry : entry + 10])] = number
    starts = [*sorted(offsets), table_at]
    return {
        offsets[start]: _closed(file[start:end]) for start, end in itertools.pairwise(starts)
    }


def _closed(body: bytes) -> bytes:
    """Return an object whose stream ends on a line of its own, as archives ask."""
    content = body.removesuffix(_STREAM_END)
    return body if len(content) == len(body) else content + b"\n" + _STREAM_END
