"""Who pays what of a project: each funder up to its rate and its grant, nothing paid twice.

A refund is taken off the costs beside it first, then off all others, so that nobody pays for
what came back. Of what is left, funders take their shares in the order of their notifications;
on no line do they take more than it cost. What a grant cannot be used for is over-financed:
the later funder has it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.domain.grant_requests import WHOLE
from coopdesk.domain.grant_tables import TO_FUNDS
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.grant_requests import EligibleCost
    from coopdesk.domain.grant_tables import GrantBookLine


@dataclass(frozen=True, slots=True)
class Funder:
    """What a funder pays for, at which rate, up to what.

    ``rate`` is in hundredths of a percent, None for all of the costs; no ``eligible`` lines
    means every line. ``granted`` None is not decided yet: the rate alone holds it.
    """

    request_id: int
    title: str
    name: str = ""
    rate: int | None = None
    eligible: tuple[EligibleCost, ...] = ()
    granted: Money | None = None
    notified_on: dt.date | None = None
    paid: Money = ZERO


@dataclass(frozen=True, slots=True)
class FunderShare:
    """What a funder has of the costs.

    ``eligible`` are its lines up to their ceilings, ``claim`` what its rate and its grant give,
    ``shares`` what it has of each line once nothing is paid twice.
    """

    funder: Funder
    eligible: Money
    claim: Money
    shares: Mapping[str, Money]

    @property
    def share(self) -> Money:
        """All that it has."""
        return total(self.shares.values())

    @property
    def over_financed(self) -> Money:
        """What others pay for already, or nothing was spent on."""
        return self.claim - self.share

    @property
    def unused(self) -> Money:
        """What of its grant no cost proves, over-financing included."""
        granted = self.funder.granted
        return ZERO if granted is None else granted - self.share

    @property
    def owed(self) -> Money:
        """What it still owes; below zero when some is to be given back."""
        return self.share - self.funder.paid


@dataclass(frozen=True, slots=True)
class CostLine:
    """A line of the budget: what it cost, and what is left once refunds are taken off."""

    line: str
    cost: Money
    base: Money
    shared: Money = ZERO

    @property
    def ours(self) -> Money:
        """What no funder pays: our own money, or other income."""
        return self.base - self.shared


@dataclass(frozen=True, slots=True)
class ProjectShares:
    """The costs of a project by line, and the funders in the order of their notifications."""

    costs: tuple[CostLine, ...]
    funders: tuple[FunderShare, ...]

    @property
    def cost(self) -> Money:
        """What it cost, refunds taken off; never below zero."""
        return total(one.base for one in self.costs)

    @property
    def shared(self) -> Money:
        """What funders pay of it."""
        return total(one.shared for one in self.costs)

    @property
    def over_financed(self) -> Money:
        """What grants give beyond the costs they may be used for."""
        return total(one.over_financed for one in self.funders)

    @property
    def owed(self) -> Money:
        """What funders still owe, without what others are to have back."""
        return total(one.owed for one in self.funders if one.owed > ZERO)

    @property
    def to_give_back(self) -> Money:
        """What funders paid beyond their shares."""
        return -total(one.owed for one in self.funders if one.owed < ZERO)


@dataclass(frozen=True, slots=True)
class ProjectSharing:
    """A project shared twice: what it really cost, and what it plans with what is asked for.

    Real costs are those of ``days``, its own and those of its grants; each pays for its own.
    ``indirect`` is what it plans of the costs of the whole association: no entry tells what
    came of them, so that they are in no real cost.
    """

    project_id: int
    title: str
    actual: ProjectShares
    planned: ProjectShares
    labels: Mapping[str, str] = field(default_factory=dict)
    indirect: Money = ZERO
    days: tuple[tuple[dt.date, dt.date], ...] = ()

    def counts(self, line: GrantBookLine) -> bool:
        """Tell whether an expense is among the real costs: spent on a day that counts."""
        is_spent = not line.account.startswith(TO_FUNDS)
        return is_spent and any(first <= line.entry_on <= last for first, last in self.days)


def shared_costs(costs: Mapping[str, Money], funders: Sequence[Funder]) -> ProjectShares:
    """Share the costs of a project, by line of the budget, among its funders.

    Amounts are exact to the cent: on each line the shares add up to its cost at most, and
    those of a funder to its claim at most.
    """
    bases = without_refunds(costs)
    ordered = sorted(funders, key=order_of)
    claims = [_claim(bases, funder) for funder in ordered]
    found = _Sharing(bases, [_limits(bases, x) for x in ordered], claims).shares()
    lines = tuple(
        CostLine(line, cost, bases[line], Money(sum(x.get(line, 0) for x in found)))
        for line, cost in costs.items()
    )
    return ProjectShares(
        lines,
        tuple(
            FunderShare(
                funder,
                Money(sum(_ceilings(bases, funder).values())),
                Money(claim),
                {line: Money(cents) for line, cents in each.items() if cents},
            )
            for funder, claim, each in zip(ordered, claims, found, strict=True)
        ),
    )


def without_refunds(costs: Mapping[str, Money]) -> dict[str, Money]:
    """Return costs of which what came back is taken off: of its group first, then of all.

    Nothing is below zero; together they are what the costs are together, or nothing.
    """
    cents = {line: cost.cents for line, cost in costs.items()}
    for _group, lines in groupby(sorted(cents), key=lambda line: line.partition(".")[0]):
        _take_off(cents, list(lines))
    _take_off(cents, list(cents))
    return {line: Money(max(0, cents[line])) for line in costs}


def apart(amount: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Part cents by weights, the largest remainders first; to nobody more than a weight.

    ``amount`` is at most the sum of the weights.
    """
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(weights, 0)
    parts = {key: amount * weight // whole for key, weight in weights.items()}
    order = sorted(weights, key=lambda key: (-(amount * weights[key] % whole), key))
    for key in order[: amount - sum(parts.values())]:
        parts[key] += 1
    return parts


def _take_off(cents: dict[str, int], lines: Sequence[str]) -> None:
    back = -sum(cents[line] for line in lines if cents[line] < 0)
    spent = {line: cents[line] for line in lines if cents[line] > 0}
    taken = min(back, sum(spent.values()))
    if not taken:
        return
    for line, part in apart(taken, spent).items():
        cents[line] -= part
    negative = {line: -cents[line] for line in lines if cents[line] < 0}
    for line, part in apart(taken, negative).items():
        cents[line] += part


def order_of(funder: Funder) -> tuple[bool, int, int]:
    """Return where a funder stands in the order of notifications; those of none come last."""
    day = funder.notified_on
    return day is None, day.toordinal() if day else 0, funder.request_id


def _ceilings(bases: Mapping[str, Money], funder: Funder) -> dict[str, int]:
    """Return the cents of the lines that a funder takes part in, up to their ceilings."""
    if not funder.eligible:
        return {line: base.cents for line, base in bases.items()}
    return {
        one.line: min(bases[one.line].cents, one.ceiling.cents)
        if one.ceiling is not None
        else bases[one.line].cents
        for one in funder.eligible
        if one.line in bases
    }


def _limits(bases: Mapping[str, Money], funder: Funder) -> dict[str, int]:
    """Return the most cents that a funder may have of each line.

    A rate of its own holds a line; that of the request holds all lines together.
    """
    own = {one.line for one in funder.eligible if one.rate is not None}
    given = _given(bases, funder)
    ceilings = _ceilings(bases, funder)
    return {line: given[line] if line in own else cents for line, cents in ceilings.items()}


def _given(bases: Mapping[str, Money], funder: Funder) -> dict[str, int]:
    """Return the cents of each line that its rates give, rounded half up all together."""
    rates = {one.line: one.rate for one in funder.eligible if one.rate is not None}
    usual = WHOLE if funder.rate is None else funder.rate
    exact = {
        line: cents * rates.get(line, usual) for line, cents in _ceilings(bases, funder).items()
    }
    parts = {line: value // WHOLE for line, value in exact.items()}
    wanted = (2 * sum(exact.values()) + WHOLE) // (2 * WHOLE)
    order = sorted(exact, key=lambda line: (-(exact[line] % WHOLE), line))
    for line in order[: wanted - sum(parts.values())]:
        parts[line] += 1
    return parts


def _claim(bases: Mapping[str, Money], funder: Funder) -> int:
    rates_give = sum(_given(bases, funder).values())
    return rates_give if funder.granted is None else min(rates_give, funder.granted.cents)


class _Sharing:
    """Hands out what lines cost; shares of earlier funders move to free room for later ones."""

    def __init__(
        self,
        bases: Mapping[str, Money],
        limits: Sequence[Mapping[str, int]],
        claims: Sequence[int],
    ) -> None:
        self._room = {line: base.cents for line, base in bases.items()}
        self._limits = limits
        self._claims = claims
        self._shares: list[dict[str, int]] = [dict.fromkeys(each, 0) for each in limits]

    def shares(self) -> list[dict[str, int]]:
        """Return the cents of each funder by line."""
        for at, claim in enumerate(self._claims):
            open_lines = {
                line: min(limit, self._room[line]) for line, limit in self._limits[at].items()
            }
            for line, cents in apart(min(claim, sum(open_lines.values())), open_lines).items():
                self._add(at, line, cents)
            left = claim - sum(self._shares[at].values())
            while left and (moved := self._moved(at, left)):
                left -= moved
        return self._shares

    def _add(self, at: int, line: str, cents: int) -> None:
        self._shares[at][line] += cents
        self._room[line] -= cents

    def _moved(self, at: int, left: int) -> int:
        """Move shares along the shortest way to a line with room; return the cents gained."""
        steps = self._way(at)
        if not steps:
            return 0
        cents = min(left, self._room[steps[-1][1]])
        for place, (who, line) in enumerate(steps):
            cents = min(cents, self._limits[who][line] - self._shares[who][line])
            if place + 1 < len(steps):
                cents = min(cents, self._shares[steps[place + 1][0]][line])
        for place, (who, line) in enumerate(steps):
            if place:
                self._shares[who][steps[place - 1][1]] -= cents
            self._shares[who][line] += cents
        self._room[steps[-1][1]] -= cents
        return cents

    def _way(self, at: int) -> list[tuple[int, str]]:
        """Return who takes which line, so that each next one leaves the line before it."""
        ways: list[list[tuple[int, str]]] = [[(at, line)] for line in self._open(at)]
        seen = {way[-1][1] for way in ways}
        while ways:
            way = ways.pop(0)
            line = way[-1][1]
            if self._room[line] > 0:
                return way
            for who, held in enumerate(self._shares):
                if not held.get(line):
                    continue
                fresh = [x for x in self._open(who) if x not in seen]
                seen.update(fresh)
                ways += [[*way, (who, x)] for x in fresh]
        return []

    def _open(self, who: int) -> list[str]:
        shares = self._shares[who]
        return [line for line, most in self._limits[who].items() if most > shares[line]]
