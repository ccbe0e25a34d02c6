"""The columns of the list of memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.members import Period
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.members.words import STATUS_TONES, period_text
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _
from coopdesk.wording.standing import standing_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.members import MembershipLine


def membership_columns() -> tuple[Column, ...]:
    """Return the columns in their first order."""
    return (
        Column("name", _("Name"), _name, sort="name", width=18, stretch=True),
        Column("number", _("No."), _number, sort="number", width=8, gives_way=3),
        Column("type", _("Tariff"), _type, sort="type", width=15, stretch=True, gives_way=2),
        Column("college", _("College"), _college, width=13, gives_way=6, hidden=True),
        Column("period", _("Period"), _period, sort="start", width=21, gives_way=4),
        _amount("due", _("Due"), _due, gives_way=5),
        _amount("paid", _("Settled"), _paid, gives_way=1),
        _amount("remainder", _("Remainder"), _rest, gives_way=0),
        Column("status", _("Status"), status_text, tone=_tone, width=14),
    )


def _amount(
    key: str, title: str, text: Callable[[MembershipLine], str], *, gives_way: int
) -> Column:
    return Column(
        key,
        title,
        text,
        align_right=True,
        sort=key,
        width=10,
        descends=True,
        gives_way=gives_way,
    )


def status_text(line: MembershipLine) -> str:
    """Return where the holder stands, or that this membership was cancelled."""
    if line.cancelled_on is not None:
        return _("Cancelled")
    return standing_text(line.status, is_unpaid=bool(line.remainder))


def _tone(line: MembershipLine) -> Tone | None:
    if line.cancelled_on is not None:
        return Tone.NEUTRAL
    return STATUS_TONES[line.status] if line.status is not None else None


def _number(line: MembershipLine) -> str:
    return line.number


def _name(line: MembershipLine) -> str:
    if line.covered < 2:
        return line.name
    others = number_text(line.covered - 1)
    return _("{name} + {count}").format(name=line.name, count=others)


def _type(line: MembershipLine) -> str:
    return line.type_name


def _college(line: MembershipLine) -> str:
    return line.college


def _period(line: MembershipLine) -> str:
    return period_text(Period(line.start, line.end))


def _due(line: MembershipLine) -> str:
    return money_text(line.due)


def _paid(line: MembershipLine) -> str:
    return money_text(line.paid)


def _rest(line: MembershipLine) -> str:
    return money_text(line.remainder) if line.remainder else "—"
