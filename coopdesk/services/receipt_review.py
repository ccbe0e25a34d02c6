"""The review of gifts before receipts: what each needs, and what it adds up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.receipt_texts import load_form
from coopdesk.domain.association import missing_for_receipts
from coopdesk.domain.receipt_review import ReviewHouse, review_gifts, review_totals
from coopdesk.domain.receipts import Review
from coopdesk.storage.legal_store import receipt_rules

if TYPE_CHECKING:
    from coopdesk.domain.association import Association
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
    gifts = work.review.gifts(year)
    return Review(
        year=year,
        lines=review_gifts(gifts, house),
        missing=house.missing,
        totals=review_totals(gifts, work.review.money_received(year)),
    )


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
