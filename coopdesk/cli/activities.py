"""Commands about activities: the events, groups, grants and projects that money is for."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.inventory_words import FROM, NOTE, UNTIL, activity_id, given
from coopdesk.cli.options import command, optional, optional_code, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.activities import Activity, ActivityKind, NewActivity
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("activities", _("Activities: events, groups, grants, projects."))

ActivityArgument = Annotated[
    str, typer.Argument(metavar=_("ACTIVITY"), help=_("The activity: name, code or number."))
]
_FIELDS = {
    "kind": optional_code("--kind", _("What it is."), ActivityKind),
    "code": optional("--code", _("A short code."), _("TEXT")),
    "starts_on": FROM,
    "ends_on": UNTIL,
    "note": NOTE,
}


@command(app, "list", _("List the activities."))
def list_activities(
    call: Call,
    *,
    closed: Annotated[
        bool, typer.Option("--closed", metavar="", help=_("Those that are closed as well."))
    ] = False,
) -> Answer:
    """Answer with the activities, open ones or all."""
    with call.opened() as services:
        found = services.activities.all(open_only=not closed)
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Code")),
        Column(_("Name")),
        Column(_("Kind")),
        Column(_("First day"), at_right=True, rare=True),
        Column(_("Last day"), at_right=True, rare=True),
        Column(_("State"), rare=True),
    )
    rows = [_row(one) for one in found]
    document = {"activities": [activity_document(one) for one in found]}
    return Answer(document, (Listing(columns, rows, _("No activity.")),))


@command(app, "add", _("Record an activity."), _FIELDS)
def add_activity(
    call: Call,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))],
    **fields: Any,
) -> Answer:
    """Record an activity."""
    with call.opened() as services:
        made = services.activities.add(NewActivity(name, **given(fields))).value
    text = _("Activity no. {id} recorded: {name}").format(id=made.id, name=made.title)
    return Answer({"activity": activity_document(made)}, (text,))


@command(
    app,
    "change",
    _("Change what is given of an activity."),
    {"name": optional("--name", _("Its new name."), _("TEXT")), **_FIELDS},
)
def change_activity(call: Call, activity: ActivityArgument, **fields: Any) -> Answer:
    """Change an activity."""
    new = given(fields)
    if not new:
        raise nothing_to_change("--code EVT")
    with call.opened() as services:
        key = activity_id(services, activity) or 0
        content = replace(services.activities.get(key).content, **new)
        made = services.activities.change(key, content).value
    text = _("Activity changed: {name}").format(name=made.title)
    return Answer({"activity": activity_document(made)}, (text,))


@command(app, "close", _("Close an activity, or open it again."))
def close_activity(
    call: Call,
    activity: ActivityArgument,
    *,
    reopen: Annotated[
        bool, typer.Option("--reopen", metavar="", help=_("Open it again."))
    ] = False,
) -> Answer:
    """Close an activity: it is proposed no more."""
    with call.opened() as services:
        key = activity_id(services, activity) or 0
        act = services.activities.reopen if reopen else services.activities.close
        made = act(key).value
    said = _("Activity opened again: {name}") if reopen else _("Activity closed: {name}")
    return Answer({"activity": activity_document(made)}, (said.format(name=made.title),))


@command(app, "remove", _("Remove an activity on which nothing rests."))
def remove_activity(call: Call, activity: ActivityArgument) -> Answer:
    """Remove an activity; one that is used is closed instead."""
    with call.opened() as services:
        gone = services.activities.remove(activity_id(services, activity) or 0).value
    text = _("Activity removed: {name}").format(name=gone.title)
    return Answer({"activity": activity_document(gone)}, (text,))


def activity_document(one: Activity) -> Document:
    """Return an activity for ``--json``."""
    return {
        "id": one.id,
        "code": one.content.code,
        "name": one.name,
        "kind": one.content.kind,
        "starts_on": one.content.starts_on,
        "ends_on": one.content.ends_on,
        "is_open": one.is_open,
        "note": one.content.note,
    }


def _row(one: Activity) -> tuple[str, ...]:
    first, last = one.content.starts_on, one.content.ends_on
    return (
        str(one.id),
        one.content.code,
        one.name,
        label(one.content.kind),
        day_text(first) if first else "",
        day_text(last) if last else "",
        _("open for entries") if one.is_open else _("closed for entries"),
    )
