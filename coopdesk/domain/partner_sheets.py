"""All that is known of a partner, for its sheet on the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.contact_details import Affiliation
    from coopdesk.domain.grant_requests import RequestState
    from coopdesk.domain.partners import NetworkFee, Partner
    from coopdesk.domain.timeline import TimelineEntry
    from coopdesk.domain.volunteering import Contribution


@dataclass(frozen=True, slots=True)
class PartnerGrant:
    """A grant that a partner was asked for: what was asked, granted and paid of it."""

    request_id: int
    title: str
    state: RequestState
    asked: Money | None = None
    granted: Money = ZERO
    paid: Money = ZERO
    decided_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PartnerGroup:
    """A group, a chantier or a programme that a partner takes part in or carries."""

    group_id: int
    name: str
    role: str = ""
    started_on: dt.date | None = None
    ended_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PartnerEvent:
    """An event that a partner makes, houses or comes to."""

    event_id: int
    title: str
    held_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PartnerSheet:
    """A partner with the contacts inside it and all that ties us; the newest first.

    ``people`` are those in force first; ``history`` is the time-line of its contact.
    """

    partner: Partner
    people: tuple[Affiliation, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    fees: tuple[NetworkFee, ...] = ()
    grants: tuple[PartnerGrant, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    groups: tuple[PartnerGroup, ...] = ()
    events: tuple[PartnerEvent, ...] = ()
    history: tuple[TimelineEntry, ...] = ()
