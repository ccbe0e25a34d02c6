"""The official form of a tax receipt: its labels, boxes and categories, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.payments import PaymentMode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

# What the form prints where nothing was filled in.
BLANKS = {
    "decree_on": "…/…/……",
    "published_on": "…/…/……",
    "category_detail": "……",
}

# The boxes « mode de versement » of form 11580*05; another mode ticks none.
_MODE_BOXES = {
    PaymentMode.CASH: "cash",
    PaymentMode.CHEQUE: "cheque",
    PaymentMode.TRANSFER: "transfer",
    PaymentMode.CARD: "transfer",
    PaymentMode.DIRECT_DEBIT: "transfer",
}


@dataclass(frozen=True, slots=True)
class FormCategory:
    """One box « Cochez la case concernée ».

    ``label`` is for choosing on screen, ``text`` is printed; ``group`` is the code of the box
    that contains this one; ``needs`` names the profile fields that complete the text.
    """

    code: str
    label: str
    text: str
    group: str = ""
    needs: tuple[str, ...] = ()
    chosen_alone: bool = True

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the printed text with its blanks filled by what ``values`` holds."""
        known = {name: values.get(name) or blank for name, blank in BLANKS.items()}
        return self.text.format(**known)


@dataclass(frozen=True, slots=True)
class ReceiptForm:
    """A version of an official form.

    ``labels`` by name; the boxes by code: ``articles`` (``200``, ``978``), ``gift_forms``
    (DonationForm values), ``natures`` (DonationNature values), ``modes`` (see ``mode_box``).
    ``payment_modes`` names each PaymentMode value in the list of payments.
    """

    number: str
    version: str
    model: str
    checked_on: dt.date
    confidence: str
    labels: Mapping[str, str]
    articles: Mapping[str, str]
    gift_forms: Mapping[str, str]
    natures: Mapping[str, str]
    modes: Mapping[str, str]
    payment_modes: Mapping[str, str]
    categories: tuple[FormCategory, ...]
    notes: tuple[str, ...]
    register_note: str

    @property
    def choices(self) -> tuple[FormCategory, ...]:
        """The categories that an association may choose."""
        return tuple(category for category in self.categories if category.chosen_alone)

    def category(self, code: str) -> FormCategory:
        """Return a category by its code.

        Raises:
            RuleError: ``receipt.unknown_category``.
        """
        for category in self.categories:
            if category.code == code:
                return category
        raise RuleError("receipt.unknown_category", category=code[:40], field="category")

    def boxes_of(self, code: str) -> tuple[FormCategory, ...]:
        """Return the boxes to tick for a category: the box that contains it, then itself."""
        chosen = self.category(code)
        return (self.category(chosen.group), chosen) if chosen.group else (chosen,)


def mode_box(mode: PaymentMode) -> str:
    """Return the code of the box « mode de versement » for a mode; empty for none."""
    return _MODE_BOXES.get(mode, "")
