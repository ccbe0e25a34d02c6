"""Commands about projects that funders are asked for, and who pays what of them."""

from dataclasses import replace
from typing import Any

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.grant_documents import grant_document, project_document
from coopdesk.cli.grant_fields import (
    NEW_TITLE,
    PROJECT_FIELDS,
    ProjectArgument,
    TitleArgument,
    grant_named,
    project_named,
    told_of,
)
from coopdesk.cli.grant_listings import grants_listing
from coopdesk.cli.inventory_words import with_activity
from coopdesk.cli.options import command, given_options, optional, parse_count, subject_app
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_projects import GrantProject, NewGrantProject, NewProjectLine
from coopdesk.domain.grant_requests import RequestFilter
from coopdesk.domain.grant_sharing import ProjectShares
from coopdesk.domain.money import parse_amount
from coopdesk.services.grant_layout import official_layout
from coopdesk.services.registry import Services
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import _

app = subject_app("projects", _("Projects that funders are asked for."))


@command(app, "list", _("List the projects with what they plan."))
def list_projects(call: Call) -> Answer:
    """Answer with the projects."""
    with call.opened() as services:
        found = services.grant_projects.all()
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Project")),
        Column(_("First day"), at_right=True),
        Column(_("Last day"), at_right=True),
        Column(_("Activity"), rare=True),
        Column(_("Planned expenses"), at_right=True),
        Column(_("Planned income"), at_right=True),
        Column(_("Requests"), at_right=True),
    )
    rows = [
        (
            str(one.id),
            one.content.title,
            day_text(one.content.starts_on) if one.content.starts_on else "",
            day_text(one.content.ends_on) if one.content.ends_on else "",
            one.activity_name,
            money_text(one.expenses),
            money_text(one.income),
            str(one.requests),
        )
        for one in found
    ]
    document = {"projects": [project_document(one) for one in found]}
    return Answer(document, (Listing(columns, rows, _("No project.")),))


@command(app, "show", _("Show a project with its budget and its grants."))
def show_project(call: Call, project: ProjectArgument) -> Answer:
    """Answer with one project."""
    with call.opened() as services:
        known = services.grant_projects.get(project_named(services, project))
        grants = services.grant_requests.states(RequestFilter(project_id=known.id))
    shown = _shown(known)
    document = {**shown.document, "grants": [grant_document(one) for one in grants]}
    return Answer(document, (*shown.parts, grants_listing(grants)))


@command(app, "add", _("Record a project."), PROJECT_FIELDS)
def add_project(call: Call, title: TitleArgument, **fields: Any) -> Answer:
    """Record a project."""
    with call.opened() as services:
        told = with_activity(services, told_of(services, fields))
        made = services.grant_projects.add(NewGrantProject(title, **told)).value
    return _answer(made, _("Project no. {id} recorded: {title}"))


@command(
    app,
    "change",
    _("Change what is given of a project."),
    {**NEW_TITLE, **PROJECT_FIELDS},
)
def change_project(call: Call, project: ProjectArgument, **fields: Any) -> Answer:
    """Change a project."""
    with call.opened() as services:
        told = with_activity(services, told_of(services, fields))
        if not told:
            raise nothing_to_change("--until 2027-06-30")
        known = services.grant_projects.get(project_named(services, project))
        made = services.grant_projects.change(known.id, replace(known.content, **told)).value
    return _answer(made, _("Project changed: {title}"))


@command(app, "remove", _("Remove a project for which nothing was asked."))
def remove_project(call: Call, project: ProjectArgument) -> Answer:
    """Remove a project."""
    with call.opened() as services:
        gone = services.grant_projects.remove(project_named(services, project)).value
    return _answer(gone, _("Project removed: {title}"))


@command(
    app,
    "budget",
    _("Show what a project plans; add a line or remove one."),
    {
        "add": optional("--add", _("Line of the official budget to add."), _("LINE")),
        "amount": optional("--amount", _("What is planned on it."), _("AMOUNT"), parse_amount),
        "label": optional("--label", _("What it is for."), _("TEXT")),
        "grant": optional("--grant", _("The grant whose money it is."), _("GRANT")),
        "remove": optional("--remove", _("Rank of the one to remove."), _("N"), parse_count),
    },
)
def plan(call: Call, project: ProjectArgument, **fields: Any) -> Answer:
    """Answer with the lines of a project after a change."""
    told = given_options(fields)
    with call.opened() as services:
        known = services.grant_projects.get(project_named(services, project))
        lines = _changed_lines(services, known, told)
        if told:
            known = services.grant_projects.set_lines(known.id, lines).value
        return _shown(known)


