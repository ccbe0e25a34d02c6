"""Count members, whole lists of them in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from coopdesk.domain.members import MemberRules, MemberStatus
from coopdesk.storage.columns import table_of
from coopdesk.storage.member_status_sql import has_status
from coopdesk.storage.tables import ContactRow, MembershipRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection

_contact = table_of(ContactRow)
_membership = table_of(MembershipRow)


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
