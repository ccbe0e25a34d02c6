"""What the lists of gifts and pledges say of a figure whose lines they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.calendar_grid import month_of
from coopdesk.wording.formats import day_text, month_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.donations import DonationFilter
    from coopdesk.domain.pledges import PledgeFilter


def gifts_words(wanted: DonationFilter) -> str:
    """Return what narrows gifts beyond the lists of the page, in plain words."""
    return " · ".join(_words(wanted))


def _words(wanted: DonationFilter) -> Iterator[str]:
    first, last = wanted.since, wanted.until
    if first is not None and month_of(first) == (first, last):
        yield month_text(first)
    elif first is not None:
        yield _("since {day}").format(day=day_text(first))
    if wanted.donor_id is not None:
        yield _("of one contributor")
    if wanted.unpromised_on is not None:
        yield _("outside of pledges")
    if wanted.returned is False:
        yield _("not given back")


def pledges_words(wanted: PledgeFilter) -> str:
    """Return which pledges a figure counts."""
    often = label(wanted.frequency) if wanted.frequency is not None else _("All of them")
    return _("{often}, running today").format(often=often)
