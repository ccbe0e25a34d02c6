"""Commands about cycles: series of events, each an edition."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.options import command, given_options, optional, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.events import Cycle, NewCycle
from coopdesk.services.registry import Services
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

app = subject_app("cycles", _("Cycles: series of events, each an edition."))

CycleArgument = Annotated[
    str, typer.Argument(metavar=_("CYCLE"), help=_("The cycle: its name or number."))
]
_TEXT = _("TEXT")
_FIELDS = {
    "since": optional("--since", _("Since when, in words."), _TEXT),
    "origin": optional("--origin", _("Where the idea comes from."), _TEXT),
    "note": optional("--note", _("Note."), _TEXT),
}


@command(app, "list", _("List the cycles of events."))
def list_cycles(call: Call) -> Answer:
    """Answer with the cycles and how many events each has."""
    with call.opened() as services:
        found = services.venues.cycles()
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Cycle")),
        Column(_("Begun")),
        Column(_("Origin"), rare=True),
        Column(_("Events"), at_right=True),
        Column(_("Last edition"), at_right=True),
    )
    rows = [
        (
            str(one.id),
            one.content.name,
            one.content.since,
            one.content.origin,
            number_text(one.events),
            number_text(one.last_edition) if one.last_edition else "",
        )
        for one in found
    ]
    document = {"cycles": [cycle_document(one) for one in found]}
    return Answer(document, (Listing(columns, rows, _("No cycle of events.")),))


@command(app, "add", _("Record a cycle of events."), _FIELDS)
def add_cycle(
    call: Call,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))],
    **fields: Any,
) -> Answer:
    """Record a cycle."""
    with call.opened() as services:
        made = services.venues.add_cycle(NewCycle(name, **given_options(fields))).value
    return _answer(made, _("Cycle no. {id} recorded: {name}"))


@command(
    app,
    "change",
    _("Change what is given of a cycle."),
    {"name": optional("--name", _("Its new name."), _TEXT), **_FIELDS},
)
def change_cycle(call: Call, cycle: CycleArgument, **fields: Any) -> Answer:
    """Change a cycle."""
    told = given_options(fields)
    if not told:
        raise nothing_to_change("--since 2015")
    with call.opened() as services:
        known = _named(services, cycle)
        made = services.venues.change_cycle(known.id, replace(known.content, **told)).value
    return _answer(made, _("Cycle changed: {name}"))


@command(app, "remove", _("Remove a cycle without events."))
def remove_cycle(call: Call, cycle: CycleArgument) -> Answer:
    """Remove a cycle."""
    with call.opened() as services:
        gone = services.venues.remove_cycle(_named(services, cycle).id).value
    return _answer(gone, _("Cycle removed: {name}"))


def cycle_document(cycle: Cycle) -> Document:
    """Return a cycle for ``--json``."""
    return {
        "id": cycle.id,
        "name": cycle.content.name,
        "since": cycle.content.since,
        "origin": cycle.content.origin,
        "note": cycle.content.note,
        "events": cycle.events,
        "last_edition": cycle.last_edition,
    }


def _named(services: Services, text: str) -> Cycle:
    """Return a cycle by its name or number; raises UsageProblemError."""
    found = services.venues.cycle_named(text)
    known = [one for one in services.venues.cycles() if found == one.id or str(one.id) == text]
    if not known:
        raise UsageProblemError(_("There is no cycle “{name}”.").format(name=text))
    return next((one for one in known if one.id == found), known[0])


def _answer(cycle: Cycle, text: str) -> Answer:
    told = text.format(id=cycle.id, name=cycle.content.name)
    return Answer({"cycle": cycle_document(cycle)}, (told,))
