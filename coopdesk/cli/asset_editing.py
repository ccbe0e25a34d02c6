"""Commands that change or remove one fixed asset."""

from dataclasses import replace
from typing import Any

import typer

from coopdesk.cli.asset_documents import asset_document
from coopdesk.cli.calls import Call
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.grant_fields import with_award
from coopdesk.cli.inventory_words import ACTIVITY, NOTE, given, with_activity
from coopdesk.cli.options import (
    IdArgument,
    command,
    optional,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer
from coopdesk.domain.money import parse_amount
from coopdesk.wording.language import _

app = typer.Typer()


@command(
    app,
    "change",
    _("Change what is given of a fixed asset; entries made stay as they are."),
    {
        "label": optional("--name", _("Its new name."), _("TEXT")),
        "cost": optional("--cost", _("What it cost."), _("AMOUNT"), parse_amount),
        "account": optional("--account", _("Account of class 2."), _("ACCOUNT")),
        "months": optional("--months", _("How long it lasts."), _("N"), parse_count),
        "bought_on": optional("--on", _("Day it was bought."), _("DATE"), parse_day),
        "in_service_on": optional(
            "--service", _("Day it was put into service."), _("DATE"), or_empty(parse_day)
        ),
        "residual": optional(
            "--residual", _("What it will still be worth."), _("AMOUNT"), parse_amount
        ),
        "prior": optional(
            "--prior", _("What was depreciated before our books."), _("AMOUNT"), parse_amount
        ),
        "depreciation_account": optional(
            "--depreciation-account", _("Account of class 28."), _("ACCOUNT")
        ),
        "allowance_account": optional(
            "--allowance-account", _("Account of 6811."), _("ACCOUNT")
        ),
        "activity": ACTIVITY,
        "grant": optional("--grant", _("The grant that pays for it."), _("GRANT")),
        "note": NOTE,
    },
)
def change_asset(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change an asset."""
    new = given(fields)
    if not new:
        raise nothing_to_change("--months 60")
    with call.opened() as services:
        new = with_award(services, with_activity(services, new))
        content = replace(services.fixed_assets.get(number).content, **new)
        made = services.fixed_assets.change(number, content).value
    text = _("Fixed asset changed: {name}").format(name=made.content.label)
    return Answer({"asset": asset_document(made)}, (text,))


@command(app, "remove", _("Remove a fixed asset of which the books say nothing."))
def remove_asset(call: Call, number: IdArgument) -> Answer:
    """Remove an asset."""
    with call.opened() as services:
        gone = services.fixed_assets.remove(number).value
    text = _("Fixed asset removed: {name}").format(name=gone.content.label)
    return Answer({"asset": asset_document(gone)}, (text,))
