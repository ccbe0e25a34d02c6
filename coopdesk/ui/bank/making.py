"""What can be made in place of a line of a statement, the usual one first."""

from __future__ import annotations

import enum
from itertools import pairwise
from typing import TYPE_CHECKING

from coopdesk.domain.bank_creations import AccountCreation, TransferCreation
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import Proposal


class Making(enum.Enum):
    """What is made, and matched with the line at once."""

    ENTRY = "entry"
    GIFT = "gift"
    FEES = "fees"
    CHEQUES = "cheques"
    PAYOUT = "payout"
    TRANSFER = "transfer"
    PAYMENT = "payment"
    RETURN = "return"


_IN = (
    Making.GIFT,
    Making.FEES,
    Making.PAYMENT,
    Making.CHEQUES,
    Making.PAYOUT,
    Making.TRANSFER,
    Making.ENTRY,
)
_OUT = (Making.ENTRY, Making.TRANSFER, Making.RETURN, Making.PAYOUT)
# Without books nothing is entered; what is spent is a payment then.
_IN_ALONE = (Making.PAYMENT, Making.GIFT, Making.FEES)
_OUT_ALONE = (Making.PAYMENT, Making.RETURN)
_PLATFORMS = frozenset({"helloasso", "opencollective", "stripe", "sumup", "paypal", "lydia"})
_OWN = frozenset({"interne", "livret"})
# What banks and those who pay write; the first that is found decides.
_SAID_IN = (
    (_PLATFORMS, Making.PAYOUT),
    (frozenset({"cotisation", "cotisations", "adhesion", "adhesions"}), Making.FEES),
    (frozenset({"don", "dons"}), Making.GIFT),
    (frozenset({"subvention", "subventions"}), Making.PAYMENT),
    (_OWN, Making.TRANSFER),
)
_SAID_OUT = (
    (frozenset({"rejet", "impaye", "impayes", "retour"}), Making.RETURN),
    (_OWN, Making.TRANSFER),
)
_MODES = {
    LineNature.CHEQUE: PaymentMode.CHEQUE,
    LineNature.DEPOSIT: PaymentMode.CHEQUE,
    LineNature.CARD: PaymentMode.CARD,
    LineNature.CASH: PaymentMode.CASH,
    LineNature.DIRECT_DEBIT: PaymentMode.DIRECT_DEBIT,
}


def mode_of(row: StatementRow) -> PaymentMode:
    """Return how the money of a line most likely came or went."""
    return _MODES.get(row.nature, PaymentMode.TRANSFER)


def makings_of(
    row: StatementRow, best: Proposal | None = None, *, has_books: bool = True
) -> list[Making]:
    """Return what can be made of a line, what it most likely is first."""
    if has_books:
        offered = list(_IN if row.amount > ZERO else _OUT)
    else:
        offered = list(_IN_ALONE if row.amount > ZERO else _OUT_ALONE)
    usual = _usual(row, best)
    if usual in offered:
        offered.remove(usual)
        offered.insert(0, usual)
    return offered


def _usual(row: StatementRow, best: Proposal | None) -> Making:
    creation = None if best is None else best.creation
    if isinstance(creation, TransferCreation):
        return Making.TRANSFER
    if isinstance(creation, AccountCreation):
        return Making.ENTRY
    is_in = row.amount > ZERO
    words = fold(f"{row.label} {row.counterparty}").split()
    if is_in and (row.nature is LineNature.DEPOSIT or {"remise", "cheques"} <= set(words)):
        return Making.CHEQUES
    said = {*words, *(f"{one}{after}" for one, after in pairwise(words))}
    for known, making in _SAID_IN if is_in else _SAID_OUT:
        if known & said:
            return making
    return Making.ENTRY
