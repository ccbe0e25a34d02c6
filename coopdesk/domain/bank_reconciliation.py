"""The state of reconciliation: how the balance of the books and the bank's belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import Money, total

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class UnseenEntry:
    """An entry of the bank's account that no statement shows by the day of the state.

    ``amount`` is what the bank does not show of it, signed as the bank would.
    """

    entry_id: int
    day: dt.date
    label: str
    amount: Money
    number: int | None = None
    voucher_ref: str = ""
    contact_name: str = ""


@dataclass(frozen=True, slots=True)
class UnbookedLine:
    """A line of the bank that the books do not have by the day of the state.

    ``amount`` is what the books do not have of it. ``payment_id`` is a recorded payment that
    it is matched with and that has no entry yet.
    """

    line_id: int
    day: dt.date
    label: str
    amount: Money
    is_aside: bool = False
    note: str = ""
    payment_id: int | None = None


@dataclass(frozen=True, slots=True)
class Beginning:
    """The balances at the end of the day before the first statement begins."""

    day: dt.date
    bank: Money
    books: Money


@dataclass(frozen=True, slots=True)
class ReconciliationState:
    """Bank and books of one account on one day.

    ``bank_balance`` is what the bank said last, carried on by the lines after it up to
    ``until``; None when no statement ever told one. ``bank_on`` is the day on which it said it.
    ``starts_on`` is the first day that statements cover: what is older counts as seen.
    """

    bank_account_id: int
    name: str
    account: str
    iban: str
    until: dt.date
    book_balance: Money
    bank_balance: Money | None
    bank_on: dt.date | None = None
    starts_on: dt.date | None = None
    entries: tuple[UnseenEntry, ...] = ()
    lines: tuple[UnbookedLine, ...] = ()
    beginning: Beginning | None = None

    @property
    def entries_amount(self) -> Money:
        """What the books have and the bank has not."""
        return total(each.amount for each in self.entries)

    @property
    def lines_amount(self) -> Money:
        """What the bank has and the books have not."""
        return total(each.amount for each in self.lines)

    @property
    def expected(self) -> Money | None:
        """What the books should say by the bank: its balance with both lists."""
        if self.bank_balance is None:
            return None
        return self.bank_balance + self.entries_amount - self.lines_amount

    @property
    def difference(self) -> Money | None:
        """What nothing explains: zero when bank and books tie."""
        return None if self.expected is None else self.book_balance - self.expected

    @property
    def began_apart(self) -> bool:
        """Whether what nothing explains was there before the first statement."""
        begun = self.beginning
        if begun is None or not self.difference:
            return False
        return self.difference == begun.books - begun.bank

    @property
    def is_tied(self) -> bool:
        """Whether every cent is explained."""
        return self.difference is not None and not self.difference
