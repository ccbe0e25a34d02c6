"""Columns of the polls and of the dates that files brought, and how they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.calendars import CalendarStatus
from coopdesk.domain.polls import PollKind
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import day_text, hour_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.calendars import CalendarLine
    from coopdesk.domain.polls import OptionCount, PollLine, PollOption

_TONES = {
    CalendarStatus.NONE: None,
    CalendarStatus.TENTATIVE: Tone.ATTENTION,
    CalendarStatus.CONFIRMED: Tone.GOOD,
    CalendarStatus.CANCELLED: Tone.BAD,
}


def poll_columns() -> tuple[Column, ...]:
    """Return the columns of the polls."""
    return (
        Column("title", _("Poll"), _poll_title, width=18, stretch=True, tip=_poll_title),
        Column("kind", _("Kind"), _poll_kind, width=17, gives_way=2),
        Column("replies", _("Answers"), _replies, align_right=True, width=9),
        Column("options", _("Options"), _options, align_right=True, width=9, gives_way=1),
        Column("best", _("Best choice"), _best, width=18, stretch=True, tip=_best),
    )


def date_columns() -> tuple[Column, ...]:
    """Return the columns of the dates."""
    return (
        Column("day", _("Date"), days_text, width=20),
        Column("hour", _("Hour"), hours_text, width=15),
        Column("title", _("What"), _title, width=16, stretch=True, tip=_title),
        Column("place", _("Place"), _place, width=14, stretch=True, gives_way=2, tip=_place),
        Column("status", _("Status"), _status, tone=_tone, width=12, gives_way=1),
    )


def option_text(option: PollOption) -> str:
    """Return what an option is called: its day in our way, its hour, its question."""
    day = day_text(option.held_on) if option.held_on is not None else option.label
    moment = option.moment if option.moment != day else ""
    said = " · ".join(part for part in (day, moment) if part)
    if option.group and option.group != option.label:
        return f"{option.group}\N{NO-BREAK SPACE}: {said}"
    return said


def count_text(count: OptionCount) -> str:
    """Return how often an option was answered yes, « if needed » apart."""
    text = _("{count} yes").format(count=number_text(count.yes))
    if count.maybe:
        text += " + " + _("{count} if needed").format(count=number_text(count.maybe))
    return text


def days_text(line: CalendarLine) -> str:
    """Return the day of a date, or its first and last one."""
    if line.ends_on == line.starts_on:
        return day_text(line.starts_on)
    first, last = day_text(line.starts_on), day_text(line.ends_on)
    return _("{first} to {last}").format(first=first, last=last)


def hours_text(line: CalendarLine) -> str:
    """Return when a date begins and ends, nothing of a whole day."""
    if line.starts_at is None:
        return ""
    begins = hour_text(line.starts_at)
    if line.ends_at is None or line.ends_at == line.starts_at:
        return begins
    return f"{begins} – {hour_text(line.ends_at)}"


def _poll_title(line: PollLine) -> str:
    return line.title


def _poll_kind(line: PollLine) -> str:
    return label(line.kind)


def _replies(line: PollLine) -> str:
    return number_text(line.reply_count)


def _options(line: PollLine) -> str:
    return number_text(line.option_count)


def _best(line: PollLine) -> str:
    if line.kind is PollKind.FORM:
        return ""
    return ", ".join(f"{option_text(x.option)} ({count_text(x)})" for x in line.best)


def _title(line: CalendarLine) -> str:
    title = line.title or _("(untitled)")
    return f"{title} ↻" if line.repeats else title


def _place(line: CalendarLine) -> str:
    return line.place


def _status(line: CalendarLine) -> str:
    return "" if line.status is CalendarStatus.NONE else label(line.status)


def _tone(line: CalendarLine) -> Tone | None:
    return _TONES[line.status]
