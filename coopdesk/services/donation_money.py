"""The money of gifts: its payments, what freezes them, and how it goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.donation_rules import checked_return
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.errors import RuleError
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentSource,
    PaymentState,
)
from coopdesk.domain.text import fold
from coopdesk.services.cash_box_rules import keep_in_box, refuse_counted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.donations import Donation, NewDonation, NewReturn
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work


def refuse_bound_payment(donation: Donation, *, goes: bool) -> None:
    """Refuse to judge a payment anew, or to delete it (``goes``), for the sake of its gift.

    Raises:
        RuleError: ``payment.on_receipt``, ``payment.was_on_receipt``,
        ``payment.gift_returned``.
    """
    if donation.receipt_number:
        raise RuleError("payment.on_receipt", number=donation.receipt_number)
    if donation.returned is not None:
        raise RuleError("payment.gift_returned")
    if goes and donation.past_receipt:
        raise RuleError("payment.was_on_receipt", number=donation.past_receipt)


def refuse_not_alone(work: Work, donation: Donation) -> None:
    """Refuse to remove a gift that a platform told, or that shares its payment.

    Raises:
        RuleError: ``donation.amount_from_platform``, ``donation.in_shared_payment``.
    """
    if donation.payment_id is None:
        return
    if work.payments.get(donation.payment_id).content.source is not PaymentSource.MANUAL:
        raise RuleError("donation.amount_from_platform")
    if donation.is_shared or donation.is_fee:
        raise RuleError("donation.in_shared_payment")


def put_money(
    work: Work, before: Donation | None, new: NewDonation, campaign_id: int | None
) -> int | None:
    """Record or correct the payment of a gift; return its line, None when no money moves.

    Raises:
        RuleError: ``donation.amount_from_platform``, ``donation.in_shared_payment``,
        ``payment.cash_counted``.
    """
    payment_id = None if before is None else before.payment_id
    if before is None or payment_id is None:
        if new.nature is not DonationNature.MONEY:
            return None
        _, line_ids = work.payments.add(_payment_of(new, campaign_id))
        return line_ids[0]
    if _is_told_elsewhere(work, before, payment_id):
        _keep_what_is_told(work, before, payment_id, new)
        line_id = work.donations.line_id(before.id)
        assert line_id is not None
        work.payments.change_line(line_id, {"activity_id": _activity_of(work, line_id, new)})
        return line_id
    if new.nature is not DonationNature.MONEY:
        return None
    return _corrected_payment(work, before, payment_id, new, campaign_id)


def take_money_away(work: Work, donation: Donation) -> None:
    """Delete the payment of a gift that has let go of it; raises ``payment.cash_counted``."""
    if donation.payment_id is not None:
        refuse_counted(work, donation.payment_id)
        work.payments.delete(donation.payment_id)


def give_back_in(work: Work, gift: Donation, new: NewReturn, today: dt.date) -> None:
    """Store inside a unit of work that a gift went back, with the payment out if money moved.

    Raises:
        RuleError: as ``DonationService.give_back``.
    """
    if gift.returned is not None:
        raise RuleError("donation.returned_already", day=gift.returned.returned_on)
    if gift.payment_state is not PaymentState.RECEIVED:
        raise RuleError("donation.not_received")
    is_money = gift.payment_id is not None
    checked = checked_return(new, gift.content.received_on, today, is_money=is_money)
    line_id = work.donations.line_id(gift.id)
    payment_id = None
    if gift.payment_id is not None and line_id is not None:
        payment_id = _pay_back(work, gift.payment_id, [line_id], gift.content.amount, checked)
    work.donations.returned(gift.id, checked, payment_id)


def pay_back_whole(work: Work, payment_id: int, new: NewReturn) -> None:
    """Store inside a unit of work that a whole payment went back, with its gifts."""
    lines, amount = work.payments.line_ids(payment_id), work.payments.get(payment_id).content
    back_id = _pay_back(work, payment_id, lines, amount.amount, new)
    for donation_id in work.imports.gifts_of_payment(payment_id):
        work.donations.returned(donation_id, new, back_id)


def note_return(work: Work, payment_id: int, back_id: int, new: NewReturn) -> None:
    """Store that the gifts of a payment went back by another payment that is recorded."""
    for donation_id in work.imports.gifts_of_payment(payment_id):
        if work.donations.get(donation_id).returned is None:
            work.donations.returned(donation_id, new, back_id)


def take_return_back(work: Work, gift: Donation) -> None:
    """Forget that a gift went back, with the payment out, and all that went back by it.

    A payment that a platform told of stays: its money moved.
    """
    payment_id = gift.return_payment_id
    gone = [gift.id] if payment_id is None else work.donations.returned_by(payment_id)
    for donation_id in gone:
        work.donations.drop_return(donation_id)
    if payment_id is not None and not work.payments.get(payment_id).content.outside_ref:
        work.payments.delete(payment_id)


def refuse_return_payment(work: Work, payment_id: int) -> None:
    """Refuse to touch the payment by which a gift went back.

    Raises:
        RuleError: ``payment.is_return``.
    """
    if work.donations.returned_by(payment_id):
        raise RuleError("payment.is_return")


def _pay_back(
    work: Work, payment_id: int, line_ids: Sequence[int], amount: Money, new: NewReturn
) -> int:
    """Record the payment out of lines of a payment, so that the journal ties to the bank."""
    paid = work.payments.get(payment_id).content
    payment = NewPayment(
        paid_on=new.returned_on,
        amount=amount,
        mode=paid.mode,
        parts=(),
        direction=Direction.OUT,
        payer_id=paid.payer_id,
        label=paid.label,
        campaign_id=paid.campaign_id,
        source=paid.source,
    )
    back_id, _ = work.payments.add(payment)
    work.payments.copy_lines(line_ids, back_id)
    return back_id


def _is_told_elsewhere(work: Work, gift: Donation, payment_id: int) -> bool:
    """Tell whether a platform, other parts or a membership say what the payment is."""
    source = work.payments.get(payment_id).content.source
    return source is not PaymentSource.MANUAL or gift.is_shared or gift.is_fee


def _keep_what_is_told(work: Work, before: Donation, payment_id: int, new: NewDonation) -> None:
    content = before.content
    from_platform = work.payments.get(payment_id).content.source is not PaymentSource.MANUAL
    # A mode that the platform does not name may be said by a person.
    mode = new.mode if content.mode is PaymentMode.OTHER else content.mode
    says_mode = new.mode if new.nature is DonationNature.MONEY else mode
    said = (content.amount, content.received_on, mode, content.nature)
    if said != (new.amount, new.received_on, says_mode, new.nature):
        if from_platform:
            raise RuleError("donation.amount_from_platform", field="amount")
        raise RuleError("donation.in_shared_payment", field="amount")
    if from_platform and fold(content.campaign) != fold(new.campaign):
        raise RuleError("donation.amount_from_platform", field="campaign")
    told: dict[str, object] = {"mode": mode.value}
    if not from_platform:
        told["paid_out_on"] = new.credited_on
    elif not before.is_fee:
        told["payer_id"] = new.donor_id
    work.payments.change(payment_id, told)


def _corrected_payment(
    work: Work, before: Donation, payment_id: int, new: NewDonation, campaign_id: int | None
) -> int:
    values = {
        "paid_on": new.received_on,
        "amount_cents": new.amount.cents,
        "mode": new.mode.value,
        "payer_id": new.donor_id,
        "campaign_id": campaign_id,
        "paid_out_on": new.credited_on,
    }
    said = (before.content.amount, before.content.mode, before.content.received_on)
    if said != (new.amount, new.mode, new.received_on):
        refuse_counted(work, payment_id)
    work.payments.change(payment_id, values)
    keep_in_box(work, payment_id)
    line_id = work.donations.line_id(before.id)
    assert line_id is not None
    activity_id = _activity_of(work, line_id, new)
    values = {"amount_cents": new.amount.cents, "activity_id": activity_id}
    work.payments.change_line(line_id, values)
    return line_id


def _activity_of(work: Work, line_id: int, new: NewDonation) -> int | None:
    """Return what the money is part of: of a gift at an event, the event unless said."""
    return new.activity_id or work.parties.activities_of([line_id]).get(line_id)


def _payment_of(new: NewDonation, campaign_id: int | None) -> NewPayment:
    return NewPayment(
        paid_on=new.received_on,
        amount=new.amount,
        mode=new.mode,
        parts=(PaymentPart(LineKind.GIFT, new.amount, activity_id=new.activity_id),),
        payer_id=new.donor_id,
        campaign_id=campaign_id,
        credited_on=new.credited_on,
    )
