"""What the calendar says of days, months and weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.wording.calendar_words import day_named
from coopdesk.wording.event_dates import days_long
from coopdesk.wording.formats import capital, month_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from coopdesk.ui.events.calendar_layout import GridLayout
    from coopdesk.ui.events.calendar_marks import Mark


def day_said(day: dt.date, marks: Iterable[Mark]) -> str:
    """Return a day and what is held on it, for screen readers."""
    held = "; ".join(
        ", ".join(part for part in (mark.title, mark.detail) if part) for mark in marks
    )
    return _("{day}: {held}").format(day=day_named(day), held=held or _("nothing"))


def period_text(layout: GridLayout, day: dt.date) -> str:
    """Return the month, or the days of the week, that the calendar shows."""
    if len(layout.weeks) > 1:
        return capital(month_text(day))
    return capital(days_long(*layout.ends))


def counted(marks: Sequence[Mark], undated: int = 0) -> str:
    """Say how many events and items of calendars there are, those without a day apart."""
    events = sum(mark.entry.event_id is not None for mark in marks)
    others = len(marks) - events
    said = [events_text(events)] if events or not (others or undated) else []
    if others:
        said.append(items_text(others))
    if undated:
        said.append(_("{count} without a day").format(count=number_text(undated)))
    return " · ".join(said)


def events_text(count: int) -> str:
    """Return ``3 événements``."""
    return ngettext("{count} event", "{count} events", count).format(count=count)


def items_text(count: int) -> str:
    """Return ``2 dates d’agendas``."""
    return ngettext("{count} date of a calendar", "{count} dates of calendars", count).format(
        count=count
    )
