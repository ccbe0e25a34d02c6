"""Check who left: nobody leaves who never was a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import DepartureRow, MembershipPersonRow

if TYPE_CHECKING:
    from collections.abc import Set

    from sqlalchemy import Connection

_departure = table_of(DepartureRow)
_person = table_of(MembershipPersonRow)


def departures_of_nobody(connection: Connection, touched: Set[str]) -> set[int]:
    """Return who left without ever having been a member; no key of the schema tells it.

    Nobody is looked for unless memberships are among the tables ``touched``.
    """
    if _person.name not in touched:
        return set()
    joined = exists().where(_person.c.contact_id == _departure.c.contact_id)
    return set(connection.execute(select(_departure.c.contact_id).where(~joined)).scalars())
