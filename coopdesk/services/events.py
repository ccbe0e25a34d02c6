"""Use cases around events: record, change, cancel, and prepare the next one from the last."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_days import EventFilter, moved
from coopdesk.domain.event_rules import checked_event, checked_when, shows_otherwise
from coopdesk.domain.events import EventRole, EventSheet, EventState, When
from coopdesk.services.event_activities import ensure_activity
from coopdesk.services.event_filters import follow_event_name
from coopdesk.services.event_names import number_named
from coopdesk.services.event_programme import EventProgramme
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.waiting_lists import settle_places

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.events import Event, EventLine, NewEvent
    from coopdesk.storage.unit_of_work import Work

    # Within the class, ``list`` is what it does.
    EventLines: TypeAlias = list[EventLine]
    Years: TypeAlias = list[int]

# Who speaks, and about what, is a matter of one edition.
_ALL = EventFilter()
_OF_ONE_EDITION = frozenset({EventRole.SPEAKER})


class EventService(EventProgramme):
    """Events, and how they are made."""

    def list(self, chosen: EventFilter = _ALL) -> EventLines:
        """Return the events that a filter shows, in its order."""
        with self._units.read() as work:
            return work.event_list.lines(chosen, self._today())

    def years(self) -> Years:
        """Return the years that events touch, the last one first."""
        with self._units.read() as work:
            return work.events.years()

    def get(self, event_id: int) -> Event:
        """Return one event; raises NotFoundError."""
        with self._units.read() as work:
            return work.events.get(event_id)

    def sheet(self, event_id: int) -> EventSheet:
        """Return an event with how it is made; raises NotFoundError."""
        with self._units.read() as work:
            return read_sheet(work, event_id)

    def id_named(self, text: str) -> int | None:
        """Return the id of an event by number, title, or title or cycle with its edition.

        Raises:
            RuleError: ``event.ambiguous``: several are called so.
        """
        with self._units.read() as work:
            return number_named(work, text)

    def add(self, new: NewEvent) -> Outcome[Event]:
        """Record an event.

        Raises:
            RuleError: a field is wrong, ``event.edition_taken``. FieldErrors: several are.
            NotFoundError: the cycle, the venue or the event before it is gone.
        """
        cleaned = checked_event(new)
        with self._units.write("event.added", name=cleaned.title) as work:
            made = work.events.get(self._add(work, cleaned))
            work.commit()
        return changed(made, Subject.EVENTS)

    def change(self, event_id: int, new: NewEvent) -> Outcome[Event]:
        """Replace what is known of an event; its sessions move with its days.

        Whoever waits moves up where places were added; ``along`` names them.

        Raises:
            RuleError: as ``add``, ``event.sessions_outside``, ``event.before_itself``.
            NotFoundError: it is gone.
        """
        cleaned = checked_event(new)
        with self._units.write("event.changed", name=cleaned.title) as work:
            made, along = self._change(work, event_id, cleaned)
            work.commit()
        return changed(made, Subject.EVENTS, along=along)

    def confirm(self, event_id: int) -> Outcome[Event]:
        """Say that an event is held; raises NotFoundError."""
        return self._set_state(event_id, EventState.CONFIRMED, "event.confirmed")

    def plan(self, event_id: int) -> Outcome[Event]:
        """Say that an event is only planned, also one that was cancelled."""
        return self._set_state(event_id, EventState.PLANNED, "event.planned")

    def cancel(self, event_id: int) -> Outcome[Event]:
        """Cancel an event: calendars show it so, nobody moves up any more."""
        return self._set_state(event_id, EventState.CANCELLED, "event.cancelled")

    def remove(self, event_id: int) -> Outcome[Event]:
        """Remove an event on which nothing rests; returns what it was.

        Raises:
            RuleError: ``event.in_use`` with what rests on it: cancel it instead.
            NotFoundError: it is gone.
        """
        with self._units.write("event.removed") as work:
            known = work.events.get(event_id)
            work.recorder.relabel(name=known.title)
            resting = work.events.resting_on(event_id)
            if resting:
                raise RuleError("event.in_use", name=known.title, resting=resting)
            if known.activity_id is not None:
                work.events.set_activity(event_id, None)
                if work.activities.is_used(known.activity_id):
                    raise RuleError("event.in_use", name=known.title, resting=("activity",))
                work.activities.delete(known.activity_id)
            work.events.delete(event_id)
            work.commit()
        return changed(known, Subject.EVENTS, Subject.ACTIVITIES, Subject.POLLS)

    def prepare_next(self, event_id: int, when: When | None = None) -> Outcome[Event]:
        """Prepare the next edition from an event: cycle, team and tariffs, no place yet.

        Who speaks is a matter of one edition, and so are place, page and note.

        Raises:
            RuleError: the days are wrong. NotFoundError: it is gone.
        """
        held = checked_when(when or When())
        with self._units.write("event.next_prepared") as work:
            known = work.events.get(event_id)
            work.recorder.relabel(name=known.title)
            content = replace(
                known.content,
                state=EventState.PLANNED,
                when=held,
                edition=_next_edition(work, known),
                previous_id=event_id,
                venue_id=None,
                place_note="",
                url="",
                note="",
                is_open=True,
            )
            made_id = self._add(work, content)
            for part in work.programmes.parts(event_id):
                if part.content.role not in _OF_ONE_EDITION:
                    work.programmes.add_part(made_id, replace(part.content, session_id=None))
            for tariff in work.programmes.tariffs(event_id):
                if not tariff.is_closed:
                    work.programmes.add_tariff(made_id, tariff.content)
            made = work.events.get(made_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def ensure_activity(self, event_id: int) -> Outcome[int]:
        """Return the id of an event's activity, made where there is none."""
        with self._units.write("event.activity_made") as work:
            known = work.events.get(event_id)
            work.recorder.relabel(name=known.title)
            activity_id = ensure_activity(work, event_id)
            work.commit()
        return changed(activity_id, Subject.EVENTS, Subject.ACTIVITIES)

    def _add(self, work: Work, cleaned: NewEvent) -> int:
        _check_ties(work, cleaned, None)
        return work.events.add(cleaned, str(uuid.uuid4()), self._units.now())

    def _set_state(self, event_id: int, state: EventState, label: str) -> Outcome[Event]:
        with self._units.write(label) as work:
            known = work.events.get(event_id)
            work.recorder.relabel(name=known.title)
            content = replace(known.content, state=state)
            made, along = self._change(work, event_id, content)
            work.commit()
        return changed(made, Subject.EVENTS, along=along)

    def _change(
        self, work: Work, event_id: int, cleaned: NewEvent
    ) -> tuple[Event, tuple[str, ...]]:
        """Write an event anew with all that follows; return it and who moved up."""
        known = work.events.get(event_id)
        _check_ties(work, cleaned, event_id)
        _move_sessions(work, known, cleaned.when)
        work.events.change(event_id, cleaned)
        follow_event_name(work, known.content, cleaned)
        if shows_otherwise(known.content, cleaned):
            work.events.touch([event_id], self._units.now())
        along = _moved_up(work, self._units.now(), known, cleaned)
        return work.events.get(event_id), along


