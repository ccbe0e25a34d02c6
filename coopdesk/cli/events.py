"""Commands about events: list, show, the calendar, and its files."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli import (
    event_cash,
    event_door,
    event_editing,
    event_money,
    event_outcomes,
    event_papers,
    event_people,
    event_programme,
    event_registrations,
    event_reports,
)
from coopdesk.cli.calls import Call
from coopdesk.cli.event_editing import cycle_id, venue_id
from coopdesk.cli.event_words import (
    EventArgument,
    event_document,
    event_id,
    line_document,
    part_document,
    session_document,
    tariff_document,
    when_document,
)
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.file_endings import ending_of
from coopdesk.cli.options import (
    IdArgument,
    LimitOption,
    command,
    given_options,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.attachments import Attachment
from coopdesk.domain.event_days import CalendarEntry, EventFilter, EventSpan
from coopdesk.domain.events import EventKind, EventLine, EventSheet, EventState
from coopdesk.services.saving import save
from coopdesk.wording.event_dates import hours_text, when_with_hours
from coopdesk.wording.event_titles import event_title_text, left_out_text, when_long
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("events", _("Events: workshops, assemblies, festivals; their calendar."))
app.add_typer(event_editing.app)
app.add_typer(event_programme.app)
app.add_typer(event_registrations.app)
app.add_typer(event_people.app)
app.add_typer(event_door.app)
app.add_typer(event_cash.app)
app.add_typer(event_papers.app)
app.add_typer(event_money.app)
app.add_typer(event_reports.app)
app.add_typer(event_outcomes.app)

_MONTH = dt.timedelta(days=30)


@command(
    app,
    "list",
    _("List events, with who comes and what is owed."),
    {
        "year": optional("--year", _("Year that they touch."), _("YEAR"), parse_count),
        "kind": optional_code("--kind", _("What they are."), EventKind),
        "state": optional_code("--state", _("How sure they are."), EventState),
        "span": optional_code("--span", _("All, those to come or those past."), EventSpan),
        "cycle": optional("--cycle", _("Name of their cycle."), _("NAME")),
        "venue": optional("--venue", _("Name of their venue."), _("NAME")),
    },
)
def list_events(
    call: Call,
    search: Annotated[
        str,
        typer.Option(
            "--search", metavar=_("TEXT"), help=_("Words that all occur: title, place, theme…")
        ),
    ] = "",
    limit: LimitOption = None,
    **fields: Any,
) -> Answer:
    """Answer with events by time, undated ones last."""
    told = given_options(fields)
    with call.opened() as services:
        for name, find in (("cycle", cycle_id), ("venue", venue_id)):
            if name in told:
                told[f"{name}_id"] = find(services, told.pop(name))
        found = services.events.list(EventFilter(text=search, **told))[:limit]
    columns = (
        Column(_("No."), at_right=True),
        Column(_("When")),
        Column(_("Event")),
        Column(_("Place"), rare=True),
        Column(_("State"), rare=True),
        Column(_("Registered"), at_right=True),
        Column(_("Waiting"), at_right=True, rare=True),
        Column(_("Owed"), at_right=True, rare=True),
    )
    rows = [_line_cells(line) for line in found]
    document = {"events": [line_document(line) for line in found]}
    return Answer(document, (Listing(columns, rows, _("No event.")),))


@command(app, "show", _("Show an event: programme, who makes it, what it costs."))
def show_event(call: Call, event: EventArgument) -> Answer:
    """Answer with all that is known of how an event is made."""
    with call.opened() as services:
        key = event_id(services, event)
        sheet = services.events.sheet(key)
        files = services.event_files.files(key)
    document = {
        "event": event_document(sheet.event),
        "sessions": [session_document(one) for one in sheet.sessions],
        "roles": [part_document(one) for one in sheet.parts],
        "tariffs": [tariff_document(one) for one in sheet.tariffs],
        "files": [{"id": one.id, "name": one.name, "size": one.size} for one in files],
    }
    return Answer(document, (_facts(sheet), *_lists(sheet), *_file_list(files)))


@command(
    app,
    "calendar",
    _("Show the calendar: our events, and dates of imported calendars."),
    {
        "first": optional("--from", _("First day; today if none."), _("DATE"), parse_day),
        "last": optional(
            "--until", _("Last day; thirty days later if none."), _("DATE"), parse_day
        ),
    },
)
def show_calendar(call: Call, **fields: Any) -> Answer:
    """Answer with what is held between two days, and what has no day yet."""
    first = fields["first"] or call.today()
    last = fields["last"] or first + min(_MONTH, dt.date.max - first)
    with call.opened() as services:
        found = services.event_calendar.entries(first, last)
        undated = services.event_calendar.undated()
    columns = (
        Column(_("When")),
        Column(_("Event")),
        Column(_("Place"), rare=True),
        Column(_("No."), at_right=True),
        Column(_("From a calendar"), at_right=True, rare=True),
    )
    rows = [_entry_cells(entry) for entry in (*found, *undated)]
    document = {
        "entries": [_entry_document(entry) for entry in found],
        "undated": [_entry_document(entry) for entry in undated],
    }
    return Answer(document, (Listing(columns, rows, _("Nothing in the calendar.")),))


@command(app, "adopt", _("Make an event of a date of an imported calendar."))
def adopt(call: Call, number: IdArgument) -> Answer:
    """Make an event of a date that ``events calendar`` shows."""
    with call.opened() as services:
        made = services.event_calendar.adopt(number).value
    text = _("Event no. {id} recorded: {name}").format(id=made.id, name=made.title)
    return Answer({"event": event_document(made)}, (text,))


@command(
    app,
    "ics",
    _("Write events for calendars (iCalendar), one or all."),
    {
        "folder": optional(
            "--folder", _("A folder to which calendars subscribe."), _("FOLDER"), Path
        ),
        "path": optional("--to", _("The file to write."), _("FILE"), Path),
    },
)
def write_ics(
    call: Call,
    events: Annotated[
        list[str] | None,
        typer.Argument(metavar=_("EVENT …"), help=_("The events; all of them if none.")),
    ] = None,
    **fields: Any,
) -> Answer:
    """Write a calendar file; what has no day is left out and said."""
    path, folder = fields["path"], fields["folder"]
    if (path is None) == (folder is None) or (folder is not None and events):
        raise UsageProblemError(
            _("Give either --to with a file, or --folder alone for all events.")
        )
    if path is not None:
        ending_of(path, ".ics")
    with call.opened() as services:
        ids = [event_id(services, text) for text in events] if events else None
        left_out = services.event_calendar.left_out(ids)
        if folder is not None:
            written = services.event_calendar.write_folder(folder)
        else:
            written = save(path, services.event_calendar.ics(ids))
    told = [_("Calendar written: {file}").format(file=written)]
    if left_out:
        told.append(left_out_text(left_out))
    return Answer({"file": written, "left_out": left_out}, tuple(told))


def _line_cells(line: EventLine) -> tuple[str, ...]:
    return (
        str(line.id),
        when_with_hours(line.when),
        event_title_text(line.title, line.edition),
        line.venue_name,
        label(line.state),
        _places(line),
        number_text(line.waiting) if line.waiting else "",
        money_text(line.due) if line.due else "",
    )


def _places(line: EventLine) -> str:
    taken = number_text(line.registered)
    return f"{taken} / {number_text(line.capacity)}" if line.capacity is not None else taken


def _facts(sheet: EventSheet) -> Listing:
    event, content = sheet.event, sheet.event.content
    limit, expected = content.capacity, content.expected
    return facts(
        (_("Event"), event_title_text(event.title, content.edition)),
        (_("No."), str(event.id)),
        (_("Kind"), label(content.kind)),
        (_("State"), label(content.state)),
        (_("When"), when_long(event.when)),
        (_("Cycle"), event.cycle_name),
        (_("Place"), ", ".join(x for x in (event.venue_name, content.place_note) if x)),
        (_("Places"), "" if limit is None else number_text(limit)),
        (_("People hoped for"), "" if expected is None else number_text(expected)),
        (_("Registrations"), _("open to all") if content.is_open else _("no longer open")),
        (_("Aim"), content.aim),
        (_("Theme"), content.theme),
        (_("Text for the public"), content.public_text),
        (_("Hashtag"), content.hashtag),
        (_("Web page"), content.url),
        (_("Note"), content.note),
    )


def _lists(sheet: EventSheet) -> tuple[Listing, ...]:
    sessions = [
        (
            str(one.id),
            day_text(one.content.held_on) if one.content.held_on else "",
            hours_text(one.content.begins_at, one.content.ends_at),
            one.content.title,
            one.content.room or one.venue_name,
        )
        for one in sheet.sessions
    ]
    parts = [
        (str(one.id), label(one.content.role), one.name, one.content.subject, one.session_title)
        for one in sheet.parts
    ]
    tariffs = [
        (
            str(one.id),
            one.content.name,
            label(one.content.kind),
            money_text(one.content.amount) if one.content.amount else "",
            label(one.content.pricing),
            number_text(one.taken),
            _("no longer offered") if one.is_closed else "",
        )
        for one in sheet.tariffs
    ]
    return (
        _table(sessions, _("Day"), _("Hours"), _("Session"), _("Room")),
        _table(parts, _("Part taken"), _("Who"), _("Spoken about"), _("Session")),
        _table(
            tariffs, _("Tariff"), _("Kind"), _("Amount"), _("Price"), _("Taken by"), _("State")
        ),
    )


def _table(rows: Sequence[Sequence[str]], *titles: str) -> Listing:
    return Listing((Column(_("No."), at_right=True), *map(Column, titles)), rows)


def _file_list(files: tuple[Attachment, ...]) -> tuple[Listing, ...]:
    return (_table([(str(one.id), one.name) for one in files], _("File")),)


def _entry_cells(entry: CalendarEntry) -> tuple[str, ...]:
    return (
        when_with_hours(entry.when),
        event_title_text(entry.title, entry.edition),
        entry.place,
        str(entry.event_id or ""),
        str(entry.item_id or ""),
    )


def _entry_document(entry: CalendarEntry) -> dict[str, object]:
    return {
        **when_document(entry.when),
        "title": entry.title,
        "edition": entry.edition,
        "state": entry.state,
        "place": entry.place,
        "event_id": entry.event_id,
        "item_id": entry.item_id,
        "repeats": entry.repeats,
    }
