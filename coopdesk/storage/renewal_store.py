"""Read the last membership of everybody, for renewals."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import exists, func, or_, select

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.members import Period
from coopdesk.domain.money import Money
from coopdesk.domain.renewing import LastMembership
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow, MembershipRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

_contact = table_of(ContactRow)
_membership = table_of(MembershipRow)

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
        query = select(_membership, rank.label("rank")).where(
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
        rows = self._connection.execute(
            select(
                last,
                followed.label("followed"),
                _contact.c.kind,
                _contact.c.name,
                _contact.c.number,
                _contact.c.state,
                _contact.c.member_left_on,
            )
            .join(_contact, _contact.c.id == last.c.contact_id)
            .where(last.c.rank == 1)
            .order_by(last.c.name_key, last.c.contact_id, last.c.type_id)
        )
        return [
            LastMembership(
                id=row.id,
                contact_id=row.contact_id,
                kind=ContactKind(row.kind),
                name=row.name,
                number=row.number,
                state=ContactState(row.state),
                left_on=row.member_left_on,
                type_id=row.type_id,
                period=Period(row.started_on, row.ended_on),
                fee=Money(row.fee_cents),
                settled=row.paid_cents >= row.fee_cents + row.joining_fee_cents
                or (row.instalment_count > 1 and row.paid_cents > 0),
                followed=bool(row.followed),
            )
            for row in rows
        ]
