"""Commands about what is to be done in a year: duties, their calendar, dates of our own."""

import datetime as dt
from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.duty_documents import (
    duty_document,
    duty_listing,
    mark_document,
    own_document,
)
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.jobs import job
from coopdesk.cli.options import (
    OptionalYearOption,
    command,
    given_options,
    optional,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.duties import DutyMark, MarkState, NewOwnDuty, OwnDuty
from coopdesk.domain.duty_rules import OF_ONE_RECORD
from coopdesk.services.registry import Services
from coopdesk.wording.duties import calendar_text, source_text
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

app = subject_app("duties", _("What is to be done in the year."))

CodeArgument = Annotated[
    str, typer.Argument(metavar=_("CODE"), help=_("The code of a duty, as the list has it."))
]
PeriodArgument = Annotated[
    str,
    typer.Argument(metavar=_("FOR"), help=_("What it is for, if there are several of a code.")),
]
NoteOption = Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Note."))]
NumberArgument = Annotated[
    int, typer.Argument(metavar=_("NUMBER"), help=_("Number of the date."), parser=parse_count)
]
_EVERY = optional("--every", _("Comes back every so many months."), _("N"), parse_count)
_OWN_FIELDS = {
    "title": optional("--title", _("What is to be done."), _("TEXT")),
    "due_on": optional("--on", _("The first day."), _("DATE"), parse_day),
    "repeat_months": _EVERY,
    "note": optional("--note", _("Note."), _("TEXT")),
}


@command(
    app,
    "list",
    _("List what is to be done: late, soon, later."),
    {"day": optional("--day", _("As of this day; today if none."), _("DATE"), parse_day)},
)
def list_duties(
    call: Call,
    *,
    done: Annotated[
        bool, typer.Option("--done", help=_("Those that are done as well."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with the duties, the most pressing first."""
    with call.opened() as services, job(_("Counting")):
        found = services.duties.all(fields["day"], with_done=done)
    return Answer({"duties": [duty_document(one) for one in found]}, (duty_listing(found),))


@command(app, "calendar", _("Show the yearly calendar of duties with who says so."))
def show_calendar(call: Call, year: OptionalYearOption = None) -> Answer:
    """Answer with the twelve months, then what is due whenever it comes up."""
    with call.opened() as services:
        found = services.duties.calendar(call.today().year if year is None else year)
    dated = [one for month in found.months for one in month.duties]
    columns = (
        Column(_("Due on")),
        Column(_("What is to be done")),
        Column(_("Source"), rare=True),
    )
    rows = [
        (
            "" if one.due_on is None else day_text(one.due_on),
            calendar_text(one),
            source_text(one),
        )
        for one in (*dated, *found.whenever)
    ]
    document = {
        "year": found.year,
        "duties": [duty_document(one) for one in dated],
        "whenever": [duty_document(one) for one in found.whenever],
    }
    return Answer(document, (Listing(columns, rows),))


@command(app, "done", _("Say that a duty was done."))
def mark_done(
    call: Call, code: CodeArgument, period: PeriodArgument = "", *, note: NoteOption = ""
) -> Answer:
    """Mark a duty as done for what it is for."""
    with call.opened() as services:
        which = period or _period_of(services, code)
        made = services.duties.mark(code, which, MarkState.DONE, note).value
    return _marked(made, _("Done: {code} {period}"))


@command(app, "not-ours", _("Say that a duty never concerns us."))
def mark_not_ours(
    call: Call, code: CodeArgument, period: PeriodArgument = "", *, note: NoteOption = ""
) -> Answer:
    """Mark a duty as not ours whatever the year, or for the record that it is about."""
    with call.opened() as services:
        is_asked = code in OF_ONE_RECORD and not period
        which = _period_of(services, code) if is_asked else period
        made = services.duties.mark(code, which, MarkState.NOT_OURS, note).value
    return _marked(made, _("Not ours: {code} {period}"))


@command(app, "unmark", _("Forget what was said of a duty."))
def unmark(call: Call, code: CodeArgument, period: PeriodArgument = "") -> Answer:
    """Take a mark off; without what it is for, that it is not ours."""
    with call.opened() as services:
        services.duties.unmark(code, period)
    said = _("Not marked any more: {code} {period}").format(code=code, period=period).strip()
    return Answer({"code": code, "period": period}, (said,))


@command(app, "marks", _("List what was said of duties, and the dates of our own."))
def list_marks(call: Call) -> Answer:
    """Answer with marks and own dates."""
    with call.opened() as services:
        marks, own = services.duties.marks(), services.duties.own()
    columns = (
        Column(_("No."), at_right=True),
        Column(_("First day")),
        Column(_("What is to be done")),
        Column(_("Months between"), at_right=True),
    )
    rows = [
        (
            str(one.id),
            day_text(one.content.due_on),
            one.content.title,
            "" if one.content.repeat_months is None else str(one.content.repeat_months),
        )
        for one in own
    ]
    titles = (Column(_("Code")), Column(_("For")), Column(_("Marked on")), Column(_("Note")))
    said = [(one.code, one.period, day_text(one.marked_on), one.note) for one in marks]
    document = {
        "own": [own_document(one) for one in own],
        "marks": [mark_document(one) for one in marks],
    }
    nothing = "" if own else _("Nothing was said of a duty, and there is no date of our own.")
    return Answer(document, (Listing(columns, rows), Listing(titles, said, nothing)))


@command(app, "add", _("Keep a date of our own in mind."), {"every": _EVERY})
def add_own(
    call: Call,
    title: Annotated[str, typer.Argument(metavar=_("TITLE"), help=_("What is to be done."))],
    day: Annotated[
        dt.date,
        typer.Argument(metavar=_("DATE"), help=_("The first day."), parser=parse_day),
    ],
    *,
    note: NoteOption = "",
    **fields: Any,
) -> Answer:
    """Record a date of our own, once or every so many months."""
    new = NewOwnDuty(title, day, fields["every"], note)
    with call.opened() as services:
        made = services.duties.add_own(new).value
    return _own_answer(made, _("Date no. {id} recorded: {title}, {day}"))


@command(app, "change", _("Change what is given of a date of our own."), _OWN_FIELDS)
def change_own(call: Call, number: NumberArgument, **fields: Any) -> Answer:
    """Change a date of our own."""
    told = given_options(fields)
    if not told:
        raise nothing_to_change("--on …")
    with call.opened() as services:
        known = services.duties.get_own(int(number))
        made = services.duties.change_own(known.id, replace(known.content, **told)).value
    return _own_answer(made, _("Date changed: {title}, {day}"))


@command(app, "remove", _("Remove a date of our own."))
def remove_own(call: Call, number: NumberArgument) -> Answer:
    """Remove a date with what was done of it."""
    with call.opened() as services:
        gone = services.duties.remove_own(int(number)).value
    return _own_answer(gone, _("Date removed: {title}, {day}"))


def _period_of(services: Services, code: str) -> str:
    """Return what the one open duty of a code is for; "" is refused where there are several."""
    open_ones = services.duties.all(with_receipts=False)
    found = [one.period for one in open_ones if one.code == code]
    if len(found) > 1:
        text = _("There are several of {code}: add what it is for, one of {known}.")
        raise UsageProblemError(text.format(code=code, known=", ".join(found)))
    if not found:
        text = _("Nothing of {code} is to be done: add what it is for, such as a year.")
        raise UsageProblemError(text.format(code=code))
    return found[0]


def _marked(made: DutyMark, text: str) -> Answer:
    said = text.format(code=made.code, period=made.period).strip()
    return Answer({"mark": mark_document(made)}, (said,))


def _own_answer(one: OwnDuty, text: str) -> Answer:
    day = day_text(one.content.due_on)
    said = text.format(id=one.id, title=one.content.title, day=day)
    return Answer({"own": own_document(one)}, (said,))
