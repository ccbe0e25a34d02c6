"""Duties around members: renew what ends soon, remind of fees that are not paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.duties import Duty, DutyState
from coopdesk.domain.members import MemberStatus
from coopdesk.domain.membership_lists import MembershipFilter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.services.duty_desk import DutyDesk


def member_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield the memberships to renew, those that ran out, and the fees of this year to ask."""
    year = desk.day.year
    asked = {
        "members.renew": MembershipFilter(status=MemberStatus.TO_RENEW, latest=True),
        "members.late": MembershipFilter(status=MemberStatus.LATE, latest=True),
        "members.remind": MembershipFilter(year=year, paid=False),
    }
    rules = desk.work.member_rules.get()
    for code, wanted in asked.items():
        sums = desk.work.membership_lists.sums(wanted, rules, desk.day)
        if sums.count:
            yield Duty(
                code,
                DutyState.SOON,
                str(year),
                values={"count": sums.count, "amount": sums.remainder, "year": year},
                page="members",
                target=wanted,
            )
