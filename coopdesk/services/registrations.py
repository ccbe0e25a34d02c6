"""Use cases around who takes part in events: register, change, give up a place, come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_registrations import MoveKind, RegistrationState
from coopdesk.domain.registration_rules import checked_registration, refuse_sold_out
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.registration_money import RegistrationMoney
from coopdesk.services.registration_seating import (
    drop_empty_party,
    join_party_of,
    named,
    refuse_closed,
    refuse_known,
    register_in,
    tariffs_of,
    without_known_points,
)
from coopdesk.services.waiting_lists import settle_freed, settle_places
from coopdesk.storage.registration_store import registration_values

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.event_registrations import NewRegistration, Registration
    from coopdesk.storage.unit_of_work import Work


class RegistrationService(RegistrationMoney):
    """Who takes part in events."""

    def register(self, new: NewRegistration) -> Outcome[Registration]:
        """Register a contact or a guest: with a place, or at the end of the waiting list.

        Without a tariff it gets the first open one of the event.

        Raises:
            RuleError: a field is wrong, ``registration.event_cancelled``,
                ``registration.event_closed``, ``registration.full``,
                ``registration.known``, ``registration.known_cancelled``, what the tariff
                refuses (``registration.tariff_…``, ``registration.price_…``).
            FieldErrors: several are. NotFoundError: the event or the contact is gone.
        """
        with self._units.write("registration.added") as work:
            made = named(work, register_in(work, new, self._units.now()))
            work.commit()
        return changed(made, Subject.EVENTS)

    def change(self, registration_id: int, new: NewRegistration) -> Outcome[Registration]:
        """Replace who somebody is, what they take and what it costs; the place stays theirs.

        A party of None is the one before; what was paid for them alone goes along to another.

        Raises:
            RuleError: as ``register``, ``registration.cancelled``,
                ``registration.other_event``.
            NotFoundError: it is gone.
        """
        with self._units.write("registration.changed") as work:
            before = work.registration_lists.get(registration_id)
            if new.event_id != before.event_id:
                raise RuleError("registration.other_event")
            if before.state is RegistrationState.CANCELLED:
                raise RuleError("registration.cancelled", name=before.name)
            if new.contact_id != before.contact_id:  # two of one person may come of a merge
                refuse_known(work, before.event_id, new.contact_id, registration_id)
            checked = checked_registration(new, tariffs_of(work, before.event_id), before)
            content = without_known_points(work, checked.content, before.contact_id)
            values = registration_values(content)
            values["price_cents"] = checked.price.cents
            work.registrations.change(registration_id, values)
            work.registrations.replace_options(registration_id, checked.options)
            if new.party_id is not None:
                join_party_of(work, before, new.party_id)
            after = named(work, registration_id)
            work.commit()
        money = () if after.party_id == before.party_id else (Subject.PAYMENTS,)
        return changed(after, Subject.EVENTS, *money)

    def cancel(
        self, ids: Sequence[int], on: dt.date | None = None
    ) -> Outcome[tuple[Registration, ...]]:
        """Let people give up their places, today where ``on`` is None; return who moved up.

        What they paid stays recorded: their party shows what is to be given back. Those who
        gave theirs up before are left as they are.

        Raises:
            RuleError: ``registration.cancelled_already`` when all had,
                ``registration.was_there``, ``registration.cancelled_in_future``.
            NotFoundError: one of them is gone.
        """
        day = on or self._today()
        if day > self._today():
            raise RuleError("registration.cancelled_in_future", field="on", day=day)
        with self._units.write("registration.cancelled", count=str(len(set(ids)))) as work:
            found = _all_of(work, list(dict.fromkeys(ids)))
            leaving = [one for one in found if one.state is not RegistrationState.CANCELLED]
            if not leaving:
                raise RuleError("registration.cancelled_already", count=len(found))
            for one in leaving:
                _refuse_present(one)
            promoted = self._give_up(work, leaving, day)
            work.commit()
        names = tuple(one.name for one in promoted)
        return changed(promoted, Subject.EVENTS, along=names)

    def _give_up(
        self, work: Work, leaving: Sequence[Registration], day: dt.date
    ) -> tuple[Registration, ...]:
        """Take all places back before any is given away: nobody moves up only to leave."""
        moment = self._units.now()
        given_up = {"state": RegistrationState.CANCELLED.value, "cancelled_on": day}
        ids = [one.id for one in leaving]
        work.registrations.change_many(dict.fromkeys(ids, given_up))
        work.registrations.moved(ids, moment, MoveKind.CANCELLED)
        promoted = []
        for event_id in dict.fromkeys(one.event_id for one in leaving):
            freed = [one.id for one in leaving if one.event_id == event_id and _has_place(one)]
            promoted += settle_freed(work, event_id, moment, freed)
        return tuple(work.registration_lists.lines(promoted))

    def restore(self, registration_id: int) -> Outcome[Registration]:
        """Register somebody again who gave up the place: a free one, or else they wait.

        Their turn is passed: whoever waits goes before, so that they get a new number and come
        last. With a free place they keep the number that they had.

        Raises:
            RuleError: ``registration.not_cancelled``, ``registration.event_cancelled``,
                ``registration.event_closed``, ``registration.full``,
                ``registration.known``, ``registration.tariff_full``.
            NotFoundError: it is gone.
        """
        with self._units.write("registration.restored") as work:
            before = named(work, registration_id)
            if before.state is not RegistrationState.CANCELLED:
                raise RuleError("registration.not_cancelled", name=before.name)
            places = work.registrations.places(before.event_id)
            refuse_closed(places)
            refuse_known(work, before.event_id, before.contact_id, registration_id)
            refuse_sold_out(before, tariffs_of(work, before.event_id))
            if places.is_full and not places.has_waiting_list:
                raise RuleError("registration.full", name=places.title, count=places.capacity)
            self._come_back(work, before, waits=places.is_full)
            after = work.registration_lists.get(registration_id)
            work.commit()
        return changed(after, Subject.EVENTS)

    def _come_back(self, work: Work, before: Registration, *, waits: bool) -> None:
        moment = self._units.now()
        state = RegistrationState.WAITING if waits else RegistrationState.REGISTERED
        values: dict[str, object] = {"state": state.value, "cancelled_on": None}
        if waits:
            values["number"] = work.registrations.next_number(before.event_id)
        work.registrations.change(before.id, values)
        work.registrations.moved([before.id], moment, MoveKind.RESTORED)
        if waits:
            work.registrations.moved([before.id], moment, MoveKind.WAITING)
            settle_places(work, before.event_id, moment, None)

    def remove(self, registration_id: int) -> Outcome[tuple[Registration, ...]]:
        """Remove a registration made by mistake, with its traces; return who moved up.

        Raises:
            RuleError: ``registration.was_there``, ``registration.paid_for``: cancel it
                instead. NotFoundError: it is gone.
        """
        with self._units.write("registration.removed") as work:
            known = named(work, registration_id)
            _refuse_present(known)
            alone = work.parties.people(known.party_id) == [registration_id]
            if alone and work.parties.is_paid_for(known.party_id):
                raise RuleError("registration.paid_for", name=known.name)
            work.registrations.delete(registration_id)
            drop_empty_party(work, known.party_id)
            ids = settle_places(work, known.event_id, self._units.now(), None)
            promoted = tuple(work.registration_lists.lines(ids))
            work.commit()
        names = tuple(one.name for one in promoted)
        return changed(promoted, Subject.EVENTS, along=names)


def _all_of(work: Work, ids: Sequence[int]) -> list[Registration]:
    found = work.registration_lists.lines(ids)
    gone = set(ids) - {one.id for one in found}
    if gone:
        raise NotFoundError("registration.missing", id=min(gone))
    return found


def _has_place(one: Registration) -> bool:
    return one.state is RegistrationState.REGISTERED


def _refuse_present(one: Registration) -> None:
    if one.present:
        raise RuleError("registration.was_there", name=one.name)
