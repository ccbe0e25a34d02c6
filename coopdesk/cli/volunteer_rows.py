"""Commands about what volunteers gave, one by one: list, change, remove."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.inventory_words import (
    ACTIVITY,
    FROM,
    UNTIL,
    YEAR,
    NumbersArgument,
    fiscal_year,
    given,
    time_text,
    with_activity,
)
from coopdesk.cli.options import (
    IdArgument,
    command,
    optional,
    optional_code,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.money import parse_amount
from coopdesk.domain.volunteering import (
    Contribution,
    ContributionKind,
    VolunteerTime,
    parse_minutes,
)
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = typer.Typer()

_WHO = optional("--contact", _("Number of the contact."), _("NUMBER"), or_empty(parse_count))
_WHEN = optional("--on", _("Day on which it was given."), _("DATE"), parse_day)


@command(
    app,
    "rows",
    _("List what was given, one by one, with its number."),
    {"year": YEAR, "since": FROM, "until": UNTIL},
)
def list_rows(call: Call, **fields: Any) -> Answer:
    """Answer with time and contributions; of the fiscal year when no days are given."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        since, until = fields["since"] or year.starts_on, fields["until"] or year.ends_on
        times = services.volunteering.times(since, until)
        others = services.volunteering.contributions(since, until)
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Day"), at_right=True),
        Column(_("What")),
        Column(_("Who")),
        Column(_("Activity")),
        Column(_("Time or kind")),
        Column(_("Worth"), at_right=True),
        Column(_("In the books")),
    )
    document = {
        "since": since,
        "until": until,
        "times": [time_document(one) for one in times],
        "contributions": [contribution_document(one) for one in others],
    }
    rows = [*_time_rows(times), *_contribution_rows(others)]
    return Answer(document, (Listing(columns, rows, _("Nothing was given.")),))


@command(
    app,
    "change-time",
    _("Change time that is not in the books."),
    {
        "minutes": optional("--time", _("Such as 3h30 or 2,5."), _("TIME"), parse_minutes),
        "done_on": _WHEN,
        "task": optional("--task", _("What was done."), _("TEXT")),
        "contact_id": _WHO,
        "activity": ACTIVITY,
        "rate": optional("--rate", _("Name of the rate."), _("TEXT")),
    },
)
def change_time(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change time that was given."""
    new = given(fields)
    if not new:
        raise nothing_to_change("--time 3h30")
    with call.opened() as services:
        new = with_activity(services, new)
        content = replace(services.volunteering.time(number).content, **new)
        made = services.volunteering.change_time(number, content).value
    text = _("Time no. {id} changed: {time}, worth {value}").format(
        id=made.id, time=time_text(made.content.minutes), value=money_text(made.value)
    )
    return Answer({"time": time_document(made)}, (text,))


@command(
    app,
    "change-gift",
    _("Change a contribution in kind that is not in the books."),
    {
        "label": optional("--name", _("What was given."), _("TEXT")),
        "amount": optional("--amount", _("What it is worth."), _("AMOUNT"), parse_amount),
        "kind": optional_code("--kind", _("What kind of thing."), ContributionKind),
        "given_on": _WHEN,
        "value_basis": optional("--basis", _("What the value rests on."), _("TEXT")),
        "contact_id": _WHO,
        "activity": ACTIVITY,
    },
)
def change_contribution(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change what was given in kind."""
    new = given(fields)
    if not new:
        raise nothing_to_change("--amount 120")
    with call.opened() as services:
        new = with_activity(services, new)
        content = replace(services.volunteering.contribution(number).content, **new)
        made = services.volunteering.change_contribution(number, content).value
    text = _("Contribution no. {id} changed: {name}, worth {value}").format(
        id=made.id, name=made.content.label, value=money_text(made.content.amount)
    )
    return Answer({"contribution": contribution_document(made)}, (text,))


@command(app, "remove", _("Remove time, or contributions in kind, that is not in the books."))
def remove_rows(
    call: Call,
    numbers: NumbersArgument,
    *,
    in_kind: Annotated[
        bool,
        typer.Option("--in-kind", metavar="", help=_("The numbers are of contributions.")),
    ] = False,
) -> Answer:
    """Remove rows; it can be undone."""
    with call.opened() as services:
        service = services.volunteering
        remove = service.remove_contributions if in_kind else service.remove_times
        count = remove(numbers).value
    text = ngettext("{count} line removed.", "{count} lines removed.", count)
    return Answer({"removed": count}, (text.format(count=count),))


@command(app, "remove-rate", _("Remove a rate by which nothing is valued."))
def remove_rate(call: Call, number: IdArgument) -> Answer:
    """Remove a rate."""
    with call.opened() as services:
        services.volunteering.remove_rate(number)
    return Answer({"id": number}, (_("Rate removed."),))


def time_document(one: VolunteerTime) -> Document:
    """Return time that was given for ``--json``."""
    return {
        "id": one.id,
        "done_on": one.content.done_on,
        "minutes": one.content.minutes,
        "task": one.content.task,
        "contact_id": one.content.contact_id,
        "contact": one.contact_name,
        "activity_id": one.content.activity_id,
        "activity": one.activity_name,
        "rate": one.content.rate,
        "value_cents": one.value.cents,
        "entry_id": one.entry_id,
    }


def contribution_document(one: Contribution) -> Document:
    """Return what was given in kind for ``--json``."""
    return {
        "id": one.id,
        "kind": one.content.kind,
        "given_on": one.content.given_on,
        "label": one.content.label,
        "value_cents": one.content.amount.cents,
        "basis": one.content.value_basis,
        "contact_id": one.content.contact_id,
        "contact": one.contact_name,
        "activity_id": one.content.activity_id,
        "activity": one.activity_name,
        "entry_id": one.entry_id,
    }


def _time_rows(times: list[VolunteerTime]) -> Iterator[tuple[str, ...]]:
    for one in times:
        yield (
            str(one.id),
            day_text(one.content.done_on),
            one.content.task,
            one.contact_name,
            one.activity_name,
            time_text(one.content.minutes),
            money_text(one.value),
            str(one.entry_id or ""),
        )


def _contribution_rows(given_in_kind: list[Contribution]) -> Iterator[tuple[str, ...]]:
    for one in given_in_kind:
        yield (
            str(one.id),
            day_text(one.content.given_on),
            one.content.label,
            one.contact_name,
            one.activity_name,
            label(one.content.kind),
            money_text(one.content.amount),
            str(one.entry_id or ""),
        )
