"""What the view of entries reads on the worker, and its sums in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import total
from coopdesk.ui.entries.sheets import read_sheet
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.entries import EntryTotals
    from coopdesk.domain.journals import Journal
    from coopdesk.domain.money import Money
    from coopdesk.services.entries import EntryService
    from coopdesk.services.registry import Services
    from coopdesk.ui.entries.sheets import EntrySheet

_PAGE = 200


@dataclass(frozen=True, slots=True)
class Listing:
    """What the view shows; ``whole`` counts the year, whatever the filters say."""

    ids: list[int]
    totals: EntryTotals
    whole: EntryTotals
    without_voucher: int
    journals: list[Journal]
    activities: list[Activity]


def totals_text(totals: EntryTotals) -> str:
    """Return how many entries are listed and what they move."""
    text = ngettext("{count} entry, {amount}", "{count} entries, {amount}", totals.count)
    return text.format(count=number_text(totals.count), amount=money_text(totals.amount))


def moved_by(service: EntryService, ids: Sequence[int]) -> Money:
    """Return what entries move in all; runs on the worker."""
    pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
    return total(row.moved for page in pages for row in service.lines(page))


def read_listing(services: Services, wanted: EntryFilter) -> Listing:
    """Read the list and its figures; runs on the worker."""
    entries = services.entries
    whole = EntryFilter(
        fiscal_year_id=wanted.fiscal_year_id, sort=wanted.sort, descending=wanted.descending
    )
    totals = entries.totals(wanted)
    return Listing(
        ids=entries.ids(wanted),
        totals=totals,
        whole=totals if wanted == whole else entries.totals(whole),
        without_voucher=entries.totals(replace(whole, without_voucher=True)).count,
        journals=services.chart.journals(),
        activities=services.activities.all(),
    )


def sheet_or_none(services: Services, entry_id: int) -> EntrySheet | None:
    """Read an entry that may be gone meanwhile; runs on the worker."""
    try:
        return read_sheet(services, entry_id)
    except NotFoundError:
        return None
