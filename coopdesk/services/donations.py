"""Use cases around gifts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.donation_rules import checked_donation, refuse_frozen, refuse_removal
from coopdesk.domain.donations import DonationNature, Ineligibility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import total
from coopdesk.services.activities import check_activity
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.donation_counterparts import counterpart_in, tested_lines
from coopdesk.services.donation_money import (
    give_back_in,
    put_money,
    refuse_not_alone,
    take_money_away,
    take_return_back,
)
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.pledge_rules import as_its_pledge_says
from coopdesk.storage.donation_store import donation_values

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.contacts import ContactKind
    from coopdesk.domain.counterparts import CounterpartTest
    from coopdesk.domain.donations import (
        Donation,
        DonationFilter,
        DonationLine,
        NewDonation,
        NewReturn,
    )
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Units, Work

_GIFTS = (Subject.DONATIONS, Subject.PAYMENTS, Subject.CONTACTS)


class DonationService:
    """Record, correct, give back and list gifts."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def record(self, new: NewDonation) -> Outcome[Donation]:
        """Record a gift, and its payment when it is money, in one transaction.

        Raises:
            RuleError: a field is wrong. FieldErrors: several are. NotFoundError: the donor is
            gone.
        """
        with self._units.write("donation.recorded", cents=str(new.amount.cents)) as work:
            cleaned = checked_donation(*self._of_today(work, new))
            _refuse_ifi(work, cleaned)
            check_activity(work, cleaned.activity_id)
            campaign_id = work.payments.campaign_id(cleaned.campaign)
            cleaned = _as_its_tier_says(work, cleaned, campaign_id)
            cleaned = as_its_pledge_says(work, cleaned)
            line_id = put_money(work, None, cleaned, campaign_id)
            donation_id = work.donations.add(cleaned, line_id, campaign_id)
            donation = work.donations.get(donation_id)
            work.commit()
        return changed(donation, *_GIFTS)

    def correct(self, donation_id: int, new: NewDonation) -> Outcome[Donation]:
        """Replace what is known of a gift and of its payment; money comes and goes with it.

        Of a gift learnt from a platform only what the platform does not say can change: donor,
        eligibility, counterpart, form and note, and a mode that it does not name. The same
        holds for a part of a payment for several things, and for a fee that counts as a gift.

        Raises:
            RuleError: as ``record``, ``donation.on_receipt``, ``donation.returned``,
            ``donation.amount_from_platform``, ``donation.in_shared_payment``,
            ``donation.from_expense_sheet``. NotFoundError: the gift or the donor is gone.
        """
        with self._units.write("donation.corrected", cents=str(new.amount.cents)) as work:
            before = work.donations.get(donation_id)
            refuse_frozen(before)
            new = replace(new, expense_sheet_id=before.content.expense_sheet_id)
            was_money = before.content.nature is DonationNature.MONEY
            lacks_mode = was_money and before.content.mode is new.mode
            asked = self._of_today(work, new)
            cleaned = checked_donation(*asked, may_lack_mode=lacks_mode)
            _refuse_ifi(work, cleaned)
            _refuse_other_sheet(before.content, cleaned)
            check_activity(work, cleaned.activity_id)
            campaign_id = work.payments.campaign_id(cleaned.campaign)
            cleaned = _as_its_tier_says(work, cleaned, campaign_id)
            cleaned = as_its_pledge_says(work, cleaned)
            line_id = put_money(work, before, cleaned, campaign_id)
            values = donation_values(cleaned, line_id, campaign_id, before.outside_receipt)
            work.donations.change(donation_id, values)
            if line_id is None:
                take_money_away(work, before)
            donation = work.donations.get(donation_id)
            work.commit()
        return changed(donation, *_GIFTS)

    def remove(self, donation_id: int) -> Outcome[None]:
        """Remove a gift recorded by hand by mistake, with its payment; Ctrl+Z brings it back.

        Raises:
            RuleError: ``donation.on_receipt``, ``donation.was_on_receipt``,
            ``donation.returned``, ``donation.amount_from_platform``,
            ``donation.in_shared_payment`` or ``donation.from_expense_sheet``.
        """
        with self._units.write("donation.removed") as work:
            donation = work.donations.get(donation_id)
            refuse_removal(donation)
            refuse_not_alone(work, donation)
            work.donations.delete(donation_id)
            take_money_away(work, donation)
            work.commit()
        return changed(None, *_GIFTS)

    def give_back(self, donation_id: int, new: NewReturn) -> Outcome[Donation]:
        """Say that a gift went back, whole: it counts no more, and the money went out.

        A gift on a living receipt can go back as well; the receipt must then be voided. With a
        fee that counts as a gift, its membership is no longer paid.

        Raises:
            RuleError: ``donation.returned_already``, ``donation.not_received``, or the day
            is wrong.
        """
        with self._units.write("donation.returned") as work:
            before = work.donations.get(donation_id)
            work.recorder.relabel(cents=str(before.content.amount.cents))
            give_back_in(work, before, new, self._today())
            donation = work.donations.get(donation_id)
            work.commit()
        return changed(donation, *_GIFTS, Subject.RECEIPTS)

    def take_back_return(self, donation_id: int) -> Outcome[Donation]:
        """Say that a gift did not go back after all; it counts again.

        Raises:
            RuleError: ``donation.not_returned``.
        """
        with self._units.write("donation.return_removed") as work:
            before = work.donations.get(donation_id)
            work.recorder.relabel(cents=str(before.content.amount.cents))
            if before.returned is None:
                raise RuleError("donation.not_returned")
            take_return_back(work, before)
            donation = work.donations.get(donation_id)
            work.commit()
        return changed(donation, *_GIFTS, Subject.RECEIPTS)

    def _of_today(
        self, work: Work, new: NewDonation
    ) -> tuple[NewDonation, dt.date, ContactKind | None]:
        """Return a gift of the contact that its donor is by now, today, and of which kind."""
        donor_id = who_pays(work, new.donor_id)
        kind = None if donor_id is None else work.contacts.get(donor_id).profile.kind
        return replace(new, donor_id=donor_id), self._today(), kind

    def counterpart_test(
        self, new: NewDonation, donation_id: int | None = None
    ) -> CounterpartTest:
        """Test what the donor gets for a gift among all gifts of the same donor and year.

        ``donation_id`` is the gift that is being corrected. (Legal_fr RF-52, RF-53.)
        """
        with self._units.read() as work:
            return counterpart_in(work, new, donation_id)

    def counterpart_of(self, donation_id: int) -> CounterpartTest:
        """Test what the donor got for a recorded gift; raises NotFoundError."""
        with self._units.read() as work:
            content = work.donations.get(donation_id).content
            return counterpart_in(work, content, donation_id)

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
            return tested_lines(work, work.donations.lines(ids))

    def find(self, wanted: DonationFilter, limit: int | None = None) -> list[DonationLine]:
        """Return the list rows that a filter shows."""
        with self._units.read() as work:
            ids = work.donations.ids(wanted, limit)
            pages = (ids[start : start + 500] for start in range(0, len(ids), 500))
            found = [line for page in pages for line in work.donations.lines(page)]
            return tested_lines(work, found)

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
        """Return the names of the campaigns, closed ones as well."""
        with self._units.read() as work:
            return work.campaigns.names(closed=True)

    def years(self) -> list[int]:
        """Return the years to choose from, newest first; always holds the current one."""
        with self._units.read() as work:
            years = work.payments.years()
        current = self._today().year
        return years if current in years else [current, *years]


