"""Commands about how an event is made: sessions, roles and tariffs."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.event_editing import venue_id
from coopdesk.cli.event_words import (
    HOURS,
    EventArgument,
    event_id,
    part_document,
    session_document,
    tariff_document,
)
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import (
    IdArgument,
    coded,
    command,
    given_options,
    optional,
    optional_code,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer
from coopdesk.cli.selections import parse_numbers
from coopdesk.domain.events import (
    EventPart,
    EventRole,
    NewEventPart,
    NewSession,
    NewTariff,
    Pricing,
    Session,
    Tariff,
    TariffKind,
)
from coopdesk.domain.money import parse_amount
from coopdesk.services.registry import Services
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()

_TEXT, _NUMBER = _("TEXT"), _("NUMBER")
_SESSION = {
    "held_on": optional("--on", _("Its day."), _("DATE"), or_empty(parse_day)),
    **HOURS,
    "venue": optional("--venue", _("Name of its venue, if another one."), _("NAME")),
    "room": optional("--room", _("In which room."), _TEXT),
    "theme": optional("--theme", _("What it is about."), _TEXT),
    "description": optional("--description", _("More about it."), _TEXT),
}
_PART = {
    "contact_id": optional("--contact", _("Number of the contact."), _NUMBER, parse_count),
    "name": optional("--name", _("The name of who is no contact."), _TEXT),
    "subject": optional("--subject", _("What is spoken about."), _TEXT),
    "theme": optional("--theme", _("The theme that it belongs to."), _TEXT),
    "session_id": optional(
        "--session", _("Number of the session."), _NUMBER, or_empty(parse_count)
    ),
}
_TARIFF = {
    "kind": optional_code("--kind", _("A place, or an option beside it."), TariffKind),
    "pricing": optional_code("--pricing", _("How the price is made."), Pricing),
    "amount": optional(
        "--amount", _("The price, or what is proposed."), _("AMOUNT"), parse_amount
    ),
    "minimum": optional("--minimum", _("The least to pay."), _("AMOUNT"), parse_amount),
    "quota": optional("--quota", _("How many there are."), _NUMBER, or_empty(parse_count)),
    "ticket_name": optional("--ticket", _("How a platform calls the ticket."), _TEXT),
}
_MAY_BE_NONE = frozenset({"held_on", "begins_at", "ends_at", "session_id", "quota"})


@command(app, "add-session", _("Add a session to the programme of an event."), _SESSION)
def add_session(
    call: Call,
    event: EventArgument,
    title: Annotated[str, typer.Argument(metavar=_("TITLE"), help=_("Its title."))],
    **fields: Any,
) -> Answer:
    """Add a session at the end of the programme."""
    with call.opened() as services:
        told = _told(services, fields)
        new = NewSession(title, **told)
        made = services.events.add_session(event_id(services, event), new).value
    return _session(made, _("Session no. {id} recorded: {name}"))


@command(
    app,
    "change-session",
    _("Change what is given of a session."),
    {"title": optional("--title", _("Its new title."), _TEXT), **_SESSION},
)
def change_session(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change a session."""
    with call.opened() as services:
        told = _given(_told(services, fields), "--room Cabaret")
        known = services.events.session(number)
        made = services.events.change_session(number, replace(known.content, **told)).value
    return _session(made, _("Session changed: {name}"))


@command(app, "remove-session", _("Remove a session at which nobody was."))
def remove_session(call: Call, number: IdArgument) -> Answer:
    """Remove a session; who speaks in it keeps the part."""
    with call.opened() as services:
        gone = services.events.remove_session(number).value
    return _session(gone, _("Session removed: {name}"))


@command(app, "order-sessions", _("Put the sessions of an event into another order."))
def order_sessions(
    call: Call,
    event: EventArgument,
    numbers: Annotated[
        str,
        typer.Argument(
            metavar="12,7,31", help=_("Numbers of sessions in order."), parser=parse_numbers
        ),
    ],
) -> Answer:
    """Order sessions; those that are not named come after."""
    with call.opened() as services:
        key = event_id(services, event)
        made = services.events.order_sessions(key, parse_numbers(numbers)).value
    told = ", ".join(one.content.title for one in made)
    text = _("Sessions in order: {names}").format(names=told)
    return Answer({"sessions": [session_document(one) for one in made]}, (text,))


