"""Draw a PDF page by page: text, bands, rules, pictures, and forms that pages share.

Text is written by the pen, character by character, so nothing in it can be obeyed. A picture
is stored once however often it is shown.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from coopdesk.documents.box_notes import note_boxes
from coopdesk.documents.fonts import (
    EMPTY_BOX,
    REGULAR,
    font_named,
    missing_glyphs,
    printable_characters,
)
from coopdesk.documents.images import readable_image
from coopdesk.documents.pdf_archive import PdfTitle
from coopdesk.documents.pdf_book import PdfBook, form_operator
from coopdesk.documents.pen import Pen
from coopdesk.documents.shapes import band_operators
from coopdesk.documents.typesetting import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    Block,
    Colour,
    Picture,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import clean_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from coopdesk.documents.typesetting import Mark
    from coopdesk.domain.association import StoredImage

# ReportLab would write every stream as text, a quarter larger.
rl_config.useA85 = 0

PORTRAIT = (PAGE_WIDTH, PAGE_HEIGHT)
LANDSCAPE = (PAGE_HEIGHT, PAGE_WIDTH)


class Rule(NamedTuple):
    """A thin straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.5
    colour: Colour = (0.78, 0.80, 0.84)


class Use(NamedTuple):
    """A shared form, moved by ``x`` and ``y``."""

    form: str
    x: float = 0.0
    y: float = 0.0


@dataclass(slots=True)
class Sheet:
    """One page, or what pages share: forms first, then bands, pictures, rules and text.

    ``operators`` are drawn as they are; they hold nothing that people typed.
    """

    block: Block = field(default_factory=Block)
    rules: list[Rule] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    operators: list[str] = field(default_factory=list)


class PaperTitle(NamedTuple):
    """What a PDF says of itself."""

    title: str
    author: str
    made_on: dt.date


class Paper:
    """One PDF in the making; the same calls always give the same bytes."""

    def __init__(
        self,
        title: PaperTitle,
        size: tuple[float, float] = PORTRAIT,
        images: Iterable[StoredImage | None] = (),
        dots: int = 900,
        book: PdfBook | None = None,
    ) -> None:
        """``images`` are those that pictures name; ``dots`` is their longest side in print.

        With a ``book`` the pages go into it, and somebody else finishes it.
        """
        self._buffer = io.BytesIO()
        self._book = book
        self._canvas = book.canvas if book else _canvas(self._buffer, title, size)
        self._pen = Pen(self._canvas)
        self._images = {image.sha256: image for image in images if image is not None}
        self._dots = dots
        self._drawn: dict[tuple[str, float, float, str], str] = {}

    def share(self, name: str, sheet: Sheet) -> str:
        """Draw what pages share as a form; return its name for ``Use``."""
        self._prepare(sheet.block.pictures)
        self._canvas.beginForm(name)
        self._draw(sheet)
        self._canvas.endForm()
        return name

    def add(self, sheet: Sheet) -> None:
        """Draw a page.

        Raises:
            RuleError: ``image.unreadable``.
        """
        self._prepare(sheet.block.pictures)
        if self._book is not None:
            pieces = list(self._pieces(sheet))
            written = (_placed(each) if isinstance(each, Use) else each for each in pieces)
            forms = [each.form for each in pieces if isinstance(each, Use)]
            self._book.add("\n".join(written), forms)
            return
        self._draw(sheet)
        self._canvas.showPage()

    def finished(self, sheets: Iterable[Sheet] = ()) -> bytes:
        """Draw the last pages and return the PDF."""
        for sheet in sheets:
            self.add(sheet)
        self._canvas.save()
        return self._buffer.getvalue()

    def bookmark(self, key: str, title: str, level: int = 0) -> None:
        """Name the page that comes next, in the bookmarks that readers show beside it.

        ``key`` is what links call it; ``level`` 1 stands under the last of level 0.
        """
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(printable(title), key, level)

    def link(self, key: str, box: tuple[float, float, float, float]) -> None:
        """Let a place of the page that comes next lead to a bookmark, also of a later page.

        ``box`` is left, bottom, right and top.
        """
        self._canvas.linkRect("", key, box, thickness=0)

    def proportion(self, image: StoredImage) -> float:
        """Return how many times wider than high an image is.

        Raises:
            RuleError: ``image.unreadable``.
        """
        width, height = readable_image(image.content, image.name, self._dots).getSize()
        return width / height

    def _draw(self, sheet: Sheet) -> None:
        canvas = self._canvas
        for piece in self._pieces(sheet):
            if isinstance(piece, Use):
                canvas.addLiteral(f"q {_moved(piece)}")
                canvas.doForm(piece.form)
                canvas.addLiteral("Q")
            else:
                canvas.addLiteral(piece)

    def _pieces(self, sheet: Sheet) -> Iterator[Use | str]:
        """Yield what a sheet shows, in order: forms, and operators that change nothing else."""
        yield from sheet.uses
        for operators in (band_operators(sheet.block.bands), *sheet.operators):
            if operators:
                yield f"q\n{operators}\nQ"
        for picture in sheet.block.pictures:
            yield Use(self._drawn[_shape(picture)], picture.x, picture.y)
        if sheet.rules:
            yield f"q\n{_rules(sheet.rules)}\nQ"
        if sheet.block.marks:
            # Without q and Q the colour of the last line would stay for what follows.
            yield f"q\n{self._pen.operators(map(_printable, sheet.block.marks))}\nQ"

    def _prepare(self, pictures: Iterable[Picture]) -> None:
        """Store each picture once, as a form that starts at 0, 0; forms cannot be nested."""
        for picture in pictures:
            if _shape(picture) in self._drawn:
                continue
            name = f"picture{len(self._drawn)}"
            content = self._images[picture.sha256].content
            reader = readable_image(content, picture.name, self._dots)
            self._canvas.beginForm(name)
            self._canvas.drawImage(
                reader,
                0,
                0,
                picture.width,
                picture.height,
                mask="auto",
                preserveAspectRatio=True,
                anchor=picture.anchor,
            )
            self._canvas.endForm()
            self._drawn[_shape(picture)] = name


