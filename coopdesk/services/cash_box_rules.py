"""What goes into the cash box of an event, within a unit of work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.payments import PaymentMode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.event_registrations import CashBox
    from coopdesk.domain.payments import Payment
    from coopdesk.storage.unit_of_work import Work


def open_box(work: Work, box_id: int) -> CashBox:
    """Return a cash box that is not counted yet.

    Raises:
        RuleError: ``cashbox.closed``. NotFoundError: it is gone.
    """
    box = work.cash_boxes.get(box_id)
    if box.closed_at is not None:
        raise RuleError("cashbox.closed", day=box.held_on)
    return box


def put_in_box(work: Work, payment_id: int, box_id: int, event_id: int) -> None:
    """Say that a payment went into an event's cash box, or came out of it.

    Raises:
        RuleError: ``cashbox.closed``, ``cashbox.other_event``, ``cashbox.only_cash``,
            ``cashbox.other_day``. NotFoundError: the cash box is gone.
    """
    box, payment = open_box(work, box_id), work.payments.get(payment_id).content
    if box.event_id != event_id:
        raise RuleError("cashbox.other_event")
    if payment.mode is not PaymentMode.CASH:
        raise RuleError("cashbox.only_cash", field="mode")
    if payment.paid_on != box.held_on:
        raise RuleError("cashbox.other_day", field="paid_on", day=box.held_on)
    work.cash_boxes.put(payment_id, box_id)


def named_payments(work: Work, event_id: int, payment_ids: Sequence[int]) -> list[Payment]:
    """Return payments of a cash box with who paid, guests who are no contacts by their name."""
    guests = {one.id: one.payer_name for one in work.parties.of_event(event_id)}
    return [_named(one, guests) for one in work.payments.many(payment_ids)]


def _named(payment: Payment, guests: Mapping[int, str]) -> Payment:
    parties = (part.party_id for part in payment.content.parts if part.party_id is not None)
    name = payment.payer_name or next((guests.get(party_id, "") for party_id in parties), "")
    return replace(payment, payer_name=name)


def refuse_counted(work: Work, payment_id: int) -> None:
    """Refuse to take a payment out of a cash box that was counted with it.

    Raises:
        RuleError: ``payment.cash_counted`` with the day of the cash box.
    """
    box = work.cash_boxes.box_of(payment_id)
    if box is not None and box.closed_at is not None:
        raise RuleError("payment.cash_counted", day=box.held_on)


def keep_in_box(work: Work, payment_id: int) -> None:
    """Take a payment that was corrected out of its cash box if it is no cash of the day."""
    box = work.cash_boxes.box_of(payment_id)
    payment = work.payments.get(payment_id).content
    if box is None or (payment.mode is PaymentMode.CASH and payment.paid_on == box.held_on):
        return
    work.cash_boxes.put(payment_id, None)
