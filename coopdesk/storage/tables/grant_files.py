"""Grants from the call to the report: projects, requests, what is eligible, what was told."""

import datetime as dt

from sqlalchemy import Boolean, CheckConstraint, Column, Index, UniqueConstraint, false, true
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, kept_number, kept_text, one_of


class GrantCallRow(Row, table=True):
    """A call for projects; rates are in hundredths of a percent (10000: all of the costs)."""

    __tablename__ = "grant_call"
    __table_args__ = (
        is_cents("floor_cents"),
        is_cents("ceiling_cents"),
        CheckConstraint("rate BETWEEN 1 AND 10000", name="rate_within_whole"),
    )
    id: int | None = Field(default=None, primary_key=True)
    title: str
    search_key: str
    funder_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    opens_on: dt.date | None = None
    closes_on: dt.date | None = None
    rate: int | None = None
    floor_cents: int | None = None
    ceiling_cents: int | None = None
    eligible: str = Field(sa_column=kept_text())
    url: str = Field(sa_column=kept_text())
    is_open: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=true()))
    note: str = Field(sa_column=kept_text())


class GrantProjectRow(Row, table=True):
    """A project that funders are asked for; its money is that of its activity."""

    __tablename__ = "grant_project"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="days_in_order"),)
    id: int | None = Field(default=None, primary_key=True)
    title: str
    title_key: str = Field(unique=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id", unique=True)
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    aims: str = Field(sa_column=kept_text())
    description: str = Field(sa_column=kept_text())
    audience: str = Field(sa_column=kept_text())
    territory: str = Field(sa_column=kept_text())
    means: str = Field(sa_column=kept_text())
    indicators: str = Field(sa_column=kept_text())
    allocation_rule: str = Field(sa_column=kept_text())
    note: str = Field(sa_column=kept_text())


class GrantProjectLineRow(Row, table=True):
    """What a project plans on a line of the official budget; ``line`` is a code of its layout.

    ``grant_request_id`` is the request whose money is planned, on lines of grants.
    """

    __tablename__ = "grant_project_line"
    __table_args__ = (
        is_cents("amount_cents"),
        CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
        Index("ix_grant_project_line_project_id", "project_id", "line", "position"),
    )
    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="grant_project.id")
    line: str
    label: str = Field(sa_column=kept_text())
    amount_cents: int
    grant_request_id: int | None = Field(
        default=None, foreign_key="grant_request.id", index=True
    )
    position: int


class GrantRequestRow(Row, table=True):
    """A grant from its request to its report; ``award_id`` is its notification in the books.

    ``budget_line`` is the line of the official budget that the funder is (State, region…).
    ``rate`` is the part of eligible costs that it pays, in hundredths of a percent.
    ``report_due_on`` is the day that the agreement names itself.
    """

    __tablename__ = "grant_request"
    __table_args__ = (
        one_of("state", ("draft", "sent", "granted", "refused", "withdrawn")),
        one_of("purpose", ("operating", "project", "investment")),
        one_of("form", ("money", "kind")),
        one_of("frequency", ("first", "renewal")),
        one_of("span", ("year", "several")),
        is_cents("asked_cents"),
        CheckConstraint("asked_cents >= 0", name="asked_not_negative"),
        CheckConstraint("rate BETWEEN 1 AND 10000", name="rate_within_whole"),
        CheckConstraint("ends_on >= starts_on", name="days_in_order"),
        CheckConstraint("award_id IS NULL OR state = 'granted'", name="award_granted"),
    )
    id: int | None = Field(default=None, primary_key=True)
    title: str
    search_key: str
    state: str
    funder_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    funder_service: str = Field(sa_column=kept_text())
    budget_line: str = Field(sa_column=kept_text())
    call_id: int | None = Field(default=None, foreign_key="grant_call.id", index=True)
    project_id: int | None = Field(default=None, foreign_key="grant_project.id", index=True)
    budget_version_id: int | None = Field(
        default=None, foreign_key="budget_version.id", index=True
    )
    agreement_id: int | None = Field(default=None, foreign_key="agreement.id", index=True)
    award_id: int | None = Field(default=None, foreign_key="grant_award.id", unique=True)
    purpose: str
    form: str
    frequency: str
    span: str
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    asked_cents: int | None = None
    rate: int | None = None
    asked_on: dt.date | None = None
    decided_on: dt.date | None = None
    reference: str = Field(sa_column=kept_text())
    report_due_on: dt.date | None = None
    report_sent_on: dt.date | None = None
    note: str = Field(sa_column=kept_text())


