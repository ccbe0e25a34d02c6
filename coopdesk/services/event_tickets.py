"""Use cases around tickets that platforms sold: offered to an event, taken, followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_tickets import Followed, offers_of
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.ticket_registering import TicketRegistrar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.event_tickets import TicketForm, TicketOffer, TicketsTaken
    from coopdesk.storage.unit_of_work import Units

_TAKEN = (Subject.EVENTS, Subject.ACTIVITIES, Subject.PAYMENTS, Subject.DONATIONS)


class EventTicketService:
    """Tickets that platforms sold."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def offers(self, event_id: int) -> list[TicketOffer]:
        """Return the tickets that no event has taken, by the form that sold them.

        The latest sold come first; tickets of a file that names no form stand by the file.
        Raises NotFoundError.
        """
        with self._units.read() as work:
            work.events.get(event_id)
            return offers_of(work.tickets.free())

    def followed(self, event_id: int) -> Followed:
        """Return the forms whose tickets come to an event by themselves."""
        with self._units.read() as work:
            return work.tickets.followed().get(event_id, Followed({}))

    def take(self, event_id: int, forms: Sequence[TicketForm]) -> Outcome[TicketsTaken]:
        """Register everybody who bought a ticket of some forms, now and in later imports.

        One party for each order; the money of the orders becomes the event's, what was given
        on top too. Tickets that were cancelled or paid back give no place.

        Raises:
            RuleError: ``ticket.none_left``. NotFoundError: the event is gone.
        """
        with self._units.write("event.tickets_taken") as work:
            event = work.events.get(event_id)
            free = work.tickets.free()
            chosen = [one for one in free if any(form.sells(one) for form in forms)]
            if not chosen:
                raise RuleError("ticket.none_left", field="forms")
            work.recorder.relabel(name=event.title, count=str(len(chosen)))
            registrar = TicketRegistrar(work, event_id, self._units.now())
            taken = registrar.take(chosen)
            registrar.tie_money()
            followed = work.tickets.followed().get(event_id, Followed({}))
            for form in forms:
                followed = followed.with_form(form)
            work.tickets.follow(event_id, followed)
            work.commit()
        return changed(taken, *_TAKEN)

    def leave(self, event_id: int) -> Outcome[None]:
        """Let no more tickets come by themselves; those taken stay. Raises NotFoundError."""
        with self._units.write("event.tickets_left") as work:
            work.recorder.relabel(name=work.events.get(event_id).title)
            work.tickets.follow(event_id, Followed({}))
            work.commit()
        return changed(None, Subject.EVENTS)
