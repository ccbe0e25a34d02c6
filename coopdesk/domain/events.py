"""Events: when they are held, where, by whom, and what taking part costs."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt


class EventKind(enum.Enum):
    """What sort of event it is."""

    WORKSHOP = "workshop"
    ASSEMBLY = "assembly"
    TRAINING = "training"
    FESTIVAL = "festival"
    MEETING = "meeting"
    CONFERENCE = "conference"
    SOCIAL = "social"
    OTHER = "other"


class EventState(enum.Enum):
    """How sure an event is."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class WhenKind(enum.Enum):
    """How exactly the days of an event are known."""

    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNDATED = "undated"


class EventRole(enum.Enum):
    """What somebody does for an event."""

    ORGANISER = "organiser"
    CO_ORGANISER = "co_organiser"
    SUPPORT = "support"
    FUNDER = "funder"
    FACILITATOR = "facilitator"
    SPEAKER = "speaker"
    REPORTER = "reporter"
    VOLUNTEER = "volunteer"


class TariffKind(enum.Enum):
    """A place, of which everybody has one, or an option beside it."""

    FEE = "fee"
    OPTION = "option"


class Pricing(enum.Enum):
    """How a price is made: FIXED, FREE of charge, or OPEN, what people want to pay."""

    FIXED = "fixed"
    FREE = "free"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event, the first and the last included, and its hours.

    A week goes from Monday to Sunday; a month or a year is whole. ``begins_at`` and ``ends_at``
    are hours of the clock in France, on the first and the last day; None where nobody said.
    Midnight as end is that of the last day.
    """

    kind: WhenKind = WhenKind.UNDATED
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    begins_at: dt.time | None = None
    ends_at: dt.time | None = None


@dataclass(frozen=True, slots=True)
class NewVenue:
    """A place as typed; ``capacity`` None where nobody counted."""

    name: str
    address: str = ""
    postal_code: str = ""
    town: str = ""
    capacity: int | None = None
    access: str = ""
    note: str = ""
    contact_id: int | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """A recorded place; ``events`` counts what is held there."""

    id: int
    content: NewVenue
    is_open: bool = True
    contact_name: str = ""
    events: int = 0

    @property
    def name(self) -> str:
        """What it is called."""
        return self.content.name


@dataclass(frozen=True, slots=True)
class NewCycle:
    """A series of events as typed; ``since`` in words (« novembre 2015 »)."""

    name: str
    origin: str = ""
    since: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cycle:
    """A recorded series; ``last_edition`` is the highest number of its events, 0 of none."""

    id: int
    content: NewCycle
    events: int = 0
    last_edition: int = 0


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event as typed.

    ``capacity`` is how many may register, None without limit; ``expected`` how many are hoped
    for. ``previous_id`` is the edition that it was prepared from.
    """

    title: str
    kind: EventKind = EventKind.WORKSHOP
    state: EventState = EventState.PLANNED
    when: When = When()
    cycle_id: int | None = None
    edition: int | None = None
    previous_id: int | None = None
    venue_id: int | None = None
    place_note: str = ""
    aim: str = ""
    theme: str = ""
    public_text: str = ""
    hashtag: str = ""
    url: str = ""
    note: str = ""
    capacity: int | None = None
    expected: int | None = None
    has_waiting_list: bool = True
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """A recorded event; ``uid`` and ``revision`` name it in calendars (RFC 5545)."""

    id: int
    content: NewEvent
    uid: str
    revision: int
    changed_at: dt.datetime
    activity_id: int | None = None
    cycle_name: str = ""
    venue_name: str = ""

    @property
    def title(self) -> str:
        """What it is called, without its edition."""
        return self.content.title

    @property
    def when(self) -> When:
        """When it is held."""
        return self.content.when


@dataclass(frozen=True, slots=True)
class EventLine:
    """A row of the list of events; ``due`` is what those registered still owe."""

    id: int
    title: str
    kind: EventKind
    state: EventState
    when: When
    edition: int | None
    cycle_name: str
    venue_name: str
    town: str
    capacity: int | None
    registered: int = 0
    waiting: int = 0
    present: int = 0
    due: Money = ZERO
    has_report: bool = False


@dataclass(frozen=True, slots=True)
class NewSession:
    """A part of an event as typed; ``room`` is where in the place."""

    title: str
    held_on: dt.date | None = None
    begins_at: dt.time | None = None
    ends_at: dt.time | None = None
    venue_id: int | None = None
    room: str = ""
    theme: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A recorded part of an event, in the order of the programme."""

    id: int
    event_id: int
    content: NewSession
    venue_name: str = ""


@dataclass(frozen=True, slots=True)
class NewEventPart:
    """Somebody's part in an event as typed: a contact, or a name alone."""

    role: EventRole
    contact_id: int | None = None
    name: str = ""
    subject: str = ""
    theme: str = ""
    session_id: int | None = None


@dataclass(frozen=True, slots=True)
class EventPart:
    """A recorded part in an event; ``name`` is how lists call who has it."""

    id: int
    event_id: int
    content: NewEventPart
    name: str
    session_title: str = ""


@dataclass(frozen=True, slots=True)
class NewTariff:
    """What taking part or an option costs, as typed.

    ``amount`` is the price, or what is proposed where people choose (``minimum`` the least).
    ``ticket_name`` is how a platform calls it.
    """

    name: str
    kind: TariffKind = TariffKind.FEE
    pricing: Pricing = Pricing.FIXED
    amount: Money = ZERO
    minimum: Money = ZERO
    quota: int | None = None
    ticket_name: str = ""


@dataclass(frozen=True, slots=True)
class Tariff:
    """A recorded tariff; ``taken`` counts those who have it and did not cancel."""

    id: int
    event_id: int
    content: NewTariff
    is_closed: bool = False
    taken: int = 0


@dataclass(frozen=True, slots=True)
class EventSheet:
    """An event with all that is known of how it is made."""

    event: Event
    venue: Venue | None
    cycle: Cycle | None
    sessions: tuple[Session, ...]
    parts: tuple[EventPart, ...]
    tariffs: tuple[Tariff, ...]
