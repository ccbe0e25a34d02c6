"""Money that moves: one payment, split over the lines that say what it was for."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.donations import Ineligibility, ReturnReason


class PaymentMode(enum.Enum):
    """How the money came or went."""

    CASH = "cash"
    CHEQUE = "cheque"
    TRANSFER = "transfer"
    CARD = "card"
    DIRECT_DEBIT = "direct_debit"
    OTHER = "other"


class Direction(enum.Enum):
    """Into the association, or out of it."""

    IN = "in"
    OUT = "out"


class PaymentState(enum.Enum):
    """Whether the money counts: only RECEIVED does.

    TO_CHECK waits for a person (unknown status, sum that does not tie); DISMISSED was
    looked at and does not count (refused, refunded, doubled).
    """

    RECEIVED = "received"
    TO_CHECK = "to_check"
    DISMISSED = "dismissed"


class PaymentSource(enum.Enum):
    """Where a payment was learnt from."""

    MANUAL = "manual"
    HELLOASSO = "helloasso"
    OPEN_COLLECTIVE = "open_collective"


class LineKind(enum.Enum):
    """What a part of a payment is for."""

    GIFT = "gift"
    FEE = "fee"
    REGISTRATION = "registration"
    SALE = "sale"
    GRANT = "grant"
    EXPENSE = "expense"
    NETWORK_FEE = "network_fee"
    OTHER = "other"


# What money is for that goes out when nobody says more.
SPENT = frozenset({LineKind.EXPENSE, LineKind.NETWORK_FEE})


@dataclass(frozen=True, slots=True)
class PaymentPart:
    """One line of a payment; ``tier_id`` names the tier of a campaign that it pays for.

    ``grant_award_id`` is the notified grant of which it is an instalment, ``party_id`` who came
    to an event on it, ``activity_id`` the activity that it is part of.
    """

    kind: LineKind
    amount: Money
    label: str = ""
    tier_id: int | None = None
    grant_award_id: int | None = None
    party_id: int | None = None
    activity_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewPayment:
    """A payment as typed in or imported; ``amount`` is above zero whatever the direction.

    ``credited_on`` is the day on which the bank had it, None if nobody said. ``fee`` is what a
    platform or a bank kept of the amount, which stays the gross one; of money spent it came on
    top, and below zero it was given back.
    """

    paid_on: dt.date
    amount: Money
    mode: PaymentMode
    parts: tuple[PaymentPart, ...]
    direction: Direction = Direction.IN
    payer_id: int | None = None
    label: str = ""
    campaign_id: int | None = None
    state: PaymentState = PaymentState.RECEIVED
    source: PaymentSource = PaymentSource.MANUAL
    outside_ref: str | None = None
    order_ref: str | None = None
    check_reason: str = ""
    credited_on: dt.date | None = None
    fee: Money = ZERO


@dataclass(frozen=True, slots=True)
class Payment:
    """A recorded payment."""

    id: int
    content: NewPayment
    payer_name: str


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """One row of the journal of payments: a line of a payment with what the payment says.

    ``number`` counts lines within the payment from 1; ``amount`` is above zero, ``direction``
    says which way it went. ``gift_id`` is the gift that the line is, also of a fee that counts
    as one, and ``is_returned`` tells that it went back. ``return_reason`` is why, of that line
    as well as of the money that went out. ``ineligibility`` is what the tier of a payment for
    something says about receipts. ``activity`` is the name of what it is part of.
    """

    id: int
    payment_id: int
    paid_on: dt.date
    direction: Direction
    kind: LineKind
    payer_id: int | None
    payer_name: str
    label: str
    campaign: str
    mode: PaymentMode
    amount: Money
    state: PaymentState
    source: PaymentSource
    is_returned: bool = False
    return_reason: ReturnReason | None = None
    gift_id: int | None = None
    ineligibility: Ineligibility | None = None
    activity: str = ""


@dataclass(frozen=True, slots=True)
class PaymentFilter:
    """Which lines of payments to show: a calendar year, words, one state or all.

    ``since`` and ``until`` are the first and the last day; ``for_tiers`` keeps what was paid
    for something by a tier of a campaign, which is no gift. ``without_returns`` leaves out
    gifts that went back and the money that took them back. ``sort`` is one of date, payer,
    kind, amount.
    """

    year: int | None = None
    text: str = ""
    state: PaymentState | None = None
    direction: Direction | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    for_tiers: bool = False
    without_returns: bool = False
    sort: str = "date"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Payout:
    """One transfer by which a platform paid out what it had collected.

    ``amount`` is what came to the bank: ``count`` payments in and out less the fees kept.
    """

    source: PaymentSource
    ref: str
    paid_out_on: dt.date | None
    count: int
    amount: Money


def check_payment(new: NewPayment, today: dt.date) -> None:
    """Raise RuleError unless it is positive, not in the future, and its parts add up."""
    if new.amount.cents <= 0:
        raise RuleError("payment.amount_not_positive", field="amount")
    check_fee(new)
    if new.paid_on > today:
        raise RuleError("payment.in_the_future", field="paid_on", day=new.paid_on)
    if new.paid_on.year < 1901:
        raise RuleError("payment.date_too_old", field="paid_on", day=new.paid_on)
    shared = total(part.amount for part in new.parts)
    if shared != new.amount:
        rest = new.amount - shared
        raise RuleError("payment.parts_do_not_add_up", amount=new.amount, remainder=rest)


def check_fee(new: NewPayment) -> None:
    """Raise RuleError ``payment.fee_not_possible`` unless the fee can be kept of the payment.

    A fee is kept of money that comes in, and leaves something of it.
    """
    most = new.amount if new.direction is Direction.IN else ZERO
    if new.fee < ZERO or (new.fee and new.fee >= most):
        raise RuleError("payment.fee_not_possible", field="fee", amount=most)
