"""What commands about grants are told: which grant, project or call, and their options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import optional, optional_code, or_empty, parse_count, parse_day
from coopdesk.cli.output import listed
from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_projects import PROJECT_TEXTS
from coopdesk.domain.grant_request_rules import parse_rate
from coopdesk.domain.grant_requests import (
    RequestForm,
    RequestFrequency,
    RequestPurpose,
    RequestSpan,
)
from coopdesk.domain.money import parse_amount
from coopdesk.domain.text import fold, is_said_in
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.services.registry import Services

GrantArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("GRANT"), help=_("The grant, by its number or words of its title.")
    ),
]
ProjectArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("PROJECT"), help=_("The project, by its number or words of its title.")
    ),
]
CallArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("APPEAL"), help=_("The call for projects, by its number or its title.")
    ),
]
TitleArgument = Annotated[str, typer.Argument(metavar=_("TITLE"), help=_("What it is called."))]
DAY = {"day": optional("--on", _("Day; today if none."), _("DATE"), parse_day)}
_TEXT, _NUMBER, _DATE, _AMOUNT = _("TEXT"), _("NUMBER"), _("DATE"), _("AMOUNT")
_COUNT, _DAY, _MONEY = or_empty(parse_count), or_empty(parse_day), or_empty(parse_amount)
RATE = optional(
    "--rate", _("Part of the costs, such as 80 %."), _("RATE"), or_empty(parse_rate)
)
FUNDER = optional("--funder", _("Number of the contact who grants it."), _NUMBER, _COUNT)
NEW_TITLE = {"title": optional("--title", _("What it is called."), _TEXT)}

REQUEST_FIELDS = {
    "funder_id": FUNDER,
    "funder_service": optional("--service", _("Service of the funder."), _TEXT),
    "budget_line": optional(
        "--line", _("Line of the official budget that the funder is."), _("LINE")
    ),
    "asked": optional("--asked", _("Amount that is asked for."), _AMOUNT, _MONEY),
    "rate": RATE,
    "project": optional("--project", _("The project, by its number or title."), _TEXT),
    "appeal": optional("--call", _("The call for projects it answers."), _TEXT),
    "agreement_id": optional("--agreement", _("Number of the agreement."), _NUMBER, _COUNT),
    "budget_version_id": optional("--budget", _("Number of the budget."), _NUMBER, _COUNT),
    "purpose": optional_code("--purpose", _("What it is asked for."), RequestPurpose),
    "form": optional_code("--form", _("Money or help in kind."), RequestForm),
    "frequency": optional_code(
        "--frequency", _("For the first time, or again."), RequestFrequency
    ),
    "span": optional_code("--span", _("For one year or several."), RequestSpan),
    "starts_on": optional("--from", _("First day."), _DATE, _DAY),
    "ends_on": optional("--until", _("Last day."), _DATE, _DAY),
    "reference": optional("--reference", _("What the funder calls it."), _TEXT),
    "report_due_on": optional(
        "--report-due", _("Day on which the agreement wants the report."), _DATE, _DAY
    ),
    "note": optional("--note", _("Note."), _TEXT),
}
PROJECT_FIELDS = {
    "activity": optional("--activity", _("Activity, by its name or code."), _TEXT),
    "starts_on": REQUEST_FIELDS["starts_on"],
    "ends_on": REQUEST_FIELDS["ends_on"],
    "aims": optional("--aims", _("What the project wants to reach."), _TEXT),
    "description": optional("--description", _("What will be done."), _TEXT),
    "audience": optional("--audience", _("With whom and for whom."), _TEXT),
    "territory": optional("--territory", _("Where it is done."), _TEXT),
    "means": optional("--means", _("People and things it takes."), _TEXT),
    "indicators": optional("--indicators", _("How its success is told."), _TEXT),
    "allocation_rule": optional(
        "--allocation", _("How shared costs are allotted to it."), _TEXT
    ),
    "note": REQUEST_FIELDS["note"],
}
CALL_FIELDS = {
    "funder_id": FUNDER,
    "opens_on": optional("--opens", _("First day to answer."), _DATE, _DAY),
    "closes_on": optional("--closes", _("Last day to answer."), _DATE, _DAY),
    "rate": RATE,
    "floor": optional("--floor", _("Least that is given."), _AMOUNT, _MONEY),
    "ceiling": optional("--ceiling", _("Most that is given."), _AMOUNT, _MONEY),
    "eligible": optional("--eligible", _("Who may answer, with what costs."), _TEXT),
    "url": optional("--url", _("Its page on the web."), _TEXT),
    "note": REQUEST_FIELDS["note"],
}
# Texts that may be empty; elsewhere empty text says that there is none.
_TEXTS = frozenset(
    {"funder_service", "budget_line", "reference", "title", "eligible", "url", *PROJECT_TEXTS}
)


def told_of(services: Services, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the options that were given, projects and calls by their numbers.

    Raises:
        UsageProblemError: nothing is called so, or several are.
    """
    told = {
        name: None if value == "" and name not in _TEXTS else value
        for name, value in fields.items()
        if value is not None
    }
    if "project" in told:
        named = told.pop("project")
        told["project_id"] = named and project_named(services, named)
    if "appeal" in told:
        named = told.pop("appeal")
        told["call_id"] = named and call_named(services, named)
    return told


