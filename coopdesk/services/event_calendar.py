"""Use cases around the calendar: our events and foreign dates, and iCalendar both ways."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from coopdesk.domain.calendar_writing import has_days
from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_days import CalendarEntry, days_key
from coopdesk.domain.event_rules import LINE_LIMIT, TEXT_LIMIT, TITLE_LIMIT, checked_event
from coopdesk.domain.events import EventKind, NewEvent
from coopdesk.exchange.ical_writing import write_calendar
from coopdesk.services.calendar_sheets import written_items
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.saving import external_file_errors, save
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.event_days import ForeignItem
    from coopdesk.domain.events import Event
    from coopdesk.storage.unit_of_work import Units, Work

FILE_NAME = "coopdesk.ics"


class EventCalendarService:
    """The calendar."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def entries(self, first: dt.date, last: dt.date) -> list[CalendarEntry]:
        """Return what a calendar shows from ``first`` to ``last``, by time.

        Events, also those of which only the week, the month or the year is known, and dates of
        calendar files that no event was made of.
        """
        with self._units.read() as work:
            ours = [_entry(one) for one in work.events.between(first, last)]
            theirs = work.calendar_items.between(first, last)
        return sorted((*ours, *theirs), key=lambda one: (*days_key(one.when), one.title))

    def undated(self) -> list[CalendarEntry]:
        """Return the events of which nothing is known about the day."""
        with self._units.read() as work:
            return [_entry(one) for one in work.events.undated()]

    def ics(self, event_ids: Sequence[int] | None = None) -> bytes:
        """Return events as a calendar file (iCalendar), all of them without ids.

        Those without a day, or with a year alone, are left out: see ``left_out``.

        Raises:
            RuleError: ``calendar.nothing_dated``: none of the events asked for has a day.
        """
        with self._units.read() as work:
            events = work.events.many(event_ids)
            if event_ids and not any(has_days(one.when) for one in events):
                raise RuleError("calendar.nothing_dated")
            profile = work.association.get()
            items = written_items(work, events)
        name = profile.name if profile is not None and profile.name else _("Our events")
        return write_calendar(name, items)

    def left_out(self, event_ids: Sequence[int] | None = None) -> list[str]:
        """Return the titles of those events that a calendar file cannot show."""
        with self._units.read() as work:
            events = work.events.many(event_ids)
        return [
            event_title_text(one.title, one.content.edition)
            for one in events
            if not has_days(one.when)
        ]

    def write_folder(self, folder: Path) -> Path:
        """Write all events into the one file of a folder that calendars subscribe to.

        Raises:
            ExternalError: the disk, the folder or a permission is in the way; the file of
            before is intact.
        """
        content = self.ics()
        with external_file_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
        return save(folder / FILE_NAME, content)

    def adopt(self, item_id: int) -> Outcome[Event]:
        """Make an event of a date of a calendar file, once.

        It keeps the name that calendars know the date by, unless that is the name of a series:
        a phone that has both calendars shows it once.

        Raises:
            RuleError: ``calendar.item_taken``. NotFoundError: the date is gone.
        """
        with self._units.write("event.adopted") as work:
            item = work.calendar_items.get(item_id)
            if item.event_id is not None:
                known = work.events.get(item.event_id)
                raise RuleError("calendar.item_taken", name=known.title, id=known.id)
            new = checked_event(_adopted(item))
            work.recorder.relabel(name=new.title)
            made_id = work.events.add(new, _name_of(work, item), self._units.now())
            work.calendar_items.tie(item_id, made_id)
            made = work.events.get(made_id)
            work.commit()
        return changed(made, Subject.EVENTS)


def _entry(event: Event) -> CalendarEntry:
    content = event.content
    return CalendarEntry(
        when=event.when,
        title=event.title,
        state=content.state,
        place=event.venue_name or content.place_note,
        kind=content.kind,
        edition=content.edition,
        event_id=event.id,
    )


def _adopted(item: ForeignItem) -> NewEvent:
    """Return the event that a date becomes; what is too long for a field is cut."""
    entry = item.entry
    return NewEvent(
        title=entry.title[:TITLE_LIMIT] or _("Event without a title"),
        kind=EventKind.OTHER,
        state=entry.state,
        when=entry.when,
        place_note=entry.place[:LINE_LIMIT],
        public_text=item.description[:TEXT_LIMIT],
        url=item.url[:LINE_LIMIT],
    )


def _name_of(work: Work, item: ForeignItem) -> str:
    """Return the name that calendars shall know the event by."""
    is_free = not item.is_one_of_many and item.uid not in work.events.uids()
    return item.uid if is_free else str(uuid.uuid4())
