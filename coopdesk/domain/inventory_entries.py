"""Entries of the inventory: what belongs to another fiscal year than its voucher.

Each is reversed on the first day of the next year, so that both years bear their own part.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryKind, NewEntry, NewEntryLine
from coopdesk.domain.entry_rules import LABEL_LIMIT, REFERENCE_LIMIT
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.shares_of_time import part_after

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from coopdesk.domain.fiscal_years import FiscalYear


class InventoryKind(enum.Enum):
    """What is put into its own year.

    PREPAID: paid, but for later (486). DEFERRED: received, but for later (487).
    ACCRUED_EXPENSE: due, but no invoice yet (408, 428, 438, 448, 468).
    ACCRUED_INCOME: earned, but not asked for yet (418, 448, 467).
    """

    PREPAID = "prepaid"
    DEFERRED = "deferred"
    ACCRUED_EXPENSE = "accrued_expense"
    ACCRUED_INCOME = "accrued_income"


_OF_EXPENSES = frozenset({InventoryKind.PREPAID, InventoryKind.ACCRUED_EXPENSE})
_FOR_LATER = frozenset({InventoryKind.PREPAID, InventoryKind.DEFERRED})
# Where an accrued expense is due, by the beginning of its account: staff, social bodies, State.
_DUE_BY_EXPENSE = (
    ("641", ("4286", "428")),
    ("648", ("4286", "428")),
    ("64", ("4386", "438")),
    ("63", ("44812", "4481", "448", "447", "4686", "467")),
)
_DUE_TO_SUPPLIERS = ("4081", "408")
# Where accrued income is due: grants by the State, the rest by users.
_DUE_BY_INCOME = (("74", ("4417", "441", "4482", "467")), ("75", ("467", "4181", "418")))
_DUE_BY_USERS = ("4181", "418", "467")


@dataclass(frozen=True, slots=True)
class NewInventoryEntry:
    """An entry of the inventory as typed; an empty ``counterpart`` is the usual one.

    ``amount`` is what is put into the other year. With the days that an invoice is for,
    ``since`` and ``until``, it is the whole invoice, and only the part after the closing goes.
    """

    kind: InventoryKind
    account: str
    amount: Money
    label: str
    counterpart: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    activity_id: int | None = None
    contact_id: int | None = None
    voucher_ref: str = ""


def counterparts(kind: InventoryKind, account: str) -> tuple[str, ...]:
    """Return the accounts that may stand against an expense or income, the best first."""
    if kind is InventoryKind.PREPAID:
        return ("486",)
    if kind is InventoryKind.DEFERRED:
        return ("487",)
    table, others = (
        (_DUE_BY_EXPENSE, _DUE_TO_SUPPLIERS)
        if kind is InventoryKind.ACCRUED_EXPENSE
        else (_DUE_BY_INCOME, _DUE_BY_USERS)
    )
    return next((due for begin, due in table if account.startswith(begin)), others)


def usual_counterpart(kind: InventoryKind, account: str, chart: Collection[str]) -> str:
    """Return the first counterpart that the chart has; else the one to take into it."""
    wanted = counterparts(kind, account)
    return next((number for number in wanted if number in chart), wanted[0])


def moved_amount(new: NewInventoryEntry, year: FiscalYear) -> Money:
    """Return what is put into the other year: all, or the part after the closing."""
    if new.kind not in _FOR_LATER or new.since is None or new.until is None:
        return new.amount
    return part_after(new.amount, new.since, new.until, year.ends_on)


def checked_inventory(new: NewInventoryEntry, year: FiscalYear) -> NewInventoryEntry:
    """Return an entry of the inventory with a tidy label.

    Raises:
        RuleError: ``inventory.label_missing``, ``inventory.amount_missing``,
            ``inventory.account_missing``, ``inventory.account_wrong``,
            ``inventory.days_wrong``, ``inventory.nothing_later``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    label = checks.line(new.label, "label", LABEL_LIMIT)
    if not label:
        checks.refuse("inventory.label_missing", "label")
    if new.amount <= ZERO:
        checks.refuse("inventory.amount_missing", "amount")
    wanted = "6" if new.kind in _OF_EXPENSES else "7"
    if not new.account:
        checks.refuse("inventory.account_missing", "account")
    elif not new.account.startswith(wanted):
        checks.refuse("inventory.account_wrong", "account", account=new.account, digit=wanted)
    if not _days_in_order(new.since, new.until):
        checks.refuse("inventory.days_wrong", "until")
    elif new.amount > ZERO and not moved_amount(new, year):
        checks.refuse("inventory.nothing_later", "until", day=year.ends_on)
    voucher = checks.line(new.voucher_ref, "voucher_ref", REFERENCE_LIMIT)
    checks.finish()
    return replace(new, label=label, voucher_ref=voucher)


def _days_in_order(since: dt.date | None, until: dt.date | None) -> bool:
    if since is None or until is None:
        return since is until
    return since <= until


def inventory_entry(new: NewInventoryEntry, year: FiscalYear) -> NewEntry:
    """Return the entry, on the last day of the year; its counterpart must be known."""
    amount = moved_amount(new, year)
    own = NewEntryLine(new.account, activity_id=new.activity_id)
    other = NewEntryLine(new.counterpart, contact_id=new.contact_id)
    # Prepaid lowers the expense of the year, accrued adds to it; income the other way round.
    own_is_debit = new.kind in {InventoryKind.ACCRUED_EXPENSE, InventoryKind.DEFERRED}
    debit, credit = (own, other) if own_is_debit else (other, own)
    return NewEntry(
        journal="OD",
        entry_on=year.ends_on,
        label=new.label,
        lines=(replace(debit, debit=amount), replace(credit, credit=amount)),
        voucher_ref=new.voucher_ref,
        kind=EntryKind.INVENTORY,
        reverses_next=True,
    )
