"""What was imported: the runs and the rows as they stood in the files."""

import datetime as dt

from sqlalchemy import Column, Index, text
from sqlmodel import Field

from coopdesk.storage.columns import Moment, Row, is_cents, one_of

_OF_PAYMENTS = {name: text(f"{name} IS NOT NULL") for name in ("payment_id", "registration_id")}
_OF_OTHERS = {
    name: text(f"{name} IS NOT NULL")
    for name in ("statement_line_id", "poll_reply_id", "calendar_item_id")
}


class ImportRunRow(Row, table=True):
    """One import of one file; the operation that made it can be undone."""

    __tablename__ = "import_run"
    __table_args__ = (is_cents("amount_cents"),)
    id: int | None = Field(default=None, primary_key=True)
    file_name: str
    sha256: str = Field(index=True)
    file_format: str
    imported_at: dt.datetime = Field(sa_column=Column(Moment, nullable=False))
    author: str
    new_count: int
    changed_count: int
    same_count: int
    doubtful_count: int
    refused_count: int
    amount_cents: int


class ImportedRowRow(Row, table=True):
    """A row of a file that an import used or refused, word for word.

    Of rows that were known already those of bank statements alone are kept: they lead to the
    line that they tell again, which cannot go then.
    """

    __tablename__ = "imported_row"
    __table_args__ = (
        one_of("verdict", ("new", "changed", "same", "doubtful", "refused")),
        Index("ix_imported_row_run_id", "run_id", "contact_id"),
        *(
            Index(
                f"ix_imported_row_run_id_{x}", "run_id", x, sqlite_where=y, postgresql_where=y
            )
            for x, y in _OF_PAYMENTS.items()
        ),
        *(
            Index(f"ix_imported_row_{x}", x, sqlite_where=y, postgresql_where=y)
            for x, y in _OF_OTHERS.items()
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="import_run.id")
    line: int
    verdict: str
    reason: str
    payment_id: int | None = Field(foreign_key="payment.id", index=True)
    registration_id: int | None = Field(foreign_key="registration.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    raw: str
    statement_line_id: int | None = Field(default=None, foreign_key="statement_line.id")
    poll_reply_id: int | None = Field(default=None, foreign_key="poll_reply.id")
    calendar_item_id: int | None = Field(default=None, foreign_key="calendar_item.id")
