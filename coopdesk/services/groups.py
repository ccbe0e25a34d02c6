"""Use cases around groups and who takes part in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.text import checked_line, fold
from coopdesk.domain.ties import GROUP_LIMIT, checked_group_member
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.contact_details import GroupMember, NewGroupMember, WorkingGroup
    from coopdesk.storage.unit_of_work import Units


class GroupService:
    """Join, leave and list groups; a group is made when somebody joins it."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def join(self, new: NewGroupMember) -> Outcome[GroupMember]:
        """Let a contact take part in a group, which is made if it is new.

        Raises:
            RuleError: a field is wrong, or ``group.known``: it takes part already.
        """
        cleaned = checked_group_member(new)
        with self._units.write("group.joined", group=cleaned.group) as work:
            contact = changeable(work, cleaned.contact_id)
            if cleaned.ended_on is None and work.ties.memberships_in(
                cleaned.group, [contact.id]
            ):
                raise RuleError("group.known", field="group", name=contact.display_name)
            work.recorder.relabel(name=contact.display_name)
            found = work.ties.group_member(work.ties.add_group_member(cleaned))
            work.commit()
        return changed(found, Subject.CONTACTS)

    def change(self, member_id: int, new: NewGroupMember) -> Outcome[GroupMember]:
        """Replace a part in a group; raises as ``join``, NotFoundError when it is gone."""
        cleaned = checked_group_member(new)
        with self._units.write("group.changed", group=cleaned.group) as work:
            contact = changeable(work, cleaned.contact_id)
            work.recorder.relabel(name=contact.display_name)
            work.ties.change_group_member(member_id, cleaned)
            found = work.ties.group_member(member_id)
            work.commit()
        return changed(found, Subject.CONTACTS)

    def leave(self, member_id: int, on: dt.date | None = None) -> Outcome[GroupMember]:
        """Say on which day, today unless given, a contact left a group."""
        with self._units.read() as work:
            known = work.ties.group_member(member_id)
        return self.change(member_id, replace(known.content, ended_on=on or self._today()))

    def remove(self, member_id: int) -> Outcome[GroupMember]:
        """Delete a part in a group that never was; returns what it was."""
        with self._units.write("group.removed") as work:
            known = work.ties.group_member(member_id)
            work.recorder.relabel(group=known.content.group, name=known.contact_name)
            work.ties.remove_group_member(member_id)
            work.commit()
        return changed(known, Subject.CONTACTS)

    def rename(self, group_id: int, name: str) -> Outcome[str]:
        """Give a group another name.

        Raises:
            RuleError: ``group.name_missing``, or ``group.name_taken`` by another group.
        """
        cleaned = checked_line(name, "group", GROUP_LIMIT)
        if not fold(cleaned):
            raise RuleError("group.name_missing", field="group")
        with self._units.write("group.renamed", group=cleaned) as work:
            names = {x.id: x.name for x in work.ties.groups(self._today())}
            others = {fold(known) for key, known in names.items() if key != group_id}
            if fold(cleaned) in others:
                raise RuleError("group.name_taken", field="group", name=cleaned)
            work.ties.rename_group(group_id, cleaned)
            work.filters.follow_renaming("group", names.get(group_id, cleaned), cleaned)
            work.commit()
        return changed(cleaned, Subject.CONTACTS)

    def delete(self, group_id: int) -> Outcome[WorkingGroup]:
        """Delete a group with all parts in it; undone, all is back. Return what it was.

        Raises:
            NotFoundError: ``group.missing``.
        """
        with self._units.write("group.deleted") as work:
            known = next((x for x in work.ties.groups(self._today()) if x.id == group_id), None)
            if known is None:
                raise NotFoundError("group.missing", id=group_id)
            work.recorder.relabel(group=known.name)
            work.ties.delete_group(group_id)
            work.commit()
        return changed(known, Subject.CONTACTS)

    def holder_count(self, group_id: int) -> int:
        """Count who takes or took part, archived contacts included: what deleting takes."""
        with self._units.read() as work:
            return work.ties.holder_count(group_id)

    def all(self) -> list[WorkingGroup]:
        """Return the groups in French order with how many take part, now and ever."""
        with self._units.read() as work:
            return work.ties.groups(self._today())

    def of(self, contact_id: int) -> list[GroupMember]:
        """Return the parts of a contact in groups; those in force first."""
        with self._units.read() as work:
            return work.ties.groups_of(contact_id)

    def members(self, group_id: int) -> list[GroupMember]:
        """Return who takes or took part in a group; those in force first."""
        with self._units.read() as work:
            return work.ties.members_of(group_id)
