"""Reads what the page of gifts shows, in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.donations import DonationFilter

if TYPE_CHECKING:
    from coopdesk.domain.money import Money
    from coopdesk.services.donations import DonationService


@dataclass(frozen=True, slots=True)
class Listing:
    """The gifts of a filter, the whole of its year, and what the filters offer."""

    ids: list[int]
    total: Money
    year_count: int
    year_total: Money
    year_uncounted: Money
    years: list[int]
    campaigns: list[str]
    any_gift: bool


def read_listing(service: DonationService, wanted: DonationFilter) -> Listing:
    """Read the list and its figures; runs on the worker."""
    whole = DonationFilter(year=wanted.year, sort=wanted.sort, descending=wanted.descending)
    ids, total = service.ids(wanted), service.total(wanted)
    of_year, year_total = ids, total
    if wanted != whole:
        of_year, year_total = service.ids(whole), service.total(whole)
    return Listing(
        ids=ids,
        total=total,
        year_count=len(of_year),
        year_total=year_total,
        year_uncounted=service.uncounted(whole),
        years=service.years(),
        campaigns=service.campaigns(),
        any_gift=bool(of_year) or bool(service.ids(DonationFilter(), 1)),
    )
