"""Tells equal operations of one day apart by the balances that a bank writes beside them.

Two files may part a day between them: what one has at its end and the other at its beginning
may look alike and still be two operations.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coopdesk.domain.imports import RowVerdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.bank_proofs import KnownLine
    from coopdesk.domain.statement_planning import PlannedLine


def tell_apart(planned: Sequence[PlannedLine], known: Sequence[KnownLine]) -> None:
    """Judge lines that equal recorded ones and yet come after them, or before, on their day.

    ``planned`` are oldest first. Only where the file begins, or ends, at a balance in the
    middle of the recorded day: elsewhere a bank may have counted its balances anew.
    """
    seams = _seams(planned, known) if planned else set()
    if not seams:
        return
    recorded: dict[str, list[KnownLine]] = defaultdict(list)
    for one in known:
        if one.booked_on in seams:
            recorded[one.content_key].append(one)
    told: dict[str, list[PlannedLine]] = defaultdict(list)
    for line in planned:
        told[line.key].append(line)
    for key, equals in recorded.items():
        _tell_equals_apart(told[key], equals)


def _tell_equals_apart(group: Sequence[PlannedLine], equals: Sequence[KnownLine]) -> None:
    ranks: dict[int | None, list[int]] = defaultdict(list)
    for known in equals:
        ranks[known.balance_cents].append(known.rank)
    if None in ranks or any(one.line.balance is None for one in group):
        return
    last = max(known.rank for known in equals)
    for one in group:
        places = ranks[_cents(one)]
        if places:
            one.rank = places.pop(0)
            continue
        last += 1
        one.rank = last
        values = {"day": equals[0].booked_on, "label": equals[0].label}
        one.judge(RowVerdict.DOUBTFUL, "equal_but_balance", **values)


def _seams(planned: Sequence[PlannedLine], known: Iterable[KnownLine]) -> set[dt.date]:
    """Return the days in the middle of which the file begins or ends."""
    first, last = planned[0].line, planned[-1].line
    if first.balance is None or last.balance is None:
        return set()
    opening = (first.booked_on, (first.balance - first.amount).cents)
    closing = (last.booked_on, last.balance.cents)
    return {
        one.booked_on
        for one in known
        if one.balance_cents is not None
        and (
            (one.booked_on, one.balance_cents) == opening
            or (one.booked_on, one.balance_cents - one.cents) == closing
        )
    }


def _cents(one: PlannedLine) -> int | None:
    return None if one.line.balance is None else one.line.balance.cents
