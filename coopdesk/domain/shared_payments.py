"""One payment for several people and things: fees, gifts, tickets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.money import Money

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.payments import PaymentMode


@dataclass(frozen=True, slots=True)
class PaymentShare:
    """A part of one payment and what it settles.

    ``kind`` is a ``LineKind`` code; a fee names its membership, a gift its donor.
    """

    kind: str
    amount: Money
    membership_id: int | None = None
    donor_id: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class NewSharedPayment:
    """One payment for several people and things; the shares add up to the amount."""

    payer_id: int | None
    paid_on: dt.date
    amount: Money
    mode: PaymentMode
    shares: tuple[PaymentShare, ...] = field(default_factory=tuple)
    label: str = ""

    @property
    def remainder(self) -> Money:
        """What is not shared out yet; below zero when too much is."""
        return self.amount - Money(sum(share.amount.cents for share in self.shares))
