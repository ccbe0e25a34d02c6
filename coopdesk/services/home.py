"""Use case: what the home page shows at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.association import missing_for_receipts
from coopdesk.domain.home import HomeFigures, ReceiptCounts
from coopdesk.domain.receipt_drafting import draft_receipts
from coopdesk.domain.receipts import ReceiptScope, Verdict
from coopdesk.services.receipt_anchors import Anchors
from coopdesk.services.receipt_years import waiting_of_year

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.home import (
        CampaignBar,
        HomeMembers,
        HomeOverview,
        NextEvent,
        PublicFinance,
        ReceiptYears,
        TopContributors,
        TreasuryCurve,
    )
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
                receipts=_receipts(work, year),
                receipts_before=_receipts(work, year - 1),
                to_check=work.home.to_check(),
                is_empty=work.home.is_empty(),
                has_profile=profile is not None,
                association_name=profile.name if profile else "",
                missing_profile=missing,
                last_backup_at=backed_up_at,
                changed_since_backup=_is_later(changed_at, backed_up_at),
                latest=tuple(work.operations.latest(_LATEST)),
                lost=tuple(Anchors(work.chain).findings()),
            )

    def overview(self, year: int) -> HomeOverview:
        """Return what is shown at once of a calendar year beside the one before."""
        raise NotImplementedError

    def receipts(self, year: int) -> ReceiptYears:
        """Return the receipts of a year and of the one before; counted again after a change.

        Every gift that waits is judged: 100 000 of them take seconds, so this is read late.
        """
        raise NotImplementedError

    def members(self, year: int) -> HomeMembers:
        """Return how many are up to date for a year, and were for the one before."""
        raise NotImplementedError

    def treasury(self) -> TreasuryCurve:
        """Return the money of the fiscal year of today, drafts included, with the forecast."""
        raise NotImplementedError

    def campaigns(self, limit: int = 5) -> tuple[CampaignBar, ...]:
        """Return campaigns that run, those with the most raised of their goal first."""
        raise NotImplementedError

    def events(self, limit: int = 5) -> tuple[NextEvent, ...]:
        """Return the next events that have a day."""
        raise NotImplementedError

    def contributors(self, limit: int = 5) -> TopContributors:
        """Return who gave most since ever; of equal ones who gave first leads."""
        raise NotImplementedError

    def public_finance(self) -> PublicFinance:
        """Return balance, income, disbursed and the estimated yearly budget of us all."""
        raise NotImplementedError


def _receipts(work: Work, year: int) -> ReceiptCounts:
    """Count what the review of a year says, by the rules themselves."""
    review = waiting_of_year(work, year)
    ready = review.of(Verdict.READY)
    return ReceiptCounts(
        ready=len(draft_receipts(ready, ReceiptScope.DONOR, None)),
        ready_total=review.total(Verdict.READY),
        blocked=len(review.of(Verdict.BLOCKED)),
        issued=work.home.issued_receipts(year),
    )


def _is_later(changed_at: dt.datetime | None, backed_up_at: dt.datetime | None) -> bool:
    if changed_at is None:
        return False
    return backed_up_at is None or changed_at > backed_up_at
