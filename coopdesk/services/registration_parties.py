"""Use cases around people who come to an event on one payment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import RegistrationState
from coopdesk.domain.text import checked_line
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.registration_reading import RegistrationReading
from coopdesk.services.registration_seating import join_party_of, named, register_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.event_registrations import NewRegistration, Party, Registration

_LABEL_LIMIT = 120
_MOST_NAMED = 3  # of whom a payer pays for, in the journal


class RegistrationParties(RegistrationReading):
    """Who pays with whom."""

    def register_party(
        self, people: Sequence[NewRegistration], payer_id: int | None = None, label: str = ""
    ) -> Outcome[Party]:
        """Register people who pay together; all of them or nobody.

        Each has a place or waits for one as if alone, in the order given; ``along`` names who
        waits. ``label`` is how lists call a party without a payer.

        Raises:
            RuleError: as ``register``, ``party.empty``. NotFoundError: the payer is gone.
        """
        if not people:
            raise RuleError("party.empty")
        name = checked_line(label, "label", _LABEL_LIMIT)
        with self._units.write("registration.party_added", count=str(len(people))) as work:
            event_id = people[0].event_id
            work.registrations.places(event_id)
            if payer_id is not None:
                changeable(work, payer_id)
            party_id = work.registrations.add_party(event_id, payer_id, name)
            moment = self._units.now()
            ids = [register_in(work, replace(one, party_id=party_id), moment) for one in people]
            waiting = [
                one.name
                for one in work.registration_lists.lines(ids)
                if one.state is RegistrationState.WAITING
            ]
            party = work.parties.get(party_id)
            work.commit()
        return changed(party, Subject.EVENTS, along=tuple(waiting))

    def join_party(self, registration_id: int, party_id: int) -> Outcome[Registration]:
        """Let somebody pay with others; what was paid for them alone goes along.

        Raises:
            RuleError: ``registration.other_event``. NotFoundError: one of them is gone.
        """
        with self._units.write("registration.party_joined") as work:
            before = named(work, registration_id)
            join_party_of(work, before, party_id)
            after = work.registration_lists.get(registration_id)
            work.commit()
        return changed(after, Subject.EVENTS, Subject.PAYMENTS)

    def leave_party(self, registration_id: int) -> Outcome[Registration]:
        """Let somebody pay alone; what the party paid stays with the party.

        Raises:
            RuleError: ``party.alone``: nobody else is in it. NotFoundError: it is gone.
        """
        with self._units.write("registration.party_left") as work:
            before = named(work, registration_id)
            if len(work.parties.people(before.party_id)) < 2:
                raise RuleError("party.alone", name=before.name)
            party_id = work.registrations.add_party(before.event_id, before.contact_id)
            work.registrations.change(registration_id, {"party_id": party_id})
            after = work.registration_lists.get(registration_id)
            work.commit()
        return changed(after, Subject.EVENTS)

    def set_payer(self, party_id: int, contact_id: int | None) -> Outcome[Party]:
        """Say who pays for a party, None for nobody known.

        Raises:
            RuleError: ``contact.merged``. NotFoundError: the party or the contact is gone.
        """
        with self._units.write("registration.payer_set") as work:
            work.parties.get(party_id)
            if contact_id is not None:
                changeable(work, contact_id)
            work.registrations.change_party(party_id, {"payer_id": contact_id})
            party = work.parties.get(party_id)
            work.recorder.relabel(name=", ".join(party.names[:_MOST_NAMED]))
            work.commit()
        return changed(party, Subject.EVENTS)
