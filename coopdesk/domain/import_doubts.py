"""Why a payment of a file waits for a person before it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.import_contents import told_amount, told_reversal
from coopdesk.domain.payments import Direction, PaymentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_planning import Known, KnownPayment
    from coopdesk.domain.imports import PaymentRow
    from coopdesk.domain.money import Money

# A payment recorded by hand within these days of the same donor and amount is probably the
# same.
_DOUBLE_DAYS = 3


class RowDoubts:
    """Judges single payments by what is known and by the others of their file."""

    def __init__(
        self, known: Known, by_ref: Mapping[str, KnownPayment], decisions: ImportDecisions
    ) -> None:
        self._by_ref = by_ref
        self._decisions = decisions
        self._manual = known.manual_payments
        self._today = known.today
        self._amounts: dict[str, Money] = {}
        self._reversed = {told_reversal(x.outside_content) for x in by_ref.values()} - {""}

    def look_at(self, rows: Iterable[PaymentRow]) -> None:
        """Take the payments of the file into account."""
        self._amounts = {row.payment_ref: row.amount for row in rows}

    def reason(self, row: PaymentRow, payer_id: int | None) -> str:
        """Return why a payment waits for a person; empty when it counts at once."""
        reason = ""
        if not row.status_known and not self._went_back(row):
            reason = "unknown_status"
        elif row.amount.cents < 0:
            reason = "negative_amount"
        elif row.doubt:
            reason = row.doubt
        elif row.paid_on > self._today:
            reason = "in_the_future"
        elif row.reverses:
            reason = self._reversal_doubt(row)
        elif self._probable_double(payer_id, row):
            reason = "probable_duplicate"
        return reason

    def _went_back(self, row: PaymentRow) -> bool:
        """Tell whether a payment that came in was given back by another known one."""
        return row.returned is not None and row.payment_ref in self._reversed

    def _reversal_doubt(self, row: PaymentRow) -> str:
        """Say why money given back waits: nobody knows what it gives back, or only in part."""
        known = self._by_ref.get(row.reverses)
        amount = self._amounts.get(row.reverses)
        if known is not None:
            if known.returned:
                return "reversed_already"
            if known.state == PaymentState.DISMISSED.value:
                return "reverses_unknown"
            amount = amount or told_amount(known.outside_content)
        if amount is None:
            return "reverses_unknown"
        return "" if amount == row.amount else "reverses_in_part"

    def _probable_double(self, payer_id: int | None, row: PaymentRow) -> bool:
        if payer_id is None or payer_id < 0 or not self._manual:
            return False
        if row.direction is Direction.OUT or self._decisions.of(row.line).keep:
            return False
        day, cents = row.paid_on.toordinal(), row.amount.cents
        near = range(day - _DOUBLE_DAYS, day + _DOUBLE_DAYS + 1)
        return any(
            (payer_id, cents, type(row.paid_on).fromordinal(number).isoformat()) in self._manual
            for number in near
        )
