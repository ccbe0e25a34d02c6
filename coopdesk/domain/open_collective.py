"""Transactions of Open Collective: rows of one group are one operation with its fees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.imports import PaymentRow
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import Direction, LineKind, PaymentPart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.imports import Payer
    from coopdesk.domain.payments import PaymentMode

CONTRIBUTION, ADDED_FUNDS, EXPENSE = "CONTRIBUTION", "ADDED_FUNDS", "EXPENSE"
# The only currency of our books.
EURO = "EUR"

# Which operation of a group its fees are for, should there be several.
_FIRST = {CONTRIBUTION: 0, ADDED_FUNDS: 1, EXPENSE: 2}


@dataclass(frozen=True, slots=True)
class Transaction:
    """One row: money of an account of the platform that moved, signed.

    ``gross`` is what was given or paid, ``fee`` what was kept of it or came on top, above zero
    if it cost; ``net`` is what the balance of the account changed by. ``is_fee`` rows pay for a
    service, the others are operations. ``reference`` names the row, ``group`` the operation;
    ``other`` is the row that this one takes back, or that takes it back.
    """

    line: int
    raw: Mapping[str, str]
    reference: str
    group: str
    kind: str
    moved_on: dt.date
    gross: Money
    fee: Money
    currency: str
    payer: Payer
    mode: PaymentMode
    account: str = ""
    campaign: str = ""
    label: str = ""
    comment: str = ""
    is_fee: bool = False
    is_reverse: bool = False
    is_reversed: bool = False
    other: str = ""
    doubt: str = ""

    @property
    def net(self) -> Money:
        """What the balance of the account changed by."""
        return self.gross - self.fee


@dataclass(frozen=True, slots=True)
class TransactionGroup:
    """The rows that the platform made together: a contribution and what it cost."""

    reference: str
    transactions: tuple[Transaction, ...]

    @property
    def operations(self) -> tuple[Transaction, ...]:
        """What moved money for its own sake: the one that the fees are for comes first."""
        found = [one for one in self.transactions if not one.is_fee]
        return tuple(sorted(found, key=lambda one: (_FIRST.get(one.kind, 9), one.reference)))

    @property
    def fees(self) -> tuple[Transaction, ...]:
        """What was paid for services, or given back of that."""
        return tuple(one for one in self.transactions if one.is_fee)

    @property
    def net(self) -> Money:
        """What the balance of the account changed by."""
        return total(one.net for one in self.transactions)

    @property
    def foreign(self) -> Transaction | None:
        """The first row that is not in euros, if one is."""
        return next((one for one in self.transactions if one.currency != EURO), None)


def transaction_groups(transactions: Iterable[Transaction]) -> tuple[TransactionGroup, ...]:
    """Return the groups in the order of their first rows."""
    groups: dict[str, list[Transaction]] = {}
    for one in transactions:
        groups.setdefault(one.group, []).append(one)
    return tuple(TransactionGroup(name, tuple(rows)) for name, rows in groups.items())


def payments_of(group: TransactionGroup) -> tuple[PaymentRow, ...]:
    """Return the payments that a group is: one mostly, none if there are only fees.

    The amount is the gross one. The fee is what the processor kept and what the group pays
    beside; it is below zero where fees were given back, so that a refund and what it gives back
    come to nothing, the fees included.
    """
    beside = total(-one.net for one in group.fees)
    return tuple(
        _payment(one, one.fee + (beside if rank == 0 else ZERO), group if rank == 0 else None)
        for rank, one in enumerate(group.operations)
    )


def _payment(one: Transaction, fee: Money, group: TransactionGroup | None) -> PaymentRow:
    amount = Money(abs(one.gross.cents))
    return PaymentRow(
        line=one.line,
        raw=one.raw,
        payment_ref=one.reference,
        order_ref=one.group,
        paid_on=one.moved_on,
        amount=amount,
        mode=one.mode,
        status="",
        status_known=True,
        offline=False,
        payer=one.payer,
        campaign=one.campaign,
        parts=(PaymentPart(_kind_of(one), amount, one.label),),
        doubt=one.doubt or _lone(one),
        comment=one.comment,
        fee=fee,
        reverses=one.other if one.is_reverse else "",
        reversed_by=one.other if one.is_reversed else "",
        direction=Direction.OUT if one.gross < ZERO else Direction.IN,
        joined=tuple((fee.line, fee.raw) for fee in group.fees) if group else (),
    )


def _lone(one: Transaction) -> str:
    """Return that nobody says what a row takes back, or what takes it back; empty else."""
    if one.other:
        return ""
    if one.is_reverse:
        return "reverses_unknown"
    return "reversed_elsewhere" if one.is_reversed else ""


def _kind_of(one: Transaction) -> LineKind:
    """Return what money is for; a reversal is for what it takes back."""
    comes_in = (one.gross >= ZERO) is not one.is_reverse
    if one.kind == CONTRIBUTION and comes_in:
        return LineKind.GIFT
    if one.kind == EXPENSE and not comes_in:
        return LineKind.EXPENSE
    return LineKind.OTHER
