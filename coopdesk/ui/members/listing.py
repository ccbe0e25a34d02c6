"""Reads what the page of memberships shows, in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.membership_lists import MembershipFilter

if TYPE_CHECKING:
    from coopdesk.domain.members import MembershipType, MemberStatus
    from coopdesk.domain.membership_lists import MembershipSums, UnattachedTariff
    from coopdesk.services.registry import Services


@dataclass(frozen=True, slots=True)
class Listing:
    """The memberships of a filter, the figures on top, and what the filters offer."""

    ids: list[int]
    sums: MembershipSums
    counts: dict[MemberStatus, int]
    of_year: MembershipSums
    years: list[int]
    types: tuple[MembershipType, ...]
    unattached: tuple[UnattachedTariff, ...]
    has_shares: bool
    any_membership: bool


def read_listing(services: Services, wanted: MembershipFilter, year: int) -> Listing:
    """Read the list and its figures; runs on the worker."""
    members = services.members
    ids = members.ids(wanted)
    return Listing(
        ids=ids,
        sums=members.sums(wanted),
        counts=members.counts(),
        of_year=members.sums(MembershipFilter(year=year)),
        years=members.years(),
        types=tuple(services.membership_types.list(archived=True)),
        unattached=tuple(members.unattached()),
        has_shares=services.shares.is_kept(),
        any_membership=bool(ids) or bool(members.ids(MembershipFilter(), 1)),
    )
