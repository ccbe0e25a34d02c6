"""What many receipts of a run share: letterhead, organisation, boxes, signature, notes.

It is drawn once and used as a form by every receipt whose ``FrameKey`` is the same. The labels
and their order are those of form 11580*05 (legal_fr 1.2); only the association's own category
is printed, which the model allows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.fonts import EMPTY_BOX, TICKED_BOX
from coopdesk.documents.typesetting import (
    Band,
    Block,
    Picture,
    fit_parts,
    flow,
    width_of,
    wrap,
)
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import ZERO
from coopdesk.domain.receipt_forms import mode_box
from coopdesk.wording.formats import HARD_SPACE, country_text, day_long, day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from coopdesk.documents.receipt_styles import Styles
    from coopdesk.domain.receipt_forms import ReceiptForm
    from coopdesk.domain.receipts import ReceiptSnapshot

# Name, first name, address and town each take a row; the amount in words one.
FEWEST_ROWS = (4, 1)

_SIREN_OR_RNA = re.compile(r"\d{9}|W\w{9}")
_SIGNATURE_HEIGHT = 77.0
_SIGNATURE_IMAGE = 38.0


class FrameKey(NamedTuple):
    """What a frame depends on: a receipt without its donor and gifts, and the room they take.

    ``donor_rows`` and ``word_rows`` are lines of text at ``scale``.
    """

    blank: ReceiptSnapshot
    mode_boxes: frozenset[str]
    donor_rows: int
    word_rows: int
    scale: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The shared drawing, in two parts around what differs, and where that stands.

    ``donor_y``, ``gift_y`` and ``list_y`` are the baselines of the first line of each.
    """

    before: Block
    after: Block
    donor_y: float
    gift_y: float
    list_y: float
    fits: bool


def blank_of(snapshot: ReceiptSnapshot) -> ReceiptSnapshot:
    """Return a snapshot without what differs from one receipt of a run to the next."""
    return replace(
        snapshot,
        number=0,
        donor_last_name="",
        donor_first_name="",
        donor_street=(),
        donor_postal_code="",
        donor_city="",
        donor_country="",
        amount=ZERO,
        gifts=(),
    )


def mode_boxes_of(snapshot: ReceiptSnapshot) -> frozenset[str]:
    """Return the boxes « mode de versement » to tick; only gifts of money tick any."""
    if snapshot.nature is not DonationNature.MONEY:
        return frozenset()
    return frozenset(mode_box(gift.mode) for gift in snapshot.gifts) - {""}


def build_frame(form: ReceiptForm, key: FrameKey, styles: Styles) -> Frame:
    """Lay the shared parts out from top to bottom; share what room is left between them."""
    paper = _Paper(form, key, styles)
    donor = styles.section.leading + key.donor_rows * styles.row
    gift = gift_height(form, styles, key.word_rows)
    heights = [
        _height(paper.title),
        _height(paper.organisation),
        donor,
        gift,
        _height(paper.boxes),
        max(_SIGNATURE_HEIGHT, _height(paper.signature)),
        _height(paper.notes),
    ]
    room = at.BODY_TOP - at.BODY_BOTTOM - sum(heights)
    gap = min(room / (len(heights) - 1), 24.0)
    tops = [at.BODY_TOP]
    for height in heights[:-1]:
        tops.append(tops[-1] - height - gap)
    before, after = Block(), Block()
    paper.letterhead(before)
    paper.title(before, tops[0])
    paper.organisation(before, tops[1])
    before.bands.append(gift_band(form, styles, key.word_rows, tops[3]))
    paper.boxes(after, tops[4])
    paper.signature(after, tops[5])
    # Notes stand at the foot of the page, whatever room is left above them.
    paper.notes(after, at.BODY_BOTTOM + heights[6])
    return Frame(
        before,
        after,
        donor_y=tops[2],
        gift_y=tops[3],
        list_y=tops[5],
        fits=gap >= styles.gap or styles.cuts,
    )


def amount_lines(form: ReceiptForm, styles: Styles) -> list[str]:
    """Return the sentence that precedes the amount, broken into lines."""
    return wrap(form.labels["amount"], styles.value, at.WIDTH)


def gift_height(form: ReceiptForm, styles: Styles, word_rows: int) -> float:
    """Return the height of the sentence, the band with the amount, and the date."""
    sentence = len(amount_lines(form, styles)) * styles.row
    return sentence + _band_height(styles, word_rows) + 2.1 * styles.row


