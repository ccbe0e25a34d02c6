"""Commands about volunteers' time and contributions in kind: rates, log, list, book."""

from typing import Annotated, Any

import typer

from coopdesk.cli import volunteer_rows
from coopdesk.cli.calls import Call
from coopdesk.cli.inventory_words import (
    ACTIVITY,
    CONTACT,
    FROM,
    UNTIL,
    YEAR,
    activity_id,
    amount,
    fiscal_year,
    time_text,
)
from coopdesk.cli.options import coded, command, optional, parse_day, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.money import ZERO, parse_amount
from coopdesk.domain.volunteering import (
    ContributionKind,
    NewContribution,
    NewRate,
    NewTime,
    parse_minutes,
)
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import _

app = subject_app("volunteers", _("Volunteers' time and contributions in kind."))
app.add_typer(volunteer_rows.app)

_ON = optional("--on", _("Day; today if none."), _("DATE"), parse_day)


@command(
    app,
    "rates",
    _("List what an hour is worth; add a rate with --add."),
    {
        "add": optional("--add", _("Name of the rate to add."), _("TEXT")),
        "hourly": optional("--hourly", _("What an hour is worth."), _("AMOUNT"), parse_amount),
        "since": optional("--since", _("From this day on."), _("DATE"), parse_day),
        "source": optional("--source", _("Who says so."), _("TEXT")),
    },
)
def show_rates(call: Call, **fields: Any) -> Answer:
    """Answer with the rates, after adding one."""
    with call.opened() as services:
        if fields["add"] is not None:
            since = fields["since"] or call.today()
            hourly = fields["hourly"] or ZERO
            new = NewRate(fields["add"], since, hourly, fields["source"] or "")
            services.volunteering.add_rate(new)
        found = services.volunteering.rates()
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Rate")),
        Column(_("Since"), at_right=True),
        Column(_("An hour"), at_right=True),
        Column(_("Source"), rare=True),
    )
    rows = [
        (
            str(one.id or ""),
            one.content.name,
            day_text(one.content.since),
            money_text(one.content.hourly),
            one.content.source,
        )
        for one in found
    ]
    document = {
        "rates": [
            {
                "id": one.id or None,
                "name": one.content.name,
                "since": one.content.since,
                "hourly_cents": one.content.hourly.cents,
                "source": one.content.source,
            }
            for one in found
        ]
    }
    return Answer(document, (Listing(columns, rows),))


@command(
    app,
    "log",
    _("Record time that was given."),
    {
        "done_on": _ON,
        "activity": ACTIVITY,
        "contact": CONTACT,
        "task": optional("--task", _("What was done."), _("TEXT")),
        "rate": optional("--rate", _("Name of the rate."), _("TEXT")),
    },
)
def log_time(
    call: Call,
    time: Annotated[str, typer.Argument(metavar=_("TIME"), help=_("Such as 3h30 or 2,5."))],
    **fields: Any,
) -> Answer:
    """Record time."""
    with call.opened() as services:
        new = NewTime(
            fields["done_on"] or call.today(),
            parse_minutes(time),
            fields["task"] or "",
            fields["contact"],
            activity_id(services, fields["activity"]),
            fields["rate"] or "",
        )
        made = services.volunteering.log(new).value
    text = _("Time no. {id} recorded: {time}, worth {value}").format(
        id=made.id, time=time_text(made.content.minutes), value=money_text(made.value)
    )
    document = {
        "id": made.id,
        "minutes": made.content.minutes,
        "value_cents": made.value.cents,
        "rate": made.content.rate,
    }
    return Answer({"time": document}, (text,))


@command(
    app,
    "give",
    _("Record goods, premises or services that were given."),
    {
        "given_on": _ON,
        "activity": ACTIVITY,
        "contact": CONTACT,
        "value_basis": optional("--basis", _("What the value rests on."), _("TEXT")),
    },
)
def give(
    call: Call,
    what: Annotated[str, typer.Argument(metavar=_("TEXT"), help=_("What was given."))],
    value: Annotated[str, typer.Argument(metavar=_("AMOUNT"), help=_("What it is worth."))],
    kind: Annotated[
        ContributionKind, coded(ContributionKind, _("What kind of thing."), "--kind")
    ],
    **fields: Any,
) -> Answer:
    """Record a contribution in kind."""
    with call.opened() as services:
        new = NewContribution(
            kind,
            fields["given_on"] or call.today(),
            amount(value),
            what,
            fields["value_basis"] or "",
            fields["contact"],
            activity_id(services, fields["activity"]),
        )
        made = services.volunteering.record_contribution(new).value
    text = _("Contribution no. {id} recorded: {name}, worth {value}").format(
        id=made.id, name=made.content.label, value=money_text(made.content.amount)
    )
    return Answer({"id": made.id, "value_cents": made.content.amount.cents}, (text,))


@command(
    app,
    "list",
    _("Add up what was given, by activity."),
    {"year": YEAR, "since": FROM, "until": UNTIL},
)
def list_given(call: Call, **fields: Any) -> Answer:
    """Answer with hours and values by activity; of the fiscal year when no days are given."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        since, until = fields["since"] or year.starts_on, fields["until"] or year.ends_on
        found = services.volunteering.summed(since, until)
        pending = services.volunteering.summed(since, until, pending=True)
    columns = (
        Column(_("Activity")),
        Column(_("Time"), at_right=True),
        Column(_("Worth"), at_right=True),
        Column(_("In kind"), at_right=True),
        Column(_("Total"), at_right=True),
    )
    rows = [
        (
            one.activity_name or _("(none)"),
            time_text(one.minutes),
            money_text(one.time_value),
            money_text(one.value - one.time_value),
            money_text(one.value),
        )
        for one in found
    ]
    document = {
        "since": since,
        "until": until,
        "activities": [
            {
                "activity_id": one.activity_id,
                "activity": one.activity_name,
                "minutes": one.minutes,
                "time_cents": one.time_value.cents,
                "goods_cents": one.goods.cents,
                "premises_cents": one.premises.cents,
                "services_cents": one.services.cents,
            }
            for one in found
        ],
        "pending_cents": sum(one.value.cents for one in pending),
    }
    return Answer(document, (Listing(columns, rows, _("Nothing was given.")),))


@command(
    app,
    "book",
    _("Draft the entry of what is not in the books yet."),
    {"year": YEAR, "since": FROM, "until": UNTIL},
)
def book(call: Call, **fields: Any) -> Answer:
    """Book what was given, once."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        since, until = fields["since"] or year.starts_on, fields["until"] or year.ends_on
        entry_id = services.volunteering.book(since, until).value
    text = (
        _("There is nothing to put into the books.")
        if entry_id is None
        else _("Draft entry no. {id} made.").format(id=entry_id)
    )
    return Answer({"entry_id": entry_id}, (text,))
