"""What a gift is, when it may be recorded, and whether it opens a right to a receipt."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contacts import ContactKind
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentMode, PaymentState

NOTE_LIMIT = 500


class DonationNature(enum.Enum):
    """What a gift is made of; only MONEY moves money, and so has a payment.

    On form 11580*05 IN_KIND and SKILLS tick « Autres (précisez) »; on form 16216*03 all but
    MONEY are « dons en nature ».
    """

    MONEY = "money"
    LISTED_SHARES = "listed_shares"
    WAIVED_INCOME = "waived_income"
    WAIVED_EXPENSES = "waived_expenses"
    IN_KIND = "in_kind"
    SKILLS = "skills"
    OTHER = "other"


class DonationForm(enum.Enum):
    """The boxes « Forme du don » of form 11580*05."""

    AUTHENTIC_DEED = "authentic_deed"
    PRIVATE_DEED = "private_deed"
    MANUAL_GIFT = "manual_gift"
    OTHER = "other"


class ValueBasis(enum.Enum):
    """How the value of what is not money was found (legal_fr RF-56, RF-57).

    The two of a company are its own figures, which we only copy.
    """

    NONE = ""
    SALE_PRICE = "sale_price"
    PURCHASE_PRICE = "purchase_price"
    APPRAISAL = "appraisal"
    STOCK_PRICE = "stock_price"
    COMPANY_COST = "company_cost"
    COMPANY_PAYROLL = "company_payroll"


class TaxArticle(enum.Enum):
    """The article of the CGI under which a gift lowers a tax."""

    INCOME = "200"
    WEALTH = "978"
    COMPANY = "238 bis"


class ReturnReason(enum.Enum):
    """Why a gift went back, whole."""

    BOUNCED = "bounced"
    REFUNDED = "refunded"
    GIVEN_BACK = "given_back"
    MISTAKE = "mistake"


class Ineligibility(enum.Enum):
    """Why a payment or a gift gives no receipt, decided by a person or by its origin.

    The rule behind each, with its date and source, is data: ``db/seed/receipt_rules.toml``.
    """

    COUNTERPART = "counterpart"
    SPONSORING = "sponsoring"
    ON_BEHALF_OF_OTHERS = "on_behalf_of_others"
    DONOR_DECLINED = "donor_declined"
    TICKET = "ticket"
    MEAL = "meal"
    RAFFLE = "raffle"
    AUCTION = "auction"
    SECOND_HAND_SALE = "second_hand_sale"
    SERVICE = "service"
    SHARE_SUBSCRIPTION = "share_subscription"
    PUBLIC_SUBSIDY = "public_subsidy"
    VOLUNTEER_TIME = "volunteer_time"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NewDonation:
    """A gift as typed in; ``donor_id`` None means anonymous.

    ``received_on`` is the day that counts for tax: cash and cheques handed over, anything else
    credited (BOI-IR-RICI-250-20 §20-30); ``credited_on`` the day the bank had a cheque.
    ``ineligibility`` None says that nobody decided against a receipt. ``description`` and
    ``value_basis`` say what a gift without money is and what it is worth; ``counterpart`` is
    the value of what the donor got for it. ``is_for_ifi`` asks for article 978. ``activity_id``
    says what the money is part of; None is for what the campaign says.
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
    credited_on: dt.date | None = None
    description: str = ""
    value_basis: ValueBasis = ValueBasis.NONE
    counterpart: Money = ZERO
    counterpart_label: str = ""
    is_for_ifi: bool = False
    tier_id: int | None = None
    pledge_id: int | None = None
    pledge_due_on: dt.date | None = None
    expense_sheet_id: int | None = None
    activity_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewReturn:
    """That a gift went back, whole: when and why."""

    returned_on: dt.date
    reason: ReturnReason
    note: str = ""


@dataclass(frozen=True, slots=True)
class Donation:
    """A recorded gift.

    ``payment_id`` is None when no money moved. ``returned`` says that it went back, and
    ``return_payment_id`` is the payment out. ``receipt_number`` is that of the living receipt,
    ``past_receipt`` that of the last one which was voided. ``is_fee`` tells a membership fee
    that counts as a gift for tax (legal_fr RF-51), ``is_shared`` a payment that is for other
    things as well.
    """

    id: int
    content: NewDonation
    donor_name: str
    payment_id: int | None
    payment_state: PaymentState
    outside_receipt: str
    receipt_number: str
    is_fee: bool = False
    is_shared: bool = False
    returned: NewReturn | None = None
    receipt_id: int | None = None
    past_receipt: str = ""
    return_payment_id: int | None = None

    @property
    def is_bound(self) -> bool:
        """Whether a receipt names it, voided or not, or it went back: it cannot go."""
        return bool(self.receipt_number or self.past_receipt or self.returned)


@dataclass(frozen=True, slots=True)
class DonationLine:
    """One row of the list of gifts.

    ``outside_receipt`` names a receipt issued by HelloAsso, ``receipt_number`` ours; empty if
    none. ``donor_kind`` is None for an anonymous gift. ``is_above_limits`` tells that its donor
    got too much in return (legal_fr RF-52, RF-53): only lists that say what becomes of gifts
    ask for it.
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
    nature: DonationNature = DonationNature.MONEY
    returned_on: dt.date | None = None
    return_reason: ReturnReason | None = None
    counterpart: Money = ZERO
    is_above_limits: bool = False


@dataclass(frozen=True, slots=True)
class DonationFilter:
    """Which gifts to show; ``sort`` is one of date, donor, campaign, amount.

    ``nature`` None shows all; ``returned`` None those that went back as well. ``since`` and
    ``until`` are the first and the last day. ``unpromised_on`` leaves out what keeps a pledge
    that comes back and is alive on that day.
    """

    year: int | None = None
    text: str = ""
    donor_id: int | None = None
    campaign: str = ""
    sort: str = "date"
    descending: bool = True
    nature: DonationNature | None = None
    tier_id: int | None = None
    returned: bool | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    unpromised_on: dt.date | None = None
