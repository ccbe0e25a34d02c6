"""What the columns of a bank's table hold, and whether they are enough to read it."""

from __future__ import annotations

import enum
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from coopdesk.domain.bank_statements import DayOrder


class BankColumn(enum.Enum):
    """What a column of a bank's table holds.

    An operation is told by ``AMOUNT`` with its sign, by ``AMOUNT`` and ``SENSE``, or by
    ``DEBIT`` and ``CREDIT``. ``PAYER`` and ``PAYEE`` are the other party by direction.
    """

    BOOKED_ON = "booked_on"
    VALUE_ON = "value_on"
    LABEL = "label"
    AMOUNT = "amount"
    DEBIT = "debit"
    CREDIT = "credit"
    SENSE = "sense"
    FEE = "fee"
    BALANCE = "balance"
    NATURE = "nature"
    COUNTERPARTY = "counterparty"
    PAYER = "payer"
    PAYEE = "payee"
    BANK_REF = "bank_ref"
    PAYMENT_REF = "payment_ref"
    CHEQUE = "cheque"
    CURRENCY = "currency"
    ACCOUNT = "account"
    STATE = "state"
    IGNORED = "ignored"

    # Asked for each cell of a file; a member is only ever equal to itself.
    __hash__ = object.__hash__


# Several columns may say these; what they say is put together.
SEVERAL = frozenset(
    {
        BankColumn.LABEL,
        BankColumn.NATURE,
        BankColumn.COUNTERPARTY,
        BankColumn.PAYER,
        BankColumn.PAYEE,
        BankColumn.PAYMENT_REF,
        BankColumn.IGNORED,
    }
)


class KnownTable(NamedTuple):
    """What was said of a table with this header: its columns by name, the order of its days."""

    columns: Mapping[str, str]
    day_order: DayOrder | None = None


def lacking(told: Collection[BankColumn]) -> tuple[BankColumn, ...]:
    """Return what a table cannot be read without: a day, a label, an amount or both sides."""
    found = [one for one in (BankColumn.BOOKED_ON, BankColumn.LABEL) if one not in told]
    if BankColumn.AMOUNT not in told:
        sides = [one for one in (BankColumn.DEBIT, BankColumn.CREDIT) if one not in told]
        found += sides if len(sides) == 1 else [BankColumn.AMOUNT] * bool(sides)
    return tuple(found)


def told_twice(told: Iterable[BankColumn]) -> tuple[BankColumn, ...]:
    """Return what more than one column is said to hold and only one can."""
    counts = Counter(one for one in told if one not in SEVERAL)
    return tuple(one for one, count in counts.items() if count > 1)
