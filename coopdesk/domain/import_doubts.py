"""Why a payment of a file waits for a person before it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.import_refunds import GONE_BACK
from coopdesk.domain.payments import Direction

if TYPE_CHECKING:
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_plans import Known
    from coopdesk.domain.import_refunds import Refunds
    from coopdesk.domain.imports import PaymentRow

# A payment recorded by hand within these days of the same donor and amount is probably the
# same.
_DOUBLE_DAYS = 3


class RowDoubts:
    """Judges single payments by what is known and by the others of their file."""

    def __init__(self, known: Known, refunds: Refunds, decisions: ImportDecisions) -> None:
        self._refunds = refunds
        self._decisions = decisions
        self._manual = known.manual_payments
        self._today = known.today

    def reason(self, row: PaymentRow, payer_id: int | None) -> str:
        """Return why a payment waits for a person; empty when it counts at once."""
        reason = ""
        if not row.status_known and not self._refunds.went_back(row):
            reason = "unknown_status" if row.returned is None else GONE_BACK
        elif row.amount.cents < 0:
            reason = "negative_amount"
        elif row.doubt:
            reason = row.doubt
        elif row.paid_on > self._today:
            reason = "in_the_future"
        elif row.reverses:
            reason = self._refunds.doubt(row)
        elif self._probable_double(payer_id, row):
            reason = "probable_duplicate"
        return reason

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
