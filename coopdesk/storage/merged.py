"""A contact and those that were merged into it, for queries that must find both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal, select

from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow

if TYPE_CHECKING:
    from sqlalchemy import Select

_contact = table_of(ContactRow)


def same_person(contact_id: int) -> Select[Any]:
    """Select the id of a contact and of all that became it."""
    ids = select(literal(contact_id).label("id")).cte("same_person", recursive=True)
    before = select(_contact.c.id).join(ids, _contact.c.merged_into_id == ids.c.id)
    return select(ids.union(before).c.id)
