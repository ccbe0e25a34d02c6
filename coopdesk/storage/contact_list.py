"""The list of contacts as a query: what is narrowed how, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, select

from coopdesk.domain.contact_conditions import mentions
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import ContactRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

_contact = table_of(ContactRow)
# Each order stands whole in an index of ``contact``, which is read backwards to descend.
SORTS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "name": (_contact.c.sort_key, _contact.c.id),
    **{
        name: (column, _contact.c.sort_key, _contact.c.id)
        for name, column in (
            ("number", _contact.c.number_key),
            ("email", _contact.c.email_key),
            ("town", _contact.c.city_key),
            ("gifts", _contact.c.gift_cents),
            ("last_gift", _contact.c.last_gift_on),
            ("member_until", _contact.c.member_until),
        )
    },
}


def listed(wanted: ContactFilter, holds: ColumnElement[bool] | None = None) -> Select[Any]:
    """Return the query of the ids that a filter shows, in its order.

    ``holds`` is its condition as SQL. Contacts alike descend in reverse order, so that one
    index serves both directions.
    """
    query = select(_contact.c.id).where(*_narrowed(wanted))
    if holds is not None:
        query = query.where(holds)
    columns = SORTS[wanted.sort]
    return query.order_by(*(x.desc() if wanted.descending else x.asc() for x in columns))


def suggested(text: str) -> Select[Any]:
    """Return the query of the ids that fit what is being typed, best first."""
    typed = fold(text)
    beginning = case(
        (_contact.c.sort_key.startswith(typed, autoescape=True), 0),
        (_contact.c.search_text.contains(f" {typed}", autoescape=True), 1),
        else_=2,
    )
    query = select(_contact.c.id).where(*_narrowed(ContactFilter(text=text)))
    return query.order_by(beginning, *SORTS["name"])


def _narrowed(wanted: ContactFilter) -> list[ColumnElement[bool]]:
    # A condition about the state decides it alone.
    is_state = (
        _contact.c.state != ContactState.MERGED.value
        if mentions(wanted.condition, "state")
        else _contact.c.state == wanted.state.value
    )
    found = [is_state]
    if wanted.kind is not None:
        found.append(_contact.c.kind == wanted.kind.value)
    words = words_in((_contact.c.search_text,), wanted.text)
    if not words or wanted.sort == "name":
        return found + words
    # What is searched stands in one index, what is ordered by in another.
    return [*found, _contact.c.id.in_(select(_contact.c.id).where(is_state, *words))]
