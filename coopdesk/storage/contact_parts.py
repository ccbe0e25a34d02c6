"""What a contact has several of and changes with it: points, addresses, tags, own fields."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import (
    ContactPoint,
    FieldValue,
    FurtherAddress,
    PointKind,
)
from coopdesk.domain.text import fold
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.plain_reading import listed_in, read_listed
from coopdesk.storage.tables import (
    ContactAddressRow,
    ContactPointRow,
    ContactTagRow,
    CustomFieldRow,
    CustomValueRow,
    TagRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Connection, Table

    from coopdesk.domain.contacts import Contact, NewContact
    from coopdesk.storage.recorder import Recorder

_point = table_of(ContactPointRow)
_address = table_of(ContactAddressRow)
_tag = table_of(TagRow)
_contact_tag = table_of(ContactTagRow)
_field = table_of(CustomFieldRow)
_value = table_of(CustomValueRow)

_TAGS = (
    select(_contact_tag.c.contact_id, _tag.c.name)
    .select_from(listed_in(_contact_tag.c.contact_id))
    .join(_tag, _tag.c.id == _contact_tag.c.tag_id)
    .order_by(_contact_tag.c.id)
)
_ADDRESS = tuple(field.name for field in fields(PostalAddress))
_POINTS = (
    select(_point.c.contact_id, _point.c.kind, _point.c.value, _point.c.label)
    .select_from(listed_in(_point.c.contact_id))
    .order_by(_point.c.id)
)
_ADDRESSES = (
    select(_address.c.contact_id, _address.c.label, *(_address.c[name] for name in _ADDRESS))
    .select_from(listed_in(_address.c.contact_id))
    .order_by(_address.c.id)
)
_CUSTOM = (
    select(_value.c.contact_id, _value.c.field_id, _value.c.text, _field.c.is_searched)
    .select_from(listed_in(_value.c.contact_id))
    .join(_field, _field.c.id == _value.c.field_id)
    .order_by(_field.c.position, _field.c.id)
)

Values = dict[str, Any]
Parts = dict[str, tuple[Any, ...]]


class ContactParts:
    """The parts of the contacts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder
        self._tag_ids: dict[str, int] | None = None

    def add(self, ids: Sequence[int], contacts: Sequence[NewContact]) -> None:
        """Store the parts of contacts that were just stored."""
        for name, table, rows_of in self._kinds():
            rows = [
                row
                for key, new in zip(ids, contacts, strict=True)
                for row in rows_of(key, getattr(new, name))
            ]
            self._recorder.insert_many(table, rows)

    def replace(self, contact_id: int, new: NewContact) -> bool:
        """Make the parts of a contact those given; return whether anything differed."""
        known = self.of([contact_id])[contact_id]
        differs = False
        for name, table, rows_of in self._kinds():
            wanted = getattr(new, name)
            if known[name] == wanted:
                continue
            differs = True
            query = select(table.c.id).where(table.c.contact_id == contact_id)
            old = list(self._connection.execute(query.order_by(table.c.id)).scalars())
            self._recorder.delete_many(table, old)
            self._recorder.insert_many(table, rows_of(contact_id, wanted))
        return differs

    def replace_many(self, changes: Sequence[tuple[Contact, NewContact]]) -> None:
        """Make the parts of contacts, a few hundred at most, those given."""
        for name, table, rows_of in self._kinds():
            differing = {
                before.id: getattr(new, name)
                for before, new in changes
                if getattr(before.profile, name) != getattr(new, name)
            }
            query = select(table.c.id).where(table.c.contact_id.in_(list(differing)))
            old = list(self._connection.execute(query.order_by(table.c.id)).scalars())
            for batch in in_batches(old):
                self._recorder.delete_many(table, batch)
            rows = [row for key, wanted in differing.items() for row in rows_of(key, wanted)]
            self._recorder.insert_many(table, rows)

    def of(self, ids: Sequence[int]) -> dict[int, Parts]:
        """Return the parts of contacts, by contact and name of the field of ``NewContact``."""
        found: dict[int, Parts] = {
            key: {"points": (), "further_addresses": (), "tags": (), "custom": ()}
            for key in ids
        }
        for batch in in_batches(ids):
            for key, kind, value, label in read_listed(self._connection, _POINTS, batch):
                found[key]["points"] += (ContactPoint(PointKind(kind), value, label),)
            for key, label, *address in read_listed(self._connection, _ADDRESSES, batch):
                further = FurtherAddress(PostalAddress(*address), label)
                found[key]["further_addresses"] += (further,)
            for key, tags in self.tags_of(batch).items():
                found[key]["tags"] = tags
            for key, values in self._custom_of(batch).items():
                found[key]["custom"] = tuple(values)
        return found

    def tags_of(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return the tags of the contacts that have some, in the order they were given."""
        found: dict[int, list[str]] = defaultdict(list)
        for contact_id, name in read_listed(self._connection, _TAGS, ids):
            found[contact_id].append(name)
        return {key: tuple(names) for key, names in found.items()}

    def tag_names(self) -> list[str]:
        """Return the tags in use, those of most contacts first."""
        count = func.count()
        query = (
            select(_tag.c.name)
            .join(_contact_tag, _contact_tag.c.tag_id == _tag.c.id)
            .group_by(_tag.c.id)
            .order_by(count.desc(), _tag.c.sort_key)
        )
        return list(self._connection.scalars(query))

    def tag_id(self, name: str) -> int:
        """Return the id of a tag, which is stored if it is new."""
        if self._tag_ids is None:
            rows = self._connection.execute(select(_tag.c.sort_key, _tag.c.id))
            self._tag_ids = {row.sort_key: row.id for row in rows}
        key = fold(name)
        if key not in self._tag_ids:
            self._tag_ids[key] = self._recorder.insert(_tag, {"name": name, "sort_key": key})
        return self._tag_ids[key]

    def _kinds(
        self,
    ) -> tuple[tuple[str, Table, Callable[[int, Iterable[Any]], list[Values]]], ...]:
        return (
            ("points", _point, _point_rows),
            ("further_addresses", _address, _address_rows),
            ("tags", _contact_tag, self._tag_rows),
            ("custom", _value, _value_rows),
        )

    def _tag_rows(self, contact_id: int, tags: Iterable[str]) -> list[Values]:
        return [{"contact_id": contact_id, "tag_id": self.tag_id(tag)} for tag in tags]

    def _custom_of(self, ids: Sequence[int]) -> dict[int, list[FieldValue]]:
        found: dict[int, list[FieldValue]] = defaultdict(list)
        for contact_id, field_id, text, searched in read_listed(self._connection, _CUSTOM, ids):
            found[contact_id].append(FieldValue(field_id, text, bool(searched)))
        return found


def _point_rows(contact_id: int, points: Iterable[ContactPoint]) -> list[Values]:
    return [
        {
            "contact_id": contact_id,
            "kind": point.kind.value,
            "value": point.value,
            "value_key": _point_key(point),
            "label": point.label,
        }
        for point in points
    ]


def _point_key(point: ContactPoint) -> str:
    if point.kind is PointKind.EMAIL:
        return point.value.casefold()
    return "".join(char for char in point.value if char.isdigit())


def _address_rows(contact_id: int, addresses: Iterable[FurtherAddress]) -> list[Values]:
    return [
        {
            "contact_id": contact_id,
            "label": one.label,
            **{name: getattr(one.address, name) for name in _ADDRESS},
        }
        for one in addresses
    ]


def _value_rows(contact_id: int, values: Iterable[FieldValue]) -> list[Values]:
    return [
        {
            "contact_id": contact_id,
            "field_id": value.field_id,
            "text": value.text,
            "text_key": fold(value.text),
        }
        for value in values
    ]
