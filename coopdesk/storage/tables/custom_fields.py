"""Fields that the association added, and their values."""

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from coopdesk.storage.columns import Row, kept_text, one_of


class CustomFieldRow(Row, table=True):
    """A field that the association added; ``choices`` one a line."""

    __tablename__ = "custom_field"
    __table_args__ = (
        one_of(
            "kind",
            (
                "text",
                "long_text",
                "number",
                "amount",
                "date",
                "yes_no",
                "choice",
                "choices",
            ),
        ),
        one_of("kind_of_contact", ("", "person", "organisation")),
    )
    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    kind: str
    kind_of_contact: str
    choices: str
    is_listed: bool
    is_searched: bool
    position: int


class CustomValueRow(Row, table=True):
    """The value of a custom field, in its canonical text."""

    __tablename__ = "custom_value"
    __table_args__ = (
        UniqueConstraint("contact_id", "field_id"),
        Index("ix_custom_value_field_id", "field_id", "contact_id", "text"),
        Index("ix_custom_value_text_key", "field_id", "contact_id", "text_key"),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id")
    field_id: int = Field(foreign_key="custom_field.id")
    text: str
    text_key: str = Field(sa_column=kept_text())
