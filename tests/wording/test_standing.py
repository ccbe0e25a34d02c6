"""The word for where a member stands."""

from __future__ import annotations

import pytest

from coopdesk.domain.members import MemberStatus
from coopdesk.wording.standing import standing_text


def test_who_never_paid_has_nothing_to_renew():
    assert standing_text(MemberStatus.TO_RENEW, is_unpaid=True) == "À régler"
    assert standing_text(MemberStatus.TO_RENEW) == "À renouveler"


@pytest.mark.parametrize(
    "status",
    [MemberStatus.FUTURE, MemberStatus.UP_TO_DATE, MemberStatus.LATE, MemberStatus.LEFT],
)
def test_other_statuses_say_the_same_paid_or_not(status):
    assert standing_text(status, is_unpaid=True) == standing_text(status)


def test_who_never_was_a_member_has_no_word():
    assert standing_text(None) == ""
