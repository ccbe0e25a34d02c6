"""Queries about who takes part in events."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.event_registrations import (
        Move,
        Party,
        Registration,
        RegistrationCounts,
        RegistrationFilter,
    )
    from coopdesk.storage.unit_of_work import Units


class RegistrationReading:
    """What is known of who takes part in events."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def ids(self, wanted: RegistrationFilter) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        with self._units.read() as work:
            return work.registration_lists.ids(wanted)

    def lines(self, ids: Sequence[int]) -> list[Registration]:
        """Return registrations in the order of the ids; those gone are left out."""
        with self._units.read() as work:
            return work.registration_lists.lines(ids)

    def get(self, registration_id: int) -> Registration:
        """Return one registration; raises NotFoundError."""
        with self._units.read() as work:
            return work.registration_lists.get(registration_id)

    def counts(self, event_id: int) -> RegistrationCounts:
        """Return how an event stands: places and money; raises NotFoundError."""
        with self._units.read() as work:
            return work.registration_lists.counts(event_id)

    def moves(self, event_id: int) -> list[Move]:
        """Return what happened to the registrations of an event, the newest first."""
        with self._units.read() as work:
            return work.parties.moves(event_id)

    def parties(self, event_id: int) -> list[Party]:
        """Return those who pay together at an event, in the order in which they came."""
        with self._units.read() as work:
            return work.parties.of_event(event_id)

    def party(self, party_id: int) -> Party:
        """Return one party; raises NotFoundError."""
        with self._units.read() as work:
            return work.parties.get(party_id)

    def people(self, party_id: int) -> list[Registration]:
        """Return who is in a party, cancelled ones too, in order of their numbers."""
        with self._units.read() as work:
            return work.registration_lists.lines(work.parties.people(party_id))

    def of_contact(self, contact_id: int) -> list[Registration]:
        """Return the registrations of a contact, the newest first."""
        with self._units.read() as work:
            return work.registration_lists.of_contact(contact_id)

    def of_same_name(
        self, event_id: int, last_name: str, first_name: str
    ) -> list[Registration]:
        """Return those of an event who have a name: said beside a guest's while typing."""
        if not last_name.strip() and not first_name.strip():
            return []
        with self._units.read() as work:
            ids = work.registration_lists.ids_named(event_id, last_name, first_name)
            return work.registration_lists.lines(ids)
