"""Read and write households: contacts at one address who get one letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from coopdesk.domain.contact_details import Household
from coopdesk.domain.errors import NotFoundError
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow, HouseholdRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_household = table_of(HouseholdRow)


class HouseholdStore:
    """The households of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, name: str) -> int:
        """Store a household without anybody in it yet, and return its id."""
        return self._recorder.insert(_household, {"name": name})

    def rename(self, household_id: int, name: str) -> bool:
        """Give a household another name; return whether it differed."""
        return self._recorder.update(_household, household_id, {"name": name})

    def remove(self, household_id: int) -> None:
        """Delete a household that everybody left."""
        self._recorder.delete(_household, household_id)

    def move(self, contact_id: int, household_id: int | None) -> bool:
        """Put a contact into a household, or out of any; return whether anything differed."""
        return self._recorder.update(_contact, contact_id, {"household_id": household_id})

    def dwellers(self, household_ids: Sequence[int]) -> list[int]:
        """Return who lives in some households, each in French order."""
        query = select(_contact.c.id).order_by(
            _contact.c.household_id, _contact.c.sort_key, _contact.c.id
        )
        return [
            key
            for batch in in_batches(household_ids)
            for key in self._connection.execute(
                query.where(_contact.c.household_id.in_(batch))
            ).scalars()
        ]

    def get(self, household_id: int) -> Household:
        """Return a household with who lives there, in French order.

        Raises:
            NotFoundError: ``record.missing``.
        """
        query = select(_household.c.name).where(_household.c.id == household_id)
        name = self._connection.execute(query).scalar()
        if name is None:
            raise NotFoundError("record.missing", table=_household.name, id=household_id)
        members = (
            select(_contact.c.id, _contact.c.name)
            .where(_contact.c.household_id == household_id)
            .order_by(_contact.c.sort_key, _contact.c.id)
        )
        rows = self._connection.execute(members).all()
        return Household(
            household_id, name, tuple(row.id for row in rows), tuple(row.name for row in rows)
        )
