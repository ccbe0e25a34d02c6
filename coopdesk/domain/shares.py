"""Cooperative shares (parts sociales): capital that is never mixed with gifts (GV-10)."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    import datetime as dt


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

    @property
    def amount(self) -> Money:
        """Value of the shares moved, above zero."""
        return Money(self.content.shares * self.content.nominal.cents)


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
