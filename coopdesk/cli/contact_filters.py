"""Commands about filters of contacts: those saved, and what conditions are made of."""

from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.options import command, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.contact_criteria import About, Criterion
from coopdesk.domain.errors import RuleError
from coopdesk.services.contact_filters import FilterService
from coopdesk.services.registry import Services
from coopdesk.wording.criteria import criterion_text, theme_text
from coopdesk.wording.language import _

app = subject_app("", _("Filters of contacts."))

FilterOption = Annotated[
    str,
    typer.Option(
        "--filter",
        metavar=_("NAME|CONDITION"),
        help=_("A saved filter, or a condition such as: member_status = late and tag = bureau"),
    ),
]
_MOST_CODES = 12


@command(app, "filters", _("List the saved filters."))
def list_filters(
    call: Call,
    *,
    criteria: Annotated[
        bool, typer.Option("--criteria", metavar="", help=_("What conditions are made of."))
    ] = False,
) -> Answer:
    """Answer with the saved filters and how many contacts each finds, or with the criteria."""
    with call.opened() as services:
        return _criteria_answer(services) if criteria else _saved_answer(services.filters)


def _saved_answer(filters: FilterService) -> Answer:
    documents: list[dict[str, object]] = [
        {"name": one.name, "condition": filters.text(one.condition), "count": count}
        for one in filters.list()
        for count in (_count(filters, one.name),)
    ]
    columns = (Column(_("Name")), Column(_("Contacts"), at_right=True), Column(_("Condition")))
    keys = ("name", "count", "condition")
    rows = [tuple(_plain(one[key]) for key in keys) for one in documents]
    return Answer({"filters": documents}, (Listing(columns, rows, _("No saved filter.")),))


def _plain(value: object) -> str:
    return "?" if value is None else str(value)


def _count(filters: FilterService, name: str) -> int | None:
    """Return how many contacts a filter finds, None for one that this program cannot read."""
    try:
        return filters.count(filters.named(name))
    except RuleError:
        return None


def _criteria_answer(services: Services) -> Answer:
    offers = services.filters.criteria()
    found = offers.criteria.all
    documents: list[dict[str, object]] = [
        {
            "criterion": _written(one),
            "text": criterion_text(one),
            "theme": one.theme.value,
            "operators": [operator.value for operator in one.operators],
            "values": list(one.codes) or [value for value, _text in offers.of(one)],
        }
        for one in found
    ]
    columns = (Column(_("Criterion")), Column(""), Column("", rare=True), Column(_("Values")))
    rows = [
        (_written(one), criterion_text(one), theme_text(one.theme), _values_text(one))
        for one in found
    ]
    return Answer({"criteria": documents}, (Listing(columns, rows),))


def _written(criterion: Criterion) -> str:
    """Return how a criterion begins a rule."""
    if criterion.about is About.FIELD:
        return f'{criterion.key}("{criterion.name}")'
    return criterion.key


def _values_text(criterion: Criterion) -> str:
    if not criterion.codes:
        return criterion.kind.name.lower()
    more = " …" if len(criterion.codes) > _MOST_CODES else ""
    return ", ".join(criterion.codes[:_MOST_CODES]) + more
