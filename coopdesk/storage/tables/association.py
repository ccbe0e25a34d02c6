"""Our own profile, the images it uses, and what the file says of itself."""

import datetime as dt

from sqlalchemy import Boolean, CheckConstraint, Column, false
from sqlmodel import Field

from coopdesk.storage.columns import Row, kept_text


class FileInfoRow(Row, table=True):
    """What the file says of itself: the program version that wrote it last."""

    __tablename__ = "file_info"
    key: str = Field(primary_key=True)
    value: str


class StoredFileRow(Row, table=True):
    """A file kept in the database, named by its content; never changed."""

    __tablename__ = "stored_file"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    sha256: str = Field(unique=True)
    content: bytes


class AssociationRow(Row, table=True):
    """The profile: one row."""

    __tablename__ = "association"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)
    id: int | None = Field(default=None, primary_key=True)
    name: str
    purpose: str
    rna: str
    siren: str
    register_entry: str
    street: str
    complement: str
    postal_code: str
    city: str
    country: str
    email: str
    phone: str
    website: str
    iban: str
    category: str
    category_detail: str
    decree_on: dt.date | None
    published_on: dt.date | None
    signatory_name: str
    signatory_role: str
    fiscal_year_start: int
    words_1990: bool
    founded_year: int | None = None
    company_category: str = Field(sa_column=kept_text())
    is_ifi_eligible: bool = Field(
        sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    logo_id: int | None = Field(default=None, foreign_key="stored_file.id")
    signature_id: int | None = Field(default=None, foreign_key="stored_file.id")
