"""The rule of ``domain.members.member_status`` as a condition on contacts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_

from coopdesk.domain.members import MemberRules, MemberStatus
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_contact = table_of(ContactRow)
_since, _until = _contact.c.member_since, _contact.c.member_until
_left_on = _contact.c.member_left_on


def has_status(status: MemberStatus, rules: MemberRules, today: dt.date) -> ColumnElement[bool]:
    """Return the condition that a contact has a status on a day."""
    gone = and_(_left_on.is_not(None), _left_on <= today)
    if status is MemberStatus.LEFT:
        return gone
    stays = or_(_left_on.is_(None), _left_on > today)
    if status is MemberStatus.FUTURE:
        return and_(stays, _since > today)
    until = func.coalesce(_until, _since)
    renewed_until = today + dt.timedelta(days=rules.renewal_days)
    late_after = today - dt.timedelta(days=rules.grace_days)
    spans = {
        MemberStatus.UP_TO_DATE: until >= renewed_until,
        MemberStatus.TO_RENEW: and_(until < renewed_until, until >= late_after),
        MemberStatus.LATE: until < late_after,
    }
    return and_(stays, _since <= today, spans[status])
