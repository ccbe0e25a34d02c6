"""Days of the week as calendars name them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from coopdesk.wording.formats import day_long
from coopdesk.wording.language import language

if TYPE_CHECKING:
    import datetime as dt


def weekday_names(*, short: bool = False) -> tuple[str, ...]:
    """Return the names of the seven days, ``lundi`` or ``lun.`` first."""
    return _weekdays(language(), "abbreviated" if short else "wide")


def day_named(day: dt.date) -> str:
    """Return ``mardi 12 avril 2016`` (in English ``Tuesday 12 April 2016``)."""
    return f"{weekday_names()[day.weekday()]} {day_long(day)}"


@cache
def _weekdays(chosen: str, width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
    from babel.dates import get_day_names

    names = get_day_names(width, locale=chosen)
    return tuple(names[number] for number in range(7))
