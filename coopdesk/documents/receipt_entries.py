"""What differs from one receipt to the next: number, donor, amount, dates, list of payments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.receipt_frame import Frame, amount_lines, write_town
from coopdesk.documents.typesetting import Band, Block, fit_parts, wrap
from coopdesk.wording.amount_words import amount_in_words
from coopdesk.wording.formats import HARD_SPACE, country_text, day_text, french_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.receipt_styles import Styles
    from coopdesk.documents.typesetting import Style
    from coopdesk.domain.receipt_forms import ReceiptForm
    from coopdesk.domain.receipts import ReceiptSnapshot, SnapshotGift

# The list beside the signature: two columns of this many payments; more go to an annex.
_LIST_ROWS = 6
_LIST_COLUMN = 150
_ANNEX_ROWS = 46


@dataclass(frozen=True)
class Entries:
    """The entries of one receipt, written at one scale."""

    form: ReceiptForm
    said: ReceiptSnapshot
    styles: Styles

    @cached_property
    def donor_rows(self) -> int:
        """How many rows the donor takes under the title of the section."""
        return round(-self._donor_fields(Block(), 0.0) / self.styles.row)

    @cached_property
    def words(self) -> list[str]:
        """The amount in words, broken into lines."""
        text = amount_in_words(self.said.amount, spelling_1990=self.said.words_1990)
        return wrap(text, self.styles.strong, at.VALUE_WIDTH)

    @property
    def is_listed(self) -> bool:
        """Tell whether the payments are listed: one payment is its date and amount."""
        return len(self.said.gifts) > 1

    @property
    def annex_pages(self) -> int:
        """How many pages the list takes when it does not fit beside the signature."""
        count = len(self.said.gifts)
        return 0 if count <= 2 * _LIST_ROWS else -(-count // _ANNEX_ROWS)

    def page(self, frame: Frame) -> Block:
        """Write everything that stands on the first page."""
        block = Block()
        self._panel(block)
        self._window(block)
        y = block.write(at.LEFT, frame.donor_y, self.styles.section, self.form.labels["donor"])
        self._donor_fields(block, y)
        self._gift(block, frame.gift_y)
        if self.is_listed:
            self._list(block, frame.list_y)
        self._footer(block, 1)
        return block

    def _panel(self, block: Block) -> None:
        """Show the number and the amount at a glance, left of the window."""
        labels, said = self.form.labels, self.said
        amount = f"{french_figures(said.amount)}{HARD_SPACE}€"
        for x, label, value in (
            (at.LEFT, labels["order_number"], said.number_text),
            (at.LEFT + 122, labels["total"], amount),
        ):
            block.write(x, at.PANEL_TOP, at.PANEL_LABEL, label)
            block.write(x, at.PANEL_TOP - 19, at.PANEL_VALUE, value)

    def _window(self, block: Block) -> None:
        """Write the donor's postal address where an envelope shows it."""
        said = self.said
        abroad = said.donor_country not in {"", "FR"}
        address = (
            f"{said.donor_first_name} {said.donor_last_name}".strip(),
            *said.donor_street,
            f"{said.donor_postal_code} {said.donor_city}".strip(),
            country_text(said.donor_country, "fr").upper() if abroad else "",
        )
        style, lines = fit_parts(address, at.WINDOW_STYLES, at.WINDOW_WIDTH, at.WINDOW_LINES)
        block.write(at.WINDOW_LEFT, at.WINDOW_TOP, style, *lines)

    def _donor_fields(self, block: Block, y: float) -> float:
        labels, said, styles = self.form.labels, self.said, self.styles
        most = 2 if styles.cuts else 12
        street = " — ".join(line for line in said.donor_street if line)
        for label, value in (
            (labels["last_name"], said.donor_last_name),
            (labels["first_name"], said.donor_first_name),
            (labels["address"], street),
        ):
            block.write(at.LEFT, y, styles.label, label)
            lines = wrap(value, styles.value, at.VALUE_WIDTH, most)
            y = block.write(at.VALUE_LEFT, y, styles.value, *lines)
        values = {
            "postal_code": said.donor_postal_code,
            "city": said.donor_city,
            "country": country_text(said.donor_country, "fr"),
        }
        return write_town(block, y, self.form, styles, values)

    def _gift(self, block: Block, y: float) -> None:
        labels, said, styles = self.form.labels, self.said, self.styles
        y = block.write(at.LEFT, y, styles.value, *amount_lines(self.form, styles))
        y -= 0.75 * styles.row
        figures = f"***{french_figures(said.amount)}*** {labels['euros']}"
        y = block.write(at.VALUE_LEFT, y, styles.figures, figures)
        block.write(at.LEFT, y, styles.label, labels["words"])
        y = block.write(at.VALUE_LEFT, y, styles.strong, *self.words)
        y -= 0.8 * styles.row
        block.write(at.LEFT, y, styles.label, labels["paid_on"])
        block.write(at.VALUE_LEFT, y, styles.strong, self._paid_on())

    def _paid_on(self) -> str:
        if not self.is_listed:
            return day_text(self.said.gifts[0].received_on)
        return self.form.labels["cumulative"].format(year=self.said.year)

    def _list(self, block: Block, y: float) -> None:
        """List the payments beside the signature, or say where they are listed."""
        gifts = self.said.gifts
        if self.annex_pages:
            sentence = self.form.labels["payments_annexed"].format(count=len(gifts))
            block.write(at.LEFT, y, self.styles.value, sentence)
            return
        y = block.write(at.LEFT, y, self.styles.section, self.form.labels["payments"])
        rows = -(-len(gifts) // 2) if len(gifts) > _LIST_ROWS else len(gifts)
        for column, start in enumerate(range(0, len(gifts), rows)):
            x = at.LEFT + column * (_LIST_COLUMN + 18)
            self._payments(block, x, y, gifts[start : start + rows])

    def _payments(
        self, block: Block, x: float, y: float, gifts: Sequence[SnapshotGift]
    ) -> float:
        for gift in gifts:
            block.write(x, y, at.LIST_LINE, day_text(gift.received_on))
            mode = self.form.payment_modes[gift.mode.value]
            block.write(x + 50, y, at.LIST_LINE, mode)
            amount = f"{french_figures(gift.amount)}{HARD_SPACE}€"
            block.write_right(x + _LIST_COLUMN, y, at.LIST_LINE, amount)
            y -= at.LIST_LINE.leading
        return y

    def _footer(self, block: Block, page: int) -> None:
        labels = self.form.labels
        receipt = labels["receipt"].format(number=self.said.number_text)
        block.write(at.LEFT, at.FOOTER, at.FOOTER_LINE, receipt)
        count = labels["page"].format(page=page, pages=1 + self.annex_pages)
        block.write_right(at.RIGHT, at.FOOTER, at.FOOTER_LINE, count)

    def annex(self) -> list[Block]:
        """Write the pages of the annexed list of payments, if there is one."""
        pages = [self._annex_page(number) for number in range(self.annex_pages)]
        for number, block in enumerate(pages, start=2):
            self._footer(block, number)
        return pages

    def _annex_page(self, number: int) -> Block:
        labels, said = self.form.labels, self.said
        block, y = Block(), at.LOGO_TOP - 9
        title = labels["annex_title"].format(number=said.number_text)
        y = block.write(at.LEFT, y, at.ANNEX_TITLE, title)
        style, name = fit_parts([said.association_name], at.LETTERHEAD_LINES, at.WIDTH, 2)
        y = block.write(at.LEFT, y, style, *name) - 14
        heads = (labels["payment_date"], labels["payment_mode"], labels["payment_amount"])
        y = self._annex_row(block, y, at.LIST_HEAD, heads)
        start = number * _ANNEX_ROWS
        for row, gift in enumerate(said.gifts[start : start + _ANNEX_ROWS]):
            if row % 2 == 0:
                block.bands.append(Band(at.LEFT - 8, y - 4.2, at.ANNEX_WIDTH + 16, 14))
            cells = (
                day_text(gift.received_on),
                self.form.payment_modes[gift.mode.value],
                f"{french_figures(gift.amount)}{HARD_SPACE}€",
            )
            y = self._annex_row(block, y, at.ANNEX_LINE, cells)
        if number == self.annex_pages - 1:
            total = f"{french_figures(said.amount)}{HARD_SPACE}€"
            self._annex_row(block, y - 4, at.ANNEX_TOTAL, (labels["payment_total"], "", total))
        return block

    def _annex_row(
        self, block: Block, y: float, style: Style, cells: tuple[str, str, str]
    ) -> float:
        day, mode, amount = cells
        block.write(at.LEFT, y, style, day)
        block.write(at.LEFT + 120, y, style, mode)
        block.write_right(at.LEFT + at.ANNEX_WIDTH, y, style, amount)
        return y - 14
