"""Commands about who takes part in an event: register, change, cancel, bring back, remove."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.event_words import EventArgument, event_id
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.inventory_words import NumbersArgument
from coopdesk.cli.options import IdArgument, command, optional, parse_count, parse_day
from coopdesk.cli.output import Answer
from coopdesk.cli.registration_documents import registration_document, state_text
from coopdesk.domain.event_registrations import (
    NewRegistration,
    OptionChoice,
    Registration,
)
from coopdesk.domain.events import TariffKind
from coopdesk.domain.money import parse_amount
from coopdesk.domain.text import fold
from coopdesk.services.registry import Services
from coopdesk.wording.language import _

app = typer.Typer()

_TEXT = _("TEXT")
_FIELDS = {
    "contact": optional("--contact", _("Number of the contact."), _("NUMBER"), parse_count),
    "last_name": optional("--last-name", _("Last name of a guest."), _TEXT),
    "first_name": optional("--first-name", _("First name of a guest."), _TEXT),
    "email": optional("--email", _("E-mail address."), _TEXT),
    "phone": optional("--phone", _("Telephone number."), _TEXT),
    "tariff": optional("--tariff", _("Name of the tariff; the first one if none."), _TEXT),
    "price": optional(
        "--price", _("The price, where people choose it."), _("AMOUNT"), parse_amount
    ),
    "choices": Annotated[
        list[str] | None,
        typer.Option(
            "--option",
            metavar=_("NAME[=COUNT]"),
            help=_("An option, such as a meal; may be repeated."),
        ),
    ],
    "party": optional(
        "--with", _("Pays together with this registration."), _("NUMBER"), parse_count
    ),
    "note": optional("--note", _("Note."), _TEXT),
}
_SAME = ("last_name", "first_name", "email", "phone", "note", "price")
HereOption = Annotated[
    bool, typer.Option("--here", metavar="", help=_("At the door: note that they are there."))
]
ForceOption = Annotated[
    bool,
    typer.Option("--force", metavar="", help=_("At the door: even if there is no place left.")),
]


@command(app, "register", _("Register a contact or a guest for an event."), _FIELDS)
def register(
    call: Call,
    event: EventArgument,
    *,
    here: HereOption = False,
    force: ForceOption = False,
    **fields: Any,
) -> Answer:
    """Register somebody: with a place, or on the waiting list when it is full."""
    if force and not here:
        raise UsageProblemError(_("--force goes together with --here."))
    with call.opened() as services:
        key = event_id(services, event)
        new = _told(services, NewRegistration(key), fields)
        if here:
            made = services.check_in.walk_in(new, force=force).value
        else:
            made = services.registrations.register(new).value
    return _answer(made, _("Registration no. {id}: {name}, {state}"))


@command(app, "change-registration", _("Change a registration."), _FIELDS)
def change_registration(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change what is given; options that are given replace those there were."""
    if all(value is None for value in fields.values()):
        raise nothing_to_change("--note")
    with call.opened() as services:
        known = services.registrations.get(number)
        before = NewRegistration(
            known.event_id,
            known.contact_id,
            known.last_name,
            known.first_name,
            known.email,
            known.phone,
            known.tariff_id,
            known.price if fields["tariff"] is None else None,
            tuple(OptionChoice(x.tariff_id, x.quantity, x.price) for x in known.options),
            None,
            known.note,
            known.source,
        )
        made = services.registrations.change(number, _told(services, before, fields)).value
    return _answer(made, _("Registration no. {id} changed: {name}, {state}"))


@command(
    app,
    "cancel-registration",
    _("Cancel registrations; whoever waits moves up."),
    {"on": optional("--on", _("Day; today if none."), _("DATE"), parse_day)},
)
def cancel_registrations(call: Call, numbers: NumbersArgument, **fields: Any) -> Answer:
    """Let people give up their places and say who moved up."""
    ids = [int(number) for number in numbers]
    with call.opened() as services:
        promoted = services.registrations.cancel(ids, fields["on"]).value
    told = _("Registrations cancelled: {count}").format(count=len(ids))
    return _promoted_answer({"cancelled": ids}, told, promoted)


@command(app, "restore-registration", _("Register somebody again who had cancelled."))
def restore_registration(call: Call, number: IdArgument) -> Answer:
    """Bring a registration back: to a free place, or to the end of the waiting list."""
    with call.opened() as services:
        made = services.registrations.restore(number).value
    return _answer(made, _("Registration no. {id} stands again: {name}, {state}"))


@command(app, "remove-registration", _("Remove a registration recorded by mistake."))
def remove_registration(call: Call, number: IdArgument) -> Answer:
    """Remove a registration; whoever waits moves up."""
    with call.opened() as services:
        name = services.registrations.get(number).name
        promoted = services.registrations.remove(number).value
    told = _("Registration no. {id} removed: {name}").format(id=number, name=name)
    return _promoted_answer({"registration_id": number}, told, promoted)


def _told(
    services: Services, before: NewRegistration, fields: dict[str, Any]
) -> NewRegistration:
    """Return a registration with what the options say."""
    told = {name: fields[name] for name in _SAME if fields[name] is not None}
    if fields["contact"] is not None:
        told["contact_id"] = fields["contact"]
    if fields["tariff"] is not None:
        name = fields["tariff"]
        told["tariff_id"] = _tariff_id(services, before.event_id, TariffKind.FEE, name)
    if fields["choices"]:
        told["options"] = tuple(
            _choice(services, before.event_id, text) for text in fields["choices"]
        )
    if fields["party"] is not None:
        told["party_id"] = services.registrations.get(fields["party"]).party_id
    return replace(before, **told)


def _choice(services: Services, key: int, text: str) -> OptionChoice:
    name, _equals, count = text.partition("=")
    quantity = parse_count(count) if count.strip() else 1
    return OptionChoice(_tariff_id(services, key, TariffKind.OPTION, name), quantity)


def _tariff_id(services: Services, key: int, kind: TariffKind, name: str) -> int:
    """Return the tariff or option of an event by its name.

    Raises:
        UsageProblemError: none is called so.
    """
    for one in services.events.sheet(key).tariffs:
        if one.content.kind is kind and fold(one.content.name) == fold(name):
            return one.id
    raise UsageProblemError(_("This event has no tariff “{name}”.").format(name=name.strip()))


def _answer(made: Registration, template: str) -> Answer:
    text = template.format(id=made.id, name=made.name, state=state_text(made))
    return Answer({"registration": registration_document(made)}, (text,))


def _promoted_answer(
    document: dict[str, object], told: str, promoted: tuple[Registration, ...]
) -> Answer:
    lines = [told]
    lines += [_("{name} has a place now.").format(name=one.name) for one in promoted]
    rows = [registration_document(one) for one in promoted]
    return Answer({**document, "promoted": rows}, tuple(lines))
