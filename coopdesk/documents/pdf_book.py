"""Make one PDF of many pages that share forms, without keeping the pages as objects.

ReportLab draws fonts, images and forms, and no page. A page is its operators, made small at
once: ten thousand pages then take little more memory than the file.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import re
from collections import deque
from mmap import mmap
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.pdf_archive import archived, description
from coopdesk.documents.pdf_objects import ending, numbered, stream, taken_apart

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reportlab.pdfgen.canvas import Canvas

    from coopdesk.documents.pdf_archive import PdfTitle
    from coopdesk.documents.pdf_objects import PdfParts

_FONTS = re.compile(rb"/Font (\d+) 0 R")
_FORMS = re.compile(rb"/(\S+) (\d+) 0 R")
_BOX = re.compile(rb"/MediaBox (\[[^\]]*\])")


def form_operator(name: str) -> str:
    """Return the operator that draws a form, as ReportLab names it."""
    return f"/FormXob.{name} Do"


# Contents are kept in pieces of this size, outside of Python's own memory: each goes back to
# the system once it was written into the file.
_PIECE = 1_000_000


class _Page(NamedTuple):
    """A page: how long its content is, and the names of the forms that it uses."""

    length: int
    forms: tuple[str, ...]


class _Contents:
    """The contents of pages, one after the other; those taken are forgotten."""

    def __init__(self) -> None:
        self._pieces: deque[mmap] = deque()
        self._taken = 0

    def put(self, content: bytes) -> int:
        """Keep what comes last; return how long it is."""
        last = self._pieces[-1] if self._pieces else None
        if last is None or len(last) - last.tell() < len(content):
            last = mmap(-1, max(_PIECE, len(content)))
            self._pieces.append(last)
        last.write(content)
        return len(content)

    def take(self, length: int) -> bytes:
        """Return what comes first."""
        first = self._pieces[0]
        if self._taken == first.tell():
            self._pieces.popleft().close()
            first, self._taken = self._pieces[0], 0
        start = self._taken
        self._taken += length
        return first[start : self._taken]


class PdfBook:
    """Collects the pages of a file; ``canvas`` draws into ``buffer``, nothing else does."""

    def __init__(self, canvas: Canvas, buffer: io.BytesIO, title: PdfTitle) -> None:
        self.canvas = canvas
        self._buffer = buffer
        self._title = title
        self._pages: deque[_Page] = deque()
        self._contents = _Contents()
        # Most pages use the forms of the page before.
        self._forms: dict[tuple[str, ...], tuple[str, ...]] = {}

    def add(self, operators: str, forms: Collection[str]) -> None:
        """Add a page of operators that use forms of the canvas."""
        used = tuple(dict.fromkeys(forms))
        used = self._forms.setdefault(used, used)
        self._pages.append(_Page(self._contents.put(stream(operators)), used))

    def finished(self) -> bytes:
        """Return the file."""
        forms = {name for used in self._forms for name in used}
        # Its one page uses every form, so that ReportLab writes them all: it is left out then.
        for name in sorted(forms):
            self.canvas.doForm(name)
        self.canvas.showPage()
        self.canvas.save()
        parts, number = archived(taken_apart(self._buffer.getvalue()))
        parts.objects[number] = numbered(number, description(self._title))
        return self._written(parts)

    def _written(self, parts: PdfParts) -> bytes:
        last = parts.pages[-1]
        left_out = {last, parts.content_of(last), parts.tree}
        kept = (entry for entry in parts.objects.items() if entry[0] not in left_out)
        file, hashed, offsets = io.BytesIO(), hashlib.sha256(parts.head), {}
        file.write(parts.head)
        for number, content in itertools.chain(kept, self._added(parts)):
            offsets[number] = file.tell()
            file.write(content)
            hashed.update(content)
        digest = hashed.hexdigest()[:32].encode()
        file.write(ending(offsets, file.tell(), parts.root, parts.info, digest))
        return file.getvalue()

    def _added(self, parts: PdfParts) -> Iterator[tuple[int, bytes]]:
        """Yield the pages of operators, which are forgotten then, and the tree of all pages."""
        model = parts.objects[parts.pages[-1]]
        # The model says what its forms are after this word; nothing else in it has a name.
        found = _FORMS.findall(model, model.find(b"/XObject")) if b"/XObject" in model else []
        forms = {name.decode(): b"/%b %b 0 R" % (name, number) for name, number in found}
        box, fonts = _BOX.findall(model)[0], _FONTS.findall(model)[0]
        number, kids = max(parts.objects), []
        while self._pages:
            page = self._pages.popleft()
            yield number + 1, numbered(number + 1, self._contents.take(page.length))
            used = b" ".join(forms[f"FormXob.{name}"] for name in page.forms)
            entries = (
                b"<< /Type /Page /Parent %d 0 R /MediaBox %b /Contents %d 0 R /Resources "
                b"<< /Font %b 0 R /ProcSet [ /PDF /Text /ImageB /ImageC /ImageI ] "
                b"/XObject << %b >> >> >>" % (parts.tree, box, number + 1, fonts, used)
            )
            yield number + 2, numbered(number + 2, entries)
            number += 2
            kids.append(number)
        listed = b" ".join(b"%d 0 R" % kid for kid in kids)
        tree = b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (len(kids), listed)
        yield parts.tree, numbered(parts.tree, tree)
