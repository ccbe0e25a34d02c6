"""Writing many different characters into one document."""

from __future__ import annotations

import io

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from coopdesk.documents.fonts import REGULAR, font_named, printable_characters
from coopdesk.documents.pen import Pen
from coopdesk.documents.typesetting import Mark, bold, regular

STYLES = (regular(9, 12), bold(9, 12))


def _written(lines: list[str]) -> str:
    font_named(REGULAR)
    stream = io.BytesIO()
    canvas = Canvas(stream, initialFontName=REGULAR)  # type: ignore[arg-type]
    pen = Pen(canvas)
    marks = [
        Mark(50, 800 - 11 * number, STYLES[number % 2], line)
        for number, line in enumerate(lines)
    ]
    canvas.addLiteral(pen.operators(marks))
    canvas.showPage()
    canvas.save()
    return PdfReader(io.BytesIO(stream.getvalue())).pages[0].extract_text()


def test_a_document_may_hold_more_characters_than_one_font_part() -> None:
    letters = [char for char in sorted(printable_characters()) if char.isalpha()][:900]
    lines = ["".join(letters[start : start + 30]) for start in range(0, 900, 30)]
    assert _written(lines).split() == lines


def test_every_line_is_written_alike_the_first_time_and_later() -> None:
    font_named(REGULAR)
    canvas = Canvas(io.BytesIO(), initialFontName=REGULAR)  # type: ignore[arg-type]
    pen = Pen(canvas)
    mark = Mark(50, 800, STYLES[0], "Élodie (Lefèvre) \\ <Dupont>")
    assert pen.operators([mark]) == pen.operators([mark])
