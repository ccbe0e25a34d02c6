"""Read what papers of groups show, within one unit of work."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from coopdesk.domain.group_papers import (
    ActivityReport,
    ListedStructure,
    RegisterYear,
    YearGroup,
    YearOutput,
)
from coopdesk.domain.groups import GroupKind, Tagged
from coopdesk.services.paper_house import house_of
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.group_papers import YearEvent
    from coopdesk.domain.groups import Part
    from coopdesk.storage.unit_of_work import Work

Thing = TypeVar("Thing")


def structures_of(work: Work, group_id: int, today: dt.date) -> tuple[ListedStructure, ...]:
    """Return the structures of a group and of its chantiers, each once, in French order."""
    places = [(group_id, "")]
    for key in work.groups.parts_of_programme(group_id):
        content = work.groups.get(key).content
        is_numbered = content.kind is GroupKind.CHANTIER and content.number
        places.append(
            (key, f"{content.number}. {content.name}" if is_numbered else content.name)
        )
    parts: dict[int, list[tuple[Part, str]]] = defaultdict(list)
    for key, name in places:
        for part in work.groups.parts(key):
            if part.is_structure and part.is_current(today):
                parts[part.contact_id].append((part, name))
    # In the order of contacts, which is the French one.
    order = sorted(parts, key=lambda key: work.contacts.get(key).profile.sort_key)
    return tuple(_structure(work, key, parts[key]) for key in order)


def _structure(work: Work, key: int, parts: Sequence[tuple[Part, str]]) -> ListedStructure:
    profile = work.contacts.get(key).profile
    roles = dict.fromkeys(part.role for part, _name in parts if part.role)
    kind = profile.organisation_kind
    return ListedStructure(
        contact_id=key,
        name=profile.display_name,
        acronym=profile.acronym,
        kind=label(kind) if kind.value else "",
        role=", ".join(roles),
        since=min((x.started_on for x, _name in parts if x.started_on), default=None),
        signed_on=min(
            (x.charter_signed_on for x, _name in parts if x.charter_signed_on), default=None
        ),
        email=profile.email,
        phone=profile.phone,
        town=profile.address.city,
        website=profile.website,
        groups=tuple(name for _part, name in parts if name),
    )


@dataclass(slots=True)
class _ByRegister(Generic[Thing]):
    """Things under each register they belong to; under the empty name, those of none."""

    found: dict[str, list[Thing]] = field(default_factory=lambda: defaultdict(list))
    count: int = 0

    def put(self, thing: Thing, names: Iterable[str]) -> None:
        """Put a thing where it belongs; it counts once."""
        self.count += 1
        for name in list(names) or [""]:
            self.found[name].append(thing)


def report_of(work: Work, year: int, today: dt.date) -> ActivityReport:
    """Return what was done in a year by register; what has none comes last."""
    events, groups, outputs = (
        _events(work, year),
        _groups(work, year),
        _outputs(work, year),
    )
    names = [*(one.name for one in work.action_registers.all()), ""]
    registers = (
        RegisterYear(
            name,
            tuple(events.found[name]),
            tuple(groups.found[name]),
            tuple(outputs.found[name]),
        )
        for name in names
    )
    told = tuple(one for one in registers if not one.is_empty)
    house = house_of(work)
    return ActivityReport(house, today, year, told, events.count, groups.count, outputs.count)


def _events(work: Work, year: int) -> _ByRegister[YearEvent]:
    told: _ByRegister[YearEvent] = _ByRegister()
    events = work.group_years.events(year)
    tags = work.action_registers.names_by(Tagged.EVENT, [one.id for one in events])
    for event in events:
        told.put(event, tags.get(event.id, ()))
    return told


def _groups(work: Work, year: int) -> _ByRegister[YearGroup]:
    told: _ByRegister[YearGroup] = _ByRegister()
    ids = work.group_years.group_ids(year)
    counts = work.group_years.counts(year)
    tags = work.action_registers.names_by(Tagged.GROUP, ids)
    for key in ids:
        group = YearGroup(work.groups.get(key), *counts.get(key, (0, 0)))
        told.put(group, tags.get(key, ()))
    return told


def _outputs(work: Work, year: int) -> _ByRegister[YearOutput]:
    told: _ByRegister[YearOutput] = _ByRegister()
    for key in work.group_years.output_ids(year):
        output = work.group_work.output(key)
        name = work.groups.get(output.group_id).name
        told.put(YearOutput(output, name), output.registers)
    return told
