"""Commands about one dedicated fund: show what happened to it, change it, remove it."""

from dataclasses import replace
from typing import Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.grant_fields import grant_of_award, with_award
from coopdesk.cli.inventory_words import ACTIVITY, NOTE, given, with_activity
from coopdesk.cli.options import (
    IdArgument,
    command,
    optional,
    optional_code,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.dedicated_funds import FundKind
from coopdesk.domain.money import parse_amount
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()


@command(app, "show", _("Show a dedicated fund and what happened to it."))
def show_fund(call: Call, number: IdArgument) -> Answer:
    """Answer with a fund and its movements."""
    with call.opened() as services:
        fund = services.dedicated_funds.get(number)
        moved = services.dedicated_funds.movements(number)
        grant_id = grant_of_award(services, fund.content.grant_award_id)
    content = fund.content
    document = {
        "id": fund.id,
        "name": content.name,
        "kind": content.kind,
        "received_on": content.received_on,
        "amount_cents": content.amount.cents,
        "grant_id": grant_id,
        "funder_id": content.funder_id,
        "funder": fund.funder_name,
        "activity_id": content.activity_id,
        "activity": fund.activity_name,
        "note": content.note,
        "closed_on": fund.closed_on,
        "movements": [
            {
                "kind": one.content.kind,
                "moved_on": one.content.moved_on,
                "amount_cents": one.content.amount.cents,
                "other_fund_id": one.content.other_fund_id,
                "entry_id": one.entry_id,
                "note": one.content.note,
            }
            for one in moved
        ],
    }
    told = facts(
        (_("Fund"), content.name),
        (_("Kind"), label(content.kind)),
        (_("Received on"), day_text(content.received_on)),
        (_("Amount"), money_text(content.amount)),
        (_("Funder"), fund.funder_name),
        (_("Activity"), fund.activity_name),
        (_("Note"), content.note),
        (_("Closed on"), day_text(fund.closed_on) if fund.closed_on else ""),
    )
    columns = (
        Column(_("Day"), at_right=True),
        Column(_("What happened")),
        Column(_("Amount"), at_right=True),
        Column(_("Entry"), at_right=True),
        Column(_("Note"), rare=True),
    )
    rows = [
        (
            day_text(one.content.moved_on),
            label(one.content.kind),
            money_text(one.content.amount),
            str(one.entry_id or ""),
            one.content.note,
        )
        for one in moved
    ]
    return Answer(document, (told, Listing(columns, rows, _("Nothing happened to it yet."))))


@command(
    app,
    "change",
    _("Change what is given of a dedicated fund."),
    {
        "name": optional("--name", _("Its new name."), _("TEXT")),
        "amount": optional("--amount", _("What was received."), _("AMOUNT"), parse_amount),
        "kind": optional_code("--kind", _("Where it came from."), FundKind),
        "received_on": optional("--on", _("Day it was received."), _("DATE"), parse_day),
        "activity": ACTIVITY,
        "grant": optional("--grant", _("The grant that it comes from."), _("GRANT")),
        "funder_id": optional(
            "--funder",
            _("Number of the contact who gave it."),
            _("NUMBER"),
            or_empty(parse_count),
        ),
        "note": NOTE,
    },
)
def change_fund(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change a fund."""
    new = given(fields)
    if not new:
        raise nothing_to_change("--name …")
    with call.opened() as services:
        new = with_award(services, with_activity(services, new))
        content = replace(services.dedicated_funds.get(number).content, **new)
        made = services.dedicated_funds.change(number, content).value
    text = _("Dedicated fund changed: {name}").format(name=made.content.name)
    return Answer({"id": made.id, "name": made.content.name}, (text,))


@command(app, "remove", _("Remove a dedicated fund to which nothing happened."))
def remove_fund(call: Call, number: IdArgument) -> Answer:
    """Remove a fund."""
    with call.opened() as services:
        gone = services.dedicated_funds.remove(number).value
    text = _("Dedicated fund removed: {name}").format(name=gone.content.name)
    return Answer({"id": gone.id, "name": gone.content.name}, (text,))
