"""Read and write what ties contacts: affiliations, groups, consents, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from coopdesk.domain.contact_details import (
    Affiliation,
    Consent,
    ConsentPurpose,
    ContactNote,
    GroupMember,
    NewAffiliation,
    NewConsent,
    NewGroupMember,
    NewNote,
    WorkingGroup,
)
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.text import fold
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AffiliationRow,
    ConsentRow,
    ContactNoteRow,
    ContactRow,
    GroupMemberRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select, Table

    from coopdesk.storage.recorder import Recorder

_affiliation = table_of(AffiliationRow)
_consent = table_of(ConsentRow)
_contact = table_of(ContactRow)
_group = table_of(WorkingGroupRow)
_member = table_of(GroupMemberRow)
_note = table_of(ContactNoteRow)
_person = _contact.alias("person")
_organisation = _contact.alias("organisation")


class TieStore:
    """The ties of contacts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # affiliations

    def add_affiliation(self, new: NewAffiliation) -> int:
        """Store a tie and return its id."""
        return self._recorder.insert(_affiliation, _affiliation_values(new))

    def change_affiliation(self, affiliation_id: int, new: NewAffiliation) -> bool:
        """Replace a tie; return whether anything differed."""
        return self._recorder.update(_affiliation, affiliation_id, _affiliation_values(new))

    def remove_affiliation(self, affiliation_id: int) -> None:
        """Delete a tie."""
        self._recorder.delete(_affiliation, affiliation_id)

    def affiliation(self, affiliation_id: int) -> Affiliation:
        """Return one tie; raises NotFoundError."""
        query = _affiliations().where(_affiliation.c.id == affiliation_id)
        return _to_affiliation(self._one(query, _affiliation, affiliation_id))

    def affiliations_of(self, contact_id: int) -> list[Affiliation]:
        """Return the ties of a contact, in either direction; those in force first."""
        query = _affiliations().where(
            or_(
                _affiliation.c.person_id == contact_id,
                _affiliation.c.organisation_id == contact_id,
            )
        )
        rows = self._connection.execute(query.order_by(*_newest_first(_affiliation)))
        return [_to_affiliation(row) for row in rows]

    def roles(self) -> list[str]:
        """Return the roles that were given to ties and in groups, the most used first."""
        both = (
            select(_affiliation.c.role)
            .where(_affiliation.c.role != "")
            .union_all(select(_member.c.role).where(_member.c.role != ""))
            .subquery()
        )
        query = select(both.c.role).group_by(both.c.role).order_by(func.count().desc())
        return list(self._connection.execute(query.order_by(both.c.role)).scalars())

    # groups

    def group_id(self, name: str) -> int:
        """Return the id of a group, which is stored if it is new."""
        key = fold(name)
        query = select(_group.c.id).where(_group.c.sort_key == key)
        known = self._connection.execute(query).scalar()
        if known is not None:
            return int(known)
        return self._recorder.insert(_group, {"name": name, "sort_key": key})

    def rename_group(self, group_id: int, name: str) -> bool:
        """Give a group another name; return whether it differed."""
        return self._recorder.update(_group, group_id, {"name": name, "sort_key": fold(name)})

    def holder_count(self, group_id: int) -> int:
        """Count the contacts that take or took part in a group, whatever their state."""
        query = select(func.count(_member.c.contact_id.distinct()))
        counted = query.where(_member.c.group_id == group_id)
        return self._connection.execute(counted).scalar_one()

    def groups(self, today: dt.date) -> list[WorkingGroup]:
        """Return the groups in French order with how many take part."""
        present = or_(_member.c.ended_on.is_(None), _member.c.ended_on >= today)
        living = and_(_member.c.contact_id == _contact.c.id, _contact.c.state == "active")
        query = (
            select(
                _group.c.id,
                _group.c.name,
                func.count(_contact.c.id.distinct()).filter(present),
                func.count(_contact.c.id.distinct()),
            )
            .select_from(
                _group.outerjoin(_member, _member.c.group_id == _group.c.id).outerjoin(
                    _contact, living
                )
            )
            .group_by(_group.c.id)
            .order_by(_group.c.sort_key)
        )
        return [WorkingGroup(*row) for row in self._connection.execute(query)]

    def add_group_member(self, new: NewGroupMember) -> int:
        """Store a part in a group, which is made if it is new; return the part's id."""
        return self.add_group_members([new])[0]

    def add_group_members(self, parts: Sequence[NewGroupMember]) -> list[int]:
        """Store parts in groups, which are made if they are new; return the parts' ids."""
        return self._recorder.insert_many(_member, self._member_rows(parts))

    def change_group_member(self, member_id: int, new: NewGroupMember) -> bool:
        """Replace a part in a group; return whether anything differed."""
        return bool(self.change_group_members({member_id: new}))

    def change_group_members(self, parts: Mapping[int, NewGroupMember]) -> int:
        """Replace parts in groups, by id; return how many differed."""
        rows = self._member_rows(list(parts.values()))
        return self._recorder.update_many(_member, dict(zip(parts, rows, strict=True)))

    def _member_rows(self, parts: Sequence[NewGroupMember]) -> list[dict[str, Any]]:
        groups = {name: self.group_id(name) for name in dict.fromkeys(x.group for x in parts)}
        return [_member_values(part, groups[part.group]) for part in parts]

    def remove_group_member(self, member_id: int) -> None:
        """Delete a part in a group."""
        self._recorder.delete(_member, member_id)

    def group_member(self, member_id: int) -> GroupMember:
        """Return one part in a group; raises NotFoundError."""
        return _to_member(
            self._one(_members().where(_member.c.id == member_id), _member, member_id)
        )

    def groups_of(self, contact_id: int) -> list[GroupMember]:
        """Return the parts of a contact in groups: those in force first, newest first."""
        query = _members().where(_member.c.contact_id == contact_id)
        rows = self._connection.execute(query.order_by(*_newest_first(_member)))
        return [_to_member(row) for row in rows]

    def members_of(self, group_id: int) -> list[GroupMember]:
        """Return who takes or took part in a group: those in force first, in French order."""
        query = _members().where(_member.c.group_id == group_id, _contact.c.state == "active")
        query = query.order_by(_member.c.ended_on.is_not(None), _contact.c.sort_key)
        return [_to_member(row) for row in self._connection.execute(query)]

    def memberships_in(self, group: str, ids: Sequence[int]) -> dict[int, GroupMember]:
        """Return the parts in force that contacts have in a group, by contact."""
        found = {}
        for batch in in_batches(ids):
            query = _members().where(
                _group.c.sort_key == fold(group),
                _member.c.contact_id.in_(batch),
                _member.c.ended_on.is_(None),
            )
            for row in self._connection.execute(query):
                found[int(row.contact_id)] = _to_member(row)
        return found

    # consents

    def add_consent(self, new: NewConsent) -> int:
        """Store a decision and return its id."""
        return self.add_consents([new])[0]

    def add_consents(self, decisions: Sequence[NewConsent]) -> list[int]:
        """Store decisions and return their ids."""
        return self._recorder.insert_many(_consent, [_consent_values(x) for x in decisions])

    def remove_consent(self, consent_id: int) -> None:
        """Delete a decision that was recorded by mistake."""
        self._recorder.delete(_consent, consent_id)

    def consents_of(self, contact_id: int) -> list[Consent]:
        """Return the decisions of a contact, newest first."""
        query = select(_consent).where(_consent.c.contact_id == contact_id)
        query = query.order_by(_consent.c.decided_on.desc(), _consent.c.id.desc())
        return [_to_consent(row) for row in self._connection.execute(query)]

    def decisions(self, purpose: ConsentPurpose, ids: Sequence[int]) -> dict[int, bool]:
        """Return the decision in force of each of these contacts that took one."""
        found = {}
        for batch in in_batches(ids):
            query = select(_consent.c.contact_id, _consent.c.given).where(
                _consent.c.purpose == purpose.value, _consent.c.contact_id.in_(batch)
            )
            # The newest comes last and stays.
            query = query.order_by(_consent.c.decided_on, _consent.c.id)
            found.update({int(row[0]): bool(row[1]) for row in self._connection.execute(query)})
        return found

    # notes

    def add_note(self, new: NewNote, author: str) -> int:
        """Store a remark and return its id."""
        return self._recorder.insert(_note, {**_note_values(new), "author": author})

    def change_note(self, note_id: int, new: NewNote) -> bool:
        """Replace the day and the text of a remark; return whether anything differed."""
        return self._recorder.update(_note, note_id, _note_values(new))

    def remove_note(self, note_id: int) -> None:
        """Delete a remark."""
        self._recorder.delete(_note, note_id)

    def note(self, note_id: int) -> ContactNote:
        """Return one remark; raises NotFoundError."""
        return _to_note(self._one(select(_note).where(_note.c.id == note_id), _note, note_id))

    def notes_of(self, contact_id: int) -> list[ContactNote]:
        """Return the remarks about a contact, newest first."""
        query = select(_note).where(_note.c.contact_id == contact_id)
        query = query.order_by(_note.c.noted_on.desc(), _note.c.id.desc())
        return [_to_note(row) for row in self._connection.execute(query)]

    def _one(self, query: Select[Any], table: Table, row_id: int) -> Row[Any]:
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("record.missing", table=table.name, id=row_id)
        return row


