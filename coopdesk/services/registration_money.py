"""Use cases around the money of those who take part: taken at the door or later, given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.donation_rules import checked_donation
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    Payment,
    PaymentMode,
    PaymentPart,
    check_payment,
)
from coopdesk.services.cash_box_rules import put_in_box
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.event_activities import ensure_activity
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.registration_parties import RegistrationParties

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.event_registrations import DoorPayment, Party
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work

_MONEY = (
    Subject.EVENTS,
    Subject.PAYMENTS,
    Subject.DONATIONS,
    Subject.CONTACTS,
    Subject.ACTIVITIES,
)


class RegistrationMoney(RegistrationParties):
    """What parties pay for an event, and what goes back to them."""

    def pay(self, party_id: int, new: DoorPayment) -> Outcome[Payment]:
        """Record what a party pays: ``amount`` of what it owes, and a ``gift`` on top.

        The payment is of both together. It is the payer's, and so is the gift. Cash that goes
        into a cash box is said so by ``cash_box_id``.

        Raises:
            RuleError: ``party.overpaid`` with what is left and the surplus,
                ``payment.amount_not_positive``, ``payment.in_the_future``,
                ``cashbox.only_cash``, ``cashbox.other_event``, ``cashbox.closed``,
                ``cashbox.other_day``.
            NotFoundError: the party or the cash box is gone.
        """
        whole = new.amount + new.gift
        with self._units.write("payment.recorded", cents=str(whole.cents)) as work:
            party = work.parties.get(party_id)
            _refuse_overpaid(party, new)
            payer_id = who_pays(work, party.payer_id)
            parts = _parts(work, party, new)
            title = work.events.get(party.event_id).title
            payment = NewPayment(
                new.paid_on, whole, new.mode, parts, payer_id=payer_id, label=title
            )
            payment_id = self._record(work, payment, new.cash_box_id, party.event_id)
            if new.gift:
                self._record_gift(work, new, payer_id, payment_id)
            recorded = work.payments.get(payment_id)
            work.commit()
        return changed(recorded, *_MONEY)

    def refund(
        self,
        party_id: int,
        amount: Money,
        mode: PaymentMode,
        on: dt.date | None = None,
        *,
        cash_box_id: int | None = None,
    ) -> Outcome[Payment]:
        """Record what goes back to a party, of what it paid; today where ``on`` is None.

        Raises:
            RuleError: ``party.refund_too_much`` with what was paid, as ``pay``.
            NotFoundError: the party or the cash box is gone.
        """
        with self._units.write("registration.refunded", cents=str(amount.cents)) as work:
            party = work.parties.get(party_id)
            work.recorder.relabel(name=party.payer_name)
            if amount > party.paid:
                raise RuleError("party.refund_too_much", field="amount", paid=party.paid)
            part = _place_part(work, party, amount)
            payment = NewPayment(
                on or self._today(),
                amount,
                mode,
                (part,),
                Direction.OUT,
                who_pays(work, party.payer_id),
                part.label,
            )
            payment_id = self._record(work, payment, cash_box_id, party.event_id)
            recorded = work.payments.get(payment_id)
            work.commit()
        return changed(recorded, *_MONEY)

    def _record(
        self, work: Work, payment: NewPayment, cash_box_id: int | None, event_id: int
    ) -> int:
        check_payment(payment, self._today())
        payment_id, _ = work.payments.add(payment)
        if cash_box_id is not None:
            put_in_box(work, payment_id, cash_box_id, event_id)
        return payment_id

    def _record_gift(
        self, work: Work, new: DoorPayment, payer_id: int | None, payment_id: int
    ) -> None:
        kind = None if payer_id is None else work.contacts.get(payer_id).profile.kind
        gift = NewDonation(new.paid_on, new.gift, new.mode, payer_id)
        checked = checked_donation(gift, self._today(), kind)
        work.donations.add(checked, work.payments.line_ids(payment_id)[-1], None)


def _refuse_overpaid(party: Party, new: DoorPayment) -> None:
    if new.amount < ZERO or new.gift < ZERO:
        raise RuleError("payment.amount_not_positive", field="amount")
    left = max(party.left, ZERO)
    if new.amount > left:
        raise RuleError(
            "party.overpaid",
            field="amount",
            name=party.payer_name,
            remainder=left,
            surplus=new.amount - left,
        )


def _parts(work: Work, party: Party, new: DoorPayment) -> tuple[PaymentPart, ...]:
    """Return the lines of a payment: for places, then the gift, which pays for none."""
    parts = [] if not new.amount else [_place_part(work, party, new.amount)]
    if new.gift:
        activity_id = ensure_activity(work, party.event_id)
        title = work.events.get(party.event_id).title
        parts.append(PaymentPart(LineKind.GIFT, new.gift, title, activity_id=activity_id))
    return tuple(parts)


def _place_part(work: Work, party: Party, amount: Money) -> PaymentPart:
    activity_id = ensure_activity(work, party.event_id)
    title = work.events.get(party.event_id).title
    return PaymentPart(
        LineKind.REGISTRATION, amount, title, party_id=party.id, activity_id=activity_id
    )
