"""Commands about notified grants: notify, receive, what is due, the closing of a year."""

from typing import Annotated, Any

import typer

from coopdesk.cli import grant_editing
from coopdesk.cli.calls import Call
from coopdesk.cli.grant_documents import grant_document
from coopdesk.cli.inventory_words import (
    ACTIVITY,
    FROM,
    NOTE,
    UNTIL,
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
    ModeOption,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.grants import GrantKind, NewGrantAward
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.grants import agreement_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("grants", _("Grants that were notified."))
app.add_typer(grant_editing.app)

_MONEY = typer.Argument(metavar=_("AMOUNT"), help=_("Amount, such as 12,50."))


@command(app, "list", _("List the grants, what was paid and what is due."))
def list_grants(
    call: Call,
    *,
    due: Annotated[
        bool, typer.Option("--due", metavar="", help=_("Only those still to be paid."))
    ] = False,
) -> Answer:
    """Answer with the grants, the newest first."""
    with call.opened() as services:
        found = services.grants.due() if due else services.grants.all()
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Notified on"), at_right=True),
        Column(_("Grant")),
        Column(_("Funder"), rare=True),
        Column(_("Kind"), rare=True),
        Column(_("Amount"), at_right=True),
        Column(_("Paid"), at_right=True),
        Column(_("Due"), at_right=True),
    )
    rows = [
        (
            str(one.id),
            day_text(one.content.notified_on),
            one.content.title,
            one.funder_name,
            label(one.content.kind),
            money_text(one.content.amount),
            money_text(one.paid),
            money_text(one.due),
        )
        for one in found
    ]
    document = {"grants": [grant_document(one) for one in found]}
    return Answer(document, (Listing(columns, rows, _("No grant.")),))


@command(
    app,
    "notify",
    _("Record a notified grant and draft its entry."),
    {
        "notified_on": optional("--on", _("Day; today if none."), _("DATE"), parse_day),
        "kind": optional_code("--kind", _("What it is for."), GrantKind),
        "funder_id": optional(
            "--funder", _("Number of the contact who grants it."), _("NUMBER"), parse_count
        ),
        "account": optional("--account", _("Account of income or funds."), _("ACCOUNT")),
        "starts_on": FROM,
        "ends_on": UNTIL,
        "expected_on": optional(
            "--expected", _("Day on which the money is expected."), _("DATE"), parse_day
        ),
        "activity": ACTIVITY,
        "note": NOTE,
    },
)
def notify(
    call: Call,
    title: Annotated[str, typer.Argument(metavar=_("TITLE"), help=_("What it is called."))],
    granted: Annotated[str, _MONEY],
    **fields: Any,
) -> Answer:
    """Record a notified grant."""
    told = given(fields)
    told.setdefault("notified_on", call.today())
    with call.opened() as services:
        activity = activity_id(services, told.pop("activity", None))
        new = NewGrantAward(title, amount(granted), **told, activity_id=activity)
        made = services.grants.notify(new).value
        limit = services.grants.agreement_above(made.id)
    text = _("Grant no. {id} recorded: {title}, {amount}").format(
        id=made.id, title=made.content.title, amount=money_text(made.content.amount)
    )
    law = () if limit is None else (agreement_text(limit),)
    return Answer({"grant": grant_document(made)}, (text, *law))


@command(
    app,
    "receive",
    _("Record money that came for a grant."),
    {
        "paid_on": optional("--on", _("Day; today if none."), _("DATE"), parse_day),
        "rest_on": optional(
            "--expected", _("Day on which the rest is expected."), _("DATE"), parse_day
        ),
    },
)
def receive(
    call: Call,
    number: IdArgument,
    paid: Annotated[str, _MONEY],
    mode: ModeOption,
    **fields: Any,
) -> Answer:
    """Record an instalment."""
    with call.opened() as services:
        on = fields["paid_on"] or call.today()
        made = services.grants.receive(number, amount(paid), on, mode, fields["rest_on"]).value
    text = _("{title}: {paid} received, {due} due").format(
        title=made.content.title, paid=money_text(made.paid), due=money_text(made.due)
    )
    return Answer({"grant": grant_document(made)}, (text,))


@command(app, "year", _("Show what each grant is in a fiscal year."), {"year": YEAR})
def show_year(
    call: Call,
    *,
    book: BookOption = False,
    **fields: Any,
) -> Answer:
    """Answer with the income of a year and what later years keep."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        if book:
            services.grants.book_year(year.id)
        found = services.grants.of_year(year.id)
    columns = (
        Column(_("Grant")),
        Column(_("Income of the year"), at_right=True),
        Column(_("For later years"), at_right=True),
        Column(_("In the books"), at_right=True),
    )
    rows = [
        (
            one.award.content.title,
            money_text(one.income),
            money_text(one.later),
            booked_text(one.booked),
        )
        for one in found
    ]
    document = {
        "year": year.label,
        "grants": [
            {
                "id": one.award.id,
                "income_cents": one.income.cents,
                "later_cents": one.later.cents,
                "booked_cents": None if one.booked is None else one.booked.cents,
            }
            for one in found
        ],
    }
    return Answer(document, (Listing(columns, rows, _("No grant.")),))
