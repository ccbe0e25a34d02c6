"""The review of gifts before receipts: what each needs, and what it adds up to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.documents.fonts import missing_glyphs
from coopdesk.documents.receipt_texts import load_form
from coopdesk.domain.association import missing_for_receipts
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.receipt_review import ReviewHouse, review_gifts, review_totals
from coopdesk.domain.receipts import Review
from coopdesk.storage.legal_store import receipt_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.association import Association
    from coopdesk.domain.receipts import ReviewedGift
    from coopdesk.storage.unit_of_work import Work

COMPANY_FORM = "16216"
# What completes a box; the day of publication may stay open.
_NEEDED = frozenset({"category_detail", "decree_on"})


def review_of(work: Work, year: int) -> Review:
    """Judge every gift of a calendar year; its totals tie to the payments.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    house = house_of(work)
    gifts = printable(work.review.gifts(year))
    return Review(
        year=year,
        lines=review_gifts(gifts, house),
        missing=house.missing,
        totals=review_totals(gifts, work.review.money_received(year)),
    )


def printable(gifts: Iterable[ReviewedGift]) -> list[ReviewedGift]:
    """Return gifts with the characters of each that no paper can print."""
    return [_with_unprintable(gift) for gift in gifts]


def _with_unprintable(gift: ReviewedGift) -> ReviewedGift:
    of_donor = missing_glyphs(gift.donor_printed)
    is_described = gift.nature is not DonationNature.MONEY
    of_gift = missing_glyphs(gift.description or gift.note) if is_described else ""
    if not of_donor and not of_gift:
        return gift
    return replace(gift, unprintable_donor=of_donor, unprintable_gift=of_gift)


def house_of(work: Work) -> ReviewHouse:
    """Return what the review knows besides the gifts: rules, figures, our profile."""
    association = work.association.get()
    return ReviewHouse(
        rules=receipt_rules(),
        figures=work.legal.figures(),
        missing=missing_for_receipts(association),
        missing_for_companies=_missing_for_companies(association),
        is_ifi_eligible=association is not None and association.is_ifi_eligible,
    )


def _missing_for_companies(association: Association | None) -> tuple[str, ...]:
    """Name the box of form 16216*03 when the one of form 11580*05 is not on it (1.3)."""
    if association is None:
        return ()
    chosen = association.company_category or association.category
    known = {category.code: category for category in load_form(COMPANY_FORM).choices}
    if chosen not in known:
        return ("company_category",)
    needed = sorted(_NEEDED.intersection(known[chosen].needs))
    return tuple(name for name in needed if not getattr(association, name))
