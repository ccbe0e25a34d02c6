"""Read and write memberships, whom they cover, and departures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.members import Instalment, MemberDays, Period
from coopdesk.domain.money import Money
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.contact_rows import number_key
from coopdesk.storage.contact_store import ContactStore
from coopdesk.storage.membership_rows import (
    departure_values,
    instalment_values,
    membership_values,
    person_values,
    terms_values,
    to_departure,
    to_membership,
)
from coopdesk.storage.tables import (
    ContactRow,
    DepartureRow,
    InstalmentRow,
    MembershipPersonRow,
    MembershipRow,
    MembershipTypeRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.members import (
        Departure,
        Membership,
        NewDeparture,
        NewMembership,
    )
    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_departure = table_of(DepartureRow)
_instalment = table_of(InstalmentRow)
_membership = table_of(MembershipRow)
_person = table_of(MembershipPersonRow)
_type = table_of(MembershipTypeRow)


class MembershipStore:
    """The memberships of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewMembership, registration_id: int | None = None) -> int:
        """Store a membership with its instalments and return its id."""
        return self.add_many([(new, registration_id)])[0]

    def add_many(self, found: Sequence[tuple[NewMembership, int | None]]) -> list[int]:
        """Store memberships, each with the registration it comes from; return their ids."""
        rows = [membership_values(new, key) for new, key in found]
        ids = self._recorder.insert_many(_membership, rows)
        parts = list(zip(ids, (new for new, _key in found), strict=True))
        self._recorder.insert_many(
            _instalment, [row for key, new in parts for row in instalment_values(key, new)]
        )
        self._recorder.insert_many(
            _person, [row for key, new in parts for row in person_values(key, new)]
        )
        return ids

    def change(self, membership_id: int, new: NewMembership) -> bool:
        """Replace the terms of a membership; return whether anything differed."""
        differs = self._recorder.update(_membership, membership_id, terms_values(new))
        known = self.get(membership_id).content
        if known.instalments != new.instalments:
            self._replace(_instalment, membership_id, instalment_values(membership_id, new))
            differs = True
        if known.covered_ids != (new.covered_ids or (new.contact_id,)):
            self._replace(_person, membership_id, person_values(membership_id, new))
            differs = True
        return differs

    def _replace(self, table: Any, membership_id: int, rows: list[dict[str, Any]]) -> None:
        query = select(table.c.id).where(table.c.membership_id == membership_id)
        old = read_ids(self._connection, query.order_by(table.c.id))
        self._recorder.delete_many(table, old)
        self._recorder.insert_many(table, rows)

    def replace_instalments(self, membership_id: int, parts: Sequence[Instalment]) -> None:
        """Let a membership be paid in these parts."""
        rows = [
            {
                "membership_id": membership_id,
                "due_on": part.due_on,
                "amount_cents": part.amount.cents,
            }
            for part in parts
        ]
        self._replace(_instalment, membership_id, rows)
        self._recorder.update(_membership, membership_id, {"instalment_count": len(rows)})

    def set_registration(self, membership_id: int, registration_id: int | None) -> bool:
        """Say which registration a membership comes from; return whether it differed."""
        values = {"registration_id": registration_id}
        return self._recorder.update(_membership, membership_id, values)

    def cancel(self, membership_id: int, on: dt.date) -> bool:
        """Cancel a membership; return whether anything differed."""
        return self._recorder.update(_membership, membership_id, {"cancelled_on": on})

    def uncover(self, membership_id: int, contact_id: int) -> None:
        """Let a membership no longer make a contact a member."""
        query = select(_person.c.id).where(
            _person.c.membership_id == membership_id, _person.c.contact_id == contact_id
        )
        self._recorder.delete_many(_person, read_ids(self._connection, query))

    # reading

    def get(self, membership_id: int) -> Membership:
        """Return one membership.

        Raises:
            NotFoundError: ``membership.missing``.
        """
        return self.get_many([membership_id])[0]

    def get_many(self, ids: Sequence[int]) -> list[Membership]:
        """Return memberships in the order of the ids.

        Raises:
            NotFoundError: ``membership.missing`` for the first that is gone.
        """
        found: dict[int, Membership] = {}
        for batch in in_batches(ids):
            found |= self._read(batch)
        gone = [key for key in ids if key not in found]
        if gone:
            raise NotFoundError("membership.missing", id=gone[0])
        return [found[key] for key in ids]

    def _read(self, ids: Sequence[int]) -> dict[int, Membership]:
        covered: dict[int, list[int]] = defaultdict(list)
        query = select(_person.c.membership_id, _person.c.contact_id).where(
            _person.c.membership_id.in_(ids)
        )
        for key, contact_id in self._connection.execute(query.order_by(_person.c.id)):
            covered[key].append(contact_id)
        parts: dict[int, list[Instalment]] = defaultdict(list)
        due = select(_instalment).where(_instalment.c.membership_id.in_(ids))
        for row in self._connection.execute(due.order_by(_instalment.c.id)):
            parts[row.membership_id].append(Instalment(row.due_on, Money(row.amount_cents)))
        rows = self._connection.execute(select(_membership).where(_membership.c.id.in_(ids)))
        return {row.id: to_membership(row, covered[row.id], parts[row.id]) for row in rows}

    def ids_of_contact(self, contact_id: int) -> list[int]:
        """Return the memberships that a contact holds or is covered by, newest first."""
        covering = select(_person.c.membership_id).where(_person.c.contact_id == contact_id)
        query = select(_membership.c.id).where(
            or_(_membership.c.contact_id == contact_id, _membership.c.id.in_(covering))
        )
        query = query.order_by(_membership.c.started_on.desc(), _membership.c.id.desc())
        return read_ids(self._connection, query)

    def overlapping(
        self, contact_ids: Sequence[int], type_id: int, period: Period
    ) -> list[tuple[int, str, Period]]:
        """Return memberships of a type in force that share a day: id, who, days."""
        query = (
            select(
                _membership.c.id,
                _contact.c.name,
                _membership.c.started_on,
                _membership.c.ended_on,
            )
            .join(_person, _person.c.membership_id == _membership.c.id)
            .join(_contact, _contact.c.id == _person.c.contact_id)
            .where(
                _person.c.contact_id.in_(contact_ids),
                _membership.c.type_id == type_id,
                _membership.c.cancelled_on.is_(None),
                _membership.c.started_on <= period.end,
                _membership.c.ended_on >= period.start,
            )
            .order_by(_membership.c.ended_on.desc(), _membership.c.id)
        )
        rows = self._connection.execute(query)
        return [(key, name, Period(start, end)) for key, name, start, end in rows]

    def covered_among(
        self, contact_ids: Sequence[int], type_id: int, period: Period
    ) -> frozenset[int]:
        """Return those whom a membership of a type covers on a day of a period."""
        query = (
            select(_person.c.contact_id)
            .join(_membership, _membership.c.id == _person.c.membership_id)
            .where(
                _person.c.contact_id.in_(contact_ids),
                _membership.c.type_id == type_id,
                _membership.c.cancelled_on.is_(None),
                _membership.c.started_on <= period.end,
                _membership.c.ended_on >= period.start,
            )
        )
        return frozenset(read_ids(self._connection, query))

    def last_before(self, contact_id: int, day: dt.date) -> int | None:
        """Return the last membership in force of a contact that began before a day."""
        query = (
            select(_membership.c.id)
            .where(
                _membership.c.contact_id == contact_id,
                _membership.c.cancelled_on.is_(None),
                _membership.c.started_on < day,
            )
            .order_by(_membership.c.ended_on.desc(), _membership.c.id.desc())
            .limit(1)
        )
        return self._connection.execute(query).scalar()

    def ahead_of(self, contact_id: int, day: dt.date) -> list[int]:
        """Return the memberships in force that cover a contact and begin after a day."""
        query = (
            select(_membership.c.id)
            .join(_person, _person.c.membership_id == _membership.c.id)
            .where(
                _person.c.contact_id == contact_id,
                _membership.c.cancelled_on.is_(None),
                _membership.c.started_on > day,
            )
            .order_by(_membership.c.id)
        )
        return read_ids(self._connection, query)

    def household_of(self, contact_id: int) -> list[int]:
        """Return who lives in the household of a contact, the contact first."""
        other = _contact.alias("other")
        query = (
            select(other.c.id)
            .join(_contact, _contact.c.household_id == other.c.household_id)
            .where(
                _contact.c.id == contact_id,
                other.c.state == "active",
                other.c.id != contact_id,
            )
            .order_by(other.c.sort_key, other.c.id)
        )
        return [contact_id, *read_ids(self._connection, query)]

    def left_among(self, contact_ids: Sequence[int]) -> frozenset[int]:
        """Return those who have left the association."""
        query = select(_contact.c.id).where(
            _contact.c.id.in_(contact_ids), _contact.c.member_left_on.is_not(None)
        )
        return frozenset(read_ids(self._connection, query))

    def days_of(self, contact_id: int) -> MemberDays:
        """Return the days that decide the status of a contact."""
        query = select(
            _contact.c.member_since, _contact.c.member_until, _contact.c.member_left_on
        ).where(_contact.c.id == contact_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("contact.missing", id=contact_id)
        return MemberDays(*row)

    def numbers_like(self, prefix: str) -> list[str]:
        """Return the numbers given to contacts that begin so, whatever became of them."""
        query = select(_contact.c.number).where(_contact.c.number != "")
        if prefix:
            query = query.where(_contact.c.number.startswith(prefix, autoescape=True))
        return list(self._connection.execute(query).scalars())

    def give_numbers(self, numbers: Mapping[int, str]) -> None:
        """Give contacts their member numbers."""
        ids = list(numbers)
        for batch in in_batches(ids):
            known = ContactStore(self._connection, self._recorder).get_many(batch)
            numbered = {x.id: replace(x.profile, number=numbers[x.id]) for x in known}
            self._recorder.update_many(
                _contact, {key: _number_values(new) for key, new in numbered.items()}
            )

    # departures

    def add_departure(self, new: NewDeparture) -> int:
        """Store a departure and return its id."""
        return self._recorder.insert(_departure, departure_values(new))

    def departure(self, departure_id: int) -> Departure:
        """Return one departure; raises NotFoundError."""
        query = select(_departure).where(_departure.c.id == departure_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("record.missing", table=_departure.name, id=departure_id)
        return to_departure(row)

    def departures_of(self, contact_id: int) -> list[Departure]:
        """Return the departures of a contact, newest first."""
        query = select(_departure).where(_departure.c.contact_id == contact_id)
        query = query.order_by(_departure.c.left_on.desc(), _departure.c.id.desc())
        return [to_departure(row) for row in self._connection.execute(query)]

    def remove_departure(self, departure_id: int) -> None:
        """Delete a departure."""
        self._recorder.delete(_departure, departure_id)


def _number_values(new: NewContact) -> dict[str, Any]:
    return {
        "number": new.number,
        "number_key": number_key(new.number),
        "search_text": new.search_text,
    }
