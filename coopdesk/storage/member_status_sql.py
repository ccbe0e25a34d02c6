"""The rule of ``domain.members.member_status`` as a condition on contacts or memberships."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, func, or_

from coopdesk.domain.members import MemberRules, MemberStatus
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow, MembershipRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_contact = table_of(ContactRow)
_membership = table_of(MembershipRow)


class Days(NamedTuple):
    """The columns of the days that decide a status."""

    since: ColumnElement[Any]
    until: ColumnElement[Any]
    left_on: ColumnElement[Any]


OF_CONTACT = Days(_contact.c.member_since, _contact.c.member_until, _contact.c.member_left_on)
OF_HOLDER = Days(
    _membership.c.holder_since, _membership.c.holder_until, _membership.c.holder_left_on
)


def has_status(
    status: MemberStatus, rules: MemberRules, today: dt.date, of: Days = OF_CONTACT
) -> ColumnElement[bool]:
    """Return the condition that a contact, or the holder of a membership, has a status."""
    gone = and_(of.left_on.is_not(None), of.left_on <= today)
    if status is MemberStatus.LEFT:
        return gone
    stays = or_(of.left_on.is_(None), of.left_on > today)
    if status is MemberStatus.FUTURE:
        return and_(stays, of.since > today)
    until = func.coalesce(of.until, of.since)
    renewed_until = today + dt.timedelta(days=rules.renewal_days)
    late_after = today - dt.timedelta(days=rules.grace_days)
    spans = {
        MemberStatus.UP_TO_DATE: until >= renewed_until,
        MemberStatus.TO_RENEW: and_(until < renewed_until, until >= late_after),
        MemberStatus.LATE: until < late_after,
    }
    return and_(stays, of.since <= today, spans[status])
