"""What people give to: campaigns, their tiers and people, and promises to give."""

import datetime as dt

from sqlalchemy import Boolean, CheckConstraint, Column, UniqueConstraint, false
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, kept_text, one_of
from coopdesk.storage.tables.payments import MODES


class CampaignRow(Row, table=True):
    """What people give to or pay for; told apart by its folded name.

    Amounts are null where nothing was decided.
    """

    __tablename__ = "campaign"
    __table_args__ = (is_cents("goal_cents"), is_cents("minimum_cents"))
    id: int | None = Field(default=None, primary_key=True)
    name: str
    sort_key: str = Field(unique=True)
    description: str = Field(sa_column=kept_text())
    goal_cents: int | None = None
    minimum_cents: int | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    is_closed: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=false()))


class CampaignTierRow(Row, table=True):
    """A way to contribute to a campaign: a gift, or a payment for something."""

    __tablename__ = "campaign_tier"
    __table_args__ = (
        UniqueConstraint("campaign_id", "name_key"),
        is_cents("goal_cents"),
        is_cents("minimum_cents"),
        is_cents("suggested_cents"),
    )
    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    name: str
    name_key: str
    description: str
    goal_cents: int | None
    minimum_cents: int | None
    suggested_cents: int | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    is_gift: bool
    ineligibility: str | None
    position: int


class CampaignPersonRow(Row, table=True):
    """Who carries a campaign, whether they give to it or not."""

    __tablename__ = "campaign_person"
    __table_args__ = (UniqueConstraint("campaign_id", "contact_id"),)
    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    contact_id: int = Field(foreign_key="contact.id", index=True)
    role: str


class PledgeRow(Row, table=True):
    """A promise to give, once or again and again; only what comes of it is a gift."""

    __tablename__ = "pledge"
    __table_args__ = (
        one_of("frequency", ("once", "monthly", "quarterly", "yearly")),
        one_of("state", ("active", "paused", "ended")),
        one_of("mode", MODES),
        is_cents("amount_cents"),
        CheckConstraint("amount_cents > 0", name="amount_positive"),
    )
    id: int | None = Field(default=None, primary_key=True)
    donor_id: int = Field(foreign_key="contact.id", index=True)
    campaign_id: int | None = Field(foreign_key="campaign.id", index=True)
    tier_id: int | None = Field(foreign_key="campaign_tier.id", index=True)
    amount_cents: int
    frequency: str
    mode: str
    starts_on: dt.date
    ends_on: dt.date | None
    state: str
    state_on: dt.date | None
    note: str


class PledgePauseRow(Row, table=True):
    """Days on which nothing was expected of a pledge: a pause that is over, or one skipped day.

    ``ended_on`` is the first day on which something was expected again.
    """

    __tablename__ = "pledge_pause"
    __table_args__ = (
        UniqueConstraint("pledge_id", "started_on"),
        CheckConstraint("ended_on > started_on", name="ends_later"),
    )
    id: int | None = Field(default=None, primary_key=True)
    pledge_id: int = Field(foreign_key="pledge.id")
    started_on: dt.date
    ended_on: dt.date
