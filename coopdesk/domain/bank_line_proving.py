"""Proves the balance of a bank account line by line, against what statements tell."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.domain.bank_proofs import (
    BankProof,
    DayMove,
    KnownLine,
    KnownStatement,
    ProofStep,
    StepKind,
)
from coopdesk.domain.bank_proving import in_order, told_balances
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence


def prove_lines(
    statements: Sequence[KnownStatement],
    lines: Sequence[KnownLine],
    account: tuple[int, str],
    until: dt.date | None = None,
) -> BankProof:
    """Return the lines of an account with the running balance, and what statements tell.

    Lines are given by day. Within a day those come first whose told balance follows; a closing
    balance stands where the lines reach it.
    """
    start = _start(statements, lines)
    steps = _steps(lines, sorted(_marks(statements), key=lambda mark: mark.day), start)
    shown = tuple(step for step in steps if until is None or step.day <= until)
    end = shown[-1].balance if shown else start
    return BankProof(account[0], account[1], shown, start, end)


def carried_balance(
    statements: Sequence[KnownStatement], lines: Sequence[KnownLine], until: dt.date
) -> Money | None:
    """Return what the bank told last up to a day, carried on by the lines after it.

    Before the first balance that is told it is carried back, as far as statements go; None
    before the first of them, and if none was ever told.
    """
    begun = [one.starts_after for one in statements if one.starts_after is not None]
    if not begun or until < min(begun):
        return None
    told, moved = told_balances(in_order(statements), _moves(lines))
    balances = [one for each in told.values() for one in each.all]
    if not balances:
        start = _start_by_running(lines)
    else:
        past = [one for one in reversed(balances) if one.day <= until]
        start = (max(past, key=lambda one: one.day) if past else min(balances)).start
    return None if start is None else start + moved.until(until)


def _start(statements: Sequence[KnownStatement], lines: Sequence[KnownLine]) -> Money | None:
    """Return the balance before the first line, by the first one that is told."""
    ordered = in_order(statements)
    told, _moved = told_balances(ordered, _moves(lines))
    first = next((one for each in ordered for one in told[each.id].all), None)
    return _start_by_running(lines) if first is None else first.start


def _start_by_running(lines: Sequence[KnownLine]) -> Money | None:
    """Return the balance before the first line, by the first running balance of a file."""
    passed = 0
    for line in lines:
        passed += line.cents
        if line.balance_cents is not None:
            return Money(line.balance_cents - passed)
    return None


def _moves(lines: Iterable[KnownLine]) -> Iterator[DayMove]:
    return ((line.booked_on, line.cents) for line in lines)


def _marks(statements: Iterable[KnownStatement]) -> Iterator[ProofStep]:
    """Yield the balances that statements tell, each with the day at whose end it stood."""
    for one in statements:
        if one.opening is not None and one.starts_after is not None:
            name, day = one.file_name, one.starts_after
            yield ProofStep(StepKind.OPENING, one.id, day, name, told=one.opening)
        if one.closing is not None and one.ends_on is not None:
            name, day = one.file_name, one.ends_on
            yield ProofStep(StepKind.CLOSING, one.id, day, name, told=one.closing)


def _steps(
    lines: Sequence[KnownLine], marks: Sequence[ProofStep], start: Money | None
) -> Iterator[ProofStep]:
    held, waiting = start, list(reversed(marks))
    for day, group in groupby(lines, key=lambda line: line.booked_on):
        while waiting and waiting[-1].day < day:
            yield _at(waiting.pop(), held)
        of_day = list(_of_day(list(group), held))
        held = of_day[-1].balance
        told = defaultdict(list)
        while waiting and waiting[-1].day == day:
            mark = waiting.pop()
            told[_place(mark, of_day)].append(mark)
        for place, step in enumerate(of_day):
            yield step
            for mark in told[place]:
                yield _at(mark, step.balance)
    while waiting:
        yield _at(waiting.pop(), held)


def _place(mark: ProofStep, of_day: Sequence[ProofStep]) -> int:
    """Return after which step of its day a balance stands: the last one that reaches it."""
    last = len(of_day) - 1
    if mark.kind is StepKind.OPENING:
        return last
    return next((at for at in range(last, -1, -1) if of_day[at].balance == mark.told), last)


def _at(mark: ProofStep, held: Money | None) -> ProofStep:
    return ProofStep(mark.kind, mark.id, mark.day, mark.label, None, held, mark.told)


def _of_day(lines: Sequence[KnownLine], held: Money | None) -> Iterator[ProofStep]:
    """Yield the lines of a day, those first whose told balance follows from the last one."""
    after: dict[int, list[int]] = defaultdict(list)
    for at in range(len(lines) - 1, -1, -1):
        balance = lines[at].balance_cents
        if balance is not None:
            after[balance - lines[at].cents].append(at)
    taken: set[int] = set()
    first = 0
    for _line in lines:
        while first in taken:
            first += 1
        at = first
        following = after.get(held.cents, []) if held is not None else []
        while following and following[-1] in taken:
            following.pop()
        if following:
            at = following.pop()
        taken.add(at)
        line = lines[at]
        held = None if held is None else held + Money(line.cents)
        told = None if line.balance_cents is None else Money(line.balance_cents)
        yield ProofStep(
            StepKind.LINE, line.id, line.booked_on, line.label, Money(line.cents), held, told
        )
