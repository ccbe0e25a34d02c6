"""Payments of orders, where a file names the order and not the payment.

Tickets and lists of gifts do so: what they tell is the same money as in a file of payments.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coopdesk.domain.import_contents import told_amount, told_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.import_plans import KnownPayment
    from coopdesk.domain.imports import PaymentRow

# An order and its payment may lie some days apart: a bank transfer, a night.
_NEAR_DAYS = 3


class KnownOrders:
    """The payments that are known of each order; each explains one row of a file."""

    def __init__(self, payments: Iterable[KnownPayment]) -> None:
        self._by_order: dict[str, list[KnownPayment]] = defaultdict(list)
        self._here: set[str] = set()
        for payment in payments:
            if payment.order_ref:
                self._by_order[payment.order_ref].append(payment)

    def look_at(self, rows: Iterable[PaymentRow]) -> None:
        """Take the payments of the file into account."""
        self._here = {row.order_ref for row in rows if row.order_ref}

    def is_paid(self, order_ref: str) -> bool:
        """Tell whether a file of payments told of an order; one made from tickets grows."""
        known = self._by_order.get(order_ref, ())
        return order_ref in self._here or any(x.outside_ref is not None for x in known)

    def without_reference(self, row: PaymentRow) -> KnownPayment | None:
        """Return the payment without a reference that a payment of the same order completes.

        The one of the same gift, else the one that was made from tickets alone.
        """
        nameless = [x for x in self._by_order.get(row.order_ref, ()) if x.outside_ref is None]
        fitting = [x for x in nameless if _is_same_gift(x, row)]
        return self._taken(row, fitting or [x for x in nameless if not x.outside_content])

    def of_gift(self, row: PaymentRow) -> KnownPayment | None:
        """Return the known payment that a row without a reference of its own tells of."""
        known = self._by_order.get(row.order_ref, ())
        return self._taken(row, [x for x in known if _is_same_gift(x, row)])

    def _taken(self, row: PaymentRow, fitting: list[KnownPayment]) -> KnownPayment | None:
        if not fitting:
            return None
        self._by_order[row.order_ref].remove(fitting[0])
        return fitting[0]


def _is_same_gift(known: KnownPayment, row: PaymentRow) -> bool:
    """Compare with what the source told: a person may have corrected the payment since."""
    day = told_day(known.outside_content)
    if day is None or told_amount(known.outside_content) != row.amount:
        return False
    return abs((day - row.paid_on).days) <= _NEAR_DAYS
