"""Use cases around how an event is made: sessions, who does what, and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_rules import checked_part, checked_session, checked_tariff
from coopdesk.domain.text import fold
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.events import (
        EventPart,
        NewEventPart,
        NewSession,
        NewTariff,
        Session,
        Tariff,
    )
    from coopdesk.storage.unit_of_work import Units, Work


class EventProgramme:
    """What events are made of; a part of the service of events."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def session(self, session_id: int) -> Session:
        """Return one session; raises NotFoundError."""
        with self._units.read() as work:
            return work.programmes.session(session_id)

    def part(self, part_id: int) -> EventPart:
        """Return somebody's part in an event; raises NotFoundError."""
        with self._units.read() as work:
            return work.programmes.part(part_id)

    def tariff(self, tariff_id: int) -> Tariff:
        """Return one tariff; raises NotFoundError."""
        with self._units.read() as work:
            return work.programmes.tariff(tariff_id)

    # sessions

    def add_session(self, event_id: int, new: NewSession) -> Outcome[Session]:
        """Record a part of an event, at the end of its programme.

        Raises:
            RuleError: a field is wrong. FieldErrors: several are. NotFoundError: the event or
            the venue is gone.
        """
        with self._units.write("session.added", name=new.title) as work:
            cleaned = _checked_session(work, event_id, new)
            made = work.programmes.session(work.programmes.add_session(event_id, cleaned))
            self._show_anew(work, event_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def change_session(self, session_id: int, new: NewSession) -> Outcome[Session]:
        """Replace what is known of a session; raises as ``add_session``."""
        with self._units.write("session.changed", name=new.title) as work:
            event_id = work.programmes.session(session_id).event_id
            cleaned = _checked_session(work, event_id, new)
            if work.programmes.change_session(session_id, cleaned):
                self._show_anew(work, event_id)
            made = work.programmes.session(session_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def remove_session(self, session_id: int) -> Outcome[Session]:
        """Remove a session; who had a slot in it keeps the part.

        Raises:
            RuleError: ``session.in_use``: somebody was there. NotFoundError: it is gone.
        """
        with self._units.write("session.removed") as work:
            known = work.programmes.session(session_id)
            work.recorder.relabel(name=known.content.title)
            if work.programmes.is_attended(session_id):
                raise RuleError("session.in_use", name=known.content.title)
            work.programmes.delete_session(session_id)
            self._show_anew(work, known.event_id)
            work.commit()
        return changed(known, Subject.EVENTS)

    def order_sessions(self, event_id: int, ids: Sequence[int]) -> Outcome[list[Session]]:
        """Put the sessions of an event in this order; those not named come after.

        Raises:
            RuleError: ``session.of_another``: one is of another event.
        """
        with self._units.write("session.ordered") as work:
            work.recorder.relabel(name=work.events.get(event_id).title)
            known = [one.id for one in work.programmes.sessions(event_id)]
            if not set(ids) <= set(known):
                raise RuleError("session.of_another", field="ids")
            rest = [key for key in known if key not in set(ids)]
            if work.programmes.order_sessions([*dict.fromkeys(ids), *rest]):
                self._show_anew(work, event_id)
            made = work.programmes.sessions(event_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    # who makes it

    def add_part(self, event_id: int, new: NewEventPart) -> Outcome[EventPart]:
        """Record who does what for an event: a contact, or somebody by name alone.

        Raises:
            RuleError: a field is wrong, ``event.part_known``. FieldErrors: several are.
            NotFoundError: the event, the contact or the session is gone.
        """
        cleaned = checked_part(new)
        with self._units.write("event_part.added") as work:
            work.recorder.relabel(event=work.events.get(event_id).title)
            _check_part(work, event_id, cleaned, None)
            made = work.programmes.part(work.programmes.add_part(event_id, cleaned))
            self._show_anew(work, event_id)
            work.recorder.relabel(name=made.name)
            work.commit()
        return changed(made, Subject.EVENTS)

    def change_part(self, part_id: int, new: NewEventPart) -> Outcome[EventPart]:
        """Replace what somebody does for an event; raises as ``add_part``."""
        cleaned = checked_part(new)
        with self._units.write("event_part.changed") as work:
            event_id = work.programmes.part(part_id).event_id
            work.recorder.relabel(event=work.events.get(event_id).title)
            _check_part(work, event_id, cleaned, part_id)
            if work.programmes.change_part(part_id, cleaned):
                self._show_anew(work, event_id)
            made = work.programmes.part(part_id)
            work.recorder.relabel(name=made.name)
            work.commit()
        return changed(made, Subject.EVENTS)

    def remove_part(self, part_id: int) -> Outcome[EventPart]:
        """Remove what somebody does for an event; raises NotFoundError."""
        with self._units.write("event_part.removed") as work:
            known = work.programmes.part(part_id)
            event = work.events.get(known.event_id)
            work.recorder.relabel(name=known.name, event=event.title)
            work.programmes.delete_part(part_id)
            self._show_anew(work, known.event_id)
            work.commit()
        return changed(known, Subject.EVENTS)

    # what it costs

    def add_tariff(self, event_id: int, new: NewTariff) -> Outcome[Tariff]:
        """Record what taking part or an option costs.

        Raises:
            RuleError: a field is wrong, ``tariff.name_taken``, ``tariff.ticket_taken``.
            FieldErrors: several are. NotFoundError: the event is gone.
        """
        cleaned = checked_tariff(new)
        with self._units.write("tariff.added", name=cleaned.name) as work:
            work.recorder.relabel(event=work.events.get(event_id).title)
            _refuse_taken(work, event_id, cleaned, None)
            made = work.programmes.tariff(work.programmes.add_tariff(event_id, cleaned))
            work.commit()
        return changed(made, Subject.EVENTS)

    def change_tariff(self, tariff_id: int, new: NewTariff) -> Outcome[Tariff]:
        """Replace what is known of a tariff; who has it keeps the price of then.

        Raises:
            RuleError: as ``add_tariff``, ``tariff.kind_fixed``: somebody has it already.
        """
        cleaned = checked_tariff(new)
        with self._units.write("tariff.changed", name=cleaned.name) as work:
            known = work.programmes.tariff(tariff_id)
            work.recorder.relabel(event=work.events.get(known.event_id).title)
            _refuse_taken(work, known.event_id, cleaned, tariff_id)
            is_other = cleaned.kind is not known.content.kind
            if is_other and work.programmes.is_tariff_used(tariff_id):
                raise RuleError("tariff.kind_fixed", field="kind", name=known.content.name)
            work.programmes.change_tariff(tariff_id, cleaned)
            made = work.programmes.tariff(tariff_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def close_tariff(self, tariff_id: int) -> Outcome[Tariff]:
        """Close a tariff: nobody can take it any more; raises NotFoundError."""
        return self._set_tariff_closed(tariff_id, "tariff.closed", is_closed=True)

    def reopen_tariff(self, tariff_id: int) -> Outcome[Tariff]:
        """Open a tariff again; raises NotFoundError."""
        return self._set_tariff_closed(tariff_id, "tariff.reopened", is_closed=False)

    def remove_tariff(self, tariff_id: int) -> Outcome[Tariff]:
        """Remove a tariff that nobody ever took.

        Raises:
            RuleError: ``tariff.in_use``: close it instead. NotFoundError: it is gone.
        """
        with self._units.write("tariff.removed") as work:
            known = self._named_tariff(work, tariff_id)
            if work.programmes.is_tariff_used(tariff_id):
                raise RuleError("tariff.in_use", name=known.content.name)
            work.programmes.delete_tariff(tariff_id)
            work.commit()
        return changed(known, Subject.EVENTS)

    def _set_tariff_closed(
        self, tariff_id: int, label: str, *, is_closed: bool
    ) -> Outcome[Tariff]:
        with self._units.write(label) as work:
            self._named_tariff(work, tariff_id)
            work.programmes.set_tariff_closed(tariff_id, is_closed=is_closed)
            made = work.programmes.tariff(tariff_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def _named_tariff(self, work: Work, tariff_id: int) -> Tariff:
        """Return a tariff, after which the operation is called."""
        known = work.programmes.tariff(tariff_id)
        event = work.events.get(known.event_id)
        work.recorder.relabel(name=known.content.name, event=event.title)
        return known

    def _show_anew(self, work: Work, event_id: int) -> None:
        """Let calendars see that the programme of an event, or who makes it, is another."""
        work.events.touch([event_id], self._units.now())


def _checked_session(work: Work, event_id: int, new: NewSession) -> NewSession:
    """Return a tidy session of an event, after which the operation is called."""
    event = work.events.get(event_id)
    cleaned = checked_session(new, event.when)
    if cleaned.venue_id is not None:
        work.venues.get(cleaned.venue_id)
    work.recorder.relabel(name=cleaned.title, event=event.title)
    return cleaned


def _check_part(work: Work, event_id: int, new: NewEventPart, part_id: int | None) -> None:
    """Raise where what a part names is gone or another's, or is said already."""
    if new.contact_id is not None:
        changeable(work, new.contact_id)
    if new.session_id is not None:
        session = work.programmes.session(new.session_id)
        if session.event_id != event_id:
            raise RuleError("session.of_another", field="session_id")
    for other in work.programmes.parts(event_id):
        if other.id != part_id and other.content == new:
            raise RuleError("event.part_known", field="name", name=other.name)


def _refuse_taken(work: Work, event_id: int, new: NewTariff, tariff_id: int | None) -> None:
    """Raise RuleError where another tariff of the event has the name or the ticket."""
    ticket = fold(new.ticket_name)
    for other in work.programmes.tariffs(event_id):
        known = other.content
        if other.id == tariff_id:
            continue
        if fold(known.name) == fold(new.name):
            raise RuleError("tariff.name_taken", field="name", name=known.name)
        if ticket and known.ticket_name == ticket:
            raise RuleError("tariff.ticket_taken", field="ticket_name", name=known.name)
