"""How places and cycles are listed and read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from coopdesk.domain.event_days import EventFilter
from coopdesk.domain.events import Cycle, Venue
from coopdesk.domain.text import fold
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.events.links import EVENT, linked
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.event_dates import when_text
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.events import EventLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said

_MOST_EVENTS = 30
_SORTS = {
    "name": lambda x: fold(x.name),
    "capacity": lambda x: x.content.capacity or 0,
    "town": lambda x: fold(x.content.town),
    "events": lambda x: x.events,
}
_CYCLE_SORTS = {
    "name": lambda x: fold(x.content.name),
    "events": lambda x: x.events,
    "edition": lambda x: x.last_edition,
}


@dataclass(frozen=True, slots=True)
class VenueRecord:
    """A place or a cycle with its events, the newest first."""

    shown: Venue | Cycle
    events: tuple[EventLine, ...]


def venue_columns() -> tuple[Column, ...]:
    """Return the columns of places."""
    return _columns_of(
        Venue,
        Column("name", _("Place"), lambda x: x.name, sort="name", width=22, stretch=True),
        Column("town", _("Town"), lambda x: x.content.town, sort="town", width=18, gives_way=2),
        Column(
            "capacity",
            _("It holds"),
            lambda x: number_text(x.content.capacity) if x.content.capacity else "—",
            align_right=True,
            sort="capacity",
            width=10,
            descends=True,
        ),
        Column(
            "events",
            _("Events"),
            lambda x: number_text(x.events),
            align_right=True,
            sort="events",
            width=12,
            descends=True,
            gives_way=1,
        ),
        Column(
            "state",
            _("State"),
            lambda x: _("Proposed") if x.is_open else _("No longer proposed"),
            tone=lambda x: Tone.GOOD if x.is_open else Tone.NEUTRAL,
            width=19,
            gives_way=3,
        ),
    )


def cycle_columns() -> tuple[Column, ...]:
    """Return the columns of cycles."""
    return _columns_of(
        Cycle,
        Column(
            "name", _("Cycle"), lambda x: x.content.name, sort="name", width=24, stretch=True
        ),
        Column("since", _("Since when"), lambda x: x.content.since, width=18, gives_way=2),
        Column(
            "events",
            _("Events"),
            lambda x: number_text(x.events),
            align_right=True,
            sort="events",
            width=12,
            descends=True,
        ),
        Column(
            "edition",
            _("Last edition"),
            lambda x: number_text(x.last_edition) if x.last_edition else "—",
            align_right=True,
            sort="edition",
            width=15,
            descends=True,
            gives_way=1,
        ),
    )


def _columns_of(kind: type, *columns: Column) -> tuple[Column, ...]:
    """Let columns say nothing of a line of the other kind.

    A page asked for just before the list changed from one kind to the other is read after it.
    """
    return tuple(
        replace(
            column,
            text=partial(_said_of, kind, column.text, ""),
            tone=column.tone and partial(_said_of, kind, column.tone, None),
        )
        for column in columns
    )


def _said_of(kind: type, say: Callable[[Any], Any], otherwise: Any, line: object) -> Any:
    return say(line) if isinstance(line, kind) else otherwise


def read_venues(
    services: Services, text: str, sort: str, *, descending: bool, open_only: bool
) -> tuple[dict[int, Venue], bool]:
    """Return the places that match, and whether there is any; runs on the worker."""
    known = services.venues.all()
    words = fold(text).split()
    found = [
        x
        for x in known
        if (x.is_open or not open_only)
        and all(w in fold(f"{x.name} {x.content.town} {x.content.access}") for w in words)
    ]
    if sort in _SORTS:
        found.sort(key=_SORTS[sort], reverse=descending)
    return {x.id: x for x in found}, bool(known)


def read_cycles(
    services: Services, text: str, sort: str, *, descending: bool
) -> tuple[dict[int, Cycle], bool]:
    """Return the cycles that match, and whether there is any; runs on the worker."""
    known = services.venues.cycles()
    words = fold(text).split()
    found = [
        x
        for x in known
        if all(w in fold(f"{x.content.name} {x.content.origin}") for w in words)
    ]
    if sort in _CYCLE_SORTS:
        found.sort(key=_CYCLE_SORTS[sort], reverse=descending)
    return {x.id: x for x in found}, bool(known)


def read_venue(services: Services, venue_id: int) -> VenueRecord:
    """Read a place with what is held there; runs on the worker, raises NotFoundError."""
    wanted = EventFilter(venue_id=venue_id, descending=True)
    return VenueRecord(services.venues.get(venue_id), tuple(services.events.list(wanted)))


def read_cycle(services: Services, cycle_id: int) -> VenueRecord:
    """Read a cycle with its events; runs on the worker, raises NotFoundError."""
    wanted = EventFilter(cycle_id=cycle_id, descending=True)
    return VenueRecord(services.venues.get_cycle(cycle_id), tuple(services.events.list(wanted)))


def venue_parts(venue: Venue, events: tuple[EventLine, ...]) -> list[Part]:
    """Return the parts of a place's record."""
    content = venue.content
    where = " ".join(part for part in (content.postal_code, content.town) if part)
    contact: Said = venue.contact_name
    if content.contact_id is not None:
        contact = linked("contact", content.contact_id, venue.contact_name)
    below: list[Said] = []
    if content.capacity:
        people = ngettext("{count} person", "{count} people", content.capacity)
        below.append(people.format(count=number_text(content.capacity)))
    if not venue.is_open:
        below.append(Words(_("No longer proposed"), Tone.NEUTRAL))
    rows: list[tuple[str, Said]] = [
        (_("Address"), ", ".join(part for part in (content.address, where) if part)),
        (_("Getting there and getting in"), content.access),
        (_("Whom to ask for it"), contact),
        (_("Note"), content.note),
    ]
    facts = Facts(tuple((name, said) for name, said in rows if said))
    return [Title(venue.name, tuple(below)), facts, *_events(events)]


def cycle_parts(cycle: Cycle, events: tuple[EventLine, ...]) -> list[Part]:
    """Return the parts of a cycle's record."""
    content = cycle.content
    rows = (
        (_("Where it comes from"), content.origin),
        (_("Since when"), content.since),
        (_("Note"), content.note),
    )
    facts = Facts(tuple((name, text) for name, text in rows if text))
    return [Title(content.name), facts, *_events(events)]


def _events(events: tuple[EventLine, ...]) -> list[Part]:
    parts: list[Part] = [Heading(_("Events"), number_text(len(events)))]
    if not events:
        return [*parts, Paragraph((_("No event yet."),), is_muted=True)]
    rows = tuple(
        (
            linked(EVENT, x.id, event_title_text(x.title, x.edition)),
            number_text(x.registered) if x.registered else "",
            (when_text(x.when),),
        )
        for x in events[:_MOST_EVENTS]
    )
    return [*parts, Lines(rows)]
