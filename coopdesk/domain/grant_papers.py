"""What papers of grants are drawn from: the request with what the official forms ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.association import Association
    from coopdesk.domain.grant_layout import FormVersion
    from coopdesk.domain.grant_projects import GrantProject
    from coopdesk.domain.grant_requests import GrantProfile, GrantRequest
    from coopdesk.domain.grant_sharing import ProjectSharing
    from coopdesk.domain.grant_states import GrantState
    from coopdesk.domain.grant_tables import ApplicationTables, GrantTables
    from coopdesk.domain.public_aid import PublicAid

_EURO = 100


@dataclass(frozen=True, slots=True)
class People:
    """Who makes the association live at the end of a year; None is what nobody knows."""

    year: int
    volunteers: int | None = None
    members: int | None = None


@dataclass(frozen=True, slots=True)
class GrantPaper:
    """What both papers say: who asks, whom, and for what."""

    house: Association
    made_on: dt.date
    request: GrantRequest
    profile: GrantProfile
    form: FormVersion
    project: GrantProject | None = None


@dataclass(frozen=True, slots=True)
class ApplicationPaper:
    """A request as Cerfa 12156 asks for it; ``networks`` are those that we belong to."""

    grant: GrantPaper
    tables: ApplicationTables
    people: People
    aid: PublicAid
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A report as Cerfa 15059 asks for it; ``sharing`` where several pay for a project."""

    grant: GrantPaper
    tables: GrantTables
    state: GrantState
    sharing: ProjectSharing | None = None


def whole_euros(amounts: Mapping[str, Money]) -> dict[str, int]:
    """Round amounts to euros so that they add up to their total, itself rounded half up.

    Those nearest to the next euro go up first: no line is more than a euro from its amount.
    """
    cents = total(amounts.values()).cents
    wanted = (2 * cents + _EURO) // (2 * _EURO)
    found = {key: amount.cents // _EURO for key, amount in amounts.items()}
    order = sorted(amounts, key=lambda key: (-(amounts[key].cents % _EURO), key))
    for key in order[: wanted - sum(found.values())]:
        found[key] += 1
    return found
