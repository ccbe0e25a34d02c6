"""Entries of the books: balanced lines on accounts, drafts first, then for ever."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


# The outside reference of the draft that opens a year while the one before is still open.
PROVISIONAL_OPENING = "opening:provisional"


class EntryState(enum.Enum):
    """A draft may change; what is validated never does (PCG art. 1031-3)."""

    DRAFT = "draft"
    VALIDATED = "validated"


class EntryKind(enum.Enum):
    """What an entry is for in the life of the books."""

    STANDARD = "standard"
    OPENING = "opening"
    INVENTORY = "inventory"
    ALLOCATION = "allocation"
    VOLUNTEERING = "volunteering"
    REVERSAL = "reversal"


class EntryForm(enum.Enum):
    """How an entry was typed, so that a draft opens again in the same form."""

    INCOME = "income"
    EXPENSE = "expense"
    TRANSFER = "transfer"
    CHEQUE_DEPOSIT = "cheque_deposit"
    EXPENSE_SHEET = "expense_sheet"
    GRID = "grid"
    AUTOMATIC = "automatic"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class NewEntryLine:
    """A line on an account, named by its number: a debit or a credit above zero, not both.

    ``contact_id`` is the third party (auxiliary account), ``reference`` of the payment.
    """

    account: str
    debit: Money = ZERO
    credit: Money = ZERO
    label: str = ""
    contact_id: int | None = None
    activity_id: int | None = None
    reference: str = ""

    @property
    def signed(self) -> Money:
        """Debit less credit."""
        return self.debit - self.credit


@dataclass(frozen=True, slots=True)
class EntrySource:
    """What an entry was made from: at most one of them, and what was read of it then."""

    payment_id: int | None = None
    donation_id: int | None = None
    expense_sheet_id: int | None = None
    fixed_asset_id: int | None = None
    grant_award_id: int | None = None
    dedicated_fund_id: int | None = None
    outside_ref: str | None = None
    digest: str = ""


NO_SOURCE = EntrySource()


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry as typed, imported or made by a rule.

    ``entry_on`` is the day in the books, ``voucher_on`` the day of the voucher (the same when
    None). ``reverses_next`` wants the entry reversed on the first day of the next year.
    """

    journal: str
    entry_on: dt.date
    label: str
    lines: tuple[NewEntryLine, ...]
    voucher_ref: str = ""
    voucher_on: dt.date | None = None
    kind: EntryKind = EntryKind.STANDARD
    form: EntryForm | None = None
    note: str = ""
    reverses_next: bool = False
    source: EntrySource = NO_SOURCE

    @property
    def debit(self) -> Money:
        """The sum of the debits."""
        return total(line.debit for line in self.lines)

    @property
    def credit(self) -> Money:
        """The sum of the credits."""
        return total(line.credit for line in self.lines)

    @property
    def moved(self) -> Money:
        """What it moves, as ``moved_amount`` says."""
        return moved_amount((x.account, x.signed.cents) for x in self.lines)


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A recorded line; ``matching`` is the letters that tie it to others (lettrage)."""

    id: int
    content: NewEntryLine
    account_label: str
    contact_name: str = ""
    activity_name: str = ""
    matching: str = ""
    matched_on: dt.date | None = None
    reconciled_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A recorded entry; ``number`` and ``validated_at`` are None of drafts.

    ``content.lines`` and ``lines`` are the same lines in the same order.
    """

    id: int
    fiscal_year_id: int
    content: NewEntry
    lines: tuple[EntryLine, ...]
    state: EntryState = EntryState.DRAFT
    number: int | None = None
    validated_at: dt.datetime | None = None
    reverses_id: int | None = None
    reversed_by_id: int | None = None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A row of the list of entries; ``accounts`` names those it moves, in order."""

    id: int
    number: int | None
    state: EntryState
    kind: EntryKind
    entry_on: dt.date
    journal: str
    voucher_ref: str
    label: str
    accounts: str
    amount: Money
    has_files: bool = False
    is_reversed: bool = False
    moved: Money = ZERO


def moved_amount(sides: Iterable[tuple[str, int]]) -> Money:
    """Return what an entry moves, as a person says it: what only passes through is not counted.

    A transfer goes through account 58, so that its debits say its amount twice. ``sides`` has
    the account of each line with its debit minus its credit in cents.
    """
    nets: dict[str, int] = {}
    gross = 0
    for account, cents in sides:
        nets[account] = nets.get(account, 0) + cents
        gross += max(cents, 0)
    return Money(sum(net for net in nets.values() if net > 0) or gross)


@dataclass(frozen=True, slots=True)
class EntryTotals:
    """How many entries a filter shows, and what they move in all."""

    drafts: int
    draft_amount: Money
    validated: int
    validated_amount: Money

    @property
    def count(self) -> int:
        """All of them."""
        return self.drafts + self.validated

    @property
    def amount(self) -> Money:
        """What all of them add up to."""
        return self.draft_amount + self.validated_amount


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries to show; ``sort`` is one of date, number, journal, label, amount.

    ``account`` is a number or the beginning of one; ``number`` and ``voucher`` are whole.
    ``without_voucher`` leaves out openings and reversals: they rest on other entries.
    """

    fiscal_year_id: int | None = None
    text: str = ""
    state: EntryState | None = None
    kind: EntryKind | None = None
    journal: str = ""
    account: str = ""
    activity_id: int | None = None
    contact_id: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    without_voucher: bool = False
    number: int | None = None
    voucher: str = ""
    sort: str = "date"
    descending: bool = True
