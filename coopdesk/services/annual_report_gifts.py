"""Read the gifts of a year for its report, as the home page and the list of gifts add them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.annual_report_content import Amounts, Counted, GiftsPart
from coopdesk.domain.donations import DonationFilter, DonationNature
from coopdesk.domain.money import total

if TYPE_CHECKING:
    from coopdesk.domain.home import GiftYear
    from coopdesk.storage.unit_of_work import Work


def read_gifts(work: Work, year: int) -> GiftsPart:
    """Return the gifts of a calendar year beside those of the one before; nobody is named."""
    now, before = work.home.gift_year(year), work.home.gift_year(year - 1)
    natures = (
        (
            nature,
            Amounts(
                nature.value,
                work.donations.total(DonationFilter(year=year, nature=nature)),
                work.donations.total(DonationFilter(year=year - 1, nature=nature)),
            ),
        )
        for nature in DonationNature
    )
    return GiftsPart(
        now,
        before,
        by_campaign=_by_campaign(work, now, before),
        by_nature=tuple(one for one in natures if one[1].now or one[1].before),
        receipts=Counted(
            "", work.home.issued_receipts(year), work.home.issued_receipts(year - 1)
        ),
    )


def _by_campaign(work: Work, now: GiftYear, before: GiftYear) -> tuple[Amounts, ...]:
    """Return what each campaign brought, the most first; what belongs to none comes last."""
    rows = [
        Amounts(
            name,
            work.donations.total(DonationFilter(year=now.year, campaign=name)),
            work.donations.total(DonationFilter(year=before.year, campaign=name)),
        )
        for name in work.campaigns.names(closed=True)
    ]
    told = sorted(
        (one for one in rows if one.now or one.before),
        key=lambda one: (-one.now.cents, -one.before.cents),
    )
    rest = Amounts(
        "",
        now.total - total(one.now for one in told),
        before.total - total(one.before for one in told),
    )
    return (*told, rest) if rest.now or rest.before else tuple(told)