def _newest_first(table: Table) -> tuple[ColumnElement[Any], ...]:
    return (
        table.c.ended_on.is_not(None),
        table.c.ended_on.desc(),
        table.c.started_on.desc(),
        table.c.id.desc(),
    )


def _affiliations() -> Select[Any]:
    return (
        select(
            _affiliation,
            _person.c.name.label("person_name"),
            _organisation.c.name.label("organisation_name"),
        )
        .join(_person, _person.c.id == _affiliation.c.person_id)
        .join(_organisation, _organisation.c.id == _affiliation.c.organisation_id)
    )


def _members() -> Select[Any]:
    return (
        select(
            _member, _group.c.name.label("group_name"), _contact.c.name.label("contact_name")
        )
        .join(_group, _group.c.id == _member.c.group_id)
        .join(_contact, _contact.c.id == _member.c.contact_id)
    )


def _affiliation_values(new: NewAffiliation) -> dict[str, Any]:
    return {
        "person_id": new.person_id,
        "organisation_id": new.organisation_id,
        "role": new.role,
        "started_on": new.started_on,
        "ended_on": new.ended_on,
    }


def _member_values(new: NewGroupMember, group_id: int) -> dict[str, Any]:
    return {
        "group_id": group_id,
        "contact_id": new.contact_id,
        "role": new.role,
        "started_on": new.started_on,
        "ended_on": new.ended_on,
    }


