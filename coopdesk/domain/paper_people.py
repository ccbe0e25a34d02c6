"""Whom papers are made for, and who is left out of them and why."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.members import MemberStatus, Period
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.postal_lines import EnvelopeWarning


class LeftOutReason(enum.Enum):
    """Why somebody who was chosen is not on the paper."""

    NO_ADDRESS = "no_address"
    NO_EMAIL = "no_email"
    WRONG_EMAIL = "wrong_email"
    NO_NUMBER = "no_number"
    NO_VOTE = "no_vote"
    NOT_A_MEMBER = "not_a_member"
    UNPAID = "unpaid"
    ENDED = "ended"
    LEFT = "left"
    DECEASED = "deceased"
    REFUSES_NEWS = "refuses_news"
    NOT_DUE = "not_due"
    NOT_ACTIVE = "not_active"
    UNPRINTABLE = "unprintable"
    VOIDED = "voided"
    NO_WAY = "no_way"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who is not on the paper."""

    contact_id: int
    name: str
    reason: LeftOutReason


@dataclass(frozen=True, slots=True)
class AddressRemark:
    """What had to be shortened so that an address fits on an envelope."""

    contact_id: int
    name: str
    warnings: tuple[EnvelopeWarning, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A membership that covers somebody; ``counts`` once it is paid, or its first part is.

    ``is_holder`` tells who the fee was asked of from the others whom it covers.
    """

    membership_id: int
    type_name: str
    period: Period
    counts: bool
    college: str = ""
    has_vote: bool = True
    is_holder: bool = True
    due: Money = ZERO
    paid: Money = ZERO

    def covers(self, day: dt.date) -> bool:
        """Tell whether a day is one of its own."""
        return self.period.start <= day <= self.period.end


def in_force(standings: Sequence[Standing], day: dt.date) -> Standing | None:
    """Return the membership that makes somebody a member on a day; one with a vote first."""
    found = [each for each in standings if each.counts and each.covers(day)]
    return max(found, key=lambda each: (each.has_vote, each.period.end), default=None)


def current_or_next(standings: Sequence[Standing], day: dt.date) -> Standing | None:
    """Return the membership of a day, else the paid one that begins first after it."""
    ahead = [each for each in standings if each.counts and each.period.start > day]
    first = min(ahead, key=lambda each: each.period.start, default=None)
    return in_force(standings, day) or first


def last_known(standings: Sequence[Standing], day: dt.date) -> Standing | None:
    """Return the membership to show of a member: of the day, ahead, or the last there was."""
    last = max(standings, key=lambda each: (each.counts, each.period.end), default=None)
    return current_or_next(standings, day) or last


def why_no_member(
    standings: Sequence[Standing], status: MemberStatus | None, day: dt.date
) -> LeftOutReason:
    """Return why no membership makes somebody a member on a day."""
    if status is MemberStatus.LEFT:
        return LeftOutReason.LEFT
    if any(each.covers(day) for each in standings):
        return LeftOutReason.UNPAID
    if any(each.period.end < day for each in standings):
        return LeftOutReason.ENDED
    return LeftOutReason.NOT_A_MEMBER


@dataclass(frozen=True, slots=True)
class Assembly:
    """An assembly to make the list for; ``place`` and ``hour`` may be empty.

    ``only_voting`` leaves those out whose type has no vote. ``with_to_renew`` lets in those
    whose membership ended within the days of grace: many statutes count the year before.
    """

    name: str
    held_on: dt.date
    place: str = ""
    hour: str = ""
    only_voting: bool = True
    with_to_renew: bool = False


def entered(
    standings: Sequence[Standing], assembly: Assembly, grace_days: int
) -> Standing | None:
    """Return the membership that lets somebody take part in an assembly, None if none does."""
    day = assembly.held_on
    found = in_force(standings, day)
    if found is None and assembly.with_to_renew:
        first = day - dt.timedelta(days=grace_days)
        ended = [each for each in standings if each.counts and first <= each.period.end < day]
        found = max(ended, key=lambda each: (each.has_vote, each.period.end), default=None)
    return found
