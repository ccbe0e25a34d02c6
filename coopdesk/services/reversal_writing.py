"""Ties payments that give others back to them, whichever of the two came first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.domain.import_refunds import GONE_BACK, WAIT_FOR_OTHER
from coopdesk.domain.imports import PaymentRow, RowVerdict
from coopdesk.domain.payments import PaymentState
from coopdesk.services.donation_money import note_return
from coopdesk.services.partial_refunds import PartialRefund

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from coopdesk.domain.import_plans import PlannedRow
    from coopdesk.domain.payments import Payment, PaymentSource
    from coopdesk.storage.unit_of_work import Work

_WITHOUT_DOUBT = frozenset({RowVerdict.NEW, RowVerdict.CHANGED})


class ReversalWriter:
    """Writes what the new payments of one source give back, inside a unit of work."""

    def __init__(self, work: Work, source: PaymentSource) -> None:
        self._work = work
        self._source = source

    def write(self, rows: Iterable[PlannedRow], payment_of_row: Mapping[int, int]) -> None:
        """Tie payments without doubt to their others; ``payment_of_row`` by ``id()``."""
        told = [
            (one, one.row)
            for one in rows
            if isinstance(one.row, PaymentRow)
            and (one.row.reverses or one.row.reversed_by or one.given_back_by)
            and one.verdict in _WITHOUT_DOUBT
        ]
        if not told:
            return
        ids = self._work.imports.ids_of_references(self._source.value)
        made = frozenset(payment_of_row.values())
        for one, row in told:
            reason = row.returned or ReturnReason.REFUNDED
            for given_id, back_id in _pairs(one, row, payment_of_row[id(one)], ids):
                tie(
                    self._work,
                    given_id,
                    back_id,
                    reason,
                    is_new=made.issuperset((given_id, back_id)),
                )


def _pairs(
    one: PlannedRow, row: PaymentRow, own: int, ids: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Yield a payment and the one that gives it back."""
    given = ids.get(row.reverses)
    if given is not None:
        yield given, own
    backs = dict.fromkeys((ids.get(row.reversed_by), *one.given_back_by))
    yield from ((own, back) for back in backs if back is not None)


def tie_decided(work: Work, payment_id: int) -> None:
    """Tie a payment that a person let count to what it gives back, or is given back by.

    Raises:
        RuleError: ``payment.on_receipt``, a receipt names the gift of which a part goes back.
    """
    for given_id, back_id in work.imports.reversals_around(payment_id):
        counts = work.payments.get(back_id).content.state is PaymentState.RECEIVED
        tie(work, given_id, back_id, ReturnReason.REFUNDED, is_decided=counts)


def tie(
    work: Work,
    given_id: int,
    back_id: int,
    reason: ReturnReason,
    *,
    is_new: bool = False,
    is_decided: bool = False,
) -> None:
    """Let a payment give another back, if both count or waited for each other only.

    What went back is what the other was for; of two that are new (``is_new``) the file says it.
    ``is_decided`` tells that a person took a part of it for clear.
    """
    if work.donations.returned_by(back_id):
        return
    payments = work.payments
    given, back = payments.get(given_id), payments.get(back_id)
    is_whole = given.content.amount == back.content.amount
    reasons = WAIT_FOR_OTHER | {GONE_BACK} if is_whole else WAIT_FOR_OTHER
    if not (_may_count(given, reasons) and _may_count(back, WAIT_FOR_OTHER)):
        return
    new = NewReturn(back.content.paid_on, reason)
    if not is_whole:
        _tie_part(work, PartialRefund(work, given_id, back_id), new, is_decided=is_decided)
        return
    _let_count(work, given_id, back_id)
    if not is_new:
        # A person may have said since whose it was and what for: the same goes back.
        payments.change(back_id, {"payer_id": given.content.payer_id})
        for line_id in payments.line_ids(back_id):
            payments.delete_line(line_id)
        payments.copy_lines(payments.line_ids(given_id), back_id)
    note_return(work, given_id, back_id, new)


def _tie_part(work: Work, refund: PartialRefund, new: NewReturn, *, is_decided: bool) -> None:
    doubt = refund.doubt(is_decided=is_decided)
    if doubt:
        waiting = {"state": PaymentState.TO_CHECK.value, "check_reason": doubt}
        work.payments.change(refund.back.id, waiting)
        return
    _let_count(work, refund.given.id, refund.back.id)
    refund.write(new)


def _may_count(one: Payment, reasons: AbstractSet[str]) -> bool:
    waits = one.content.state is PaymentState.TO_CHECK
    return one.content.state is PaymentState.RECEIVED or (
        waits and one.content.check_reason in reasons
    )


def _let_count(work: Work, *payment_ids: int) -> None:
    for payment_id in payment_ids:
        counted = {"state": PaymentState.RECEIVED.value, "check_reason": ""}
        work.payments.change(payment_id, counted)
