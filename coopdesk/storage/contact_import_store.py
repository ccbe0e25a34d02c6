"""Read what files of contacts are matched against, and write what they bring."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.contact_details import ConsentPurpose, ContactState, PointKind
from coopdesk.domain.contact_import_matching import KnownContact, number_key
from coopdesk.domain.contacts import ContactKind
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.contact_rows import key_numbers
from coopdesk.storage.contact_surroundings import ContactSurroundings
from coopdesk.storage.tables import (
    AffiliationRow,
    ColumnMappingRow,
    ConsentRow,
    ContactAddressRow,
    ContactKeyRow,
    ContactPointRow,
    ContactReferenceRow,
    ContactRow,
    ContactTagRow,
    CustomValueRow,
    GroupMemberRow,
    OperationChangeRow,
    OperationRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Table

    from coopdesk.domain.contact_cells import Surroundings
    from coopdesk.domain.duplicates import Identity
    from coopdesk.storage.recorder import Recorder

_affiliation = table_of(AffiliationRow)
_change = table_of(OperationChangeRow)
_consent = table_of(ConsentRow)
_contact = table_of(ContactRow)
_group = table_of(WorkingGroupRow)
_key = table_of(ContactKeyRow)
_mapping = table_of(ColumnMappingRow)
_member = table_of(GroupMemberRow)
_operation = table_of(OperationRow)
_point = table_of(ContactPointRow)
_reference = table_of(ContactReferenceRow)
_organisation = _contact.alias("organisation")

# Tables whose rows are part of a contact: a change there is a change of the contact.
_PARTS: dict[str, Table] = {
    table.name: table
    for table in (
        _point,
        _affiliation,
        _consent,
        _member,
        table_of(ContactAddressRow),
        table_of(ContactTagRow),
        table_of(CustomValueRow),
    )
}
_OWNERS = ("contact_id", "person_id")
_LARGEST_BLOCK = 200
_STATES = {state.value: state for state in ContactState}

Values = dict[str, Any]


class ContactImportStore:
    """Files of contacts, in one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # What rows are matched against.

    def known_contacts(self) -> list[KnownContact]:
        """Return every contact with what tells it from others."""
        emails: dict[int, list[str]] = defaultdict(list)
        points = select(_point.c.contact_id, _point.c.value_key)
        for owner, key in self._connection.execute(
            points.where(_point.c.kind == PointKind.EMAIL.value)
        ):
            emails[owner].append(key)
        columns = (
            _contact.c.id,
            _contact.c.kind,
            _contact.c.sort_key,
            _contact.c.email_key,
            _contact.c.number,
            _contact.c.siren,
            _contact.c.state,
            _contact.c.merged_into_id,
        )
        return [
            KnownContact(
                key,
                kind,
                name,
                frozenset((email, *emails[key]) if key in emails else (email,)) - {""},
                number_key(number),
                siren,
                _STATES[state],
                merged_into_id,
            )
            for key, kind, name, email, number, siren, state, merged_into_id in (
                self._connection.execute(select(*columns).order_by(_contact.c.id))
            )
        ]

    def newest_id(self) -> int:
        """Return the highest number that a contact ever had, erased ones included."""
        journal = select(func.max(_change.c.row_id)).where(
            _change.c.table_name == _contact.name
        )
        known = select(func.max(_contact.c.id))
        return max(self._connection.execute(query).scalar() or 0 for query in (journal, known))

    def references(self, source: str) -> dict[str, int]:
        """Return the contacts by the number that another program gives them."""
        query = select(_reference.c.reference, _reference.c.contact_id)
        rows = self._connection.execute(query.where(_reference.c.source == source))
        return {row.reference: row.contact_id for row in rows}

    def nearest(self, identities: Sequence[Identity], limit: int) -> list[list[int]]:
        """Return for each identity the contacts in the lists that share most keys with it."""
        keys = [key_numbers(identity) for identity in identities]
        blocks = self._blocks({key for told in keys for key in told})
        return [_most_shared(told, blocks)[:limit] for told in keys]

    def _blocks(self, keys: Collection[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        living = (ContactState.ACTIVE.value, ContactState.ARCHIVED.value)
        query = select(_key.c.key, _key.c.contact_id).join(
            _contact, _contact.c.id == _key.c.contact_id
        )
        for batch in in_batches(sorted(keys)):
            wanted = query.where(_key.c.key.in_(batch), _contact.c.state.in_(living))
            for key, contact_id in self._connection.execute(wanted):
                found[key].append(contact_id)
        return found

    def around(self, ids: Sequence[int], today: dt.date) -> dict[int, Surroundings]:
        """Return what stands around contacts today, by contact."""
        return ContactSurroundings(self._connection).of(ids, today)

    def names(self, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Return the name and the e-mail or town of contacts, to show them."""
        columns = (_contact.c.id, _contact.c.name, _contact.c.email, _contact.c.city)
        return {
            key: (name, email or city)
            for batch in in_batches(list(ids))
            for key, name, email, city in self._connection.execute(
                select(*columns).where(_contact.c.id.in_(batch))
            )
        }

    def organisations(self) -> dict[str, list[int]]:
        """Return the organisations in the lists by the key of their name."""
        found: dict[str, list[int]] = defaultdict(list)
        query = select(_contact.c.sort_key, _contact.c.id).where(
            _contact.c.kind == ContactKind.ORGANISATION.value,
            _contact.c.state.in_((ContactState.ACTIVE.value, ContactState.ARCHIVED.value)),
        )
        for name, key in self._connection.execute(query.order_by(_contact.c.id)):
            found[name].append(key)
        return found

    def changed_since(self, moment: dt.datetime) -> frozenset[int]:
        """Return the contacts that the journal changed after a moment, with all their parts."""
        query = (
            select(_change.c.table_name, _change.c.row_id, _change.c.before, _change.c.after)
            .join(_operation, _operation.c.id == _change.c.operation_id)
            .where(
                _operation.c.made_at > moment,
                _change.c.table_name.in_((_contact.name, *_PARTS)),
            )
        )
        found: set[int] = set()
        rows: dict[str, list[int]] = defaultdict(list)
        for table, row_id, before, after in self._connection.execute(query):
            if table == _contact.name:
                found.add(row_id)
                continue
            rows[table].append(row_id)
            found |= set(_owners_told(before)) | set(_owners_told(after))
        for table, ids in rows.items():
            found |= self._owners(_PARTS[table], ids)
        return frozenset(found)

    # What is written.

    def add_references(self, source: str, told: Iterable[tuple[str, int]]) -> None:
        """Remember the numbers that another program gives contacts; known ones are left."""
        known = self.references(source)
        rows = {
            reference: {"contact_id": key, "source": source, "reference": reference}
            for reference, key in told
            if reference not in known
        }
        self._recorder.insert_many(_reference, list(rows.values()))

    def add_affiliations(self, rows: Sequence[tuple[int, int, str]]) -> None:
        """Tie persons to organisations: person, organisation, role."""
        self._recorder.insert_many(
            _affiliation,
            [
                {
                    "person_id": person,
                    "organisation_id": organisation,
                    "role": role,
                    "started_on": None,
                    "ended_on": None,
                }
                for person, organisation, role in rows
            ],
        )

    def add_group_members(self, rows: Sequence[tuple[int, int]]) -> None:
        """Put contacts into groups: contact, group."""
        self._recorder.insert_many(
            _member,
            [
                {
                    "group_id": group,
                    "contact_id": contact,
                    "role": "",
                    "started_on": None,
                    "ended_on": None,
                }
                for contact, group in rows
            ],
        )

    def add_consents(
        self, rows: Sequence[tuple[int, ConsentPurpose, bool]], on: dt.date, source: str
    ) -> None:
        """Record decisions: contact, purpose, given."""
        self._recorder.insert_many(
            _consent,
            [
                {
                    "contact_id": contact,
                    "purpose": purpose.value,
                    "given": given,
                    "decided_on": on,
                    "source": source,
                }
                for contact, purpose, given in rows
            ],
        )

    def end_ties(self, contact_id: int, organisations: Collection[str], on: dt.date) -> None:
        """End the ties of a person to organisations of these names."""
        query = (
            select(_affiliation.c.id, _organisation.c.name)
            .join(_organisation, _organisation.c.id == _affiliation.c.organisation_id)
            .where(_affiliation.c.person_id == contact_id, _affiliation.c.ended_on.is_(None))
        )
        for key, name in self._connection.execute(query).all():
            if name in organisations:
                self._recorder.update(_affiliation, key, {"ended_on": on})

    def change_role(self, contact_id: int, organisation: str, role: str) -> None:
        """Change what a person does at an organisation."""
        query = (
            select(_affiliation.c.id)
            .join(_organisation, _organisation.c.id == _affiliation.c.organisation_id)
            .where(
                _affiliation.c.person_id == contact_id,
                _affiliation.c.ended_on.is_(None),
                _organisation.c.name == organisation,
            )
        )
        for key in list(self._connection.execute(query).scalars()):
            self._recorder.update(_affiliation, key, {"role": role})

    def end_groups(self, contact_id: int, groups: Collection[str], on: dt.date) -> None:
        """End the part of a contact in groups of these names."""
        query = (
            select(_member.c.id, _group.c.name)
            .join(_group, _group.c.id == _member.c.group_id)
            .where(_member.c.contact_id == contact_id, _member.c.ended_on.is_(None))
        )
        for key, name in self._connection.execute(query).all():
            if name in groups:
                self._recorder.update(_member, key, {"ended_on": on})

    # Mappings that are remembered.

    def mapping_for(self, header_key: str) -> dict[str, str]:
        """Return what the columns of a header were said to mean, by name; empty if never."""
        query = select(_mapping.c.columns).where(_mapping.c.header_key == header_key)
        found = self._connection.execute(query).scalar()
        return {} if found is None else dict(json.loads(found))

    def remember_mapping(self, header_key: str, name: str, columns: Mapping[str, str]) -> bool:
        """Remember what the columns of a header mean; return whether anything differed."""
        values = {"name": name, "columns": json.dumps(dict(columns), ensure_ascii=False)}
        query = select(_mapping.c.id).where(_mapping.c.header_key == header_key)
        known = self._connection.execute(query).scalar()
        if known is not None:
            return self._recorder.update(_mapping, known, values)
        self._recorder.insert(_mapping, {**values, "header_key": header_key})
        return True

    def _owners(self, table: Table, ids: Sequence[int]) -> set[int]:
        owner = next(table.c[name] for name in _OWNERS if name in table.c)
        return {
            key
            for batch in in_batches(ids)
            for key in self._connection.execute(
                select(owner).where(table.c.id.in_(batch))
            ).scalars()
        }


def _most_shared(keys: Sequence[int], blocks: Mapping[int, Sequence[int]]) -> list[int]:
    """Return the contacts that share most keys; a key that very many share says nothing."""
    shared: dict[int, int] = defaultdict(int)
    for key in keys:
        block = blocks.get(key, ())
        if len(block) <= _LARGEST_BLOCK:
            for contact_id in block:
                shared[contact_id] += 1
    return sorted(shared, key=lambda one: (-shared[one], one))


def _owners_told(image: str | None) -> Iterator[int]:
    """Yield the contacts that an image of a row names."""
    told = json.loads(image) if image else {}
    for name in _OWNERS:
        if isinstance(told.get(name), int):
            yield told[name]
