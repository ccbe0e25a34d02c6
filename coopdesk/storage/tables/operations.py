"""The journal: every command, and the rows it touched before and after."""

import datetime as dt

from sqlalchemy import Column, Index, text
from sqlmodel import Field

from coopdesk.storage.columns import Moment, Row, one_of


class OperationRow(Row, table=True):
    """One command, or the undoing or redoing of one (``target_id``)."""

    __tablename__ = "operation"
    __table_args__ = (
        one_of("kind", ("command", "undo", "redo")),
        one_of("state", ("done", "undone")),
        one_of("origin", ("window", "command_line")),
    )
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    label: str
    label_values: str
    author: str
    origin: str
    made_at: dt.datetime = Field(sa_column=Column(Moment, nullable=False))
    state: str
    frozen: bool
    target_id: int | None = Field(foreign_key="operation.id", index=True)


class OperationChangeRow(Row, table=True):
    """One touched row: what an update or delete changed, as JSON of the columns concerned.

    An inserted row has no image: the row itself, or the next change of it, says what it was,
    and fewer copies of personal data exist.
    """

    __tablename__ = "operation_change"
    __table_args__ = (
        one_of("kind", ("insert", "update", "delete")),
        Index("ix_operation_change_row", "table_name", "row_id", "id"),
        # Few rows are ever deleted: the time-line looks for a contact among their images.
        Index(
            "ix_operation_change_deleted",
            "table_name",
            "id",
            sqlite_where=text("kind = 'delete'"),
            postgresql_where=text("kind = 'delete'"),
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    operation_id: int = Field(foreign_key="operation.id", index=True)
    table_name: str
    row_id: int
    kind: str
    before: str | None
    after: str | None
