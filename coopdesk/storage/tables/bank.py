"""Bank accounts, their statements line by line, and what the lines were matched with."""

import datetime as dt

from sqlalchemy import Boolean, CheckConstraint, Column, Index, false, true
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, kept_number, kept_text, one_of

NATURES = (
    "transfer",
    "direct_debit",
    "card",
    "cheque",
    "deposit",
    "cash",
    "fee",
    "interest",
    "other",
)


class BankAccountRow(Row, table=True):
    """A bank account of ours, which an account of the books keeps."""

    __tablename__ = "bank_account"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    account_id: int = Field(foreign_key="account.id", unique=True)
    iban: str = Field(sa_column=kept_text())
    note: str = Field(sa_column=kept_text())
    is_open: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=true()))


class BankIdentityRow(Row, table=True):
    """How files name a bank account: ``bank/branch/number``."""

    __tablename__ = "bank_identity"
    id: int | None = Field(default=None, primary_key=True)
    bank_account_id: int = Field(foreign_key="bank_account.id", index=True)
    identity: str = Field(unique=True)


class BankLayoutRow(Row, table=True):
    """What the columns of a bank's table hold, by its header; ``columns`` is JSON."""

    __tablename__ = "bank_layout"
    id: int | None = Field(default=None, primary_key=True)
    header_key: str = Field(unique=True)
    name: str
    columns: str = Field(sa_column=kept_text())
    day_order: str = Field(sa_column=kept_text())
    bank_account_id: int | None = Field(default=None, foreign_key="bank_account.id", index=True)


class BankStatementRow(Row, table=True):
    """A statement as a file brought it; ``moved_cents`` is of all its lines, known ones too."""

    __tablename__ = "bank_statement"
    __table_args__ = (
        is_cents("moved_cents"),
        Index("ix_bank_statement_closing_on", "bank_account_id", "closing_on"),
    )
    id: int | None = Field(default=None, primary_key=True)
    bank_account_id: int = Field(foreign_key="bank_account.id")
    run_id: int = Field(foreign_key="import_run.id", index=True)
    reference: str = Field(sa_column=kept_text())
    first_on: dt.date | None = None
    last_on: dt.date | None = None
    opening_cents: int | None = None
    opening_on: dt.date | None = None
    closing_cents: int | None = None
    closing_on: dt.date | None = None
    moved_cents: int = Field(sa_column=kept_number())
    line_count: int = Field(sa_column=kept_number())


class StatementLineRow(Row, table=True):
    """One operation of a bank account; the same operation stands once (key and rank)."""

    __tablename__ = "statement_line"
    __table_args__ = (
        one_of("nature", NATURES),
        is_cents("amount_cents"),
        CheckConstraint("amount_cents <> 0", name="amount_not_zero"),
        Index(
            "uq_statement_line_content_key",
            "bank_account_id",
            "content_key",
            "rank",
            unique=True,
        ),
        Index("ix_statement_line_booked_on", "bank_account_id", "booked_on", "id"),
        Index("ix_statement_line_amount_cents", "bank_account_id", "amount_cents"),
    )
    id: int | None = Field(default=None, primary_key=True)
    bank_account_id: int = Field(foreign_key="bank_account.id")
    statement_id: int = Field(foreign_key="bank_statement.id", index=True)
    position: int
    booked_on: dt.date
    value_on: dt.date | None = None
    amount_cents: int
    label: str
    label_key: str
    nature: str
    counterparty: str = Field(sa_column=kept_text())
    bank_ref: str = Field(sa_column=kept_text())
    payment_ref: str = Field(sa_column=kept_text())
    cheque: str = Field(sa_column=kept_text())
    balance_cents: int | None = None
    content_key: str
    rank: int
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    set_aside: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=false()))
    note: str = Field(sa_column=kept_text())


class StatementMatchRow(Row, table=True):
    """What a line of a statement, or a part of it, was matched with: an entry or a payment.

    ``amount_cents`` has the sign of the line. ``reasons`` is JSON: why it was proposed.
    """

    __tablename__ = "statement_match"
    __table_args__ = (
        one_of("made_by", ("person", "rule", "proposal")),
        is_cents("amount_cents"),
        CheckConstraint("amount_cents <> 0", name="amount_not_zero"),
        CheckConstraint("(entry_id IS NULL) <> (payment_id IS NULL)", name="one_target"),
        Index("uq_statement_match_entry_id", "statement_line_id", "entry_id", unique=True),
        Index("uq_statement_match_payment_id", "statement_line_id", "payment_id", unique=True),
    )
    id: int | None = Field(default=None, primary_key=True)
    statement_line_id: int = Field(foreign_key="statement_line.id")
    entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)
    payment_id: int | None = Field(default=None, foreign_key="payment.id", index=True)
    amount_cents: int
    made_by: str
    score: int = Field(sa_column=kept_number())
    reasons: str = Field(sa_column=kept_text())


class BankRuleRow(Row, table=True):
    """What lines that hold certain words become: an entry on an account, or nothing.

    ``words`` are folded, each must stand in the label; amounts are signed limits. ``uses``
    counts how often a person agreed.
    """

    __tablename__ = "bank_rule"
    __table_args__ = (
        one_of("direction", ("", "in", "out")),
        one_of("action", ("entry", "set_aside")),
        Index("uq_bank_rule_words", "words", "direction", "bank_account_id", unique=True),
    )
    id: int | None = Field(default=None, primary_key=True)
    bank_account_id: int | None = Field(default=None, foreign_key="bank_account.id", index=True)
    words: str
    direction: str = Field(sa_column=kept_text())
    least_cents: int | None = None
    most_cents: int | None = None
    action: str
    account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    label: str = Field(sa_column=kept_text())
    is_learnt: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=false()))
    is_on: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=true()))
    uses: int = Field(sa_column=kept_number())
