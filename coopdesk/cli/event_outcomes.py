"""Commands about what comes of a report: groups made of themes, decisions carried out."""

from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.event_reports import item_document
from coopdesk.cli.event_words import EventArgument, event_id
from coopdesk.cli.options import IdArgument, command, parse_day
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.groups import Group
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _, ngettext

app = typer.Typer()

TieOption = Annotated[
    bool,
    typer.Option("--tie", metavar="", help=_("Tie a group that has this name already.")),
]


@command(app, "theme-group", _("Make a group of a theme."))
def make_group(call: Call, number: IdArgument, *, tie: TieOption = False) -> Answer:
    """Make an ephemeral group that says at which event it was born."""
    with call.opened() as services:
        made = services.event_reports.make_group(number, tie_existing=tie).value
    return _groups_answer([made])


@command(app, "theme-groups", _("Make a group of every theme of a report."))
def make_groups(call: Call, event: EventArgument, *, tie: TieOption = False) -> Answer:
    """Make the groups of the themes that have none yet."""
    with call.opened() as services:
        key = event_id(services, event)
        made = services.event_reports.make_groups(key, tie_existing=tie).value
    return _groups_answer(list(made))


@command(app, "decisions", _("List the decisions that are not carried out yet."))
def list_decisions(
    call: Call,
    until: Annotated[
        str | None,
        typer.Option(metavar=_("DATE"), help=_("Due on this day at last."), parser=parse_day),
    ] = None,
) -> Answer:
    """Answer with open decisions, the most urgent first."""
    with call.opened() as services:
        found = services.event_reports.decisions_due(parse_day(until) if until else None)
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Due on"), at_right=True),
        Column(_("Decision")),
        Column(_("Who")),
        Column(_("Event"), rare=True),
    )
    rows = [
        (
            str(one.item.id),
            day_text(one.item.content.due_on) if one.item.content.due_on else "",
            one.item.content.text,
            one.item.contact_name,
            one.event_title,
        )
        for one in found
    ]
    document = {
        "decisions": [
            {**item_document(one.item), "event_id": one.event_id, "event": one.event_title}
            for one in found
        ]
    }
    return Answer(document, (Listing(columns, rows, _("No decision is open.")),))


@command(app, "settle", _("Say that a decision was carried out."))
def settle_decision(
    call: Call,
    number: IdArgument,
    day: Annotated[
        str | None,
        typer.Option(
            "--on", metavar=_("DATE"), help=_("When; today if not given."), parser=parse_day
        ),
    ] = None,
    *,
    reopen: Annotated[
        bool, typer.Option("--reopen", metavar="", help=_("It is not, after all."))
    ] = False,
) -> Answer:
    """Carry a decision out, or open it again."""
    with call.opened() as services:
        if reopen:
            item = services.event_reports.unsettle(number).value
        else:
            on = parse_day(day) if day else None
            item = services.event_reports.settle(number, on).value
    said = _("Decision open again: {text}") if reopen else _("Decision carried out: {text}")
    return Answer({"item": item_document(item)}, (said.format(text=item.content.text),))


def _groups_answer(groups: list[Group]) -> Answer:
    text = ngettext("{count} group: {names}", "{count} groups: {names}", len(groups))
    names = ", ".join(group.name for group in groups)
    said = text.format(count=len(groups), names=names) if groups else _("No theme is left.")
    document = {"groups": [{"id": group.id, "name": group.name} for group in groups]}
    return Answer(document, (said,))
