"""How each kind of mass edit looks at a contact, and changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from coopdesk.domain.contact_details import ContactState, NewConsent, NewGroupMember
from coopdesk.domain.contacts import checked_contact
from coopdesk.domain.mass_edit import (
    EditLine,
    JoinGroup,
    LeaveGroup,
    RecordConsent,
    SetState,
    Skipped,
    checked_edit,
    concerns,
    edited,
    shown,
)
from coopdesk.domain.ties import checked_consent, checked_group_member
from coopdesk.services.households import move_homes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.contact_details import GroupMember
    from coopdesk.domain.contacts import Contact, NewContact
    from coopdesk.domain.mass_edit import MassEdit, ProfileEdit
    from coopdesk.storage.unit_of_work import Work

YES, NO = "1", "0"


class Editor(Protocol):
    """One mass edit within a unit of work."""

    def prepare(self, ids: Sequence[int]) -> None:
        """Read what the edit must know of the contacts that come next."""

    def line(self, contact: Contact) -> EditLine:
        """Return what the edit does to a contact."""

    def change(self, contacts: Sequence[Contact]) -> None:
        """Do it, for those that ``line`` does not skip."""


def editor_of(work: Work, edit: MassEdit, today: dt.date) -> Editor:
    """Return the editor for an edit; raises RuleError when its value is not a good one."""
    if isinstance(edit, (JoinGroup, LeaveGroup)):
        return _GroupEditor(work, edit)
    if isinstance(edit, RecordConsent):
        return _ConsentEditor(work, edit, today)
    if isinstance(edit, SetState):
        return _StateEditor(work, edit, today)
    return _ProfileEditor(work, edit)


def _line(contact: Contact, old: str, new: str, *, again: bool = False) -> EditLine:
    """Return a line that changes something; ``again`` even if it says the same once more."""
    name = contact.display_name
    if contact.state is ContactState.MERGED:
        return EditLine(contact.id, name, skipped=Skipped.MERGED)
    why = Skipped.SAME if old == new and not again else None
    return EditLine(contact.id, name, old, new, why)


class _ProfileEditor:
    def __init__(self, work: Work, edit: ProfileEdit) -> None:
        self._work = work
        self._fields = {field.id: field for field in work.custom_fields.all()}
        self._edit = checked_edit(edit, self._fields)

    def prepare(self, ids: Sequence[int]) -> None:
        """Nothing: a contact brings its own fields."""

    def line(self, contact: Contact) -> EditLine:
        profile = contact.profile
        if not concerns(self._edit, profile.kind, self._fields):
            return EditLine(contact.id, contact.display_name, skipped=Skipped.OTHER_KIND)
        new = edited(profile, self._edit, self._fields)
        return _line(contact, shown(profile, self._edit), shown(new, self._edit))

    def change(self, contacts: Sequence[Contact]) -> None:
        changes = [(contact, self._changed(contact)) for contact in contacts]
        self._work.contacts.change_many(changes)
        move_homes(self._work, changes)

    def _changed(self, contact: Contact) -> NewContact:
        new = edited(contact.profile, self._edit, self._fields)
        return checked_contact(new, self._fields.values())


class _GroupEditor:
    def __init__(self, work: Work, edit: JoinGroup | LeaveGroup) -> None:
        self._work = work
        self._edit = edit
        self._parts: dict[int, GroupMember] = {}
        # Says at once when the name or the role cannot be.
        self._group = checked_group_member(self._part(0)).group

    def prepare(self, ids: Sequence[int]) -> None:
        self._parts = self._work.ties.memberships_in(self._group, ids)

    def line(self, contact: Contact) -> EditLine:
        part = self._parts.get(contact.id)
        old = part.content.group if part else ""
        return _line(contact, old, (old or self._group) if self._joins else "")

    def change(self, contacts: Sequence[Contact]) -> None:
        parts = [checked_group_member(self._part(contact.id)) for contact in contacts]
        if self._joins:
            self._work.ties.add_group_members(parts)
        else:
            known = [self._parts[part.contact_id].id for part in parts]
            self._work.ties.change_group_members(dict(zip(known, parts, strict=True)))

    @property
    def _joins(self) -> bool:
        return isinstance(self._edit, JoinGroup)

    def _part(self, contact_id: int) -> NewGroupMember:
        edit = self._edit
        if isinstance(edit, JoinGroup):
            return NewGroupMember(contact_id, edit.group, edit.role, edit.started_on)
        known = self._parts.get(contact_id)
        if known is None:
            return NewGroupMember(contact_id, edit.group, ended_on=edit.ended_on)
        return replace(known.content, ended_on=edit.ended_on)


class _ConsentEditor:
    def __init__(self, work: Work, edit: RecordConsent, today: dt.date) -> None:
        self._work = work
        self._edit = edit
        self._decisions: dict[int, bool] = {}
        self._source = checked_consent(self._decision(0, edit.source), today).source

    def prepare(self, ids: Sequence[int]) -> None:
        self._decisions = self._work.ties.decisions(self._edit.purpose, ids)

    def line(self, contact: Contact) -> EditLine:
        known = self._decisions.get(contact.id)
        old = "" if known is None else _answer(given=known)
        return _line(contact, old, _answer(given=self._edit.given), again=True)

    def change(self, contacts: Sequence[Contact]) -> None:
        decisions = [self._decision(contact.id, self._source) for contact in contacts]
        self._work.ties.add_consents(decisions)

    def _decision(self, contact_id: int, source: str) -> NewConsent:
        edit = self._edit
        return NewConsent(contact_id, edit.purpose, edit.given, edit.decided_on, source)


class _StateEditor:
    def __init__(self, work: Work, edit: SetState, today: dt.date) -> None:
        self._work = work
        self._state = edit.state
        self._day = None if edit.state is ContactState.ACTIVE else today

    def prepare(self, ids: Sequence[int]) -> None:
        """Nothing: a contact brings its state."""

    def line(self, contact: Contact) -> EditLine:
        return _line(contact, contact.state.value, self._state.value)

    def change(self, contacts: Sequence[Contact]) -> None:
        ids = [contact.id for contact in contacts]
        self._work.contacts.set_states(ids, self._state, self._day)


def _answer(*, given: bool) -> str:
    return YES if given else NO
