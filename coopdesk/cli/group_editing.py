"""Commands about what groups aim at, what they made, their events and their money."""

from dataclasses import asdict, replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.group_documents import (
    group_named,
    objective_document,
    objective_listing,
    output_document,
    output_listing,
)
from coopdesk.cli.group_fields import (
    OBJECTIVE_FIELDS,
    OUTPUT_FIELDS,
    TIE_FIELDS,
    GroupArgument,
    given_of,
)
from coopdesk.cli.options import IdArgument, command, optional, parse_count
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.groups import EventTie, NewObjective, NewOutput, Tagged
from coopdesk.services.registry import Services
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()


@command(
    app,
    "objectives",
    _("List the objectives of a group, or add one."),
    {"add": optional("--add", _("What it wants to reach."), _("TEXT")), **OBJECTIVE_FIELDS},
)
def show_objectives(call: Call, group: GroupArgument, **fields: Any) -> Answer:
    """Answer with the objectives after adding one."""
    text = fields.pop("add")
    with call.opened() as services:
        group_id = group_named(services, group).id
        if text is not None:
            new = NewObjective(text, **given_of(fields))
            services.group_work.add_objective(group_id, new)
        return _objectives(services, group_id)


@command(
    app,
    "change-objective",
    _("Change what is given of an objective."),
    {
        "text": optional("--text", _("What the group wants to reach."), _("TEXT")),
        **OBJECTIVE_FIELDS,
        "rank": optional("--rank", _("Its place, from 1 on."), _("N"), parse_count),
    },
)
def change_objective(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Answer with the objectives of the group after changing one."""
    rank = fields.pop("rank")
    given = given_of(fields)
    if not given and rank is None:
        raise nothing_to_change("--state reached")
    with call.opened() as services:
        found = services.group_work.objective(number)
        if given:
            services.group_work.change_objective(number, replace(found.content, **given))
        if rank is not None:
            order = [x.id for x in services.groups.sheet(found.group_id).objectives]
            services.group_work.move_objective(number, rank - 1 - order.index(number))
        return _objectives(services, found.group_id)


@command(app, "remove-objective", _("Remove an objective."))
def remove_objective(call: Call, number: IdArgument) -> Answer:
    """Answer with the objectives that are left."""
    with call.opened() as services:
        known = services.group_work.remove_objective(number).value
        return _objectives(services, known.group_id)


def _objectives(services: Services, group_id: int) -> Answer:
    found = services.groups.sheet(group_id).objectives
    document = {"objectives": [objective_document(one) for one in found]}
    return Answer(document, (objective_listing(found),))


@command(
    app,
    "outputs",
    _("List what a group made, or add something."),
    {"add": optional("--add", _("Its title."), _("TEXT")), **OUTPUT_FIELDS},
)
def show_outputs(call: Call, group: GroupArgument, **fields: Any) -> Answer:
    """Answer with the outputs after adding one."""
    title = fields.pop("add")
    with call.opened() as services:
        group_id = group_named(services, group).id
        if title is not None:
            services.group_work.add_output(group_id, NewOutput(title, **given_of(fields)))
        return _outputs(services, group_id)


@command(
    app,
    "change-output",
    _("Change what is given of an output."),
    {"title": optional("--title", _("Its title."), _("TEXT")), **OUTPUT_FIELDS},
)
def change_output(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Answer with the outputs of the group after changing one."""
    given = given_of(fields)
    if not given:
        raise nothing_to_change("--state published")
    with call.opened() as services:
        found = services.group_work.output(number)
        services.group_work.change_output(number, replace(found.content, **given))
        return _outputs(services, found.group_id)


@command(app, "remove-output", _("Remove an output."))
def remove_output(call: Call, number: IdArgument) -> Answer:
    """Answer with the outputs that are left."""
    with call.opened() as services:
        known = services.group_work.remove_output(number).value
        return _outputs(services, known.group_id)


def _outputs(services: Services, group_id: int) -> Answer:
    found = services.groups.sheet(group_id).outputs
    document = {"outputs": [output_document(one) for one in found]}
    return Answer(document, (output_listing(found),))


@command(
    app,
    "tag",
    _("Say which registers of action a group or one of its outputs belongs to."),
    {"output": optional("--output", _("Number of an output."), _("NUMBER"), parse_count)},
)
def tag_group(
    call: Call,
    group: GroupArgument,
    registers: Annotated[
        list[str] | None,
        typer.Argument(metavar=_("REGISTER …"), help=_("Their names; none takes all away.")),
    ] = None,
    **fields: Any,
) -> Answer:
    """Answer with the registers after the change."""
    with call.opened() as services:
        group_id, output_id = group_named(services, group).id, fields["output"]
        kind = Tagged.GROUP if output_id is None else Tagged.OUTPUT
        key = group_id if output_id is None else output_id
        services.action_registers.tag(kind, key, registers or [])
        names = services.action_registers.names_of(kind, key)
    return Answer({"registers": names}, (", ".join(names) or _("No register of action."),))


@command(app, "events", _("List the events of a group; tie or untie one."), TIE_FIELDS)
def show_events(call: Call, group: GroupArgument, **fields: Any) -> Answer:
    """Answer with the events after the change."""
    tie = fields["tie"] or EventTie.ORIGIN
    with call.opened() as services:
        group_id, work = group_named(services, group).id, services.group_work
        if fields["add"] is not None:
            work.tie_event(group_id, fields["add"], tie)
        if fields["remove"] is not None:
            for one in EventTie if fields["tie"] is None else (tie,):
                work.untie_event(group_id, fields["remove"], one)
        events = services.groups.sheet(group_id).events
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Event")),
        Column(_("Tie")),
        Column(""),
    )
    rows = [
        (
            str(x.event_id),
            x.title,
            label(x.tie),
            day_text(x.starts_on) if x.starts_on else "",
        )
        for x in events
    ]
    document = {"events": [asdict(one) for one in events]}
    return Answer(document, (Listing(columns, rows, _("No event.")),))


@command(app, "activity", _("Make the activity that the money of a group belongs to."))
def make_activity(call: Call, group: GroupArgument) -> Answer:
    """Answer with the activity."""
    with call.opened() as services:
        group_id = group_named(services, group).id
        activity = services.group_work.ensure_activity(group_id).value
    text = _("Activity of the group: {name}").format(name=activity.name)
    return Answer({"activity": {"id": activity.id, "name": activity.name}}, (text,))
