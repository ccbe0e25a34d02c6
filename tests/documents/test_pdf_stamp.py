"""Documents stamped from a model."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from coopdesk.documents.fonts import REGULAR, font_named
from coopdesk.documents.pdf_archive import PdfTitle
from coopdesk.documents.pdf_stamp import PdfStamp

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


def _stamped(model: bytes, content: str, title: PdfTitle = TITLE) -> bytes:
    stamp = PdfStamp(model)
    return stamp.base + stamp.tail([content], title)


def _read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content), strict=True)


def test_a_stamped_document_shows_its_own_page_and_title(model: bytes) -> None:
    reader = _read(_stamped(model, "/FormXob.letterhead Do"))
    assert "Les Amis" in reader.pages[0].extract_text()
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Reçu n° 1", "Les Amis")
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.year == 2027
    assert _read(_stamped(model, "")).pages[0].extract_text() == ""


def test_every_object_of_a_stamped_document_can_be_reached(model: bytes) -> None:
    content = _stamped(model, "/FormXob.letterhead Do")
    size = int(_read(content).trailer["/Size"])
    for number in range(1, size):
        found = _read(content).get_object(number)
        assert found is not None


@pytest.mark.parametrize("text", ["x) /JS (app.alert(1)", "\\", "<<>>", "中文", "(" * 50])
def test_a_title_can_hold_anything(model: bytes, text: str) -> None:
    reader = _read(_stamped(model, "", TITLE._replace(title=text, author=text)))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (text, text)


def test_the_same_content_gives_the_same_bytes(model: bytes) -> None:
    stamp = PdfStamp(model)
    assert stamp.tail(["q Q"], TITLE) == PdfStamp(model).tail(["q Q"], TITLE)
    assert stamp.tail(["q Q"], TITLE) != stamp.tail(["q  Q"], TITLE)


def test_documents_share_their_base_and_each_is_whole_with_its_tail(model: bytes) -> None:
    stamp = PdfStamp(model)
    for number in range(3):
        tail = stamp.tail(["/FormXob.letterhead Do"], TITLE._replace(title=f"n° {number}"))
        reader = _read(stamp.base + tail)
        assert reader.metadata is not None
        assert reader.metadata.title == f"n° {number}"
        assert "Les Amis" in reader.pages[0].extract_text()
        assert len(tail) < 2_000 < len(stamp.base)


def test_a_file_of_another_make_is_refused(model: bytes) -> None:
    with pytest.raises(ValueError, match="ReportLab"):
        PdfStamp(model.replace(b"/Contents", b"/Contentz"))
    with pytest.raises(ValueError, match="table"):
        PdfStamp(model.replace(b"xref\n0", b"xrefs\n"))
