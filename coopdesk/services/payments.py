"""Use cases around money in and out: payments, and the workbook for the board."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.payments import (
    LineKind,
    Payment,
    PaymentSource,
    PaymentState,
    check_fee,
    check_payment,
)
from coopdesk.domain.text import checked_line
from coopdesk.services.activities import check_activity
from coopdesk.services.cash_box_rules import refuse_counted
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.donation_money import refuse_bound_payment, refuse_return_payment
from coopdesk.services.order_sharing import share_orders
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.reversal_writing import tie_decided

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import NewPayment, PaymentFilter, PaymentLine, Payout
    from coopdesk.storage.unit_of_work import Units, Work


_MONEY = (
    Subject.PAYMENTS,
    Subject.DONATIONS,
    Subject.CONTACTS,
    Subject.MEMBERS,
    Subject.EVENTS,
    Subject.PARTNERS,
)


class PaymentService:
    """Record and list payments."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def record(self, new: NewPayment) -> Outcome[Payment]:
        """Record a payment that is not a gift: an expense, a fee, a sale, a grant.

        Raises:
            RuleError: amount, date or parts are wrong; ``payment.gift_belongs_to_gifts``.
            NotFoundError: the payer or an activity is gone.
        """
        cleaned = _cleaned(new)
        check_payment(cleaned, self._today())
        if any(part.kind is LineKind.GIFT for part in cleaned.parts):
            raise RuleError("payment.gift_belongs_to_gifts", field="kind")
        with self._units.write("payment.recorded", cents=str(new.amount.cents)) as work:
            cleaned = replace(cleaned, payer_id=who_pays(work, cleaned.payer_id))
            for part in cleaned.parts:
                check_activity(work, part.activity_id)
            payment_id, _ = work.payments.add(cleaned)
            payment = work.payments.get(payment_id)
            work.commit()
        return changed(payment, Subject.PAYMENTS)

    def remove(self, payment_id: int) -> Outcome[None]:
        """Remove a payment recorded by hand by mistake; Ctrl+Z brings it back.

        One for several things goes as a whole, with its gifts and fees. What it kept or paid
        among partners, a commitment or the fee of a network, is owed again.

        Raises:
            RuleError: ``payment.not_manual``, ``payment.gift_belongs_to_gifts``,
            ``payment.on_receipt``, ``payment.was_on_receipt``, ``payment.gift_returned``,
            ``payment.refunds_expenses`` or ``payment.cash_counted``.
        """
        with self._units.write("payment.removed") as work:
            payment = work.payments.get(payment_id).content
            if payment.source is not PaymentSource.MANUAL:
                raise RuleError("payment.not_manual")
            _refuse_bound(work, [payment_id], goes=True)
            if all(part.kind is LineKind.GIFT for part in payment.parts):
                raise RuleError("payment.gift_belongs_to_gifts")
            for donation_id in work.imports.gifts_of_payment(payment_id):
                work.donations.delete(donation_id)
            work.payments.delete(payment_id)
            work.commit()
        return changed(None, *_MONEY)

    def decide(self, payment_ids: Sequence[int], state: PaymentState) -> Outcome[int]:
        """Say of payments whether they count; return how many changed.

        What a platform said that one gives back of another goes back then.

        Raises:
            RuleError: ``payment.on_receipt``, ``payment.gift_returned``,
            ``payment.refunds_expenses``, ``payment.cash_counted``, ``payment.not_yet_paid``
            when one that should count lies in the future.
        """
        label = f"payment.{state.value}"
        with self._units.write(label, count=str(len(set(payment_ids)))) as work:
            _refuse_bound(work, payment_ids, goes=False)
            if state is PaymentState.RECEIVED:
                self._refuse_in_the_future(work, payment_ids)
            count = sum(work.payments.set_state(key, state) for key in payment_ids)
            if state is PaymentState.RECEIVED:
                for payment_id in payment_ids:
                    tie_decided(work, payment_id)
                for event_id in work.order_money.events_of(payment_ids):
                    share_orders(work, event_id)
            work.commit()
        return changed(count, *_MONEY)

    def set_fee(self, payment_id: int, fee: Money) -> Outcome[Payment]:
        """Say what a platform or a bank kept of a payment; zero takes it off.

        The amount stays the gross one, and so do gifts and receipts: a donor gave all of it.

        Raises:
            RuleError: ``payment.fee_not_possible``. NotFoundError: the payment is gone.
        """
        with self._units.write("payment.fee_set", cents=str(fee.cents)) as work:
            payment = work.payments.get(payment_id)
            check_fee(replace(payment.content, fee=fee))
            work.payments.change(payment_id, {"fee_cents": fee.cents})
            payment = work.payments.get(payment_id)
            work.commit()
        return changed(payment, Subject.PAYMENTS)

    def set_activity(
        self, line_ids: Sequence[int], activity_id: int | None
    ) -> Outcome[list[PaymentLine]]:
        """Say what activity lines of payments are part of, None for what their campaign says.

        Of places at an event, None is for what the event says. The refund of a sheet of
        expenses says it by the sheet. Entries follow when they are prepared the next time.

        Raises:
            NotFoundError: a payment or the activity is gone.
        """
        with self._units.write("payment.activity_set", count=str(len(line_ids))) as work:
            check_activity(work, activity_id)
            of_events = {} if activity_id else work.parties.activities_of(line_ids)
            for line in work.payments.lines(line_ids):
                sheet_id = work.expenses.id_of_payment(line.payment_id)
                if sheet_id is None:
                    said = activity_id or of_events.get(line.id)
                    work.payments.change_line(line.id, {"activity_id": said})
                else:
                    work.expenses.set_activity(sheet_id, activity_id)
            lines = work.payments.lines(line_ids)
            work.commit()
        return changed(lines, Subject.PAYMENTS, Subject.EXPENSES)

    def _refuse_in_the_future(self, work: Work, payment_ids: Sequence[int]) -> None:
        """A gift that counts may go on a receipt, which must not be older than the gift."""
        for payment_id in payment_ids:
            day = work.payments.get(payment_id).content.paid_on
            if day > self._today():
                raise RuleError("payment.not_yet_paid", day=day)

    def get(self, payment_id: int) -> Payment:
        """Return one payment; raises NotFoundError."""
        with self._units.read() as work:
            return work.payments.get(payment_id)

    def ids(self, wanted: PaymentFilter, limit: int | None = None) -> list[int]:
        """Return the ids of the lines of payments that a filter shows."""
        with self._units.read() as work:
            return work.payments.ids(wanted, limit)

    def lines(self, ids: Sequence[int]) -> list[PaymentLine]:
        """Return the lines of payments of a page of ids."""
        with self._units.read() as work:
            return work.payments.lines(ids)

    def lines_of(self, payment_id: int) -> list[PaymentLine]:
        """Return the lines of one payment, in order."""
        with self._units.read() as work:
            return work.payments.lines(work.payments.line_ids(payment_id))

    def payouts(self) -> list[Payout]:
        """Return the transfers by which platforms paid out what they collected, newest first.

        Payments that wait to be checked are in: the money came.
        """
        with self._units.read() as work:
            return work.payments.payouts()

    def totals(self, wanted: PaymentFilter) -> tuple[Money, Money]:
        """Return money in and money out of what a filter shows."""
        with self._units.read() as work:
            return work.payments.totals(wanted)

    def years(self) -> list[int]:
        """Return the years to choose from, newest first; always holds the current one."""
        with self._units.read() as work:
            years = work.payments.years()
        current = self._today().year
        return years if current in years else [current, *years]


def _cleaned(new: NewPayment) -> NewPayment:
    """Return the payment with its label cleaned, and given to parts that have none."""
    label = checked_line(new.label, "label", 160)
    parts = tuple(replace(part, label=part.label or label) for part in new.parts)
    return replace(new, label=label, parts=parts)


def _refuse_bound(work: Work, payment_ids: Sequence[int], *, goes: bool) -> None:
    for payment_id in payment_ids:
        refuse_counted(work, payment_id)
        refuse_return_payment(work, payment_id)
        sheet_id = work.expenses.id_of_payment(payment_id)
        if sheet_id is not None:
            raise RuleError("payment.refunds_expenses", number=sheet_id)
        for donation_id in work.imports.gifts_of_payment(payment_id):
            refuse_bound_payment(work.donations.get(donation_id), goes=goes)
