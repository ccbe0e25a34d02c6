"""The day on which a company closes its fiscal year, as people type it."""

from __future__ import annotations

import datetime as dt
import re

from coopdesk.domain.errors import RuleError

_TYPED = re.compile(r"(\d{1,2})\s*[/. ]\s*(\d{1,2})")
_STORED = re.compile(r"(\d{2})-(\d{2})")
_LEAP_YEAR = 2024  # so that 29 February is a day like any other


def closing_day(text: str) -> str:
    """Return the day as ``06-30``; empty for 31 December, which most companies have.

    Takes ``30/06``, ``30.6`` or ``06-30``.

    Raises:
        RuleError: ``contact.closing_unreadable``.
    """
    typed = text.strip()
    if not typed:
        return ""
    if found := _STORED.fullmatch(typed):
        month, day = map(int, found.groups())
    elif found := _TYPED.fullmatch(typed):
        day, month = map(int, found.groups())
    else:
        raise RuleError("contact.closing_unreadable", field="fiscal_year_end", text=typed[:20])
    try:
        dt.date(_LEAP_YEAR, month, day)
    except ValueError as error:
        raise RuleError(
            "contact.closing_unreadable", field="fiscal_year_end", text=typed[:20]
        ) from error
    return "" if (month, day) == (12, 31) else f"{month:02d}-{day:02d}"


def closing_text(stored: str) -> str:
    """Return a stored day as people type it: ``30/06``; empty for 31 December."""
    return f"{stored[3:]}/{stored[:2]}" if stored else ""