class GrantEligibleCostRow(Row, table=True):
    """A line of the budget whose costs a funder takes part in, at which rate, up to what."""

    __tablename__ = "grant_eligible_cost"
    __table_args__ = (
        is_cents("ceiling_cents"),
        CheckConstraint("rate BETWEEN 1 AND 10000", name="rate_within_whole"),
        UniqueConstraint("grant_request_id", "line"),
    )
    id: int | None = Field(default=None, primary_key=True)
    grant_request_id: int = Field(foreign_key="grant_request.id")
    line: str
    rate: int | None = None
    ceiling_cents: int | None = None


class GrantInstalmentRow(Row, table=True):
    """A part of a grant that will be paid, when, and what the funder wants to see first."""

    __tablename__ = "grant_instalment"
    __table_args__ = (
        is_cents("amount_cents"),
        CheckConstraint("amount_cents > 0", name="amount_positive"),
        Index("ix_grant_instalment_grant_request_id", "grant_request_id", "position"),
    )
    id: int | None = Field(default=None, primary_key=True)
    grant_request_id: int = Field(foreign_key="grant_request.id")
    position: int
    label: str
    amount_cents: int
    expected_on: dt.date | None = None
    needs: str = Field(sa_column=kept_text())


class GrantReportRow(Row, table=True):
    """What is told in words of what a grant was used for (Cerfa 15059)."""

    __tablename__ = "grant_report"
    id: int | None = Field(default=None, primary_key=True)
    grant_request_id: int = Field(foreign_key="grant_request.id", unique=True)
    carried_out: str = Field(sa_column=kept_text())
    beneficiaries: str = Field(sa_column=kept_text())
    places: str = Field(sa_column=kept_text())
    outcomes: str = Field(sa_column=kept_text())
    allocation_rule: str = Field(sa_column=kept_text())
    variances: str = Field(sa_column=kept_text())
    volunteering: str = Field(sa_column=kept_text())
    observations: str = Field(sa_column=kept_text())
    signed_on: dt.date | None = None
    signed_at: str = Field(sa_column=kept_text())
    signatory_name: str = Field(sa_column=kept_text())
    signatory_role: str = Field(sa_column=kept_text())


class GrantProfileRow(Row, table=True):
    """What requests say of the association and nothing else knows (Cerfa 12156): one row."""

    __tablename__ = "grant_profile"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)
    id: int | None = Field(default=None, primary_key=True)
    siret: str = Field(sa_column=kept_text())
    short_name: str = Field(sa_column=kept_text())
    approvals: str = Field(sa_column=kept_text())
    networks: str = Field(sa_column=kept_text())
    legal_entities: str = Field(sa_column=kept_text())
    representative: str = Field(sa_column=kept_text())
    representative_role: str = Field(sa_column=kept_text())
    representative_phone: str = Field(sa_column=kept_text())
    representative_email: str = Field(sa_column=kept_text())
    correspondent: str = Field(sa_column=kept_text())
    correspondent_role: str = Field(sa_column=kept_text())
    correspondent_phone: str = Field(sa_column=kept_text())
    correspondent_email: str = Field(sa_column=kept_text())
    has_commercial_taxes: bool = Field(
        sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    has_vat: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=false()))
    volunteers: int | None = None
    civic_volunteers: int = Field(sa_column=kept_number())
    employees: int = Field(sa_column=kept_number())
    aided_employees: int = Field(sa_column=kept_number())
    full_time_hundredths: int = Field(sa_column=kept_number())
    seconded: int = Field(sa_column=kept_number())
