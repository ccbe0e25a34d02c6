"""What each receipt writes itself, on either form: number, window, list of payments, footer."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.folded_sheet import write_window
from coopdesk.documents.receipt_annexes import DescriptionAnnex, PaymentsAnnex, kind_of
from coopdesk.documents.receipt_seal import DIGEST_LENGTH, LINK_LENGTH, grouped, seal_text
from coopdesk.documents.typesetting import Block, Code, width_of, wrap
from coopdesk.domain.donations import DonationNature
from coopdesk.wording.formats import HARD_SPACE, country_text, day_text, french_euros

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.documents.receipt_frame import Frame
    from coopdesk.documents.receipt_styles import Styles
    from coopdesk.documents.typesetting import Style
    from coopdesk.domain.receipt_forms import ReceiptForm
    from coopdesk.domain.receipts import ReceiptSnapshot, SnapshotGift

    # Writes a part from a first baseline down; returns the baseline that follows.
    Writer = Callable[[Block, float], float]
    # A page: blocks of its own, and numbers of shared ones.
    Page = tuple[Block | int, ...]

# The list beside the signature: two columns of this many payments; more go to an annex.
_LIST_ROWS = 6
_LIST_COLUMN = 150
_SECOND = 2  # the page of the first annex


@dataclass(frozen=True)
class Entries(ABC):
    """The entries of one receipt, written at one scale; ``digest`` empty prints no seal."""

    form: ReceiptForm
    said: ReceiptSnapshot
    styles: Styles
    digest: str

    @cached_property
    def heights(self) -> tuple[float, ...]:
        """The heights of the own parts, in the order of the frame."""
        return tuple(round(-write(Block(), 0.0), 2) for write in self._own_parts())

    @abstractmethod
    def _own_parts(self) -> tuple[Writer, ...]:
        """Return what writes each own part of the first page, in the order of the frame."""

    def pages(self, frame: Frame) -> tuple[Page, ...]:
        """Write everything that is not shared."""
        return (self._first_page(frame), *self._annexes(seal=len(frame.shared) - 1))

    def _first_page(self, frame: Frame) -> Page:
        own = zip(self._own_parts(), frame.tops, strict=True)
        pieces: list[Block | int] = []
        block = None
        for number in frame.order:
            if number is not None:
                pieces.append(number)
                block = None
                continue
            if block is None:
                block = Block()
                pieces.append(block)
            write, top = next(own)
            write(block, top)
        return tuple(pieces)

    def _annexes(self, seal: int) -> list[Page]:
        """Write the annexes; the description ends with the signature."""
        described, listed = self.description.pages(), self.payments.pages()
        for number, block in enumerate((*described, *listed), start=_SECOND):
            self._feet(block, number)
        pages: list[Page] = [(block,) for block in (*described, *listed)]
        if described:
            pages[len(described) - 1] = (described[-1], seal)
        return pages

    @cached_property
    def description_text(self) -> str:
        """What the gifts are, where they are not money: said of the whole, or of each."""
        each = (x.description for x in self.said.gifts if x.nature is not DonationNature.MONEY)
        return self.said.nature_detail or ", ".join(dict.fromkeys(filter(None, each)))

    @cached_property
    def description(self) -> DescriptionAnnex:
        """The annex that describes what was given, when the first page has no room for it."""
        return DescriptionAnnex(self.form, self.said, self._annexed_text())

    @abstractmethod
    def _annexed_text(self) -> str:
        """Return the description if it is too long for the first page, else nothing."""

    @cached_property
    def payments(self) -> PaymentsAnnex:
        """The annex that lists the payments, when the list is too long for the first page."""
        count = len(self.said.gifts)
        return PaymentsAnnex(self.form, self.said if count > 2 * _LIST_ROWS else None)

    @property
    def is_listed(self) -> bool:
        """Tell whether the payments are listed: one payment is its date and amount."""
        return len(self.said.gifts) > 1

    @property
    def _what(self) -> str:
        return self.form.labels[f"what_{kind_of(self.said.gifts)}"]

    @property
    def page_count(self) -> int:
        """How many pages the receipt has."""
        return 1 + self.description.count + self.payments.count

    def description_note(self) -> str:
        """Return the sentence that says where the description is."""
        last = 1 + self.description.count
        name = "description_annexed_pages" if last > _SECOND else "description_annexed"
        return self.form.labels[name].format(page=_SECOND, last=last)

    def panel(self, block: Block, _y: float) -> float:
        """Show the number and the amount at a glance, and the donor where an envelope does."""
        labels, said = self.form.labels, self.said
        values = (said.number_text, french_euros(said.amount))
        style, widths = _panel_style(values)
        x = at.LEFT
        for name, value, width in zip(("order_number", "total"), values, widths, strict=True):
            block.write(x, at.PANEL_TOP, at.PANEL_LABEL, labels[name])
            block.write(x, at.PANEL_TOP - 19, style, value)
            x += max(width + at.PANEL_GAP, at.PANEL_COLUMN)
        self._replaces(block)
        self._window(block)
        return 0.0

    def _replaces(self, block: Block) -> None:
        """Say which receipt this one stands for (legal_fr RF-20)."""
        said = self.said
        if not said.replaces_number:
            return
        day = said.replaces_issued_on
        name = "replaces" if day else "replaces_undated"
        sentence = self.form.labels[name].format(
            number=said.replaces_number, day=day_text(day) if day else ""
        )
        style, width = at.REPLACES_LINE, at.WINDOW_LEFT - at.LEFT - 12
        block.write(at.LEFT, at.REPLACES_TOP, style, *wrap(sentence, style, width, 2))

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
        write_window(block, address)

    def field(self, block: Block, y: float, label: str, value: str) -> float:
        """Write a label and its value beside it, at most so many lines of it."""
        styles = self.styles
        block.write(at.LEFT, y, styles.label, label)
        most = 2 if styles.cuts else 12
        lines = wrap(value, styles.value, at.VALUE_WIDTH, most)
        return block.write(at.VALUE_LEFT, y, styles.value, *lines)

    @property
    def street(self) -> str:
        """The donor's street on one line."""
        return " — ".join(line for line in self.said.donor_street if line)

    def payment_list(self, block: Block, y: float) -> float:
        """List the payments beside the signature, or say where they are listed."""
        gifts = self.said.gifts
        if not self.is_listed:
            return y
        if self.payments.count:
            page, last = _SECOND + self.description.count, self.page_count
            name = "payments_annexed" if page == last else "payments_annexed_pages"
            sentence = self.form.labels[name].format(
                count=len(gifts), page=page, last=last, what=self._what
            )
            block.write(at.LEFT, y, self.styles.value, sentence)
            return y
        title = self.form.labels["payments"].format(what=self._what)
        first = block.write(at.LEFT, y, self.styles.section, title)
        rows = -(-len(gifts) // 2) if len(gifts) > _LIST_ROWS else len(gifts)
        for column, start in enumerate(range(0, len(gifts), rows)):
            x = at.LEFT + column * (_LIST_COLUMN + 18)
            self._payments(block, x, first, gifts[start : start + rows])
        return y  # it stands beside the signature, which has room for it

    def _payments(
        self, block: Block, x: float, y: float, gifts: Sequence[SnapshotGift]
    ) -> None:
        for gift in gifts:
            block.write(x, y, at.LIST_LINE, day_text(gift.received_on))
            block.write(x + 50, y, at.LIST_LINE, self.form.payment_name(gift))
            amount = french_euros(gift.amount)
            block.write_right(x + _LIST_COLUMN, y, at.LIST_LINE, amount)
            y -= at.LIST_LINE.leading

    def footer(self, block: Block, y: float) -> float:
        """Write the foot of the first page, and the code that holds it."""
        self._feet(block, 1)
        if self.digest:
            text = seal_text(self.said, self.digest)
            block.codes.append(Code(text, at.CODE_LEFT, at.CODE_BOTTOM, at.CODE_SIDE))
        return y

    def _feet(self, block: Block, page: int) -> None:
        labels, said = self.form.labels, self.said
        receipt = labels["receipt"].format(number=said.number_text)
        block.write(at.LEFT, at.FOOTER, at.FOOTER_LINE, receipt)
        count = labels["page"].format(page=page, pages=self.page_count)
        block.write_right(at.NOTES_RIGHT, at.FOOTER, at.FOOTER_LINE, count)
        proofs = []
        if self.digest:
            digest = grouped(self.digest[:DIGEST_LENGTH])
            proofs.append(labels["digest"].format(digest=digest))
        if said.previous_hash:
            previous = grouped(said.previous_hash[:LINK_LENGTH])
            proofs.append(labels["previous"].format(previous=previous))
        seal = " · ".join(proofs)
        block.write(at.LEFT, at.FOOTER - at.FOOTER_LINE.leading, at.SEAL_LINE, seal)


def euros(figures: str) -> str:
    """Return an amount with its sign, which never starts a line."""
    return f"{figures}{HARD_SPACE}€"


def _panel_style(values: Sequence[str]) -> tuple[Style, list[float]]:
    """Return the largest style in which values stand side by side left of the window."""
    room = at.WINDOW_LEFT - at.LEFT - 2 * at.PANEL_GAP
    for style in at.PANEL_VALUES:
        widths = [width_of(value, style) for value in values]
        if max(widths[0], at.PANEL_COLUMN - at.PANEL_GAP) + widths[1] <= room:
            break
    return style, widths
