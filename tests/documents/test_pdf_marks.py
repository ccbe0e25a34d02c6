"""Marks on issued papers: seen on every page, behind the bytes that were issued."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coopdesk.documents.pdf_marks import MarkKind, PaperMark, mark_after, marked

if TYPE_CHECKING:
    from coopdesk.documents.receipt_pdf import ReceiptPrinter
    from tests.documents.conftest import SnapshotMaker

DAY = dt.date(2026, 11, 22)
DUPLICATE = PaperMark(MarkKind.DUPLICATE, DAY)
VOIDED = PaperMark(MarkKind.VOIDED, DAY, "remplacé par le reçu n° 2026-0043")


@pytest.fixture(scope="module")
def papers(printer: ReceiptPrinter, snapshot: SnapshotMaker, gifts) -> dict[str, bytes]:
    return {
        "stamped": printer.draw(snapshot()).whole,
        "drawn whole": printer.draw(snapshot(donor_last_name="Łódź")).whole,
        "several pages": printer.draw(snapshot(gifts=gifts(90))).whole,
    }


@pytest.mark.parametrize("kind", ["stamped", "drawn whole", "several pages"])
@pytest.mark.parametrize("mark", [DUPLICATE, VOIDED], ids=["duplicate", "voided"])
def test_a_mark_stands_on_every_page_and_nothing_else_is_lost(papers, kind, mark):
    content = marked(papers[kind], mark)

    assert content.startswith(papers[kind])
    plain = [page.extract_text() for page in PdfReader(io.BytesIO(papers[kind])).pages]
    pages = PdfReader(io.BytesIO(content), strict=True).pages
    assert len(pages) == len(plain)
    for page, before in zip(pages, plain, strict=True):
        text = page.extract_text()
        assert text.startswith(before.rstrip())
        assert text.count(mark.word) == 2
        assert mark.line in text


def test_the_same_mark_is_the_same_bytes_and_says_what_it_is(papers):
    content = marked(papers["stamped"], VOIDED)

    assert content == marked(papers["stamped"], VOIDED)
    assert mark_after(content, len(papers["stamped"])) == VOIDED
    assert mark_after(papers["stamped"], len(papers["stamped"])) is None
    assert mark_after(content, 10) is None


def test_a_file_that_is_not_ours_gets_no_mark():
    for content in (b"", b"%PDF-1.4\nstartxref\n9\n%%EOF\n", b"startxref\n5\n%%EOF"):
        with pytest.raises(ValueError, match="no"):
            marked(content, DUPLICATE)
