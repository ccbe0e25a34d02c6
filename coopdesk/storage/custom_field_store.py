"""Read and write the fields that the association added, and their values as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.custom_fields import CustomField, FieldKind, NewCustomField
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.text import fold
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.tables import ContactRow, CustomFieldRow, CustomValueRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Row

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_field = table_of(CustomFieldRow)
_value = table_of(CustomValueRow)


class CustomFieldStore:
    """The custom fields of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def all(self) -> list[CustomField]:
        """Return the fields in their order."""
        query = select(_field).order_by(_field.c.position, _field.c.id)
        return [_to_domain(row) for row in self._connection.execute(query)]

    def get(self, field_id: int) -> CustomField:
        """Return one field.

        Raises:
            NotFoundError: ``field.missing``.
        """
        query = select(_field).where(_field.c.id == field_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("field.missing", id=field_id)
        return _to_domain(row)

    def add(self, new: NewCustomField, position: int) -> int:
        """Store a field and return its id."""
        return self._recorder.insert(_field, {**_values(new), "position": position})

    def change(self, field_id: int, new: NewCustomField) -> bool:
        """Replace a definition; return whether anything differed."""
        return self._recorder.update(_field, field_id, _values(new))

    def place(self, field_id: int, position: int) -> bool:
        """Give a field another place; return whether it differed."""
        return self._recorder.update(_field, field_id, {"position": position})

    def remove(self, field_id: int) -> None:
        """Delete a field that has no values any more."""
        self._recorder.delete(_field, field_id)

    def value_count(self, field_id: int) -> int:
        """Count the contacts that have a value."""
        query = select(func.count()).where(_value.c.field_id == field_id)
        return self._connection.execute(query).scalar_one()

    def distinct_values(self, field_id: int) -> dict[str, int]:
        """Return the values of a field and how many contacts have each."""
        query = select(_value.c.text, func.count().label("held")).where(
            _value.c.field_id == field_id
        )
        rows = self._connection.execute(query.group_by(_value.c.text))
        return {row.text: row.held for row in rows}

    def count_of_kind(self, field_id: int, kind: ContactKind) -> int:
        """Count the contacts of a kind that have a value."""
        query = (
            select(func.count())
            .select_from(_value.join(_contact, _contact.c.id == _value.c.contact_id))
            .where(_value.c.field_id == field_id, _contact.c.kind == kind.value)
        )
        return self._connection.execute(query).scalar_one()

    def rewrite(self, field_id: int, texts: Mapping[str, str]) -> None:
        """Give the values of a field another form, old text to new text."""
        query = select(_value.c.id, _value.c.text).where(_value.c.field_id == field_id)
        # Read all first: two choices may take each other's name.
        rows = [
            (row.id, {"text": texts[row.text], "text_key": fold(texts[row.text])})
            for row in self._connection.execute(query)
            if texts.get(row.text, row.text) != row.text
        ]
        for batch in in_batches(rows):
            self._recorder.update_many(_value, dict(batch))

    def remove_values(self, field_id: int) -> None:
        """Delete all the values of a field."""
        ids = read_ids(
            self._connection, select(_value.c.id).where(_value.c.field_id == field_id)
        )
        for batch in in_batches(ids):
            self._recorder.delete_many(_value, batch)

    def holders(self, field_id: int) -> list[int]:
        """Return the ids of the contacts that have a value."""
        query = select(_value.c.contact_id).where(_value.c.field_id == field_id)
        return read_ids(self._connection, query)


def _values(new: NewCustomField) -> dict[str, Any]:
    return {
        "name": new.name,
        "name_key": fold(new.name),
        "kind": new.kind.value,
        "kind_of_contact": new.kind_of_contact.value if new.kind_of_contact else "",
        "choices": "\n".join(new.choices),
        "is_listed": new.is_listed,
        "is_searched": new.is_searched,
    }


def _to_domain(row: Row[Any]) -> CustomField:
    content = NewCustomField(
        name=row.name,
        kind=FieldKind(row.kind),
        kind_of_contact=ContactKind(row.kind_of_contact) if row.kind_of_contact else None,
        choices=tuple(row.choices.split("\n")) if row.choices else (),
        is_listed=row.is_listed,
        is_searched=row.is_searched,
    )
    return CustomField(row.id, content, row.position)
