"""The official form of a tax receipt: its labels, boxes and categories, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.donations import DonationNature
from coopdesk.domain.errors import RuleError
from coopdesk.domain.payments import PaymentMode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.receipts import SnapshotGift

# What the form prints where nothing was filled in.
BLANKS = {
    "decree_on": "…/…/……",
    "published_on": "…/…/……",
    "approved_on": "……",
    "recognised_on": "…/…/……",
    "category_detail": "……",
}

# The profile field behind a blank that is not named like it.
_FIELDS = {"approved_on": "decree_on", "recognised_on": "decree_on"}

# The boxes « mode de versement » and « forme des versements »; 11580*05 lacks the last one.
_MODE_BOXES = {
    PaymentMode.CASH: "cash",
    PaymentMode.CHEQUE: "cheque",
    PaymentMode.TRANSFER: "transfer",
    PaymentMode.CARD: "transfer",
    PaymentMode.DIRECT_DEBIT: "transfer",
    PaymentMode.OTHER: "other",
}

# The natures that share the box « Autres (précisez) » of form 11580*05.
_DESCRIBED = frozenset({DonationNature.IN_KIND, DonationNature.SKILLS, DonationNature.OTHER})


@dataclass(frozen=True, slots=True)
class FormCategory:
    """One box « Cochez la case concernée ».

    ``label`` is for choosing on screen, ``text`` is printed; ``group`` is the code of the box
    that contains this one; ``blanks`` are the gaps in the text.
    """

    code: str
    label: str
    text: str
    group: str = ""
    blanks: tuple[str, ...] = ()
    chosen_alone: bool = True

    @property
    def needs(self) -> tuple[str, ...]:
        """The profile fields that complete the text."""
        return tuple(dict.fromkeys(_FIELDS.get(blank, blank) for blank in self.blanks))

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the printed text with its blanks filled by what ``values`` holds."""
        return self.text.format(**{name: values.get(name) or x for name, x in BLANKS.items()})


@dataclass(frozen=True, slots=True)
class ReceiptForm:
    """A version of an official form.

    ``labels`` by name; the boxes by code: ``articles`` (``200``, ``978``), ``gift_forms``
    (DonationForm values), ``natures`` (see ``nature_box``), ``modes`` (see ``mode_box``); those
    that a form does not have are empty. ``payment_modes`` and ``payment_natures`` name each
    PaymentMode and DonationNature in the list of payments.
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
    payment_natures: Mapping[str, str]
    categories: tuple[FormCategory, ...]
    notes: tuple[str, ...]
    register_note: str

    @property
    def choices(self) -> tuple[FormCategory, ...]:
        """The categories that an association may choose."""
        return tuple(category for category in self.categories if category.chosen_alone)

    def payment_name(self, gift: SnapshotGift) -> str:
        """Name the mode of a payment, or the nature of a gift that is not money."""
        if gift.nature is DonationNature.MONEY:
            return self.payment_modes[gift.mode.value]
        return self.payment_natures[gift.nature.value]

    def category(self, code: str) -> FormCategory:
        """Return a category by its code.

        Raises:
            RuleError: ``receipt.category_not_on_form``: this form has no such box.
        """
        for category in self.categories:
            if category.code == code:
                return category
        form = f"{self.number}*{self.version}"
        raise RuleError(
            "receipt.category_not_on_form", form=form, category=code[:40], field="category"
        )

    def boxes_of(self, code: str) -> tuple[FormCategory, ...]:
        """Return the boxes to tick for a category: the box that contains it, then itself."""
        chosen = self.category(code)
        return (self.category(chosen.group), chosen) if chosen.group else (chosen,)


def mode_box(mode: PaymentMode) -> str:
    """Return the code of the box for a mode of payment; not every form has every box."""
    return _MODE_BOXES[mode]


def nature_box(nature: DonationNature) -> str:
    """Return the code of the box « Nature du don » of form 11580*05."""
    return "other" if nature in _DESCRIBED else nature.value
