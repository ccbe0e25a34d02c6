"""What came out of events: the report, what was said and decided, and figures over years."""

import datetime as dt

from sqlalchemy import Boolean, CheckConstraint, Column, Index, UniqueConstraint, false
from sqlmodel import Field

from coopdesk.storage.columns import Row, kept_text, one_of


class EventReportRow(Row, table=True):
    """The report of an event; ``author_name`` where the author is no contact."""

    __tablename__ = "event_report"
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", unique=True)
    category: str = Field(sa_column=kept_text())
    author_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    author_name: str = Field(sa_column=kept_text())
    written_on: dt.date | None = None
    introduction: str = Field(sa_column=kept_text())
    conclusion: str = Field(sa_column=kept_text())
    next_text: str = Field(sa_column=kept_text())
    is_final: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=false()))


class EventReportItemRow(Row, table=True):
    """A statement, a question, an answer to one, a theme or a decision, in its order.

    A theme may have become the group ``group_id``; a decision has somebody who sees to it.
    """

    __tablename__ = "event_report_item"
    __table_args__ = (
        one_of("kind", ("statement", "question", "answer", "theme", "decision")),
        CheckConstraint(
            "(kind = 'answer') = (parent_id IS NOT NULL)", name="answer_of_question"
        ),
        Index("ix_event_report_item_report_id", "report_id", "kind", "position"),
    )
    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="event_report.id")
    kind: str
    position: int
    text: str
    detail: str = Field(sa_column=kept_text())
    audience: str = Field(sa_column=kept_text())
    parent_id: int | None = Field(default=None, foreign_key="event_report_item.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    due_on: dt.date | None = None
    done_on: dt.date | None = None
    group_id: int | None = Field(default=None, foreign_key="working_group.id", index=True)


class IndicatorRow(Row, table=True):
    """A figure that is followed over years."""

    __tablename__ = "indicator"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    unit: str = Field(sa_column=kept_text())
    source: str = Field(sa_column=kept_text())
    note: str = Field(sa_column=kept_text())
    position: int


class IndicatorValueRow(Row, table=True):
    """What an indicator was in a year, in thousandths of its unit."""

    __tablename__ = "indicator_value"
    __table_args__ = (UniqueConstraint("indicator_id", "year"),)
    id: int | None = Field(default=None, primary_key=True)
    indicator_id: int = Field(foreign_key="indicator.id")
    year: int
    thousandths: int
    note: str = Field(sa_column=kept_text())
