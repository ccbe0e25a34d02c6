"""The columns of the list of membership types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.members.words import HOLDER_TEXTS, duration_text, fee_text
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.members import MembershipType


def type_columns() -> tuple[Column, ...]:
    """Return the columns in their first order."""
    return (
        Column("name", _("Name"), _name, width=16, stretch=True),
        Column("fee", _("Fee"), _fee, width=24),
        Column("period", _("Days it covers"), _period, width=20, gives_way=2),
        Column("holder", _("One fee covers"), _holder, width=20, gives_way=4),
        Column("college", _("College"), _college, width=12, stretch=True, gives_way=3),
        Column("count", _("Memberships"), _count, align_right=True, width=10, gives_way=1),
        Column("state", _("State"), _state, tone=_tone, width=11),
    )


def _name(kind: MembershipType) -> str:
    return kind.content.name


def _fee(kind: MembershipType) -> str:
    return fee_text(kind.content)


def _period(kind: MembershipType) -> str:
    return duration_text(kind.content)


def _holder(kind: MembershipType) -> str:
    return _(HOLDER_TEXTS[kind.content.holder])


def _college(kind: MembershipType) -> str:
    return kind.content.college


def _count(kind: MembershipType) -> str:
    return number_text(kind.count)


def _state(kind: MembershipType) -> str:
    return _("Retired") if kind.archived else _("In use")


def _tone(kind: MembershipType) -> Tone:
    return Tone.NEUTRAL if kind.archived else Tone.GOOD
