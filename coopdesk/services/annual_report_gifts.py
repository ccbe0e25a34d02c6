"""Read the gifts of a year for its report, as the home page and the list of gifts add them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.annual_report_content import Amounts, Counted, GiftsPart
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import ZERO

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Work


def read_gifts(work: Work, year: int) -> GiftsPart:
    """Return the gifts of a calendar year beside those of the one before; nobody is named."""
    now, before = work.year_gifts.by_nature(year), work.year_gifts.by_nature(year - 1)
    natures = (
        (one, Amounts(one.value, now.get(one, ZERO), before.get(one, ZERO)))
        for one in DonationNature
        if one in {*now, *before}
    )
    return GiftsPart(
        work.home.gift_year(year),
        work.home.gift_year(year - 1),
        by_campaign=_by_campaign(work, year),
        by_nature=tuple(natures),
        receipts=Counted(
            "", work.home.issued_receipts(year), work.home.issued_receipts(year - 1)
        ),
        elsewhere=work.year_gifts.elsewhere_in_books(year),
    )


def _by_campaign(work: Work, year: int) -> tuple[Amounts, ...]:
    """Return what each campaign brought, the most first; what belongs to none comes last."""
    now, before = work.year_gifts.by_campaign(year), work.year_gifts.by_campaign(year - 1)
    rows = [
        Amounts(name, now.get(name, ZERO), before.get(name, ZERO)) for name in {**now, **before}
    ]
    return tuple(
        sorted(rows, key=lambda x: (not x.name, -x.now.cents, -x.before.cents, x.name))
    )
