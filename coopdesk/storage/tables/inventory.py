"""What the books rest on: grants, dedicated funds, fixed assets, time and goods given."""

import datetime as dt

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, kept_number, kept_text, one_of


class GrantAwardRow(Row, table=True):
    """A grant that was notified; it may be paid in several times and cover several years.

    ``account_id`` is where it is income (74) or funds (131), ``receivable_account_id`` where it
    is due (441); ``expected_on`` is when what is still due may come.
    """

    __tablename__ = "grant_award"
    __table_args__ = (
        one_of("kind", ("operating", "investment")),
        is_cents("amount_cents"),
        CheckConstraint("amount_cents > 0", name="amount_positive"),
    )
    id: int | None = Field(default=None, primary_key=True)
    title: str
    title_key: str
    funder_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    kind: str
    account_id: int = Field(foreign_key="account.id", index=True)
    receivable_account_id: int = Field(foreign_key="account.id", index=True)
    notified_on: dt.date
    amount_cents: int
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    expected_on: dt.date | None = None
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    note: str = Field(sa_column=kept_text())


class DedicatedFundRow(Row, table=True):
    """Money received for a purpose; what is not spent at the closing is kept for it."""

    __tablename__ = "dedicated_fund"
    __table_args__ = (
        one_of("kind", ("grant", "contribution", "generosity")),
        is_cents("amount_cents"),
    )
    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    kind: str
    grant_award_id: int | None = Field(default=None, foreign_key="grant_award.id", index=True)
    funder_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    received_on: dt.date
    amount_cents: int
    closed_on: dt.date | None = None
    note: str = Field(sa_column=kept_text())


class FundMovementRow(Row, table=True):
    """What a dedicated fund began with, was given, used or passed on; amounts above zero."""

    __tablename__ = "fund_movement"
    __table_args__ = (
        one_of("kind", ("opening", "report", "use", "transfer")),
        is_cents("amount_cents"),
        CheckConstraint("amount_cents > 0", name="amount_positive"),
        CheckConstraint(
            "(kind = 'transfer') = (other_fund_id IS NOT NULL)", name="other_fund_known"
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    fund_id: int = Field(foreign_key="dedicated_fund.id", index=True)
    fiscal_year_id: int = Field(foreign_key="fiscal_year.id", index=True)
    kind: str
    moved_on: dt.date
    amount_cents: int
    entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)
    other_fund_id: int | None = Field(default=None, foreign_key="dedicated_fund.id", index=True)
    note: str = Field(sa_column=kept_text())


class FixedAssetRow(Row, table=True):
    """A fixed asset with its linear plan; ``prior_cents`` was depreciated before our books."""

    __tablename__ = "fixed_asset"
    __table_args__ = (
        is_cents("cost_cents"),
        is_cents("residual_cents"),
        is_cents("prior_cents"),
        is_cents("disposal_cents"),
        CheckConstraint("cost_cents > 0", name="cost_positive"),
        CheckConstraint("months >= 0", name="months_not_negative"),
        CheckConstraint(
            "residual_cents >= 0 AND prior_cents >= 0"
            " AND residual_cents + prior_cents <= cost_cents",
            name="plan_within_cost",
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    label: str
    label_key: str
    account_id: int = Field(foreign_key="account.id", index=True)
    depreciation_account_id: int | None = Field(
        default=None, foreign_key="account.id", index=True
    )
    allowance_account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    bought_on: dt.date
    in_service_on: dt.date
    cost_cents: int
    residual_cents: int = Field(sa_column=kept_number())
    prior_cents: int = Field(sa_column=kept_number())
    months: int
    disposed_on: dt.date | None = None
    disposal_cents: int | None = None
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    grant_award_id: int | None = Field(default=None, foreign_key="grant_award.id", index=True)
    note: str = Field(sa_column=kept_text())


class VolunteerRateRow(Row, table=True):
    """What an hour of a kind of volunteering is worth from a day on, and who says so."""

    __tablename__ = "volunteer_rate"
    __table_args__ = (is_cents("hourly_cents"), UniqueConstraint("name_key", "since"))
    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str
    since: dt.date
    hourly_cents: int
    source: str


class VolunteerTimeRow(Row, table=True):
    """Time given by somebody, or by people nobody named; ``entry_id`` where it was booked."""

    __tablename__ = "volunteer_time"
    __table_args__ = (CheckConstraint("minutes > 0", name="minutes_positive"),)
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    done_on: dt.date = Field(index=True)
    minutes: int
    task: str
    rate_id: int | None = Field(default=None, foreign_key="volunteer_rate.id", index=True)
    entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)


class KindContributionRow(Row, table=True):
    """Goods, premises or services given; ``donation_id`` where it is a gift on a receipt."""

    __tablename__ = "kind_contribution"
    __table_args__ = (
        one_of("kind", ("goods", "premises", "services")),
        is_cents("amount_cents"),
        CheckConstraint("amount_cents > 0", name="amount_positive"),
    )
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    given_on: dt.date = Field(index=True)
    amount_cents: int
    label: str
    value_basis: str
    donation_id: int | None = Field(default=None, foreign_key="donation.id", unique=True)
    entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)