@command(app, "sharing", _("Say who pays what of a project, and who still owes what."))
def show_sharing(call: Call, project: ProjectArgument) -> Answer:
    """Answer with the shares of the funders, nothing counted twice."""
    with call.opened() as services:
        found = services.grant_reports.sharing(project_named(services, project))
    summary = facts(
        (_("Costs"), money_text(found.actual.cost)),
        (_("Paid by funders"), money_text(found.actual.shared)),
        (_("Still owed to us"), money_text(found.actual.owed)),
        (_("To give back"), money_text(found.actual.to_give_back)),
    )
    document = {
        "project": {"id": found.project_id, "title": found.title},
        "actual": _shares(found.actual),
        "planned": _shares(found.planned),
    }
    return Answer(document, (summary, _share_listing(found.actual)))


def _share_listing(sharing: ProjectShares) -> Listing:
    columns = (
        Column(_("Grant")),
        Column(_("Funder"), rare=True),
        Column(_("Eligible costs"), at_right=True),
        Column(_("Its share"), at_right=True),
        Column(_("Paid"), at_right=True),
        Column(_("Still owed"), at_right=True),
        Column(_("Paid for already"), at_right=True),
    )
    rows = [
        (
            one.funder.title,
            one.funder.name,
            money_text(one.eligible),
            money_text(one.share),
            money_text(one.funder.paid),
            money_text(one.owed),
            money_text(one.over_financed),
        )
        for one in sharing.funders
    ]
    return Listing(columns, rows, _("No grant."))


def _changed_lines(
    services: Services, known: GrantProject, told: dict[str, Any]
) -> list[NewProjectLine]:
    lines = [one.content for one in known.lines]
    rank, code = told.get("remove"), told.get("add")
    if rank is not None:
        if rank > len(lines):
            raise UsageProblemError(_("There is no rank {rank}.").format(rank=rank))
        del lines[rank - 1]
    if code is not None:
        named = told.get("grant")
        request_id = grant_named(services, named).id if named else None
        money = told.get("amount")
        if not money:
            raise RuleError("grant_project.amount_missing", field="amount")
        lines.append(NewProjectLine(code, money, told.get("label", ""), request_id))
    return lines


def _shown(one: GrantProject) -> Answer:
    labels = {line.code: line.label for line in official_layout().lines}
    columns = (
        Column(_("Rank"), at_right=True),
        Column(_("Line")),
        Column(_("What it is")),
        Column(_("For")),
        Column(_("Planned"), at_right=True),
    )
    rows = [
        (
            str(rank),
            line.content.line,
            labels.get(line.content.line, ""),
            line.request_title or line.content.label,
            money_text(line.content.amount),
        )
        for rank, line in enumerate(one.lines, start=1)
    ]
    content = one.content
    told = facts(
        (_("Project"), content.title),
        (_("First day"), day_text(content.starts_on) if content.starts_on else ""),
        (_("Last day"), day_text(content.ends_on) if content.ends_on else ""),
        (_("Activity"), one.activity_name),
        (_("Planned expenses"), money_text(one.expenses)),
        (_("Planned income"), money_text(one.income)),
    )
    listing = Listing(columns, rows, _("Nothing is planned yet."))
    return Answer({"project": project_document(one)}, (told, listing))


def _shares(found: ProjectShares) -> dict[str, object]:
    return {
        "cost_cents": found.cost.cents,
        "shared_cents": found.shared.cents,
        "owed_cents": found.owed.cents,
        "to_give_back_cents": found.to_give_back.cents,
        "funders": [
            {
                "grant_id": one.funder.request_id,
                "title": one.funder.title,
                "eligible_cents": one.eligible.cents,
                "share_cents": one.share.cents,
                "paid_cents": one.funder.paid.cents,
                "owed_cents": one.owed.cents,
                "over_financed_cents": one.over_financed.cents,
                "shares": {line: part.cents for line, part in one.shares.items()},
            }
            for one in found.funders
        ],
    }


def _answer(one: GrantProject, text: str) -> Answer:
    said = text.format(id=one.id, title=one.content.title)
    return Answer({"project": project_document(one)}, (said,))
