"""Words for memberships: status, period, what a type asks for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.members import AmountKind, Holder, MemberStatus, Period, PeriodKind
from coopdesk.ui.columns import Tone
from coopdesk.wording.formats import day_long, day_text, money_short
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.members import NewMembershipType

STATUS_TONES = {
    MemberStatus.FUTURE: Tone.INFO,
    MemberStatus.UP_TO_DATE: Tone.GOOD,
    MemberStatus.TO_RENEW: Tone.ATTENTION,
    MemberStatus.LATE: Tone.BAD,
    MemberStatus.LEFT: Tone.NEUTRAL,
}
HOLDER_TEXTS = {
    Holder.CONTACT: N_("One person or organisation"),
    Holder.HOUSEHOLD: N_("A whole household"),
}


def period_text(period: Period) -> str:
    """Return the days of a membership, short enough for a list."""
    if period.is_for_life:
        return _("for life, since {day}").format(day=day_text(period.start))
    if _is_year(period):
        return str(period.start.year)
    return _("{start} – {end}").format(start=day_text(period.start), end=day_text(period.end))


def period_long(period: Period) -> str:
    """Return the days of a membership as a sentence says them."""
    start = day_long(period.start)
    if period.is_for_life:
        return _("for life, from {day}").format(day=start)
    return _("from {start} to {end}").format(start=start, end=day_long(period.end))


def fee_text(kind: NewMembershipType) -> str:
    """Return what a type asks for, in a few words."""
    amount = money_short(kind.amount)
    if kind.amount_kind is AmountKind.FREE:
        return _("free of charge")
    if kind.amount_kind is AmountKind.MINIMUM:
        return _("{amount} or more").format(amount=amount)
    if kind.amount_kind is AmountKind.SUGGESTED:
        return _("free amount ({amount} suggested)").format(amount=amount)
    return amount


def duration_text(kind: NewMembershipType) -> str:
    """Return which days a membership of a type covers."""
    if kind.period is PeriodKind.ROLLING:
        text = ngettext(
            "{count} month from joining", "{count} months from joining", kind.months
        )
        return text.format(count=kind.months)
    if kind.period is PeriodKind.SEASON:
        month, day = kind.season_starts
        start = day_long(dt.date(2001, month, day)).removesuffix(" 2001")
        return _("season from {day}").format(day=start)
    return label(kind.period)


def _is_year(period: Period) -> bool:
    year = period.start.year
    return (period.start, period.end) == (dt.date(year, 1, 1), dt.date(year, 12, 31))
