"""Make many PDFs that differ by a few lines only.

ReportLab draws a model once. Its fonts, images and forms are kept as the bytes they are; each
document then adds its own page contents and title, and the table of where everything stands.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from coopdesk.documents.pdf_archive import CREATOR, PRODUCER, archived, description
from coopdesk.documents.pdf_objects import ending, numbered, stream, taken_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.pdf_archive import PdfTitle


class PdfStamp:
    """A model whose page contents and title are written anew for each document.

    ``model`` is a file written by ReportLab: numbered objects and one classic table. ``base``
    is what its documents start with: fonts, images, forms and colours, byte for byte the same
    in all.
    """

    def __init__(self, model: bytes) -> None:
        parts, self._description = archived(taken_apart(model))
        self._root, self._info = parts.root, parts.info
        self._contents = [parts.content_of(page) for page in parts.pages]
        kept = bytearray(parts.head)
        self._offsets = {}
        for number, body in parts.objects.items():
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
        written = dict(zip(self._contents, map(stream, contents), strict=True))
        written[self._info] = _information(title)
        written[self._description] = description(title)
        for number, content in written.items():
            offsets[number] = len(self.base) + len(body)
            body += numbered(number, content)
        hashed = self._digest.copy()
        hashed.update(body)
        digest = hashed.hexdigest()[:32].encode()
        at = len(self.base) + len(body)
        return bytes(body) + ending(offsets, at, self._root, self._info, digest)


def _information(title: PdfTitle) -> bytes:
    entries = {
        b"Title": title.title,
        b"Author": title.author,
        b"Subject": title.subject,
        b"Creator": CREATOR,
        b"Producer": PRODUCER,
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
