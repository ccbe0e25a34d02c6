"""Use cases on the day of an event: who is there, by typing or scanning, and who walks in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.badge_codes import read_codes
from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import (
    Arrival,
    MoveKind,
    RegistrationSource,
    RegistrationState,
)
from coopdesk.domain.events import EventState
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.registration_seating import named, register_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.event_registrations import (
        CheckInEntry,
        NewRegistration,
        Registration,
    )
    from coopdesk.storage.unit_of_work import Units, Work


class CheckInService:
    """Say who is there.

    ``session_id`` is None where presence is of the event as a whole.
    """

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def entries(self, event_id: int) -> list[CheckInEntry]:
        """Return everybody, cancelled ones too, in French order of names.

        ``domain.check_in.matching`` finds among them as somebody types.
        """
        with self._units.read() as work:
            return work.registration_lists.entries(event_id)

    def scanned(self, text: str) -> Registration | None:
        """Return whose badge was scanned or its code typed, of whatever event; else None."""
        with self._units.read() as work:
            for code in read_codes(text):
                found = work.registration_lists.id_of_code(code)
                if found is not None:
                    return work.registration_lists.get(found)
        return None

    def present_counts(self, event_id: int) -> dict[int | None, int]:
        """Return how many are there, by session; None for the event as a whole."""
        with self._units.read() as work:
            return work.registration_lists.present_counts(event_id)

    def check_in(
        self, registration_id: int, session_id: int | None = None, *, force: bool = False
    ) -> Outcome[Arrival]:
        """Say that somebody is there; a second time changes nothing and says so.

        ``force`` gives a place to somebody who waits for one, for those who did not come.

        Raises:
            RuleError: ``door.cancelled``, ``door.waiting``,
                ``door.event_cancelled``, ``door.other_session``.
            NotFoundError: the registration or the session is gone.
        """
        with self._units.write("check_in.noted") as work:
            known = named(work, registration_id)
            _refuse_other_session(work, known.event_id, session_id)
            if work.registrations.present(registration_id, session_id) is not None:
                return changed(Arrival(known, was_there=True))
            known = self._admitted(work, known, force=force)
            work.registrations.add_presence(registration_id, session_id, self._units.now())
            work.commit()
        there = replace(known, present=(*known.present, session_id))
        return changed(Arrival(there), Subject.EVENTS)

    def take_back(
        self, registration_id: int, session_id: int | None = None
    ) -> Outcome[Registration]:
        """Say that somebody is not there after all.

        Raises:
            RuleError: ``door.not_there``. NotFoundError: the registration is gone.
        """
        with self._units.write("check_in.taken_back") as work:
            known = named(work, registration_id)
            presence_id = work.registrations.present(registration_id, session_id)
            if presence_id is None:
                raise RuleError("door.not_there", name=known.name)
            work.registrations.delete_presence(presence_id)
            after = work.registration_lists.get(registration_id)
            work.commit()
        return changed(after, Subject.EVENTS)

    def walk_in(
        self, new: NewRegistration, session_id: int | None = None, *, force: bool = False
    ) -> Outcome[Registration]:
        """Register somebody at the door who is there; ``force`` takes them when it is full.

        Registration may be closed by then: the door decides.

        Raises:
            RuleError: ``door.full`` with who waits, ``door.event_cancelled``,
                ``door.other_session``, or as ``RegistrationService.register``.
            NotFoundError: the event, the contact or the session is gone.
        """
        with self._units.write("check_in.walked_in") as work:
            places = work.registrations.places(new.event_id)
            if places.is_full and not force:
                raise RuleError("door.full", count=places.registered, waiting=places.waiting)
            _refuse_other_session(work, new.event_id, session_id)
            moment = self._units.now()
            came = replace(new, source=RegistrationSource.DOOR)
            made_id = register_in(work, came, moment, is_forced=True)
            work.registrations.add_presence(made_id, session_id, moment)
            made = named(work, made_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def _admitted(self, work: Work, known: Registration, *, force: bool) -> Registration:
        """Return somebody who has a place; one who waits gets one if that is forced."""
        places = work.registrations.places(known.event_id)
        if places.state is EventState.CANCELLED:
            raise RuleError("door.event_cancelled", name=places.title)
        if known.state is RegistrationState.CANCELLED:
            raise RuleError("door.cancelled", name=known.name)
        if known.state is RegistrationState.REGISTERED:
            return known
        if not force:
            raise RuleError("door.waiting", name=known.name, rank=known.rank)
        state = {"state": RegistrationState.REGISTERED.value}
        work.registrations.change(known.id, state)
        work.registrations.moved([known.id], self._units.now(), MoveKind.PROMOTED)
        return work.registration_lists.get(known.id)


def _refuse_other_session(work: Work, event_id: int, session_id: int | None) -> None:
    if session_id is not None and work.programmes.session(session_id).event_id != event_id:
        raise RuleError("door.other_session")
