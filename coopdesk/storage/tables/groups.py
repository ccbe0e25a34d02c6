"""Groups, chantiers and programmes: who takes part, what they aim at and what they made."""

import datetime as dt

from sqlalchemy import Boolean, CheckConstraint, Column, Index, String, UniqueConstraint, false
from sqlmodel import Field

from coopdesk.storage.columns import Row, kept_text, one_of


class WorkingGroupRow(Row, table=True):
    """A group that contacts take part in; told apart by its folded name.

    A chantier is a numbered group of the programme ``parent_id``. The three texts of resources
    are what the group draws on; money stands with its activity. ``referent_title`` is how the
    referent is called (« Référente »), ``referent_email`` where to write about this group.
    """

    __tablename__ = "working_group"
    __table_args__ = (
        one_of("kind", ("group", "chantier", "programme")),
        one_of("purpose", ("", "meeting", "network", "production")),
        CheckConstraint("number > 0", name="number_positive"),
        CheckConstraint("parent_id IS NULL OR kind <> 'programme'", name="programmes_on_top"),
        CheckConstraint("ended_on >= started_on", name="days_in_order"),
        UniqueConstraint("parent_id", "number"),
    )
    id: int | None = Field(default=None, primary_key=True)
    name: str
    sort_key: str = Field(unique=True)
    kind: str = Field(sa_column=Column(String, nullable=False, server_default="group"))
    parent_id: int | None = Field(default=None, foreign_key="working_group.id")
    number: int | None = None
    purpose: str = Field(sa_column=kept_text())
    description: str = Field(sa_column=kept_text())
    audience: str = Field(sa_column=kept_text())
    origin: str = Field(sa_column=kept_text())
    url: str = Field(sa_column=kept_text())
    started_on: dt.date | None = None
    ended_on: dt.date | None = None
    is_ephemeral: bool = Field(
        sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    summary: str = Field(sa_column=kept_text())
    initiator_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    bearer_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    referent_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    referent_title: str = Field(sa_column=kept_text())
    referent_organisation_id: int | None = Field(
        default=None, foreign_key="contact.id", index=True
    )
    referent_email: str = Field(sa_column=kept_text())
    charter: str = Field(sa_column=kept_text())
    charter_on: dt.date | None = None
    ideas: str = Field(sa_column=kept_text())
    people: str = Field(sa_column=kept_text())
    funds: str = Field(sa_column=kept_text())
    sharing: str = Field(sa_column=kept_text())


class GroupMemberRow(Row, table=True):
    """A contact's part in a group; ``charter_signed_on`` when it agreed to the charter."""

    __tablename__ = "group_member"
    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="working_group.id", index=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    role: str
    started_on: dt.date | None
    ended_on: dt.date | None
    charter_signed_on: dt.date | None = None


class GroupObjectiveRow(Row, table=True):
    """What a group wants to reach, in its order, with what shows that it did."""

    __tablename__ = "group_objective"
    __table_args__ = (
        one_of("kind", ("political", "operational", "other")),
        one_of("state", ("to_do", "under_way", "reached", "dropped")),
        Index("ix_group_objective_group_id", "group_id", "position"),
    )
    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="working_group.id")
    position: int
    kind: str
    text: str
    state: str
    deliverable: str = Field(sa_column=kept_text())
    due_on: dt.date | None = None
    reached_on: dt.date | None = None
    note: str = Field(sa_column=kept_text())


class GroupOutputRow(Row, table=True):
    """Something that a group made; ``licence`` says how it is shared."""

    __tablename__ = "group_output"
    __table_args__ = (
        one_of(
            "kind", ("note", "seminar", "research", "event", "report", "tool", "media", "other")
        ),
        one_of("state", ("draft", "debated", "published")),
    )
    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="working_group.id", index=True)
    title: str
    kind: str
    state: str
    licence: str = Field(sa_column=kept_text())
    made_on: dt.date | None = None
    url: str = Field(sa_column=kept_text())
    note: str = Field(sa_column=kept_text())


class GroupEventRow(Row, table=True):
    """A group was born at an event, or holds it."""

    __tablename__ = "group_event"
    __table_args__ = (
        one_of("kind", ("origin", "host")),
        UniqueConstraint("group_id", "event_id", "kind"),
    )
    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="working_group.id")
    event_id: int = Field(foreign_key="event.id", index=True)
    kind: str


class ActionRegisterRow(Row, table=True):
    """A register of action, by which the yearly report tells what was done."""

    __tablename__ = "action_register"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    position: int
    description: str = Field(sa_column=kept_text())


class ActionRegisterUseRow(Row, table=True):
    """An event, a group or an output that belongs to a register of action."""

    __tablename__ = "action_register_use"
    __table_args__ = (
        CheckConstraint(
            "CASE WHEN event_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN group_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN output_id IS NULL THEN 0 ELSE 1 END = 1",
            name="one_thing",
        ),
        Index("ix_action_register_use_register_id", "register_id", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    register_id: int = Field(foreign_key="action_register.id")
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    group_id: int | None = Field(default=None, foreign_key="working_group.id", index=True)
    output_id: int | None = Field(default=None, foreign_key="group_output.id", index=True)
