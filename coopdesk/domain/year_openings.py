"""What a year hands on to the next: balances of classes 1 to 5, and the result."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.entries import NewEntryLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SURPLUS, DEFICIT = "120", "129"
RESERVES = "1068"
CARRIED_SURPLUS, CARRIED_DEFICIT = "110", "119"

_ON_THE_BALANCE_SHEET = frozenset("12345")
_IN_THE_RESULT = frozenset("67")


@dataclass(frozen=True, slots=True)
class AccountSum:
    """What the lines of a year on one account add up to, for one third party.

    ``opening`` is the part, debit less credit, that comes from the year before; ``debit`` and
    ``credit`` are the sums of the rest.
    """

    account: str
    opening: Money = ZERO
    debit: Money = ZERO
    credit: Money = ZERO
    contact_id: int | None = None

    @property
    def closing(self) -> Money:
        """What stands at the end, debit less credit."""
        return self.opening + self.debit - self.credit


def class_sums(sums: Iterable[AccountSum]) -> tuple[AccountSum, ...]:
    """Return what each class that moved adds up to; the first digit stands for the account."""
    found: dict[str, AccountSum] = {}
    for each in sums:
        known = found.get(each.account[0], AccountSum(each.account[0]))
        found[each.account[0]] = replace(
            known,
            opening=known.opening + each.opening,
            debit=known.debit + each.debit,
            credit=known.credit + each.credit,
        )
    return tuple(found[digit] for digit in sorted(found))


def result_of(sums: Iterable[AccountSum]) -> Money:
    """Return income less expenses: above zero a surplus, below a deficit."""
    return -total(each.closing for each in sums if each.account[0] in _IN_THE_RESULT)


def closing_balances(sums: Iterable[AccountSum]) -> dict[str, Money]:
    """Return what the accounts of classes 1 to 5 hand on, debit less credit, with the result.

    Accounts at zero are left out.
    """
    every = tuple(sums)
    found: defaultdict[str, Money] = defaultdict(lambda: ZERO)
    for each in every:
        if each.account[0] in _ON_THE_BALANCE_SHEET:
            found[each.account] += each.closing
    result = result_of(every)
    found[_result_account(result)] -= result
    return {account: amount for account, amount in sorted(found.items()) if amount}


def opening_balances(sums: Iterable[AccountSum]) -> dict[str, Money]:
    """Return what the accounts of a year started with, debit less credit, but those at zero."""
    found: defaultdict[str, Money] = defaultdict(lambda: ZERO)
    for each in sums:
        found[each.account] += each.opening
    return {account: amount for account, amount in sorted(found.items()) if amount}


def opening_lines(sums: Iterable[AccountSum], label: str) -> tuple[NewEntryLine, ...]:
    """Return the lines of the opening entry, by account and third party.

    ``label`` names the line of the result, apart from what 120 and 129 still held.

    Raises:
        RuleError: ``closing.unbalanced``; accounts of class 8 do not add up to zero.
    """
    every = sorted(sums, key=lambda each: (each.account, each.contact_id or 0))
    lines = [
        _line(each.account, each.closing, contact_id=each.contact_id)
        for each in every
        if each.closing and each.account[0] in _ON_THE_BALANCE_SHEET
    ]
    if result := result_of(every):
        lines.append(_line(_result_account(result), -result, label))
    if rest := total(line.signed for line in lines):
        raise RuleError("closing.unbalanced", amount=rest)
    return tuple(sorted(lines, key=lambda line: line.account))


def _result_account(result: Money) -> str:
    return DEFICIT if result.cents < 0 else SURPLUS


def _line(
    account: str, signed: Money, label: str = "", contact_id: int | None = None
) -> NewEntryLine:
    debit, credit = (signed, ZERO) if signed.cents > 0 else (ZERO, -signed)
    return NewEntryLine(account, debit, credit, label, contact_id)


@dataclass(frozen=True, slots=True)
class Allocation:
    """Where the assembly puts a result; both parts bear its sign, and add up to it.

    Of a deficit, ``to_reserves`` is what the reserves give.
    """

    to_reserves: Money = ZERO
    to_carried_forward: Money = ZERO


def allocation_lines(
    result: Money, allocation: Allocation, standing: Mapping[str, Money]
) -> tuple[NewEntryLine, ...]:
    """Return the lines that take a result from 120 or 129 to reserves and carried forward.

    ``standing`` is what accounts hold before, debit less credit. A surplus that is carried
    forward first fills what former deficits left on 119; a deficit first eats up 110.

    Raises:
        RuleError: ``closing.nothing_to_allocate``, ``closing.allocation_differs``,
            ``closing.allocation_mixed`` (a part of the other sign) or
            ``closing.reserves_short``.
    """
    _check(result, allocation, standing)
    is_surplus = result.cents > 0
    own, against = (
        (CARRIED_SURPLUS, CARRIED_DEFICIT) if is_surplus else (CARRIED_DEFICIT, CARRIED_SURPLUS)
    )
    carried = allocation.to_carried_forward
    left = standing.get(against, ZERO)
    has_room = left.cents * carried.cents > 0
    filled = min(abs(left.cents), abs(carried.cents)) if has_room else 0
    first = Money(filled if is_surplus else -filled)
    parts = (
        (SURPLUS if is_surplus else DEFICIT, result),
        (RESERVES, -allocation.to_reserves),
        (against, -first),
        (own, first - carried),
    )
    return tuple(_line(account, signed) for account, signed in parts if signed)


def _check(result: Money, allocation: Allocation, standing: Mapping[str, Money]) -> None:
    parts = (allocation.to_reserves, allocation.to_carried_forward)
    if not result:
        raise RuleError("closing.nothing_to_allocate")
    if any(part.cents * result.cents < 0 for part in parts):
        raise RuleError("closing.allocation_mixed", result=result, field="reserves")
    if total(parts) != result:
        raise RuleError(
            "closing.allocation_differs", result=result, given=total(parts), field="reserves"
        )
    reserves = -standing.get(RESERVES, ZERO)
    taken = -allocation.to_reserves
    if taken.cents > max(reserves.cents, 0):
        raise RuleError("closing.reserves_short", reserves=reserves, field="reserves")
