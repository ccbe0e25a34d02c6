"""Draw laid out receipts the plain way: an ordinary ReportLab canvas, nothing remembered.

Each text is a ``drawString``, each dark run of a QR code a ``rect``; fonts are embedded and
images decoded anew for each file; places are those of our papers, to a hundredth of a point.
Tests hold the stamped papers against it, and the benchmark their speed.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from coopdesk.documents.fonts import REGULAR
from coopdesk.documents.qr_code import qr_modules
from coopdesk.documents.typesetting import PAGE_HEIGHT, PAGE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.documents.receipt_layout import LaidOut
    from coopdesk.documents.typesetting import Block, Code

CODE_LEVEL = "M"


class PlainReceipts:
    """Draws receipts into one file; ``images`` are their logos and signatures by SHA-256."""

    def __init__(self, images: Mapping[str, bytes]) -> None:
        self._stream = io.BytesIO()
        self._canvas = Canvas(
            self._stream,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs want a number
        )
        self._readers = {name: ImageReader(io.BytesIO(image)) for name, image in images.items()}

    def draw(self, receipts: Iterable[LaidOut]) -> bytes:
        """Return the PDF of receipts."""
        for receipt in receipts:
            for page in receipt.pages:
                for piece in page:
                    shared = isinstance(piece, int)
                    self._block(receipt.frame.shared[piece] if shared else piece)
                self._canvas.showPage()
        self._canvas.save()
        return self._stream.getvalue()

    def _block(self, block: Block) -> None:
        canvas = self._canvas
        for picture in block.pictures:
            canvas.drawImage(
                self._readers[picture.sha256],
                picture.x,
                picture.y,
                picture.width,
                picture.height,
                mask="auto",
                preserveAspectRatio=True,
                anchor=picture.anchor,
            )
        for band in block.bands:
            canvas.setFillColorRGB(*band.colour)
            box = (round(side, 2) for side in band[:4])
            canvas.roundRect(*box, band.radius, stroke=0, fill=1)
        for x, y, style, text in block.marks:
            canvas.setFont(style.font, style.size)
            canvas.setFillColorRGB(*style.colour)
            canvas.drawString(round(x, 2), round(y, 2), text)
        for code in block.codes:
            self._code(code)

    def _code(self, code: Code) -> None:
        rows = qr_modules(code.text, CODE_LEVEL)
        size = code.side / len(rows)
        self._canvas.setFillColorRGB(0, 0, 0)
        for number, row in enumerate(rows):
            y = code.y + code.side - (number + 1) * size
            start = 0
            while start < len(row):
                end = start
                while end < len(row) and row[end]:
                    end += 1
                if end > start:
                    box = (code.x + start * size, y, (end - start) * size, size)
                    self._canvas.rect(*box, stroke=0, fill=1)
                start = max(end, start + 1)
