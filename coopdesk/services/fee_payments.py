"""Use cases around the money of memberships: one payment for several people and things."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.donations import NewDonation
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import (
    SPENT,
    Direction,
    LineKind,
    NewPayment,
    Payment,
    PaymentPart,
    PaymentSource,
    check_payment,
)
from coopdesk.domain.text import checked_line, fold
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.donation_money import refuse_bound_payment, refuse_return_payment
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.members import Membership, MembershipType
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
    from coopdesk.storage.fee_store import FeeLine
    from coopdesk.storage.unit_of_work import Units, Work

_LABEL_LIMIT = 160
_MONEY = (Subject.MEMBERS, Subject.PAYMENTS, Subject.DONATIONS, Subject.CONTACTS)


class FeePayments:
    """Record payments of fees, and tie those already recorded to their memberships."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def record_payment(self, new: NewSharedPayment) -> Outcome[Payment]:
        """Record one payment shared between fees, gifts and other things.

        A gift without a donor is the payer's. A fee whose type is eligible (RF-51) counts for
        the tax receipt of the payer, else of the member.

        Raises:
            RuleError: ``payment.parts_do_not_add_up`` with the remainder,
                ``payment.share_not_positive``, ``payment.fee_without_member``,
                ``payment.share_not_possible``, ``membership.overpaid`` with the surplus,
                ``membership.cancelled``; or the amount or the date is wrong.
            NotFoundError: the payer, a donor or a membership is gone.
        """
        with self._units.write("payment.recorded", cents=str(new.amount.cents)) as work:
            payment_id = record_payment_in(work, new, self._today())
            recorded = work.payments.get(payment_id)
            work.commit()
        return changed(recorded, *_MONEY)

    def remove_payment(self, payment_id: int) -> Outcome[None]:
        """Remove a payment recorded by hand by mistake, with its fees and gifts.

        Raises:
            RuleError: ``payment.not_manual`` or ``payment.on_receipt``.
        """
        with self._units.write("payment.removed") as work:
            if work.payments.get(payment_id).content.source is not PaymentSource.MANUAL:
                raise RuleError("payment.not_manual")
            refuse_return_payment(work, payment_id)
            for donation_id in work.imports.gifts_of_payment(payment_id):
                remove_donation(work, donation_id)
            work.payments.delete(payment_id)
            work.commit()
        return changed(None, *_MONEY)

    def attach_payment_line(self, line_id: int, membership_id: int) -> Outcome[Membership]:
        """Say that a fee already recorded or imported settles a membership.

        Raises:
            RuleError: ``payment.not_a_fee``, ``payment.already_attached``,
                ``membership.overpaid``, ``membership.cancelled``.
        """
        with self._units.write("membership.fee_attached") as work:
            line = work.fees.line(line_id)
            work.recorder.relabel(cents=str(line.amount.cents))
            _check_attachable(line)
            membership = work.memberships.get(membership_id)
            _refuse_surplus(work, membership, line.amount)
            attach_line(work, line, membership)
            after = work.memberships.get(membership_id)
            work.commit()
        return changed(after, *_MONEY)

    def detach_payment_line(self, line_id: int) -> Outcome[None]:
        """Say that a fee settles no membership after all; its money stays recorded.

        Raises:
            RuleError: ``payment.on_receipt``.
        """
        with self._units.write("membership.fee_detached") as work:
            line = work.fees.line(line_id)
            work.recorder.relabel(cents=str(line.amount.cents))
            refuse_return_payment(work, line.payment_id)
            donation_id = work.fees.donation_of(line_id)
            if donation_id is not None:
                remove_donation(work, donation_id)
            work.fees.attach(line_id, None)
            work.commit()
        return changed(None, *_MONEY)

    def payments_of(self, membership_id: int) -> list[PaymentLine]:
        """Return the lines of payments that settle a membership, oldest first."""
        with self._units.read() as work:
            ids = [line.id for line in work.fees.lines_of(membership_id)]
            return work.payments.lines(ids)

    def open_fees_of(self, contact_id: int) -> list[PaymentLine]:
        """Return the fees that a contact or its household paid and that settle nothing yet."""
        with self._units.read() as work:
            people = work.memberships.household_of(contact_id)
            ids = [line.id for line in work.fees.open_lines_of(people)]
            return work.payments.lines(ids)


def record_payment_in(work: Work, new: NewSharedPayment, today: dt.date) -> int:
    """Check and store a shared payment inside a unit of work; return its id."""
    _check_shares(new)
    new = _of_today(work, new)
    payment = _payment_of(new)
    check_payment(payment, today)
    _refuse_overpaid(work, new.shares)
    payment_id, line_ids = work.payments.add(payment)
    for share, line_id in zip(new.shares, line_ids, strict=True):
        _settle(work, new, share, line_id)
    return payment_id


