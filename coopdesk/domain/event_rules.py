"""What an event must be to be recorded: its days, its parts, and what taking part costs."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.event_days import is_day_outside, is_one_day
from coopdesk.domain.events import Pricing, When, WhenKind
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO

if TYPE_CHECKING:
    from coopdesk.domain.events import (
        NewCycle,
        NewEvent,
        NewEventPart,
        NewSession,
        NewTariff,
        NewVenue,
    )

TITLE_LIMIT, NAME_LIMIT, LINE_LIMIT, TEXT_LIMIT = 200, 100, 300, 20_000
MOST_PEOPLE, MOST_EDITIONS, MOST_DAYS = 1_000_000, 9_999, 366

_MIDNIGHT = dt.time(0)
_YEARS = range(1900, 2200)


def checked_event(new: NewEvent) -> NewEvent:
    """Return an event with tidy fields and whole days.

    Raises:
        RuleError: ``event.title_missing``, ``event.edition_wrong``,
            ``event.edition_without_cycle``, ``event.capacity_wrong``, ``event.expected_wrong``,
            ``text.too_long``, or as ``checked_when``. FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    title = checks.line(new.title, "title", TITLE_LIMIT)
    if not title:
        checks.refuse("event.title_missing", "title")
    _check_edition(new, checks)
    _check_count(checks, new.capacity, "event.capacity_wrong", "capacity")
    _check_count(checks, new.expected, "event.expected_wrong", "expected")
    cleaned = replace(
        new,
        title=title,
        when=_whole(new.when, checks),
        place_note=checks.line(new.place_note, "place_note", LINE_LIMIT),
        aim=checks.text(new.aim, "aim", TEXT_LIMIT),
        theme=checks.line(new.theme, "theme", LINE_LIMIT),
        public_text=checks.text(new.public_text, "public_text", TEXT_LIMIT),
        hashtag=_hashtags(checks.line(new.hashtag, "hashtag", NAME_LIMIT)),
        url=checks.line(new.url, "url", LINE_LIMIT),
        note=checks.text(new.note, "note", TEXT_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_when(when: When) -> When:
    """Return days made whole: Monday to Sunday of a week, all of a month or a year.

    Raises:
        RuleError: ``event.day_missing``, ``event.year_unlikely``, ``event.days_reversed``,
            ``event.days_too_many``, ``event.hours_without_days``, ``event.end_alone``,
            ``event.hours_reversed``. FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    cleaned = _whole(when, checks)
    checks.finish()
    return cleaned


def checked_session(new: NewSession, when: When) -> NewSession:
    """Return a part of an event held ``when``, with tidy fields; one day is its day.

    Raises:
        RuleError: ``session.title_missing``, ``session.day_outside``, ``session.end_alone``,
            ``session.hours_reversed``, ``session.hours_without_day``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    title = checks.line(new.title, "title", TITLE_LIMIT)
    if not title:
        checks.refuse("session.title_missing", "title")
    day = when.starts_on if is_one_day(when) and new.held_on is None else new.held_on
    if day is not None and is_day_outside(day, when):
        checks.refuse("session.day_outside", "held_on", day=day)
    begins, ends = _minute(new.begins_at), _minute(new.ends_at)
    if ends is not None and begins is None:
        checks.refuse("session.end_alone", "begins_at")
    if _is_reversed(begins, ends):
        checks.refuse("session.hours_reversed", "ends_at")
    # Where the day of an event is not chosen yet, its programme may be known all the same.
    if begins is not None and day is None and when.kind is WhenKind.DAYS:
        checks.refuse("session.hours_without_day", "held_on")
    cleaned = replace(
        new,
        title=title,
        held_on=day,
        begins_at=begins,
        ends_at=ends,
        room=checks.line(new.room, "room", NAME_LIMIT),
        theme=checks.line(new.theme, "theme", LINE_LIMIT),
        description=checks.text(new.description, "description", TEXT_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_part(new: NewEventPart) -> NewEventPart:
    """Return somebody's part in an event with tidy fields; a contact needs no name.

    Raises:
        RuleError: ``event.part_nobody``, ``text.too_long``. FieldErrors: several fields.
    """
    checks = FieldChecks()
    name = "" if new.contact_id else checks.line(new.name, "name", NAME_LIMIT)
    if new.contact_id is None and not name:
        checks.refuse("event.part_nobody", "name")
    cleaned = replace(
        new,
        name=name,
        subject=checks.line(new.subject, "subject", LINE_LIMIT),
        theme=checks.line(new.theme, "theme", LINE_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_tariff(new: NewTariff) -> NewTariff:
    """Return what taking part costs with tidy fields; a fixed price of nothing is free.

    Raises:
        RuleError: ``tariff.name_missing``, ``tariff.amount_negative``,
            ``tariff.below_minimum``, ``tariff.quota_wrong``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", NAME_LIMIT)
    if not name:
        checks.refuse("tariff.name_missing", "name")
    if new.amount < ZERO:
        checks.refuse("tariff.amount_negative", "amount")
    if new.minimum < ZERO:
        checks.refuse("tariff.amount_negative", "minimum")
    is_open = new.pricing is Pricing.OPEN
    if is_open and ZERO < new.amount < new.minimum:
        checks.refuse("tariff.below_minimum", "amount", minimum=new.minimum)
    _check_count(checks, new.quota, "tariff.quota_wrong", "quota")
    costs = is_open or (new.pricing is Pricing.FIXED and new.amount > ZERO)
    cleaned = replace(
        new,
        name=name,
        pricing=new.pricing if costs else Pricing.FREE,
        amount=new.amount if costs else ZERO,
        minimum=new.minimum if is_open else ZERO,
        ticket_name=checks.line(new.ticket_name, "ticket_name", LINE_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_venue(new: NewVenue) -> NewVenue:
    """Return a place with tidy fields.

    Raises:
        RuleError: ``venue.name_missing``, ``venue.capacity_wrong``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", NAME_LIMIT)
    if not name:
        checks.refuse("venue.name_missing", "name")
    _check_count(checks, new.capacity, "venue.capacity_wrong", "capacity")
    cleaned = replace(
        new,
        name=name,
        address=checks.line(new.address, "address", LINE_LIMIT),
        postal_code=checks.line(new.postal_code, "postal_code", NAME_LIMIT),
        town=checks.line(new.town, "town", NAME_LIMIT),
        access=checks.text(new.access, "access", TEXT_LIMIT),
        note=checks.text(new.note, "note", TEXT_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_cycle(new: NewCycle) -> NewCycle:
    """Return a series of events with tidy fields.

    Raises:
        RuleError: ``cycle.name_missing``, ``text.too_long``. FieldErrors: several fields.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", NAME_LIMIT)
    if not name:
        checks.refuse("cycle.name_missing", "name")
    cleaned = replace(
        new,
        name=name,
        origin=checks.line(new.origin, "origin", LINE_LIMIT),
        since=checks.line(new.since, "since", NAME_LIMIT),
        note=checks.text(new.note, "note", TEXT_LIMIT),
    )
    checks.finish()
    return cleaned


def shows_otherwise(old: NewEvent, new: NewEvent) -> bool:
    """Tell whether a calendar would show an event otherwise than it did."""
    return _shown(old) != _shown(new)


def _shown(one: NewEvent) -> tuple[object, ...]:
    return (
        one.title,
        one.state,
        one.when,
        one.cycle_id,
        one.edition,
        one.venue_id,
        one.place_note,
        one.theme,
        one.public_text,
        one.hashtag,
        one.url,
    )


def _whole(when: When, checks: FieldChecks) -> When:
    """Return days made whole, or note what is wrong with them."""
    begins, ends = _minute(when.begins_at), _minute(when.ends_at)
    if when.kind is not WhenKind.DAYS and (begins or ends) is not None:
        checks.refuse("event.hours_without_days", "begins_at")
        return when
    if when.kind is WhenKind.UNDATED:
        return When()
    first = when.starts_on
    if first is None:
        checks.refuse("event.day_missing", "starts_on")
        return when
    if first.year not in _YEARS:
        checks.refuse("event.year_unlikely", "starts_on", year=first.year)
        return when
    if when.kind is not WhenKind.DAYS:
        return When(when.kind, *_span(when.kind, first))
    return _exact(first, when.ends_on or first, (begins, ends), checks)


def _exact(
    first: dt.date,
    last: dt.date,
    hours: tuple[dt.time | None, dt.time | None],
    checks: FieldChecks,
) -> When:
    """Return exact days with their hours, or note what is wrong with them."""
    begins, ends = hours
    if last < first:
        checks.refuse("event.days_reversed", "ends_on")
    elif (last - first).days >= MOST_DAYS:
        checks.refuse("event.days_too_many", "ends_on", limit=MOST_DAYS)
    if ends is not None and begins is None:
        checks.refuse("event.end_alone", "begins_at")
    elif last == first and _is_reversed(begins, ends):
        checks.refuse("event.hours_reversed", "ends_at")
    return When(WhenKind.DAYS, first, last, begins, ends)


def _span(kind: WhenKind, day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the week, the month or the year of a day."""
    if kind is WhenKind.WEEK:
        monday = day - dt.timedelta(days=day.weekday())
        return monday, monday + dt.timedelta(days=6)
    if kind is WhenKind.MONTH:
        last = calendar.monthrange(day.year, day.month)[1]
        return day.replace(day=1), day.replace(day=last)
    return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)


def _is_reversed(begins: dt.time | None, ends: dt.time | None) -> bool:
    """Tell whether what is held on one day ends before it begins; midnight ends the day."""
    return begins is not None and ends is not None and _MIDNIGHT < ends <= begins


def _minute(hour: dt.time | None) -> dt.time | None:
    return None if hour is None else hour.replace(second=0, microsecond=0, tzinfo=None)


def _hashtags(text: str) -> str:
    """Return words with the sign before each; what was typed with it stays as it was."""
    return " ".join(word if word.startswith("#") else f"#{word}" for word in text.split())


def _check_edition(new: NewEvent, checks: FieldChecks) -> None:
    if new.edition is None:
        return
    if not 0 < new.edition <= MOST_EDITIONS:
        checks.refuse("event.edition_wrong", "edition")
    elif new.cycle_id is None:
        checks.refuse("event.edition_without_cycle", "edition")


def _check_count(checks: FieldChecks, count: int | None, code: str, field: str) -> None:
    if count is not None and not 0 < count <= MOST_PEOPLE:
        checks.refuse(code, field)
