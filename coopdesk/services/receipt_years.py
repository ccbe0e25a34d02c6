"""The review of a year's receipts: by calendar year, for companies by fiscal year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.receipt_drafting import reviewed_for
from coopdesk.domain.receipt_review import review_gifts
from coopdesk.domain.receipts import Review
from coopdesk.services.receipt_review import house_of, printable, review_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from coopdesk.domain.receipts import ReviewLine
    from coopdesk.storage.unit_of_work import Work


def review_of_year(work: Work, year: int) -> Review:
    """Judge the gifts whose receipts are counted in a year; the totals are of its days."""
    review = review_of(work, year)
    if not work.receipts.has_other_fiscal_years():
        return review
    return reviewed_for(review, review_of(work, year - 1))


def waiting_of_year(work: Work, year: int, donors: range | None = None) -> Review:
    """Judge what may still wait for a receipt in a year: fast where most are issued.

    Gifts on a living receipt are left out, unless their counterpart is tested with those of
    others; so it has no totals. ``donors`` are the ids of contacts whose gifts are wanted.
    """
    house = house_of(work)

    def waiting(one: int, *, of_other_years: bool = False) -> Review:
        found = work.review.waiting_gifts(one, donors, of_other_years=of_other_years)
        return Review(one, review_gifts(printable(found), house), house.missing)

    if not work.receipts.has_other_fiscal_years():
        return waiting(year)
    # Only receipts of companies name gifts of the year before.
    return reviewed_for(waiting(year), waiting(year - 1, of_other_years=True))


def reviewed(work: Work, donation_ids: Collection[int]) -> list[ReviewLine]:
    """Judge some gifts, whatever their year, among all that the rules look at."""
    wanted = set(donation_ids)
    return [
        line
        for year in work.receipts.years_of(sorted(wanted))
        for line in review_of(work, year).lines
        if line.gift.donation_id in wanted
    ]
