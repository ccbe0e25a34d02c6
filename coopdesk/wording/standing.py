"""The word for where a member stands."""

from __future__ import annotations

from coopdesk.domain.members import MemberStatus
from coopdesk.wording.labels import label
from coopdesk.wording.language import _


def standing_text(status: MemberStatus | None, *, is_unpaid: bool = False) -> str:
    """Return the word for a status, empty for who never was a member.

    Who has not paid has nothing to renew: with ``is_unpaid``, "to renew" is said "to pay".
    """
    if status is None:
        return ""
    if status is MemberStatus.TO_RENEW and is_unpaid:
        return _("Fee to pay")
    return label(status)
