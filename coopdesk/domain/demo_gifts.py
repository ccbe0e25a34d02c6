"""What the demonstration shows of gifts beside money that comes: read from its seed file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.domain.campaigns import NewCampaign
    from coopdesk.domain.donations import Ineligibility, ValueBasis
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentMode
    from coopdesk.domain.pledges import Frequency


@dataclass(frozen=True, slots=True)
class DemoTier:
    """A tier of a campaign; one with a reason against receipts is no gift."""

    name: str
    goal: Money | None
    minimum: Money | None
    suggested: Money | None
    ineligibility: Ineligibility | None


@dataclass(frozen=True, slots=True)
class DemoPledge:
    """A promise of somebody of the cast, kept on a day of each month."""

    who: str
    amount: Money
    frequency: Frequency
    mode: PaymentMode
    day: int


@dataclass(frozen=True, slots=True)
class DemoSheet:
    """An expense sheet: a trip, and an expense unless ``expense`` is empty."""

    title: str
    trip: str
    metres: int
    expense: str
    amount: Money


@dataclass(frozen=True, slots=True)
class DemoThing:
    """A gift in kind of somebody of the cast."""

    who: str
    description: str
    amount: Money
    basis: ValueBasis


@dataclass(frozen=True, slots=True)
class GiftWords:
    """Everything of it; ``driver`` of the cast owns the vehicle of both sheets."""

    campaigns: tuple[tuple[NewCampaign, tuple[DemoTier, ...]], ...]
    pledges: tuple[DemoPledge, ...]
    driver: str
    vehicle: str
    power: int
    waived: DemoSheet
    draft: DemoSheet
    things: tuple[DemoThing, ...]
