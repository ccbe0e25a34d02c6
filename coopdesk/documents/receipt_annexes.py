"""The pages behind a receipt: what was given, described, and the list of payments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.typesetting import Band, Block, fit_parts, wrap
from coopdesk.domain.donations import DonationNature
from coopdesk.wording.formats import day_text, french_euros

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.documents.typesetting import Style
    from coopdesk.domain.receipt_forms import ReceiptForm
    from coopdesk.domain.receipts import ReceiptSnapshot, SnapshotGift

_LIST_ROWS = 46


@dataclass(frozen=True)
class DescriptionAnnex:
    """A description that has no room on the first page; an empty one takes no page.

    Its last page is signed and dated (form 16216*03, note 3).
    """

    form: ReceiptForm
    said: ReceiptSnapshot
    text: str

    @cached_property
    def _lines(self) -> list[str]:
        return wrap(self.text, at.ANNEX_TEXT, at.WIDTH, 100_000) if self.text else []

    @property
    def count(self) -> int:
        """How many pages it takes."""
        return -(-len(self._lines) // self._most)

    @property
    def _most(self) -> int:
        """How many lines a page holds, above the signature."""
        room = at.ANNEX_TEXT_TOP - at.ANNEX_SEAL - 2 * at.ANNEX_TEXT.leading
        return int(room / at.ANNEX_TEXT.leading)

    def pages(self) -> list[Block]:
        """Write the pages."""
        return [self._page(number) for number in range(self.count)]

    def _page(self, number: int) -> Block:
        block = Block()
        _title(block, self.form.labels["description_title"], self.said)
        lines = self._lines[number * self._most : (number + 1) * self._most]
        block.write(at.LEFT, at.ANNEX_TEXT_TOP, at.ANNEX_TEXT, *lines)
        return block


@dataclass(frozen=True)
class PaymentsAnnex:
    """The list of payments of a receipt; None has none to list."""

    form: ReceiptForm
    said: ReceiptSnapshot | None

    @property
    def count(self) -> int:
        """How many pages it takes."""
        return -(-len(self.said.gifts) // _LIST_ROWS) if self.said else 0

    def pages(self) -> list[Block]:
        """Write the pages."""
        if self.said is None:
            return []
        return [self._page(self.said, number) for number in range(self.count)]

    def _page(self, said: ReceiptSnapshot, number: int) -> Block:
        labels, block, kind = self.form.labels, Block(), kind_of(said.gifts)
        title = labels["payments_title"].format(number="{number}", what=labels[f"what_{kind}"])
        _title(block, title, said)
        mode = labels[f"payment_{kind}"]
        heads = (labels["payment_date"], mode, labels["payment_amount"])
        y = self._row(block, at.ANNEX_TEXT_TOP, at.LIST_HEAD, heads)
        start = number * _LIST_ROWS
        for row, gift in enumerate(said.gifts[start : start + _LIST_ROWS]):
            if row % 2 == 0:
                width = at.ANNEX_WIDTH + 16
                block.bands.append(Band(at.LEFT - 8, y - 4.2, width, at.ANNEX_ROW, radius=3))
            amount = french_euros(gift.amount)
            cells = (day_text(gift.received_on), self.form.payment_name(gift), amount)
            y = self._row(block, y, at.ANNEX_LINE, cells)
        if number == self.count - 1:
            total = french_euros(said.amount)
            self._row(block, y - 4, at.ANNEX_TOTAL, (labels["payment_total"], "", total))
        return block

    def _row(self, block: Block, y: float, style: Style, cells: tuple[str, str, str]) -> float:
        day, mode, amount = cells
        block.write(at.LEFT, y, style, day)
        block.write(at.LEFT + 120, y, style, mode)
        block.write_right(at.LEFT + at.ANNEX_WIDTH, y, style, amount)
        return y - at.ANNEX_ROW


def kind_of(gifts: Iterable[SnapshotGift]) -> str:
    """Tell whether gifts are ``money``, ``others`` or ``both``, as labels are named."""
    kinds = {gift.nature is DonationNature.MONEY for gift in gifts}
    return "both" if len(kinds) > 1 else "money" if kinds == {True} else "others"


def _title(block: Block, title: str, said: ReceiptSnapshot) -> None:
    lines = wrap(title.format(number=said.number_text), at.ANNEX_TITLE, at.WIDTH, 2)
    y = block.write(at.LEFT, at.LOGO_TOP - 9, at.ANNEX_TITLE, *lines)
    style, name = fit_parts([said.association_name], at.LETTERHEAD_LINES, at.WIDTH, 2)
    block.write(at.LEFT, y, style, *name)
