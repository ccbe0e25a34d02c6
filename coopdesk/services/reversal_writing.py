"""Ties payments that give others back to them, whichever of the two came first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.domain.imports import PaymentRow, RowVerdict
from coopdesk.domain.payments import PaymentState
from coopdesk.services.donation_money import note_return

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.import_planning import PlannedRow
    from coopdesk.domain.payments import Payment, PaymentSource
    from coopdesk.storage.unit_of_work import Work

_WITHOUT_DOUBT = frozenset({RowVerdict.NEW, RowVerdict.CHANGED})
# Why a payment waits whose other half was not there.
_ALONE = frozenset({"reverses_unknown", "reversed_elsewhere"})


class ReversalWriter:
    """Writes what the new payments of one source give back, inside a unit of work."""

    def __init__(self, work: Work, source: PaymentSource) -> None:
        self._work = work
        self._source = source

    def write(self, rows: Iterable[PlannedRow], payment_of_row: Mapping[int, int]) -> None:
        """Tie payments without doubt to their others; ``payment_of_row`` by ``id()``."""
        pairs = [
            (one, one.row)
            for one in rows
            if isinstance(one.row, PaymentRow)
            and (one.row.reverses or one.row.reversed_by)
            and one.verdict in _WITHOUT_DOUBT
        ]
        if not pairs:
            return
        ids = self._work.imports.ids_of_references(self._source.value)
        made = frozenset(payment_of_row.values())
        for one, row in pairs:
            own, other = payment_of_row[id(one)], ids.get(row.reverses or row.reversed_by)
            if other is not None:
                given, back = (other, own) if row.reverses else (own, other)
                reason = row.returned or ReturnReason.REFUNDED
                self._tie(given, back, reason, is_older=other not in made)

    def _tie(
        self, given_id: int, back_id: int, reason: ReturnReason, *, is_older: bool
    ) -> None:
        payments = self._work.payments
        given, back = payments.get(given_id), payments.get(back_id)
        if given.content.amount != back.content.amount or not self._count(given, back):
            return
        if is_older:
            # A person may have said since whose it was and what for: the same goes back.
            payments.change(back_id, {"payer_id": given.content.payer_id})
            for line_id in payments.line_ids(back_id):
                payments.delete_line(line_id)
            payments.copy_lines(payments.line_ids(given_id), back_id)
        note_return(self._work, given_id, back_id, NewReturn(back.content.paid_on, reason))

    def _count(self, *pair: Payment) -> bool:
        """Let payments count that waited for each other; tell whether both do now."""
        for one in pair:
            waits = one.content.state is PaymentState.TO_CHECK
            if one.content.state is not PaymentState.RECEIVED and not (
                waits and one.content.check_reason in _ALONE
            ):
                return False
        for one in pair:
            counted = {"state": PaymentState.RECEIVED.value, "check_reason": ""}
            self._work.payments.change(one.id, counted)
        return True
