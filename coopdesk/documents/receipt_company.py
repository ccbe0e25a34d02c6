"""The entries of form 16216*03: which company gave what, in kind and in money, and when."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.receipt_entries import Entries, euros
from coopdesk.documents.receipt_shared import write_town
from coopdesk.documents.typesetting import Band, Block, width_of, wrap
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import total
from coopdesk.wording.amount_words import amount_in_words
from coopdesk.wording.formats import country_text, day_text, french_figures

if TYPE_CHECKING:
    from coopdesk.documents.receipt_entries import Writer
    from coopdesk.documents.typesetting import Style
    from coopdesk.domain.money import Money

_DETAIL_LINES = 8
_INDENT = 12.0


class CompanyEntries(Entries):
    """The entries of a receipt for a company; its total is what the two kinds add up to."""

    def _own_parts(self) -> tuple[Writer, ...]:
        return (
            self.panel,
            self._donor,
            self._in_kind,
            self._money,
            self._whole,
            self._period,
            self.payment_list,
            self.footer,
        )

    def _donor(self, block: Block, y: float) -> float:
        labels, said = self.form.labels, self.said
        y = block.write(at.LEFT, y, self.styles.section, labels["donor"])
        y = self.field(block, y, labels["company"], said.donor_last_name)
        y = self.field(block, y, labels["legal_form"], said.donor_legal_form)
        y = self.field(block, y, labels["siren"], said.donor_siren)
        y = self.field(block, y, labels["address"], self.street)
        values = {"postal_code": said.donor_postal_code, "city": said.donor_city}
        if said.donor_country not in {"", "FR"}:
            # The form does not ask for it; a seat abroad is not found without it.
            values["country"] = country_text(said.donor_country, "fr")
        return write_town(block, y, self.form, self.styles, values)

    @cached_property
    def in_kind(self) -> Money:
        """What the gifts that are not money are worth (field 1 of the form)."""
        return total(x.amount for x in self.said.gifts if x.nature is not DonationNature.MONEY)

    @cached_property
    def money(self) -> Money:
        """What was paid (field 3 of the form)."""
        return total(x.amount for x in self.said.gifts if x.nature is DonationNature.MONEY)

    def _in_kind(self, block: Block, y: float) -> float:
        labels, styles = self.form.labels, self.styles
        y = block.write(at.LEFT, y, styles.section, labels["gifts"])
        y = self._amount(block, y, "in_kind", self.in_kind)
        label = wrap(labels["description"], styles.label, at.WIDTH)
        y = block.write(at.LEFT, y, styles.label, *label)
        return block.write(at.LEFT + _INDENT, y, styles.strong, *self._detail_lines)

    def _money(self, block: Block, y: float) -> float:
        return self._amount(block, y, "money", self.money)

    def _whole(self, block: Block, y: float) -> float:
        """Write the whole amount, which is what the kinds add up to (5 = 1 + 3)."""
        styles, place = self.styles, len(block.bands)
        top = y
        y = self._amount(block, y, "whole", self.in_kind + self.money, styles.figures)
        bottom = y + 0.35 * styles.row
        height = top - bottom + 1.3 * styles.row
        band = Band(at.LEFT - 8, bottom, at.WIDTH + 16, height, radius=3)
        block.bands.insert(place, band)
        return y

    def _amount(
        self, block: Block, y: float, name: str, amount: Money, style: Style | None = None
    ) -> float:
        """Write an amount in figures and in words, each after its sentence."""
        labels, styles = self.form.labels, self.styles
        said = self._said(amount)
        y = self._after(block, y, labels[name], (said[0], style or styles.strong))
        return self._after(block, y, labels[f"{name}_words"], (said[1], styles.strong))

    def _said(self, amount: Money) -> tuple[str, str]:
        if not amount.cents:
            none = self.form.labels["none"]
            return none, none
        words = amount_in_words(amount, spelling_1990=self.said.words_1990)
        return euros(f"***{french_figures(amount)}***"), words

    def _after(self, block: Block, y: float, label: str, value: tuple[str, Style]) -> float:
        """Write a value after its label, on the same line if both fit, else under it."""
        text, style = value
        quiet = self.styles.label
        *above, last = wrap(label, quiet, at.WIDTH)
        y = block.write(at.LEFT, y, quiet, *above)
        end = at.LEFT + width_of(last, quiet) + 5
        block.write(at.LEFT, y, quiet, last)
        if end + width_of(text, style) <= at.RIGHT:
            block.write(end, y, style, text)
            return y - quiet.leading
        y -= quiet.leading
        lines = wrap(text, style, at.WIDTH - _INDENT)
        return block.write(at.LEFT + _INDENT, y, style, *lines)

    def _period(self, block: Block, y: float) -> float:
        value = (self._days(), self.styles.strong)
        return self._after(block, y, self.form.labels["period"], value)

    def _days(self) -> str:
        """Return the day, or the days between which everything was given."""
        said, labels = self.said, self.form.labels
        days = sorted(gift.received_on for gift in said.gifts)
        start, end = said.period_start or days[0], said.period_end or days[-1]
        if len(days) == 1 and (not said.period_start or start == end):
            return labels["on_day"].format(day=day_text(days[0]))
        return labels["from_to"].format(start=day_text(start), end=day_text(end))

    @cached_property
    def _detail_lines(self) -> list[str]:
        if self.description.count:
            return [self.description_note()]
        return self._wrapped_detail

    @cached_property
    def _wrapped_detail(self) -> list[str]:
        text = self.description_text if self.in_kind.cents else self.form.labels["none"]
        return wrap(text, self.styles.strong, at.WIDTH - _INDENT, 100_000)

    def _annexed_text(self) -> str:
        most = 1 if self.styles.cuts else _DETAIL_LINES
        return self.description_text if len(self._wrapped_detail) > most else ""
