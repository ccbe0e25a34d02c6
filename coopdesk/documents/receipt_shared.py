"""The parts of a receipt that are the same for many: letterhead, organisation, boxes, notes.

The labels are those of the official form; only the association's own category is printed, which
the models allow (legal_fr RF-5).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.fitting import wrapped
from coopdesk.documents.folded_sheet import mark_folds
from coopdesk.documents.fonts import EMPTY_BOX, TICKED_BOX
from coopdesk.documents.typesetting import (
    Block,
    Picture,
    fit_parts,
    flow,
    width_of,
    wrap,
)
from coopdesk.domain.receipt_forms import nature_box
from coopdesk.wording.formats import HARD_SPACE, country_text, day_long, day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from coopdesk.documents.receipt_styles import Styles
    from coopdesk.domain.receipt_forms import ReceiptForm
    from coopdesk.domain.receipts import ReceiptSnapshot

_SIREN_OR_RNA = re.compile(r"\d{9}|W\w{9}")
_SIGNATURE_IMAGE = 38.0


class SharedParts:
    """Writes each shared part into a block, from a first baseline down."""

    def __init__(
        self,
        form: ReceiptForm,
        blank: ReceiptSnapshot,
        mode_boxes: frozenset[str],
        styles: Styles,
    ) -> None:
        self.form = form
        self.labels = form.labels
        self.said = blank
        self.mode_boxes = mode_boxes
        self.styles = styles
        self.few = 2 if styles.cuts else 12

    def letterhead(self, block: Block, _y: float) -> float:
        """Put logo, name and address top left, and marks to fold."""
        said = self.said
        mark_folds(block)
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
        return 0.0

    def title(self, block: Block, y: float) -> float:
        """Write the title of the form, then its name, which stands top right on the page."""
        style, said = self.styles.title, self.said
        y = block.write(at.LEFT, y, style, *wrap(self.labels["title"], style, at.WIDTH))
        name_of_form = f"{self.form.model} — N°{HARD_SPACE}{said.form}*{said.form_version}"
        block.write_right(at.RIGHT, at.LOGO_TOP - 9, at.FORM_NAME, name_of_form)
        return y

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
        label = wrap(self.labels["category"], styles.label, at.LABEL_WIDTH)
        label_end = block.write(at.LEFT, y, styles.label, *label)
        return min(label_end, self._category(block, y))

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
        days = {
            "decree_on": said.decree_on,
            "published_on": said.published_on,
            "approved_on": said.decree_on,
            "recognised_on": said.order_on,
        }
        values = {name: day_text(day) for name, day in days.items() if day}
        values["category_detail"] = said.category_detail
        x = at.VALUE_LEFT
        for category in self.form.boxes_of(said.category):
            block.write(x, y, styles.fine, TICKED_BOX)
            text, most = category.filled(values), 4 if styles.cuts else 30
            lines = wrap(text, styles.fine, at.RIGHT - x - 15, most)
            y = block.write(x + 15, y, styles.fine, *lines)
            x += 15
        return y

    def boxes(self, block: Block, y: float) -> float:
        """Write the certification and the boxes about the gift, ticked or not (11580*05)."""
        said, form, styles = self.said, self.form, self.styles
        certified = wrap(self.labels["certified"], styles.fine, at.WIDTH)
        y = block.write(at.LEFT, y, styles.fine, *certified)
        y = self._choices(block, y, at.LEFT, form.articles, said.articles) - 0.35 * styles.row
        y = self._question(block, y, "gift_form", form.gift_forms, {said.gift_form.value})
        return self._question(block, y, "nature", form.natures, {nature_box(said.nature)})

    def modes(self, block: Block, y: float) -> float:
        """Write the boxes of the modes of payment."""
        return self._question(block, y, "mode", self.form.modes, self.mode_boxes)

    def _question(
        self,
        block: Block,
        y: float,
        name: str,
        choices: Mapping[str, str],
        ticked: Collection[str],
    ) -> float:
        style = self.styles.label
        label = wrap(self.labels[name], style, at.LABEL_WIDTH)
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
            y = block.write(x, y, style, *wrapped(text, style, width, 2 if styles.cuts else 6))
        if said.signature_sha256:
            y -= _SIGNATURE_IMAGE - 0.6 * styles.row
            box = (x, y, width, _SIGNATURE_IMAGE)
            block.pictures.append(
                Picture(said.signature_sha256, _("Signature image"), *box, anchor="nw")
            )
        return y

    def seal(self) -> Block:
        """Write day, signatory and signature at the foot of an annex (16216*03, note 3)."""
        block = Block()
        self.signature(block, at.ANNEX_SEAL)
        return block

    def notes(self, block: Block, y: float) -> float:
        """Write the numbered notes of the form, as small print."""
        notes = [*self.form.notes]
        if not _SIREN_OR_RNA.fullmatch(self.said.association_number):
            notes.append(self.form.register_note)
        style = self.styles.note
        for note in notes:
            y = block.write(at.LEFT, y, style, *wrap(note, style, at.NOTES_RIGHT - at.LEFT))
        return y

    def notes_at_foot(self, block: Block, _y: float) -> float:
        """Write the notes at the foot of the page, whatever room is left above them."""
        height = -self.notes(Block(), 0.0)
        return self.notes(block, at.BODY_BOTTOM + height)


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
