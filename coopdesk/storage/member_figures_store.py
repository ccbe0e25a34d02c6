"""Count members, whole lists of them in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, extract, func, or_, select

from coopdesk.domain.member_statistics import LeftYear, MemberFacts, PaidYears
from coopdesk.domain.members import MemberRules, MemberStatus
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.member_status_sql import has_status
from coopdesk.storage.tables import (
    ContactRow,
    DepartureRow,
    MembershipPersonRow,
    MembershipRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from sqlalchemy import Connection

_contact = table_of(ContactRow)
_departure = table_of(DepartureRow)
_membership = table_of(MembershipRow)
_person = table_of(MembershipPersonRow)

# Past figures keep those who were put away since; erased and merged contacts are no more.
_COUNTED = ("active", "archived")


class MemberFiguresStore:
    """The figures of members of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_status(
        self, rules: MemberRules, today: dt.date, year: int | None
    ) -> dict[MemberStatus, int]:
        """Count the contacts of each status; of a year, those with a membership in it."""
        conditions = [_contact.c.state == "active"]
        if year is not None:
            held = select(_membership.c.contact_id).where(
                _membership.c.start_year == year, _membership.c.cancelled_on.is_(None)
            )
            conditions.append(_contact.c.id.in_(held))
        columns = [
            func.count().filter(has_status(status, rules, today)).label(status.value)
            for status in MemberStatus
        ]
        row = self._connection.execute(select(*columns).where(*conditions)).one()
        return {status: getattr(row, status.value) for status in MemberStatus}

    def paid_years(self) -> list[PaidYears]:
        """Return the years that every membership in force and paid for touches, by contact."""
        settled = or_(
            _membership.c.paid_cents
            >= _membership.c.fee_cents + _membership.c.joining_fee_cents,
            and_(_membership.c.instalment_count > 1, _membership.c.paid_cents > 0),
        )
        query = (
            select(
                _person.c.contact_id,
                _membership.c.type_id,
                _membership.c.start_year,
                extract("year", _membership.c.ended_on),
            )
            .join(_membership, _membership.c.id == _person.c.membership_id)
            .where(_membership.c.cancelled_on.is_(None), settled)
        )
        return [PaidYears._make(row) for row in self._connection.execute(query)]

    def left_years(self) -> list[LeftYear]:
        """Return the year of every departure."""
        query = select(_departure.c.contact_id, extract("year", _departure.c.left_on))
        return [LeftYear._make(row) for row in self._connection.execute(query)]

    def facts(self) -> dict[int, MemberFacts]:
        """Return what figures look at, of every contact that is or was a member."""
        query = select(
            _contact.c.id,
            _contact.c.kind,
            _contact.c.civility,
            _contact.c.birth_on,
            _contact.c.postal_code,
            _contact.c.country,
        ).where(_contact.c.member_since.is_not(None), _contact.c.state.in_(_COUNTED))
        return {key: MemberFacts._make(rest) for key, *rest in self._connection.execute(query)}

    def in_order(self, contact_ids: Collection[int]) -> list[int]:
        """Return contacts in the order of names."""
        query = select(_contact.c.id).where(_contact.c.state.in_(_COUNTED))
        query = query.order_by(_contact.c.sort_key, _contact.c.id)
        return [key for key in read_ids(self._connection, query) if key in contact_ids]
