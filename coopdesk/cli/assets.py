"""Commands about fixed assets: list, plan, depreciation of a year, disposal."""

from typing import Annotated, Any

import typer

from coopdesk.cli import asset_editing
from coopdesk.cli.asset_documents import asset_document
from coopdesk.cli.calls import Call
from coopdesk.cli.grant_fields import with_award
from coopdesk.cli.inventory_words import (
    ACTIVITY,
    NOTE,
    YEAR,
    BookOption,
    activity_id,
    amount,
    booked_text,
    fiscal_year,
    given,
)
from coopdesk.cli.options import (
    IdArgument,
    command,
    optional,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.fixed_assets import NewFixedAsset
from coopdesk.domain.money import ZERO, parse_amount
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import _

app = subject_app("assets", _("Fixed assets and their depreciation."))
app.add_typer(asset_editing.app)

_ON = optional("--on", _("Day; today if none."), _("DATE"), parse_day)


@command(app, "list", _("List the fixed assets in a fiscal year."), {"year": YEAR})
def list_assets(
    call: Call,
    *,
    book: BookOption = False,
    **fields: Any,
) -> Answer:
    """Answer with cost, depreciation and net value at the end of a fiscal year."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        if book:
            services.fixed_assets.book_year(year.id)
        found = services.fixed_assets.of_year(year.id)
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Fixed asset")),
        Column(_("Account"), rare=True),
        Column(_("Bought on"), at_right=True, rare=True),
        Column(_("Cost"), at_right=True),
        Column(_("Before"), at_right=True),
        Column(_("Of the year"), at_right=True),
        Column(_("Net"), at_right=True),
        Column(_("In the books"), at_right=True),
    )
    rows = [
        (
            str(one.asset.id),
            one.asset.content.label,
            one.asset.content.account,
            day_text(one.asset.content.bought_on),
            money_text(one.asset.content.cost),
            money_text(one.opening),
            money_text(one.allowance),
            money_text(one.net),
            booked_text(one.booked),
        )
        for one in found
    ]
    document = {
        "year": year.label,
        "assets": [
            {
                **asset_document(one.asset),
                "opening_cents": one.opening.cents,
                "allowance_cents": one.allowance.cents,
                "net_cents": one.net.cents,
                "booked_cents": None if one.booked is None else one.booked.cents,
            }
            for one in found
        ],
    }
    return Answer(document, (Listing(columns, rows, _("No fixed asset.")),))


@command(
    app,
    "add",
    _("Record a fixed asset; its purchase is an entry of its own."),
    {
        "bought_on": _ON,
        "in_service_on": optional(
            "--service", _("Day it was put into service."), _("DATE"), parse_day
        ),
        "residual": optional(
            "--residual", _("What it will still be worth."), _("AMOUNT"), parse_amount
        ),
        "prior": optional(
            "--prior",
            _("What was depreciated before our books; as planned if none."),
            _("AMOUNT"),
            parse_amount,
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
def add_asset(
    call: Call,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))],
    cost: Annotated[str, typer.Argument(metavar=_("AMOUNT"), help=_("What it cost."))],
    account: Annotated[
        str, typer.Option("--account", metavar=_("ACCOUNT"), help=_("Account of class 2."))
    ],
    months: Annotated[
        int,
        typer.Option(
            "--months", metavar=_("N"), help=_("How long it lasts."), parser=parse_count
        ),
    ],
    **fields: Any,
) -> Answer:
    """Record an asset."""
    told = given(fields)
    day = told.pop("bought_on", None) or call.today()
    with call.opened() as services:
        key = activity_id(services, told.pop("activity", None))
        told = with_award(services, told)
        new = NewFixedAsset(name, account, amount(cost), day, months, activity_id=key, **told)
        made = services.fixed_assets.add(new).value
    text = _("Fixed asset no. {id} recorded: {name}").format(
        id=made.id, name=made.content.label
    )
    return Answer({"asset": asset_document(made)}, (text,))


@command(app, "plan", _("Show the plan of depreciation of an asset."))
def show_plan(call: Call, number: IdArgument) -> Answer:
    """Answer with the plan, year by year."""
    with call.opened() as services:
        found = services.fixed_assets.plan(number)
    columns = (
        Column(_("First day"), at_right=True),
        Column(_("Last day"), at_right=True),
        Column(_("Before"), at_right=True),
        Column(_("Of the year"), at_right=True),
        Column(_("Net"), at_right=True),
    )
    rows = [
        (
            day_text(one.starts_on),
            day_text(one.ends_on),
            money_text(one.opening),
            money_text(one.allowance),
            money_text(one.net),
        )
        for one in found
    ]
    document = {
        "plan": [
            {
                "starts_on": one.starts_on,
                "ends_on": one.ends_on,
                "opening_cents": one.opening.cents,
                "allowance_cents": one.allowance.cents,
                "net_cents": one.net.cents,
            }
            for one in found
        ]
    }
    return Answer(document, (Listing(columns, rows, _("Nothing is depreciated.")),))


@command(
    app,
    "dispose",
    _("Take an asset off the books: sold, given away, broken."),
    {
        "day": _ON,
        "price": optional("--price", _("What it was sold for."), _("AMOUNT"), parse_amount),
    },
)
def dispose(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Take an asset off."""
    with call.opened() as services:
        day = fields["day"] or call.today()
        price = ZERO if fields["price"] is None else fields["price"]
        made = services.fixed_assets.dispose(number, day, price).value
    text = _("Out of the books on {day}: {name}").format(
        day=day_text(day), name=made.content.label
    )
    return Answer({"asset": asset_document(made)}, (text,))
