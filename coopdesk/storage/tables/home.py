"""What the home page keeps: duties that were done or are not ours, and yearly reports."""

import datetime as dt

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from coopdesk.storage.columns import Row, kept_text, one_of


class DutyMarkRow(Row, table=True):
    """A duty was done for a period, or does not concern the association (no period)."""

    __tablename__ = "duty_mark"
    __table_args__ = (
        one_of("state", ("done", "not_ours")),
        UniqueConstraint("code", "period"),
    )
    id: int | None = Field(default=None, primary_key=True)
    code: str
    period: str = Field(sa_column=kept_text())
    state: str
    marked_on: dt.date
    note: str = Field(sa_column=kept_text())


class OwnDutyRow(Row, table=True):
    """A date that the association keeps in mind itself, once or every so many months."""

    __tablename__ = "own_duty"
    __table_args__ = (CheckConstraint("repeat_months > 0", name="repeat_positive"),)
    id: int | None = Field(default=None, primary_key=True)
    title: str
    due_on: dt.date
    repeat_months: int | None = None
    note: str = Field(sa_column=kept_text())


class AnnualReportRow(Row, table=True):
    """The report of a year: what is told in words, and the codes of its blocks in order."""

    __tablename__ = "annual_report"
    id: int | None = Field(default=None, primary_key=True)
    year: int = Field(unique=True)
    title: str = Field(sa_column=kept_text())
    foreword: str = Field(sa_column=kept_text())
    outlook: str = Field(sa_column=kept_text())
    blocks: str = Field(sa_column=kept_text())
