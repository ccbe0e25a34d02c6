"""What contacts are to each other: merged, part of one another, holders of a number."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, or_, select

from coopdesk.domain.contact_details import ContactState
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.contact_rows import number_key
from coopdesk.storage.tables import AffiliationRow, ContactRow, PartnerRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Column, Connection

    from coopdesk.domain.contacts import Contact
    from coopdesk.storage.recorder import Recorder

_affiliation = table_of(AffiliationRow)
_contact = table_of(ContactRow)
_partner = table_of(PartnerRow)
_organisation = _contact.alias("organisation")


class ContactKin:
    """The relations between the contacts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def survivor(self, contact_id: int) -> int:
        """Return the contact that one was merged into in the end; itself if it never was."""
        query = select(_contact.c.merged_into_id).where(
            _contact.c.id == bindparam("id"), _contact.c.merged_into_id.is_not(None)
        )
        into: int | None = contact_id
        while into is not None:
            contact_id = into
            into = self._connection.execute(query, {"id": contact_id}).scalar()
        return contact_id

    def merged_among(self, ids: Sequence[int]) -> list[int]:
        """Return those of the contacts that were merged into another."""
        return self._among(ids, _contact.c.merged_into_id)

    def with_household(self, ids: Sequence[int]) -> list[int]:
        """Return those of the contacts that live in a household."""
        return self._among(ids, _contact.c.household_id)

    def is_tied_by_kind(self, contact_id: int) -> bool:
        """Tell whether a household, a tie, a part of it or a partnership rests on its kind."""
        ties = (
            select(_contact.c.id).where(
                _contact.c.id == contact_id, _contact.c.household_id.is_not(None)
            ),
            select(_contact.c.id).where(_contact.c.parent_id == contact_id),
            select(_partner.c.id).where(_partner.c.contact_id == contact_id),
            select(_affiliation.c.id).where(
                or_(
                    _affiliation.c.person_id == contact_id,
                    _affiliation.c.organisation_id == contact_id,
                )
            ),
        )
        return any(self._connection.execute(query).first() for query in ties)

    def ancestors(self, contact_id: int) -> list[int]:
        """Return an organisation and those it belongs to, nearest first."""
        query = select(_contact.c.parent_id).where(_contact.c.id == bindparam("id"))
        found: list[int] = []
        key: int | None = contact_id
        while key is not None and key not in found:
            found.append(key)
            key = self._connection.execute(query, {"id": key}).scalar()
        return found

    def structures(self, ids: Sequence[int], on: dt.date) -> dict[int, list[str]]:
        """Return the names of the organisations that people belong to on a day."""
        query = (
            select(_affiliation.c.person_id, _organisation.c.name)
            .join(_organisation, _organisation.c.id == _affiliation.c.organisation_id)
            .where(
                or_(_affiliation.c.ended_on.is_(None), _affiliation.c.ended_on >= on),
                _organisation.c.state == "active",
            )
            .order_by(_affiliation.c.started_on, _affiliation.c.id)
        )
        found: dict[int, list[str]] = defaultdict(list)
        for batch in in_batches(ids):
            wanted = query.where(_affiliation.c.person_id.in_(batch))
            for person_id, name in self._connection.execute(wanted):
                found[person_id].append(name)
        return found

    def children(self, contact_id: int) -> list[tuple[int, str]]:
        """Return the organisations that belong to one, id and name, in French order."""
        query = select(_contact.c.id, _contact.c.name).where(
            _contact.c.parent_id == contact_id, _contact.c.state != ContactState.MERGED.value
        )
        rows = self._connection.execute(query.order_by(_contact.c.sort_key, _contact.c.id))
        return [(row.id, row.name) for row in rows]

    def number_holder(self, number: str, but: int | None = None) -> str | None:
        """Return the name of who has a member number, None if it is free or empty.

        ``007`` and ``7`` are the same number.
        """
        if not number:
            return None
        query = select(_contact.c.name).where(
            _contact.c.number_key == number_key(number),
            _contact.c.state != ContactState.MERGED.value,
            _contact.c.id != (but or 0),
        )
        return self._connection.execute(query.limit(1)).scalar()

    def outside(self, state: ContactState, ids: Sequence[int]) -> list[int]:
        """Return those of the contacts that are not in a state, or gone."""
        inside: set[int] = set()
        for batch in in_batches(ids):
            wanted = (_contact.c.id.in_(batch), _contact.c.state == state.value)
            inside.update(read_ids(self._connection, select(_contact.c.id).where(*wanted)))
        return [key for key in ids if key not in inside]

    def count_in(self, state: ContactState) -> int:
        """Count the contacts of a state."""
        query = select(func.count()).where(_contact.c.state == state.value)
        return self._connection.execute(query).scalar_one()

    def refold(self, contacts: Iterable[Contact]) -> None:
        """Fold what is searched of contacts, a few hundred, again after a field changed."""
        rows = {x.id: {"search_text": x.profile.search_text} for x in contacts}
        self._recorder.update_many(_contact, rows)

    def _among(self, ids: Sequence[int], known: Column[Any]) -> list[int]:
        """Return those of the contacts in which a column is filled."""
        found: list[int] = []
        for batch in in_batches(ids):
            query = select(_contact.c.id).where(_contact.c.id.in_(batch), known.is_not(None))
            found += read_ids(self._connection, query)
        return found