def grant_named(services: Services, text: str) -> GrantRequest:
    """Return the grant of a number, a title or words of it.

    Raises:
        NotFoundError: there is no grant of that number. UsageProblemError: none is called so,
            or several are.
    """
    if text.strip().isdigit():
        return services.grant_requests.get(int(text))
    known = {one.id: one for one in services.grant_requests.all()}
    titles = ((key, one.content.title) for key, one in known.items())
    return known[_chosen(titles, text, _("There is no grant “{name}”."))]


def award_named(services: Services, text: str) -> int:
    """Return the id of what the books have of a grant.

    Raises:
        RuleError: ``grant_request.not_awarded``: it was not granted, or not in money.
    """
    request = grant_named(services, text)
    if request.award is None:
        raise RuleError("grant_request.not_awarded", name=request.content.title)
    return request.award.id


def with_award(services: Services, told: dict[str, Any]) -> dict[str, Any]:
    """Return what was told, the ``grant`` by what the books have of it; raises as above."""
    if "grant" not in told:
        return told
    rest = {name: value for name, value in told.items() if name != "grant"}
    named = told["grant"]
    return {**rest, "grant_award_id": award_named(services, named) if named else None}


def grant_of_award(services: Services, award_id: int | None) -> int | None:
    """Return the number of the grant that the books have as an award."""
    found = None if award_id is None else services.grant_requests.of_award(award_id)
    return None if found is None else found.id


def project_named(services: Services, text: str) -> int:
    """Return the id of the project of a number, a title or words of it; raises as above."""
    if text.strip().isdigit():
        return services.grant_projects.get(int(text)).id
    titles = ((one.id, one.content.title) for one in services.grant_projects.all())
    return _chosen(titles, text, _("There is no project “{name}”."))


def call_named(services: Services, text: str) -> int:
    """Return the id of the call of a number, a title or words of it; raises as above."""
    if text.strip().isdigit():
        return services.grant_calls.get(int(text)).id
    titles = ((one.id, one.content.title) for one in services.grant_calls.all())
    return _chosen(titles, text, _("There is no call for projects “{name}”."))


def _chosen(titles: Iterable[tuple[int, str]], text: str, none: str) -> int:
    known = list(titles)
    found = [key for key, title in known if fold(title) == fold(text)]
    found = found or [key for key, title in known if is_said_in(text, title)]
    if not found:
        said = none.format(name=text)
        there = _("There are: {known}.").format(known=listed(title for _key, title in known))
        raise UsageProblemError(f"{said} {there}" if known else said)
    if len(found) > 1:
        numbers = listed(f"{key} ({title})" for key, title in known if key in found)
        message = _("“{name}” may be several of them. Give a number: {numbers}.")
        raise UsageProblemError(message.format(name=text, numbers=numbers))
    return found[0]
