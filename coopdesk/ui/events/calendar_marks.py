"""What the calendar shows of an entry: made ready once, so that painting only draws."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.calendar_grid import Span
from coopdesk.domain.events import EventState
from coopdesk.wording.event_dates import hours_text, when_text
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.event_days import CalendarEntry


class Shape(enum.Enum):
    """How an entry is drawn, so that colour alone never tells them apart."""

    CONFIRMED = enum.auto()
    PLANNED = enum.auto()
    CANCELLED = enum.auto()
    IMPORTED = enum.auto()


ICONS = {
    Shape.CONFIRMED: "calendar-check",
    Shape.PLANNED: "calendar-blank",
    Shape.CANCELLED: "calendar-x",
    Shape.IMPORTED: "download-simple",
}
_STATES = {EventState.PLANNED: Shape.PLANNED, EventState.CANCELLED: Shape.CANCELLED}


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry with its words; ``id`` is its place among those read together."""

    id: int
    entry: CalendarEntry
    shape: Shape
    title: str
    when: str
    hours: str

    @property
    def state(self) -> str:
        """The word that its shape stands for; none of what is confirmed."""
        if self.shape is Shape.IMPORTED:
            return _("from a calendar")
        return "" if self.shape is Shape.CONFIRMED else label(self.entry.state)

    @property
    def line(self) -> str:
        """What stands in a bar that is one line high."""
        begins_at = self.entry.when.begins_at
        begins = hours_text(begins_at, None) if begins_at is not None else ""
        return f"{begins} {self.title}" if begins else self.title

    @property
    def detail(self) -> str:
        """What stands beneath the title where there is room."""
        parts = (self.hours, self.entry.place, self.state)
        return " · ".join(part for part in parts if part)

    @property
    def said(self) -> str:
        """Everything in one sentence, for tooltips and screen readers."""
        parts = (self.title, self.when, self.hours, self.entry.place, self.state)
        return ", ".join(part for part in parts if part)

    def covers(self, day: dt.date) -> bool:
        """Tell whether it is held on a day that is known exactly."""
        span = span_of(self)
        return span is not None and span.covers(day)


def mark_of(number: int, entry: CalendarEntry) -> Mark:
    """Make an entry ready."""
    shape = Shape.IMPORTED
    if entry.event_id is not None:
        shape = _STATES.get(entry.state, Shape.CONFIRMED)
    title = event_title_text(entry.title, entry.edition)
    hours = hours_text(entry.when.begins_at, entry.when.ends_at)
    return Mark(number, entry, shape, title, when_text(entry.when), hours)


def span_of(mark: Mark) -> Span | None:
    """Return the days of a mark for the grid; None of what has no exact day."""
    when = mark.entry.when
    if mark.entry.is_vague or when.starts_on is None or when.ends_on is None:
        return None
    begins = f"{when.begins_at:%H:%M}" if when.begins_at is not None else ""
    return Span(mark.id, when.starts_on, when.ends_on, (begins, mark.title))


def by_hour(mark: Mark) -> tuple[str, str]:
    """Return what orders the marks of one day."""
    begins = mark.entry.when.begins_at
    return (f"{begins:%H:%M}" if begins is not None else "", mark.title)
