"""Words of the partners of the demonstration; days are counted from today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.domain.agreements import NewAgreement
    from coopdesk.domain.commitments import NewCommitment
    from coopdesk.domain.grant_projects import NewGrantProject, NewProjectLine
    from coopdesk.domain.grant_requests import EligibleCost, NewGrantCall, NewGrantRequest
    from coopdesk.domain.partners import NewNetworkFee, NewPartner


@dataclass(frozen=True, slots=True)
class DemoAgreement:
    """An agreement of the contact of that key; without ``signed`` it is being written."""

    key: str
    contact: str
    content: NewAgreement
    signed: int | None
    starts: int | None
    months: int


@dataclass(frozen=True, slots=True)
class DemoCommitment:
    """What is owed, in the agreement of that key or in none."""

    contact: str
    agreement: str
    content: NewCommitment
    due: int
    kept: int | None


@dataclass(frozen=True, slots=True)
class DemoRequest:
    """A request of the project; without a contact it is that of the yearly grant."""

    key: str
    contact: str
    call: str
    content: NewGrantRequest
    eligible: tuple[EligibleCost, ...]
    asked: int | None


@dataclass(frozen=True, slots=True)
class DemoProject:
    """A project of several funders; lines name the keys of the requests they count on."""

    content: NewGrantProject
    activity: str
    lines: tuple[tuple[NewProjectLine, str], ...]
    requests: tuple[DemoRequest, ...]


@dataclass(frozen=True, slots=True)
class PartnerWords:
    """Everything the partners and the project of the demonstration are made of.

    Calls come with their key, the contact's key, and when they open and close.
    """

    partners: tuple[tuple[str, NewPartner], ...]
    agreements: tuple[DemoAgreement, ...]
    commitments: tuple[DemoCommitment, ...]
    fees: tuple[tuple[str, NewNetworkFee, int], ...]
    calls: tuple[tuple[str, str, NewGrantCall, tuple[int, int]], ...]
    project: DemoProject
