"""Commands about what belongs to a grant: instalments, costs, the words of its report."""

from dataclasses import asdict, replace
from typing import Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.grant_documents import eligible_document, instalment_document
from coopdesk.cli.grant_fields import RATE, GrantArgument, grant_named
from coopdesk.cli.grant_listings import eligible_listing, instalment_listing
from coopdesk.cli.inventory_words import given
from coopdesk.cli.options import (
    command,
    given_options,
    optional,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.grant_layout import LayoutSide
from coopdesk.domain.grant_requests import (
    EligibleCost,
    GrantReport,
    NewInstalment,
)
from coopdesk.domain.money import parse_amount
from coopdesk.services.grant_layout import official_layout
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()
_TEXT = _("TEXT")
_REMOVE = optional("--remove", _("Rank of the one to remove."), _("N"), parse_count)


@command(
    app,
    "instalments",
    _("List the instalments of a grant; add one or remove one."),
    {
        "add": optional("--add", _("Amount of one to add."), _("AMOUNT"), parse_amount),
        "label": optional("--label", _("What it is called."), _TEXT),
        "expected_on": optional(
            "--expected", _("Day on which it is expected."), _("DATE"), parse_day
        ),
        "needs": optional("--needs", _("What the funder wants to see first."), _TEXT),
        "remove": _REMOVE,
    },
)
def show_instalments(call: Call, grant: GrantArgument, **fields: Any) -> Answer:
    """Answer with the parts of a grant after a change."""
    told = given_options(fields)
    added, removed = told.pop("add", None), told.pop("remove", None)
    with call.opened() as services:
        request = grant_named(services, grant)
        plan = [one.content for one in request.instalments]
        _leave_out(plan, removed)
        if added is not None:
            named = told.pop("label", "") or _("Instalment {rank}").format(rank=len(plan) + 1)
            plan.append(NewInstalment(named, added, **told))
        if added is not None or removed is not None:
            services.grant_requests.set_instalments(request.id, plan)
        parts = services.grant_requests.state(request.id).instalments
    document = {"instalments": [instalment_document(one) for one in parts]}
    return Answer(document, (instalment_listing(parts),))


@command(
    app,
    "eligible",
    _("List the costs that a funder pays for; add a line or remove one."),
    {
        "add": optional("--add", _("Line of the official budget to add."), _("LINE")),
        "rate": RATE,
        "ceiling": optional("--ceiling", _("Most that counts."), _("AMOUNT"), parse_amount),
        "remove": _REMOVE,
    },
)
def show_eligible(call: Call, grant: GrantArgument, **fields: Any) -> Answer:
    """Answer with the costs that a funder pays for after a change."""
    told = given(fields)
    added, removed = told.pop("add", None), told.pop("remove", None)
    with call.opened() as services:
        request = grant_named(services, grant)
        costs = list(request.eligible)
        _leave_out(costs, removed)
        if added is not None:
            costs.append(EligibleCost(added, **told))
        if added is not None or removed is not None:
            request = services.grant_requests.set_eligible(request.id, costs).value
    labels = {line.code: line.label for line in official_layout().lines}
    document = {"eligible": [eligible_document(one) for one in request.eligible]}
    return Answer(document, (eligible_listing(request.eligible, labels),))


@command(app, "lines", _("List the lines of the official budget of grants."))
def show_lines(_call: Call) -> Answer:
    """Answer with the lines and the accounts that each gathers."""
    lines = official_layout().lines
    columns = (Column(_("Line")), Column(_("Side")), Column(_("What it is")))
    rows = [(one.code, label(one.side), one.label) for one in lines]
    document = {
        "lines": [
            {
                "line": one.code,
                "side": one.side,
                "label": one.label,
                "accounts": list(one.accounts),
                "is_cost": one.side is LayoutSide.EXPENSE,
            }
            for one in lines
        ]
    }
    return Answer(document, (Listing(columns, rows),))


_REPORT_FIELDS = {
    "carried_out": optional("--carried-out", _("What was done."), _TEXT),
    "beneficiaries": optional("--beneficiaries", _("Who it was for, how many."), _TEXT),
    "places": optional("--places", _("Days and places."), _TEXT),
    "outcomes": optional("--outcomes", _("What was reached of the aims."), _TEXT),
    "allocation_rule": optional("--allocation", _("How shared costs were allotted."), _TEXT),
    "variances": optional("--variances", _("Why figures differ from the plan."), _TEXT),
    "volunteering": optional("--volunteering", _("What was given in kind."), _TEXT),
    "observations": optional("--observations", _("Anything else."), _TEXT),
    "signed_on": optional(
        "--signed-on", _("Day of the signature."), _("DATE"), or_empty(parse_day)
    ),
    "signed_at": optional("--signed-at", _("Place of the signature."), _TEXT),
    "signatory_name": optional("--signatory", _("Who signs."), _TEXT),
    "signatory_role": optional("--role", _("In which quality."), _TEXT),
}


@command(
    app, "tell", _("Write the words of a report; shows them without options."), _REPORT_FIELDS
)
def tell(call: Call, grant: GrantArgument, **fields: Any) -> Answer:
    """Answer with the words of a report after a change."""
    told = given_options(fields, {"signed_on"})
    with call.opened() as services:
        request = grant_named(services, grant)
        if told:
            report = replace(request.report, **told)
            request = services.grant_requests.write_report(request.id, report).value
    return Answer({"report": asdict(request.report)}, (_words(request.report),))


def _words(report: GrantReport) -> Listing:
    signed = day_text(report.signed_on) if report.signed_on else ""
    return facts(
        (_("What was done"), report.carried_out),
        (_("Who it was for"), report.beneficiaries),
        (_("Days and places"), report.places),
        (_("What was reached"), report.outcomes),
        (_("How costs were allotted"), report.allocation_rule),
        (_("Why figures differ"), report.variances),
        (_("Given in kind"), report.volunteering),
        (_("Observations"), report.observations),
        (_("Day of the signature"), signed),
        (_("Signed at"), report.signed_at),
        (_("Signed by"), report.signatory_name),
        (_("Role"), report.signatory_role),
    )


def _leave_out(parts: list[Any], rank: int | None) -> None:
    """Take the part of a rank, from 1 on, out of a list; raises UsageProblemError."""
    if rank is None:
        return
    if rank > len(parts):
        raise UsageProblemError(_("There is no rank {rank}.").format(rank=rank))
    del parts[rank - 1]
