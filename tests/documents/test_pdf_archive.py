"""The shape of an archive, read back from receipts point by point; no validator is at hand."""

from __future__ import annotations

import datetime as dt
import io
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest
from fontTools.ttLib import TTFont
from PIL import ImageCms
from pypdf import PdfReader

from coopdesk.documents.pdf_marks import MarkKind, PaperMark, marked
from tests.documents.receipt_cases import DIGEST, for_company

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.documents.receipt_pdf import ReceiptPrinter
    from coopdesk.domain.receipts import ReceiptSnapshot

    SnapshotMaker = Callable[..., ReceiptSnapshot]

HOSTILE = 'A < B & "C" d\'Été </dc:title> ]]> <?xpacket end="r"?>'
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PATHS = ("person", "company", "hostile", "unusual", "merged")


@pytest.fixture(scope="module", params=PATHS)
def paper(
    request: pytest.FixtureRequest, printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> bytes:
    """Draw a receipt in one of the ways that there are."""
    said = {
        "person": snapshot(),
        "company": for_company(snapshot),
        "hostile": snapshot(association_name=HOSTILE),
        "unusual": snapshot(donor_last_name="Łódź"),
        "merged": snapshot(),
    }[request.param]
    if request.param == "merged":
        return printer.merged([said, said], lambda _done, _all: None, [DIGEST, DIGEST])
    return printer.draw(said, DIGEST).whole


def _root(content: bytes) -> Any:
    return PdfReader(io.BytesIO(content), strict=True).trailer["/Root"]


def _told(content: bytes) -> dict[str, str]:
    """Return what the XML of a file says, by the name of the element."""
    stream = _root(content)["/Metadata"]
    assert (stream["/Type"], stream["/Subtype"]) == ("/Metadata", "/XML")
    assert "/Filter" not in stream
    [told] = ET.fromstring(stream.get_data()).iter(f"{RDF}Description")
    return {one.tag.rsplit("}", 1)[1]: "".join(one.itertext()).strip() for one in told}


def test_the_description_says_what_the_title_says(paper: bytes) -> None:
    told, info = _told(paper), PdfReader(io.BytesIO(paper)).metadata
    assert info is not None
    assert (told["part"], told["conformance"]) == ("3", "B")
    assert told["title"] == info.title
    assert told["creator"] == info.author
    assert told["description"] == info.subject
    assert (told["CreatorTool"], told["Producer"]) == (info.creator, info.producer)
    assert info.creation_date is not None
    assert info.modification_date == info.creation_date
    day = info.creation_date.date()
    assert dt.date.fromisoformat(told["CreateDate"]) == day
    assert dt.date.fromisoformat(told["ModifyDate"]) == day


def test_a_hostile_name_stays_text(printer: ReceiptPrinter, snapshot: SnapshotMaker) -> None:
    content = printer.draw(snapshot(association_name=HOSTILE), DIGEST).whole
    assert _told(content)["creator"] == HOSTILE
    assert _told(content)["part"] == "3"


def test_colours_are_those_of_one_embedded_profile(paper: bytes) -> None:
    [intent] = _root(paper)["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/OutputConditionIdentifier"] == "sRGB IEC61966-2.1"
    stream = intent["/DestOutputProfile"]
    assert stream["/N"] == 3
    profile = ImageCms.ImageCmsProfile(io.BytesIO(stream.get_data())).profile
    assert profile.xcolor_space.strip() == "RGB"
    assert profile.version == pytest.approx(4.2)
    assert b"/DeviceCMYK" not in paper


def test_every_font_is_in_the_file_with_its_own_widths(paper: bytes) -> None:
    fonts = [
        value
        for value in _objects(paper)
        if isinstance(value, dict) and value.get("/Type") == "/Font"
    ]
    assert fonts
    for font in fonts:
        program = TTFont(io.BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data()))
        [table] = program["cmap"].tables
        scale = 1_000 / program["head"].unitsPerEm
        for code, glyph in table.cmap.items():
            width = float(font["/Widths"][code - font["/FirstChar"]])
            assert abs(program["hmtx"][glyph][0] * scale - width) <= 1, (code, glyph)
    assert b"Helvetica" not in paper


def test_the_file_is_built_as_archives_ask(paper: bytes) -> None:
    head, comment = paper.split(b"\n", 2)[:2]
    assert head == b"%PDF-1.7"
    assert comment[:1] == b"%"
    assert all(byte > 127 for byte in comment[1:5])
    trailer = PdfReader(io.BytesIO(paper)).trailer
    assert len(trailer["/ID"]) == 2
    assert "/Encrypt" not in trailer
    assert paper.count(b"%%EOF") == 1
    assert paper.endswith(b"%%EOF\n")
    for value in _objects(paper):
        assert not (isinstance(value, dict) and {"/JS", "/AA", "/EF"} & set(value))
    # Where each stream ends: its length is true, and the word after it has its own line.
    ends = [found.start() for found in re.finditer(rb"endstream\nendobj", paper)]
    starts = [found.end() for found in re.finditer(rb">>\nstream\n", paper)]
    lengths = [int(re.findall(rb"/Length (\d+)", paper[:start])[-1]) for start in starts]
    for start, length, end in zip(starts, lengths, ends, strict=True):
        assert start + length + 1 == end
        assert paper[end - 1 : end] == b"\n"


def test_colours_are_shared_and_the_description_is_short(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    drawn = printer.draw(snapshot(), DIGEST)
    assert b"/DestOutputProfile" in drawn.base
    assert b"<pdfaid:part>" not in drawn.base
    assert drawn.tail.count(b"<pdfaid:part>") == 1
    assert len(_root(drawn.whole)["/Metadata"].get_data()) < 1_500


def test_a_marked_paper_no_longer_says_that_it_has_the_shape(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    content = printer.draw(snapshot(), DIGEST).whole
    copy = marked(content, PaperMark(MarkKind.DUPLICATE, dt.date(2027, 2, 1)))
    assert copy.startswith(content)
    assert "/Metadata" not in _root(copy)
    assert _root(copy)["/Lang"] == "fr-FR"
    assert "DUPLICATA" in PdfReader(io.BytesIO(copy)).pages[0].extract_text()


def _objects(content: bytes) -> list[Any]:
    """Return every object in the table of a file."""
    reader = PdfReader(io.BytesIO(content))
    table = reader.xref[0]
    return [reader.get_object(number) for number in table if table[number]]
