"""Rules for bank lines: which words make which entry, and how they are learnt."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import Direction


class RuleAction(enum.Enum):
    """What becomes of a line: an entry on an account, or nothing."""

    ENTRY = "entry"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class NewBankRule:
    """A rule as typed or learnt: ``words`` must all stand in the label of a line.

    ``direction`` None means both ways, ``bank_account_id`` None every account. ``least`` and
    ``most`` limit the amount whatever its sign. ``account`` is wanted of an entry.
    """

    words: str
    action: RuleAction = RuleAction.ENTRY
    account: str = ""
    direction: Direction | None = None
    bank_account_id: int | None = None
    least: Money | None = None
    most: Money | None = None
    contact_id: int | None = None
    activity_id: int | None = None
    label: str = ""
    is_learnt: bool = False
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class BankRule:
    """A rule that is kept; ``uses`` counts how often a person agreed with it."""

    id: int
    content: NewBankRule
    account_label: str = ""
    contact_name: str = ""
    activity_name: str = ""
    bank_account_name: str = ""
    uses: int = 0
