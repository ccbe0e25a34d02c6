"""Reads what the calendar shows of a stretch of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.event_days import days_key
from coopdesk.ui.events.calendar_marks import mark_of

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.services.registry import Services
    from coopdesk.ui.events.calendar_marks import Mark


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What has days, exactly known or not, by time; what has none; whether there is any."""

    marks: tuple[Mark, ...]
    undated: tuple[Mark, ...]
    any_entry: bool

    @property
    def exact(self) -> tuple[Mark, ...]:
        """What lies over its days."""
        return tuple(mark for mark in self.marks if not mark.entry.is_vague)

    @property
    def vague(self) -> tuple[Mark, ...]:
        """What is held in a week, a month or a year."""
        return tuple(mark for mark in self.marks if mark.entry.is_vague)


def read_calendar(services: Services, first: dt.date, last: dt.date) -> CalendarRead:
    """Read what meets the days from ``first`` to ``last``; runs on the worker."""
    calendar = services.event_calendar
    dated = sorted(
        calendar.entries(first, last), key=lambda one: (days_key(one.when), one.title)
    )
    undated = sorted(calendar.undated(), key=lambda one: one.title)
    marks = tuple(mark_of(key, entry) for key, entry in enumerate(dated))
    waiting = tuple(mark_of(len(marks) + key, entry) for key, entry in enumerate(undated))
    any_entry = bool(marks or waiting or services.events.years())
    return CalendarRead(marks, waiting, any_entry or bool(services.calendar_imports.items()))
