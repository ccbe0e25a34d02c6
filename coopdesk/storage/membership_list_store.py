"""Read the list of memberships: its ids, its sums and its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.members import MembershipLine
from coopdesk.domain.membership_lists import MembershipSums
from coopdesk.domain.money import Money
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.membership_lists_sql import filtered_ids, filtered_sums
from coopdesk.storage.plain_reading import (
    as_day,
    as_money,
    listed_in,
    read_listed,
    statuses,
)
from coopdesk.storage.tables import (
    ContactRow,
    MembershipPersonRow,
    MembershipRow,
    MembershipTypeRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

    from coopdesk.domain.members import MemberRules
    from coopdesk.domain.membership_lists import MembershipFilter

_contact = table_of(ContactRow)
_membership = table_of(MembershipRow)
_person = table_of(MembershipPersonRow)
_type = table_of(MembershipTypeRow)

_COVERED = (
    select(func.count()).where(_person.c.membership_id == _membership.c.id).scalar_subquery()
)
_PAGE: Select[Any] = select(
    _membership.c.id,
    _membership.c.contact_id,
    _contact.c.name,
    _contact.c.number,
    _type.c.name,
    _type.c.college,
    _membership.c.started_on,
    _membership.c.ended_on,
    _membership.c.due_cents,
    _membership.c.paid_cents,
    _membership.c.cancelled_on,
    _COVERED,
    _membership.c.holder_since,
    _membership.c.holder_until,
    _membership.c.holder_left_on,
    _membership.c.type_id,
).select_from(
    listed_in(_membership.c.id)
    .join(_contact, _contact.c.id == _membership.c.contact_id)
    .join(_type, _type.c.id == _membership.c.type_id)
)


class MembershipListStore:
    """The list of memberships of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids(
        self,
        wanted: MembershipFilter,
        rules: MemberRules,
        today: dt.date,
        limit: int | None = None,
    ) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        query = filtered_ids(wanted, rules, today).limit(limit)
        return read_ids(self._connection, query)

    def sums(
        self, wanted: MembershipFilter, rules: MemberRules, today: dt.date
    ) -> MembershipSums:
        """Add up the memberships that a filter shows."""
        row = self._connection.execute(filtered_sums(wanted, rules, today)).one()
        return MembershipSums(
            row.memberships, Money(row.due), Money(row.paid), Money(row.remainder)
        )

    def lines(
        self, ids: Sequence[int], rules: MemberRules, today: dt.date
    ) -> list[MembershipLine]:
        """Return the list rows of a page of ids, in the order of the ids."""
        status = statuses(rules, today)
        # By position and without a call of our own for each: a list scrolls through hundreds.
        found = {
            key: (
                key,
                contact_id,
                name,
                number,
                type_name,
                college,
                as_day(start),
                as_day(end),
                as_money(due),
                as_money(paid),
                as_day(cancelled_on),
                covered,
                status(since, until, left_on),
                type_id,
            )
            for (
                key,
                contact_id,
                name,
                number,
                type_name,
                college,
                start,
                end,
                due,
                paid,
                cancelled_on,
                covered,
                since,
                until,
                left_on,
                type_id,
            ) in read_listed(self._connection, _PAGE, ids)
        }
        return [MembershipLine._make(found[key]) for key in ids if key in found]

    def years(self) -> list[int]:
        """Return the years in which memberships start, newest first."""
        # Apart, each is read at one end of an index; together they would read all of it.
        started_on = _membership.c.started_on
        first = self._connection.execute(select(func.min(started_on))).scalar()
        last = self._connection.execute(select(func.max(started_on))).scalar()
        if first is None or last is None:
            return []
        return list(range(last.year, first.year - 1, -1))
