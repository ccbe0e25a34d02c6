"""The chart of accounts: what an account is, and which of them take entries."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


class AccountKind(enum.Enum):
    """On which statement an account stands, and on which side.

    EITHER stands among assets or liabilities, after its balance; the two kinds of VOLUNTEERING
    stand below the income statement (classes 86 and 87), SPECIAL nowhere (classes 8, 89).
    """

    LIABILITY = "liability"
    ASSET = "asset"
    EITHER = "either"
    EXPENSE = "expense"
    INCOME = "income"
    VOLUNTEERING_EXPENSE = "volunteering_expense"
    VOLUNTEERING_INCOME = "volunteering_income"
    SPECIAL = "special"


class AccountStatus(enum.Enum):
    """Where an account comes from: the regulation, common use, doubt, or ourselves."""

    OFFICIAL = "official"
    USUAL = "usual"
    OPTIONAL = "optional"
    UNCERTAIN = "uncertain"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class CatalogueAccount:
    """An account that the regulation or use knows; ``is_usual`` is in every chart at first."""

    number: str
    label: str
    kind: AccountKind
    status: AccountStatus
    source: str
    is_usual: bool


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the association's own chart; ``is_postable`` when none stands below it."""

    id: int
    number: str
    label: str
    kind: AccountKind
    status: AccountStatus
    is_open: bool = True
    is_postable: bool = True
    note: str = ""

    @property
    def class_number(self) -> int:
        """The class, 1 to 8: the first digit of the number."""
        return int(self.number[0])


def parents(numbers: Collection[str]) -> frozenset[str]:
    """Return the numbers below which others stand: nothing is posted there."""
    known = frozenset(numbers)
    above = {number[:length] for number in known for length in range(1, len(number))}
    return known & above
