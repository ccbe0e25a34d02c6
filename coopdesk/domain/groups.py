"""Groups, chantiers and programmes: what they aim at, who takes part, what they made."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


class GroupKind(enum.Enum):
    """A plain group, a numbered chantier of a programme, or a programme."""

    GROUP = "group"
    CHANTIER = "chantier"
    PROGRAMME = "programme"


class GroupPurpose(enum.Enum):
    """What people come together for; NONE where nobody said."""

    NONE = ""
    MEETING = "meeting"
    NETWORK = "network"
    PRODUCTION = "production"


class ObjectiveKind(enum.Enum):
    """What an objective is about."""

    POLITICAL = "political"
    OPERATIONAL = "operational"
    OTHER = "other"


class ObjectiveState(enum.Enum):
    """How far an objective is."""

    TO_DO = "to_do"
    UNDER_WAY = "under_way"
    REACHED = "reached"
    DROPPED = "dropped"


class OutputKind(enum.Enum):
    """What a group made."""

    NOTE = "note"
    SEMINAR = "seminar"
    RESEARCH = "research"
    EVENT = "event"
    REPORT = "report"
    TOOL = "tool"
    MEDIA = "media"
    OTHER = "other"


class OutputState(enum.Enum):
    """Who has seen it: nobody yet, the association, everybody."""

    DRAFT = "draft"
    DEBATED = "debated"
    PUBLISHED = "published"


class EventTie(enum.Enum):
    """A group was born at an event, or holds it."""

    ORIGIN = "origin"
    HOST = "host"


class Tagged(enum.Enum):
    """What may belong to a register of action."""

    EVENT = "event"
    GROUP = "group"
    OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class NewGroup:
    """A group as typed.

    ``parent_id`` is the programme of a chantier and ``number`` its place there.
    ``referent_title`` is how the referent is called (« Référente »), ``referent_email`` where
    to write, empty for the referent's own. ``ideas``, ``people`` and ``funds`` are the
    resources that it draws on; ``sharing`` how what it makes is shared.
    """

    name: str
    kind: GroupKind = GroupKind.GROUP
    parent_id: int | None = None
    number: int | None = None
    purpose: GroupPurpose = GroupPurpose.NONE
    description: str = ""
    audience: str = ""
    origin: str = ""
    url: str = ""
    started_on: dt.date | None = None
    ended_on: dt.date | None = None
    is_ephemeral: bool = False
    summary: str = ""
    initiator_id: int | None = None
    bearer_id: int | None = None
    referent_id: int | None = None
    referent_title: str = ""
    referent_organisation_id: int | None = None
    referent_email: str = ""
    charter: str = ""
    charter_on: dt.date | None = None
    ideas: str = ""
    people: str = ""
    funds: str = ""
    sharing: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A recorded group with the names of those it names."""

    id: int
    content: NewGroup
    parent_name: str = ""
    initiator: str = ""
    bearer: str = ""
    referent: str = ""
    referent_organisation: str = ""
    contact_email: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.content.name


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A row of the list of groups; people and structures are those of today."""

    id: int
    name: str
    kind: GroupKind
    number: int | None
    programme: str
    referent: str
    people: int
    structures: int
    objectives: int
    reached: int
    started_on: dt.date | None
    ended_on: dt.date | None
    is_ephemeral: bool
    total: int = 0


@dataclass(frozen=True, slots=True)
class NewObjective:
    """What a group wants to reach, as typed."""

    text: str
    kind: ObjectiveKind = ObjectiveKind.OTHER
    state: ObjectiveState = ObjectiveState.TO_DO
    deliverable: str = ""
    due_on: dt.date | None = None
    reached_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Objective:
    """A recorded objective, in its order."""

    id: int
    group_id: int
    content: NewObjective


@dataclass(frozen=True, slots=True)
class NewOutput:
    """Something that a group made, as typed."""

    title: str
    kind: OutputKind = OutputKind.NOTE
    state: OutputState = OutputState.DRAFT
    licence: str = ""
    made_on: dt.date | None = None
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """A recorded output with the registers of action it belongs to."""

    id: int
    group_id: int
    content: NewOutput
    registers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A contact's part in a group; ``is_structure`` tells an organisation."""

    id: int
    group_id: int
    contact_id: int
    name: str
    is_structure: bool
    role: str = ""
    started_on: dt.date | None = None
    ended_on: dt.date | None = None
    charter_signed_on: dt.date | None = None

    def is_current(self, today: dt.date) -> bool:
        """Tell whether it takes part on a day."""
        return self.ended_on is None or self.ended_on >= today


@dataclass(frozen=True, slots=True)
class TiedEvent:
    """An event at which a group was born, or that it holds."""

    event_id: int
    title: str
    starts_on: dt.date | None
    tie: EventTie


@dataclass(frozen=True, slots=True)
class ActionRegister:
    """A register of action; ``uses`` counts what belongs to it."""

    id: int
    name: str
    description: str = ""
    uses: int = 0


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """A group with all that is known of it; ``chantiers`` of a programme, by number."""

    group: Group
    parts: tuple[Part, ...]
    objectives: tuple[Objective, ...]
    outputs: tuple[Output, ...]
    registers: tuple[str, ...]
    events: tuple[TiedEvent, ...]
    chantiers: tuple[GroupLine, ...] = ()
    activity_id: int | None = None