def read_sheet(work: Work, event_id: int) -> EventSheet:
    """Return an event with how it is made within one unit of work; raises NotFoundError."""
    event = work.events.get(event_id)
    content = event.content
    return EventSheet(
        event=event,
        venue=work.venues.get(content.venue_id) if content.venue_id else None,
        cycle=work.venues.cycle(content.cycle_id) if content.cycle_id else None,
        sessions=tuple(work.programmes.sessions(event_id)),
        parts=tuple(work.programmes.parts(event_id)),
        tariffs=tuple(work.programmes.tariffs(event_id)),
    )


def _check_ties(work: Work, new: NewEvent, event_id: int | None) -> None:
    """Raise where what an event names is gone, or its place in the cycle is another's."""
    if new.venue_id is not None:
        work.venues.get(new.venue_id)
    if new.previous_id is not None:
        if new.previous_id == event_id:
            raise RuleError("event.before_itself", field="previous_id")
        work.events.get(new.previous_id)
    if new.cycle_id is None:
        return
    cycle = work.venues.cycle(new.cycle_id)
    if new.edition is None:
        return
    other = work.events.with_edition(new.cycle_id, new.edition)
    if other not in {None, event_id}:
        name = cycle.content.name
        raise RuleError("event.edition_taken", field="edition", edition=new.edition, name=name)


def _moved_up(work: Work, moment: dt.datetime, known: Event, new: NewEvent) -> tuple[str, ...]:
    """Let those who wait have the places that a change adds; return their names."""
    had, has = known.content.capacity, new.capacity
    is_larger = had is not None and (has is None or has > had)
    is_on_again = EventState.CANCELLED in {known.content.state} - {new.state}
    if not is_larger and not is_on_again:
        return ()
    promoted = settle_places(work, known.id, moment, None)
    return tuple(one.name for one in work.registration_lists.lines(promoted))


def _move_sessions(work: Work, known: Event, when: When) -> None:
    """Move the sessions of an event with its days.

    Raises:
        RuleError: ``event.sessions_outside``: the new days are too few for them.
    """
    if when == known.when:
        return
    sessions = work.programmes.sessions(known.id)
    days = moved({one.id: one.content.held_on for one in sessions}, known.when, when)
    outside = [
        day for day in days.values() if day is not None and when.ends_on and day > when.ends_on
    ]
    if outside:
        raise RuleError("event.sessions_outside", field="ends_on", count=len(outside))
    if days:
        work.programmes.move_sessions(days)


def _next_edition(work: Work, known: Event) -> int | None:
    """Return the number of the next edition of a cycle, None of what is counted in none."""
    cycle_id, edition = known.content.cycle_id, known.content.edition
    if cycle_id is None or edition is None:
        return None
    if work.events.with_edition(cycle_id, edition + 1) is None:
        return edition + 1
    return work.venues.cycle(cycle_id).last_edition + 1
