"""Tax receipts and their life: rows that nothing may change (see ``storage/triggers.py``)."""

import datetime as dt

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint, text
from sqlmodel import Field

from coopdesk.storage.columns import Moment, Row, is_cents, kept_text, one_of
from coopdesk.storage.tables.donations import NATURES

_IS_LIVING = text("is_living = 1")


class ReceiptSeriesRow(Row, table=True):
    """How the numbers of a year are written; fixed by the first receipt of the year."""

    __tablename__ = "receipt_series"
    id: int | None = Field(default=None, primary_key=True)
    year: int = Field(unique=True)
    prefix: str
    digits: int


class TaxReceiptRow(Row, table=True):
    """One issued receipt: number, what it says, the paper itself and its place in the chain.

    The paper is ``pdf``, after the bytes of the stored file ``pdf_base_id`` where a run of
    receipts shares them (fonts, logo, the printed form).
    """

    __tablename__ = "tax_receipt"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        Index("ix_tax_receipt_year_donor_id", "year", "donor_id"),
        CheckConstraint("number > 0", name="number_positive"),
        one_of("scope", ("donor", "gift", "period")),
        one_of("article", ("200", "978", "238 bis")),
        one_of("nature", NATURES),
        is_cents("amount_cents"),
        CheckConstraint("amount_cents > 0", name="amount_positive"),
    )
    id: int | None = Field(default=None, primary_key=True)
    year: int
    number: int
    number_text: str = Field(unique=True)
    form: str
    form_version: str
    article: str
    nature: str
    scope: str
    issued_on: dt.date
    issued_at: dt.datetime = Field(sa_column=Column(Moment, nullable=False))
    donor_id: int = Field(foreign_key="contact.id", index=True)
    donor_name: str
    donor_sort_key: str
    donor_postal_code: str = Field(sa_column=kept_text())
    amount_cents: int
    gift_count: int
    first_gift_on: dt.date
    last_gift_on: dt.date
    replaces_id: int | None = Field(default=None, foreign_key="tax_receipt.id", unique=True)
    snapshot: str
    salt: str
    pdf_base_id: int | None = Field(default=None, foreign_key="stored_file.id", index=True)
    pdf: bytes
    pdf_sha256: str
    previous_hash: str
    hash: str = Field(unique=True)


class TaxReceiptGiftRow(Row, table=True):
    """The gifts of a receipt; a gift is on one living receipt at most.

    ``is_living`` is 1 until the receipt is voided, which a trigger tells here.
    """

    __tablename__ = "tax_receipt_gift"
    __table_args__ = (
        is_cents("amount_cents"),
        Index(
            "uq_tax_receipt_gift_living",
            "donation_id",
            unique=True,
            sqlite_where=_IS_LIVING,
            postgresql_where=_IS_LIVING,
        ),
        Index("ix_tax_receipt_gift_donation_id", "donation_id", "receipt_id"),
    )
    receipt_id: int = Field(primary_key=True, foreign_key="tax_receipt.id")
    donation_id: int = Field(primary_key=True, foreign_key="donation.id")
    amount_cents: int
    is_living: int = Field(default=1)


class TaxReceiptVoidRow(Row, table=True):
    """A receipt that counts no more: why, when, who said so; numbered and chained itself."""

    __tablename__ = "tax_receipt_void"
    __table_args__ = (CheckConstraint("number > 0", name="number_positive"),)
    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(unique=True)
    receipt_id: int = Field(foreign_key="tax_receipt.id", unique=True)
    voided_on: dt.date
    voided_at: dt.datetime = Field(sa_column=Column(Moment, nullable=False))
    reason: str
    author: str
    salt: str
    previous_hash: str
    hash: str = Field(unique=True)


class ReceiptDeliveryRow(Row, table=True):
    """How and when a receipt went to its donor."""

    __tablename__ = "receipt_delivery"
    __table_args__ = (one_of("way", ("printed", "emailed", "posted", "handed")),)
    id: int | None = Field(default=None, primary_key=True)
    receipt_id: int = Field(foreign_key="tax_receipt.id", index=True)
    way: str
    delivered_on: dt.date
    note: str


class ReceiptLossRow(Row, table=True):
    """Numbers that were issued and are in this file no more: why, when, who said so.

    Numbers follow the lost ones. All of ``year`` and the numbers are null when only a void was
    lost. See ``docs/decisions/0025``.
    """

    __tablename__ = "receipt_loss"
    __table_args__ = (
        CheckConstraint("last_number >= first_number", name="in_order"),
        Index("ix_receipt_loss_year", "year", "last_number"),
    )
    id: int | None = Field(default=None, primary_key=True)
    year: int | None
    first_number: int | None
    last_number: int | None
    noted_on: dt.date
    reason: str
    author: str


class GiftDeclarationRow(Row, table=True):
    """The filing of the yearly declaration of gifts (CGI art. 222 bis)."""

    __tablename__ = "gift_declaration"
    __table_args__ = (is_cents("total_cents"),)
    id: int | None = Field(default=None, primary_key=True)
    fiscal_year: int = Field(unique=True)
    filed_on: dt.date
    receipt_count: int
    total_cents: int
    proof_id: int | None = Field(foreign_key="stored_file.id")
    note: str


class LegalParameterRow(Row, table=True):
    """A figure of the law that a person corrected, from a day on; in the unit of its code."""

    __tablename__ = "legal_parameter"
    __table_args__ = (UniqueConstraint("code", "since"),)
    id: int | None = Field(default=None, primary_key=True)
    code: str
    since: dt.date
    value: str
    source: str
