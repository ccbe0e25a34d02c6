"""What becomes of a known payment of which its source says something else than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.payments import PaymentState

if TYPE_CHECKING:
    from coopdesk.domain.import_plans import KnownPayment, PlannedRow
    from coopdesk.domain.imports import PaymentRow

MONEY_FIELDS = frozenset({"amount", "paid_on", "mode", "parts"})
# A change of these makes what a person decided before void: the row is judged anew.
DECIDED_AGAIN = MONEY_FIELDS | {"status"}
# What may change of a payment that a receipt rests on.
_SAID_ALONG = frozenset({"status", "paid_out_on", "payout_ref", "fee"})
# What changes nothing that a receipt says.
BESIDE_RECEIPTS = _SAID_ALONG - {"status"}
# How a payment made from its tickets alone gets the reference of the payouts file.
NAMED = frozenset({"outside_ref", "paid_out_on", "payout_ref"})


def judge_frozen(
    planned: PlannedRow, row: PaymentRow, known: KnownPayment, changes: frozenset[str]
) -> None:
    """Judge a change of a payment that a receipt rests on or of which a gift went back.

    Only money gone back is believed, and what is no money. A gift gone back is noted as that,
    so that its receipt is to be voided.
    """
    planned.verdict, planned.reason = RowVerdict.DOUBTFUL, "changed_after_receipt"
    if known.state != PaymentState.RECEIVED.value or not changes <= _SAID_ALONG:
        return
    if row.returned is None:
        is_believed = row.status_known and not known.returned_whole
    else:
        is_believed = known.returned_whole or not known.returned
    if is_believed:
        goes_back = row.returned is not None and not known.returned
        planned.verdict, planned.completes = RowVerdict.CHANGED, known
        planned.changes, planned.payer_id = changes, known.payer_id
        planned.reason = "returned_after_receipt" if goes_back else "changed_at_source"


def ask_again(planned: PlannedRow, known: KnownPayment) -> None:
    """Let a payment that a person set aside not count again by itself."""
    if known.state == PaymentState.DISMISSED.value and planned.verdict is RowVerdict.CHANGED:
        planned.verdict, planned.reason = RowVerdict.DOUBTFUL, "changed_at_source"


def changes_money(planned: PlannedRow) -> bool:
    """Tell whether a changed row replaces the payment's lines, not only what is said of it."""
    return bool(planned.changes & MONEY_FIELDS)
