"""What the papers of groups show: a sheet, a programme, a directory, a year by register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.association import Association
    from coopdesk.domain.events import EventKind, When
    from coopdesk.domain.groups import Group, GroupSheet, Objective, Output
    from coopdesk.domain.ledgers import ActivityTotals


@dataclass(frozen=True, slots=True)
class GroupPaper:
    """Whose paper it is, about which group; money where an activity has some in a year."""

    house: Association
    made_on: dt.date
    sheet: GroupSheet
    money: ActivityTotals | None = None
    money_year: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammePaper:
    """A programme with the objectives of its chantiers, by chantier."""

    house: Association
    made_on: dt.date
    sheet: GroupSheet
    chantiers: tuple[tuple[Group, tuple[Objective, ...]], ...]


@dataclass(frozen=True, slots=True)
class ListedStructure:
    """A structure of a directory; ``groups`` are the chantiers it takes part in by name."""

    contact_id: int
    name: str
    acronym: str = ""
    kind: str = ""
    role: str = ""
    since: dt.date | None = None
    signed_on: dt.date | None = None
    email: str = ""
    phone: str = ""
    town: str = ""
    website: str = ""
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DirectoryPaper:
    """The structures that take part in a programme today, in French order."""

    house: Association
    made_on: dt.date
    group: Group
    structures: tuple[ListedStructure, ...]


@dataclass(frozen=True, slots=True)
class YearEvent:
    """An event of a year; ``present`` counts who was there, 0 where nobody counted."""

    id: int
    title: str
    kind: EventKind
    when: When
    present: int = 0


@dataclass(frozen=True, slots=True)
class YearGroup:
    """A group that was at work in a year; who took part then is counted."""

    group: Group
    people: int = 0
    structures: int = 0


@dataclass(frozen=True, slots=True)
class YearOutput:
    """Something that a group made in a year."""

    output: Output
    group: str


@dataclass(frozen=True, slots=True)
class RegisterYear:
    """What was done in a year in one register; without a name, in none."""

    name: str
    events: tuple[YearEvent, ...] = ()
    groups: tuple[YearGroup, ...] = ()
    outputs: tuple[YearOutput, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was done."""
        return not (self.events or self.groups or self.outputs)


@dataclass(frozen=True, slots=True)
class ActivityReport:
    """A year by register; what belongs to several stands in each, but counts once."""

    house: Association
    made_on: dt.date
    year: int
    registers: tuple[RegisterYear, ...]
    events: int = 0
    groups: int = 0
    outputs: int = 0
