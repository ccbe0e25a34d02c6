"""Volunteers' time and what is given in kind: hours, their value, and their entry (86 = 87)."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryKind, NewEntry, NewEntryLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

NAME_LIMIT, TEXT_LIMIT, SOURCE_LIMIT = 100, 200, 300
# A year of somebody's full time: more is a slip of the keyboard.
MOST_MINUTES = 366 * 24 * 60
MOST_HOURLY = Money(100_000)
TIME_ACCOUNTS = ("864", "875")
JOURNAL = "CV"
# The register of time and contributions as voucher, with the last day of what is booked.
_REGISTER_MARK = "B"


class ContributionKind(enum.Enum):
    """What is given in kind."""

    GOODS = "goods"
    PREMISES = "premises"
    SERVICES = "services"


# The use and the resource of each (ANC 2018-06, classes 86 and 87).
CONTRIBUTION_ACCOUNTS = {
    ContributionKind.GOODS: ("860", "870"),
    ContributionKind.PREMISES: ("861", "871"),
    ContributionKind.SERVICES: ("862", "871"),
}


@dataclass(frozen=True, slots=True)
class NewRate:
    """What an hour of a kind of work is worth from a day on, and who says so."""

    name: str
    since: dt.date
    hourly: Money
    source: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A recorded rate; ``id`` 0 is one that the program brings and nobody used yet."""

    id: int
    content: NewRate


@dataclass(frozen=True, slots=True)
class NewTime:
    """Time given: by somebody, or by people nobody named. ``rate`` names a rate."""

    done_on: dt.date
    minutes: int
    task: str = ""
    contact_id: int | None = None
    activity_id: int | None = None
    rate: str = ""


@dataclass(frozen=True, slots=True)
class VolunteerTime:
    """Recorded time with its rate of that day; ``entry_id`` once it is in the books."""

    id: int
    content: NewTime
    hourly: Money = ZERO
    contact_name: str = ""
    activity_name: str = ""
    entry_id: int | None = None

    @property
    def value(self) -> Money:
        """What it is worth, rounded half up to the cent."""
        return value_of(self.content.minutes, self.hourly)


@dataclass(frozen=True, slots=True)
class NewContribution:
    """Something given in kind, and what its value rests on."""

    kind: ContributionKind
    given_on: dt.date
    amount: Money
    label: str
    value_basis: str = ""
    contact_id: int | None = None
    activity_id: int | None = None
    donation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """A recorded contribution; ``entry_id`` once it is in the books."""

    id: int
    content: NewContribution
    contact_name: str = ""
    activity_name: str = ""
    entry_id: int | None = None


@dataclass(frozen=True, slots=True)
class VolunteeringSum:
    """What was given for an activity in some days, None for no activity."""

    activity_id: int | None
    activity_name: str
    minutes: int
    time_value: Money
    goods: Money
    premises: Money
    services: Money

    @property
    def value(self) -> Money:
        """All of it."""
        return self.time_value + self.goods + self.premises + self.services


