"""Shares costs over time: a grant pays for what was spent on its own days alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coopdesk.domain.grant_requests import EligibleCost
from coopdesk.domain.grant_sharing import (
    CostLine,
    FunderShare,
    ProjectShares,
    apart,
    order_of,
    shared_costs,
)
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.grant_sharing import Funder

Days = tuple[dt.date, dt.date]
_DAY = dt.timedelta(days=1)


def overlap(one: Days, other: Days) -> bool:
    """Tell whether two spans have a day together."""
    return one[0] <= other[1] and other[0] <= one[1]


def stretches(spans: Iterable[Days]) -> list[Days]:
    """Cut days wherever a span begins or ends; days that no span has are left out."""
    known = list(spans)
    edges = sorted({edge for first, last in known for edge in (first, last + _DAY)})
    cut = [(first, after - _DAY) for first, after in pairwise(edges)]
    return [one for one in cut if any(overlap(one, span) for span in known)]


def used_of(
    request_id: int,
    grants: Sequence[tuple[Funder, Days]],
    costs: Mapping[Days, Mapping[str, Money]],
) -> Money:
    """Return what of the costs, by stretch and line of the budget, a grant pays for."""
    shares = shared_over(grants, costs)
    return total(x.share for x in shares.funders if x.funder.request_id == request_id)


def shared_over(
    grants: Sequence[tuple[Funder, Days]], costs: Mapping[Days, Mapping[str, Money]]
) -> ProjectShares:
    """Share costs, by stretch and line of the budget, among grants with days of their own.

    Each grant pays for the stretches of its days, up to its rate and its amount, and no cost
    is paid twice. The ceiling of a line is parted over the stretches by what they cost.
    """
    named = {
        _name(line, at): amount
        for at, lines in enumerate(costs.values())
        for line, amount in lines.items()
    }
    placed = [_placed(funder, days, costs) for funder, days in grants]
    shares = shared_costs(named, [one for one in placed if one.eligible])
    found = {one.funder.request_id: one for one in shares.funders}
    return ProjectShares(
        _joined_costs(shares.costs),
        tuple(
            _joined_share(funder, found.get(funder.request_id))
            for funder, _days in sorted(grants, key=lambda one: order_of(one[0]))
        ),
    )


def _joined_costs(costs: Iterable[CostLine]) -> tuple[CostLine, ...]:
    """Add up what a line cost in all stretches."""
    found: dict[str, CostLine] = {}
    for one in costs:
        line = _line(one.line)
        had = found.get(line, CostLine(line, ZERO, ZERO))
        found[line] = CostLine(
            line, had.cost + one.cost, had.base + one.base, had.shared + one.shared
        )
    return tuple(found.values())


def _joined_share(funder: Funder, share: FunderShare | None) -> FunderShare:
    if share is None:
        return FunderShare(funder, ZERO, ZERO, {})
    found: dict[str, Money] = {}
    for name, amount in share.shares.items():
        found[_line(name)] = found.get(_line(name), ZERO) + amount
    return FunderShare(funder, share.eligible, share.claim, found)


def _placed(funder: Funder, days: Days, costs: Mapping[Days, Mapping[str, Money]]) -> Funder:
    """Return a funder whose lines are those of the stretches that it pays for."""
    own = {at: lines for at, (x, lines) in enumerate(costs.items()) if overlap(x, days)}
    lines = dict.fromkeys(line for each in own.values() for line in each)
    wanted = funder.eligible or tuple(EligibleCost(line) for line in lines)
    return replace(
        funder, eligible=tuple(part for cost in wanted for part in _parts(cost, own))
    )


def _parts(cost: EligibleCost, own: Mapping[int, Mapping[str, Money]]) -> list[EligibleCost]:
    names = {
        _name(cost.line, at): lines[cost.line]
        for at, lines in own.items()
        if cost.line in lines
    }
    if cost.ceiling is None:
        return [replace(cost, line=name) for name in names]
    cents = {name: max(ZERO, amount).cents for name, amount in names.items()}
    most = apart(min(cost.ceiling.cents, sum(cents.values())), cents)
    return [replace(cost, line=name, ceiling=Money(part)) for name, part in most.items()]


def _name(line: str, at: int) -> str:
    """Name a line in a stretch; its beginning stays, by which refunds find their group."""
    return f"{line}.{at}"


def _line(name: str) -> str:
    return name.rpartition(".")[0]
