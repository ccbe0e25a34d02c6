"""Letters and e-mails that were made, and the texts they are made from."""

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from coopdesk.storage.columns import Row, one_of


class LetterRow(Row, table=True):
    """A letter or e-mail made for a contact."""

    __tablename__ = "letter"
    __table_args__ = (one_of("channel", ("post", "email")),)
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    membership_id: int | None = Field(foreign_key="membership.id", index=True)
    kind: str
    channel: str
    subject: str
    made_on: dt.date
    donation_id: int | None = Field(default=None, foreign_key="donation.id", index=True)
    receipt_id: int | None = Field(default=None, foreign_key="tax_receipt.id", index=True)


class LetterTemplateRow(Row, table=True):
    """A text with placeholders that letters are made from; ``kind`` is what for."""

    __tablename__ = "letter_template"
    __table_args__ = (UniqueConstraint("kind", "name_key"),)
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    name: str
    name_key: str
    subject: str
    body: str
    position: int
