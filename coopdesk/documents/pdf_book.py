"""Make one PDF of many pages that share forms, without keeping the pages as objects.

ReportLab draws fonts, images and forms. A page is its operators, made small at once: ten
thousand pages then take little more memory than the file.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import re
from collections import deque
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


class _Page(NamedTuple):
    """A page: its content as a stream, and the names of the forms that it uses."""

    content: bytes
    forms: tuple[str, ...]


class PdfBook:
    """Collects the pages of a file; ``canvas`` draws into ``buffer``, nothing else does."""

    def __init__(self, canvas: Canvas, buffer: io.BytesIO, title: PdfTitle) -> None:
        self._canvas = canvas
        self._buffer = buffer
        self._title = title
        # None is a page that was drawn on the canvas, in its turn.
        self._pages: deque[_Page | None] = deque()
        self._drawn = 0

    def add(self, operators: str, forms: Collection[str]) -> None:
        """Add a page of operators that use forms of the canvas."""
        self.take_drawn()
        self._pages.append(_Page(stream(operators), tuple(forms)))

    def take_drawn(self) -> None:
        """Give the pages that were drawn on the canvas their place, after those added."""
        drawn = self._canvas.getPageNumber() - 1
        self._pages += [None] * (drawn - self._drawn)
        self._drawn = drawn

    def finished(self) -> bytes:
        """Return the file."""
        self.take_drawn()
        forms = {name for page in self._pages if page for name in page.forms}
        # A last page uses every form, so that ReportLab writes them all: it is left out then.
        for name in sorted(forms):
            self._canvas.doForm(name)
        self._canvas.showPage()
        self._canvas.save()
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
        drawn, number, kids = iter(parts.pages), max(parts.objects), []
        while self._pages:
            page = self._pages.popleft()
            if page is None:
                kids.append(next(drawn))
                continue
            yield number + 1, numbered(number + 1, page.content)
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
