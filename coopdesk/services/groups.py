"""Use cases around groups and who takes part in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.group_rules import TEXT_LIMIT, checked_group
from coopdesk.domain.groups import EventTie, GroupKind, GroupSheet, Tagged
from coopdesk.domain.text import checked_line, clean_text, fold
from coopdesk.domain.ties import GROUP_LIMIT, checked_group_member
from coopdesk.services.contact_rules import changeable
from coopdesk.services.group_checks import (
    free_to_go,
    refuse_taken,
    refuse_wrong_contacts,
    refuse_wrong_place,
)
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.contact_details import GroupMember, NewGroupMember, WorkingGroup
    from coopdesk.domain.groups import Group, GroupLine, NewGroup
    from coopdesk.storage.unit_of_work import Units, Work


class GroupService:
    """Record groups; join, leave and list them.

    A group is also made when somebody joins one of a new name.
    """

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    # the groups

    def add(self, new: NewGroup, event_id: int | None = None) -> Outcome[Group]:
        """Record a group, born at an event where one is given.

        A chantier without a number gets the one behind the last of its programme.

        Raises:
            RuleError: a field is wrong; ``group.name_taken``, ``group.number_taken``.
                FieldErrors: several are. NotFoundError: what it names is gone.
        """
        cleaned = checked_group(new)
        with self._units.write("group.recorded", group=cleaned.name) as work:
            cleaned = _numbered(work, cleaned, None)
            refuse_wrong_place(work, cleaned, None)
            refuse_taken(work, cleaned, None)
            refuse_wrong_contacts(work, cleaned)
            group_id = work.groups.add(cleaned)
            if event_id is not None:
                work.groups.tie_event(group_id, event_id, EventTie.ORIGIN)
            made = work.groups.get(group_id)
            work.commit()
        return changed(made, Subject.GROUPS, Subject.CONTACTS)

    def edit(self, group_id: int, new: NewGroup) -> Outcome[Group]:
        """Replace what is known of a group; raises as ``add``, or NotFoundError.

        A chantier without a number keeps the one that it has in its programme. Saved filters
        go on to mean a group that gets another name.
        """
        cleaned = checked_group(new)
        with self._units.write("group.edited", group=cleaned.name) as work:
            known = work.groups.get(group_id)
            cleaned = _numbered(work, cleaned, known.content)
            refuse_wrong_place(work, cleaned, group_id)
            refuse_taken(work, cleaned, group_id)
            refuse_wrong_contacts(work, cleaned)
            work.groups.change(group_id, cleaned)
            work.filters.follow_renaming("group", known.name, cleaned.name)
            made = work.groups.get(group_id)
            work.commit()
        return changed(made, Subject.GROUPS, Subject.CONTACTS)

    def order_chantiers(self, programme_id: int, ids: Sequence[int]) -> Outcome[None]:
        """Number the chantiers of a programme from 1 on, in this order.

        Raises:
            RuleError: ``group.other_chantiers`` when they are not those of the programme.
            NotFoundError: the programme is gone.
        """
        with self._units.write("group.chantiers_ordered") as work:
            work.recorder.relabel(group=work.groups.get(programme_id).name)
            lines = work.group_list.lines(self._today(), GroupKind.CHANTIER, programme_id)
            if sorted(ids) != sorted(line.id for line in lines):
                raise RuleError("group.other_chantiers")
            work.groups.number({key: place for place, key in enumerate(ids, start=1)})
            work.commit()
        return changed(None, Subject.GROUPS)

    def close(self, group_id: int, on: dt.date, summary: str = "") -> Outcome[Group]:
        """Say on which day a group ended, and what became of it.

        Whoever still takes part does so until that day.

        Raises:
            RuleError: ``group.ends_before_start``, ``group.ended_already``, ``text.too_long``,
                ``group.summary_missing``: an ephemeral group ends with a summary.
            NotFoundError: the group is gone.
        """
        told = clean_text(summary)
        if len(told) > TEXT_LIMIT:
            raise RuleError(
                "text.too_long", field="summary", length=len(told), limit=TEXT_LIMIT
            )
        with self._units.write("group.closed") as work:
            group = work.groups.get(group_id)
            work.recorder.relabel(group=group.name)
            content = group.content
            if content.ended_on is not None:
                raise RuleError("group.ended_already", name=group.name, day=content.ended_on)
            if content.started_on is not None and on < content.started_on:
                raise RuleError("group.ends_before_start", field="ended_on")
            if content.is_ephemeral and not (told or content.summary):
                raise RuleError("group.summary_missing", field="summary", name=group.name)
            work.groups.close(group_id, on, told or content.summary)
            work.groups.end_parts(group_id, on)
            made = work.groups.get(group_id)
            work.commit()
        return changed(made, Subject.GROUPS, Subject.CONTACTS)

    def reopen(self, group_id: int) -> Outcome[Group]:
        """Let a group that ended go on, with those who left on its last day.

        Its summary stays. Raises NotFoundError.
        """
        with self._units.write("group.reopened") as work:
            group = work.groups.get(group_id)
            work.recorder.relabel(group=group.name)
            if group.content.ended_on is not None:
                work.groups.open_parts(group_id, group.content.ended_on)
            work.groups.close(group_id, None, group.content.summary)
            made = work.groups.get(group_id)
            work.commit()
        return changed(made, Subject.GROUPS, Subject.CONTACTS)

    def rename(self, group_id: int, name: str) -> Outcome[str]:
        """Give a group another name.

        Raises:
            RuleError: ``group.name_missing``, or ``group.name_taken`` by another group.
            NotFoundError: the group is gone.
        """
        cleaned = checked_line(name, "group", GROUP_LIMIT)
        if not fold(cleaned):
            raise RuleError("group.name_missing", field="group")
        with self._units.write("group.renamed", group=cleaned) as work:
            known = work.groups.get(group_id)
            refuse_taken(work, replace(known.content, name=cleaned), group_id, "group")
            work.ties.rename_group(group_id, cleaned)
            work.filters.follow_renaming("group", known.name, cleaned)
            work.commit()
        return changed(cleaned, Subject.GROUPS, Subject.CONTACTS)

    def delete(self, group_id: int) -> Outcome[Group]:
        """Delete a group with all that is known of it; undone, all is back.

        Raises:
            RuleError: ``group.has_chantiers``, ``group.has_activity``, ``group.has_files``.
            NotFoundError: ``group.missing``.
        """
        with self._units.write("group.deleted") as work:
            known = free_to_go(work, group_id)
            work.recorder.relabel(group=known.name)
            work.groups.delete(group_id)
            work.commit()
        return changed(known, Subject.GROUPS, Subject.CONTACTS, Subject.EVENTS)

    def get(self, group_id: int) -> Group:
        """Return one group; raises NotFoundError."""
        with self._units.read() as work:
            return work.groups.get(group_id)

    def sheet(self, group_id: int) -> GroupSheet:
        """Return a group with all that is known of it; raises NotFoundError."""
        with self._units.read() as work:
            return GroupSheet(
                group=work.groups.get(group_id),
                parts=tuple(work.groups.parts(group_id)),
                objectives=tuple(work.group_work.objectives([group_id])),
                outputs=tuple(work.group_work.outputs([group_id])),
                registers=tuple(work.action_registers.names_of(Tagged.GROUP, group_id)),
                events=tuple(work.groups.events_of(group_id)),
                chantiers=tuple(work.group_list.lines(self._today(), programme_id=group_id)),
                activity_id=work.groups.activity_of(group_id),
            )

    def lines(
        self,
        kind: GroupKind | None = None,
        programme_id: int | None = None,
        *,
        current_only: bool = False,
    ) -> list[GroupLine]:
        """Return groups in French order, those of a programme by number."""
        with self._units.read() as work:
            return work.group_list.lines(
                self._today(), kind, programme_id, current_only=current_only
            )

    def id_named(self, name: str) -> int | None:
        """Return the id of the group of that name, whatever its case and accents."""
        with self._units.read() as work:
            return work.groups.id_named(name)

    # who takes part

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
        return changed(found, Subject.GROUPS, Subject.CONTACTS)

    def change(self, member_id: int, new: NewGroupMember) -> Outcome[GroupMember]:
        """Replace a part in a group; raises as ``join``, NotFoundError when it is gone."""
        cleaned = checked_group_member(new)
        with self._units.write("group.changed", group=cleaned.group) as work:
            contact = changeable(work, cleaned.contact_id)
            work.recorder.relabel(name=contact.display_name)
            work.ties.change_group_member(member_id, cleaned)
            found = work.ties.group_member(member_id)
            work.commit()
        return changed(found, Subject.GROUPS, Subject.CONTACTS)

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
        return changed(known, Subject.GROUPS, Subject.CONTACTS)

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


def _numbered(work: Work, new: NewGroup, known: NewGroup | None) -> NewGroup:
    """Return a chantier with a number: its own, or the one behind the last of its programme."""
    if new.kind is not GroupKind.CHANTIER or new.number is not None:
        return new
    stays = known is not None and known.parent_id == new.parent_id
    kept = known.number if known is not None and stays else None
    return replace(new, number=kept or work.groups.next_number(new.parent_id or 0))
