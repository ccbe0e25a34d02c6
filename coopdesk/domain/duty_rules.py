"""The yearly calendar of an association: when each duty falls, and own dates that come back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Literal, TypeAlias

from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.duties import DutyState, NewOwnDuty
from coopdesk.domain.field_checks import FieldChecks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from coopdesk.domain.duties import Duty, OwnDuty
    from coopdesk.domain.legal_parameters import Confidence

# Within so many days a duty is soon due.
SOON_DAYS = 30
TITLE_LIMIT, NOTE_LIMIT = 160, 1000
# Duties that only the file knows of, each about one record; the calendar has the others. What
# a person says of one holds for that record alone.
OF_ONE_RECORD = frozenset(
    {
        "agreement.notice",
        "agreement.renew",
        "agreement.end",
        "assembly.minutes",
        "grants.apply",
    }
)
_FIRST_YEAR, _LAST_YEAR = 2000, 2200
_LONGEST_REPEAT = 120
_OWN = "own."
_YEAR = dt.timedelta(days=366)


# What the day of a duty is counted from; its figure is a legal parameter. Months after the end
# of a fiscal year, or after the assembly that approved the accounts; days before an assembly;
# the day of the yearly declaration of gifts (RF-42); months after something changed; when a
# grant is asked for; whenever it comes up.
DutyWhen: TypeAlias = Literal[
    "closing", "approval", "convening", "declaration", "change", "request", "always"
]


@dataclass(frozen=True, slots=True)
class DutyRule:
    """A duty of the yearly calendar as the reference has it.

    ``parameter`` is the legal parameter that counts the months or days, ``source`` who says so
    with which ``confidence``, ``remark`` whom it concerns. ``page`` and ``target`` say where it
    is done.
    """

    code: str
    when: DutyWhen
    source: str
    confidence: Confidence
    parameter: str = ""
    remark: str = ""
    page: str = ""
    target: object = None


def state_on(due_on: dt.date | None, today: dt.date, *, waits: bool = True) -> DutyState:
    """Say how pressing something is; without a day what ``waits`` already is soon due."""
    if due_on is None:
        return DutyState.SOON if waits else DutyState.LATER
    if due_on < today:
        return DutyState.LATE
    return DutyState.SOON if due_on <= today + dt.timedelta(SOON_DAYS) else DutyState.LATER


def in_order(duties: Iterable[Duty]) -> list[Duty]:
    """Put duties in the order of a list: late, soon, later, done; by day, undated ones last."""
    ranks = {state: rank for rank, state in enumerate(DutyState)}
    return sorted(
        duties, key=lambda one: (ranks[one.state], one.due_on or dt.date.max, one.code)
    )


def checked_own_duty(new: NewOwnDuty) -> NewOwnDuty:
    """Return a date of our own cleaned.

    Raises:
        RuleError: ``duty.title_missing``, ``duty.day_out_of_range``, ``duty.wrong_repeat``,
            ``text.too_long``. FieldErrors: several are.
    """
    checks = FieldChecks()
    title = checks.line(new.title, "title", TITLE_LIMIT)
    note = checks.text(new.note, "note", NOTE_LIMIT)
    if not title:
        checks.refuse("duty.title_missing", "title")
    if not _FIRST_YEAR <= new.due_on.year <= _LAST_YEAR:
        checks.refuse("duty.day_out_of_range", "due_on", day=new.due_on)
    if new.repeat_months is not None and not 1 <= new.repeat_months <= _LONGEST_REPEAT:
        checks.refuse("duty.wrong_repeat", "repeat_months", limit=_LONGEST_REPEAT)
    checks.finish()
    return NewOwnDuty(title, new.due_on, new.repeat_months, note)


def own_code(own_id: int) -> str:
    """Return the code of a date of our own: ``own.12``."""
    return f"{_OWN}{own_id}"


def own_id_of(code: str) -> int | None:
    """Return the id of the date of our own that a code names; None for any other duty."""
    number = code.removeprefix(_OWN)
    return int(number) if code.startswith(_OWN) and number.isdecimal() else None


def days_in(content: NewOwnDuty, year: int) -> list[dt.date]:
    """Return the days of a calendar year on which an own date falls."""
    found = []
    for number in count():
        day = months_after(content.due_on, number * (content.repeat_months or 0))
        if day.year > year:
            break
        if day.year == year:
            found.append(day)
        if content.repeat_months is None:
            break
    return found


def next_day(own: OwnDuty, done: Collection[str], today: dt.date) -> dt.date | None:
    """Return the first day of an own date that is not done; None when it never comes again.

    ``done`` are the days that were done, as ISO text. Days are counted from the first one, so
    that what falls on the 31st does so again after a shorter month. Of what comes back, days
    from before anybody kept it are not asked for, nor those of more than a year ago, unless
    none has come since.
    """
    first, months = own.content.due_on, own.content.repeat_months
    if months is None:
        return None if first.isoformat() in done else first
    since = max(min(done), (today - _YEAR).isoformat()) if done else today.isoformat()
    for number in count():
        day = months_after(first, number * months)
        is_old = day.isoformat() < since and months_after(first, (number + 1) * months) <= today
        if not is_old and day.isoformat() not in done:
            return day
    return None
