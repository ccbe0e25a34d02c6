"""What the page of groups reads on the worker: the list, and everything about one group."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.groups import GroupKind
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.text import fold
from coopdesk.ui.groups.columns import SORTS, family_of, place_in_family

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.contact_conditions import SavedFilter
    from coopdesk.domain.groups import GroupLine, GroupSheet
    from coopdesk.domain.ledgers import ActivityTotals
    from coopdesk.services.registry import Services


class Shown(enum.Enum):
    """Which groups are listed."""

    LIVING = "living"
    PROGRAMMES = "programmes"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the search box, the chips and the header of the list ask for."""

    text: str
    shown: Shown
    sort: str
    descending: bool
    today: dt.date


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """A group with its money; ``today`` tells who is in it."""

    sheet: GroupSheet
    activity: Activity | None
    money: ActivityTotals | None
    money_year: str
    today: dt.date


@dataclass(frozen=True, slots=True)
class GroupUse:
    """What deleting a group takes: how many took part, and the filters that ask for it."""

    people: int
    filters: tuple[SavedFilter, ...]


def read_list(services: Services, wanted: Wanted) -> tuple[dict[int, GroupLine], bool]:
    """Return the groups that are asked for, and whether there is any."""
    lines = services.groups.lines()
    words = fold(wanted.text).split()
    kept = [
        line
        for line in lines
        if _keeps(line, wanted)
        and all(word in fold(f"{line.name} {line.programme} {line.referent}") for word in words)
    ]
    return {line.id: line for line in _sorted(kept, wanted)}, bool(lines)


def _sorted(lines: list[GroupLine], wanted: Wanted) -> list[GroupLine]:
    """Return groups in the wanted order, chantiers in it too, but below their programme."""
    ordered = sorted(lines, key=place_in_family)
    sort = SORTS.get(wanted.sort)
    if sort is not None:
        ordered.sort(key=sort, reverse=wanted.descending)
    # A programme that is not listed itself stands where the first of its chantiers does.
    heads = sorted(ordered, key=lambda line: bool(line.programme))
    places: dict[str, int] = {}
    for line in heads:
        places.setdefault(family_of(line), ordered.index(line))
    return sorted(ordered, key=lambda line: (places[family_of(line)], bool(line.programme)))


def _keeps(line: GroupLine, wanted: Wanted) -> bool:
    ended = line.ended_on is not None and line.ended_on <= wanted.today
    if wanted.shown is Shown.LIVING:
        return not ended
    if wanted.shown is Shown.CLOSED:
        return ended
    in_programme = line.kind is GroupKind.PROGRAMME or bool(line.programme)
    return wanted.shown is Shown.ALL or in_programme


def read_record(services: Services, group_id: int, today: dt.date) -> GroupRecord:
    """Return everything known of a group; raises NotFoundError."""
    sheet = services.groups.sheet(group_id)
    activity, money, year = None, None, ""
    if sheet.activity_id is not None:
        activity = services.activities.get(sheet.activity_id)
        money, year = _money(services, sheet.activity_id)
    return GroupRecord(sheet, activity, money, year, today)


def _money(services: Services, activity_id: int) -> tuple[ActivityTotals | None, str]:
    """Return what an activity earned and cost in the newest year that has some."""
    years = sorted(services.fiscal_years.list(), key=lambda x: x.starts_on, reverse=True)
    for year in years:
        for one in services.reports.by_activity(ReportScope(year.id)):
            if one.activity_id == activity_id:
                return one, year.label
    return None, ""


def read_use(services: Services, group_id: int, name: str) -> GroupUse:
    """Return what deleting a group would take."""
    filters = services.filters.using("group", name)
    return GroupUse(services.groups.holder_count(group_id), tuple(filters))