def value_of(minutes: int, hourly: Money) -> Money:
    """Return what minutes are worth at an hourly rate, rounded half up to the cent."""
    return Money((2 * minutes * hourly.cents + 60) // 120)


def parse_minutes(text: str) -> int:
    """Read a time as people write it: ``3``, ``3,5``, ``3h``, ``3h30``, ``2:15``, ``45min``.

    Raises:
        RuleError: ``volunteer.time_unreadable``.
    """
    plain = "".join(text.lower().split()).replace(",", ".").replace("heures", "h")
    plain = plain.replace("heure", "h").replace("minutes", "min").replace("mn", "min")
    try:
        minutes = _minutes(plain)
    except ValueError:
        minutes = 0
    if not plain.isascii() or not 0 < minutes <= MOST_MINUTES:
        raise RuleError("volunteer.time_unreadable", field="time", text=text[:40])
    return minutes


def _minutes(plain: str) -> int:
    if plain.endswith("min") and "h" not in plain:
        return int(plain.removesuffix("min"))
    for mark in ("h", ":"):
        if mark in plain:
            hours, _mark, minutes = plain.partition(mark)
            rest = int(minutes.removesuffix("min") or 0)
            if rest >= 60:
                raise ValueError(plain)
            return int(hours) * 60 + rest
    whole, _point, part = plain.partition(".")
    if len(part) > 4 or not (whole + part).isdigit():
        raise ValueError(plain)
    scale: int = 10 ** len(part)
    return (int(whole + part) * 120 + scale) // (2 * scale)


def checked_rate(new: NewRate) -> NewRate:
    """Return a rate with tidy fields.

    Raises:
        RuleError: ``volunteer.rate_name_missing``, ``volunteer.rate_wrong``,
            ``volunteer.source_missing``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", NAME_LIMIT)
    if not name:
        checks.refuse("volunteer.rate_name_missing", "name")
    if not ZERO < new.hourly <= MOST_HOURLY:
        checks.refuse("volunteer.rate_wrong", "hourly", most=MOST_HOURLY)
    source = checks.line(new.source, "source", SOURCE_LIMIT)
    if not source:
        checks.refuse("volunteer.source_missing", "source")
    checks.finish()
    return replace(new, name=name, source=source)


def checked_time(new: NewTime, today: dt.date) -> NewTime:
    """Return time with a tidy task.

    Raises:
        RuleError: ``volunteer.time_wrong``, ``volunteer.in_the_future``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    if new.done_on > today:
        checks.refuse("volunteer.in_the_future", "done_on")
    if not 0 < new.minutes <= MOST_MINUTES:
        checks.refuse("volunteer.time_wrong", "time")
    task = checks.line(new.task, "task", TEXT_LIMIT)
    rate = checks.line(new.rate, "rate", NAME_LIMIT)
    checks.finish()
    return replace(new, task=task, rate=rate)


def checked_contribution(new: NewContribution, today: dt.date) -> NewContribution:
    """Return a contribution with tidy fields.

    Raises:
        RuleError: ``contribution.label_missing``, ``contribution.amount_missing``,
            ``contribution.in_the_future``, ``text.too_long``. FieldErrors: several fields
            are wrong.
    """
    checks = FieldChecks()
    if new.given_on > today:
        checks.refuse("contribution.in_the_future", "given_on")
    label = checks.line(new.label, "label", TEXT_LIMIT)
    if not label:
        checks.refuse("contribution.label_missing", "label")
    if new.amount <= ZERO:
        checks.refuse("contribution.amount_missing", "amount")
    basis = checks.line(new.value_basis, "value_basis", TEXT_LIMIT)
    checks.finish()
    return replace(new, label=label, value_basis=basis)


def rate_on(rates: Iterable[Rate], name: str, day: dt.date) -> Rate | None:
    """Return the rate of a name that is in force on a day; None before the first."""
    in_force = [
        one
        for one in rates
        if one.content.name.casefold() == name.casefold() and one.content.since <= day
    ]
    return max(in_force, key=lambda one: one.content.since, default=None)


def sums(
    times: Sequence[VolunteerTime], given: Sequence[Contribution]
) -> tuple[VolunteeringSum, ...]:
    """Add up by activity, in the order of their names; what is for none comes last."""
    names: dict[int | None, str] = {}
    names.update({one.content.activity_id: one.activity_name for one in times})
    names.update({one.content.activity_id: one.activity_name for one in given})
    order = sorted(names, key=lambda key: (key is None, names[key].casefold(), key or 0))
    return tuple(_sum(key, names[key], times, given) for key in order)


def _sum(
    activity_id: int | None,
    name: str,
    times: Sequence[VolunteerTime],
    given: Sequence[Contribution],
) -> VolunteeringSum:
    own = [one for one in times if one.content.activity_id == activity_id]
    kinds = {
        kind: total(
            one.content.amount
            for one in given
            if one.content.activity_id == activity_id and one.content.kind is kind
        )
        for kind in ContributionKind
    }
    return VolunteeringSum(
        activity_id=activity_id,
        activity_name=name,
        minutes=sum(one.content.minutes for one in own),
        time_value=total(one.value for one in own),
        goods=kinds[ContributionKind.GOODS],
        premises=kinds[ContributionKind.PREMISES],
        services=kinds[ContributionKind.SERVICES],
    )


def volunteering_entry(
    found: Sequence[VolunteeringSum], on: dt.date, label: str
) -> NewEntry | None:
    """Return the entry of what was given: for each activity 86 to 87, so that they are equal.

    None when nothing has a value.
    """
    lines: list[NewEntryLine] = []
    for one in found:
        for (use, resource), amount in _pairs(one):
            if amount:
                key = one.activity_id
                lines.append(NewEntryLine(use, debit=amount, activity_id=key))
                lines.append(NewEntryLine(resource, credit=amount, activity_id=key))
    if not lines:
        return None
    return NewEntry(
        JOURNAL,
        on,
        label,
        tuple(lines),
        voucher_ref=f"{_REGISTER_MARK}{on:%Y%m%d}",
        kind=EntryKind.VOLUNTEERING,
    )


def _pairs(one: VolunteeringSum) -> tuple[tuple[tuple[str, str], Money], ...]:
    return (
        (TIME_ACCOUNTS, one.time_value),
        (CONTRIBUTION_ACCOUNTS[ContributionKind.GOODS], one.goods),
        (CONTRIBUTION_ACCOUNTS[ContributionKind.PREMISES], one.premises),
        (CONTRIBUTION_ACCOUNTS[ContributionKind.SERVICES], one.services),
    )