def _refuse_ifi(work: Work, new: NewDonation) -> None:
    """Only an organisation of article 978 may receive gifts for the tax on property wealth."""
    if not new.is_for_ifi:
        return
    profile = work.association.get()
    if profile is None or not profile.is_ifi_eligible:
        raise RuleError("donation.association_not_for_ifi", field="is_for_ifi")


def _as_its_tier_says(work: Work, new: NewDonation, campaign_id: int | None) -> NewDonation:
    """A tier that is paid for something gives no receipt, unless a person said why not."""
    if new.tier_id is None:
        return new
    tier = work.campaigns.tier(new.tier_id).content
    if tier.campaign_id != campaign_id:
        raise RuleError("donation.tier_of_another_campaign", field="tier")
    if tier.is_gift or new.ineligibility is not None:
        return new
    return replace(new, ineligibility=tier.ineligibility or Ineligibility.COUNTERPART)


def _refuse_other_sheet(before: NewDonation, new: NewDonation) -> None:
    """Leave to a sheet of expenses what it says of the gift that it became."""
    said = (before.amount, before.received_on, before.nature, before.donor_id)
    says = (new.amount, new.received_on, new.nature, new.donor_id)
    if before.expense_sheet_id is not None and said != says:
        raise RuleError("donation.from_expense_sheet")
