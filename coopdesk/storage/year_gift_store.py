"""Add up the gifts of a year by campaign and by nature, in one look at them each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.gift_figures import uncounted_gifts
from coopdesk.storage.payment_store import year_bounds
from coopdesk.storage.tables import CampaignRow, DonationRow

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import ColumnElement, Connection

_campaign = table_of(CampaignRow)
_donation = table_of(DonationRow)


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
