"""Promises to give again and again: what is due when, and what came of it."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.campaign_rules import NAME_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import PaymentMode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


NOTE_LIMIT = 500
_LAST_DAY = dt.date(9998, 12, 31)
_FIRST_YEAR, _LAST_YEAR = 1901, 2100


class Frequency(enum.Enum):
    """How often an amount was promised."""

    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


MONTHS_BETWEEN = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}


class PledgeState(enum.Enum):
    """Whether something is expected of a pledge."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class InstalmentState(enum.Enum):
    """What became of one instalment of a pledge."""

    RECEIVED = "received"
    LATE = "late"
    EXPECTED = "expected"
    SKIPPED = "skipped"


WAITING = frozenset({InstalmentState.LATE, InstalmentState.EXPECTED})


@dataclass(frozen=True, slots=True)
class NewPledge:
    """A promise as typed: so much, so often, from a day on.

    It is no gift and never gets a receipt: what comes of it is one, payment by payment.
    """

    donor_id: int
    amount: Money
    frequency: Frequency
    mode: PaymentMode
    starts_on: dt.date
    ends_on: dt.date | None = None
    campaign: str = ""
    tier_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which nothing was expected: from one to before another, None if it lasts."""

    starts_on: dt.date
    ends_on: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Tell whether a day lies in it."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Pledge:
    """A recorded promise; ``state_on`` is the day from which it is paused or ended."""

    id: int
    content: NewPledge
    donor_name: str
    state: PledgeState = PledgeState.ACTIVE
    state_on: dt.date | None = None
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceivedGift:
    """A gift that fulfils one instalment; ``is_returned`` says that it went back."""

    donation_id: int
    pledge_id: int
    due_on: dt.date
    received_on: dt.date
    amount: Money
    is_returned: bool = False


@dataclass(frozen=True, slots=True)
class Instalment:
    """One amount due; ``amount`` is what was promised, or what came once it is received."""

    pledge_id: int
    donor_id: int
    donor_name: str
    due_on: dt.date
    amount: Money
    state: InstalmentState
    donation_id: int | None = None
    received_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PledgeSums:
    """What is expected until a day, what came of it, and what is late."""

    expected: Money = ZERO
    received: Money = ZERO
    late: Money = ZERO
    late_count: int = 0

    def __add__(self, other: PledgeSums) -> PledgeSums:
        return PledgeSums(
            self.expected + other.expected,
            self.received + other.received,
            self.late + other.late,
            self.late_count + other.late_count,
        )


@dataclass(frozen=True, slots=True)
class PledgeLine:
    """One row of the list of pledges; ``next_due_on`` is the oldest day that still waits."""

    id: int
    donor_id: int
    donor_name: str
    campaign: str
    amount: Money
    frequency: Frequency
    mode: PaymentMode
    state: PledgeState
    starts_on: dt.date
    next_due_on: dt.date | None
    sums: PledgeSums


@dataclass(frozen=True, slots=True)
class PledgeFilter:
    """Which pledges to show; ``sort`` is one of donor, amount, next, received, late.

    ``running_on`` keeps those that come back and are alive on a day.
    """

    text: str = ""
    state: PledgeState | None = None
    donor_id: int | None = None
    campaign: str = ""
    only_late: bool = False
    frequency: Frequency | None = None
    running_on: dt.date | None = None
    sort: str = "donor"
    descending: bool = False


def due_days(content: NewPledge, until: dt.date) -> Iterator[dt.date]:
    """Yield the days on which a pledge is due up to a day, whatever its state.

    Each is counted from the first: the 31st is the last day of a shorter month, and the 31st
    again in the next one that has it.
    """
    # A step further than this would leave the calendar.
    last = min(until, content.ends_on or until, _LAST_DAY)
    step = MONTHS_BETWEEN.get(content.frequency, 0)
    day, number = content.starts_on, 0
    while day <= last:
        yield day
        if not step:
            return
        number += 1
        day = months_after(content.starts_on, number * step)


def is_due(pledge: Pledge, day: dt.date) -> bool:
    """Tell whether a day is one on which a pledge is due."""
    return day in due_days(pledge.content, day)


def schedule(
    pledge: Pledge, gifts: Iterable[ReceivedGift], until: dt.date, today: dt.date
) -> list[Instalment]:
    """Return the instalments of a pledge up to a day, in order, with what became of each.

    An instalment whose gift went back is due again. After the end nothing is due but what came
    all the same. One is late from the day after it was due.
    """
    came = {gift.due_on: gift for gift in gifts if not gift.is_returned}
    ended = pledge.state_on if pledge.state is PledgeState.ENDED else None
    days = {day for day in due_days(pledge.content, until) if ended is None or day <= ended}
    days |= {day for day in came if day <= until}
    return [_instalment(pledge, day, came.get(day), today) for day in sorted(days)]


def _instalment(
    pledge: Pledge, day: dt.date, gift: ReceivedGift | None, today: dt.date
) -> Instalment:
    content, state = pledge.content, InstalmentState.EXPECTED
    if gift is not None:
        state = InstalmentState.RECEIVED
    elif _is_paused(pledge, day):
        state = InstalmentState.SKIPPED
    elif day < today:
        state = InstalmentState.LATE
    return Instalment(
        pledge.id,
        content.donor_id,
        pledge.donor_name,
        day,
        content.amount if gift is None else gift.amount,
        state,
        None if gift is None else gift.donation_id,
        None if gift is None else gift.received_on,
    )


def _is_paused(pledge: Pledge, day: dt.date) -> bool:
    pauses: Sequence[Pause] = pledge.pauses
    if pledge.state is PledgeState.PAUSED and pledge.state_on is not None:
        pauses = (*pauses, Pause(pledge.state_on))
    return any(pause.holds(day) for pause in pauses)


def sums_of(instalments: Iterable[Instalment]) -> PledgeSums:
    """Add up instalments; what was skipped counts nowhere."""
    listed = list(instalments)
    state = InstalmentState
    late = [one for one in listed if one.state is state.LATE]
    return PledgeSums(
        expected=total(x.amount for x in listed if x.state is not state.SKIPPED),
        received=total(x.amount for x in listed if x.state is state.RECEIVED),
        late=total(x.amount for x in late),
        late_count=len(late),
    )


def due_until_next(
    pledge: Pledge, gifts: Iterable[ReceivedGift], today: dt.date
) -> list[Instalment]:
    """Return the instalments of a pledge at least up to the first one after today."""
    # It lies within the longest step from the later of today and the first day.
    horizon = months_after(max(today, pledge.content.starts_on), 12)
    return schedule(pledge, gifts, horizon, today)


def next_due(pledge: Pledge, instalments: Iterable[Instalment]) -> dt.date | None:
    """Return the oldest day of a pledge that still waits; None when none does."""
    if pledge.state is not PledgeState.ACTIVE:
        return None
    return next((one.due_on for one in instalments if one.state in WAITING), None)


def checked_pledge(new: NewPledge) -> NewPledge:
    """Return the pledge cleaned.

    Raises:
        RuleError: ``pledge.amount_not_positive``, ``donation.mode_missing``,
            ``pledge.date_too_old``, ``pledge.date_too_far`` (the days after it could not be
            counted), ``pledge.ends_too_early``, ``text.too_long``. FieldErrors: several.
    """
    checks = FieldChecks()
    if new.amount <= ZERO:
        checks.refuse("pledge.amount_not_positive", "amount")
    if new.mode is PaymentMode.OTHER:
        # What comes of it is a gift of money, and the receipt of one names its mode.
        checks.refuse("donation.mode_missing", "mode")
    if new.starts_on.year < _FIRST_YEAR:
        checks.refuse("pledge.date_too_old", "starts_on")
    elif new.starts_on.year > _LAST_YEAR:
        checks.refuse("pledge.date_too_far", "starts_on")
    if new.ends_on is not None and new.ends_on < new.starts_on:
        checks.refuse("pledge.ends_too_early", "ends_on")
    campaign = checks.line(new.campaign, "campaign", NAME_LIMIT)
    note = checks.line(new.note, "note", NOTE_LIMIT)
    checks.finish()
    return replace(new, campaign=campaign, note=note)


def check_change(before: Pledge, new: NewPledge, *, has_gifts: bool) -> None:
    """Refuse to change what gifts that came already rest on.

    Raises:
        RuleError: ``pledge.in_use``: donor, rhythm and first day stay once something came; end
            the pledge and record another.
    """
    known = before.content
    kept = (known.donor_id, known.frequency, known.starts_on)
    if has_gifts and kept != (new.donor_id, new.frequency, new.starts_on):
        changed = next(
            name
            for name in ("donor_id", "frequency", "starts_on")
            if getattr(known, name) != getattr(new, name)
        )
        raise RuleError("pledge.in_use", field=changed)
