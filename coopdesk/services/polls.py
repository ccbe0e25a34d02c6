"""Use cases around polls about events: the best slot, who comes, the place to hold it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import NewRegistration, RegistrationSource
from coopdesk.domain.events import When, WhenKind
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.poll_slots import (
    PollProposal,
    PollRegistrations,
    SlotProposal,
    coming,
    hours_of,
    names_of,
)
from coopdesk.services.events import EventService
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.poll_imports import PollImportService
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.services.registration_seating import register_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from coopdesk.domain.events import Event, Venue
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.polls import OptionCount, Poll, PollReply
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work


class PollService:
    """What polls say about events."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def import_for(
        self,
        event_id: int,
        path: Path,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[Poll | None]:
        """Import a file of Framadate or Framaforms about an event; None of an empty one.

        A poll that is known is brought up to date, and is about this event from now on.

        Raises:
            RuleError: ``file.…``, ``poll.…``: it is no poll. NotFoundError: the event is gone.
            ExternalError: it cannot be read, or the database cannot be written.
        """
        imports = PollImportService(self._units)
        poll_id, outcome = imports.apply_for(event_id, path, decisions, progress)
        if poll_id is None:
            return Outcome(None, outcome.changes)
        tied = None if outcome.value else self.tie(poll_id, event_id)
        changes = (tied or outcome).changes | {Subject.EVENTS}
        return Outcome(imports.poll(poll_id), changes, outcome.along)

    def tie(self, poll_id: int, event_id: int | None) -> Outcome[Poll]:
        """Say which event a poll is about, or that it is about none; raises NotFoundError."""
        with self._units.write("poll.tied") as work:
            work.recorder.relabel(name=work.polls.get(poll_id).title)
            if event_id is not None:
                work.events.get(event_id)
            work.polls.tie(poll_id, event_id)
            made = work.polls.get(poll_id)
            work.commit()
        return changed(made, Subject.EVENTS, Subject.POLLS)

    def get(self, poll_id: int) -> Poll:
        """Return a poll with its counts and replies; raises NotFoundError ``poll.missing``."""
        with self._units.read() as work:
            return work.polls.get(poll_id)

    def of(self, event_id: int) -> list[Poll]:
        """Return the polls about an event, newest first."""
        with self._units.read() as work:
            return [work.polls.get(poll_id) for poll_id in work.polls.of_event(event_id)]

    def proposal(self, poll_id: int) -> PollProposal:
        """Say of each slot how many come, when that is, and the venues that hold them.

        Those who come « if needed » are counted apart; a slot is best by those who said yes.

        Raises:
            NotFoundError: ``poll.missing``.
        """
        with self._units.read() as work:
            poll = work.polls.get(poll_id)
            venues = work.venues.all(open_only=True)
        slots = tuple(_proposed(one, venues) for one in poll.counts)
        return PollProposal(poll, slots, poll.best)

    def choose(
        self, poll_id: int, position: int, venue_id: int | None = None
    ) -> Outcome[Event]:
        """Hold the event on the day of a slot, at its hours if it says some.

        Without a venue the event keeps the one that it has.

        Raises:
            RuleError: ``poll.no_event``, ``poll.slot_missing``, ``poll.slot_without_day``, or
                what ``EventService.change`` refuses. NotFoundError: something is gone.
        """
        with self._units.read() as work:
            poll = work.polls.get(poll_id)
            event_id = _event_of(poll)
            option = _slot(poll, position).option
            known = work.events.get(event_id).content
        if option.held_on is None:
            raise RuleError("poll.slot_without_day", text=option.label)
        begins, ends = hours_of(option.moment) or (None, None)
        when = When(WhenKind.DAYS, option.held_on, option.held_on, begins, ends)
        new = replace(known, when=when, venue_id=venue_id or known.venue_id)
        return EventService(self._units, self._today).change(event_id, new)

    def register(
        self, poll_id: int, position: int, *, with_maybe: bool = False
    ) -> Outcome[PollRegistrations]:
        """Register those who said yes to a slot, nobody twice, in the order of their answers.

        ``with_maybe`` also takes those who come « if needed ». Contacts are registered as
        such, others by their name; when places run out the last ones wait.

        Raises:
            RuleError: ``poll.no_event``, ``poll.slot_missing``, or what registering refuses:
                then nobody is registered. NotFoundError: something is gone.
        """
        with self._units.write("poll.registered") as work:
            poll = work.polls.get(poll_id)
            event_id = _event_of(poll)
            _slot(poll, position)
            work.recorder.relabel(name=work.events.get(event_id).title)
            replies = coming(poll, position, with_maybe=with_maybe)
            new = _not_registered(work, event_id, replies)
            made = [self._register(work, event_id, reply) for reply in new]
            work.recorder.relabel(count=str(len(made)))
            registered = tuple(work.registration_lists.lines(made))
            work.commit()
        known = tuple(reply.name for reply in replies if reply not in new)
        return changed(PollRegistrations(registered, known), Subject.EVENTS)

    def _register(self, work: Work, event_id: int, reply: PollReply) -> int:
        """Register whoever gave a reply; return the registration."""
        first, last = ("", "") if reply.contact_id else names_of(reply)
        new = NewRegistration(
            event_id,
            reply.contact_id,
            last_name=last,
            first_name=first,
            source=RegistrationSource.POLL,
        )
        made = register_in(work, new, self._units.now())
        work.registrations.change(made, {"poll_reply_id": reply.id})
        return made


def _proposed(count: OptionCount, venues: list[Venue]) -> SlotProposal:
    """Return a slot with the venues that hold those who come; none where nobody does."""
    return SlotProposal(
        count,
        hours_of(count.option.moment),
        _holding(venues, count.yes),
        _holding(venues, count.yes + count.maybe),
    )


def _holding(venues: list[Venue], people: int) -> tuple[Venue, ...]:
    """Return the venues that hold people, the smallest first."""
    sizes = [(one.content.capacity, one) for one in venues]
    found = [(size, one) for size, one in sizes if size is not None and 0 < people <= size]
    return tuple(one for _size, one in sorted(found, key=lambda pair: pair[0]))


def _event_of(poll: Poll) -> int:
    if poll.event_id is None:
        raise RuleError("poll.no_event", name=poll.title)
    return poll.event_id


def _slot(poll: Poll, position: int) -> OptionCount:
    for count in poll.counts:
        if count.position == position:
            return count
    raise RuleError("poll.slot_missing", number=position + 1)


def _not_registered(work: Work, event_id: int, replies: Sequence[PollReply]) -> list[PollReply]:
    """Return the replies of those who are not registered yet; a contact replied once."""
    made_of = work.polls.registered_replies(event_id)
    contacts: set[int | None] = set()
    new = []
    for reply in replies:
        if reply.contact_id in contacts or _is_registered(work, event_id, reply, made_of):
            continue
        new.append(reply)
        contacts |= {reply.contact_id} - {None}
    return new


def _is_registered(
    work: Work, event_id: int, reply: PollReply, made_of: Mapping[int, int]
) -> bool:
    """Tell whether whoever gave a reply is registered, or was and gave the place up.

    Two replies of one name are two people, unless somebody of that name came otherwise.
    """
    if reply.id in made_of.values():
        return True
    if reply.contact_id is not None:
        return work.registration_lists.id_of_contact(event_id, reply.contact_id) is not None
    first, last = names_of(reply)
    named = work.registration_lists.ids_named(event_id, last, first)
    return any(key not in made_of for key in named)
