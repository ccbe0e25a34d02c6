"""Use case: what the home page shows at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.association import missing_for_receipts
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import DonationForm, DonationNature, Ineligibility
from coopdesk.domain.home import HomeFigures, ReceiptCounts
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.domain.receipt_review import judge
from coopdesk.domain.receipts import ReviewedGift, Verdict
from coopdesk.services.receipt_review import house_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.storage.home_store import GiftGroup
    from coopdesk.storage.unit_of_work import Units, Work

_LATEST = 6


class HomeService:
    """Gather the figures of the home page in one consistent view."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def figures(self, year: int) -> HomeFigures:
        """Return the figures of a calendar year beside the one before."""
        with self._units.read() as work:
            profile = work.association.get()
            missing = missing_for_receipts(profile)
            backed_up_at = work.home.last_backup_at()
            changed_at = work.home.last_change_at()
            return HomeFigures(
                year=year,
                contacts=work.contacts.count(),
                gifts=work.home.gift_year(year),
                gifts_before=work.home.gift_year(year - 1),
                receipts=self._receipts(work, year),
                receipts_before=self._receipts(work, year - 1),
                to_check=work.home.to_check(),
                has_profile=profile is not None,
                association_name=profile.name if profile else "",
                missing_profile=missing,
                last_backup_at=backed_up_at,
                changed_since_backup=_is_later(changed_at, backed_up_at),
                latest=tuple(work.operations.latest(_LATEST)),
            )

    def _receipts(self, work: Work, year: int) -> ReceiptCounts:
        house = house_of(work)
        judged = [
            (judge(_example(group, self._today()), house).verdict, group)
            for group in work.home.gift_groups(year)
        ]
        ready = [group for verdict, group in judged if verdict is Verdict.READY]
        return ReceiptCounts(
            ready=sum(group.receipts for group in ready),
            ready_total=sum((group.amount for group in ready), start=ZERO),
            blocked=sum(group.gifts for verdict, group in judged if verdict is Verdict.BLOCKED),
            issued=work.home.issued_receipts(year),
        )


def _is_later(changed_at: dt.datetime | None, backed_up_at: dt.datetime | None) -> bool:
    if changed_at is None:
        return False
    return backed_up_at is None or changed_at > backed_up_at


def _example(group: GiftGroup, day: dt.date) -> ReviewedGift:
    """Return a gift that stands for its group, so that the rule itself is asked, not copied."""
    return ReviewedGift(
        donation_id=0,
        received_on=day,
        amount=group.amount,
        mode=PaymentMode.OTHER if group.mode_missing else PaymentMode.CASH,
        nature=DonationNature.OTHER if group.nature_missing else DonationNature.MONEY,
        form=DonationForm.MANUAL_GIFT,
        campaign="",
        payment_id=0,
        payment_state=PaymentState(group.state),
        ineligibility=Ineligibility(group.ineligibility) if group.ineligibility else None,
        outside_receipt="x" if group.has_outside_receipt else "",
        donor_id=None if group.is_anonymous else 1,
        donor_kind=ContactKind(group.donor_kind) if group.donor_kind else None,
        donor_name="",
        donor_sort_key="",
        donor_name_complete=group.name_complete,
        donor_address_complete=group.address_complete,
        receipt_number="x" if group.on_receipt else "",
    )
