"""Money that moves: payments, what they were for, gifts and registrations."""

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, kept_number, kept_text, one_of

MODES = ("cash", "cheque", "transfer", "card", "direct_debit", "other")


# Money spent, and what is not received: a small part of all payments.
_UNCOMMON = text("direction = 'out' OR state <> 'received'")


class PaymentRow(Row, table=True):
    """One payment, in or out; an outside reference exists once per source.

    ``outside_content`` is what the source said last, so that a person's own decision is not
    mistaken for a change of the source. ``fee_cents`` is what a platform kept of the amount,
    ``payout_ref`` the transfer by which the platform paid it out.
    """

    __tablename__ = "payment"
    __table_args__ = (
        one_of("direction", ("in", "out")),
        one_of("mode", MODES),
        one_of("state", ("received", "to_check", "dismissed")),
        one_of("source", ("manual", "helloasso", "open_collective")),
        is_cents("amount_cents"),
        CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
        Index("uq_payment_outside_ref", "source", "outside_ref", unique=True),
        Index("ix_payment_paid_on", "paid_on", "id"),
        Index("ix_payment_payout_ref", "payout_ref", "id"),
        Index(
            "ix_payment_uncommon",
            "direction",
            "state",
            "id",
            sqlite_where=_UNCOMMON,
            postgresql_where=_UNCOMMON,
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    direction: str
    paid_on: dt.date
    amount_cents: int
    mode: str
    state: str
    source: str
    payer_id: int | None = Field(foreign_key="contact.id", index=True)
    label: str
    campaign_id: int | None = Field(foreign_key="campaign.id", index=True)
    outside_ref: str | None
    order_ref: str | None = Field(index=True)
    check_reason: str
    outside_content: str
    paid_out_on: dt.date | None
    comment: str
    fee_cents: int = Field(sa_column=kept_number())
    payout_ref: str = Field(sa_column=kept_text())
    cash_box_id: int | None = Field(default=None, foreign_key="cash_box.id", index=True)


class PaymentLineRow(Row, table=True):
    """A part of a payment and what it is for; the domain folds ``label_key``.

    ``party_id`` names who came to an event on it, ``activity_id`` the activity it is part of.
    """

    __tablename__ = "payment_line"
    __table_args__ = (
        one_of(
            "kind",
            (
                "gift",
                "fee",
                "registration",
                "sale",
                "grant",
                "expense",
                "network_fee",
                "other",
            ),
        ),
        is_cents("amount_cents"),
        Index("ix_payment_line_kind", "kind", "membership_id"),
        Index("ix_payment_line_payment_id", "payment_id", "amount_cents"),
    )
    id: int | None = Field(default=None, primary_key=True)
    payment_id: int = Field(foreign_key="payment.id")
    kind: str
    amount_cents: int
    label: str
    label_key: str
    membership_id: int | None = Field(default=None, foreign_key="membership.id", index=True)
    tier_id: int | None = Field(default=None, foreign_key="campaign_tier.id", index=True)
    grant_award_id: int | None = Field(default=None, foreign_key="grant_award.id", index=True)
    party_id: int | None = Field(default=None, foreign_key="event_party.id", index=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)


class GiftSumRow(Row, table=True):
    """What a contact gave in a year to a campaign (0: to none); kept by triggers.

    No part of the journal, like the sums of a contact.
    """

    __tablename__ = "gift_sum"
    __table_args__: ClassVar[tuple[Any, ...]] = (
        Index("ix_gift_sum_year", "year", "contact_id", "cents"),
        Index("ix_gift_sum_campaign_id", "campaign_id", "contact_id"),
        {"sqlite_with_rowid": False},
    )
    contact_id: int = Field(primary_key=True)
    year: int = Field(primary_key=True)
    campaign_id: int = Field(primary_key=True)
    cents: int
    last_on: dt.date


class RegistrationRow(Row, table=True):
    """A participant or member of an order, as a ticketing or membership file names it."""

    __tablename__ = "registration"
    __table_args__ = (
        one_of("kind", ("registration", "fee")),
        is_cents("amount_cents"),
        Index("uq_registration_key", "source", "outside_key", unique=True),
    )
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    source: str
    outside_key: str
    order_ref: str = Field(index=True)
    registered_on: dt.date
    status: str
    tariff: str
    amount_cents: int
    participant_last_name: str
    participant_first_name: str
    contact_id: int | None = Field(foreign_key="contact.id", index=True)
    payer_id: int | None = Field(foreign_key="contact.id", index=True)
    payment_id: int | None = Field(foreign_key="payment.id", index=True)
    answers: str
    outside_content: str
