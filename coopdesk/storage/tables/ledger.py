"""The books: chart, journals, fiscal years, entries and their lines."""

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import Boolean, CheckConstraint, Column, Index, UniqueConstraint, false, true
from sqlmodel import Field

from coopdesk.storage.columns import Moment, Row, is_cents, kept_text, one_of

ACCOUNT_KINDS = (
    "liability",
    "asset",
    "either",
    "expense",
    "income",
    "volunteering_expense",
    "volunteering_income",
    "special",
)
JOURNAL_KINDS = (
    "purchases",
    "sales",
    "bank",
    "cash",
    "misc",
    "gifts",
    "opening",
    "volunteering",
)


class AccountRow(Row, table=True):
    """An account of the association's own chart; its number is text, as ``512A``."""

    __tablename__ = "account"
    __table_args__ = (
        one_of("kind", ACCOUNT_KINDS),
        one_of("status", ("official", "usual", "optional", "uncertain", "own")),
        CheckConstraint("substr(number, 1, 1) BETWEEN '1' AND '8'", name="number_of_a_class"),
    )
    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(unique=True)
    label: str
    label_key: str
    kind: str
    status: str
    is_open: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=true()))
    note: str = Field(sa_column=kept_text())


class JournalRow(Row, table=True):
    """A journal; ``account_id`` is the account of money that it keeps, if one."""

    __tablename__ = "journal"
    __table_args__ = (one_of("kind", JOURNAL_KINDS),)
    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    name: str
    kind: str
    account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    is_open: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=true()))


class FiscalYearRow(Row, table=True):
    """A fiscal year; triggers keep years apart and closed ones as they are."""

    __tablename__ = "fiscal_year"
    __table_args__ = (
        one_of("state", ("open", "closed")),
        CheckConstraint("starts_on <= ends_on", name="days_in_order"),
    )
    id: int | None = Field(default=None, primary_key=True)
    label: str
    starts_on: dt.date = Field(unique=True)
    ends_on: dt.date = Field(unique=True)
    state: str


class EntryRow(Row, table=True):
    """An entry: a draft, or validated with a number, a link of the chain, for ever.

    ``amount_cents`` is the sum of its debits. At most one of the sources is known;
    ``source_digest`` is what was read of it. The books outlive what they were made of: a
    payment, a gift or a sheet may go (an id never names two rows), and a reversal answers.
    """

    __tablename__ = "entry"
    __table_args__ = (
        one_of("state", ("draft", "validated")),
        one_of(
            "kind",
            ("standard", "opening", "inventory", "allocation", "volunteering", "reversal"),
        ),
        one_of(
            "form",
            (
                "",
                "income",
                "expense",
                "transfer",
                "cheque_deposit",
                "expense_sheet",
                "grid",
                "automatic",
                "import",
            ),
        ),
        is_cents("amount_cents"),
        CheckConstraint(
            "(state = 'validated') = (number IS NOT NULL AND validated_at IS NOT NULL"
            " AND hash <> '' AND salt <> '')",
            name="validated_whole",
        ),
        Index("uq_entry_number", "fiscal_year_id", "number", unique=True),
        Index("uq_entry_outside_ref", "fiscal_year_id", "outside_ref", unique=True),
        Index("ix_entry_entry_on", "fiscal_year_id", "entry_on", "id"),
        Index("ix_entry_state", "fiscal_year_id", "state"),
        Index("ix_entry_kind", "fiscal_year_id", "kind"),
    )
    id: int | None = Field(default=None, primary_key=True)
    fiscal_year_id: int = Field(foreign_key="fiscal_year.id")
    journal_id: int = Field(foreign_key="journal.id", index=True)
    entry_on: dt.date
    label: str
    label_key: str
    voucher_ref: str
    voucher_on: dt.date
    state: str
    kind: str
    form: str
    number: int | None = None
    validated_at: dt.datetime | None = Field(default=None, sa_type=Moment)
    amount_cents: int
    reverses_id: int | None = Field(default=None, foreign_key="entry.id", unique=True)
    reverses_next: bool = Field(
        sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    note: str = Field(sa_column=kept_text())
    payment_id: int | None = Field(default=None, index=True)
    donation_id: int | None = Field(default=None, index=True)
    expense_sheet_id: int | None = Field(default=None, index=True)
    fixed_asset_id: int | None = Field(default=None, foreign_key="fixed_asset.id", index=True)
    grant_award_id: int | None = Field(default=None, foreign_key="grant_award.id", index=True)
    dedicated_fund_id: int | None = Field(
        default=None, foreign_key="dedicated_fund.id", index=True
    )
    outside_ref: str | None = None
    source_digest: str = Field(sa_column=kept_text())
    previous_hash: str = Field(sa_column=kept_text())
    hash: str = Field(sa_column=kept_text())
    salt: str = Field(sa_column=kept_text())


class FiscalYearEventRow(Row, table=True):
    """What was decided about a fiscal year; triggers keep it for ever.

    ``totals`` is JSON in cents; ``entry_id`` the entry that it made.
    """

    __tablename__ = "fiscal_year_event"
    __table_args__ = (one_of("kind", ("closed", "reopened", "allocated")),)
    id: int | None = Field(default=None, primary_key=True)
    fiscal_year_id: int = Field(foreign_key="fiscal_year.id", index=True)
    kind: str
    made_at: dt.datetime = Field(sa_type=Moment)
    made_by: str
    reason: str
    entry_count: int
    head_hash: str
    totals: str
    entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)


