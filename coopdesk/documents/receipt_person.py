"""The entries of form 11580*05: who gave, how much, when."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.receipt_entries import Entries
from coopdesk.documents.receipt_shared import write_town
from coopdesk.documents.typesetting import Band, Block, wrap
from coopdesk.domain.receipt_forms import nature_box
from coopdesk.wording.amount_words import amount_in_words
from coopdesk.wording.formats import country_text, day_text, french_figures

if TYPE_CHECKING:
    from coopdesk.documents.receipt_entries import Writer

_DETAIL_LINES = 6


class PersonEntries(Entries):
    """The entries of a receipt for a person."""

    def _own_parts(self) -> tuple[Writer, ...]:
        return (
            self.panel,
            self._donor,
            self._gift,
            self._detail,
            self.payment_list,
            self.footer,
        )

    @cached_property
    def words(self) -> list[str]:
        """The amount in words, broken into lines."""
        text = amount_in_words(self.said.amount, spelling_1990=self.said.words_1990)
        return wrap(text, self.styles.strong, at.VALUE_WIDTH)

    def _donor(self, block: Block, y: float) -> float:
        labels, said = self.form.labels, self.said
        y = block.write(at.LEFT, y, self.styles.section, labels["donor"])
        y = self.field(block, y, labels["last_name"], said.donor_last_name)
        y = self.field(block, y, labels["first_name"], said.donor_first_name)
        y = self.field(block, y, labels["address"], self.street)
        values = {
            "postal_code": said.donor_postal_code,
            "city": said.donor_city,
            "country": country_text(said.donor_country, "fr"),
        }
        return write_town(block, y, self.form, self.styles, values)

    def _gift(self, block: Block, y: float) -> float:
        labels, said, styles = self.form.labels, self.said, self.styles
        sentence = wrap(labels["amount"], styles.value, at.WIDTH)
        y = block.write(at.LEFT, y, styles.value, *sentence)
        height = styles.figures.leading + (len(self.words) + 0.9) * styles.row
        bottom = y - height + 0.55 * styles.row
        block.bands.append(Band(at.LEFT - 8, bottom, at.WIDTH + 16, height, radius=3))
        y -= 0.75 * styles.row
        figures = f"***{french_figures(said.amount)}*** {labels['euros']}"
        y = block.write(at.VALUE_LEFT, y, styles.figures, figures)
        block.write(at.LEFT, y, styles.label, labels["words"])
        y = block.write(at.VALUE_LEFT, y, styles.strong, *self.words)
        y -= 0.8 * styles.row
        block.write(at.LEFT, y, styles.label, labels["paid_on"])
        y = block.write(at.VALUE_LEFT, y, styles.strong, self._paid_on())
        return y - 0.4 * styles.row

    def _paid_on(self) -> str:
        """Return the day, or the year that the list of payments explains (legal_fr RF-15)."""
        if not self.is_listed:
            return day_text(self.said.gifts[0].received_on)
        return self.form.labels["cumulative"].format(year=self.said.year)

    def _detail(self, block: Block, y: float) -> float:
        """Write what « Autres (précisez) » asks for, under its box."""
        style = self.styles.ticked
        return block.write(at.VALUE_LEFT + 15, y, style, *self._detail_lines)

    @cached_property
    def _detail_lines(self) -> list[str]:
        if self.description.count:
            return [self.description_note()]
        return self._wrapped_detail

    @cached_property
    def _wrapped_detail(self) -> list[str]:
        if nature_box(self.said.nature) != "other" or not self.description_text:
            return []
        width = at.VALUE_WIDTH - 15
        return wrap(self.description_text, self.styles.ticked, width, 100_000)

    def _annexed_text(self) -> str:
        most = 1 if self.styles.cuts else _DETAIL_LINES
        return self.description_text if len(self._wrapped_detail) > most else ""
