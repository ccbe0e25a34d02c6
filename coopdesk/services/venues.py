"""Use cases around venues and cycles of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_rules import checked_cycle, checked_venue
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.events import Cycle, NewCycle, NewVenue, Venue
    from coopdesk.storage.unit_of_work import Units, Work


class VenueService:
    """Venues and cycles of events."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def all(self, *, open_only: bool = False) -> list[Venue]:
        """Return the venues in French order of their names."""
        with self._units.read() as work:
            return work.venues.all(open_only=open_only)

    def get(self, venue_id: int) -> Venue:
        """Return one venue; raises NotFoundError."""
        with self._units.read() as work:
            return work.venues.get(venue_id)

    def id_named(self, name: str) -> int | None:
        """Return the id of the venue of that name, None when there is none."""
        with self._units.read() as work:
            return work.venues.id_named(name)

    def holding(self, count: int) -> list[Venue]:
        """Return the open venues that hold so many people, the smallest first."""
        with self._units.read() as work:
            return work.venues.holding(count)

    def add(self, new: NewVenue) -> Outcome[Venue]:
        """Record a venue.

        Raises:
            RuleError: a field is wrong, ``venue.name_taken``. FieldErrors: several are.
            NotFoundError: its contact is gone.
        """
        cleaned = checked_venue(new)
        with self._units.write("venue.added", name=cleaned.name) as work:
            _check_venue(work, cleaned, None)
            made = work.venues.get(work.venues.add(cleaned))
            work.commit()
        return changed(made, Subject.EVENTS)

    def change(self, venue_id: int, new: NewVenue) -> Outcome[Venue]:
        """Replace what is known of a venue; raises as ``add``, or NotFoundError."""
        cleaned = checked_venue(new)
        with self._units.write("venue.changed", name=cleaned.name) as work:
            work.venues.get(venue_id)
            _check_venue(work, cleaned, venue_id)
            if work.venues.change(venue_id, cleaned):
                held = {*work.events.of_column(venue_id=venue_id)}
                self._show_anew(work, sorted(held | {*work.programmes.events_in(venue_id)}))
            made = work.venues.get(venue_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def close(self, venue_id: int) -> Outcome[Venue]:
        """Close a venue: it is proposed no more; what was held there stays."""
        return self._set_open(venue_id, "venue.closed", is_open=False)

    def reopen(self, venue_id: int) -> Outcome[Venue]:
        """Open a venue again."""
        return self._set_open(venue_id, "venue.reopened", is_open=True)

    def remove(self, venue_id: int) -> Outcome[Venue]:
        """Remove a venue in which nothing is held.

        Raises:
            RuleError: ``venue.in_use``: close it instead. NotFoundError: it is gone.
        """
        with self._units.write("venue.removed") as work:
            known = work.venues.get(venue_id)
            work.recorder.relabel(name=known.name)
            if work.venues.is_used(venue_id):
                raise RuleError("venue.in_use", name=known.name)
            work.venues.delete(venue_id)
            work.commit()
        return changed(known, Subject.EVENTS)

    # cycles

    def cycles(self) -> list[Cycle]:
        """Return the cycles in French order of their names."""
        with self._units.read() as work:
            return work.venues.cycles()

    def get_cycle(self, cycle_id: int) -> Cycle:
        """Return one cycle; raises NotFoundError."""
        with self._units.read() as work:
            return work.venues.cycle(cycle_id)

    def cycle_named(self, name: str) -> int | None:
        """Return the id of the cycle of that name, None when there is none."""
        with self._units.read() as work:
            return work.venues.cycle_named(name)

    def add_cycle(self, new: NewCycle) -> Outcome[Cycle]:
        """Record a series of events.

        Raises:
            RuleError: a field is wrong, ``cycle.name_taken``. FieldErrors: several are.
        """
        cleaned = checked_cycle(new)
        with self._units.write("cycle.added", name=cleaned.name) as work:
            _refuse_cycle_taken(work, cleaned, None)
            made = work.venues.cycle(work.venues.add_cycle(cleaned))
            work.commit()
        return changed(made, Subject.EVENTS)

    def change_cycle(self, cycle_id: int, new: NewCycle) -> Outcome[Cycle]:
        """Replace what is known of a cycle; raises as ``add_cycle``, or NotFoundError."""
        cleaned = checked_cycle(new)
        with self._units.write("cycle.changed", name=cleaned.name) as work:
            work.venues.cycle(cycle_id)
            _refuse_cycle_taken(work, cleaned, cycle_id)
            if work.venues.change_cycle(cycle_id, cleaned):
                self._show_anew(work, work.events.of_column(cycle_id=cycle_id))
            made = work.venues.cycle(cycle_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def remove_cycle(self, cycle_id: int) -> Outcome[Cycle]:
        """Remove a cycle without events.

        Raises:
            RuleError: ``cycle.in_use``. NotFoundError: it is gone.
        """
        with self._units.write("cycle.removed") as work:
            known = work.venues.cycle(cycle_id)
            work.recorder.relabel(name=known.content.name)
            if known.events:
                raise RuleError("cycle.in_use", name=known.content.name, count=known.events)
            work.venues.delete_cycle(cycle_id)
            work.commit()
        return changed(known, Subject.EVENTS)

    def _set_open(self, venue_id: int, label: str, *, is_open: bool) -> Outcome[Venue]:
        with self._units.write(label) as work:
            work.recorder.relabel(name=work.venues.get(venue_id).name)
            work.venues.set_open(venue_id, is_open=is_open)
            made = work.venues.get(venue_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def _show_anew(self, work: Work, event_ids: list[int]) -> None:
        """Let lists find events, and calendars show them, by what they say now."""
        work.events.find_anew(event_ids)
        work.events.touch(event_ids, self._units.now())


def _check_venue(work: Work, new: NewVenue, venue_id: int | None) -> None:
    """Raise where another venue has the name, or the contact of this one is gone."""
    if work.venues.id_named(new.name) not in {None, venue_id}:
        raise RuleError("venue.name_taken", field="name", name=new.name)
    if new.contact_id is not None:
        changeable(work, new.contact_id)


def _refuse_cycle_taken(work: Work, new: NewCycle, cycle_id: int | None) -> None:
    if work.venues.cycle_named(new.name) not in {None, cycle_id}:
        raise RuleError("cycle.name_taken", field="name", name=new.name)
