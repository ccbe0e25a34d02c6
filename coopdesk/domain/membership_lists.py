"""What lists of memberships show: filters, proposals, what is due, fees without a member."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.members import MemberStatus, Period


@dataclass(frozen=True, slots=True)
class MembershipFilter:
    """Which memberships to show.

    ``status`` is where the holder stands now; ``year`` keeps those that start in a calendar
    year, ``period`` those that cover one of its days; ``paid`` False keeps those with something
    still to be paid. ``cancelled`` shows the cancelled ones instead. ``latest`` keeps the last
    one of each holder, so that everybody is listed once. ``sort`` is one of name, number, type,
    start, end, due, paid, remainder.
    """

    text: str = ""
    status: MemberStatus | None = None
    type_ids: tuple[int, ...] = ()
    year: int | None = None
    period: Period | None = None
    paid: bool | None = None
    cancelled: bool = False
    latest: bool = False
    sort: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class MembershipSums:
    """What the memberships of a filter add up to."""

    count: int
    due: Money
    paid: Money
    remainder: Money


@dataclass(frozen=True, slots=True)
class MembershipDue:
    """What is to be paid of a membership, as of a day.

    ``now`` is late or due today; ``next_on`` and ``next_amount`` tell the instalment after.
    """

    due: Money
    paid: Money
    remainder: Money
    now: Money
    next_on: dt.date | None = None
    next_amount: Money = ZERO


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to propose to a contact who joins: terms of the type on a day.

    ``covered_ids`` begin with the contact; ``number`` is the member number it would get, empty
    if it has one or none are given.
    """

    period: Period
    fee: Money
    joining_fee: Money
    covered_ids: tuple[int, ...]
    number: str = ""
    previous_id: int | None = None


@dataclass(frozen=True, slots=True)
class UnattachedTariff:
    """Fees that make nobody a member yet, by the tariff or label they were paid under.

    ``key`` names the group for ``attach_tariff``; ``count`` fees of ``amount`` together.
    """

    key: str
    name: str
    count: int
    amount: Money
    first_on: dt.date
    last_on: dt.date