def _placed(use: Use) -> str:
    return f"q {_moved(use)}\n{form_operator(use.form)}\nQ"


def _moved(use: Use) -> str:
    return f"1 0 0 1 {use.x:.2f} {use.y:.2f} cm"


def check_printable(sheet: Sheet, name: str) -> None:
    """Refuse a letter or a certificate with a character that it cannot print.

    Lists, labels and cards show a box in its place instead: one of a thousand names must not
    hold the others up.

    Raises:
        RuleError: ``paper.unprintable_character`` with the name of the person.
    """
    missing = missing_glyphs(sheet.block.text)
    if missing:
        raise RuleError("paper.unprintable_character", character=missing[0], name=name)


def printable(text: str) -> str:
    """Return text with a box for each character that no paper can print; it is noted."""
    if printable_characters().issuperset(text):
        return text
    known = printable_characters()
    cleaned = clean_text(text).replace("\n", " ")
    note_boxes(char for char in cleaned if char not in known)
    return "".join(char if char in known else EMPTY_BOX for char in cleaned)


def _printable(mark: Mark) -> Mark:
    text = printable(mark.text)
    return mark if text is mark.text else mark._replace(text=text)


def _shape(picture: Picture) -> tuple[str, float, float, str]:
    return picture.sha256, picture.width, picture.height, picture.anchor


def _rules(rules: list[Rule]) -> str:
    return "\n".join(
        f"{r.width:g} w {r.colour[0]:g} {r.colour[1]:g} {r.colour[2]:g} RG "
        f"{r.x1:.2f} {r.y1:.2f} m {r.x2:.2f} {r.y2:.2f} l S"
        for r in rules
    )


def _canvas(buffer: io.BytesIO, title: PaperTitle, size: tuple[float, float]) -> Canvas:
    """Start a PDF without any font that is not embedded."""
    font_named(REGULAR)
    canvas = Canvas(
        buffer,
        pagesize=size,
        pageCompression=1,
        invariant=True,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs want a number
        lang="fr-FR",
    )
    canvas.setTitle(title.title)
    canvas.setAuthor(title.author[:200])
    # ReportLab would say “unspecified”, in English.
    canvas.setSubject("")
    canvas.setCreator("CoopDesk")
    canvas.setProducer("ReportLab")
    canvas.setDateFormatter(lambda *_moment: f"D:{title.made_on:%Y%m%d}")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def book_paper(
    title: PaperTitle, size: tuple[float, float], images: Iterable[StoredImage | None] = ()
) -> tuple[Paper, PdfBook]:
    """Start a PDF of any number of pages; the book, not the paper, finishes it."""
    buffer = io.BytesIO()
    canvas = _canvas(buffer, title, size)
    told = PdfTitle(title.title, title.author[:200], "", f"D:{title.made_on:%Y%m%d}")
    book = PdfBook(canvas, buffer, told)
    return Paper(title, size, images, book=book), book


def quiet_rule(x1: float, x2: float, y: float) -> Rule:
    """Return a line to write on."""
    return Rule(x1, y, x2, y, 0.6, QUIET)
