"""Print tax receipts: one PDF each, or all of them in one file."""

from __future__ import annotations

import io
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from coopdesk.documents.fonts import REGULAR, font_named, missing_glyphs
from coopdesk.documents.images import readable_image
from coopdesk.documents.pdf_stamp import PdfStamp, PdfTitle
from coopdesk.documents.pen import Pen
from coopdesk.documents.receipt_entries import Entries
from coopdesk.documents.receipt_frame import (
    FEWEST_ROWS,
    Frame,
    FrameKey,
    blank_of,
    build_frame,
    mode_boxes_of,
)
from coopdesk.documents.receipt_styles import CUTTING, SCALES, styles_at
from coopdesk.documents.receipt_texts import load_form
from coopdesk.documents.typesetting import BAND, PAGE_HEIGHT, PAGE_WIDTH, Block
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reportlab.lib.utils import ImageReader

    from coopdesk.documents.typesetting import Picture
    from coopdesk.domain.receipts import ReceiptSnapshot

# ReportLab would write every stream as text, a quarter larger.
rl_config.useA85 = 0

# What nearly every receipt is written with: a stamp embeds these characters and those of its
# frame. A receipt with another one is drawn whole.
_USUAL = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0x100)])) + "ŒœŸ€–—’“”…\u202f☐☒"
_BEFORE, _AFTER = "before", "after"

# Where the number stands on a receipt that has none yet.
DRAFT_NUMBER = "…………"


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


class LaidOut(NamedTuple):
    """A receipt ready to be drawn: what it shares, its own first page, its annex."""

    key: FrameKey
    frame: Frame
    page: Block
    annex: list[Block]
    title: PdfTitle


@dataclass(frozen=True, slots=True)
class _Model:
    """A stamp for one frame, with the pen that writes characters as the stamp encodes them."""

    stamp: PdfStamp
    pen: Pen
    characters: frozenset[str]

    def printed(self, receipt: LaidOut) -> DrawnPaper:
        written = self.pen.operators(receipt.page.marks)
        content = f"{_use(_BEFORE)}\n{written}\n{_use(_AFTER)}"
        return DrawnPaper(self.stamp.base, self.stamp.tail(content, receipt.title))


