"""Who takes part in events: registrations, those paid together, presence, and the cash box."""

import datetime as dt

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint, text
from sqlmodel import Field

from coopdesk.storage.columns import Moment, Row, is_cents, kept_number, kept_text, one_of


class EventPartyRow(Row, table=True):
    """People who come to an event on one payment; a party may be of one."""

    __tablename__ = "event_party"
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True)
    payer_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    label: str = Field(sa_column=kept_text())


class EventRegistrationRow(Row, table=True):
    """A contact or a guest who takes part in an event, waits for a place, or cancelled.

    ``number`` counts registrations within the event: the waiting list goes by it.
    ``price_cents`` is what this person's place costs, without options. ``badge_code`` is what
    the badge shows to be scanned. ``ticket_id`` is what a platform sold.
    """

    __tablename__ = "event_registration"
    __table_args__ = (
        one_of("state", ("registered", "waiting", "cancelled")),
        one_of("source", ("manual", "door", "poll", "ticket", "file")),
        is_cents("price_cents"),
        CheckConstraint("price_cents >= 0", name="price_not_negative"),
        CheckConstraint(
            "contact_id IS NOT NULL OR last_name <> '' OR first_name <> ''", name="somebody"
        ),
        CheckConstraint(
            "(state = 'cancelled') = (cancelled_on IS NOT NULL)", name="cancelled_known"
        ),
        UniqueConstraint("event_id", "number"),
        Index("ix_event_registration_state", "event_id", "state", "number"),
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    number: int
    party_id: int = Field(foreign_key="event_party.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    last_name: str = Field(sa_column=kept_text())
    first_name: str = Field(sa_column=kept_text())
    name_key: str = Field(sa_column=kept_text())
    email: str = Field(sa_column=kept_text())
    phone: str = Field(sa_column=kept_text())
    state: str
    registered_at: dt.datetime = Field(sa_column=Column(Moment, nullable=False))
    cancelled_on: dt.date | None = None
    tariff_id: int | None = Field(default=None, foreign_key="event_tariff.id", index=True)
    price_cents: int = Field(sa_column=kept_number())
    note: str = Field(sa_column=kept_text())
    source: str
    badge_code: str = Field(unique=True)
    ticket_id: int | None = Field(default=None, foreign_key="registration.id", unique=True)
    poll_reply_id: int | None = Field(default=None, foreign_key="poll_reply.id", index=True)


class RegistrationOptionRow(Row, table=True):
    """An option that somebody takes: a meal, a bed; ``price_cents`` for all of ``quantity``."""

    __tablename__ = "registration_option"
    __table_args__ = (
        is_cents("price_cents"),
        CheckConstraint("quantity > 0 AND price_cents >= 0", name="not_negative"),
        UniqueConstraint("registration_id", "tariff_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    registration_id: int = Field(foreign_key="event_registration.id")
    tariff_id: int = Field(foreign_key="event_tariff.id", index=True)
    quantity: int
    price_cents: int = Field(sa_column=kept_number())


class RegistrationMoveRow(Row, table=True):
    """A trace: when a registration came, waited, moved up, was cancelled or came back.

    ``freed_by_id`` is the registration whose place it took, None where places were added.
    """

    __tablename__ = "registration_move"
    __table_args__ = (
        one_of("kind", ("registered", "waiting", "promoted", "cancelled", "restored")),
    )
    id: int | None = Field(default=None, primary_key=True)
    registration_id: int = Field(foreign_key="event_registration.id", index=True)
    moved_at: dt.datetime = Field(sa_column=Column(Moment, nullable=False))
    kind: str
    freed_by_id: int | None = Field(
        default=None, foreign_key="event_registration.id", index=True
    )


class AttendanceRow(Row, table=True):
    """Somebody was there: at a session, or at an event that has none."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("registration_id", "session_id"),
        Index("ix_attendance_session_id", "session_id"),
        Index(
            "uq_attendance_whole_event",
            "registration_id",
            unique=True,
            sqlite_where=text("session_id IS NULL"),
            postgresql_where=text("session_id IS NULL"),
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    registration_id: int = Field(foreign_key="event_registration.id")
    session_id: int | None = Field(default=None, foreign_key="event_session.id")
    present_at: dt.datetime = Field(sa_column=Column(Moment, nullable=False))


class CashBoxRow(Row, table=True):
    """The cash box of a day of an event: what was in it before, and what was counted after."""

    __tablename__ = "cash_box"
    __table_args__ = (
        is_cents("opening_cents"),
        is_cents("counted_cents"),
        CheckConstraint("opening_cents >= 0 AND counted_cents >= 0", name="not_negative"),
        CheckConstraint("(counted_cents IS NULL) = (closed_at IS NULL)", name="closed_whole"),
        UniqueConstraint("event_id", "held_on"),
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    held_on: dt.date
    opening_cents: int = Field(sa_column=kept_number())
    counted_cents: int | None = None
    closed_at: dt.datetime | None = Field(default=None, sa_type=Moment)
    note: str = Field(sa_column=kept_text())
