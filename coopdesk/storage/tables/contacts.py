"""Contacts and what each may have several of."""

import datetime as dt
from typing import ClassVar

from sqlalchemy import (
    CheckConstraint,
    Index,
    UniqueConstraint,
    text,
)
from sqlmodel import Field

from coopdesk.storage.columns import Row, kept_number, kept_text, one_of

_HAS_NOTE = text("note_key <> ''")
_WAS_MEMBER = text("member_history <> ''")


class HouseholdRow(Row, table=True):
    """Contacts who get one letter at one address."""

    __tablename__ = "household"
    id: int | None = Field(default=None, primary_key=True)
    name: str


class ContactRow(Row, table=True):
    """A person or an organisation; the domain folds the keys.

    ``gift_cents`` and what follows are sums kept by triggers (``storage/triggers.py``): lists
    of 100 000 are ordered by them.
    """

    __tablename__ = "contact"
    __table_args__ = (
        one_of("kind", ("person", "organisation")),
        one_of("state", ("active", "archived", "binned", "merged")),
        CheckConstraint(
            "(state = 'merged') = (merged_into_id IS NOT NULL)", name="merged_into_known"
        ),
        # Holds all the list is searched and ordered by: a search reads no row of the table.
        Index("ix_contact_list", "state", "sort_key", "id", "kind", "search_text"),
        # Holds the same order and what people filter by, without the long text.
        Index(
            "ix_contact_filters",
            "state",
            "sort_key",
            "id",
            "kind",
            "member_since",
            "member_until",
            "member_left_on",
            "member_years",
            "gift_cents",
            "last_gift_on",
            "birth_on",
            "postal_code",
            "country",
            "city_key",
            "email_key",
            "household_id",
            "consent_newsletter",
            "consent_public_thanks",
            "consent_photo",
            "member_types",
            "civility",
            "language",
            "sector",
            "discipline",
            "organisation_kind",
            "number",
            "phone",
            "street",
        ),
        Index(
            "ix_contact_note_key",
            "note_key",
            sqlite_where=_HAS_NOTE,
            postgresql_where=_HAS_NOTE,
        ),
        # Holds what the statistics of members count.
        Index(
            "ix_contact_member_history",
            "member_history",
            "state",
            "sort_key",
            "kind",
            "civility",
            "birth_on",
            "country",
            "postal_code",
            sqlite_where=_WAS_MEMBER,
            postgresql_where=_WAS_MEMBER,
        ),
        Index("ix_contact_by_email", "state", "email_key", "sort_key", "id", "kind"),
        Index("ix_contact_by_town", "state", "city_key", "sort_key", "id", "kind"),
        Index("ix_contact_by_number", "state", "number_key", "sort_key", "id", "kind"),
        Index("ix_contact_by_gifts", "state", "gift_cents", "sort_key", "id", "kind"),
        Index("ix_contact_by_last_gift", "state", "last_gift_on", "sort_key", "id", "kind"),
        Index("ix_contact_by_member_until", "state", "member_until", "sort_key", "id", "kind"),
    )
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    civility: str
    last_name: str
    first_name: str
    organisation_name: str
    legal_form: str
    siren: str
    email: str
    email_key: str = Field(index=True)
    phone: str
    street: str
    complement: str
    postal_code: str
    city: str
    country: str
    note: str
    name: str
    sort_key: str = Field(index=True)
    search_text: str
    number: str
    number_key: str = Field(index=True)
    birth_on: dt.date | None
    language: str
    sector: str
    discipline: str
    photo_id: int | None = Field(foreign_key="stored_file.id", index=True)
    acronym: str
    organisation_kind: str
    siret: str
    rna: str
    website: str
    parent_id: int | None = Field(foreign_key="contact.id", index=True)
    household_id: int | None = Field(foreign_key="household.id", index=True)
    city_key: str
    match_keys: str
    state: str
    state_on: dt.date | None
    merged_into_id: int | None = Field(foreign_key="contact.id", index=True)
    # The last day of a company's fiscal year, as ``06-30``; empty for 31 December.
    fiscal_year_end: str = Field(sa_column=kept_text())
    gift_cents: int = Field(sa_column=kept_number())
    last_gift_on: dt.date | None = None
    member_since: dt.date | None = None
    member_until: dt.date | None = None
    member_left_on: dt.date | None = None
    member_years: str = Field(sa_column=kept_text())
    # The types of the last membership, each between blanks.
    member_types: str = Field(sa_column=kept_text())
    # Each paid membership as ``type:first-last`` year.
    member_history: str = Field(sa_column=kept_text())
    # The newest answer to each question; nothing when nobody asked.
    consent_newsletter: bool | None = None
    consent_public_thanks: bool | None = None
    consent_photo: bool | None = None
    note_key: str = Field(sa_column=kept_text())


