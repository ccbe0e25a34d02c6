"""Memberships: what a type asks, which period one covers, and the status that follows."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import NamedTuple

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.money import ZERO, Money

# The last day of a membership for life, so that days always compare.
FOR_EVER = dt.date(9999, 12, 31)
NAME_LIMIT = 80


class AmountKind(enum.Enum):
    """How the fee of a type is fixed.

    FREE costs nothing; FIXED is one amount; MINIMUM may be exceeded; SUGGESTED may be any.
    """

    FREE = "free"
    FIXED = "fixed"
    MINIMUM = "minimum"
    SUGGESTED = "suggested"


class PeriodKind(enum.Enum):
    """Which days a membership covers.

    SEASON is a year from a day of its own (1 September); ROLLING counts months from the day of
    joining.
    """

    CALENDAR_YEAR = "calendar_year"
    FISCAL_YEAR = "fiscal_year"
    SEASON = "season"
    ROLLING = "rolling"
    LIFE = "life"


class WhoMayJoin(enum.Enum):
    """Who may be a member: of the association (its statutes), or by one type."""

    ANYONE = "anyone"
    PERSONS = "persons"
    ORGANISATIONS = "organisations"

    def allows(self, kind: ContactKind) -> bool:
        """Tell whether a contact of this kind may join."""
        if self is WhoMayJoin.ANYONE:
            return True
        return (kind is ContactKind.PERSON) is (self is WhoMayJoin.PERSONS)


class Holder(enum.Enum):
    """Whom one fee covers."""

    CONTACT = "contact"
    HOUSEHOLD = "household"


class MemberStatus(enum.Enum):
    """Where a contact stands; it follows from facts and is never typed."""

    FUTURE = "future"
    UP_TO_DATE = "up_to_date"
    TO_RENEW = "to_renew"
    LATE = "late"
    LEFT = "left"


class DepartureReason(enum.Enum):
    """Why somebody is no longer a member."""

    RESIGNED = "resigned"
    STRUCK_OFF = "struck_off"
    DECEASED = "deceased"


@dataclass(frozen=True, slots=True)
class NewMembershipType:
    """A kind of membership as defined in the window.

    ``amount`` is the fixed, least or suggested fee. ``season_starts`` is (month, day) for
    SEASON; ``months`` counts those of ROLLING. ``prorata`` asks for the months left only.
    ``counterpart`` is the value of what the fee buys, in euros: above zero the fee is no gift
    for tax, unless ``receipt_eligible`` is decided all the same (legal_fr RF-51).
    ``outside_names`` are the tariffs of HelloAsso that mean this type.
    """

    name: str
    amount_kind: AmountKind = AmountKind.FIXED
    amount: Money = ZERO
    holder: Holder = Holder.CONTACT
    who: WhoMayJoin = WhoMayJoin.ANYONE
    college: str = ""
    has_vote: bool = True
    period: PeriodKind = PeriodKind.CALENDAR_YEAR
    season_starts: tuple[int, int] = (9, 1)
    months: int = 12
    joining_fee: Money = ZERO
    prorata: bool = False
    counterpart: Money = ZERO
    receipt_eligible: bool = False
    account: str = "756"
    outside_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MembershipType:
    """A recorded type and how many memberships it has."""

    id: int
    content: NewMembershipType
    archived: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """The days a membership covers, both included; FOR_EVER ends one for life."""

    start: dt.date
    end: dt.date

    @property
    def is_for_life(self) -> bool:
        """Tell whether it never ends."""
        return self.end == FOR_EVER

    def meets(self, other: Period) -> bool:
        """Tell whether both have a day in common."""
        return self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True)
class Instalment:
    """A part of a fee that is due on a day."""

    due_on: dt.date
    amount: Money


@dataclass(frozen=True, slots=True)
class NewMembership:
    """A membership as typed in.

    ``fee`` and ``joining_fee`` are due; ``covered_ids`` are the contacts it makes members, the
    holder first. ``instalments`` add up to what is due, or there are none.
    """

    contact_id: int
    type_id: int
    period: Period
    fee: Money
    joining_fee: Money = ZERO
    covered_ids: tuple[int, ...] = ()
    instalments: tuple[Instalment, ...] = ()
    previous_id: int | None = None
    note: str = ""

    @property
    def due(self) -> Money:
        """All that is to be paid."""
        return self.fee + self.joining_fee


@dataclass(frozen=True, slots=True)
class Membership:
    """A recorded membership and what was paid of it."""

    id: int
    content: NewMembership
    paid: Money = ZERO
    cancelled_on: dt.date | None = None

    @property
    def remainder(self) -> Money:
        """What is still to be paid; never below zero."""
        return max(self.content.due - self.paid, ZERO)


class MembershipLine(NamedTuple):
    """One row of the list of memberships; ``status`` is the holder's.

    A tuple, which is made three times as fast: a list asks for hundreds at a time.
    """

    id: int
    contact_id: int
    name: str
    number: str
    type_name: str
    college: str
    start: dt.date
    end: dt.date
    due: Money
    paid: Money
    cancelled_on: dt.date | None
    covered: int = 1
    status: MemberStatus | None = None
    type_id: int = 0

    @property
    def remainder(self) -> Money:
        """What is still to be paid; never below zero, nothing once cancelled."""
        return ZERO if self.cancelled_on else max(self.due - self.paid, ZERO)


@dataclass(frozen=True, slots=True)
class MemberRules:
    """What the statutes and the board decide about members.

    ``renewal_days`` before the end a member is asked to renew; ``grace_days`` after it a member
    is late. ``number_pattern`` makes member numbers: ``{n}`` counts, ``{n:4}`` with leading
    zeros, ``{year}`` is that of joining; empty gives none. ``share_nominal`` is the value of
    one cooperative share.
    """

    who: WhoMayJoin = WhoMayJoin.ANYONE
    number_pattern: str = "{n:4}"
    renewal_days: int = 30
    grace_days: int = 60
    has_shares: bool = False
    share_nominal: Money = ZERO


@dataclass(frozen=True, slots=True)
class NewDeparture:
    """Somebody leaves."""

    contact_id: int
    left_on: dt.date
    reason: DepartureReason
    note: str = ""


@dataclass(frozen=True, slots=True)
class Departure:
    """A recorded departure."""

    id: int
    content: NewDeparture


@dataclass(frozen=True, slots=True)
class MemberDays:
    """The days that decide a status.

    ``since`` starts the first membership; ``until`` ends the last one that is paid for, None if
    none is; ``left_on`` is the departure that no later membership followed.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    left_on: dt.date | None = None


def member_status(days: MemberDays, rules: MemberRules, today: dt.date) -> MemberStatus | None:
    """Return the status that follows from facts; None for who never was a member."""
    if days.left_on is not None and days.left_on <= today:
        return MemberStatus.LEFT
    if days.since is None:
        return None
    if days.since > today:
        return MemberStatus.FUTURE
    until = days.until or days.since
    if until == FOR_EVER or until - dt.timedelta(days=rules.renewal_days) >= today:
        return MemberStatus.UP_TO_DATE
    if until + dt.timedelta(days=rules.grace_days) >= today:
        return MemberStatus.TO_RENEW
    return MemberStatus.LATE
