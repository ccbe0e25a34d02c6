"""Join structures to a group by a list of names; what resembles is asked, never merged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.contacts import ContactKind, checked_contact
from coopdesk.domain.duplicates import identity_of, similar_among
from coopdesk.domain.duplicates_scores import traits
from coopdesk.domain.errors import RuleError
from coopdesk.domain.group_structures import (
    NAME_LIMIT,
    JoinedStructures,
    NamedStructure,
    NameVerdict,
    as_structure,
    names_in,
    repeated_names,
    twins_in,
)
from coopdesk.domain.merging import SimilarContact
from coopdesk.domain.text import checked_line, fold
from coopdesk.domain.ties import checked_group_member
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from coopdesk.domain.duplicates_scores import Traits
    from coopdesk.domain.group_structures import (
        JoiningStructures,
        NameTwin,
        StructureChoice,
    )
    from coopdesk.storage.unit_of_work import Units, Work

_MOST_PROPOSED = 4


class GroupStructureService:
    """Look at a list of names, then join what each was said to be."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def preview(self, group_id: int, text: str) -> list[NamedStructure]:
        """Return what each name of a list may stand for; nothing is written.

        Raises:
            RuleError: ``structures.names_missing``, ``text.too_long`` with the name.
            NotFoundError: the group is gone.
        """
        with self._units.read() as work:
            return _named(work, group_id, _names(text))

    def join(self, new: JoiningStructures) -> Outcome[JoinedStructures]:
        """Let what the names stand for take part; the unknown are recorded as organisations.

        Raises:
            RuleError: as ``preview``; ``structures.undecided`` where names resemble contacts
                or each other and nobody said what they are. NotFoundError: group or contact
                are gone.
        """
        names = _names(new.text)
        with self._units.write("group.structures_joined", count=str(len(names))) as work:
            group = work.groups.get(new.group_id)
            work.recorder.relabel(group=group.name)
            rows = _named(work, new.group_id, names)
            _refuse_undecided(rows, new)
            joining = _Joining(work, new, group.name)
            for row in rows:
                joining.take(row)
            done = joining.finished()
            work.recorder.relabel(count=str(len(done.joined)))
            work.commit()
        return changed(done, Subject.GROUPS, Subject.CONTACTS)


class _Joining:
    """One list on its way into a group."""

    def __init__(self, work: Work, new: JoiningStructures, group: str) -> None:
        self._work = work
        self._new = new
        self._group = group
        self._ids: dict[int, int] = {}
        self._made: list[str] = []
        self._already: list[str] = []

    def take(self, row: NamedStructure) -> None:
        """Find out which contact a name is; record it where there is none."""
        choice = self._new.choices.get(row.place)
        if row.verdict is NameVerdict.REPEATED:
            return
        twin = choice.twin if choice is not None else None
        if twin is not None and twin in self._ids:
            self._ids[row.place] = self._ids[twin]
            return
        contact_id = _chosen(row, choice)
        if contact_id is None:
            contact_id = self._work.contacts.add(checked_contact(as_structure(row.name)))
            self._made.append(row.name)
        else:
            changeable(self._work, contact_id)
        self._ids[row.place] = contact_id

    def finished(self) -> JoinedStructures:
        """Join them all, each once."""
        ids = list(dict.fromkeys(self._ids.values()))
        known = self._work.ties.memberships_in(self._group, ids)
        names = {one: self._work.contacts.get(one).display_name for one in known}
        self._already += [names[one] for one in ids if one in known]
        joining = [one for one in ids if one not in known]
        parts = [
            checked_group_member(
                NewGroupMember(one, self._group, self._new.role, self._new.started_on)
            )
            for one in joining
        ]
        if parts:
            self._work.ties.add_group_members(parts)
        return JoinedStructures(tuple(joining), tuple(self._made), tuple(self._already))


def _names(text: str) -> list[str]:
    names = [checked_line(name, "names", NAME_LIMIT) for name in names_in(text)]
    if not names:
        raise RuleError("structures.names_missing", field="names")
    return names


def _named(work: Work, group_id: int, names: Sequence[str]) -> list[NamedStructure]:
    """Return what each name may stand for."""
    work.groups.get(group_id)
    parts = work.groups.parts(group_id)
    inside = {part.contact_id for part in parts if part.ended_on is None}
    identities = [identity_of(as_structure(name)) for name in names]
    known = [
        traits(one)
        for one in work.duplicates.identities(sorted(work.duplicates.sharing(identities)))
        if one.kind is ContactKind.ORGANISATION
    ]
    repeated = repeated_names(names)
    twins = twins_in(names, repeated)
    rows = []
    for place, name in enumerate(names, start=1):
        if place in repeated:
            rows.append(NamedStructure(place, name, NameVerdict.REPEATED))
        else:
            rows.append(_row(work, NamedStructure(place, name, NameVerdict.NEW), known))
    return [_with_more(row, twins.get(row.place), inside) for row in rows]


def _row(work: Work, row: NamedStructure, known: Sequence[Traits]) -> NamedStructure:
    bearing = [
        one.identity.id
        for one in known
        if fold(one.identity.organisation_name) == fold(row.name)
    ]
    if len(bearing) == 1:
        return replace(row, verdict=NameVerdict.KNOWN, contact_id=bearing[0])
    found = similar_among(identity_of(as_structure(row.name)), known)[:_MOST_PROPOSED]
    if not found:
        return row
    sides = work.duplicates.sides([one.contact_id for one in found])
    similar = tuple(SimilarContact(sides[x.contact_id], x.score, x.reasons) for x in found)
    return replace(row, verdict=NameVerdict.SIMILAR, similar=similar)


def _with_more(
    row: NamedStructure, twin: NameTwin | None, inside: Container[int]
) -> NamedStructure:
    """Say of a name that it resembles one above, or takes part already."""
    if row.verdict is NameVerdict.KNOWN:
        return replace(row, takes_part=row.contact_id in inside)
    if twin is None:
        return row
    return replace(row, verdict=NameVerdict.SIMILAR, twin=twin)


def _chosen(row: NamedStructure, choice: StructureChoice | None) -> int | None:
    """Return the contact a name was said to be; None makes a new one."""
    if choice is None:
        return row.contact_id
    return None if choice.is_new else choice.contact_id or row.contact_id


def _refuse_undecided(rows: Sequence[NamedStructure], new: JoiningStructures) -> None:
    undecided = [
        row.name
        for row in rows
        if row.verdict is NameVerdict.SIMILAR and row.place not in new.choices
    ]
    if undecided:
        told = ", ".join(undecided[:_MOST_PROPOSED])
        more = " …" if len(undecided) > _MOST_PROPOSED else ""
        raise RuleError(
            "structures.undecided", field="names", count=len(undecided), names=told + more
        )