class EntryLineRow(Row, table=True):
    """A line of an entry; the last three columns are the entry's, kept equal by triggers.

    One index covers balances, ledgers and months: no report reads the table itself.
    """

    __tablename__ = "entry_line"
    __table_args__ = (
        is_cents("debit_cents"),
        is_cents("credit_cents"),
        CheckConstraint("debit_cents >= 0 AND credit_cents >= 0", name="not_negative"),
        CheckConstraint("(debit_cents = 0) <> (credit_cents = 0)", name="one_side"),
        Index(
            "ix_entry_line_balance",
            "fiscal_year_id",
            "account_id",
            "entry_on",
            "is_validated",
            "activity_id",
            "debit_cents",
            "credit_cents",
        ),
        Index("ix_entry_line_activity_id", "activity_id", "account_id"),
        Index("ix_entry_line_contact_id", "contact_id", "account_id"),
        Index("ix_entry_line_account_id", "account_id", "matching"),
    )
    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="entry.id", index=True)
    position: int
    account_id: int = Field(foreign_key="account.id")
    contact_id: int | None = Field(default=None, foreign_key="contact.id")
    activity_id: int | None = Field(default=None, foreign_key="activity.id")
    label: str
    reference: str
    debit_cents: int
    credit_cents: int
    matching: str = Field(sa_column=kept_text())
    matched_on: dt.date | None = None
    reconciled_on: dt.date | None = None
    fiscal_year_id: int = Field(foreign_key="fiscal_year.id")
    entry_on: dt.date
    is_validated: bool = Field(
        sa_column=Column(Boolean, nullable=False, server_default=false())
    )


class AccountSumRow(Row, table=True):
    """What the lines of an account add up to in a month, drafts apart; kept by triggers.

    No part of the journal: balances of any size are read from here at once.
    """

    __tablename__ = "account_sum"
    __table_args__: ClassVar[dict[str, Any]] = {"sqlite_with_rowid": False}
    fiscal_year_id: int = Field(primary_key=True)
    account_id: int = Field(primary_key=True)
    month_on: dt.date = Field(primary_key=True)
    is_validated: bool = Field(primary_key=True)
    debit_cents: int
    credit_cents: int


class EntryTemplateRow(Row, table=True):
    """A model of an entry that comes again; ``content`` is JSON."""

    __tablename__ = "entry_template"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    form: str
    content: str


class BookingRuleRow(Row, table=True):
    """The account that the association wants for a kind of payment, instead of the usual."""

    __tablename__ = "booking_rule"
    __table_args__ = (UniqueConstraint("key"),)
    id: int | None = Field(default=None, primary_key=True)
    key: str
    account_id: int = Field(foreign_key="account.id", index=True)
