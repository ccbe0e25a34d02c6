"""What a membership costs: the fee proposed, its share of a year, instalments."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import AmountKind, Instalment, Period
from coopdesk.domain.membership_lists import MembershipDue
from coopdesk.domain.membership_periods import end_of_months, months_left
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    from coopdesk.domain.members import Membership, NewMembership, NewMembershipType

MOST_INSTALMENTS = 24


def proposed_fee(kind: NewMembershipType, period: Period, day: dt.date) -> Money:
    """Return the fee to propose to who joins on a day: the type's amount, or its share.

    With ``prorata`` only the months of the period that are left are asked for, the month of
    joining included, rounded half up to the cent.
    """
    if kind.amount_kind is AmountKind.FREE:
        return ZERO
    if not kind.prorata or period.is_for_life or day <= period.start:
        return kind.amount
    whole = months_left(period, period.start)
    return share_of(kind.amount, months_left(period, day), whole)


def share_of(amount: Money, part: int, whole: int) -> Money:
    """Return so many parts of the whole of an amount, rounded half up to the cent."""
    return Money((2 * amount.cents * part + whole) // (2 * whole))


def check_fee(new: NewMembership, kind: NewMembershipType) -> None:
    """Raise RuleError ``membership.fee_without_reason`` for a fee the type does not ask for.

    A fixed fee may be another amount, an exemption say, once the note tells why. With
    ``prorata`` the share of each month is as good as the whole. Fees above a minimum and
    suggested ones are as their payers wish.
    """
    if kind.amount_kind not in {AmountKind.FIXED, AmountKind.FREE} or new.note:
        return
    if new.fee not in _asked(kind, new.period):
        raise RuleError(
            "membership.fee_without_reason", field="note", name=kind.name, amount=kind.amount
        )


def _asked(kind: NewMembershipType, period: Period) -> set[Money]:
    if kind.amount_kind is AmountKind.FREE:
        return {ZERO}
    if not kind.prorata or period.is_for_life:
        return {kind.amount}
    whole = months_left(period, period.start)
    return {kind.amount, *(share_of(kind.amount, part, whole) for part in range(1, whole))}


def proposed_joining_fee(kind: NewMembershipType, *, is_first: bool) -> Money:
    """Return the joining fee, which is asked for once in a life."""
    return kind.joining_fee if is_first else ZERO


def renewed_fee(kind: NewMembershipType, last: Money) -> Money:
    """Return the fee that the type asks for of somebody who paid ``last`` before.

    Who chose an amount above the minimum, or any amount, keeps it.
    """
    if kind.amount_kind is AmountKind.MINIMUM:
        return max(kind.amount, last)
    if kind.amount_kind is AmountKind.SUGGESTED:
        return last or kind.amount
    return ZERO if kind.amount_kind is AmountKind.FREE else kind.amount


def instalment_plan(due: Money, count: int, first_on: dt.date) -> tuple[Instalment, ...]:
    """Return monthly parts that add up to what is due; odd cents go to the first ones.

    Raises:
        RuleError: ``membership.wrong_instalments`` unless each part is a cent at least.
    """
    if not 1 <= count <= MOST_INSTALMENTS or due.cents < count:
        raise RuleError(
            "membership.wrong_instalments", field="instalments", limit=MOST_INSTALMENTS
        )
    each, odd = divmod(due.cents, count)
    return tuple(
        Instalment(_month_after(first_on, number), Money(each + (number < odd)))
        for number in range(count)
    )


def membership_due(membership: Membership, today: dt.date) -> MembershipDue:
    """Return what is to be paid of a membership as of a day; nothing of a cancelled one.

    Without instalments all of it is due at once.
    """
    content, paid = membership.content, membership.paid
    if membership.cancelled_on is not None:
        return MembershipDue(content.due, paid, ZERO, ZERO)
    parts = content.instalments
    asked = total(x.amount for x in parts if x.due_on <= today) if parts else content.due
    for number, part in enumerate(parts):
        reached = total(x.amount for x in parts[: number + 1])
        if part.due_on > today and reached > paid:
            next_amount = min(part.amount, reached - paid)
            break
    else:
        return MembershipDue(content.due, paid, membership.remainder, max(asked - paid, ZERO))
    return MembershipDue(
        content.due,
        paid,
        membership.remainder,
        max(asked - paid, ZERO),
        part.due_on,
        next_amount,
    )


def _month_after(first_on: dt.date, number: int) -> dt.date:
    """Return the day so many months later; a shorter month has it on its last day."""
    if not number:
        return first_on
    end = end_of_months(first_on, number)
    following = end + dt.timedelta(days=1)
    return following if following.day == first_on.day else end
