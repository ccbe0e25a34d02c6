"""Writes registrations within a unit of work: who may register, and who has to wait."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.badge_codes import made_code
from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import MoveKind, RegistrationState
from coopdesk.domain.events import EventState
from coopdesk.domain.registration_rules import checked_registration, with_usual_tariff
from coopdesk.services.contact_rules import changeable
from coopdesk.services.waiting_lists import settle_places
from coopdesk.storage.registration_store import Seat

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.event_registrations import NewRegistration, Registration
    from coopdesk.domain.events import Tariff
    from coopdesk.storage.registration_store import Places
    from coopdesk.storage.unit_of_work import Work


def register_in(
    work: Work, new: NewRegistration, moment: dt.datetime, *, is_forced: bool = False
) -> int:
    """Record a registration: with a place, or behind those who wait; return its id.

    Without a tariff it gets the first open one of the event. ``is_forced`` is for the door: it
    gives a place although registration is closed or the event full.

    Raises:
        RuleError: as ``checked_registration``; ``registration.event_cancelled``,
            ``registration.event_closed``, ``registration.full``, ``registration.known``,
            ``registration.known_cancelled``, ``registration.other_event`` for a party of
            another event, ``contact.merged``.
        NotFoundError: the event, the contact or the party is gone.
    """
    places = work.registrations.places(new.event_id)
    if not is_forced:
        refuse_closed(places)
    elif places.state is EventState.CANCELLED:
        raise RuleError("registration.event_cancelled", name=places.title)
    refuse_known(work, new.event_id, new.contact_id)
    tariffs = tariffs_of(work, new.event_id)
    checked = checked_registration(with_usual_tariff(new, tariffs), tariffs)
    has_place = is_forced or not places.is_full
    if not has_place and not places.has_waiting_list:
        raise RuleError("registration.full", name=places.title, count=places.capacity)
    state = RegistrationState.REGISTERED if has_place else RegistrationState.WAITING
    seat = Seat(
        work.registrations.next_number(new.event_id),
        _party(work, new),
        state,
        moment,
        checked.price,
        made_code(secrets.choice),
    )
    content = without_known_points(work, checked.content)
    made_id = work.registrations.add(content, seat, checked.options)
    work.registrations.moved([made_id], moment, MoveKind(state.value))
    if not has_place:
        # Nobody waits while a place is free, whatever left it so.
        settle_places(work, new.event_id, moment, None)
    return made_id


def refuse_closed(places: Places) -> None:
    """Refuse to register for an event that is cancelled or takes no more registrations.

    Raises:
        RuleError: ``registration.event_cancelled``, ``registration.event_closed``.
    """
    if places.state is EventState.CANCELLED:
        raise RuleError("registration.event_cancelled", name=places.title)
    if not places.is_open:
        raise RuleError("registration.event_closed", name=places.title)


def refuse_known(
    work: Work, event_id: int, contact_id: int | None, but: int | None = None
) -> None:
    """Refuse a contact who is registered for an event already, or was.

    Raises:
        RuleError: ``registration.known``, ``registration.known_cancelled``,
            ``contact.merged``. NotFoundError: the contact is gone.
    """
    if contact_id is None:
        return
    name = changeable(work, contact_id).display_name
    known_id = work.registration_lists.id_of_contact(event_id, contact_id)
    if known_id is None or known_id == but:
        return
    known = work.registration_lists.get(known_id)
    gave_up = known.state is RegistrationState.CANCELLED
    code = "registration.known_cancelled" if gave_up else "registration.known"
    raise RuleError(code, field="last_name", name=name, number=known.number)


def tariffs_of(work: Work, event_id: int) -> dict[int, Tariff]:
    """Return the tariffs of an event by their ids, in order."""
    return {one.id: one for one in work.programmes.tariffs(event_id)}


def without_known_points(
    work: Work, new: NewRegistration, before_id: int | None = None
) -> NewRegistration:
    """Return a registration without what its contact says already: that may change there.

    Nor has it what the contact ``before_id`` says, whose place a contact takes.
    """
    if new.contact_id is None:
        return new
    for contact_id in (new.contact_id, before_id or new.contact_id):
        profile = work.contacts.get(contact_id).profile
        new = replace(
            new,
            email="" if new.email == profile.email else new.email,
            phone="" if new.phone == profile.phone else new.phone,
        )
    return new


def refuse_absent_party(work: Work, event_id: int, party_id: int) -> None:
    """Refuse a party of another event.

    Raises:
        RuleError: ``registration.other_event``. NotFoundError: the party is gone.
    """
    if work.parties.event_id(party_id) != event_id:
        raise RuleError("registration.other_event")


def join_party_of(work: Work, before: Registration, party_id: int) -> None:
    """Let somebody pay with others; what was paid for them alone goes along.

    Raises:
        RuleError: ``registration.other_event``. NotFoundError: the party is gone.
    """
    refuse_absent_party(work, before.event_id, party_id)
    if party_id == before.party_id:
        return
    work.registrations.change(before.id, {"party_id": party_id})
    if not work.parties.people(before.party_id):
        work.registrations.move_money(before.party_id, party_id)
    drop_empty_party(work, before.party_id)


def drop_empty_party(work: Work, party_id: int) -> None:
    """Delete a party in which nobody is, unless money was recorded for it."""
    if not work.parties.people(party_id) and not work.parties.is_paid_for(party_id):
        work.registrations.delete_party(party_id)


def named(work: Work, registration_id: int) -> Registration:
    """Return a registration and name it in the journal."""
    found = work.registration_lists.get(registration_id)
    work.recorder.relabel(name=found.name)
    return found


def _party(work: Work, new: NewRegistration) -> int:
    if new.party_id is None:
        return work.registrations.add_party(new.event_id, new.contact_id)
    refuse_absent_party(work, new.event_id, new.party_id)
    return new.party_id
