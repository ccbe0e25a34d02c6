"""A contact and those that were merged into it, for queries that must find both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal, select

from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Select

_contact = table_of(ContactRow)


def same_person(contact_id: int) -> Select[Any]:
    """Select the id of a contact and of all that became it."""
    ids = select(literal(contact_id).label("id")).cte("same_person", recursive=True)
    before = select(_contact.c.id).join(ids, _contact.c.merged_into_id == ids.c.id)
    return select(ids.union(before).c.id)


def same_persons(contact_ids: Sequence[int]) -> Select[Any]:
    """Select each of some contacts with itself and with all that became it."""
    each = select(_contact.c.id.label("survivor_id"), _contact.c.id)
    ids = each.where(_contact.c.id.in_(contact_ids)).cte("same_persons", recursive=True)
    before = select(ids.c.survivor_id, _contact.c.id)
    found = ids.union(before.join(ids, _contact.c.merged_into_id == ids.c.id))
    return select(found.c.id, found.c.survivor_id)