def gift_band(form: ReceiptForm, styles: Styles, word_rows: int, top: float) -> Band:
    """Return the band behind the amount in figures and in words."""
    height = _band_height(styles, word_rows)
    y = top - len(amount_lines(form, styles)) * styles.row - height + 0.55 * styles.row
    return Band(at.LEFT - 8, y, at.WIDTH + 16, height)


def _band_height(styles: Styles, word_rows: int) -> float:
    return styles.figures.leading + (word_rows + 0.9) * styles.row


def _height(part: Callable[[Block, float], float]) -> float:
    return -part(Block(), 0.0)


class _Paper:
    """Writes each shared part into a block, from a first baseline down."""

    def __init__(self, form: ReceiptForm, key: FrameKey, styles: Styles) -> None:
        self.form = form
        self.labels = form.labels
        self.said = key.blank
        self.mode_boxes = key.mode_boxes
        self.styles = styles
        self.few = 2 if styles.cuts else 12

    def letterhead(self, block: Block) -> None:
        """Put logo, name and address top left, the form's name top right."""
        said = self.said
        y = at.LOGO_TOP
        if said.logo_sha256:
            y -= at.LOGO_HEIGHT
            box = (at.LEFT, y, at.LOGO_WIDTH, at.LOGO_HEIGHT)
            block.pictures.append(Picture(said.logo_sha256, _("Logo"), *box, anchor="nw"))
            y -= 6
        width = at.WINDOW_LEFT - at.LEFT - 20
        town = f"{said.association_postal_code} {said.association_city}".strip()
        address = (*said.association_street, town)
        style, lines = fit_parts([said.association_name], at.LETTERHEAD_NAMES, width, 3)
        y = block.write(at.LEFT, y - 9, style, *lines)
        style, lines = fit_parts(address, at.LETTERHEAD_LINES, width, 3)
        block.write(at.LEFT, y, style, *lines)
        name_of_form = f"{self.form.model} — N°{HARD_SPACE}{said.form}*{said.form_version}"
        block.write_right(at.RIGHT, at.LOGO_TOP - 9, at.FORM_NAME, name_of_form)

    def title(self, block: Block, y: float) -> float:
        """Write the title of the form."""
        style = self.styles.title
        return block.write(at.LEFT, y, style, *wrap(self.labels["title"], style, at.WIDTH))

    def organisation(self, block: Block, y: float) -> float:
        """Write the section of the beneficiary, up to its ticked category."""
        said, styles = self.said, self.styles
        y = block.write(at.LEFT, y, styles.section, self.labels["beneficiary"])
        y = self._row(block, y, "name", said.association_name)
        y = self._row(block, y, "official_number", said.association_number)
        street = " — ".join(line for line in said.association_street if line)
        y = self._row(block, y, "address", street)
        y = self._town(block, y)
        most = 4 if styles.cuts else 30
        y = self._row(block, y, "purpose", " ".join(said.association_purpose.split()), most)
        block.write(at.LEFT, y, styles.label, self.labels["category"])
        return self._category(block, y)

    def _town(self, block: Block, y: float) -> float:
        said = self.said
        values = {
            "postal_code": said.association_postal_code,
            "city": said.association_city,
            "country": country_text(said.association_country, "fr"),
        }
        return write_town(block, y, self.form, self.styles, values)

    def _row(self, block: Block, y: float, name: str, value: str, most: int = 0) -> float:
        block.write(at.LEFT, y, self.styles.label, self.labels[name])
        lines = wrap(value, self.styles.value, at.VALUE_WIDTH, most or self.few)
        return block.write(at.VALUE_LEFT, y, self.styles.value, *lines)

    def _category(self, block: Block, y: float) -> float:
        said, styles = self.said, self.styles
        values = {
            "decree_on": day_text(said.decree_on) if said.decree_on else "",
            "published_on": day_text(said.published_on) if said.published_on else "",
            "category_detail": said.category_detail,
        }
        x = at.VALUE_LEFT
        for category in self.form.boxes_of(said.category):
            block.write(x, y, styles.fine, TICKED_BOX)
            text, most = category.filled(values), 4 if styles.cuts else 30
            lines = wrap(text, styles.fine, at.RIGHT - x - 15, most)
            y = block.write(x + 15, y, styles.fine, *lines)
            x += 15
        return y

    def boxes(self, block: Block, y: float) -> float:
        """Write the certification and every box about the gift, ticked or not."""
        said, form, styles = self.said, self.form, self.styles
        certified = wrap(self.labels["certified"], styles.fine, at.WIDTH)
        y = block.write(at.LEFT, y, styles.fine, *certified)
        y = self._choices(block, y, at.LEFT, form.articles, said.articles) - 0.35 * styles.row
        y = self._question(block, y, "gift_form", form.gift_forms, {said.gift_form.value})
        y = self._question(block, y, "nature", form.natures, {said.nature.value})
        if said.nature_detail:
            most = 4 if styles.cuts else 12
            detail = wrap(said.nature_detail, styles.ticked, at.VALUE_WIDTH - 15, most)
            y = block.write(at.VALUE_LEFT + 15, y, styles.ticked, *detail)
        return self._question(block, y, "mode", form.modes, self.mode_boxes)

    def _question(
        self,
        block: Block,
        y: float,
        name: str,
        choices: Mapping[str, str],
        ticked: Collection[str],
    ) -> float:
        style = self.styles.label
        label = wrap(self.labels[name], style, at.VALUE_LEFT - at.LEFT - 8)
        label_end = block.write(at.LEFT, y, style, *label)
        return min(label_end, self._choices(block, y, at.VALUE_LEFT, choices, ticked))

    def _choices(
        self,
        block: Block,
        y: float,
        x: float,
        choices: Mapping[str, str],
        ticked: Collection[str],
    ) -> float:
        """Write boxes side by side; the sign itself says which are ticked."""
        styles = self.styles
        items = [
            (f"{TICKED_BOX}{HARD_SPACE}{text}", styles.ticked)
            if code in ticked
            else (f"{EMPTY_BOX}{HARD_SPACE}{text}", styles.fine)
            for code, text in choices.items()
        ]
        for row in flow(items, at.RIGHT - x, gap=14):
            left = x
            for item, style in row:
                block.write(left, y, style, item)
                left += width_of(item, style) + 14
            y -= styles.fine.leading
        return y

    def signature(self, block: Block, y: float) -> float:
        """Write place and day, the signatory, and draw the signature under them."""
        said, styles = self.said, self.styles
        x, width = at.SIGNATURE_LEFT, at.SIGNATURE_WIDTH
        y = block.write(x, y, styles.section, self.labels["signature"])
        day = day_long(said.issued_on, "fr")
        issued = "issued" if said.association_city else "issued_anywhere"
        sentence = self.labels[issued].format(city=said.association_city, day=day)
        for text, style in (
            (sentence, styles.value),
            (said.signatory_name, styles.strong),
            (said.signatory_role, styles.label),
        ):
            y = block.write(x, y, style, *wrap(text, style, width, 2 if styles.cuts else 6))
        if said.signature_sha256:
            y -= _SIGNATURE_IMAGE - 0.6 * styles.row
            box = (x, y, width, _SIGNATURE_IMAGE)
            block.pictures.append(
                Picture(said.signature_sha256, _("Signature image"), *box, anchor="nw")
            )
        return y

    def notes(self, block: Block, y: float) -> float:
        """Write the numbered notes of the form, as small print."""
        notes = [*self.form.notes]
        if not _SIREN_OR_RNA.fullmatch(self.said.association_number):
            notes.append(self.form.register_note)
        style = self.styles.note
        for note in notes:
            y = block.write(at.LEFT, y, style, *wrap(note, style, at.WIDTH))
        return y


def write_town(
    block: Block, y: float, form: ReceiptForm, styles: Styles, values: Mapping[str, str]
) -> float:
    """Write postcode, town and country on one row, or below each other when they are long."""
    row = [(form.labels[name], value) for name, value in values.items()]
    total = sum(
        width_of(label, styles.label) + width_of(value, styles.value) + 20
        for label, value in row
    )
    x, inline = at.VALUE_LEFT, total - 20 - width_of(row[0][0], styles.label) <= at.VALUE_WIDTH
    for number, (label, value) in enumerate(row):
        first = number == 0 or not inline
        block.write(at.LEFT if first else x, y, styles.label, label)
        x = at.VALUE_LEFT if first else x + width_of(label, styles.label) + 4
        most = 1 if styles.cuts else 12
        lines = [value] if inline else wrap(value, styles.value, at.VALUE_WIDTH, most)
        below = block.write(x, y, styles.value, *lines)
        x += width_of(value, styles.value) + 16
        y = y if inline else below
    return y - styles.row if inline else y
