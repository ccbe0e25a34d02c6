"""Commands about grants: what was asked, notified, received, the closing of a year."""

from typing import Annotated, Any

import typer

from coopdesk.cli import (
    grant_aid,
    grant_calls,
    grant_editing,
    grant_files,
    grant_papers,
    grant_parts,
    grant_profile,
    grant_projects,
    grant_requests,
)
from coopdesk.cli.calls import Call
from coopdesk.cli.grant_documents import grant_document, shown_document
from coopdesk.cli.grant_fields import GrantArgument, award_named, grant_named
from coopdesk.cli.grant_listings import (
    condition_listing,
    eligible_listing,
    grant_facts,
    grants_listing,
    instalment_listing,
)
from coopdesk.cli.grant_requests import (
    notified_answer,
    received_answer,
    returned_answer,
    state_of,
)
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
    ModeOption,
    command,
    given_options,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.commitments import CommitmentFilter
from coopdesk.domain.grant_requests import RequestFilter, RequestState
from coopdesk.domain.grants import GrantKind, NewGrantAward
from coopdesk.domain.money import ZERO
from coopdesk.services.grant_layout import official_layout
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

app = subject_app("grants", _("Grants, from the request to the report."))
for part in (
    grant_requests,
    grant_editing,
    grant_parts,
    grant_profile,
    grant_files,
    grant_papers,
    grant_aid,
    grant_calls,
    grant_projects,
):
    app.add_typer(part.app)

_MONEY = typer.Argument(metavar=_("AMOUNT"), help=_("Amount, such as 12,50."))


@command(
    app,
    "list",
    _("List the grants: asked, granted, paid, due, and when the report is due."),
    {
        "state": optional_code("--state", _("How far it is."), RequestState),
        "text": optional("--search", _("Words to find."), _("TEXT")),
    },
)
def list_grants(
    call: Call,
    *,
    due: Annotated[
        bool, typer.Option("--due", metavar="", help=_("Only those still to be paid."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with the grants: those to be answered, those granted, then the rest."""
    with call.opened() as services:
        states = services.grant_requests.states(RequestFilter(**given_options(fields)))
    found = [one for one in states if one.due > ZERO or not due]
    document = {"grants": [grant_document(one) for one in found]}
    return Answer(document, (grants_listing(found),))


@command(app, "show", _("Show a grant: its days, its money, its instalments, its report."))
def show_grant(call: Call, grant: GrantArgument) -> Answer:
    """Answer with one grant."""
    with call.opened() as services:
        state = services.grant_requests.state(grant_named(services, grant).id)
        wanted = CommitmentFilter(grant_request_id=state.request.id)
        conditions = services.commitments.all(wanted)
        parts: list[Listing] = [grant_facts(state), instalment_listing(state.instalments)]
        if state.request.eligible:
            labels = {line.code: line.label for line in official_layout().lines}
            parts.append(eligible_listing(state.request.eligible, labels))
        if conditions:
            parts.append(condition_listing(conditions))
        told = [
            {
                "id": one.id,
                "text": one.content.text,
                "side": one.content.side,
                "due_on": one.content.due_on,
                "state": one.state,
            }
            for one in conditions
        ]
        found = Answer({"grant": {**shown_document(state), "conditions": told}}, tuple(parts))
        award = state.request.award
        return notified_answer(services, found, award.id) if award else found


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
        state = state_of(services, made.id)
        text = _("Grant no. {id} recorded: {title}, {amount}").format(
            id=state.request.id,
            title=made.content.title,
            amount=money_text(made.content.amount),
        )
        found = Answer({"grant": grant_document(state)}, (text,))
        return notified_answer(services, found, made.id)


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
    grant: GrantArgument,
    paid: Annotated[str, _MONEY],
    mode: ModeOption,
    **fields: Any,
) -> Answer:
    """Record an instalment."""
    with call.opened() as services:
        on = fields["paid_on"] or call.today()
        key = award_named(services, grant)
        services.grants.receive(key, amount(paid), on, mode, fields["rest_on"])
        return received_answer(state_of(services, key))


@command(
    app,
    "give-back",
    _("Record money given back to a funder: what was not spent, or came too much."),
    {"paid_on": optional("--on", _("Day; today if none."), _("DATE"), parse_day)},
)
def give_back(
    call: Call,
    grant: GrantArgument,
    returned: Annotated[str, _MONEY],
    mode: ModeOption,
    **fields: Any,
) -> Answer:
    """Record what goes back."""
    with call.opened() as services:
        key = award_named(services, grant)
        services.grants.give_back(
            key, amount(returned), fields["paid_on"] or call.today(), mode
        )
        return returned_answer(state_of(services, key))


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
        numbers = {x.award.id: x.id for x in services.grant_requests.all() if x.award}
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
                "id": numbers[one.award.id],
                "income_cents": one.income.cents,
                "later_cents": one.later.cents,
                "booked_cents": None if one.booked is None else one.booked.cents,
            }
            for one in found
        ],
    }
    return Answer(document, (Listing(columns, rows, _("No grant.")),))
