"""How long ago something was, as people say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.wording.formats import day_long
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt

_COUNTED_DAYS = 31


def age_days(moment: dt.datetime, today: dt.date) -> int:
    """Return how many days ago a moment was, in local time; never below zero."""
    return max(0, (today - moment.astimezone().date()).days)


def age_text(moment: dt.datetime, today: dt.date) -> str:
    """Return ``today``, ``yesterday``, ``3 days ago``, or the day when it is long ago."""
    days = age_days(moment, today)
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days <= _COUNTED_DAYS:
        return ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    return _("on {day}").format(day=day_long(moment.astimezone().date()))
