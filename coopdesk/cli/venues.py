"""Commands about venues: where events are held."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.event_editing import venue_id
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.options import (
    command,
    given_options,
    optional,
    or_empty,
    parse_count,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.events import NewVenue, Venue
from coopdesk.services.registry import Services
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

app = subject_app("venues", _("Venues, where events are held."))

VenueArgument = Annotated[
    str, typer.Argument(metavar=_("VENUE"), help=_("The venue: its name or number."))
]
_TEXT, _NUMBER = _("TEXT"), _("NUMBER")
_FIELDS = {
    "address": optional("--address", _("Number and street."), _TEXT),
    "postal_code": optional("--postal-code", _("Postal code."), _TEXT),
    "town": optional("--town", _("Town."), _TEXT),
    "capacity": optional(
        "--capacity", _("How many people it holds."), _NUMBER, or_empty(parse_count)
    ),
    "access": optional("--access", _("How to get there and in."), _TEXT),
    "contact_id": optional(
        "--contact", _("Number of the contact to ask."), _NUMBER, or_empty(parse_count)
    ),
    "note": optional("--note", _("Note."), _TEXT),
}
_MAY_BE_NONE = frozenset({"capacity", "contact_id"})


@command(
    app,
    "list",
    _("List the venues, or those that hold so many people, the smallest first."),
    {"count": optional("--holding", _("How many people."), _NUMBER, parse_count)},
)
def list_venues(
    call: Call,
    *,
    closed: Annotated[
        bool, typer.Option("--closed", metavar="", help=_("Those that are closed as well."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with venues by name, or by how many they hold."""
    count = fields["count"]
    with call.opened() as services:
        venues = services.venues
        found = venues.holding(count) if count else venues.all(open_only=not closed)
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Venue")),
        Column(_("Town")),
        Column(_("Room for"), at_right=True),
        Column(_("Events"), at_right=True, rare=True),
        Column(_("Contact"), rare=True),
        Column(_("State"), rare=True),
    )
    rows = [
        (
            str(one.id),
            one.name,
            one.content.town,
            "" if one.content.capacity is None else number_text(one.content.capacity),
            number_text(one.events),
            one.contact_name,
            "" if one.is_open else _("no longer offered"),
        )
        for one in found
    ]
    document = {"venues": [venue_document(one) for one in found]}
    return Answer(document, (Listing(columns, rows, _("No venue.")),))


@command(app, "add", _("Record a venue."), _FIELDS)
def add_venue(
    call: Call,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))],
    **fields: Any,
) -> Answer:
    """Record a venue."""
    with call.opened() as services:
        made = services.venues.add(NewVenue(name, **given_options(fields, _MAY_BE_NONE))).value
    return _answer(made, _("Venue no. {id} recorded: {name}"))


@command(
    app,
    "change",
    _("Change what is given of a venue."),
    {"name": optional("--name", _("Its new name."), _TEXT), **_FIELDS},
)
def change_venue(call: Call, venue: VenueArgument, **fields: Any) -> Answer:
    """Change a venue."""
    told = given_options(fields, _MAY_BE_NONE)
    if not told:
        raise nothing_to_change("--capacity 40")
    with call.opened() as services:
        key = _named(services, venue)
        content = replace(services.venues.get(key).content, **told)
        made = services.venues.change(key, content).value
    return _answer(made, _("Venue changed: {name}"))


@command(app, "close", _("Close a venue, or open it again."))
def close_venue(
    call: Call,
    venue: VenueArgument,
    *,
    reopen: Annotated[
        bool, typer.Option("--reopen", metavar="", help=_("Open it again."))
    ] = False,
) -> Answer:
    """Close a venue: it is proposed no more."""
    with call.opened() as services:
        act = services.venues.reopen if reopen else services.venues.close
        made = act(_named(services, venue)).value
    said = _("Venue opened again: {name}") if reopen else _("Venue closed: {name}")
    return _answer(made, said)


@command(app, "remove", _("Remove a venue in which nothing is held."))
def remove_venue(call: Call, venue: VenueArgument) -> Answer:
    """Remove a venue; one that is used is closed instead."""
    with call.opened() as services:
        gone = services.venues.remove(_named(services, venue)).value
    return _answer(gone, _("Venue removed: {name}"))


def venue_document(venue: Venue) -> Document:
    """Return a venue for ``--json``."""
    content = venue.content
    return {
        "id": venue.id,
        "name": venue.name,
        "address": content.address,
        "postal_code": content.postal_code,
        "town": content.town,
        "capacity": content.capacity,
        "access": content.access,
        "contact_id": content.contact_id,
        "contact": venue.contact_name,
        "note": content.note,
        "is_open": venue.is_open,
        "events": venue.events,
    }


def _named(services: Services, text: str) -> int:
    """Return the id of a venue by its number or name; raises UsageProblemError."""
    if text.isascii() and text.isdigit():
        known = next((one.id for one in services.venues.all() if str(one.id) == text), None)
        if known is not None:
            return known
    found = venue_id(services, text)
    if found is None:
        raise UsageProblemError(_("There is no venue “{name}”.").format(name=text))
    return found


def _answer(venue: Venue, text: str) -> Answer:
    told = text.format(id=venue.id, name=venue.name)
    return Answer({"venue": venue_document(venue)}, (told,))
