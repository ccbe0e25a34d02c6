"""Writes the tickets and memberships of an import, and the payments that only they tell of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coopdesk.domain.import_contents import registration_key
from coopdesk.domain.imports import RegistrationRow, RowVerdict
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import NewPayment, PaymentPart, PaymentState
from coopdesk.storage.payment_rows import line_values, payment_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.domain.import_plans import PlannedRow
    from coopdesk.domain.payments import PaymentSource
    from coopdesk.storage.unit_of_work import Work

_NEW_VERDICTS = frozenset({RowVerdict.NEW, RowVerdict.DOUBTFUL})
_CHANGED_VERDICTS = frozenset({RowVerdict.CHANGED, RowVerdict.DOUBTFUL})
_MONEY = frozenset({"amount", "status"})


class RegistrationWriter:
    """Writes the registrations of one plan; ``contact`` gives the real id of a planned one.

    ``payment_of_row`` and ``registration_of_row`` tell afterwards what planned rows (by
    ``id()``) became.
    """

    def __init__(
        self,
        work: Work,
        source: PaymentSource,
        contact: Callable[[int | None], int | None],
    ) -> None:
        self._work = work
        self._source = source
        self._contact = contact
        self.payment_of_row: dict[int, int] = {}
        self.registration_of_row: dict[int, int] = {}

    def write(self, planned: list[PlannedRow]) -> None:
        """Write what is new and what changed, with the money that no payments file told of."""
        known = [x for x in planned if x.known_id and x.verdict in _CHANGED_VERDICTS]
        new = [x for x in planned if not x.known_id and x.verdict in _NEW_VERDICTS]
        paid = {id(x) for x in known if self._payment_of(x) is not None}
        unpaid = [x for x in known if id(x) not in paid and not x.only_status]
        self._pay_orders([*unpaid, *new])
        self._change(known, paid)
        ids = self._work.imports.add_registrations([self._values(x) for x in new])
        for one, registration_id in zip(new, ids, strict=True):
            self.registration_of_row[id(one)] = registration_id
        self._follow([x for x in known if id(x) in paid and x.changes & _MONEY])

    def _payment_of(self, planned: PlannedRow) -> int | None:
        assert planned.known_id is not None
        return self._work.imports.payment_of_registration(planned.known_id)

    def _change(self, planned: list[PlannedRow], paid: set[int]) -> None:
        for one in planned:
            assert one.known_id is not None
            self.registration_of_row[id(one)] = one.known_id
            if one.only_status:
                told = {"status": one.row.status, "outside_content": one.content}
                self._work.imports.change_registration(one.known_id, told)
                continue
            values = self._values(one)
            if id(one) in paid:
                del values["payment_id"]
            if not self._is_settled(one):
                self._work.fees.follow(one.known_id, one.row.amount)
            self._work.imports.change_registration(one.known_id, values)

    def _follow(self, planned: list[PlannedRow]) -> None:
        """Bring payments that only tickets told of to what their tickets cost now."""
        doubts: dict[int, str] = {}
        for one in planned:
            payment_id = self._payment_of(one)
            if payment_id is None or self._work.payments.get(payment_id).content.outside_ref:
                continue
            if self._is_on_receipt(payment_id):
                continue
            doubts[payment_id] = doubts.get(payment_id) or _doubt([one])
        for payment_id, doubt in doubts.items():
            self._price_again(payment_id, doubt)

    def _is_on_receipt(self, payment_id: int) -> bool:
        """Tell whether a receipt names a fee of a payment: what is issued never changes."""
        gifts = self._work.imports.gifts_of_payment(payment_id)
        return any(self._work.donations.get(key).is_bound for key in gifts)

    def _is_settled(self, planned: PlannedRow) -> bool:
        """Tell whether the fee of a registration is on a receipt already."""
        payment_id = self._payment_of(planned)
        return payment_id is not None and self._is_on_receipt(payment_id)

    def _price_again(self, payment_id: int, doubt: str) -> None:
        parts = self._work.imports.parts_of_tickets(payment_id)
        amount = total(part.amount for part in parts)
        if amount.cents < 0:
            self._send_to_check(payment_id, "negative_amount")
            return
        if doubt:
            self._send_to_check(payment_id, doubt)
        for donation_id in self._work.imports.gifts_of_payment(payment_id):
            self._work.donations.delete(donation_id)
        for line_id in self._work.payments.line_ids(payment_id):
            self._work.payments.delete_line(line_id)
        self._work.imports.add_lines([line_values(payment_id, part) for part in parts])
        self._work.payments.change(payment_id, {"amount_cents": amount.cents})

    def _send_to_check(self, payment_id: int, reason: str) -> None:
        waiting = {"state": PaymentState.TO_CHECK.value, "check_reason": reason}
        self._work.payments.change(payment_id, waiting)

    def _pay_orders(self, planned: list[PlannedRow]) -> None:
        """Record one payment per order of which none is known, and link the others."""
        known = self._work.imports.payments_of_orders(self._source.value)
        orders: dict[str, list[PlannedRow]] = {}
        for one in planned:
            assert isinstance(one.row, RegistrationRow)
            orders.setdefault(one.row.order_ref or f"line {one.row.line}", []).append(one)
        unpaid = []
        for order_ref, rows in orders.items():
            if order_ref in known and not self._is_closed(*known[order_ref]):
                self._join_order(rows, *known[order_ref])
            elif _order_amount(rows).cents > 0:
                unpaid.append(rows)
        ids = self._work.imports.add_payments([self._order_values(rows) for rows in unpaid])
        lines = [
            line
            for rows, key in zip(unpaid, ids, strict=True)
            for line in self._links(rows, key)
        ]
        self._work.imports.add_lines(lines)

    def _is_closed(self, payment_id: int, _cents: int, ref: str) -> bool:
        """Tell whether a payment made from tickets alone can no longer grow."""
        return not ref and self._is_on_receipt(payment_id)

    def _join_order(
        self, rows: list[PlannedRow], payment_id: int, cents: int, ref: str
    ) -> None:
        """Link rows to the payment of their order; one made from tickets alone grows."""
        lines = self._links(rows, payment_id)
        if ref:
            return
        amount = cents + _order_amount(rows).cents
        self._work.payments.change(payment_id, {"amount_cents": amount})
        self._work.imports.add_lines(lines)
        state = self._work.payments.get(payment_id).content.state
        doubt = _doubt(rows)
        if not doubt and state is PaymentState.DISMISSED:
            doubt = "changed_at_source"
        if doubt:
            self._send_to_check(payment_id, doubt)

    def _links(self, rows: list[PlannedRow], payment_id: int) -> list[dict[str, Any]]:
        lines = []
        for one in rows:
            assert isinstance(one.row, RegistrationRow)
            self.payment_of_row[id(one)] = payment_id
            part = PaymentPart(one.row.kind, one.row.amount, one.row.tariff)
            lines.append(line_values(payment_id, part))
        return lines

    def _order_values(self, rows: list[PlannedRow]) -> dict[str, Any]:
        first, doubt = rows[0].row, _doubt(rows)
        assert isinstance(first, RegistrationRow)
        new = NewPayment(
            paid_on=first.registered_on,
            amount=_order_amount(rows),
            mode=first.mode,
            parts=(),
            payer_id=self._contact(rows[0].payer_id),
            state=PaymentState.TO_CHECK if doubt else PaymentState.RECEIVED,
            source=self._source,
            order_ref=first.order_ref or None,
            check_reason=doubt,
        )
        return payment_values(new)

    def _values(self, planned: PlannedRow) -> dict[str, Any]:
        row = planned.row
        assert isinstance(row, RegistrationRow)
        return {
            "kind": row.kind.value,
            "source": self._source.value,
            "outside_key": registration_key(row),
            "order_ref": row.order_ref,
            "registered_on": row.registered_on,
            "status": row.status,
            "tariff": row.tariff,
            "amount_cents": row.amount.cents,
            "participant_last_name": row.participant_last_name,
            "participant_first_name": row.participant_first_name,
            "contact_id": self._contact(planned.member_id),
            "payer_id": self._contact(planned.payer_id),
            "payment_id": self.payment_of_row.get(id(planned)),
            "answers": json.dumps(dict(row.answers), ensure_ascii=False),
            "outside_content": planned.content,
        }


def _doubt(rows: Iterable[PlannedRow]) -> str:
    """Return why the payment of some rows waits to be checked, empty if it does not."""
    return next((x.reason for x in rows if x.verdict is RowVerdict.DOUBTFUL), "")


def _order_amount(rows: list[PlannedRow]) -> Money:
    return total(x.row.amount for x in rows)
