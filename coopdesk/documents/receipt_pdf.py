"""Print tax receipts: one PDF each, or all of them in one file."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from coopdesk.documents.fonts import REGULAR, font_named
from coopdesk.documents.images import readable_image
from coopdesk.documents.pdf_archive import CREATOR, PRODUCER, PdfTitle
from coopdesk.documents.pdf_book import PdfBook, form_operator
from coopdesk.documents.pdf_stamp import PdfStamp
from coopdesk.documents.pen import Pen
from coopdesk.documents.qr_code import qr_operators
from coopdesk.documents.receipt_layout import LaidOut, ReceiptLayout
from coopdesk.documents.receipt_texts import load_form
from coopdesk.documents.shapes import band_operators
from coopdesk.documents.typesetting import PAGE_HEIGHT, PAGE_WIDTH, Block
from coopdesk.documents.watermarks import draw_watermark
from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reportlab.lib.utils import ImageReader

    from coopdesk.documents.receipt_frame import FrameKey
    from coopdesk.documents.typesetting import Picture
    from coopdesk.domain.receipts import ReceiptSnapshot

# ReportLab would write every stream as text, a quarter larger.
rl_config.useA85 = 0

# What nearly every receipt is written with: a stamp embeds these characters and those of its
# frame. A receipt with another one is drawn whole.
_USUAL = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0x100)])) + "ŒœŸ€–—’“”…\u202f☐☒"

# Where the number stands on a receipt that has none yet.
DRAFT_NUMBER = "…………"

# The level of the code at the foot: small, and it stands on clean paper.
_CODE_LEVEL = "M"


class DrawnPaper(NamedTuple):
    """A receipt in two parts: what many of a run share, and what is its own.

    ``base`` is empty where the receipt shares nothing; the PDF is ``whole``.
    """

    base: bytes
    tail: bytes

    @property
    def whole(self) -> bytes:
        """The file: both parts, one after the other."""
        return self.base + self.tail


@dataclass(frozen=True, slots=True)
class _Model:
    """A stamp for one frame, with the pen that writes characters as the stamp encodes them."""

    stamp: PdfStamp
    pen: Pen
    characters: frozenset[str]

    def printed(self, receipt: LaidOut) -> DrawnPaper:
        contents = [
            "\n".join(
                form_operator(_form(piece))
                if isinstance(piece, int)
                else _operators(self.pen, piece)
                for piece in page
            )
            for page in receipt.pages
        ]
        return DrawnPaper(self.stamp.base, self.stamp.tail(contents, receipt.title))


class ReceiptPrinter:
    """Prints receipts of one run; what they share is drawn once.

    ``images`` holds the logos and signatures by the SHA-256 that snapshots name.
    """

    def __init__(self, images: Mapping[str, bytes]) -> None:
        self._images = images
        self._layout = ReceiptLayout()
        self._readers: dict[str, ImageReader] = {}
        self._models: dict[tuple[FrameKey, tuple[tuple[int, ...], ...]], _Model] = {}

    def draw(self, snapshot: ReceiptSnapshot, digest: str = "") -> DrawnPaper:
        """Return a receipt as a PDF; the same snapshot and images always give the same bytes.

        ``digest`` is the commitment to the snapshot in hexadecimal: its first 32 figures are
        printed, as text and in a QR code. Without one, neither is.

        Raises:
            RuleError: ``receipt.unprintable_character``, ``receipt.category_not_on_form``,
                ``receipt.sum_differs`` or ``image.unreadable``.
        """
        receipt = self.laid_out(snapshot, digest)
        model = self._model(receipt)
        if model.characters.issuperset(receipt.text):
            return model.printed(receipt)
        book = _Book(self, receipt.title)
        book.add(receipt)
        return DrawnPaper(b"", book.finished())

    def draft(
        self,
        *snapshots: ReceiptSnapshot,
        advance: Callable[[int, int], None] = lambda _done, _all: None,
    ) -> bytes:
        """Return one PDF with receipts that are not issued: no number, a watermark.

        Raises:
            RuleError: as ``merged``.
        """
        drafts = [
            replace(snapshot, written_number=DRAFT_NUMBER, previous_hash="")
            for snapshot in snapshots
        ]
        words = load_form(drafts[0].form).labels["draft"] if drafts else ""
        return self.merged(drafts, advance, marks=[words] * len(drafts))

    def merged(
        self,
        snapshots: Sequence[ReceiptSnapshot],
        advance: Callable[[int, int], None],
        digests: Sequence[str] = (),
        marks: Sequence[str] = (),
        before: Callable[[PdfBook, int], None] | None = None,
    ) -> bytes:
        """Return one PDF with every receipt in order.

        ``advance`` is told how many are done, of how many; what it raises stops the work.
        ``digests`` and ``marks`` are one for each receipt, or none at all: what ``draw`` prints
        at its foot, and « DUPLICATA » or « ANNULÉ » across its pages. ``before`` adds whole
        pages that precede the receipt of an index.

        Raises:
            RuleError: as ``draw``; or ``receipt.nothing_to_print``.
        """
        if not snapshots:
            raise RuleError("receipt.nothing_to_print")
        book = _Book(self, self._run_title(snapshots[0]))
        each = zip(snapshots, digests or repeat(""), marks or repeat(""), strict=False)
        for done, (snapshot, digest, mark) in enumerate(each):
            if before is not None:
                before(book.pages, done)
            book.add(self.laid_out(snapshot, digest), mark)
            advance(done + 1, len(snapshots))
        return book.finished()

    def laid_out(self, snapshot: ReceiptSnapshot, digest: str = "") -> LaidOut:
        """Place everything on the pages, at the largest scale that fits.

        Raises:
            RuleError: as ``draw``.
        """
        return self._layout.laid_out(snapshot, digest)

    def draw_shared(self, canvas: Canvas, pen: Pen, block: Block) -> None:
        """Draw a block with its pictures where the canvas stands.

        Raises:
            RuleError: ``image.unreadable``.
        """
        for picture in block.pictures:
            canvas.drawImage(
                self._reader(picture),
                picture.x,
                picture.y,
                picture.width,
                picture.height,
                mask="auto",
                preserveAspectRatio=True,
                anchor=picture.anchor,
            )
        canvas.addLiteral(_operators(pen, block))

    def _run_title(self, first: ReceiptSnapshot) -> PdfTitle:
        title = self.laid_out(first).title
        return title._replace(title=f"Reçus fiscaux {first.year}", subject="")

    def _model(self, receipt: LaidOut) -> _Model:
        key = receipt.key, receipt.shape
        if key not in self._models:
            text = "".join(block.text for block in receipt.frame.shared)
            characters = _USUAL + "".join(sorted({*text} - {*_USUAL}))
            buffer = io.BytesIO()
            canvas = _canvas(buffer, receipt.title)
            pen = Pen(canvas)
            pen.embed(characters)
            for number in sorted({number for page in receipt.shape for number in page}):
                _record(canvas, _form(number), self, pen, receipt.frame.shared[number])
            for page in receipt.shape:
                for number in page:
                    canvas.doForm(_form(number))
                canvas.showPage()
            canvas.save()
            # A saved canvas forgets how it encoded its fonts; the pen repeats it, never saved.
            again = Pen(_canvas(io.BytesIO(), receipt.title))
            again.embed(characters)
            stamp = PdfStamp(buffer.getvalue())
            self._models[key] = _Model(stamp, again, frozenset(characters))
        return self._models[key]

    def _reader(self, picture: Picture) -> ImageReader:
        known = self._readers.get(picture.sha256)
        if known is None:
            known = readable_image(self._images[picture.sha256], picture.name)
            self._readers[picture.sha256] = known
        return known


class _Book:
    """One file in the making that many receipts go into."""

    def __init__(self, printer: ReceiptPrinter, title: PdfTitle) -> None:
        self._printer = printer
        buffer = io.BytesIO()
        self.canvas = _canvas(buffer, title)
        self.pages = PdfBook(self.canvas, buffer, title)
        self._pen = Pen(self.canvas)
        self._recorded: dict[tuple[FrameKey, int] | str, str] = {}

    def add(self, receipt: LaidOut, mark: str = "") -> None:
        """Draw the pages of a receipt."""
        for page in receipt.pages:
            names = [self._marked(mark)] if mark else []
            written = [form_operator(name) for name in names]
            for piece in page:
                if isinstance(piece, int):
                    names.append(self._shared(receipt, piece))
                    written.append(form_operator(names[-1]))
                else:
                    written.append(_operators(self._pen, piece))
            self.pages.add("\n".join(written), names)

    def finished(self) -> bytes:
        """Return the file."""
        return self.pages.finished()

    def _shared(self, receipt: LaidOut, number: int) -> str:
        """Return the name of the form of a shared block, drawn when it is first used."""
        key = receipt.key, number
        if key not in self._recorded:
            self._recorded[key] = name = _form(len(self._recorded))
            block = receipt.frame.shared[number]
            _record(self.canvas, name, self._printer, self._pen, block)
        return self._recorded[key]

    def _marked(self, mark: str) -> str:
        """Return the name of the form of a watermark, drawn when it is first used."""
        if mark not in self._recorded:
            self._recorded[mark] = name = _form(len(self._recorded))
            self.canvas.beginForm(name)
            draw_watermark(self.canvas, mark)
            self.canvas.endForm()
        return self._recorded[mark]


def _record(canvas: Canvas, name: str, printer: ReceiptPrinter, pen: Pen, block: Block) -> None:
    """Draw what receipts share as a form that pages use."""
    canvas.beginForm(name)
    printer.draw_shared(canvas, pen, block)
    canvas.endForm()


def _operators(pen: Pen, block: Block) -> str:
    """Return the operators of what is drawn: bands behind text, codes beside it."""
    codes = (
        qr_operators(code.text, code.x, code.y, code.side, _CODE_LEVEL) for code in block.codes
    )
    written = (band_operators(block.bands), pen.operators(block.marks), *codes)
    return "\n".join(filter(None, written))


def _form(number: int) -> str:
    return f"shared{number}"


def _shown(number: int) -> str:
    return form_operator(_form(number))


def _canvas(buffer: io.BytesIO, title: PdfTitle) -> Canvas:
    """Start a PDF without any font that is not embedded, with the same bytes each time."""
    font_named(REGULAR)
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=True,
        pdfVersion=(1, 7),
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs want a number
        lang="fr-FR",
    )
    canvas.setTitle(title.title)
    canvas.setAuthor(title.author)
    canvas.setSubject(title.subject)
    canvas.setCreator(CREATOR)
    canvas.setProducer(PRODUCER)
    canvas.setDateFormatter(lambda *_moment: title.made_on)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas
