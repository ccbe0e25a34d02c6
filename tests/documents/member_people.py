"""An invented association, its members, and papers read back by another library."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from typing import NamedTuple

import pypdfium2
from PIL import Image

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.association import Association, StoredImage
from coopdesk.domain.members import Period

DAY = dt.date(2026, 11, 22)
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
MILLIMETRE = 72 / 25.4
LONG_NAME = "Marie-Œdipe de La Tour d’Auvergne-Lauraguais-Schönenberger"


def image(colour: str, size: tuple[int, int] = (120, 60), kind: str = "PNG") -> StoredImage:
    """Return a plain image as the database keeps it."""
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, kind)
    content = stream.getvalue()
    return StoredImage(f"{colour}.{kind.lower()}", content, hashlib.sha256(content).hexdigest())


HOUSE = Association(
    name="La Coop des Rives",
    rna="W442000001",
    address=PostalAddress("3 quai de la Fosse", "", "44000", "Nantes", "FR"),
    email="bonjour@example.org",
    phone="02 40 00 00 00",
    signatory_name="Camille Aubry",
    signatory_role="Trésorière",
    logo=image("navy"),
    signature=image("black"),
)


class Letter(NamedTuple):
    """One character on a page, its box in points from the bottom left corner."""

    char: str
    left: float
    bottom: float
    right: float
    top: float


def pages_of(content: bytes) -> list[str]:
    """Return the text of each page, every kind of space made plain."""
    with pypdfium2.PdfDocument(content) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    # A hyphen at the end of a line is read as a mark of its own.
    return [" ".join(text.replace("\ufffe", "-").split()) for text in texts]


def letters_of(content: bytes, page: int = 0) -> list[Letter]:
    """Return every visible character of a page with its box."""
    with pypdfium2.PdfDocument(content) as document:
        text = document[page].get_textpage()
        count = text.count_chars()
        found = [
            Letter(text.get_text_range(place, 1), *text.get_charbox(place))
            for place in range(count)
        ]
    return [letter for letter in found if letter.char.strip()]


def sizes_of(content: bytes) -> set[float]:
    """Return the sizes of print of a document, in points."""
    from pypdf import PdfReader

    sizes: set[float] = set()

    def visit(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if text.strip():
            sizes.add(size)

    for page in PdfReader(io.BytesIO(content)).pages:
        page.extract_text(visitor_text=visit)
    return sizes


def picture_of(content: bytes, page: int = 0, scale: float = 4.0) -> Image.Image:
    """Render a page in grey."""
    with pypdfium2.PdfDocument(content) as document:
        shown: Image.Image = document[page].render(scale=scale, grayscale=True).to_pil()
    return shown
