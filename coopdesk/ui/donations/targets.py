"""What other pages may ask the page of gifts to show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GiftsShown:
    """The gifts of a year, of a donor or of a campaign; what is left out is not narrowed."""

    year: int | None = None
    donor_id: int | None = None
    donor_name: str = ""
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class CampaignShown:
    """One campaign."""

    campaign_id: int


@dataclass(frozen=True, slots=True)
class PledgeShown:
    """One pledge."""

    pledge_id: int
