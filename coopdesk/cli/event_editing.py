"""Commands that record and change events: add, change, confirm, cancel, prepare the next."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.event_words import (
    WHEN,
    EventArgument,
    UndatedOption,
    event_document,
    event_id,
    when_of,
)
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.kept_files import detached_answer
from coopdesk.cli.options import (
    IdArgument,
    command,
    given_options,
    optional,
    optional_code,
    or_empty,
    parse_count,
    parse_switch,
)
from coopdesk.cli.output import Answer
from coopdesk.domain.events import Event, EventKind, EventState, NewEvent, When
from coopdesk.services.outcome import Outcome
from coopdesk.services.registry import Services
from coopdesk.wording.errors import error_text
from coopdesk.wording.event_titles import event_title_text, when_long
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

app = typer.Typer()

_TEXT = _("TEXT")
_SWITCHES = {
    "has_waiting_list": ("--waiting-list", _("Whether those without a place may wait.")),
    "is_open": ("--registrations", _("Whether people may register.")),
}


_FIELDS = {
    **WHEN,
    "kind": optional_code("--kind", _("What it is."), EventKind),
    "state": optional_code("--state", _("How sure it is."), EventState),
    "cycle": optional("--cycle", _("Name of its cycle."), _("NAME")),
    "edition": optional(
        "--edition", _("Its number in the cycle."), _("NUMBER"), or_empty(parse_count)
    ),
    "venue": optional("--venue", _("Name of its venue."), _("NAME")),
    "place_note": optional("--place", _("Where, in words."), _TEXT),
    "aim": optional("--aim", _("The aim of it."), _TEXT),
    "theme": optional("--theme", _("What it is about."), _TEXT),
    "public_text": optional("--text", _("The text for the public."), _TEXT),
    "hashtag": optional("--hashtag", _("Its hashtag."), _TEXT),
    "url": optional("--url", _("Its web page."), _TEXT),
    "note": optional("--note", _("Note."), _TEXT),
    "capacity": optional(
        "--places", _("How many may register."), _("NUMBER"), or_empty(parse_count)
    ),
    "expected": optional(
        "--expected", _("How many are hoped for."), _("NUMBER"), or_empty(parse_count)
    ),
    **{
        name: optional(flag, text, _("yes|no"), parse_switch)
        for name, (flag, text) in _SWITCHES.items()
    },
}
_COUNTS = frozenset({"edition", "capacity", "expected"})


@command(app, "add", _("Record an event."), _FIELDS)
def add_event(
    call: Call,
    title: Annotated[str, typer.Argument(metavar=_("TITLE"), help=_("Its title."))],
    *,
    undated: UndatedOption = False,
    **fields: Any,
) -> Answer:
    """Record an event; without a day its date is not known yet."""
    with call.opened() as services:
        told = _told(services, fields)
        when = when_of(told, When(), undated=undated)
        made = services.events.add(NewEvent(title, when=when, **told)).value
        warnings = _crowding(services, made)
    text = _("Event no. {id} recorded: {name}, {when}")
    name = event_title_text(made.title, made.content.edition)
    said = text.format(id=made.id, name=name, when=when_long(made.when))
    return Answer({"event": event_document(made)}, (said, *warnings))


@command(
    app,
    "change",
    _("Change what is given of an event."),
    {"title": optional("--title", _("Its new title."), _TEXT), **_FIELDS},
)
def change_event(
    call: Call, event: EventArgument, *, undated: UndatedOption = False, **fields: Any
) -> Answer:
    """Change an event; its sessions move with its days."""
    if not undated and all(value is None for value in fields.values()):
        raise nothing_to_change("--places 40")
    with call.opened() as services:
        key = event_id(services, event)
        told = _told(services, fields)
        known = services.events.get(key).content
        when = when_of(told, known.when, undated=undated)
        outcome = services.events.change(key, replace(known, when=when, **told))
        warnings = _crowding(services, outcome.value)
    return _changed(outcome, _("Event changed: {name}"), warnings)


@command(app, "confirm", _("Say that an event is held."))
def confirm_event(call: Call, event: EventArgument) -> Answer:
    """Confirm an event."""
    with call.opened() as services:
        outcome = services.events.confirm(event_id(services, event))
    return _changed(outcome, _("Event confirmed: {name}"))


@command(app, "plan", _("Say that an event is only planned, also one that was cancelled."))
def plan_event(call: Call, event: EventArgument) -> Answer:
    """Put an event back to planned."""
    with call.opened() as services:
        outcome = services.events.plan(event_id(services, event))
    return _changed(outcome, _("Event planned: {name}"))


@command(app, "cancel", _("Cancel an event: it stays, calendars show it as cancelled."))
def cancel_event(call: Call, event: EventArgument) -> Answer:
    """Cancel an event."""
    with call.opened() as services:
        outcome = services.events.cancel(event_id(services, event))
    return _changed(outcome, _("Event cancelled: {name}"))


@command(app, "remove", _("Remove an event on which nothing rests."))
def remove_event(call: Call, event: EventArgument) -> Answer:
    """Remove an event; one to which somebody registered is cancelled instead."""
    with call.opened() as services:
        gone = services.events.remove(event_id(services, event)).value
    return _answer(gone, _("Event removed: {name}").format(name=gone.title))


@command(app, "next", _("Prepare the next edition from an event."), WHEN)
def prepare_next(
    call: Call, event: EventArgument, *, undated: UndatedOption = False, **fields: Any
) -> Answer:
    """Prepare the next edition: same cycle, team and tariffs, no place and nobody yet."""
    with call.opened() as services:
        when = when_of(dict(fields), When(), undated=undated)
        made = services.events.prepare_next(event_id(services, event), when).value
    text = _("Event no. {id} recorded: {name}, {when}")
    name = event_title_text(made.title, made.content.edition)
    return _answer(made, text.format(id=made.id, name=name, when=when_long(made.when)))


@command(app, "attach", _("Keep files with an event."))
def attach_files(
    call: Call,
    event: EventArgument,
    files: Annotated[
        list[Path], typer.Argument(metavar=_("FILE …"), help=_("The files to keep."))
    ],
) -> Answer:
    """Keep files; those that cannot be are said, and the others kept."""
    with call.opened() as services:
        key = event_id(services, event)
        refused = services.event_files.attach_all(key, files).value
        kept = services.event_files.files(key)
    document = {
        "files": [{"id": one.id, "name": one.name, "size": one.size} for one in kept],
        "refused": [{"code": one.code, "message": error_text(one)} for one in refused],
    }
    told = _("Files of the event: {names}").format(names=", ".join(one.name for one in kept))
    return Answer(document, (told, *map(error_text, refused)), exit_code=1 if refused else 0)


@command(app, "detach", _("Take a file off its event."))
def detach_file(call: Call, number: IdArgument) -> Answer:
    """Take a file off by the number that ``events show`` gives."""
    with call.opened() as services:
        return detached_answer(services.event_files.detach(number).value)


def _told(services: Services, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the options that were given, cycle and venue by their ids.

    Raises:
        UsageProblemError: no cycle or no venue is called so.
    """
    told = given_options(fields, _COUNTS)
    if "cycle" in told:
        told["cycle_id"] = cycle_id(services, told.pop("cycle"))
    if "venue" in told:
        told["venue_id"] = venue_id(services, told.pop("venue"))
    return told


