"""Use cases around gifts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.donations import Donation, NewDonation, checked_donation
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import total
from coopdesk.domain.payments import (
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentSource,
)
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.storage.donation_store import donation_values

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.donations import DonationFilter, DonationLine
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Units, Work


class DonationService:
    """Record, correct and list gifts."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def record(self, new: NewDonation) -> Outcome[Donation]:
        """Record a gift with its payment, in one transaction.

        Raises:
            RuleError: amount, date or text are wrong. NotFoundError: the donor is gone.
        """
        cleaned = checked_donation(new, self._today())
        with self._units.write("donation.recorded", cents=str(cleaned.amount.cents)) as work:
            cleaned = replace(cleaned, donor_id=who_pays(work, cleaned.donor_id))
            campaign_id = work.payments.campaign_id(cleaned.campaign)
            _, line_ids = work.payments.add(_payment_of(cleaned, campaign_id))
            donation_id = work.donations.add(cleaned, line_ids[0], campaign_id)
            donation = work.donations.get(donation_id)
            work.commit()
        return changed(donation, Subject.DONATIONS, Subject.PAYMENTS, Subject.CONTACTS)

    def correct(self, donation_id: int, new: NewDonation) -> Outcome[Donation]:
        """Replace what is known of a gift and of its payment.

        Of a gift learnt from a platform only what the platform does not say can change: donor,
        eligibility, nature, form and note, and a mode that it does not name. The same holds for
        a part of a payment for several things, and for a fee that counts as a gift.

        Raises:
            RuleError: as ``record``, ``donation.on_receipt``,
            ``donation.amount_from_platform``, ``donation.in_shared_payment``. NotFoundError:
            the gift or the donor is gone.
        """
        cleaned = checked_donation(new, self._today())
        with self._units.write("donation.corrected", cents=str(cleaned.amount.cents)) as work:
            before = work.donations.get(donation_id)
            _refuse_on_receipt(before)
            cleaned = replace(cleaned, donor_id=who_pays(work, cleaned.donor_id))
            self._correct_payment(work, before, cleaned)
            campaign_id = work.payments.campaign_id(cleaned.campaign)
            line_id = work.donations.line_id(donation_id)
            values = donation_values(cleaned, line_id, campaign_id, before.outside_receipt)
            work.donations.change(donation_id, values)
            donation = work.donations.get(donation_id)
            work.commit()
        return changed(donation, Subject.DONATIONS, Subject.PAYMENTS, Subject.CONTACTS)

    def _correct_payment(self, work: Work, before: Donation, new: NewDonation) -> None:
        payment_id = before.payment_id
        if payment_id is None:
            return
        payment = work.payments.get(payment_id).content
        from_platform = payment.source is not PaymentSource.MANUAL
        if from_platform or before.is_shared or before.is_fee:
            content = before.content
            # A mode that the platform does not name may be said by a person.
            mode = new.mode if content.mode is PaymentMode.OTHER else content.mode
            said = (content.amount, content.received_on, mode)
            if said != (new.amount, new.received_on, new.mode):
                if from_platform:
                    raise RuleError("donation.amount_from_platform", field="amount")
                raise RuleError("donation.in_shared_payment", field="amount")
            told: dict[str, object] = {"mode": mode.value}
            if from_platform and not before.is_fee:
                told["payer_id"] = new.donor_id
            work.payments.change(payment_id, told)
            return
        values = {
            "paid_on": new.received_on,
            "amount_cents": new.amount.cents,
            "mode": new.mode.value,
            "payer_id": new.donor_id,
            "campaign_id": work.payments.campaign_id(new.campaign),
        }
        work.payments.change(payment_id, values)
        line_id = work.donations.line_id(before.id)
        assert line_id is not None
        work.payments.change_line(line_id, {"amount_cents": new.amount.cents})

    def remove(self, donation_id: int) -> Outcome[None]:
        """Remove a gift recorded by hand by mistake, with its payment; Ctrl+Z brings it back.

        Raises:
            RuleError: ``donation.on_receipt``, ``donation.amount_from_platform`` or
            ``donation.in_shared_payment``.
        """
        with self._units.write("donation.removed") as work:
            donation = work.donations.get(donation_id)
            _refuse_on_receipt(donation)
            payment_id = donation.payment_id
            if payment_id is not None:
                _refuse_not_alone(work, donation, payment_id)
            work.donations.delete(donation_id)
            if payment_id is not None:
                work.payments.delete(payment_id)
            work.commit()
        return changed(None, Subject.DONATIONS, Subject.PAYMENTS, Subject.CONTACTS)

    def get(self, donation_id: int) -> Donation:
        """Return one gift; raises NotFoundError."""
        with self._units.read() as work:
            return work.donations.get(donation_id)

    def ids(self, wanted: DonationFilter, limit: int | None = None) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        with self._units.read() as work:
            return work.donations.ids(wanted, limit)

    def lines(self, ids: Sequence[int]) -> list[DonationLine]:
        """Return the list rows of a page of ids."""
        with self._units.read() as work:
            return work.donations.lines(ids)

    def find(self, wanted: DonationFilter, limit: int | None = None) -> list[DonationLine]:
        """Return the list rows that a filter shows."""
        with self._units.read() as work:
            ids = work.donations.ids(wanted, limit)
            pages = (ids[start : start + 500] for start in range(0, len(ids), 500))
            return [line for page in pages for line in work.donations.lines(page)]

    def total(self, wanted: DonationFilter) -> Money:
        """Add up the gifts of a filter that were received."""
        with self._units.read() as work:
            return work.donations.total(wanted)

    def uncounted(self, wanted: DonationFilter) -> Money:
        """Add up the gifts of a filter that wait to be checked or were set aside."""
        with self._units.read() as work:
            return work.donations.uncounted(wanted)

    def sum_of(self, ids: Sequence[int]) -> Money:
        """Add up chosen gifts, however many, as far as they were received."""
        with self._units.read() as work:
            pages = (ids[start : start + 500] for start in range(0, len(ids), 500))
            return total(work.donations.sum_of(page) for page in pages)

    def campaigns(self) -> list[str]:
        """Return the names of the campaigns."""
        with self._units.read() as work:
            return work.payments.campaigns()

    def years(self) -> list[int]:
        """Return the years to choose from, newest first; always holds the current one."""
        with self._units.read() as work:
            years = work.payments.years()
        current = self._today().year
        return years if current in years else [current, *years]


def _payment_of(new: NewDonation, campaign_id: int | None) -> NewPayment:
    return NewPayment(
        paid_on=new.received_on,
        amount=new.amount,
        mode=new.mode,
        parts=(PaymentPart(LineKind.GIFT, new.amount),),
        payer_id=new.donor_id,
        campaign_id=campaign_id,
    )


def _refuse_not_alone(work: Work, donation: Donation, payment_id: int) -> None:
    if work.payments.get(payment_id).content.source is not PaymentSource.MANUAL:
        raise RuleError("donation.amount_from_platform")
    if donation.is_shared or donation.is_fee:
        raise RuleError("donation.in_shared_payment")


def _refuse_on_receipt(donation: Donation) -> None:
    if donation.receipt_number:
        raise RuleError("donation.on_receipt", number=donation.receipt_number)
