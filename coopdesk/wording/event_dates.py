"""When events are held, in words: a day, several, a week, a month, or not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.events import WhenKind
from coopdesk.wording.formats import HARD_SPACE, day_long, month_text
from coopdesk.wording.language import _, language

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.events import When


def when_text(when: When) -> str:
    """Return ``12 mars 2026``, ``du 12 au 14 mars 2026``, and so on."""
    first, last = when.starts_on, when.ends_on
    if when.kind is WhenKind.UNDATED or first is None:
        return _("no date yet")
    if when.kind is WhenKind.WEEK:
        return _("week of {day}").format(day=day_long(first))
    if when.kind is WhenKind.MONTH:
        return month_text(first)
    if when.kind is WhenKind.YEAR:
        return str(first.year)
    return days_long(first, last or first)


def when_with_hours(when: When) -> str:
    """Return when an event is held with its hours: ``12 mars 2026, 14 h – 17 h 30``."""
    hours = hours_text(when.begins_at, when.ends_at)
    return f"{when_text(when)}, {hours}" if hours else when_text(when)


def days_long(first: dt.date, last: dt.date) -> str:
    """Return two days with what they have in common once: ``du 12 au 14 mars 2026``."""
    if first == last:
        return day_long(first)
    start = day_long(first)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
        if first.month == last.month:
            start = start.partition(" ")[0]
    return _("from {start} to {end}").format(start=start, end=day_long(last))


def hours_text(begins_at: dt.time | None, ends_at: dt.time | None) -> str:
    """Return ``14 h – 17 h 30``, or the one hour that is known."""
    if begins_at is None:
        said = clock_text(ends_at) if ends_at is not None else ""
        return _("until {hour}").format(hour=said) if said else ""
    if ends_at is None:
        return clock_text(begins_at)
    return f"{clock_text(begins_at)} – {clock_text(ends_at)}"


def clock_text(moment: dt.time) -> str:
    """Return ``14 h 30`` or ``14 h`` (in English ``14:30``)."""
    if language() == "en":
        return f"{moment:%H:%M}"
    minutes = f"{HARD_SPACE}{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}{HARD_SPACE}h{minutes}"