def cycle_id(services: Services, text: str) -> int | None:
    """Return the id of the cycle of that name; None for no text.

    Raises:
        UsageProblemError: no cycle is called so.
    """
    found = services.venues.cycle_named(text)
    if text and found is None:
        raise UsageProblemError(_("There is no cycle “{name}”.").format(name=text))
    return found


def venue_id(services: Services, text: str) -> int | None:
    """Return the id of the venue of that name; None for no text.

    Raises:
        UsageProblemError: no venue is called so.
    """
    found = services.venues.id_named(text)
    if text and found is None:
        raise UsageProblemError(_("There is no venue “{name}”.").format(name=text))
    return found


def _crowding(services: Services, event: Event) -> tuple[str, ...]:
    """Return what to know where more may register than the place holds."""
    capacity, key = event.content.capacity, event.content.venue_id
    room = services.venues.get(key).content.capacity if key is not None else None
    if room is None or capacity is None or capacity <= room:
        return ()
    said = _("More than the place holds: {count} people.")
    return (said.format(count=number_text(room)),)


def _changed(outcome: Outcome[Event], text: str, warnings: tuple[str, ...] = ()) -> Answer:
    """Answer with an event that was changed, and with who has a place now."""
    told = [text.format(name=outcome.value.title)]
    if outcome.along:
        told.append(_("Now with a place: {names}").format(names=", ".join(outcome.along)))
    document = {"event": event_document(outcome.value), "promoted": list(outcome.along)}
    return Answer(document, (*told, *warnings))


def _answer(event: Event, text: str) -> Answer:
    return Answer({"event": event_document(event)}, (text,))
