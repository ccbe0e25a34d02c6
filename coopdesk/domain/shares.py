"""Cooperative shares (parts sociales): capital that is never mixed with gifts (GV-10)."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


class ShareMove(enum.Enum):
    """What happens to shares."""

    SUBSCRIPTION = "subscription"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class NewShareMovement:
    """Shares subscribed or withdrawn; ``shares`` above zero, ``nominal`` of one share."""

    contact_id: int
    kind: ShareMove
    moved_on: dt.date
    shares: int
    nominal: Money
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShareMovement:
    """A line of the register; ``number`` follows without gap, ``balance`` is its holder's."""

    id: int
    number: int
    content: NewShareMovement
    name: str
    balance: int
    member_number: str = ""

    @property
    def signed_shares(self) -> int:
        """The shares moved, below zero when they leave."""
        return signed(self.content.kind, self.content.shares)

    @property
    def amount(self) -> Money:
        """Value of the shares moved, above zero."""
        return Money(self.content.shares * self.content.nominal.cents)


@dataclass(frozen=True, slots=True)
class ShareHolder:
    """Who holds shares on a day: how many, what was subscribed for them, since when."""

    contact_id: int
    name: str
    member_number: str
    shares: int
    capital: Money
    since: dt.date


@dataclass(frozen=True, slots=True)
class ShareTotals:
    """What all holders have together."""

    holders: int
    shares: int
    capital: Money


def signed(kind: ShareMove, shares: int) -> int:
    """Return shares that come as above zero, shares that leave as below."""
    return shares if kind is ShareMove.SUBSCRIPTION else -shares


def held_from(moves: Iterable[tuple[dt.date, int]], day: dt.date) -> int:
    """Return the least somebody holds from the evening of a day on.

    ``moves`` are days and signed shares. What was withdrawn later is no more to be had
    earlier: a withdrawal recorded afterwards must leave every day at zero at least.
    """
    by_day: dict[dt.date, int] = {}
    for moved_on, shares in moves:
        at = max(moved_on, day)
        by_day[at] = by_day.get(at, 0) + shares
    by_day.setdefault(day, 0)
    return min(accumulate(by_day[each] for each in sorted(by_day)))


def check_movement(new: NewShareMovement, held: int, today: dt.date) -> None:
    """Raise RuleError unless the movement is possible for who holds ``held`` shares."""
    if new.shares <= 0:
        raise RuleError("share.count_not_positive", field="shares")
    if new.nominal.cents <= 0:
        raise RuleError("share.nominal_missing", field="nominal")
    if new.moved_on > today:
        raise RuleError("share.in_the_future", field="moved_on", day=new.moved_on)
    if new.kind is ShareMove.WITHDRAWAL and new.shares > held:
        raise RuleError("share.more_than_held", field="shares", held=held)
