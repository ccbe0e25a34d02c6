"""Membership types, memberships, who they cover, departures."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from coopdesk.storage.columns import Row, is_cents, kept_number, kept_text, one_of

# As the lists of memberships ask, so that the engine knows these indexes again.
_LISTED, _LAST, _CANCELLED = "listed > 0", "listed = 2", "cancelled_on IS NOT NULL"
_READ_BY_LISTS = (
    "listed",
    "type_id",
    "holder_since",
    "holder_until",
    "holder_left_on",
    "due_cents",
    "paid_cents",
    "remainder_cents",
    "started_on",
    "ended_on",
    "number_key",
    "contact_id",
    "search_text",
)
_UNPAID = text("cancelled_on IS NULL AND paid_cents < fee_cents + joining_fee_cents")


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class MemberRulesRow(Row, table=True):
    """What the statutes and the board decide about members: one row."""

    __tablename__ = "member_rules"
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        one_of("who", ("anyone", "persons", "organisations")),
        is_cents("share_nominal_cents"),
    )
    id: int | None = Field(default=None, primary_key=True)
    who: str
    number_pattern: str
    renewal_days: int
    grace_days: int
    has_shares: bool
    share_nominal_cents: int


class MembershipTypeRow(Row, table=True):
    """A kind of membership; ``outside_names`` one a line."""

    __tablename__ = "membership_type"
    __table_args__ = (
        one_of("amount_kind", ("free", "fixed", "minimum", "suggested")),
        one_of("holder", ("contact", "household")),
        one_of("who", ("anyone", "persons", "organisations")),
        one_of("period", ("calendar_year", "fiscal_year", "season", "rolling", "life")),
        is_cents("amount_cents"),
        is_cents("joining_fee_cents"),
        is_cents("counterpart_cents"),
    )
    id: int | None = Field(default=None, primary_key=True)
    name: str
    sort_key: str = Field(unique=True)
    amount_kind: str
    amount_cents: int
    holder: str
    who: str
    college: str
    has_vote: bool
    period: str
    season_month: int
    season_day: int
    months: int
    joining_fee_cents: int
    prorata: bool
    counterpart_cents: int
    receipt_eligible: bool
    account: str
    outside_names: str
    position: int = Field(index=True)
    archived_on: dt.date | None


class MembershipRow(Row, table=True):
    """A membership and the fee due for it.

    ``start_year`` is that of ``started_on``. What follows it is kept by triggers, as are
    ``paid_cents`` and ``name_key`` (``storage/holders.py``): a list is read from one index, in
    its order or, when it is narrowed, in the order of names.
    """

    __tablename__ = "membership"
    __table_args__ = (
        is_cents("fee_cents"),
        is_cents("joining_fee_cents"),
        CheckConstraint("fee_cents >= 0 AND joining_fee_cents >= 0", name="due_not_negative"),
        CheckConstraint("ended_on >= started_on", name="ends_after_start"),
        Index(
            "ix_membership_list",
            "start_year",
            "name_key",
            "id",
            *_READ_BY_LISTS,
            **_where(_LISTED),
        ),
        Index(
            "ix_membership_last",
            "name_key",
            "id",
            *_READ_BY_LISTS,
            **_where(_LAST),
        ),
        Index("ix_membership_all", "name_key", "id", *_READ_BY_LISTS, **_where(_LISTED)),
        Index("ix_membership_name_key", "name_key", "id", "listed", **_where(_LISTED)),
        *(
            Index(f"ix_membership_{name}", name, "name_key", "id", "listed", **_where(_LISTED))
            for name in ("number_key", "paid_cents", "remainder_cents")
        ),
        # Holds what is added up as well: the totals of all memberships read no wider one.
        Index(
            "ix_membership_due_cents",
            "due_cents",
            "name_key",
            "id",
            "listed",
            "paid_cents",
            "remainder_cents",
            **_where(_LISTED),
        ),
        *(
            Index(f"ix_membership_{name}", name, "name_key", "id", "listed")
            for name in ("type_id", "started_on")
        ),
        Index(
            "ix_membership_by_end", "ended_on", "name_key", "id", "listed", **_where(_LISTED)
        ),
        # Renewals and reminders read whole rows: in the order of rows, not of names.
        Index("ix_membership_ended_on", "ended_on", "id"),
        Index("ix_membership_contact_id", "contact_id", "cancelled_on", "ended_on", "id"),
        Index("ix_membership_cancelled", "name_key", "id", **_where(_CANCELLED)),
        Index(
            "ix_membership_unpaid", "contact_id", sqlite_where=_UNPAID, postgresql_where=_UNPAID
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id")
    type_id: int = Field(foreign_key="membership_type.id")
    started_on: dt.date
    ended_on: dt.date
    fee_cents: int
    joining_fee_cents: int
    instalment_count: int
    previous_id: int | None = Field(foreign_key="membership.id", index=True)
    registration_id: int | None = Field(foreign_key="registration.id", index=True)
    cancelled_on: dt.date | None
    note: str
    paid_cents: int = Field(sa_column=kept_number())
    name_key: str
    start_year: int
    number_key: str = Field(sa_column=kept_text())
    search_text: str = Field(sa_column=kept_text())
    holder_since: dt.date | None
    holder_until: dt.date | None
    holder_left_on: dt.date | None
    due_cents: int = Field(sa_column=kept_number())
    remainder_cents: int = Field(sa_column=kept_number())
    listed: int = Field(sa_column=kept_number())


class MembershipPersonRow(Row, table=True):
    """A contact that a membership makes a member."""

    __tablename__ = "membership_person"
    __table_args__ = (UniqueConstraint("contact_id", "membership_id"),)
    id: int | None = Field(default=None, primary_key=True)
    membership_id: int = Field(foreign_key="membership.id", index=True)
    contact_id: int = Field(foreign_key="contact.id")


class InstalmentRow(Row, table=True):
    """A part of a fee that is due on a day."""

    __tablename__ = "instalment"
    __table_args__ = (is_cents("amount_cents"),)
    id: int | None = Field(default=None, primary_key=True)
    membership_id: int = Field(foreign_key="membership.id", index=True)
    due_on: dt.date
    amount_cents: int


class DepartureRow(Row, table=True):
    """Somebody left, and why."""

    __tablename__ = "departure"
    __table_args__ = (one_of("reason", ("resigned", "struck_off", "deceased")),)
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    left_on: dt.date
    reason: str
    note: str
