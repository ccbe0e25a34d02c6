"""What a gift is, when it may be recorded, and whether it opens a right to a receipt."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import checked_line

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contacts import ContactKind
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentMode, PaymentState

NOTE_LIMIT = 500


class DonationNature(enum.Enum):
    """The boxes « Nature du don » of form 11580*05."""

    MONEY = "money"
    LISTED_SHARES = "listed_shares"
    WAIVED_INCOME = "waived_income"
    WAIVED_EXPENSES = "waived_expenses"
    OTHER = "other"


class DonationForm(enum.Enum):
    """The boxes « Forme du don » of form 11580*05."""

    AUTHENTIC_DEED = "authentic_deed"
    PRIVATE_DEED = "private_deed"
    MANUAL_GIFT = "manual_gift"
    OTHER = "other"


class Ineligibility(enum.Enum):
    """Why a gift gives no receipt, decided by a person or by its origin."""

    COUNTERPART = "counterpart"
    SPONSORING = "sponsoring"
    ON_BEHALF_OF_OTHERS = "on_behalf_of_others"
    DONOR_DECLINED = "donor_declined"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NewDonation:
    """A gift as typed in; ``donor_id`` None means anonymous.

    ``ineligibility`` None says that the gift opens a right to a receipt.
    """

    received_on: dt.date
    amount: Money
    mode: PaymentMode
    donor_id: int | None = None
    campaign: str = ""
    nature: DonationNature = DonationNature.MONEY
    form: DonationForm = DonationForm.MANUAL_GIFT
    ineligibility: Ineligibility | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Donation:
    """A recorded gift.

    ``is_fee`` tells a membership fee that counts as a gift for tax (legal_fr RF-51),
    ``is_shared`` a payment that is for other things as well.
    """

    id: int
    content: NewDonation
    donor_name: str
    payment_id: int
    payment_state: PaymentState
    outside_receipt: str
    receipt_number: str
    is_fee: bool = False
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class DonationLine:
    """One row of the list of gifts.

    ``outside_receipt`` names a receipt issued by HelloAsso, ``receipt_number`` ours; empty if
    none. ``donor_kind`` is None for an anonymous gift.
    """

    id: int
    received_on: dt.date
    donor_id: int | None
    donor_name: str
    campaign: str
    mode: PaymentMode
    amount: Money
    state: PaymentState
    ineligibility: Ineligibility | None
    outside_receipt: str
    receipt_number: str
    donor_kind: ContactKind | None = None


@dataclass(frozen=True, slots=True)
class DonationFilter:
    """Which gifts to show; ``sort`` is one of date, donor, campaign, amount."""

    year: int | None = None
    text: str = ""
    donor_id: int | None = None
    campaign: str = ""
    sort: str = "date"
    descending: bool = True


def checked_donation(new: NewDonation, today: dt.date) -> NewDonation:
    """Return the gift cleaned.

    Raises:
        RuleError: amount not above zero, date in the future or before 1901, text too long.
    """
    from dataclasses import replace

    if new.amount.cents <= 0:
        raise RuleError("donation.amount_not_positive", field="amount")
    if new.received_on > today:
        raise RuleError("donation.in_the_future", field="received_on", day=new.received_on)
    if new.received_on.year < 1901:
        raise RuleError("payment.date_too_old", field="received_on", day=new.received_on)
    return replace(
        new,
        campaign=checked_line(new.campaign, "campaign", 120),
        note=checked_line(new.note, "note", NOTE_LIMIT),
    )
