"""The balances of a statement in a table: stated around the operations, or beside each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.bank_statements import ReadLine
    from coopdesk.domain.money import Money
    from coopdesk.exchange.bank_table_surroundings import StatedBalance, Surroundings


@dataclass(frozen=True, slots=True)
class Balances:
    """The balances before and after the operations; None where nothing tells one."""

    opening: Money | None = None
    opening_on: dt.date | None = None
    closing: Money | None = None
    closing_on: dt.date | None = None


def is_newest_first(lines: Sequence[ReadLine]) -> bool:
    """Tell the order of the operations: by the balances beside them, else by their days."""
    forward = backward = 0
    for one, other in pairwise(lines):
        if one.balance is not None and other.balance is not None:
            forward += one.balance + other.amount == other.balance
            backward += other.balance + one.amount == one.balance
    if forward != backward:
        return backward > forward
    return len(lines) > 1 and lines[0].booked_on > lines[-1].booked_on


def balances_of(lines: Sequence[ReadLine], around: Surroundings | None) -> Balances:
    """Return the balances stated around the operations, else those beside first and last.

    ``around`` is None of a file with several accounts: nothing says whose balances they are.
    """
    newest_first = is_newest_first(lines)
    beside = _beside(lines, newest_first=newest_first)
    if around is None:
        return beside
    opening, closing = _stated(around.balances, lines, newest_first=newest_first)
    return Balances(
        *_dated(opening, around.opening_on, beside.opening, beside.opening_on),
        *_dated(closing, around.closing_on, beside.closing, beside.closing_on),
    )


def _dated(
    stated: StatedBalance | None,
    day: dt.date | None,
    beside: Money | None,
    beside_on: dt.date | None,
) -> tuple[Money | None, dt.date | None]:
    """Return a balance and its day: as stated, else as it stands beside the operations."""
    if stated:
        return stated.amount, stated.day or day or beside_on
    return (beside, beside_on) if beside is not None else (None, None)


def _beside(lines: Sequence[ReadLine], *, newest_first: bool) -> Balances:
    if not lines:
        return Balances()
    days = [line.booked_on for line in lines]
    first, last = (lines[-1], lines[0]) if newest_first else (lines[0], lines[-1])
    opening = first.balance - first.amount if first.balance is not None else None
    return Balances(opening, min(days), last.balance, max(days))


def _stated(
    balances: Sequence[StatedBalance], lines: Sequence[ReadLine], *, newest_first: bool
) -> tuple[StatedBalance | None, StatedBalance | None]:
    """Return the opening and the closing balance among the stated ones."""
    opening = [one for one in balances if one.is_opening]
    closing = [one for one in balances if one.is_opening is False]
    plain = [one for one in balances if one.is_opening is None]
    first_day = min((line.booked_on for line in lines), default=None)
    early = [one for one in plain if one.day and first_day and one.day < first_day]
    late = [one for one in plain if one not in early]
    if len(late) > 1 and not early and not opening and not closing:
        # Two that do not say which they are stand in the order of the operations.
        early, late = (late[-1:], late[:1]) if newest_first else (late[:1], late[-1:])
    return next(iter(opening + early), None), next(iter(closing + late), None)
