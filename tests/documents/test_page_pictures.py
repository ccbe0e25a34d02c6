"""Pictures of the pages of attached PDFs: sizes, limits, and files that mean harm."""

from __future__ import annotations

import io
import time

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from coopdesk.documents.page_pictures import page_picture
from coopdesk.domain.errors import RuleError
from coopdesk.domain.page_pictures import (
    MOST_CHARACTERS,
    MOST_DOTS,
    ShownAs,
    plain_text,
    shown_as,
    view_of,
)

A4 = (595, 842)


def pdf(pages: int = 1, size: tuple[float, float] = A4, circles: int = 0) -> bytes:
    """Return a PDF with a black upper half on each page."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    for _page in range(pages):
        canvas.rect(0, size[1] / 2, size[0], size[1] / 2, stroke=0, fill=1)
        for number in range(circles):
            canvas.circle(300, 400, 200 + number % 100, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_page_is_drawn_as_wide_as_asked_from_its_top():
    picture = page_picture(pdf(3), "facture.pdf", 1, 200)
    assert (picture.width, picture.page, picture.pages) == (200, 1, 3)
    assert len(picture.dots) == 4 * picture.width * picture.height
    assert (picture.dots[:3], picture.dots[-4:-1]) == (b"\0\0\0", b"\xff\xff\xff")


@pytest.mark.parametrize(("asked", "shown"), [(-1, 0), (9, 2)])
def test_page_that_is_not_there_is_the_nearest(asked, shown):
    assert page_picture(pdf(3), "facture.pdf", asked, 50).page == shown


@pytest.mark.parametrize("size", [(14_400, 14_400), (1, 14_400), (14_400, 1)])
def test_absurd_size_does_not_ask_for_absurd_memory(size):
    picture = page_picture(pdf(size=size), "plan.pdf", 0, 60_000)
    assert picture.width * picture.height <= MOST_DOTS


def test_damaged_and_protected_files_are_refused_in_words():
    with pytest.raises(RuleError, match="damaged"):
        page_picture(b"%PDF-1.7\nnothing", "facture.pdf", 0, 100)
    writer, stream = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf()))), io.BytesIO()
    writer.encrypt("secret")
    writer.write(stream)
    with pytest.raises(RuleError, match="protected"):
        page_picture(stream.getvalue(), "facture.pdf", 0, 100)


def test_page_that_takes_too_long_is_given_up():
    begun = time.monotonic()
    with pytest.raises(RuleError, match="slow"):
        page_picture(pdf(circles=5_000), "plan.pdf", 0, 900, seconds=0.01)
    assert time.monotonic() - begun < 5


def test_content_says_what_a_file_is_shown_as():
    assert shown_as(pdf()) is ShownAs.PAGES
    assert shown_as(b"\xff\xd8\xff\xe0...") is ShownAs.PICTURE
    assert shown_as("Reçu 12 €".encode("cp1252")) is ShownAs.TEXT
    assert shown_as(b"PK\x03\x04\x00\x00") is ShownAs.NOTHING
    assert plain_text("\ufeffpayé".encode()) == "payé"


def test_long_text_is_cut_between_two_letters():
    view = view_of("journal.txt", ("é" * 3 * MOST_CHARACTERS).encode())
    assert view.is_cut
    assert view.text == "é" * MOST_CHARACTERS