class ReceiptPrinter:
    """Prints receipts of one run; what they share is drawn once.

    ``images`` holds the logos and signatures by the SHA-256 that snapshots name.
    """

    def __init__(self, images: Mapping[str, bytes]) -> None:
        self._images = images
        self._readers: dict[str, ImageReader] = {}
        self._frames: dict[FrameKey, Frame] = {}
        self._models: dict[FrameKey, _Model] = {}
        self._first_scales: dict[tuple[ReceiptSnapshot, frozenset[str]], int] = {}

    def draw(self, snapshot: ReceiptSnapshot, digest: str = "") -> DrawnPaper:
        """Return a receipt as a PDF; the same snapshot and images always give the same bytes.

        ``digest`` is the commitment to the snapshot in hexadecimal: its first 32 figures are
        printed, as text and in a QR code. Without one, neither is.

        Raises:
            RuleError: ``receipt.unprintable_character``, ``receipt.unknown_category`` or
                ``image.unreadable``.
        """
        receipt = self.laid_out(snapshot)
        if not receipt.annex:
            model = self._model(receipt)
            if model.characters.issuperset(receipt.page.text):
                return model.printed(receipt)
        buffer = io.BytesIO()
        canvas = _canvas(buffer, receipt.title)
        pen = Pen(canvas)
        self._record(canvas, pen, receipt.frame)
        self._show(canvas, pen, receipt)
        canvas.save()
        return DrawnPaper(b"", buffer.getvalue())

    def draft(self, snapshot: ReceiptSnapshot) -> bytes:
        """Return a receipt that is not issued: without number, with a watermark.

        Raises:
            RuleError: as ``draw``.
        """
        return self.draw(replace(snapshot, written_number=DRAFT_NUMBER)).whole

    def merged(
        self,
        snapshots: Sequence[ReceiptSnapshot],
        advance: Callable[[int, int], None],
        digests: Sequence[str] = (),
        marks: Sequence[str] = (),
        before: Callable[[Canvas, int], None] | None = None,
    ) -> bytes:
        """Return one PDF with every receipt in order.

        ``advance`` is told how many are done, of how many; what it raises stops the work.
        ``digests`` and ``marks`` are one for each receipt, or none at all: what ``draw`` prints
        at its foot, and « DUPLICATA » or « ANNULÉ » across it. ``before`` draws whole pages
        that precede the receipt of an index.

        Raises:
            RuleError: as ``draw``; or ``receipt.nothing_to_print``.
        """
        if not snapshots:
            raise RuleError("receipt.nothing_to_print")
        buffer = io.BytesIO()
        first = self.laid_out(snapshots[0])
        year = f"{snapshots[0].year}"
        title = first.title._replace(title=f"Reçus fiscaux {year}", subject="")
        canvas = _canvas(buffer, title)
        pen = Pen(canvas)
        recorded: dict[FrameKey, str] = {}
        for done, snapshot in enumerate(snapshots, start=1):
            if before is not None:
                before(canvas, done - 1)
            receipt = self.laid_out(snapshot)
            if receipt.key not in recorded:
                recorded[receipt.key] = str(len(recorded))
                self._record(canvas, pen, receipt.frame, recorded[receipt.key])
            self._show(canvas, pen, receipt, recorded[receipt.key])
            advance(done, len(snapshots))
        canvas.save()
        return buffer.getvalue()

    def laid_out(self, snapshot: ReceiptSnapshot) -> LaidOut:
        """Place everything on the pages, at the largest scale that fits.

        Raises:
            RuleError: as ``draw``.
        """
        said = _cleaned(snapshot)
        form = load_form(said.form, said.form_version)
        blank, mode_boxes = blank_of(said), mode_boxes_of(said)
        first = self._first_scale(blank, mode_boxes)
        for scale in (*SCALES[first:], CUTTING):
            entries = Entries(form, said, styles_at(scale))
            rows = (entries.donor_rows, len(entries.words))
            key = FrameKey(blank, mode_boxes, *rows, scale)
            frame = self._frame(key)
            if frame.fits:
                break
        page, annex = entries.page(frame), entries.annex()
        name = f"{said.donor_first_name} {said.donor_last_name}".strip()
        _check_printable("".join(block.text for block in (page, *annex)), name)
        return LaidOut(key, frame, page, annex, _title(said))

    def _first_scale(self, blank: ReceiptSnapshot, mode_boxes: frozenset[str]) -> int:
        """Return which scale to try first: the largest that fits the shortest entries."""
        key = (blank, mode_boxes)
        if key not in self._first_scales:
            fits = (self._frame(FrameKey(*key, *FEWEST_ROWS, s)).fits for s in SCALES)
            self._first_scales[key] = next(
                (n for n, fit in enumerate(fits) if fit), len(SCALES)
            )
        return self._first_scales[key]

    def _frame(self, key: FrameKey) -> Frame:
        if key not in self._frames:
            form = load_form(key.blank.form, key.blank.form_version)
            frame = build_frame(form, key, styles_at(key.scale))
            _check_printable(frame.before.text + frame.after.text, key.blank.association_name)
            self._frames[key] = frame
        return self._frames[key]

    def _model(self, receipt: LaidOut) -> _Model:
        if receipt.key not in self._models:
            frame = receipt.frame
            extra = sorted({*frame.before.text, *frame.after.text} - {*_USUAL})
            characters = _USUAL + "".join(extra)
            buffer = io.BytesIO()
            canvas = _canvas(buffer, receipt.title)
            drawing = Pen(canvas)
            drawing.embed(characters)
            self._record(canvas, drawing, frame)
            canvas.doForm(_BEFORE)
            canvas.doForm(_AFTER)
            canvas.showPage()
            canvas.save()
            # A saved canvas forgets how it encoded its fonts; the pen repeats it, never saved.
            pen = Pen(_canvas(io.BytesIO(), receipt.title))
            pen.embed(characters)
            stamp = PdfStamp(buffer.getvalue())
            self._models[receipt.key] = _Model(stamp, pen, frozenset(characters))
        return self._models[receipt.key]

    def _record(self, canvas: Canvas, pen: Pen, frame: Frame, name: str = "") -> None:
        """Draw what a frame shares as two forms that pages use."""
        for form, block in ((_BEFORE + name, frame.before), (_AFTER + name, frame.after)):
            canvas.beginForm(form)
            self._draw(canvas, pen, block)
            canvas.endForm()

    def _show(self, canvas: Canvas, pen: Pen, receipt: LaidOut, name: str = "") -> None:
        canvas.doForm(_BEFORE + name)
        self._draw(canvas, pen, receipt.page)
        canvas.doForm(_AFTER + name)
        canvas.showPage()
        for block in receipt.annex:
            self._draw(canvas, pen, block)
            canvas.showPage()

    def _draw(self, canvas: Canvas, pen: Pen, block: Block) -> None:
        for band in block.bands:
            canvas.setFillColorRGB(*BAND)
            canvas.roundRect(band.x, band.y, band.width, band.height, 3, stroke=0, fill=1)
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
        canvas.addLiteral(pen.operators(block.marks))

    def _reader(self, picture: Picture) -> ImageReader:
        known = self._readers.get(picture.sha256)
        if known is None:
            known = readable_image(self._images[picture.sha256], picture.name)
            self._readers[picture.sha256] = known
        return known


def _canvas(buffer: io.BytesIO, title: PdfTitle) -> Canvas:
    """Start a PDF without any font that is not embedded, with the same bytes each time."""
    font_named(REGULAR)
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=True,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs want a number
        lang="fr-FR",
    )
    canvas.setTitle(title.title)
    canvas.setAuthor(title.author)
    canvas.setSubject(title.subject)
    canvas.setCreator("CoopDesk")
    canvas.setProducer("ReportLab")
    canvas.setDateFormatter(lambda *_moment: title.made_on)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


@cache
def _use(form: str) -> str:
    """Return the operator that draws a form, as ReportLab names it."""
    canvas = Canvas(io.BytesIO())
    canvas.doForm(form)
    return canvas.getCurrentPageContent()


def _title(said: ReceiptSnapshot) -> PdfTitle:
    return PdfTitle(
        title=f"Reçu fiscal n° {said.number_text}",
        author=said.association_name[:200],
        subject=f"Formulaire {said.form}*{said.form_version}",
        made_on=f"D:{said.issued_on:%Y%m%d}",
    )


def _cleaned(snapshot: ReceiptSnapshot) -> ReceiptSnapshot:
    """Return the snapshot without control or invisible characters, whatever was stored."""
    cleaned: dict[str, object] = {}
    for field in fields(snapshot):
        value = getattr(snapshot, field.name)
        if isinstance(value, str):
            cleaned[field.name] = clean_line(value)
        elif field.name.endswith("_street"):
            cleaned[field.name] = tuple(map(clean_line, value))
    return replace(snapshot, **cleaned)  # type: ignore[arg-type]  # types stay the same


def _check_printable(text: str, name: str) -> None:
    missing = missing_glyphs(text)
    if missing:
        raise RuleError("receipt.unprintable_character", character=missing[0], name=name)
