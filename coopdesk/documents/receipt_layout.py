"""Lay a receipt out: which page holds what, at the largest scale at which everything fits."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.fonts import missing_glyphs
from coopdesk.documents.pdf_archive import PdfTitle
from coopdesk.documents.receipt_company import CompanyEntries
from coopdesk.documents.receipt_frame import FrameKey, blank_of, build_frame, mode_boxes_of
from coopdesk.documents.receipt_person import PersonEntries
from coopdesk.documents.receipt_styles import CUTTING, SCALES, styles_at
from coopdesk.documents.receipt_texts import load_form
from coopdesk.documents.typesetting import Block
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipts import SnapshotGift
from coopdesk.domain.text import clean_line, clean_text

if TYPE_CHECKING:
    from coopdesk.documents.receipt_entries import Entries, Page
    from coopdesk.documents.receipt_frame import Frame
    from coopdesk.domain.receipt_forms import ReceiptForm
    from coopdesk.domain.receipts import ReceiptSnapshot


class LaidOut(NamedTuple):
    """A receipt ready to be drawn: what it shares, its pages, what the file says of itself."""

    key: FrameKey
    frame: Frame
    pages: tuple[Page, ...]
    title: PdfTitle

    @property
    def shape(self) -> tuple[tuple[int, ...], ...]:
        """Which shared blocks each page uses."""
        return tuple(
            tuple(piece for piece in page if isinstance(piece, int)) for page in self.pages
        )

    @property
    def text(self) -> str:
        """Every character that the receipt writes itself."""
        own = (piece for page in self.pages for piece in page if isinstance(piece, Block))
        return "".join(block.text for block in own)


class ReceiptLayout:
    """Lays out the receipts of one run; what they share is laid out once."""

    def __init__(self) -> None:
        self._frames: dict[FrameKey, Frame] = {}
        self._first_scales: dict[tuple[ReceiptSnapshot, frozenset[str]], int] = {}

    def laid_out(self, snapshot: ReceiptSnapshot, digest: str = "") -> LaidOut:
        """Place everything on the pages.

        Raises:
            RuleError: ``receipt.unprintable_character``, ``receipt.category_not_on_form`` or
                ``receipt.sum_differs``.
        """
        said = _cleaned(snapshot)
        _check_sum(said)
        form = load_form(said.form, said.form_version)
        shared = (blank_of(said), mode_boxes_of(said, form))
        for scale in (*SCALES[self._first_scale(*shared) :], CUTTING):
            entries = _entries(form, said, scale, digest)
            key = FrameKey(*shared, entries.heights, scale)
            frame = self._frame(key)
            if frame.fits:
                break
        receipt = LaidOut(key, frame, entries.pages(frame), _title(said))
        name = f"{said.donor_first_name} {said.donor_last_name}".strip()
        _check_printable(receipt.text, name)
        return receipt

    def _first_scale(self, blank: ReceiptSnapshot, mode_boxes: frozenset[str]) -> int:
        """Return which scale to try first: the largest that fits the shortest entries."""
        key = (blank, mode_boxes)
        if key not in self._first_scales:
            form = load_form(blank.form, blank.form_version)
            gift = SnapshotGift(blank.issued_on, Money(1), PaymentMode.OTHER, blank.nature)
            least = replace(blank, amount=gift.amount, gifts=(gift,))
            fits = (
                self._frame(FrameKey(*key, _entries(form, least, scale).heights, scale)).fits
                for scale in SCALES
            )
            self._first_scales[key] = next(
                (place for place, fit in enumerate(fits) if fit), len(SCALES)
            )
        return self._first_scales[key]

    def _frame(self, key: FrameKey) -> Frame:
        if key not in self._frames:
            form = load_form(key.blank.form, key.blank.form_version)
            frame = build_frame(form, key, styles_at(key.scale))
            text = "".join(block.text for block in frame.shared)
            _check_printable(text, key.blank.association_name)
            self._frames[key] = frame
        return self._frames[key]


def _entries(
    form: ReceiptForm, said: ReceiptSnapshot, scale: float, digest: str = ""
) -> Entries:
    kind = PersonEntries if form.articles else CompanyEntries
    return kind(form, said, styles_at(scale), digest)


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
    cleaned["nature_detail"] = clean_text(snapshot.nature_detail)
    cleaned["gifts"] = tuple(
        replace(gift, description=clean_line(gift.description)) if gift.description else gift
        for gift in snapshot.gifts
    )
    return replace(snapshot, **cleaned)  # type: ignore[arg-type]  # types stay the same


def _check_sum(said: ReceiptSnapshot) -> None:
    """Refuse an amount that is not what the listed gifts add up to (legal_fr 1.10)."""
    listed = total(gift.amount for gift in said.gifts)
    if listed != said.amount:
        raise RuleError("receipt.sum_differs", amount=said.amount, listed=listed)


def _check_printable(text: str, name: str) -> None:
    missing = missing_glyphs(text)
    if missing:
        raise RuleError("receipt.unprintable_character", character=missing[0], name=name)
