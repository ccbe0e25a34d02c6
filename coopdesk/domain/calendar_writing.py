"""What a calendar file of ours says of an event, before any format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.calendars import CalendarStatus
from coopdesk.domain.events import EventState, WhenKind

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.events import Event, EventSheet, Session, When

STATUSES = {
    EventState.PLANNED: CalendarStatus.TENTATIVE,
    EventState.CONFIRMED: CalendarStatus.CONFIRMED,
    EventState.CANCELLED: CalendarStatus.CANCELLED,
}
# A year as one bar over every day would hide all the rest on a phone.
_SHOWN = frozenset({WhenKind.DAYS, WhenKind.WEEK, WhenKind.MONTH})
_SESSION_NAME = re.compile(r"(.+)-(\d+)")


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """An item of a calendar; ``last`` is its last day, included.

    Without ``begins_at`` it lasts whole days. ``ends_at`` at midnight is the end of the last
    day. ``is_free`` tells that it leaves the time of its days free for other things.
    """

    uid: str
    title: str
    first: dt.date
    last: dt.date
    changed_at: dt.datetime
    begins_at: dt.time | None = None
    ends_at: dt.time | None = None
    place: str = ""
    description: str = ""
    url: str = ""
    status: CalendarStatus = CalendarStatus.NONE
    revision: int = 0
    is_free: bool = False


def has_days(when: When) -> bool:
    """Tell whether calendar files show an event: a year is no day, and neither is none."""
    return when.kind in _SHOWN


def written_apart(sheet: EventSheet) -> tuple[Session, ...]:
    """Return the sessions that are items of their own: those with a day, of several days.

    Of one day the event is one item, and the programme its text: a phone shows one thing to
    go to. Over several days, hours differ from day to day.
    """
    when = sheet.event.when
    if when.kind is not WhenKind.DAYS or when.starts_on == when.ends_on:
        return ()
    return tuple(
        one
        for one in sheet.sessions
        if one.content.held_on is not None and one.content.begins_at is not None
    )


def session_uid(event: Event, session: Session) -> str:
    """Return the name by which calendars know a session."""
    return f"{event.uid}-{session.id}"


def is_our_own(uid: str, ours: frozenset[str]) -> bool:
    """Tell whether an item of a calendar file is one of our events, or a session of one."""
    session = _SESSION_NAME.fullmatch(uid)
    return uid in ours or (session is not None and session[1] in ours)