def _consent_values(new: NewConsent) -> dict[str, Any]:
    return {
        "contact_id": new.contact_id,
        "purpose": new.purpose.value,
        "given": new.given,
        "decided_on": new.decided_on,
        "source": new.source,
    }


def _note_values(new: NewNote) -> dict[str, Any]:
    return {
        "contact_id": new.contact_id,
        "noted_on": new.noted_on,
        "text": new.text,
        "text_key": fold(new.text),
    }


def _to_affiliation(row: Row[Any]) -> Affiliation:
    content = NewAffiliation(
        row.person_id, row.organisation_id, row.role, row.started_on, row.ended_on
    )
    return Affiliation(row.id, content, row.person_name, row.organisation_name)


def _to_member(row: Row[Any]) -> GroupMember:
    content = NewGroupMember(
        row.contact_id, row.group_name, row.role, row.started_on, row.ended_on
    )
    return GroupMember(row.id, content, row.group_id, row.contact_name)


def _to_consent(row: Row[Any]) -> Consent:
    content = NewConsent(
        row.contact_id, ConsentPurpose(row.purpose), row.given, row.decided_on, row.source
    )
    return Consent(row.id, content)


def _to_note(row: Row[Any]) -> ContactNote:
    return ContactNote(row.id, NewNote(row.contact_id, row.noted_on, row.text), row.author)
