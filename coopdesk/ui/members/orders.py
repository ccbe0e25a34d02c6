"""What the forms of memberships hand over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.members import NewMembership
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentMode


@dataclass(frozen=True, slots=True)
class PaidNow:
    """What was received together with a new membership."""

    amount: Money
    mode: PaymentMode
    paid_on: dt.date


@dataclass(frozen=True, slots=True)
class MembershipOrder:
    """A membership to record, and its payment when it is paid at once."""

    new: NewMembership
    paid: PaidNow | None = None
