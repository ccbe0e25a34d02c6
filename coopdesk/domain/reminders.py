"""Whom to remind of a fee: what is due since when, and which text comes next."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.membership_fees import renewed_fee
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    from coopdesk.domain.letter_templates import LetterTemplate
    from coopdesk.domain.members import Instalment, NewMembershipType, Period

# How long somebody who was written to is left in peace, unless asked for.
QUIET_DAYS = 14


class ReminderReason(enum.Enum):
    """Why somebody is reminded.

    EXPIRING: the membership ends soon and nothing follows, or what follows is not paid yet.
    UNPAID: a fee was due and is not paid. EXPIRED: the last membership ended, nothing follows.
    """

    EXPIRING = "expiring"
    UNPAID = "unpaid"
    EXPIRED = "expired"


class LetterKind(enum.Enum):
    """What a letter was about, as the time-line keeps it."""

    RENEWAL = "renewal"
    REMINDER = "reminder"
    THANKS = "thanks"
    COVER = "cover"
    PARTNER = "partner"


class Channel(enum.Enum):
    """How a letter goes."""

    POST = "post"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class ReminderFilter:
    """Which reminders are due.

    ``at_least`` and ``at_most`` count the days since a fee was due or a membership ended, or
    until one ends. ``degree`` keeps those whose next text is that one. ``quiet_days`` leaves
    those in peace who were written to since; 0 nobody.
    """

    reasons: tuple[ReminderReason, ...] = tuple(ReminderReason)
    at_least: int = 0
    at_most: int = 365
    degree: int | None = None
    type_ids: tuple[int, ...] = ()
    quiet_days: int = QUIET_DAYS


@dataclass(frozen=True, slots=True)
class ReminderTemplate:
    """A text for reminders by its degree: 0 before the end, then firmer and firmer.

    ``is_own`` tells a text that the association changed from the one that is proposed.
    """

    degree: int
    content: LetterTemplate
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class DueMembership:
    """A membership that may call for a reminder, as the database has it.

    ``recorded_on`` is the day somebody entered it by hand. ``reminded`` counts the days on
    which reminders of it were made.
    """

    id: int
    contact_id: int
    name: str
    number: str
    email: str
    household_id: int | None
    type_id: int
    period: Period
    due: Money
    fee: Money
    paid: Money
    instalments: tuple[Instalment, ...] = ()
    recorded_on: dt.date | None = None
    reminded: int = 0
    last_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """Somebody to remind of one membership.

    ``days`` are those since ``due_on``; until it for EXPIRING. ``reminded`` counts the days
    with a reminder so far; ``last_on`` is the last letter of any kind; ``degree`` is the text
    that comes next.
    """

    membership_id: int
    contact_id: int
    name: str
    number: str
    email: str
    household_id: int | None
    type_name: str
    period: Period
    reason: ReminderReason
    due_on: dt.date
    days: int
    amount: Money
    degree: int
    reminded: int = 0
    last_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter or e-mail made for a contact, to be kept in its time-line."""

    contact_id: int
    membership_id: int | None
    kind: LetterKind
    channel: Channel
    subject: str
    made_on: dt.date
    donation_id: int | None = None
    receipt_id: int | None = None


class ReminderJudge:
    """Says of each membership whether and of what its holder is reminded on a day."""

    def __init__(self, today: dt.date, renewal_days: int, last_degree: int) -> None:
        self._today = today
        self._soon = today + dt.timedelta(days=renewal_days)
        self._last_degree = last_degree

    def line(self, found: DueMembership, kind: NewMembershipType) -> ReminderLine | None:
        """Return the line of a membership, None if nothing is due of it."""
        judged = self._unpaid(found) if found.paid < found.due else self._over(found, kind)
        if judged is None:
            return None
        reason, due_on, amount = judged
        is_ahead = reason is ReminderReason.EXPIRING
        degree = 0 if is_ahead else min(found.reminded + 1, self._last_degree)
        return ReminderLine(
            membership_id=found.id,
            contact_id=found.contact_id,
            name=found.name,
            number=found.number,
            email=found.email,
            household_id=found.household_id,
            type_name=kind.name,
            period=found.period,
            reason=reason,
            due_on=due_on,
            days=abs((self._today - due_on).days),
            amount=amount,
            degree=degree,
            reminded=found.reminded,
            last_on=found.last_on,
        )

    def _unpaid(self, found: DueMembership) -> tuple[ReminderReason, dt.date, Money] | None:
        """Judge a membership that is not paid, or not in full."""
        late = self._late(found)
        if late is not None:
            due_on, amount = late
            # Who joins in the middle of a year owes nothing before that day.
            return ReminderReason.UNPAID, max(due_on, found.recorded_on or due_on), amount
        start = found.period.start
        if not found.instalments and self._today < start <= self._soon:
            return ReminderReason.EXPIRING, start, found.due - found.paid
        return None

    def _late(self, found: DueMembership) -> tuple[dt.date, Money] | None:
        """Return since when how much is due today; the first part that is not paid counts."""
        if not found.instalments:
            is_due = found.period.start <= self._today
            return (found.period.start, found.due - found.paid) if is_due else None
        asked = [part for part in found.instalments if part.due_on <= self._today]
        owed = total(part.amount for part in asked) - found.paid
        if owed <= ZERO:
            return None
        reached = ZERO
        for part in asked:
            reached += part.amount
            if reached > found.paid:
                return part.due_on, owed
        return None

    def _over(
        self, found: DueMembership, kind: NewMembershipType
    ) -> tuple[ReminderReason, dt.date, Money] | None:
        """Judge a membership that is paid and that nothing follows."""
        amount, end = renewed_fee(kind, found.fee), found.period.end
        if end > self._soon:
            return None
        is_over = end < self._today
        return (ReminderReason.EXPIRED if is_over else ReminderReason.EXPIRING), end, amount


def wanted_line(line: ReminderLine, wanted: ReminderFilter, today: dt.date) -> bool:
    """Tell whether a filter of reminders shows a line."""
    is_quiet = line.last_on is not None and (today - line.last_on).days < wanted.quiet_days
    return (
        line.reason in wanted.reasons
        and wanted.at_least <= line.days <= wanted.at_most
        and wanted.degree in {None, line.degree}
        and not is_quiet
    )
