"""Reads a day as people type it."""

from __future__ import annotations

import datetime as dt
import re

from coopdesk.domain.errors import RuleError

_WORDS = {
    "a": 0,
    "auj": 0,
    "aujourd'hui": 0,
    "today": 0,
    "h": -1,
    "hier": -1,
    "yesterday": -1,
    "avant-hier": -2,
    "d": 1,
    "demain": 1,
    "tomorrow": 1,
}
_LATELY = 92  # days: what was held lately is noted with its day and month too
_OFFSET = re.compile(r"([+-])\s?(\d{1,4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?)?", re.ASCII)
_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def parse_day(
    text: str, today: dt.date, field: str = "day", *, is_ahead: bool = False
) -> dt.date:
    """Read ``12/3``, ``12/03/2026``, ``120326``, ``12``, ``auj``, ``hier``, ``+7`` or ISO.

    A day without its year is this year's, a day alone this month's. Two digits of a year lie
    between 80 years ago and 19 years ahead. With ``is_ahead``, for what is being prepared, a
    day without its year is the next of that name, unless it was less than three months ago.

    Raises:
        RuleError: ``day.unreadable`` with the text and the field.
    """
    typed = text.strip().lower().replace("\u2019", "'")
    try:
        day = _relative(typed, today)
        if day is None:
            day = _absolute(typed, today)
            if is_ahead and _lacks_year(typed) and (today - day).days > _LATELY:
                day = day.replace(year=day.year + 1)
    except (ValueError, OverflowError):
        raise RuleError("day.unreadable", text=text[:40], field=field) from None
    return day


def _relative(typed: str, today: dt.date) -> dt.date | None:
    if typed in _WORDS:
        return today + dt.timedelta(days=_WORDS[typed])
    offset = _OFFSET.fullmatch(typed)
    if offset is None:
        return None
    days = int(offset[2])
    return today + dt.timedelta(days=days if offset[1] == "+" else -days)


def _absolute(typed: str, today: dt.date) -> dt.date:
    iso = _ISO.fullmatch(typed)
    if iso:
        return dt.date(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _DAY_FIRST.fullmatch(typed) or _TOGETHER.fullmatch(typed)
    if found is None:
        raise ValueError(typed)
    day, month, year = found.groups()
    return dt.date(_year(year, today), int(month) if month else today.month, int(day))


def _lacks_year(typed: str) -> bool:
    """Tell whether a day and a month were typed, and no year."""
    found = _DAY_FIRST.fullmatch(typed) or _TOGETHER.fullmatch(typed)
    return found is not None and found[2] is not None and found[3] is None


def _year(text: str | None, today: dt.date) -> int:
    if text is None:
        return today.year
    if len(text) == 4:
        return int(text)
    century = today.year - today.year % 100
    year = century + int(text)
    return year - 100 if year > today.year + 19 else year
