"""What the database must say before a group is stored or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.groups import GroupKind
from coopdesk.services.contact_rules import changeable

if TYPE_CHECKING:
    from coopdesk.domain.groups import Group, NewGroup
    from coopdesk.storage.unit_of_work import Work


def refuse_taken(work: Work, new: NewGroup, group_id: int | None, field: str = "name") -> None:
    """Raise RuleError when another group has the name, or the number in the programme."""
    other_id = work.groups.id_named(new.name)
    if other_id not in {None, group_id}:
        other = work.groups.get(other_id or 0)
        if other.parent_name and other.content.parent_id != new.parent_id:
            raise RuleError(
                "group.name_taken_elsewhere",
                field=field,
                name=other.name,
                programme=other.parent_name,
            )
        raise RuleError("group.name_taken", field=field, name=new.name)
    if new.parent_id is None or new.number is None:
        return
    other_id = work.groups.numbered(new.parent_id, new.number)
    if other_id not in {None, group_id}:
        raise RuleError(
            "group.number_taken",
            field="number",
            number=new.number,
            name=work.groups.get(other_id or 0).name,
        )


def refuse_wrong_place(work: Work, new: NewGroup, group_id: int | None) -> None:
    """Raise RuleError when the parent is no programme, or a programme loses its chantiers."""
    if new.parent_id is not None:
        parent = work.groups.get(new.parent_id)
        if parent.content.kind is not GroupKind.PROGRAMME or new.parent_id == group_id:
            raise RuleError("group.no_programme", field="parent_id", name=parent.name)
    if group_id is None or new.kind is GroupKind.PROGRAMME:
        return
    count = len(work.groups.parts_of_programme(group_id))
    if count:
        raise RuleError("group.has_chantiers", field="kind", name=new.name, count=count)


def refuse_wrong_contacts(work: Work, new: NewGroup) -> None:
    """Refuse to name contacts that are gone, or a person as the referent's structure.

    Raises:
        RuleError: ``contact.merged``, ``group.organisation_wanted``. NotFoundError.
    """
    for contact_id in (new.initiator_id, new.bearer_id, new.referent_id):
        if contact_id is not None:
            changeable(work, contact_id)
    structure_id = new.referent_organisation_id
    if structure_id is None:
        return
    if changeable(work, structure_id).profile.kind is not ContactKind.ORGANISATION:
        raise RuleError("group.organisation_wanted", field="referent_organisation_id")


def free_to_go(work: Work, group_id: int) -> Group:
    """Return a group on which nothing rests.

    Raises:
        RuleError: ``group.has_chantiers``, ``group.has_activity``, ``group.has_files``.
        NotFoundError: ``group.missing``.
    """
    known = work.groups.get(group_id)
    count = len(work.groups.parts_of_programme(group_id))
    if count:
        raise RuleError("group.has_chantiers", name=known.name, count=count)
    activity_id = work.groups.activity_of(group_id)
    if activity_id is not None:
        activity = work.activities.get(activity_id).name
        raise RuleError("group.has_activity", name=known.name, activity=activity)
    if work.groups.has_files(group_id):
        raise RuleError("group.has_files", name=known.name)
    return known
