"""Tax receipts: what a receipt says, and which gifts may be on one."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import DonationNature, TaxArticle, ValueBasis
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.donations import DonationForm, Ineligibility, ReturnReason
    from coopdesk.domain.payments import PaymentMode, PaymentState


class ReceiptScope(enum.Enum):
    """One receipt per donor and year ("cumul"), one per gift, or one per company and period.

    PERIOD is what DONOR means for a company: one of its fiscal years (form 16216*03, note 5).
    """

    DONOR = "donor"
    GIFT = "gift"
    PERIOD = "period"


class DeliveryWay(enum.Enum):
    """How a receipt went to its donor."""

    PRINTED = "printed"
    EMAILED = "emailed"
    POSTED = "posted"
    HANDED = "handed"


class ReceiptStatus(enum.Enum):
    """Where a receipt is in its life."""

    ISSUED = "issued"
    DELIVERED = "delivered"
    VOIDED = "voided"
    REPLACED = "replaced"


class Verdict(enum.Enum):
    """What the review says of a gift."""

    READY = "ready"
    BLOCKED = "blocked"
    EXCLUDED = "excluded"
    ISSUED = "issued"


class Cure(enum.Enum):
    """Where a blocked gift is cured."""

    CONTACT = "contact"
    PAYMENT = "payment"
    DONATION = "donation"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class ReviewedGift:
    """A gift of the year with everything the review needs; read from the database.

    ``is_fee`` tells a membership fee without counterpart, a gift for tax (legal_fr RF-51).
    ``payment_id`` is None where no money moved; ``credited_on`` is None where nobody said when
    the bank had it, ``is_from_platform`` that a platform told the day of the payment.
    ``donor_printed`` is all that a receipt would print of the donor, ``unprintable_donor`` and
    ``unprintable_gift`` the characters of it and of the description that no paper can print.
    """

    donation_id: int
    received_on: dt.date
    amount: Money
    mode: PaymentMode
    nature: DonationNature
    form: DonationForm
    campaign: str
    payment_id: int | None
    payment_state: PaymentState
    ineligibility: Ineligibility | None
    outside_receipt: str
    donor_id: int | None
    donor_kind: ContactKind | None
    donor_name: str
    donor_sort_key: str
    donor_name_complete: bool
    donor_address_complete: bool
    receipt_number: str
    note: str = ""
    is_fee: bool = False
    donor_organisation_kind: OrganisationKind = OrganisationKind.NONE
    donor_fiscal_year_end: str = ""
    donor_legal_form: str = ""
    donor_siren: str = ""
    donor_country: str = "FR"
    description: str = ""
    value_basis: ValueBasis = ValueBasis.NONE
    counterpart: Money = ZERO
    is_for_ifi: bool = False
    return_reason: ReturnReason | None = None
    donor_printed: str = ""
    unprintable_donor: str = ""
    unprintable_gift: str = ""
    has_expense_sheet: bool = False
    credited_on: dt.date | None = None
    is_from_platform: bool = False

    @property
    def is_returned(self) -> bool:
        """Whether it went back."""
        return self.return_reason is not None

    @property
    def article(self) -> TaxArticle:
        """The article of the CGI that a receipt for this gift would name."""
        if self.donor_kind is ContactKind.ORGANISATION:
            return TaxArticle.COMPANY
        return TaxArticle.WEALTH if self.is_for_ifi else TaxArticle.INCOME


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """The verdict on one gift: a reason code (``wording.labels``) and where it is cured.

    ``values`` are the figures that the reason names; ``warnings`` are codes of what does not
    stand in the way but should be known.
    """

    gift: ReviewedGift
    verdict: Verdict
    reason: str = ""
    cure: Cure | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewTotals:
    """What was given and kept, and what the bank says of it; ``difference`` should be zero.

    ``bank`` adds up the lines of payments for gifts, less what went back. ``count`` says of
    how many gifts of the calendar year: a company's may stand on a receipt of another year.
    """

    gifts: Money = ZERO
    money: Money = ZERO
    without_money: Money = ZERO
    bank: Money = ZERO
    difference: Money = ZERO
    count: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """All gifts of a year, judged; ``missing`` names the profile fields that block all."""

    year: int
    lines: tuple[ReviewLine, ...]
    missing: tuple[str, ...]
    totals: ReviewTotals = ReviewTotals()

    def of(self, verdict: Verdict) -> tuple[ReviewLine, ...]:
        """Return the lines with one verdict."""
        return tuple(line for line in self.lines if line.verdict is verdict)

    def total(self, verdict: Verdict) -> Money:
        """Add up the gifts with one verdict."""
        return Money(sum(line.gift.amount.cents for line in self.of(verdict)))


@dataclass(frozen=True, slots=True)
class SnapshotGift:
    """One gift as printed in the list of payments of a receipt."""

    received_on: dt.date
    amount: Money
    mode: PaymentMode
    nature: DonationNature = DonationNature.MONEY
    description: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptSnapshot:
    """Everything a printed receipt says, frozen when it is issued.

    ``form`` is the form's number (``11580``) and ``form_version`` its version (``05``);
    ``articles`` are the ticked articles of the CGI. Addresses are printable lines. Images are
    named by the SHA-256 of the stored file; empty for none. ``nature_detail`` completes the
    nature « Autres (précisez) », or is the « description exhaustive » of form 16216*03. A
    company's name is in ``donor_last_name``; ``period_start`` and ``period_end`` are the days
    that form 16216*03 asks for. ``previous_hash`` is the link before in the chain of receipts,
    printed so that the paper anchors it. ``order_on`` is the day of the order that recognised
    an association of Alsace or Moselle, where others have ``decree_on``.
    """

    form: str
    form_version: str
    year: int
    number: int
    scope: ReceiptScope
    issued_on: dt.date
    association_name: str
    association_number: str
    association_street: tuple[str, ...]
    association_postal_code: str
    association_city: str
    association_country: str
    association_purpose: str
    category: str
    category_detail: str
    decree_on: dt.date | None
    published_on: dt.date | None
    donor_last_name: str
    donor_first_name: str
    donor_street: tuple[str, ...]
    donor_postal_code: str
    donor_city: str
    donor_country: str
    amount: Money
    words_1990: bool
    gifts: tuple[SnapshotGift, ...]
    articles: tuple[str, ...]
    gift_form: DonationForm
    nature: DonationNature
    signatory_name: str
    signatory_role: str
    nature_detail: str = ""
    logo_sha256: str = ""
    signature_sha256: str = ""
    written_number: str = ""
    donor_legal_form: str = ""
    donor_siren: str = ""
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    replaces_number: str = ""
    replaces_issued_on: dt.date | None = None
    previous_hash: str = ""
    order_on: dt.date | None = None

    @property
    def number_text(self) -> str:
        """The receipt's number as printed: ``2026-0042`` or as its series writes it."""
        return self.written_number or receipt_number_text(self.year, self.number)

    @property
    def file_name(self) -> str:
        """A stable file name that sorts by number and holds only safe characters."""
        name = fold(f"{self.donor_last_name} {self.donor_first_name}")
        safe = "-".join(
            "".join(x if x.isalnum() and x.isascii() else " " for x in name).split()
        )
        return f"recu-{self.number_text}-{safe[:40]}".rstrip("-") + ".pdf"


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One row of the list of issued receipts."""

    id: int
    year: int
    number: int
    issued_on: dt.date
    donor_id: int
    donor_name: str
    scope: ReceiptScope
    gift_count: int
    amount: Money
    number_text: str
    form: str = "11580"
    article: TaxArticle = TaxArticle.INCOME
    nature: DonationNature = DonationNature.MONEY
    donor_email: str = ""
    status: ReceiptStatus = ReceiptStatus.ISSUED
    delivered_on: dt.date | None = None
    delivered_by: DeliveryWay | None = None
    voided_on: dt.date | None = None
    replaces: str = ""
    replaced_by: str = ""
    returned_gifts: int = 0


@dataclass(frozen=True, slots=True)
class ReceiptSeries:
    """How the numbers of a year are written: ``prefix`` then ``digits`` digits at least."""

    year: int
    prefix: str
    digits: int = 4

    def text(self, number: int) -> str:
        """Return a number as printed."""
        return f"{self.prefix}{number:0{self.digits}d}"


@dataclass(frozen=True, slots=True)
class ReceiptVoid:
    """That a receipt counts no more: why, when, who said so."""

    receipt_id: int
    voided_on: dt.date
    reason: str
    author: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """How and when a receipt went to its donor."""

    way: DeliveryWay
    delivered_on: dt.date
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptFilter:
    """Which issued receipts to show; None shows all.

    ``sort`` is one of number, donor, amount, issued, postal_code.
    """

    year: int | None = None
    text: str = ""
    status: ReceiptStatus | None = None
    form: str = ""
    sort: str = "number"
    descending: bool = False


def receipt_number_text(year: int, number: int) -> str:
    """Return ``2026-0042``; years above 9 999 receipts simply grow longer."""
    return f"{year}-{number:04d}"
