"""Reads an hour of the clock the way people type it."""

from __future__ import annotations

import datetime as dt
import re

from coopdesk.domain.errors import RuleError

_HOUR = re.compile(r"([0-9]{1,2})\s*(?:(?:h|:|\.)\s*([0-9]{2})?)?", re.IGNORECASE)
_DIGITS = re.compile(r"([0-9]{1,2})([0-9]{2})")
_MOST_HOUR, _MOST_MINUTE = 23, 59


def parse_hour(text: str, field: str) -> dt.time:
    """Return the hour in ``14h30``, ``14:30``, ``14.30``, ``1430``, ``14 h`` or ``9``.

    Raises:
        RuleError: ``hour.unreadable``, for ``field``.
    """
    typed = text.strip()
    found = _HOUR.fullmatch(typed) or _DIGITS.fullmatch(typed)
    if found is not None:
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour <= _MOST_HOUR and minute <= _MOST_MINUTE:
            return dt.time(hour, minute)
    raise RuleError("hour.unreadable", text=typed, field=field)
