"""Partners: what was agreed with them, who owes what by when, and what networks cost."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, kept_number, kept_text, one_of


class PartnerRow(Row, table=True):
    """An organisation that is a partner; ``level`` is how far it reaches.

    ``referent_id`` is the person among us who follows it; a network is one that we belong to.
    """

    __tablename__ = "partner"
    __table_args__ = (
        one_of(
            "kind",
            (
                "research",
                "institution",
                "funder",
                "network",
                "field",
                "company",
                "media",
                "other",
            ),
        ),
        one_of(
            "level",
            (
                "",
                "neighbourhood",
                "town",
                "intermunicipal",
                "department",
                "region",
                "national",
                "european",
                "international",
            ),
        ),
        CheckConstraint("ended_on >= started_on", name="days_in_order"),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", unique=True)
    kind: str
    level: str = Field(sa_column=kept_text())
    started_on: dt.date | None = None
    ended_on: dt.date | None = None
    referent_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    purpose: str = Field(sa_column=kept_text())
    note: str = Field(sa_column=kept_text())


class AgreementRow(Row, table=True):
    """A written agreement with a partner; ``terms`` is the text of the convention.

    Notice is given ``notice_months`` and ``notice_days`` before its end. ``follows_id`` is the
    agreement that it renews, ``ended_on`` the day on which it was ended before its time.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        one_of(
            "kind",
            (
                "partnership",
                "grant",
                "premises",
                "equipment",
                "service",
                "network",
                "charter",
                "other",
            ),
        ),
        one_of("state", ("draft", "sent", "signed", "ended")),
        one_of("renewal", ("none", "tacit", "express")),
        CheckConstraint("ends_on >= starts_on", name="days_in_order"),
        CheckConstraint("renewal_months > 0", name="renewal_positive"),
        CheckConstraint("notice_months >= 0 AND notice_days >= 0", name="notice_not_negative"),
        CheckConstraint("(state = 'ended') = (ended_on IS NOT NULL)", name="end_known"),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    kind: str
    state: str
    title: str
    search_key: str
    reference: str = Field(sa_column=kept_text())
    sent_on: dt.date | None = None
    signed_on: dt.date | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    renewal: str
    renewal_months: int | None = None
    notice_months: int = Field(sa_column=kept_number())
    notice_days: int = Field(sa_column=kept_number())
    ended_on: dt.date | None = None
    end_reason: str = Field(sa_column=kept_text())
    follows_id: int | None = Field(default=None, foreign_key="agreement.id", index=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    purpose: str = Field(sa_column=kept_text())
    terms: str = Field(sa_column=kept_text())
    note: str = Field(sa_column=kept_text())


class AgreementSignatoryRow(Row, table=True):
    """Who signs an agreement, for us or for the partner, in which quality, and when."""

    __tablename__ = "agreement_signatory"
    __table_args__ = (one_of("side", ("ours", "theirs")),)
    id: int | None = Field(default=None, primary_key=True)
    agreement_id: int = Field(foreign_key="agreement.id", index=True)
    side: str
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    name: str
    role: str = Field(sa_column=kept_text())
    signed_on: dt.date | None = None
    position: int


class CommitmentRow(Row, table=True):
    """What we owe a partner or a partner owes us, by when, and what kept it.

    ``payment_id`` or ``contribution_id`` is what proves that it was kept, beside files.
    ``repeat_months`` says how long after it is due the next one is, ``follows_id`` the one
    before it.
    """

    __tablename__ = "commitment"
    __table_args__ = (
        one_of("side", ("ours", "theirs")),
        one_of("kind", ("money", "room", "goods", "hours", "visibility", "report", "other")),
        one_of("state", ("open", "kept", "dropped")),
        is_cents("amount_cents"),
        CheckConstraint("amount_cents > 0", name="amount_positive"),
        CheckConstraint("minutes > 0", name="minutes_positive"),
        CheckConstraint("repeat_months > 0", name="repeat_positive"),
        CheckConstraint("(state = 'kept') = (kept_on IS NOT NULL)", name="kept_known"),
        Index("ix_commitment_due_on", "state", "due_on"),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    agreement_id: int | None = Field(default=None, foreign_key="agreement.id", index=True)
    grant_request_id: int | None = Field(
        default=None, foreign_key="grant_request.id", index=True
    )
    side: str
    kind: str
    text: str
    text_key: str
    amount_cents: int | None = None
    minutes: int | None = None
    due_on: dt.date | None = None
    repeat_months: int | None = None
    follows_id: int | None = Field(default=None, foreign_key="commitment.id", index=True)
    state: str
    kept_on: dt.date | None = None
    payment_id: int | None = Field(default=None, foreign_key="payment.id", index=True)
    contribution_id: int | None = Field(
        default=None, foreign_key="kind_contribution.id", index=True
    )
    note: str = Field(sa_column=kept_text())


class NetworkFeeRow(Row, table=True):
    """A membership fee that we owe a network for a year; ``payment_id`` once it is paid."""

    __tablename__ = "network_fee"
    __table_args__ = (
        is_cents("amount_cents"),
        CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
        Index("uq_network_fee_year", "contact_id", "year", "label", unique=True),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id")
    year: int
    label: str = Field(sa_column=kept_text())
    amount_cents: int
    due_on: dt.date | None = None
    payment_id: int | None = Field(default=None, foreign_key="payment.id", unique=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    note: str = Field(sa_column=kept_text())
