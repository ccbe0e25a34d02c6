"""How events are announced: which edition they are, and their days with those of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.event_days import is_one_day
from coopdesk.domain.events import WhenKind
from coopdesk.wording.calendar_words import day_named, weekday_names
from coopdesk.wording.event_dates import clock_text, when_text
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, language, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.events import When

_ENGLISH_ENDS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_NAMED = 5


def edition_text(edition: int) -> str:
    """Return ``1re``, ``3e`` (in English ``1st``, ``3rd``): an edition, or its number alone."""
    if language() != "en":
        return "1re" if edition == 1 else f"{edition}e"
    end = "th" if edition % 100 in _TEENS else _ENGLISH_ENDS.get(edition % 10, "th")
    return f"{edition}{end}"


def event_title_text(title: str, edition: int | None) -> str:
    """Return a title with which edition it is: ``Atelier (3e édition)``."""
    if edition is None:
        return title
    said = _("{title} ({number} edition)")
    return said.format(title=title, number=edition_text(edition))


def left_out_text(titles: Sequence[str]) -> str:
    """Say which events a calendar file leaves out, the first ones by name."""
    said = ngettext(
        "{count} event without a day left out: {names}",
        "{count} events without a day left out: {names}",
        len(titles),
    )
    more = ["…"] if len(titles) > _NAMED else []
    names = ", ".join((*titles[:_NAMED], *more))
    return said.format(count=number_text(len(titles)), names=names)


def when_long(when: When) -> str:
    """Return when an event is held as one announces it.

    ``mardi 8 mars 2016, de 18 h à 20 h 30``, ``jeudi 4 et vendredi 5 juin 2015``, ``du jeudi 4
    au dimanche 7 juin 2015``, ``semaine du 11 avril 2016``.
    """
    days, hours = _days(when), _hours(when)
    return f"{days}, {hours}" if hours else days


def _days(when: When) -> str:
    first, last = when.starts_on, when.ends_on
    if when.kind is not WhenKind.DAYS or first is None or last is None:
        return when_text(when)
    if first == last:
        return day_named(first)
    start, end = _start(first, last), day_named(last)
    if (last - first).days == 1:
        return _("{first} and {last}").format(first=start, last=end)
    return _("from {start} to {end}").format(start=start, end=end)


def _start(first: dt.date, last: dt.date) -> str:
    """Return the first day without the month and the year that the last one says as well."""
    named = day_named(first)
    if first.year != last.year:
        return named
    if first.month != last.month:
        return named.removesuffix(f" {first.year}")
    weekday = weekday_names()[first.weekday()]
    return f"{weekday} {named.removeprefix(weekday).split()[0]}"


def _hours(when: When) -> str:
    begins, ends = when.begins_at, when.ends_at
    if begins is None:
        return ""
    if ends is None:
        return _("at {hour}").format(hour=clock_text(begins))
    if not is_one_day(when):
        said = _("from {start} on the first day to {end} on the last")
        return said.format(start=clock_text(begins), end=clock_text(ends))
    return _("between {start} and {end}").format(start=clock_text(begins), end=clock_text(ends))
