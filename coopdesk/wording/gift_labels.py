"""What codes about gifts, campaigns, expenses and receipts are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.attachments import AttachmentKind
from coopdesk.domain.donations import (
    DonationNature,
    Ineligibility,
    ReturnReason,
    TaxArticle,
    ValueBasis,
)
from coopdesk.domain.donor_letters import DonorTextKind
from coopdesk.domain.expenses import ExpenseKind, ExpenseState, SettlingWarning
from coopdesk.domain.gift_kinds import GiftKind
from coopdesk.domain.gift_standing import GiftStanding
from coopdesk.domain.mileage import VehicleKind
from coopdesk.domain.pledges import Frequency, InstalmentState, PledgeState
from coopdesk.domain.receipt_output import OutputOrder, OutputShape
from coopdesk.domain.receipt_proofs import Verified
from coopdesk.domain.receipts import DeliveryWay, ReceiptScope, ReceiptStatus
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

GIFT_LABELS: dict[enum.Enum, str] = {
    GiftStanding.ON_RECEIPT: N_("on a receipt"),
    GiftStanding.TO_VOID: N_("on a receipt to be voided"),
    GiftStanding.GONE: N_("returned or set aside"),
    GiftStanding.OUTSIDE_RECEIPT: N_("HelloAsso receipt"),
    GiftStanding.ANONYMOUS: N_("no receipt: anonymous"),
    GiftStanding.INELIGIBLE: N_("no receipt"),
    GiftStanding.ABOVE_LIMITS: N_("no receipt: too much in return"),
    GiftStanding.TO_CHECK: N_("to check"),
    GiftStanding.OPEN: N_("receipt to issue"),
    GiftKind.CASH: N_("Cash"),
    GiftKind.CHEQUE: N_("Cheque"),
    GiftKind.TRANSFER: N_("Bank transfer"),
    GiftKind.CARD: N_("Bank card"),
    GiftKind.DIRECT_DEBIT: N_("Direct debit"),
    GiftKind.PLATFORM: N_("Online platform…"),
    GiftKind.LISTED_SHARES: N_("Listed shares"),
    GiftKind.WAIVED_INCOME: N_("Waived income"),
    GiftKind.WAIVED_EXPENSES: N_("Waived expenses"),
    GiftKind.IN_KIND: N_("Gift in kind"),
    GiftKind.SKILLS: N_("Skills or staff lent"),
    GiftKind.OTHER: N_("Other nature"),
    DonorTextKind.THANKS: N_("Thanks for a gift"),
    DonorTextKind.COVER: N_("Letter with a receipt"),
    OutputShape.SEPARATE: N_("One file each"),
    OutputShape.ONE_FILE: N_("One file to print"),
    OutputShape.BY_WAY: N_("By e-mail, and the rest by post"),
    OutputOrder.NUMBER: N_("By number"),
    OutputOrder.POSTAL_CODE: N_("By postcode"),
    OutputOrder.DONOR: N_("By name of the donor"),
    Verified.AUTHENTIC: N_("Authentic"),
    Verified.DUPLICATE: N_("Duplicate"),
    Verified.VOIDED: N_("Voided since"),
    Verified.PRINTED: N_("Print that agrees"),
    Verified.MODIFIED: N_("Modified"),
    Verified.DOUBTFUL: N_("Doubtful"),
    Verified.UNKNOWN: N_("Unknown here"),
    Verified.UNREADABLE: N_("Unreadable"),
    AttachmentKind.VOUCHER: N_("Voucher"),
    AttachmentKind.WAIVER: N_("Signed waiver"),
    AttachmentKind.DEED: N_("Deed"),
    AttachmentKind.OTHER: N_("Other file"),
    ExpenseKind.MILEAGE: N_("Own vehicle"),
    ExpenseKind.TRANSPORT: N_("Train, bus, taxi"),
    ExpenseKind.TOLL: N_("Toll, parking"),
    ExpenseKind.LODGING: N_("Lodging"),
    ExpenseKind.MEAL: N_("Meals"),
    ExpenseKind.SUPPLIES: N_("Supplies"),
    ExpenseKind.POST: N_("Post, telephone"),
    ExpenseKind.OTHER: N_("Other expense"),
    ExpenseState.DRAFT: N_("Draft"),
    ExpenseState.WAIVED: N_("Waived as a gift"),
    ExpenseState.REIMBURSED: N_("Paid back"),
    SettlingWarning.OTHER_YEAR: N_(
        "The gift counts for the year of the waiver, not for that of the expenses."
    ),
    SettlingWarning.NO_VOUCHER: N_("Some expenses have no voucher: keep a proof of each."),
    SettlingWarning.NO_SIGNED_WAIVER: N_(
        "The signed waiver is not attached: print the sheet, have it signed, attach the scan."
    ),
    SettlingWarning.NO_ADDRESS: N_(
        "The volunteer's postal address is incomplete: the receipt will need it."
    ),
    VehicleKind.CAR: N_("Car"),
    VehicleKind.MOTORCYCLE: N_("Motorcycle"),
    VehicleKind.MOPED: N_("Moped (up to 50 cm³)"),
    DonationNature.IN_KIND: N_("Gift in kind"),
    DonationNature.SKILLS: N_("Skills or staff lent"),
    Ineligibility.TICKET: N_("Ticket for a show or an event"),
    Ineligibility.MEAL: N_("Meal"),
    Ineligibility.RAFFLE: N_("Raffle or lottery"),
    Ineligibility.AUCTION: N_("Auction"),
    Ineligibility.SECOND_HAND_SALE: N_("Second-hand sale"),
    Ineligibility.SERVICE: N_("Payment for a service"),
    Ineligibility.SHARE_SUBSCRIPTION: N_("Subscription of shares"),
    Ineligibility.PUBLIC_SUBSIDY: N_("Subsidy of a public body"),
    Ineligibility.VOLUNTEER_TIME: N_("Time given by a volunteer"),
    ReturnReason.BOUNCED: N_("Unpaid (bounced)"),
    ReturnReason.REFUNDED: N_("Refunded"),
    ReturnReason.GIVEN_BACK: N_("Given back"),
    ReturnReason.MISTAKE: N_("Recorded by mistake"),
    TaxArticle.INCOME: N_("Article 200 (income tax)"),
    TaxArticle.WEALTH: N_("Article 978 (tax on property wealth)"),
    TaxArticle.COMPANY: N_("Article 238 bis (companies)"),
    ValueBasis.NONE: N_("(not said)"),
    ValueBasis.SALE_PRICE: N_("What it would sell for"),
    ValueBasis.PURCHASE_PRICE: N_("What it cost to buy"),
    ValueBasis.APPRAISAL: N_("Value found by an expert"),
    ValueBasis.STOCK_PRICE: N_("Stock price of the day"),
    ValueBasis.COMPANY_COST: N_("Cost price stated by the company"),
    ValueBasis.COMPANY_PAYROLL: N_("Pay and charges stated by the company"),
    DeliveryWay.PRINTED: N_("Printed"),
    DeliveryWay.EMAILED: N_("Sent by e-mail"),
    DeliveryWay.POSTED: N_("Sent by post"),
    DeliveryWay.HANDED: N_("Handed over"),
    ReceiptScope.PERIOD: N_("One receipt per company and period"),
    ReceiptStatus.ISSUED: N_("Issued"),
    ReceiptStatus.DELIVERED: N_("Delivered"),
    ReceiptStatus.VOIDED: N_("Voided"),
    ReceiptStatus.REPLACED: N_("Replaced"),
    Frequency.ONCE: N_("once"),
    Frequency.MONTHLY: N_("every month"),
    Frequency.QUARTERLY: N_("every three months"),
    Frequency.YEARLY: N_("every year"),
    PledgeState.ACTIVE: N_("Under way"),
    PledgeState.PAUSED: N_("Paused"),
    PledgeState.ENDED: N_("Ended"),
    InstalmentState.RECEIVED: N_("Received"),
    InstalmentState.LATE: N_("Late"),
    InstalmentState.EXPECTED: N_("Expected"),
    InstalmentState.SKIPPED: N_("Skipped"),
}
