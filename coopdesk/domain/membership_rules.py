"""What must be true of a type of membership, and of a membership."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.members import NAME_LIMIT, AmountKind
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from coopdesk.domain.members import MembershipType, NewMembership, NewMembershipType, Period

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200


def checked_type(new: NewMembershipType) -> NewMembershipType:
    """Return a type cleaned.

    Raises:
        RuleError: one thing is wrong. FieldErrors: several are.
    """
    checks = FieldChecks()
    cleaned = replace(
        new,
        name=checks.line(new.name, "name", NAME_LIMIT),
        college=checks.line(new.college, "college", NAME_LIMIT),
        account=checks.line(new.account, "account", 20),
        outside_names=_distinct(new.outside_names, checks),
        amount=ZERO if new.amount_kind is AmountKind.FREE else new.amount,
    )
    if not fold(cleaned.name):
        checks.refuse("tariff.name_missing", "name")
    for name in ("amount", "joining_fee", "counterpart"):
        if getattr(cleaned, name) < ZERO:
            checks.refuse("tariff.amount_negative", name)
    if cleaned.amount_kind in {AmountKind.FIXED, AmountKind.MINIMUM} and not cleaned.amount:
        checks.refuse("tariff.amount_missing", "amount")
    if not 1 <= cleaned.months <= 120:
        checks.refuse("tariff.wrong_months", "months")
    if not _is_day_of_every_year(*cleaned.season_starts):
        checks.refuse("tariff.wrong_season", "season_starts")
    checks.finish()
    return cleaned


def _distinct(names: tuple[str, ...], checks: FieldChecks) -> tuple[str, ...]:
    lines = [checks.line(name, "outside_names", 120) for name in names]
    return tuple({fold(line): line for line in lines if line}.values())


def _is_day_of_every_year(month: int, day: int) -> bool:
    try:
        dt.date(2001, month, day)  # not a leap year
    except ValueError:
        return False
    return True


def check_days(period: Period) -> None:
    """Raise RuleError ``membership.unlikely_days`` for years that only a slip can mean."""
    ends = period.start.year if period.is_for_life else period.end.year
    if period.start.year < EARLIEST_YEAR or ends > LATEST_YEAR:
        raise RuleError(
            "membership.unlikely_days",
            field="started_on",
            earliest=EARLIEST_YEAR,
            latest=LATEST_YEAR,
        )


def check_membership(new: NewMembership, kind: MembershipType) -> None:
    """Raise RuleError unless the fee, the period and the instalments fit the type."""
    content = kind.content
    if new.period.end < new.period.start:
        raise RuleError("membership.ends_before_start", field="ended_on")
    check_days(new.period)
    if new.fee < ZERO or new.joining_fee < ZERO:
        raise RuleError("membership.fee_negative", field="fee")
    if content.amount_kind is AmountKind.MINIMUM and new.fee < content.amount:
        raise RuleError("membership.fee_below_minimum", field="fee", minimum=content.amount)
    if new.instalments:
        due = Money(sum(part.amount.cents for part in new.instalments))
        if due != new.due:
            raise RuleError("membership.instalments_do_not_add_up", field="instalments")
        if any(part.amount <= ZERO for part in new.instalments):
            raise RuleError("membership.instalment_not_positive", field="instalments")
