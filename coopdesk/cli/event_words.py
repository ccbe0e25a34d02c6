"""What commands about events have in common: how one is named, its days, its document."""

import datetime as dt
from typing import Annotated, Any

import typer

from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import optional, or_empty, parse_day
from coopdesk.domain.events import (
    Event,
    EventLine,
    EventPart,
    Session,
    Tariff,
    When,
    WhenKind,
)
from coopdesk.domain.hours import parse_hour
from coopdesk.services.registry import Services
from coopdesk.wording.language import _

_MONTH_LENGTH = len("2016-04")
_YEAR_LENGTH = len("2016")

EventArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("EVENT"),
        help=_("The event: its number, words of its title, or “3e …” of its cycle."),
    ),
]


def event_id(services: Services, text: str) -> int:
    """Return the id of the event that a text names.

    Raises:
        UsageProblemError: none is called so. RuleError: ``event.ambiguous``.
    """
    found = services.events.id_named(text)
    if found is None:
        raise UsageProblemError(_("There is no event “{name}”.").format(name=text))
    return found


def parse_month(text: str | dt.date) -> dt.date:
    """Read a month, ``2016-04``, or any day of it; for options."""
    if isinstance(text, str) and len(text.strip()) == _MONTH_LENGTH:
        return parse_day(f"{text.strip()}-01")
    return parse_day(text)


def parse_year(text: str | dt.date) -> dt.date:
    """Read a year, or any day of it; for options."""
    if isinstance(text, str) and len(text.strip()) == _YEAR_LENGTH:
        return parse_day(f"{text.strip()}-01-01")
    return parse_day(text)


def parse_clock(text: str | dt.time) -> dt.time:
    """Read an hour of the clock; for options."""
    return text if isinstance(text, dt.time) else parse_hour(text, "hour")


HOURS = {
    "begins_at": optional("--begins", _("When it begins."), _("HOUR"), or_empty(parse_clock)),
    "ends_at": optional("--ends", _("When it ends."), _("HOUR"), or_empty(parse_clock)),
}
WHEN = {
    "on": optional("--on", _("Its day, or the first one."), _("DATE"), parse_day),
    "until": optional("--until", _("Its last day."), _("DATE"), parse_day),
    "week": optional(
        "--week", _("Any day of its week, if its day is not fixed."), _("DATE"), parse_day
    ),
    "month": optional("--month", _("Its month, such as 2016-04."), _("MONTH"), parse_month),
    "in_year": optional(
        "--in-year", _("Its year, if no more is known."), _("YEAR"), parse_year
    ),
    **HOURS,
}
UndatedOption = Annotated[
    bool, typer.Option("--undated", metavar="", help=_("Its date is not known yet."))
]
_KINDS = {
    "on": (WhenKind.DAYS, "--on"),
    "week": (WhenKind.WEEK, "--week"),
    "month": (WhenKind.MONTH, "--month"),
    "in_year": (WhenKind.YEAR, "--in-year"),
}


def when_of(told: dict[str, Any], known: When, *, undated: bool = False) -> When:
    """Take the options about days out of what was told; return when the event is held.

    What is not told stays as it was; another day is one day, with the hours of before.

    Raises:
        UsageProblemError: two of them say different things.
    """
    named = [name for name in _KINDS if told.get(name)]
    flags = [_KINDS[name][1] for name in named] + ["--undated"] * undated
    if len(flags) > 1:
        raise UsageProblemError(
            _("{one} and {other} do not go together.").format(one=flags[0], other=flags[1])
        )
    days = {name: told.pop(name, None) for name in _KINDS}
    until = told.pop("until", None)
    hours = [_hour(told, name, getattr(known, name)) for name in ("begins_at", "ends_at")]
    if undated:
        return When()
    if not named:
        last = until or known.ends_on
        return When(known.kind, known.starts_on, last, *hours)
    kind = _KINDS[named[0]][0]
    if kind is not WhenKind.DAYS:
        return When(kind, days[named[0]])
    return When(kind, days["on"], until or days["on"], *hours)


def _hour(told: dict[str, Any], name: str, known: dt.time | None) -> dt.time | None:
    """Return an hour as told, the one of before where nothing was; empty text is none."""
    value = told.pop(name, None)
    return known if value is None else value or None


def when_document(when: When) -> Document:
    """Return when an event is held for ``--json``."""
    return {
        "when": when.kind,
        "starts_on": when.starts_on,
        "ends_on": when.ends_on,
        "begins_at": _clock(when.begins_at),
        "ends_at": _clock(when.ends_at),
    }


def event_document(event: Event) -> Document:
    """Return an event for ``--json``."""
    content = event.content
    return {
        "id": event.id,
        "title": event.title,
        "kind": content.kind,
        "state": content.state,
        **when_document(event.when),
        "cycle_id": content.cycle_id,
        "cycle": event.cycle_name,
        "edition": content.edition,
        "previous_id": content.previous_id,
        "venue_id": content.venue_id,
        "venue": event.venue_name,
        "place_note": content.place_note,
        "aim": content.aim,
        "theme": content.theme,
        "public_text": content.public_text,
        "hashtag": content.hashtag,
        "url": content.url,
        "note": content.note,
        "capacity": content.capacity,
        "expected": content.expected,
        "has_waiting_list": content.has_waiting_list,
        "is_open": content.is_open,
        "activity_id": event.activity_id,
        "uid": event.uid,
        "revision": event.revision,
    }


def line_document(line: EventLine) -> Document:
    """Return a row of the list of events for ``--json``."""
    return {
        "id": line.id,
        "title": line.title,
        "kind": line.kind,
        "state": line.state,
        **when_document(line.when),
        "edition": line.edition,
        "cycle": line.cycle_name,
        "venue": line.venue_name,
        "town": line.town,
        "capacity": line.capacity,
        "registered": line.registered,
        "waiting": line.waiting,
        "present": line.present,
        "due_cents": line.due.cents,
        "has_report": line.has_report,
    }


def session_document(session: Session) -> Document:
    """Return a session for ``--json``."""
    content = session.content
    return {
        "id": session.id,
        "title": content.title,
        "held_on": content.held_on,
        "begins_at": _clock(content.begins_at),
        "ends_at": _clock(content.ends_at),
        "venue_id": content.venue_id,
        "venue": session.venue_name,
        "room": content.room,
        "theme": content.theme,
        "description": content.description,
    }


def part_document(part: EventPart) -> Document:
    """Return somebody's part in an event for ``--json``."""
    content = part.content
    return {
        "id": part.id,
        "role": content.role,
        "contact_id": content.contact_id,
        "name": part.name,
        "subject": content.subject,
        "theme": content.theme,
        "session_id": content.session_id,
        "session": part.session_title,
    }


def tariff_document(tariff: Tariff) -> Document:
    """Return what taking part costs for ``--json``."""
    content = tariff.content
    return {
        "id": tariff.id,
        "name": content.name,
        "kind": content.kind,
        "pricing": content.pricing,
        "amount_cents": content.amount.cents,
        "minimum_cents": content.minimum.cents,
        "quota": content.quota,
        "ticket": content.ticket_name,
        "is_closed": tariff.is_closed,
        "taken": tariff.taken,
    }


def _clock(hour: dt.time | None) -> str:
    return "" if hour is None else f"{hour:%H:%M}"
