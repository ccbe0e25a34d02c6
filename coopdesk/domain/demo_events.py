"""What the demonstration shows of events and groups: read from its seed files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.event_reports import NewIndicator, NewReport
    from coopdesk.domain.events import NewCycle, NewEvent, NewTariff, NewVenue
    from coopdesk.domain.groups import NewGroup, NewObjective, NewOutput

_WEEK = 7
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DemoMeeting:
    """An event that is over: how many days ago, on which day of the week, for how many."""

    ago: int
    people: int
    venue: str
    weekday: int = 1
    reported: bool = False


@dataclass(frozen=True, slots=True)
class DemoSlot:
    """A session of the festival, on its first day (0) or its second."""

    title: str
    day: int
    begins: str
    ends: str
    room: str
    theme: str


@dataclass(frozen=True, slots=True)
class DemoSpeaker:
    """Somebody who speaks in a session; without a name, a contact."""

    session: int
    subject: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class DemoTopic:
    """A theme of a report, which may become a group."""

    text: str
    detail: str
    audience: str
    group: bool = False


@dataclass(frozen=True, slots=True)
class DemoDecision:
    """A decision, due so many days from today."""

    text: str
    due: int
    done: bool = False


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What came out of a workshop; questions with their answers."""

    head: NewReport
    statements: tuple[str, ...]
    questions: tuple[tuple[str, tuple[str, ...]], ...]
    topics: tuple[DemoTopic, ...]
    decisions: tuple[DemoDecision, ...]


@dataclass(frozen=True, slots=True)
class DemoFestival:
    """The two days with money: what the bar took, what was in the box, what it lacked."""

    event: NewEvent
    ago: int
    venue: str
    people: int
    bar_cents: int
    float_cents: int
    short_cents: int
    tariffs: tuple[NewTariff, ...]
    sessions: tuple[DemoSlot, ...]
    speakers: tuple[DemoSpeaker, ...]


@dataclass(frozen=True, slots=True)
class EventWords:
    """Everything of events; ``assembly`` is (event, when, what was said, what was decided)."""

    venues: Mapping[str, NewVenue]
    cycle: NewCycle
    workshop: NewEvent
    themes: tuple[str, ...]
    editions: tuple[DemoMeeting, ...]
    next_ahead: int
    next_expected: int
    report: DemoReport
    assembly: tuple[NewEvent, DemoMeeting, tuple[str, ...], tuple[str, ...]]
    training: NewEvent
    festival: DemoFestival
    indicators: tuple[tuple[NewIndicator, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class DemoChantier:
    """A chantier with what it wants and made; days count from today, registers by place."""

    group: NewGroup
    objectives: tuple[tuple[NewObjective, int], ...]
    outputs: tuple[tuple[NewOutput, int], ...]
    registers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The programme and its chantiers."""

    programme: NewGroup
    charter: str
    chantiers: tuple[DemoChantier, ...]


def weekday_before(day: dt.date, weekday: int) -> dt.date:
    """Return the last such day of the week, the day itself included."""
    return day - dt.timedelta(days=(day.weekday() - weekday) % _WEEK)


def festival_day(today: dt.date, first: dt.date, ago: int) -> dt.date | None:
    """Return the Saturday of a festival of two days that is over, in books that began by then.

    None where the books are too young for one.
    """
    last = weekday_before(today - dt.timedelta(days=3), SATURDAY)
    wanted = weekday_before(today - dt.timedelta(days=ago), SATURDAY)
    while wanted < first:
        wanted += dt.timedelta(days=_WEEK)
    return wanted if wanted <= last else None