def attach_line(work: Work, line: FeeLine, membership: Membership) -> None:
    """Let a line settle a membership; a fee that counts for tax becomes a gift as well."""
    work.fees.attach(line.id, membership.id)
    kind = work.membership_types.get(membership.content.type_id)
    if kind.content.receipt_eligible and work.fees.donation_of(line.id) is None:
        donor_id = line.payer_id or membership.content.contact_id
        gift = NewDonation(line.paid_on, line.amount, line.mode, donor_id)
        work.donations.add(gift, line.id, None, line.outside_receipt, is_fee=True)


def count_for_tax(work: Work, membership: Membership) -> None:
    """Let the fees of a membership count for tax, or no longer, as its type says now.

    Raises RuleError ``payment.on_receipt`` when one that no longer does is on a receipt.
    """
    is_eligible = work.membership_types.get(membership.content.type_id).content.receipt_eligible
    for line in work.fees.lines_of(membership.id):
        if is_eligible:
            attach_line(work, line, membership)
        elif (donation_id := work.fees.donation_of(line.id)) is not None:
            remove_donation(work, donation_id)


def remove_donation(work: Work, donation_id: int) -> None:
    """Delete a gift; raises RuleError when a receipt names it or when it went back."""
    refuse_bound_payment(work.donations.get(donation_id), goes=True)
    work.donations.delete(donation_id)


def _payment_of(new: NewSharedPayment) -> NewPayment:
    label = checked_line(new.label, "label", _LABEL_LIMIT)
    parts = tuple(
        PaymentPart(
            LineKind(share.kind),
            share.amount,
            checked_line(share.label, "label", _LABEL_LIMIT) or label,
        )
        for share in new.shares
    )
    return NewPayment(
        new.paid_on,
        new.amount,
        new.mode,
        parts,
        Direction.IN,
        new.payer_id,
        label,
    )


def _check_shares(new: NewSharedPayment) -> None:
    if new.amount <= ZERO:
        raise RuleError("payment.amount_not_positive", field="amount")
    if new.remainder:
        raise RuleError(
            "payment.parts_do_not_add_up",
            field="shares",
            amount=new.amount,
            remainder=new.remainder,
        )
    for share in new.shares:
        kind = LineKind(share.kind)
        if share.amount <= ZERO:
            raise RuleError("payment.share_not_positive", field="shares")
        if kind is LineKind.FEE and share.membership_id is None:
            raise RuleError("payment.fee_without_member", field="shares")
        if kind in SPENT:
            raise RuleError("payment.share_not_possible", field="shares")


def _of_today(work: Work, new: NewSharedPayment) -> NewSharedPayment:
    """Return a payment of the contacts that its payer and donors are by now."""
    shares = [replace(one, donor_id=who_pays(work, one.donor_id)) for one in new.shares]
    return replace(new, payer_id=who_pays(work, new.payer_id), shares=tuple(shares))


def _refuse_overpaid(work: Work, shares: Sequence[PaymentShare]) -> None:
    asked: dict[int, Money] = defaultdict(lambda: ZERO)
    for share in shares:
        if share.kind == LineKind.FEE.value and share.membership_id is not None:
            asked[share.membership_id] += share.amount
    for membership_id, amount in asked.items():
        _refuse_surplus(work, work.memberships.get(membership_id), amount)


def _refuse_surplus(work: Work, membership: Membership, amount: Money) -> None:
    if membership.cancelled_on is not None:
        raise RuleError(
            "membership.cancelled",
            field="shares",
            membership_id=membership.id,
            day=membership.cancelled_on,
        )
    if amount > membership.remainder:
        name = work.contacts.get(membership.content.contact_id).display_name
        raise RuleError(
            "membership.overpaid",
            field="shares",
            membership_id=membership.id,
            name=name,
            remainder=membership.remainder,
            surplus=amount - membership.remainder,
        )


def _check_attachable(line: FeeLine) -> None:
    if line.kind is not LineKind.FEE:
        raise RuleError("payment.not_a_fee")
    if line.membership_id is not None:
        raise RuleError("payment.already_attached")


def _settle(work: Work, new: NewSharedPayment, share: PaymentShare, line_id: int) -> None:
    """Tie a line that was just recorded to the membership or the donor of its share."""
    if share.kind == LineKind.FEE.value and share.membership_id is not None:
        membership = work.memberships.get(share.membership_id)
        line = work.fees.line(line_id)
        if not share.label:
            kind = work.membership_types.get(membership.content.type_id)
            work.payments.change_line(line_id, line_label(kind, new.label))
        attach_line(work, line, membership)
    if share.kind == LineKind.GIFT.value:
        donor_id = share.donor_id or new.payer_id
        gift = NewDonation(new.paid_on, share.amount, new.mode, donor_id)
        work.donations.add(gift, line_id, None)


def line_label(kind: MembershipType, label: str) -> dict[str, str]:
    """Return the columns of the label of a fee: what was typed, else the name of the type."""
    text = label or kind.content.name
    return {"label": text, "label_key": fold(text)}
