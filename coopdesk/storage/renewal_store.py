"""Read the last membership of everybody, for renewals."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, or_, select

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.members import Period
from coopdesk.domain.money import Money
from coopdesk.domain.renewing import LastMembership
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow, MembershipPersonRow, MembershipRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

_contact = table_of(ContactRow)
_membership = table_of(MembershipRow)
_person = table_of(MembershipPersonRow)

# No more than is needed: all of them are put in order to find the last ones.
TERMS = (
    _membership.c.id,
    _membership.c.contact_id,
    _membership.c.type_id,
    _membership.c.started_on,
    _membership.c.ended_on,
    _membership.c.fee_cents,
    _membership.c.joining_fee_cents,
    _membership.c.paid_cents,
    _membership.c.instalment_count,
)
_KINDS = {kind.value: kind for kind in ContactKind}
_STATES = {state.value: state for state in ContactState}
# Who stopped longer ago is no longer asked.
_YEARS_BACK = 3


class RenewalStore:
    """The renewals of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last_memberships(
        self, period: Period, type_ids: tuple[int, ...]
    ) -> list[LastMembership]:
        """Return the last membership in force by contact and type, in the order of names.

        Those that ended more than three years before the period are left alone.
        """
        rank = func.row_number().over(
            partition_by=(_membership.c.contact_id, _membership.c.type_id),
            order_by=(_membership.c.ended_on.desc(), _membership.c.id.desc()),
        )
        oldest = period.start - dt.timedelta(days=366 * _YEARS_BACK)
        query = select(*TERMS, _membership.c.name_key, rank.label("rank")).where(
            _membership.c.cancelled_on.is_(None), _membership.c.ended_on >= oldest
        )
        if type_ids:
            query = query.where(_membership.c.type_id.in_(type_ids))
        last = query.subquery()
        after = _membership.alias("after")
        followed = exists().where(
            after.c.previous_id == last.c.id,
            after.c.cancelled_on.is_(None),
            or_(after.c.started_on > last.c.ended_on, after.c.started_on >= period.start),
        )
        settled = or_(
            last.c.paid_cents >= last.c.fee_cents + last.c.joining_fee_cents,
            and_(last.c.instalment_count > 1, last.c.paid_cents > 0),
        )
        rows = self._connection.execute(
            select(
                last.c.id,
                last.c.contact_id,
                _contact.c.kind,
                _contact.c.name,
                _contact.c.number,
                _contact.c.state,
                _contact.c.member_left_on,
                last.c.type_id,
                last.c.started_on,
                last.c.ended_on,
                last.c.fee_cents,
                settled,
                followed,
            )
            .join(_contact, _contact.c.id == last.c.contact_id)
            .where(last.c.rank == 1)
            .order_by(last.c.name_key, last.c.contact_id, last.c.type_id)
        )
        return [
            LastMembership(
                key,
                contact_id,
                _KINDS[kind],
                name,
                number,
                _STATES[state],
                left_on,
                type_id,
                Period(start, end),
                Money(cents),
                bool(is_settled),
                bool(is_followed),
            )
            for (
                key,
                contact_id,
                kind,
                name,
                number,
                state,
                left_on,
                type_id,
                start,
                end,
                cents,
                is_settled,
                is_followed,
            ) in rows
        ]

    def covered_from(
        self, day: dt.date, type_ids: Collection[int]
    ) -> dict[tuple[int, int], list[Period]]:
        """Return the periods in force on a day or later, by contact and type."""
        query = (
            select(
                _person.c.contact_id,
                _membership.c.type_id,
                _membership.c.started_on,
                _membership.c.ended_on,
            )
            .join(_membership, _membership.c.id == _person.c.membership_id)
            .where(
                _membership.c.type_id.in_(type_ids),
                _membership.c.cancelled_on.is_(None),
                _membership.c.ended_on >= day,
            )
        )
        found: dict[tuple[int, int], list[Period]] = {}
        for contact_id, type_id, start, end in self._connection.execute(query):
            found.setdefault((contact_id, type_id), []).append(Period(start, end))
        return found

    def homes(self) -> dict[int, int]:
        """Return the household of everybody who lives in one."""
        query = select(_contact.c.id, _contact.c.household_id).where(
            _contact.c.household_id.is_not(None)
        )
        rows = self._connection.execute(query)
        return {row.id: row.household_id for row in rows}
