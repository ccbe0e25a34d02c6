"""Use cases around the cash box of a day of an event: opened, filled, counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.donation_rules import checked_donation
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    check_payment,
)
from coopdesk.domain.text import checked_line
from coopdesk.services.cash_box_rules import named_payments, open_box, put_in_box
from coopdesk.services.event_activities import ensure_activity
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.storage.cash_box_store import difference_ref
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.event_registrations import CashBox
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import Payment
    from coopdesk.storage.unit_of_work import Units, Work

_LABEL_LIMIT = 160
_MONEY = (Subject.EVENTS, Subject.PAYMENTS, Subject.DONATIONS, Subject.ACTIVITIES)
# What somebody nameless pays at a table.
_TAKEN = frozenset({LineKind.REGISTRATION, LineKind.SALE, LineKind.GIFT, LineKind.OTHER})


class CashBoxService:
    """Keep the cash boxes of events."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def open(self, event_id: int, day: dt.date, opening: Money) -> Outcome[CashBox]:
        """Open the cash box of a day, with what is in it before the first comes.

        Raises:
            RuleError: ``cashbox.exists``, ``cashbox.amount_negative``.
            NotFoundError: the event is gone.
        """
        _refuse_negative(opening, "opening")
        with self._units.write("cash_box.opened", name=day_text(day)) as work:
            work.registrations.places(event_id)
            if any(one.held_on == day for one in work.cash_boxes.of(event_id)):
                raise RuleError("cashbox.exists", field="day", day=day)
            box = work.cash_boxes.get(work.cash_boxes.add(event_id, day, opening))
            work.commit()
        return changed(box, Subject.EVENTS)

    def get(self, box_id: int) -> CashBox:
        """Return one cash box; raises NotFoundError."""
        with self._units.read() as work:
            return work.cash_boxes.get(box_id)

    def of(self, event_id: int) -> list[CashBox]:
        """Return the cash boxes of an event, by day."""
        with self._units.read() as work:
            return work.cash_boxes.of(event_id)

    def takings(self, box_id: int) -> list[Payment]:
        """Return the cash that went into a box and out of it, the last one first.

        Raises:
            NotFoundError: the cash box is gone.
        """
        with self._units.read() as work:
            ids = work.cash_boxes.payment_ids(box_id)
            return named_payments(work, work.cash_boxes.get(box_id).event_id, ids[::-1])

    def take(
        self, box_id: int, kind: LineKind, amount: Money, label: str = ""
    ) -> Outcome[Payment]:
        """Record cash of nobody by name: the bar, the hat, places sold at a table.

        Raises:
            RuleError: ``cashbox.kind_not_possible``, ``cashbox.closed``,
                ``payment.amount_not_positive``, ``payment.in_the_future``.
            NotFoundError: the cash box is gone.
        """
        if kind not in _TAKEN:
            raise RuleError("cashbox.kind_not_possible", field="kind")
        cleaned = checked_line(label, "label", _LABEL_LIMIT)
        with self._units.write("cash_box.taken", cents=str(amount.cents)) as work:
            box = open_box(work, box_id)
            title = cleaned or work.events.get(box.event_id).title
            payment_id = self._pay(work, box, _cash(work, box, kind, amount, title))
            if kind is LineKind.GIFT:
                gift = NewDonation(box.held_on, amount, PaymentMode.CASH)
                checked = checked_donation(gift, self._today())
                work.donations.add(checked, work.payments.line_ids(payment_id)[0], None)
            recorded = work.payments.get(payment_id)
            work.commit()
        return changed(recorded, *_MONEY)

    @in_french()
    def close(self, box_id: int, counted: Money) -> Outcome[CashBox]:
        """Say what was counted at the end; a difference is recorded as a payment of its own.

        Raises:
            RuleError: ``cashbox.closed``, ``cashbox.amount_negative``,
                ``payment.in_the_future``. NotFoundError: it is gone.
        """
        _refuse_negative(counted, "counted")
        with self._units.write("cash_box.closed", cents=str(counted.cents)) as work:
            box = open_box(work, box_id)
            difference = counted - box.expected
            if difference:
                self._record_difference(work, box, difference)
            values = {"counted_cents": counted.cents, "closed_at": self._units.now()}
            work.cash_boxes.change(box_id, values)
            work.recorder.relabel(name=day_text(box.held_on))
            closed = work.cash_boxes.get(box_id)
            work.commit()
        return changed(closed, *_MONEY)

    def reopen(self, box_id: int) -> Outcome[CashBox]:
        """Count a cash box anew; the payment of the difference goes.

        Raises:
            RuleError: ``cashbox.not_closed``. NotFoundError: it is gone.
        """
        with self._units.write("cash_box.reopened") as work:
            box = work.cash_boxes.get(box_id)
            if box.closed_at is None:
                raise RuleError("cashbox.not_closed", day=box.held_on)
            payment_id = work.cash_boxes.difference_id(box_id)
            if payment_id is not None:
                work.payments.delete(payment_id)
            work.cash_boxes.change(box_id, {"counted_cents": None, "closed_at": None})
            work.recorder.relabel(name=day_text(box.held_on))
            opened = work.cash_boxes.get(box_id)
            work.commit()
        return changed(opened, *_MONEY)

    def remove(self, box_id: int) -> Outcome[None]:
        """Remove a cash box into which nothing was put.

        Raises:
            RuleError: ``cashbox.in_use``. NotFoundError: it is gone.
        """
        with self._units.write("cash_box.removed") as work:
            box = work.cash_boxes.get(box_id)
            if work.cash_boxes.payment_ids(box_id):
                raise RuleError("cashbox.in_use", day=box.held_on)
            work.recorder.relabel(name=day_text(box.held_on))
            work.cash_boxes.delete(box_id)
            work.commit()
        return changed(None, Subject.EVENTS)

    def _record_difference(self, work: Work, box: CashBox, difference: Money) -> None:
        is_missing = difference < ZERO
        amount = -difference if is_missing else difference
        payment = replace(
            _cash(work, box, LineKind.OTHER, amount, _("Cash difference")),
            direction=Direction.OUT if is_missing else Direction.IN,
            order_ref=difference_ref(box.id),
        )
        self._pay(work, box, payment)

    def _pay(self, work: Work, box: CashBox, payment: NewPayment) -> int:
        check_payment(payment, self._today())
        payment_id, _lines = work.payments.add(payment)
        put_in_box(work, payment_id, box.id, box.event_id)
        return payment_id


def _cash(work: Work, box: CashBox, kind: LineKind, amount: Money, label: str) -> NewPayment:
    activity_id = ensure_activity(work, box.event_id)
    part = PaymentPart(kind, amount, label, activity_id=activity_id)
    return NewPayment(box.held_on, amount, PaymentMode.CASH, (part,), label=label)


def _refuse_negative(amount: Money, field: str) -> None:
    if amount < ZERO:
        raise RuleError("cashbox.amount_negative", field=field)
