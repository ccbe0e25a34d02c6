"""What polls, forms and calendars of other programs said; events are made of them."""

import datetime as dt

from sqlalchemy import Boolean, Column, Index, false
from sqlmodel import Field

from coopdesk.storage.columns import Moment, Row, kept_text, one_of


class PollRow(Row, table=True):
    """A poll about days or choices, or a form; its title and options tell it from others."""

    __tablename__ = "poll"
    __table_args__ = (one_of("kind", ("days", "choices", "form")),)
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    title: str
    content_key: str = Field(unique=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)


class PollOptionRow(Row, table=True):
    """A slot, a choice or a question of a poll, in its order."""

    __tablename__ = "poll_option"
    __table_args__ = (Index("uq_poll_option_position", "poll_id", "position", unique=True),)
    id: int | None = Field(default=None, primary_key=True)
    poll_id: int = Field(foreign_key="poll.id")
    position: int
    group_label: str = Field(sa_column=kept_text())
    label: str
    held_on: dt.date | None = None
    moment: str = Field(sa_column=kept_text())


class PollReplyRow(Row, table=True):
    """What one person answered; ``answers`` is JSON by position of the option."""

    __tablename__ = "poll_reply"
    __table_args__ = (
        Index("uq_poll_reply_outside_key", "poll_id", "outside_key", unique=True),
    )
    id: int | None = Field(default=None, primary_key=True)
    poll_id: int = Field(foreign_key="poll.id")
    outside_key: str
    name: str
    name_key: str
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    replied_at: dt.datetime | None = Field(default=None, sa_type=Moment)
    answers: str


class CalendarItemRow(Row, table=True):
    """An event of a calendar file; ``ends_on`` is the last day, included."""

    __tablename__ = "calendar_item"
    __table_args__ = (
        one_of("status", ("", "tentative", "confirmed", "cancelled")),
        Index("uq_calendar_item_uid", "uid", "recurrence", unique=True),
        Index("ix_calendar_item_starts_on", "starts_on", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    uid: str
    recurrence: str = Field(sa_column=kept_text())
    title: str
    starts_on: dt.date
    ends_on: dt.date
    is_all_day: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=false()))
    starts_at: dt.datetime | None = Field(default=None, sa_type=Moment)
    ends_at: dt.datetime | None = Field(default=None, sa_type=Moment)
    zone: str = Field(sa_column=kept_text())
    place: str = Field(sa_column=kept_text())
    description: str = Field(sa_column=kept_text())
    organiser: str = Field(sa_column=kept_text())
    url: str = Field(sa_column=kept_text())
    status: str = Field(sa_column=kept_text())
    rule: str = Field(sa_column=kept_text())
    outside_content: str = Field(sa_column=kept_text())
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
