"""Commands about groups: what they are, who takes part, and their sheets."""

import datetime as dt
from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli import group_editing
from coopdesk.cli.calls import Call
from coopdesk.cli.event_words import event_id
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.file_endings import ending_of
from coopdesk.cli.group_documents import (
    group_document,
    group_listing,
    group_named,
    line_document,
    part_document,
    part_listing,
    sheet_document,
    sheet_parts,
)
from coopdesk.cli.group_fields import (
    GROUP_FIELDS,
    NAME_FIELD,
    GroupArgument,
    OptionalDayOption,
    given_of,
)
from coopdesk.cli.options import (
    ToOption,
    coded,
    command,
    optional,
    or_empty,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer
from coopdesk.cli.selections import parse_numbers
from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.groups import GroupKind, NewGroup
from coopdesk.services.registry import Services
from coopdesk.wording.language import _, ngettext

app = subject_app("groups", _("Groups, chantiers and programmes."))
app.add_typer(group_editing.app)


@command(app, "list", _("List the groups: who takes part today, and how far they are."))
def list_groups(
    call: Call,
    *,
    kind: Annotated[GroupKind | None, coded(GroupKind, _("Those of one kind alone."))] = None,
    closed: Annotated[
        bool, typer.Option("--closed", metavar="", help=_("Those that ended as well."))
    ] = False,
) -> Answer:
    """Answer with the groups, living ones or all."""
    with call.opened() as services:
        lines = services.groups.lines(kind, current_only=not closed)
    return Answer({"groups": [line_document(one) for one in lines]}, (group_listing(lines),))


@command(app, "show", _("Show a group with all that is known of it."))
def show_group(call: Call, group: GroupArgument) -> Answer:
    """Answer with a group."""
    with call.opened() as services:
        sheet = services.groups.sheet(group_named(services, group).id)
    return Answer(sheet_document(sheet), sheet_parts(sheet))


@command(
    app,
    "add",
    _("Record a group, a chantier of a programme or a programme."),
    {
        **GROUP_FIELDS,
        "ephemeral": optional(
            "--ephemeral", _("Made for a time: yes or no."), _("yes|no"), str
        ),
        "event": optional("--event", _("Event it was born at."), _("EVENT")),
    },
)
def add_group(
    call: Call,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))],
    **fields: Any,
) -> Answer:
    """Record a group."""
    event = fields.pop("event")
    with call.opened() as services:
        origin = event_id(services, event) if event is not None else None
        given = _placed(services, given_of(fields))
        made = services.groups.add(NewGroup(name, **given), origin).value
    text = _("Group no. {id} recorded: {name}").format(id=made.id, name=made.name)
    return Answer({"group": group_document(made)}, (text,))


@command(
    app,
    "change",
    _("Change what is given of a group."),
    {
        **NAME_FIELD,
        **GROUP_FIELDS,
        "ephemeral": optional(
            "--ephemeral", _("Made for a time: yes or no."), _("yes|no"), str
        ),
    },
)
def change_group(call: Call, group: GroupArgument, **fields: Any) -> Answer:
    """Change a group."""
    given = given_of(fields)
    if not given:
        raise nothing_to_change("--description …")
    with call.opened() as services:
        known = services.groups.get(group_named(services, group).id)
        new = replace(known.content, **_placed(services, given))
        changed = services.groups.edit(known.id, new).value
    text = _("Group changed: {name}").format(name=changed.name)
    return Answer({"group": group_document(changed)}, (text,))


def _placed(services: Services, given: dict[str, Any]) -> dict[str, Any]:
    """Return what was given, the programme by its id; a chantier is what has one."""
    told = dict(given)
    if told.get("parent_id") is not None:
        told["parent_id"] = group_named(services, told["parent_id"], GroupKind.PROGRAMME).id
        told.setdefault("kind", GroupKind.CHANTIER)
    if "ephemeral" in told:
        told["is_ephemeral"] = told.pop("ephemeral").strip().lower() in {"yes", "oui", "1"}
    return told


