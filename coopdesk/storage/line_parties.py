"""Who a line of the books is about: its own third party, else the only one of its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from coopdesk.domain.entries import EntryKind
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow, EntryLineRow, EntryRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_line = table_of(EntryLineRow)
_other = _line.alias("other")


def is_party() -> ColumnElement[bool]:
    """Return what joins the contact to show with a line of a query that holds its entry.

    The money of a gift stands on a line without a contact: the donor is on the other one. What
    opens a year speaks of many, each on a line of their own.
    """
    only = (
        select(func.max(_other.c.contact_id))
        .where(_other.c.entry_id == _line.c.entry_id)
        .having(func.min(_other.c.contact_id) == func.max(_other.c.contact_id))
        .scalar_subquery()
    )
    is_opening = _entry.c.kind == EntryKind.OPENING.value
    other: ColumnElement[Any] = case((is_opening, None), else_=only)
    return _contact.c.id == func.coalesce(_line.c.contact_id, other)
