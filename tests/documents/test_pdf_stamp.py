"""Documents stamped from a model."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from coopdesk.documents.fonts import REGULAR, font_named
from coopdesk.documents.pdf_stamp import PdfStamp, PdfTitle

TITLE = PdfTitle("Reçu n° 1", "Les Amis", "11580*05", "D:20270112")


@pytest.fixture
def model() -> bytes:
    font_named(REGULAR)
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True, initialFontName=REGULAR)
    canvas.beginForm("letterhead")
    canvas.drawString(72, 700, "Les Amis")
    canvas.endForm()
    canvas.doForm("letterhead")
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content), strict=True)


def test_a_stamped_document_shows_its_own_page_and_title(model: bytes) -> None:
    stamp = PdfStamp(model)
    reader = _read(stamp.stamped("/FormXob.letterhead Do", TITLE))
    assert "Les Amis" in reader.pages[0].extract_text()
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Reçu n° 1", "Les Amis")
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.year == 2027
    assert _read(stamp.stamped("", TITLE)).pages[0].extract_text() == ""


def test_every_object_of_a_stamped_document_can_be_reached(model: bytes) -> None:
    content = PdfStamp(model).stamped("/FormXob.letterhead Do", TITLE)
    size = int(_read(content).trailer["/Size"])
    for number in range(1, size):
        found = _read(content).get_object(number)
        assert found is not None


@pytest.mark.parametrize("text", ["x) /JS (app.alert(1)", "\\", "<<>>", "中文", "(" * 50])
def test_a_title_can_hold_anything(model: bytes, text: str) -> None:
    reader = _read(PdfStamp(model).stamped("", TITLE._replace(title=text, author=text)))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (text, text)


def test_the_same_content_gives_the_same_bytes(model: bytes) -> None:
    stamp = PdfStamp(model)
    assert stamp.stamped("q Q", TITLE) == PdfStamp(model).stamped("q Q", TITLE)
    assert stamp.stamped("q Q", TITLE) != stamp.stamped("q  Q", TITLE)


def test_a_file_of_another_make_is_refused(model: bytes) -> None:
    with pytest.raises(ValueError, match="ReportLab"):
        PdfStamp(model.replace(b"/Contents", b"/Contentz"))
    with pytest.raises(ValueError, match="table"):
        PdfStamp(model.replace(b"xref\n0", b"xrefs\n"))
