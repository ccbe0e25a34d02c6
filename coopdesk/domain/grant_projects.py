"""Projects that funders are asked for, with their budget in the official layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt

# What a project says in words; each may be empty.
PROJECT_TEXTS = (
    "aims",
    "description",
    "audience",
    "territory",
    "means",
    "indicators",
    "allocation_rule",
    "note",
)


@dataclass(frozen=True, slots=True)
class NewGrantProject:
    """A project as typed; its expenses and income in the books are those of its activity."""

    title: str
    activity_id: int | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    aims: str = ""
    description: str = ""
    audience: str = ""
    territory: str = ""
    means: str = ""
    indicators: str = ""
    allocation_rule: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewProjectLine:
    """What a project plans on a line of the layout (``60.services``), above zero."""

    line: str
    amount: Money
    label: str = ""
    request_id: int | None = None


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A planned line, in its order; ``request_title`` names the grant it counts on."""

    id: int
    project_id: int
    content: NewProjectLine
    request_title: str = ""


@dataclass(frozen=True, slots=True)
class GrantProject:
    """A recorded project with what it plans in all (contributions in kind apart)."""

    id: int
    content: NewGrantProject
    activity_name: str = ""
    expenses: Money = ZERO
    income: Money = ZERO
    requests: int = 0
    lines: tuple[ProjectLine, ...] = ()
