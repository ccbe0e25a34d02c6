"""Gifts of every kind, and those that went back."""

import datetime as dt

from sqlalchemy import Boolean, CheckConstraint, Column, Index, false
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, kept_number, kept_text, one_of
from coopdesk.storage.tables.payments import MODES

NATURES = (
    "money",
    "listed_shares",
    "waived_income",
    "waived_expenses",
    "in_kind",
    "skills",
    "other",
)


class DonationRow(Row, table=True):
    """A gift: the part of a payment that may open a right to a receipt, or no money at all.

    ``is_fee`` tells a membership fee that is a gift for tax (RF-51): on receipts, not in lists.
    ``payment_line_id`` is null when no money moved: goods, skills, waived expenses or income.
    """

    __tablename__ = "donation"
    __table_args__ = (
        one_of("mode", MODES),
        one_of("nature", NATURES),
        one_of("form", ("authentic_deed", "private_deed", "manual_gift", "other")),
        is_cents("amount_cents"),
        is_cents("counterpart_cents"),
        CheckConstraint("amount_cents > 0", name="amount_positive"),
        CheckConstraint("counterpart_cents >= 0", name="counterpart_not_negative"),
        CheckConstraint("payment_line_id IS NOT NULL OR nature <> 'money'", name="money_moved"),
        Index("ix_donation_campaign_id", "campaign_id", "tier_id", "is_fee", "amount_cents"),
        Index(
            "ix_donation_received_on", "received_on", "id", "is_fee", "nature", "amount_cents"
        ),
        Index("uq_donation_pledge_due_on", "pledge_id", "pledge_due_on", unique=True),
    )
    id: int | None = Field(default=None, primary_key=True)
    payment_line_id: int | None = Field(foreign_key="payment_line.id", unique=True)
    donor_id: int | None = Field(foreign_key="contact.id", index=True)
    received_on: dt.date
    amount_cents: int
    mode: str
    nature: str
    form: str
    campaign_id: int | None = Field(foreign_key="campaign.id")
    ineligibility: str | None
    outside_receipt: str
    note: str
    is_fee: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=false()))
    description: str = Field(sa_column=kept_text())
    value_basis: str = Field(sa_column=kept_text())
    counterpart_cents: int = Field(sa_column=kept_number())
    counterpart: str = Field(sa_column=kept_text())
    is_for_ifi: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=false()))
    tier_id: int | None = Field(default=None, foreign_key="campaign_tier.id", index=True)
    pledge_id: int | None = Field(default=None, foreign_key="pledge.id")
    pledge_due_on: dt.date | None = None
    expense_sheet_id: int | None = Field(
        default=None, foreign_key="expense_sheet.id", unique=True
    )


class DonationReturnRow(Row, table=True):
    """A gift that went back: bounced, refunded, given back. It counts no more.

    ``payment_id`` is the payment out that says so in the accounts; null when no money moved.
    """

    __tablename__ = "donation_return"
    __table_args__ = (one_of("reason", ("bounced", "refunded", "given_back", "mistake")),)
    id: int | None = Field(default=None, primary_key=True)
    donation_id: int = Field(foreign_key="donation.id", unique=True)
    returned_on: dt.date
    reason: str
    payment_id: int | None = Field(foreign_key="payment.id", index=True)
    note: str
