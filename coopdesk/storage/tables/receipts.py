"""Issued tax receipts: rows that nothing may change (see ``storage/triggers.py``)."""

import datetime as dt

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field

from coopdesk.storage.columns import Moment, Row, is_cents, one_of


class TaxReceiptRow(Row, table=True):
    """One issued receipt: number, what it says, the paper itself and its place in the chain."""

    __tablename__ = "tax_receipt"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        Index("ix_tax_receipt_year_donor_id", "year", "donor_id"),
        CheckConstraint("number > 0", name="number_positive"),
        one_of("scope", ("donor", "gift")),
        is_cents("amount_cents"),
        CheckConstraint("amount_cents > 0", name="amount_positive"),
    )
    id: int | None = Field(default=None, primary_key=True)
    year: int
    number: int
    form: str
    form_version: str
    scope: str
    issued_on: dt.date
    issued_at: dt.datetime = Field(sa_column=Column(Moment, nullable=False))
    donor_id: int = Field(foreign_key="contact.id", index=True)
    donor_name: str
    donor_sort_key: str
    amount_cents: int
    gift_count: int
    snapshot: str
    salt: str
    pdf: bytes
    pdf_sha256: str
    previous_hash: str
    hash: str = Field(unique=True)


class TaxReceiptGiftRow(Row, table=True):
    """The gifts of a receipt; a gift is on one receipt at most."""

    __tablename__ = "tax_receipt_gift"
    __table_args__ = (is_cents("amount_cents"),)
    donation_id: int = Field(primary_key=True, foreign_key="donation.id")
    receipt_id: int = Field(foreign_key="tax_receipt.id", index=True)
    amount_cents: int
