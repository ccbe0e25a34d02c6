"""What money is for: activities, and what was planned for them."""

import datetime as dt

from sqlalchemy import Boolean, Column, Index, UniqueConstraint, true
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, kept_text, one_of


class ActivityRow(Row, table=True):
    """An event, group, grant or project that lines of entries belong to."""

    __tablename__ = "activity"
    __table_args__ = (one_of("kind", ("event", "group", "grant", "project")),)
    id: int | None = Field(default=None, primary_key=True)
    code: str
    name: str
    name_key: str = Field(unique=True)
    kind: str
    working_group_id: int | None = Field(
        default=None, foreign_key="working_group.id", unique=True
    )
    campaign_id: int | None = Field(default=None, foreign_key="campaign.id", unique=True)
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    is_open: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=true()))
    note: str = Field(sa_column=kept_text())


class BudgetVersionRow(Row, table=True):
    """A budget of a fiscal year: the one voted, a revision, a draft."""

    __tablename__ = "budget_version"
    __table_args__ = (
        one_of("state", ("draft", "adopted")),
        UniqueConstraint("fiscal_year_id", "name_key"),
    )
    id: int | None = Field(default=None, primary_key=True)
    fiscal_year_id: int = Field(foreign_key="fiscal_year.id")
    name: str
    name_key: str
    state: str
    adopted_on: dt.date | None = None
    note: str = Field(sa_column=kept_text())


class BudgetLineRow(Row, table=True):
    """What is planned on an account for an activity or for all, in a month or in the year.

    ``month_on`` is the first day of the month, null for the whole year.
    """

    __tablename__ = "budget_line"
    __table_args__ = (
        is_cents("amount_cents"),
        Index("ix_budget_line_version_id", "version_id", "account_id", "activity_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="budget_version.id")
    account_id: int = Field(foreign_key="account.id", index=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    month_on: dt.date | None = None
    amount_cents: int
    label: str
