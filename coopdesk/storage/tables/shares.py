"""The register of cooperative shares."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, one_of


class ShareMovementRow(Row, table=True):
    """A line of the register of cooperative shares; capital, never a gift."""

    __tablename__ = "share_movement"
    __table_args__ = (
        one_of("kind", ("subscription", "withdrawal")),
        CheckConstraint("shares > 0", name="shares_positive"),
        is_cents("nominal_cents"),
        CheckConstraint("nominal_cents > 0", name="nominal_positive"),
    )
    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(unique=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    kind: str
    moved_on: dt.date
    shares: int
    nominal_cents: int
    note: str
