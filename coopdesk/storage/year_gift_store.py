"""Add up the gifts of a year by campaign and by nature, in one look at them each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, or_, select

from coopdesk.domain.booking_patterns import IN_KIND, NO_GIFTS
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import ZERO, Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.gift_figures import uncounted_gifts
from coopdesk.storage.payment_store import year_bounds
from coopdesk.storage.tables import CampaignRow, CampaignTierRow, DonationRow

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import ColumnElement, Connection

_campaign = table_of(CampaignRow)
_donation = table_of(DonationRow)
_tier = table_of(CampaignTierRow)
_ELSEWHERE = or_(
    _donation.c.nature.in_([nature.value for nature in IN_KIND]),
    _donation.c.ineligibility.in_([code.value for code in NO_GIFTS]),
    _donation.c.tier_id.in_(select(_tier.c.id).where(_tier.c.is_gift.is_(False))),
)


class YearGiftStore:
    """The gifts of years of one unit of work: received, kept, and no fees."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_campaign(self, year: int) -> dict[str, Money]:
        """Return what each campaign brought in a calendar year; no name for none."""
        rows = self._connection.execute(select(_campaign.c.id, _campaign.c.name))
        names = {row.id: row.name for row in rows}
        sums = self._sums(year, _donation.c.campaign_id)
        return {names.get(key, ""): sum_ for key, sum_ in sums}

    def by_nature(self, year: int) -> dict[DonationNature, Money]:
        """Return what was given of each nature in a calendar year."""
        return {
            DonationNature(code): sum_ for code, sum_ in self._sums(year, _donation.c.nature)
        }

    def elsewhere_in_books(self, year: int) -> Money:
        """Return what of the gifts of a calendar year no account of gifts takes."""
        sums = self._sums(year, case((_ELSEWHERE, 1), else_=0))
        return next((sum_ for is_elsewhere, sum_ in sums if is_elsewhere), ZERO)

    def _sums(self, year: int, by: ColumnElement[Any]) -> list[tuple[Any, Money]]:
        query = (
            select(by, func.sum(_donation.c.amount_cents))
            .where(
                _donation.c.received_on.between(*year_bounds(year)),
                _donation.c.is_fee.is_(False),
                _donation.c.id.not_in(uncounted_gifts()),
            )
            .group_by(by)
        )
        return [(key, Money(cents)) for key, cents in self._connection.execute(query)]
