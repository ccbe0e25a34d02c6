"""The list of contacts as a query: what is narrowed how, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, case, select

from coopdesk.domain.contact_conditions import mentions
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.plain_reading import values_in
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import ContactRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Select

_contact = table_of(ContactRow)
# No index begins with this: ids that are given are looked up.
_STATE = _contact.c.state + ""
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


class Listing(NamedTuple):
    """How the ids that a filter shows are read.

    ``ordered`` gives ids in its order and ``within`` the same ones in any; ``holds`` tells
    which of them it shows, None when that is all. ``alone`` gives what it shows in one, and
    is for a few thousand ids: it looks each contact up.
    """

    ordered: Select[Any]
    within: Select[Any]
    holds: ColumnElement[bool] | None
    alone: Select[Any]

    def of_few(self, ids: Iterable[int]) -> Select[Any]:
        """Return the query of those of a few ids that the filter shows, in its order."""
        return self.alone.where(_contact.c.id.in_(values_in(sorted(ids))))


def listed(wanted: ContactFilter, holds: ColumnElement[bool] | None = None) -> Listing:
    """Return how the ids that a filter shows are read; ``holds`` is its condition as SQL.

    What is narrowed by stands in indexes of names, each other order in one that holds no more:
    two lists of ids take less time than one statement that looks each contact up. Contacts
    alike descend in reverse order, so that one index serves both directions.
    """
    of_state = _of_state(wanted, _contact.c.state)
    narrowed = _narrowed(wanted) if holds is None else [*_narrowed(wanted), holds]
    order = [x.desc() if wanted.descending else x.asc() for x in SORTS[wanted.sort]]
    everybody = select(_contact.c.id)
    alone = everybody.where(*_of_state(wanted, _STATE), *narrowed).order_by(*order)
    if wanted.sort != "name":
        within = everybody.where(*of_state)
        narrow = and_(*narrowed) if narrowed else None
        return Listing(within.order_by(*order), within, narrow, alone)
    if mentions(wanted.condition, "state"):
        # In the order of names there is an index of all states together.
        narrow = and_(*of_state, *narrowed)
        return Listing(everybody.order_by(*order), everybody, narrow, alone)
    within = everybody.where(*of_state, *narrowed)
    return Listing(within.order_by(*order), within, None, alone)


def suggested(text: str) -> Select[Any]:
    """Return the query of the ids that fit what is being typed, best first."""
    typed = fold(text)
    beginning = case(
        (_contact.c.sort_key.startswith(typed, autoescape=True), 0),
        (_contact.c.search_text.contains(f" {typed}", autoescape=True), 1),
        else_=2,
    )
    wanted = ContactFilter(text=text)
    query = select(_contact.c.id).where(
        *_of_state(wanted, _contact.c.state), *_narrowed(wanted)
    )
    return query.order_by(beginning, *SORTS["name"])


def _of_state(wanted: ContactFilter, state: ColumnElement[str]) -> list[ColumnElement[bool]]:
    # A condition about the state decides it alone.
    is_state = (
        state != ContactState.MERGED.value
        if mentions(wanted.condition, "state")
        else state == wanted.state.value
    )
    found = [is_state]
    if wanted.kind is not None:
        found.append(_contact.c.kind == wanted.kind.value)
    return found


def _narrowed(wanted: ContactFilter) -> list[ColumnElement[bool]]:
    return words_in((_contact.c.search_text,), wanted.text)
