"""Events: when and where they are held, who makes them, and what taking part costs."""

import datetime as dt

from sqlalchemy import Boolean, CheckConstraint, Column, Index, UniqueConstraint, false, true
from sqlmodel import Field

from coopdesk.storage.columns import Moment, Row, is_cents, kept_number, kept_text, one_of


class VenueRow(Row, table=True):
    """A place where events are held; ``capacity`` is how many people it holds."""

    __tablename__ = "venue"
    __table_args__ = (CheckConstraint("capacity > 0", name="capacity_positive"),)
    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    address: str = Field(sa_column=kept_text())
    postal_code: str = Field(sa_column=kept_text())
    town: str = Field(sa_column=kept_text())
    capacity: int | None = None
    access: str = Field(sa_column=kept_text())
    note: str = Field(sa_column=kept_text())
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    is_open: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=true()))


class EventCycleRow(Row, table=True):
    """A series of events, each an edition; ``origin`` is where the idea came from."""

    __tablename__ = "event_cycle"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    origin: str = Field(sa_column=kept_text())
    since: str = Field(sa_column=kept_text())
    note: str = Field(sa_column=kept_text())


class EventRow(Row, table=True):
    """An event on exact days, in a week, a month or a year, or undated.

    ``starts_on`` and ``ends_on`` are the first and the last day of whatever ``when_kind`` says;
    ``begins_at`` and ``ends_at`` are hours of the clock, ``HH:MM`` or empty. ``uid`` and
    ``revision`` name it in calendars (RFC 5545, UID and SEQUENCE). ``ticketing`` is JSON: the
    forms of platforms whose tickets come by themselves.
    """

    __tablename__ = "event"
    __table_args__ = (
        one_of(
            "kind",
            (
                "workshop",
                "assembly",
                "training",
                "festival",
                "meeting",
                "conference",
                "social",
                "other",
            ),
        ),
        one_of("state", ("planned", "confirmed", "cancelled")),
        one_of("when_kind", ("days", "week", "month", "year", "undated")),
        CheckConstraint(
            "(when_kind = 'undated') = (starts_on IS NULL)"
            " AND (starts_on IS NULL) = (ends_on IS NULL)",
            name="days_whole",
        ),
        CheckConstraint("ends_on >= starts_on", name="days_in_order"),
        CheckConstraint("capacity > 0", name="capacity_positive"),
        CheckConstraint("edition > 0", name="edition_positive"),
        UniqueConstraint("cycle_id", "edition"),
        Index("ix_event_starts_on", "starts_on", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    state: str
    title: str
    search_key: str
    cycle_id: int | None = Field(default=None, foreign_key="event_cycle.id")
    edition: int | None = None
    previous_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    when_kind: str
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    begins_at: str = Field(sa_column=kept_text())
    ends_at: str = Field(sa_column=kept_text())
    venue_id: int | None = Field(default=None, foreign_key="venue.id", index=True)
    place_note: str = Field(sa_column=kept_text())
    aim: str = Field(sa_column=kept_text())
    theme: str = Field(sa_column=kept_text())
    public_text: str = Field(sa_column=kept_text())
    hashtag: str = Field(sa_column=kept_text())
    url: str = Field(sa_column=kept_text())
    note: str = Field(sa_column=kept_text())
    capacity: int | None = None
    expected: int | None = None
    has_waiting_list: bool = Field(
        sa_column=Column(Boolean, nullable=False, server_default=true())
    )
    is_open: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=true()))
    activity_id: int | None = Field(default=None, foreign_key="activity.id", unique=True)
    ticketing: str = Field(sa_column=kept_text())
    uid: str = Field(unique=True)
    revision: int = Field(sa_column=kept_number())
    changed_at: dt.datetime = Field(sa_column=Column(Moment, nullable=False))


class EventSessionRow(Row, table=True):
    """A part of an event with its own day, hours and room, in the order of the programme."""

    __tablename__ = "event_session"
    __table_args__ = (Index("ix_event_session_event_id", "event_id", "position"),)
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    position: int
    title: str
    held_on: dt.date | None = None
    begins_at: str = Field(sa_column=kept_text())
    ends_at: str = Field(sa_column=kept_text())
    venue_id: int | None = Field(default=None, foreign_key="venue.id", index=True)
    room: str = Field(sa_column=kept_text())
    theme: str = Field(sa_column=kept_text())
    description: str = Field(sa_column=kept_text())


class EventRoleRow(Row, table=True):
    """Who makes an event: a contact, or somebody known by ``name`` alone.

    A speaker has a ``subject``, and a slot if ``session_id`` is known.
    """

    __tablename__ = "event_role"
    __table_args__ = (
        one_of(
            "role",
            (
                "organiser",
                "co_organiser",
                "support",
                "funder",
                "facilitator",
                "speaker",
                "reporter",
                "volunteer",
            ),
        ),
        CheckConstraint("contact_id IS NOT NULL OR name <> ''", name="somebody"),
        Index("ix_event_role_event_id", "event_id", "position"),
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    position: int
    role: str
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    name: str = Field(sa_column=kept_text())
    subject: str = Field(sa_column=kept_text())
    theme: str = Field(sa_column=kept_text())
    session_id: int | None = Field(default=None, foreign_key="event_session.id", index=True)


class EventTariffRow(Row, table=True):
    """What taking part costs, or an option beside it (a meal, a bed).

    ``amount_cents`` is the price when it is fixed, what is proposed when people choose;
    ``minimum_cents`` is the least they may choose. ``ticket_key`` is the folded name by which a
    platform sells it, ``quota`` how many there are.
    """

    __tablename__ = "event_tariff"
    __table_args__ = (
        one_of("kind", ("fee", "option")),
        one_of("pricing", ("fixed", "free", "open")),
        is_cents("amount_cents"),
        is_cents("minimum_cents"),
        CheckConstraint("amount_cents >= 0 AND minimum_cents >= 0", name="not_negative"),
        CheckConstraint("quota > 0", name="quota_positive"),
        Index("ix_event_tariff_event_id", "event_id", "position"),
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    position: int
    kind: str
    name: str
    pricing: str
    amount_cents: int = Field(sa_column=kept_number())
    minimum_cents: int = Field(sa_column=kept_number())
    quota: int | None = None
    ticket_key: str = Field(sa_column=kept_text())
    is_closed: bool = Field(sa_column=Column(Boolean, nullable=False, server_default=false()))
