"""Read and write campaigns, their tiers and their teams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.campaigns import (
    Campaign,
    CampaignPerson,
    NewCampaign,
    NewTier,
    Tier,
)
from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    CampaignPersonRow,
    CampaignRow,
    CampaignTierRow,
    ContactRow,
    DonationRow,
    PaymentLineRow,
    PaymentRow,
    PledgeRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Column, Connection, Row

    from coopdesk.storage.recorder import Recorder

_campaign = table_of(CampaignRow)
_contact = table_of(ContactRow)
_person = table_of(CampaignPersonRow)
_tier = table_of(CampaignTierRow)
# What rests on a campaign or on a tier: with any of it, neither can go.
_ON_CAMPAIGN = tuple(table_of(x).c.campaign_id for x in (DonationRow, PaymentRow, PledgeRow))
_ON_TIER = tuple(table_of(x).c.tier_id for x in (DonationRow, PaymentLineRow, PledgeRow))


class CampaignStore:
    """The campaigns of one unit of work; ``payments.campaign_id`` makes those of files."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # campaigns

    def add(self, new: NewCampaign) -> int:
        """Store a campaign and return its id."""
        return self._recorder.insert(_campaign, {**_values(new), "is_closed": False})

    def change(self, campaign_id: int, new: NewCampaign) -> bool:
        """Replace what is known of a campaign; return whether anything differed."""
        return self._recorder.update(_campaign, campaign_id, _values(new))

    def set_closed(self, campaign_id: int, *, is_closed: bool) -> bool:
        """Close a campaign or open it again; return whether that differed."""
        return self._recorder.update(_campaign, campaign_id, {"is_closed": is_closed})

    def delete(self, campaign_id: int) -> None:
        """Delete a campaign with its tiers and its team."""
        for table in (_tier, _person):
            query = select(table.c.id).where(table.c.campaign_id == campaign_id)
            ids = list(self._connection.execute(query).scalars())
            self._recorder.delete_many(table, ids)
        self._recorder.delete(_campaign, campaign_id)

    def get(self, campaign_id: int) -> Campaign:
        """Return one campaign with its tiers and its team.

        Raises:
            NotFoundError: ``campaign.missing``.
        """
        query = select(_campaign).where(_campaign.c.id == campaign_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("campaign.missing", id=campaign_id)
        return Campaign(
            id=row.id,
            content=_content(row),
            is_closed=row.is_closed,
            tiers=tuple(self.tiers(campaign_id)),
            team=tuple(self.team(campaign_id)),
        )

    def id_named(self, name: str) -> int | None:
        """Return the id of the campaign of that name, whatever its case and accents."""
        query = select(_campaign.c.id).where(_campaign.c.sort_key == fold(name))
        return self._connection.execute(query).scalar()

    def names(self, *, closed: bool = False) -> list[str]:
        """Return the names in French order, of those that are open or of all."""
        query = select(_campaign.c.name).order_by(_campaign.c.sort_key)
        if not closed:
            query = query.where(_campaign.c.is_closed.is_(False))
        return list(self._connection.execute(query).scalars())

    def running(self, today: dt.date) -> list[tuple[int, NewCampaign]]:
        """Return the open campaigns that have begun and not ended, in French order."""
        has_begun = _campaign.c.starts_on.is_(None) | (_campaign.c.starts_on <= today)
        goes_on = _campaign.c.ends_on.is_(None) | (_campaign.c.ends_on >= today)
        query = select(_campaign).where(_campaign.c.is_closed.is_(False), has_begun, goes_on)
        rows = self._connection.execute(query.order_by(_campaign.c.sort_key))
        return [(row.id, _content(row)) for row in rows]

    def is_in_use(self, campaign_id: int) -> bool:
        """Tell whether a gift, a payment or a pledge names a campaign or one of its tiers."""
        tiers = [tier.id for tier in self.tiers(campaign_id)]
        named = any(self._names(column, [campaign_id]) for column in _ON_CAMPAIGN)
        return named or any(self._names(column, tiers) for column in _ON_TIER)

    def _names(self, column: Column[Any], ids: Sequence[int]) -> bool:
        query = select(column.table.c.id).where(column.in_(ids)).limit(1)
        return self._connection.execute(query).first() is not None

    # tiers

    def add_tier(self, new: NewTier) -> int:
        """Store a tier behind the others of its campaign and return its id."""
        last = select(func.max(_tier.c.position)).where(_tier.c.campaign_id == new.campaign_id)
        position = (self._connection.execute(last).scalar() or 0) + 1
        return self._recorder.insert(_tier, {**_tier_values(new), "position": position})

    def change_tier(self, tier_id: int, new: NewTier) -> bool:
        """Replace what is known of a tier; return whether anything differed."""
        return self._recorder.update(_tier, tier_id, _tier_values(new))

    def delete_tier(self, tier_id: int) -> None:
        """Delete a tier."""
        self._recorder.delete(_tier, tier_id)

    def place_tiers(self, ids: Sequence[int]) -> None:
        """Put tiers into this order."""
        for position, tier_id in enumerate(ids, start=1):
            self._recorder.update(_tier, tier_id, {"position": position})

    def tier(self, tier_id: int) -> Tier:
        """Return one tier.

        Raises:
            NotFoundError: ``tier.missing``.
        """
        row = self._connection.execute(select(_tier).where(_tier.c.id == tier_id)).one_or_none()
        if row is None:
            raise NotFoundError("tier.missing", id=tier_id)
        return _to_tier(row)

    def tiers(self, campaign_id: int) -> list[Tier]:
        """Return the tiers of a campaign in their order."""
        query = select(_tier).where(_tier.c.campaign_id == campaign_id)
        rows = self._connection.execute(query.order_by(_tier.c.position, _tier.c.id))
        return [_to_tier(row) for row in rows]

    def tiers_by_name(self) -> dict[tuple[str, str], tuple[int, bool]]:
        """Return tiers by the folded names of their campaign and their own: id, for gifts."""
        query = select(_campaign.c.sort_key, _tier.c.name, _tier.c.id, _tier.c.is_gift)
        rows = self._connection.execute(
            query.join(_tier, _tier.c.campaign_id == _campaign.c.id).order_by(_tier.c.id.desc())
        )
        return {(key, fold(name)): (tier_id, is_gift) for key, name, tier_id, is_gift in rows}

    def is_tier_in_use(self, tier_id: int) -> bool:
        """Tell whether a gift, a payment or a pledge names a tier."""
        return any(self._names(column, [tier_id]) for column in _ON_TIER)

    # the team

    def add_person(self, campaign_id: int, contact_id: int, role: str) -> int:
        """Add somebody to the team of a campaign and return the id of the row."""
        values = {"campaign_id": campaign_id, "contact_id": contact_id, "role": role}
        return self._recorder.insert(_person, values)

    def change_person(self, person_id: int, role: str) -> bool:
        """Change the role of somebody; return whether that differed."""
        return self._recorder.update(_person, person_id, {"role": role})

    def delete_person(self, person_id: int) -> None:
        """Take somebody out of a team."""
        self._recorder.delete(_person, person_id)

    def person_id(self, campaign_id: int, contact_id: int) -> int | None:
        """Return the id of the row of somebody in a team; None when not in it."""
        query = select(_person.c.id).where(
            _person.c.campaign_id == campaign_id, _person.c.contact_id == contact_id
        )
        return self._connection.execute(query).scalar()

    def team(self, campaign_id: int) -> list[CampaignPerson]:
        """Return who carries a campaign, in French order."""
        query = (
            select(_person.c.contact_id, _contact.c.name, _person.c.role)
            .join(_contact, _contact.c.id == _person.c.contact_id)
            .where(_person.c.campaign_id == campaign_id)
            .order_by(_contact.c.sort_key, _contact.c.id)
        )
        return [CampaignPerson(*row) for row in self._connection.execute(query)]


def _values(new: NewCampaign) -> dict[str, Any]:
    return {
        "name": new.name,
        "sort_key": fold(new.name),
        "description": new.description,
        "goal_cents": _cents(new.goal),
        "minimum_cents": _cents(new.minimum),
        "starts_on": new.starts_on,
        "ends_on": new.ends_on,
    }


def _tier_values(new: NewTier) -> dict[str, Any]:
    return {
        "campaign_id": new.campaign_id,
        "name": new.name,
        "name_key": fold(new.name),
        "description": new.description,
        "goal_cents": _cents(new.goal),
        "minimum_cents": _cents(new.minimum),
        "suggested_cents": _cents(new.suggested),
        "starts_on": new.starts_on,
        "ends_on": new.ends_on,
        "is_gift": new.is_gift,
        "ineligibility": new.ineligibility.value if new.ineligibility else None,
    }


def _cents(amount: Money | None) -> int | None:
    return None if amount is None else amount.cents


def _money(cents: int | None) -> Money | None:
    return None if cents is None else Money(cents)


def _content(row: Row[Any]) -> NewCampaign:
    return NewCampaign(
        name=row.name,
        description=row.description,
        goal=_money(row.goal_cents),
        minimum=_money(row.minimum_cents),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )


def _to_tier(row: Row[Any]) -> Tier:
    content = NewTier(
        campaign_id=row.campaign_id,
        name=row.name,
        description=row.description,
        goal=_money(row.goal_cents),
        minimum=_money(row.minimum_cents),
        suggested=_money(row.suggested_cents),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        is_gift=row.is_gift,
        ineligibility=Ineligibility(row.ineligibility) if row.ineligibility else None,
    )
    return Tier(row.id, content, row.position)
