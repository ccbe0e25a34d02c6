"""One file of many pages: in order, whole, and without what only helped to make it."""

from __future__ import annotations

import io

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from coopdesk.documents.fonts import REGULAR, font_named
from coopdesk.documents.pdf_archive import PdfTitle
from coopdesk.documents.pdf_book import PdfBook


def test_pages_come_in_the_order_of_their_making_with_the_forms_they_use() -> None:
    font_named(REGULAR)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True, initialFontName=REGULAR)
    book = PdfBook(canvas, buffer, PdfTitle("Reçus", "", "", "D:20270112"))
    for name in ("first", "second"):
        canvas.beginForm(name)
        canvas.drawString(72, 700, f"Cadre {name}")
        canvas.endForm()
    book.add("/FormXob.second Do", ["second"])
    book.add("/FormXob.first Do", ["first"])
    content = book.finished()

    reader = PdfReader(io.BytesIO(content), strict=True)
    texts = [page.extract_text().strip() for page in reader.pages]
    assert texts == ["Cadre second", "Cadre first"]
    forms = [set(page["/Resources"].get("/XObject", {})) for page in reader.pages]
    assert forms == [{"/FormXob.second"}, {"/FormXob.first"}]
    assert reader.trailer["/Root"]["/Pages"]["/Count"] == 2
