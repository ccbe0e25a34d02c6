"""The kinds of gifts as people name them: what was given, and how if it was money."""

from __future__ import annotations

import enum

from coopdesk.domain.donations import DonationNature
from coopdesk.domain.payments import PaymentMode


class GiftKind(enum.Enum):
    """One choice in place of two: a nature, and a mode for money.

    PLATFORM is money that a platform collected: paid by card. An import of its file knows more.
    """

    CASH = "cash"
    CHEQUE = "cheque"
    TRANSFER = "transfer"
    CARD = "card"
    DIRECT_DEBIT = "direct-debit"
    PLATFORM = "platform"
    LISTED_SHARES = "listed-shares"
    WAIVED_INCOME = "waived-income"
    WAIVED_EXPENSES = "waived-expenses"
    IN_KIND = "in-kind"
    SKILLS = "skills"
    OTHER = "other"

    @property
    def nature(self) -> DonationNature:
        """What the gift is made of."""
        return _NATURES.get(self, DonationNature.MONEY)

    @property
    def mode(self) -> PaymentMode:
        """How the money came; OTHER, which says nothing, when there is none."""
        return _MODES.get(self, PaymentMode.OTHER)

    @property
    def is_money(self) -> bool:
        """Whether money moved."""
        return self.nature is DonationNature.MONEY


_MODES = {
    GiftKind.CASH: PaymentMode.CASH,
    GiftKind.CHEQUE: PaymentMode.CHEQUE,
    GiftKind.TRANSFER: PaymentMode.TRANSFER,
    GiftKind.CARD: PaymentMode.CARD,
    GiftKind.DIRECT_DEBIT: PaymentMode.DIRECT_DEBIT,
    GiftKind.PLATFORM: PaymentMode.CARD,
}
_NATURES = {
    GiftKind.LISTED_SHARES: DonationNature.LISTED_SHARES,
    GiftKind.WAIVED_INCOME: DonationNature.WAIVED_INCOME,
    GiftKind.WAIVED_EXPENSES: DonationNature.WAIVED_EXPENSES,
    GiftKind.IN_KIND: DonationNature.IN_KIND,
    GiftKind.SKILLS: DonationNature.SKILLS,
    GiftKind.OTHER: DonationNature.OTHER,
}
_OF_MODES = {mode: kind for kind, mode in _MODES.items() if kind is not GiftKind.PLATFORM}
_OF_NATURES = {nature: kind for kind, nature in _NATURES.items()}


def gift_kind(nature: DonationNature, mode: PaymentMode) -> GiftKind | None:
    """Return the kind of a gift; None for money that nobody said how it came."""
    if nature is not DonationNature.MONEY:
        return _OF_NATURES[nature]
    return _OF_MODES.get(mode)
