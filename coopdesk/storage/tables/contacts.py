"""Contacts."""

import datetime as dt

from sqlalchemy import Index
from sqlmodel import Field

from coopdesk.storage.columns import Row, one_of


class ContactRow(Row, table=True):
    """A person or an organisation; the domain folds ``sort_key`` and ``search_text``."""

    __tablename__ = "contact"
    __table_args__ = (
        one_of("kind", ("person", "organisation")),
        # Holds all the list is searched and ordered by: a search reads no row of the table.
        Index("ix_contact_list", "archived_on", "sort_key", "id", "kind", "search_text"),
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
    archived_on: dt.date | None