class ContactKeyRow(Row, table=True):
    """A key of ``contact.match_keys``; triggers keep them here, to find contacts by one key.

    No part of the journal, like the sums of a contact.
    """

    __tablename__ = "contact_key"
    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    key: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    contact_id: int = Field(primary_key=True)


class ContactPointRow(Row, table=True):
    """A further e-mail or phone of a contact."""

    __tablename__ = "contact_point"
    __table_args__ = (
        one_of("kind", ("email", "phone")),
        Index("ix_contact_point_value_key", "kind", "value_key", "contact_id"),
        Index("ix_contact_point_kind", "kind", "contact_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    kind: str
    value: str
    value_key: str
    label: str


class ContactAddressRow(Row, table=True):
    """A further address of a contact."""

    __tablename__ = "contact_address"
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    label: str
    street: str
    complement: str
    postal_code: str
    city: str
    country: str


class TagRow(Row, table=True):
    """A word that contacts are marked with; told apart by its folded name."""

    __tablename__ = "tag"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    sort_key: str = Field(unique=True)


class ContactTagRow(Row, table=True):
    """A contact bears a tag."""

    __tablename__ = "contact_tag"
    __table_args__ = (UniqueConstraint("contact_id", "tag_id"),)
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id")
    tag_id: int = Field(foreign_key="tag.id", index=True)


class AffiliationRow(Row, table=True):
    """A person's tie to an organisation."""

    __tablename__ = "affiliation"
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="contact.id", index=True)
    organisation_id: int = Field(foreign_key="contact.id", index=True)
    role: str
    started_on: dt.date | None
    ended_on: dt.date | None


class ConsentRow(Row, table=True):
    """A decision of a contact; the newest of a purpose is in force."""

    __tablename__ = "consent"
    __table_args__ = (
        one_of("purpose", ("newsletter", "public_thanks", "photo")),
        Index("ix_consent_in_force", "contact_id", "purpose", "decided_on", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id")
    purpose: str
    given: bool
    decided_on: dt.date
    source: str


class ContactNoteRow(Row, table=True):
    """A dated remark."""

    __tablename__ = "contact_note"
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    noted_on: dt.date
    text: str
    author: str
    text_key: str = Field(sa_column=kept_text())


class ContactReferenceRow(Row, table=True):
    """The number that another program gives a contact, so that it is not imported twice."""

    __tablename__ = "contact_reference"
    __table_args__ = (UniqueConstraint("source", "reference"),)
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    source: str
    reference: str


class NotDuplicateRow(Row, table=True):
    """Two contacts that a person judged not to be the same; the lower id first."""

    __tablename__ = "not_duplicate"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        CheckConstraint("first_id < second_id", name="lower_first"),
    )
    id: int | None = Field(default=None, primary_key=True)
    first_id: int = Field(foreign_key="contact.id")
    second_id: int = Field(foreign_key="contact.id", index=True)


class SavedFilterRow(Row, table=True):
    """A filter of contacts kept under a name; ``condition`` is JSON."""

    __tablename__ = "saved_filter"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    condition: str
    position: int


class ColumnMappingRow(Row, table=True):
    """What the columns of a file mean, remembered by the folded header; ``columns`` is JSON."""

    __tablename__ = "column_mapping"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    header_key: str = Field(unique=True)
    columns: str