@command(app, "add-role", _("Say who does what for an event."), _PART)
def add_role(
    call: Call,
    event: EventArgument,
    role: Annotated[EventRole, coded(EventRole, _("What they do."), "--role")],
    **fields: Any,
) -> Answer:
    """Record somebody's part: a contact, or a name alone."""
    with call.opened() as services:
        new = NewEventPart(role, **_told(services, fields))
        made = services.events.add_part(event_id(services, event), new).value
    return _part(made, _("No. {id}, {role}: {name}"))


@command(
    app,
    "change-role",
    _("Change what somebody does for an event."),
    {"role": optional_code("--role", _("What they do."), EventRole), **_PART},
)
def change_role(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change somebody's part."""
    with call.opened() as services:
        told = _given(_told(services, fields), "--subject …")
        if "name" in told:
            told.setdefault("contact_id", None)
        known = services.events.part(number)
        made = services.events.change_part(number, replace(known.content, **told)).value
    return _part(made, _("No. {id}, {role}: {name}"))


@command(app, "remove-role", _("Remove what somebody does for an event."))
def remove_role(call: Call, number: IdArgument) -> Answer:
    """Remove somebody's part."""
    with call.opened() as services:
        gone = services.events.remove_part(number).value
    return _part(gone, _("Removed: {role}, {name}"))


@command(
    app, "add-tariff", _("Say what taking part in an event, or an option, costs."), _TARIFF
)
def add_tariff(
    call: Call,
    event: EventArgument,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))],
    **fields: Any,
) -> Answer:
    """Record a tariff."""
    with call.opened() as services:
        new = NewTariff(name, **_told(services, fields))
        made = services.events.add_tariff(event_id(services, event), new).value
    return _tariff(made, _("Tariff no. {id} recorded: {name}"))


@command(
    app,
    "change-tariff",
    _("Change what is given of a tariff; who has it keeps the price of then."),
    {"name": optional("--name", _("Its new name."), _TEXT), **_TARIFF},
)
def change_tariff(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change a tariff."""
    with call.opened() as services:
        told = _given(_told(services, fields), "--amount 12")
        known = services.events.tariff(number)
        made = services.events.change_tariff(number, replace(known.content, **told)).value
    return _tariff(made, _("Tariff changed: {name}"))


@command(app, "close-tariff", _("Close a tariff, or open it again."))
def close_tariff(
    call: Call,
    number: IdArgument,
    *,
    reopen: Annotated[
        bool, typer.Option("--reopen", metavar="", help=_("Open it again."))
    ] = False,
) -> Answer:
    """Close a tariff: nobody can take it any more."""
    with call.opened() as services:
        act = services.events.reopen_tariff if reopen else services.events.close_tariff
        made = act(number).value
    said = _("Tariff opened again: {name}") if reopen else _("Tariff closed: {name}")
    return _tariff(made, said)


@command(app, "remove-tariff", _("Remove a tariff that nobody has."))
def remove_tariff(call: Call, number: IdArgument) -> Answer:
    """Remove a tariff; one that somebody has is closed instead."""
    with call.opened() as services:
        gone = services.events.remove_tariff(number).value
    return _tariff(gone, _("Tariff removed: {name}"))


def _told(services: Services, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the options that were given, the venue by its id."""
    told = given_options(fields, _MAY_BE_NONE)
    if "venue" in told:
        told["venue_id"] = venue_id(services, told.pop("venue"))
    return told


def _given(told: dict[str, Any], example: str) -> dict[str, Any]:
    if not told:
        raise nothing_to_change(example)
    return told


def _session(session: Session, text: str) -> Answer:
    told = text.format(id=session.id, name=session.content.title)
    return Answer({"session": session_document(session)}, (told,))


def _part(part: EventPart, text: str) -> Answer:
    told = text.format(id=part.id, role=label(part.content.role), name=part.name)
    return Answer({"role": part_document(part)}, (told,))


def _tariff(tariff: Tariff, text: str) -> Answer:
    told = text.format(id=tariff.id, name=tariff.content.name)
    return Answer({"tariff": tariff_document(tariff)}, (told,))