@command(app, "close", _("Say that a group ended, and what became of it."))
def close_group(
    call: Call,
    group: GroupArgument,
    on: OptionalDayOption = None,
    summary: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What became of it."))] = "",
) -> Answer:
    """Close a group."""
    with call.opened() as services:
        day = on if isinstance(on, dt.date) else call.today()
        found = services.groups.close(group_named(services, group).id, day, summary).value
    text = _("Group closed: {name}").format(name=found.name)
    return Answer({"group": group_document(found)}, (text,))


@command(app, "reopen", _("Let a group that ended go on."))
def reopen_group(call: Call, group: GroupArgument) -> Answer:
    """Open a group again."""
    with call.opened() as services:
        found = services.groups.reopen(group_named(services, group).id).value
    text = _("Group opened again: {name}").format(name=found.name)
    return Answer({"group": group_document(found)}, (text,))


@command(app, "remove", _("Delete a group with all that is known of it."))
def remove_group(call: Call, group: GroupArgument) -> Answer:
    """Delete a group; it can be undone."""
    with call.opened() as services:
        found = group_named(services, group)
        services.groups.delete(found.id)
    text = _("Group removed: {name}").format(name=found.name)
    return Answer({"group_id": found.id}, (text,))


@command(
    app,
    "members",
    _("List who takes part in a group, put a contact into it or let one leave."),
    {
        "add": optional("--add", _("Number of a contact."), _("NUMBER"), parse_count),
        "role": optional("--role", _("What they do there."), _("TEXT")),
        "started_on": optional("--from", _("First day."), _("DATE"), or_empty(parse_day)),
        "leave": optional(
            "--leave", _("Number of a contact who leaves."), _("NUMBER"), parse_count
        ),
    },
)
def show_members(call: Call, group: GroupArgument, **fields: Any) -> Answer:
    """Answer with who takes part after changing it."""
    with call.opened() as services:
        found = group_named(services, group)
        if fields["add"] is not None:
            started_on = fields["started_on"] or None
            services.groups.join(
                NewGroupMember(fields["add"], found.name, fields["role"] or "", started_on)
            )
        if fields["leave"] is not None:
            for part in services.groups.sheet(found.id).parts:
                if part.contact_id == fields["leave"] and part.ended_on is None:
                    services.groups.leave(part.id)
        parts = services.groups.sheet(found.id).parts
    return Answer({"parts": [part_document(one) for one in parts]}, (part_listing(parts),))


@command(app, "sign", _("Say who signed the charter of a group: everybody, or some contacts."))
def sign_charter(
    call: Call,
    group: GroupArgument,
    contacts: Annotated[
        str | None,
        typer.Option(
            metavar="12,7,31", help=_("Contacts by their numbers."), parser=parse_numbers
        ),
    ] = None,
    on: OptionalDayOption = None,
    *,
    nobody: Annotated[
        bool, typer.Option("--not-yet", metavar="", help=_("They have not signed."))
    ] = False,
) -> Answer:
    """Answer with who signed."""
    with call.opened() as services:
        found = group_named(services, group)
        wanted = contacts if isinstance(contacts, list) else None
        parts = services.groups.sheet(found.id).parts
        chosen = [x.id for x in parts if wanted is None or x.contact_id in wanted]
        day = on if isinstance(on, dt.date) else call.today()
        count = services.group_work.sign_charter(chosen, None if nobody else day).value
        parts = services.groups.sheet(found.id).parts
    said = ngettext("{count} signature changed", "{count} signatures changed", count)
    document = {"changed": count, "parts": [part_document(one) for one in parts]}
    return Answer(document, (said.format(count=count),))


@command(app, "sheet", _("Write the sheet of a group as a PDF."))
def write_sheet(call: Call, group: GroupArgument, path: ToOption) -> Answer:
    """Write the sheet of a group."""
    ending_of(path, ".pdf")
    with call.opened() as services:
        found = group_named(services, group)
        papers = services.group_papers
        papers.save(path, papers.sheet_pdf(found.id))
    text = _("Sheet written: {file}").format(file=path)
    return Answer({"file": path}, (text,))
