"""Commands about dedicated funds: table, proposals, entries of a year, transfers."""

from typing import Annotated, Any

import typer

from coopdesk.cli import fund_editing
from coopdesk.cli.calls import Call
from coopdesk.cli.grant_fields import with_award
from coopdesk.cli.inventory_words import (
    ACTIVITY,
    NOTE,
    YEAR,
    BookOption,
    activity_id,
    amount,
    fiscal_year,
    given,
)
from coopdesk.cli.options import (
    IdArgument,
    coded,
    command,
    optional,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.dedicated_funds import FundKind, FundLine, FundProposal, NewFund
from coopdesk.domain.money import ZERO
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("funds", _("Dedicated funds."))
app.add_typer(fund_editing.app)

_MONEY = typer.Argument(metavar=_("AMOUNT"), help=_("Amount, such as 12,50."))
_ON = optional("--on", _("Day; today if none."), _("DATE"), parse_day)


@command(app, "table", _("Show the dedicated funds in a fiscal year."), {"year": YEAR})
def show_table(call: Call, **fields: Any) -> Answer:
    """Answer with opening, reports, uses, transfers and closing of each fund."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        found = services.dedicated_funds.table(year.id)
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Fund")),
        Column(_("Kind"), rare=True),
        Column(_("At the opening"), at_right=True),
        Column(_("Left to be spent"), at_right=True),
        Column(_("Used"), at_right=True),
        Column(_("Passed on"), at_right=True),
        Column(_("At the closing"), at_right=True),
    )
    rows = [_line_cells(one) for one in found]
    document = {
        "year": year.label,
        "funds": [
            {
                "id": one.fund.id,
                "name": one.fund.content.name,
                "kind": one.fund.content.kind,
                "opening_cents": one.opening.cents,
                "reports_cents": one.reports.cents,
                "uses_cents": one.uses.cents,
                "transfers_cents": one.transfers.cents,
                "closing_cents": one.closing.cents,
            }
            for one in found
        ],
    }
    return Answer(document, (Listing(columns, rows, _("No dedicated fund.")),))


@command(
    app,
    "add",
    _("Record a dedicated fund."),
    {
        "received_on": _ON,
        "activity": ACTIVITY,
        "grant": optional("--grant", _("The grant that it comes from."), _("GRANT")),
        "funder_id": optional(
            "--funder", _("Number of the contact who gave it."), _("NUMBER"), parse_count
        ),
        "opening": optional("--opening", _("What it held when our books began."), _("AMOUNT")),
        "note": NOTE,
    },
)
def add_fund(
    call: Call,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))],
    received: Annotated[str, _MONEY],
    kind: Annotated[FundKind, coded(FundKind, _("Where it came from."), "--kind")],
    **fields: Any,
) -> Answer:
    """Record a fund."""
    told = given(fields)
    opening = amount(told.pop("opening", None) or ZERO)
    day = told.pop("received_on", None) or call.today()
    with call.opened() as services:
        key = activity_id(services, told.pop("activity", None))
        told = with_award(services, told)
        new = NewFund(name, kind, day, amount(received), activity_id=key, **told)
        made = services.dedicated_funds.add(new, opening).value
    text = _("Dedicated fund no. {id} recorded: {name}").format(id=made.id, name=name)
    return Answer({"id": made.id, "name": made.content.name}, (text,))


@command(
    app,
    "propose",
    _("Say what the closing of a year writes for each fund; draft it with --book."),
    {"year": YEAR},
)
def propose(
    call: Call,
    *,
    book: BookOption = False,
    **fields: Any,
) -> Answer:
    """Answer with the proposals of a year."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        if book:
            services.dedicated_funds.book_year(year.id)
        found = services.dedicated_funds.proposals(year.id)
    columns = (
        Column(_("Fund")),
        Column(_("At the opening"), at_right=True),
        Column(_("Received"), at_right=True),
        Column(_("Spent"), at_right=True),
        Column(_("Used"), at_right=True),
        Column(_("Left to be spent"), at_right=True),
        Column(_("At the closing"), at_right=True),
    )
    document = {
        "year": year.label,
        "funds": [
            {
                "id": one.fund.id,
                "opening_cents": one.opening.cents,
                "received_cents": one.received.cents,
                "spent_cents": one.spent.cents,
                "use_cents": one.use.cents,
                "report_cents": one.report.cents,
            }
            for one in found
        ],
    }
    rows = [_proposal_cells(one) for one in found]
    return Answer(document, (Listing(columns, rows, _("No dedicated fund.")),))


@command(app, "transfer", _("Pass money of a fund on to another."), {"on": _ON, "note": NOTE})
def transfer(
    call: Call,
    number: IdArgument,
    other: Annotated[
        int,
        typer.Argument(
            metavar=_("OTHER"), help=_("The fund that takes it."), parser=parse_count
        ),
    ],
    passed: Annotated[str, _MONEY],
    **fields: Any,
) -> Answer:
    """Pass money on."""
    with call.opened() as services:
        day = fields["on"] or call.today()
        moved = amount(passed)
        services.dedicated_funds.transfer(number, other, moved, day, fields["note"] or "")
    text = _("{amount} passed on.").format(amount=money_text(moved))
    return Answer(
        {"fund_id": number, "other_fund_id": other, "amount_cents": moved.cents}, (text,)
    )


@command(
    app, "close", _("Close a fund of which nothing is left, or open it again."), {"on": _ON}
)
def close_fund(
    call: Call,
    number: IdArgument,
    *,
    reopen: Annotated[
        bool, typer.Option("--reopen", metavar="", help=_("Open it again."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Close a fund: the closing of a year proposes nothing for it any more."""
    with call.opened() as services:
        funds = services.dedicated_funds
        made = (funds.reopen(number) if reopen else funds.close(number, fields["on"])).value
    said = _("Fund opened again: {name}") if reopen else _("Fund closed: {name}")
    document = {"id": made.id, "name": made.content.name, "closed_on": made.closed_on}
    return Answer(document, (said.format(name=made.content.name),))


def _line_cells(one: FundLine) -> tuple[str, ...]:
    figures = (one.opening, one.reports, one.uses, one.transfers, one.closing)
    content = one.fund.content
    return (str(one.fund.id), content.name, label(content.kind), *map(money_text, figures))


def _proposal_cells(one: FundProposal) -> tuple[str, ...]:
    figures = (one.opening, one.received, one.spent, one.use, one.report, one.closing)
    return (one.fund.content.name, *map(money_text, figures))
