"""Commands about calls for projects."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.grant_documents import call_document
from coopdesk.cli.grant_fields import (
    CALL_FIELDS,
    NEW_TITLE,
    CallArgument,
    TitleArgument,
    call_named,
    told_of,
)
from coopdesk.cli.options import command, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.grant_requests import GrantCall, NewGrantCall
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.grants import rate_text
from coopdesk.wording.language import _

app = subject_app("calls", _("Calls for projects of funders."))


@command(app, "list", _("List the calls for projects."))
def list_calls(
    call: Call,
    *,
    open_only: Annotated[
        bool, typer.Option("--open", metavar="", help=_("Only those that are open."))
    ] = False,
) -> Answer:
    """Answer with the calls."""
    with call.opened() as services:
        found = services.grant_calls.all(open_only=open_only)
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Call")),
        Column(_("Funder")),
        Column(_("Closes on"), at_right=True),
        Column(_("Funding rate"), at_right=True),
        Column(_("At most"), at_right=True),
        Column(_("Requests"), at_right=True),
        Column(_("Open?"), rare=True),
    )
    rows = [
        (
            str(one.id),
            one.content.title,
            one.funder_name,
            day_text(one.content.closes_on) if one.content.closes_on else "",
            rate_text(one.content.rate),
            money_text(one.content.ceiling) if one.content.ceiling else "",
            str(one.requests),
            _("yes") if one.is_open else _("no"),
        )
        for one in found
    ]
    document = {"calls": [call_document(one) for one in found]}
    return Answer(document, (Listing(columns, rows, _("No call for projects.")),))


@command(app, "add", _("Record a call for projects."), CALL_FIELDS)
def add_call(call: Call, title: TitleArgument, **fields: Any) -> Answer:
    """Record a call."""
    with call.opened() as services:
        new = NewGrantCall(title, **told_of(services, fields))
        made = services.grant_calls.add(new).value
    return _answer(made, _("Call no. {id} recorded: {title}"))


@command(app, "change", _("Change what is given of a call."), {**NEW_TITLE, **CALL_FIELDS})
def change_call(call: Call, appeal: CallArgument, **fields: Any) -> Answer:
    """Change a call."""
    with call.opened() as services:
        told = told_of(services, fields)
        if not told:
            raise nothing_to_change("--closes 2027-01-31")
        known = services.grant_calls.get(call_named(services, appeal))
        made = services.grant_calls.change(known.id, replace(known.content, **told)).value
    return _answer(made, _("Call changed: {title}"))


@command(app, "close", _("Close a call: it is proposed no more."))
def close_call(call: Call, appeal: CallArgument) -> Answer:
    """Close a call."""
    with call.opened() as services:
        made = services.grant_calls.close(call_named(services, appeal)).value
    return _answer(made, _("Call closed: {title}"))


@command(app, "reopen", _("Open a call again."))
def reopen_call(call: Call, appeal: CallArgument) -> Answer:
    """Open a call again."""
    with call.opened() as services:
        made = services.grant_calls.reopen(call_named(services, appeal)).value
    return _answer(made, _("Call opened again: {title}"))


@command(app, "remove", _("Remove a call that no request answers."))
def remove_call(call: Call, appeal: CallArgument) -> Answer:
    """Remove a call."""
    with call.opened() as services:
        gone = services.grant_calls.remove(call_named(services, appeal)).value
    return _answer(gone, _("Call removed: {title}"))


def _answer(one: GrantCall, text: str) -> Answer:
    said = text.format(id=one.id, title=one.content.title)
    return Answer({"call": call_document(one)}, (said,))
