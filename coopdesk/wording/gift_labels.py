"""What codes about gifts, campaigns, expenses and receipts are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.donations import (
    DonationNature,
    Ineligibility,
    ReturnReason,
    TaxArticle,
    ValueBasis,
)
from coopdesk.domain.receipts import DeliveryWay, ReceiptScope, ReceiptStatus
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

GIFT_LABELS: dict[enum.Enum, str] = {
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
}
