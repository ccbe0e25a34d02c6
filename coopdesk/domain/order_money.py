"""How the money of an order is shared out between the events that its tickets are for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Who has a share of an order: an event by its id, None for tickets that no event has taken.
Holder = int | None


class TicketOfOrder(NamedTuple):
    """A ticket of an order, and the event that has it; ``tariff`` is folded."""

    holder: Holder
    amount: Money
    tariff: str
    is_void: bool


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A line of a payment of an order, and the event that it is for; ``label`` is folded.

    ``is_received`` is whether the payment counts, ``is_said`` whether a person said what the
    line is for: it stays.
    """

    id: int
    payment_id: int
    comes_in: bool
    is_received: bool
    amount: Money
    label: str
    holder: Holder
    is_said: bool = False


class LineShare(NamedTuple):
    """What of a line is for an event."""

    holder: Holder
    amount: Money


def shares_of_lines(
    tickets: Sequence[TicketOfOrder], lines: Sequence[OrderLine]
) -> dict[int, list[LineShare]]:
    """Return what the lines of an order are for, by their ids; all of each line, in cents.

    What came in is for each event what its tickets cost, of instalments a part of it; what went
    back is for those of which tickets were cancelled.
    """
    void = [one for one in tickets if one.is_void]
    valid = [one for one in tickets if not one.is_void]
    coming = [line for line in lines if line.comes_in]
    going = [line for line in lines if not line.comes_in]
    paid = total(line.amount for line in coming if line.is_received)
    # Tickets that were cancelled before anybody paid them took no money.
    was_paid = valid if paid == _cost(valid) else tickets
    return {
        **_shared_out(_costs(was_paid), coming, tickets),
        **_shared_out(_costs(void) or _costs(tickets), going, tickets),
    }


def shared(amount: Money, weights: Mapping[Holder, Money]) -> dict[Holder, Money]:
    """Share an amount out by weights that are not all zero, to the cent and with no rest."""
    whole = total(weights.values()).cents
    exact = {key: divmod(amount.cents * one.cents, whole) for key, one in weights.items()}
    rest = amount.cents - sum(cents for cents, _part in exact.values())
    first = sorted(exact, key=lambda key: -exact[key][1])[:rest]
    return {key: Money(cents + (key in first)) for key, (cents, _part) in exact.items()}


def _cost(tickets: Iterable[TicketOfOrder]) -> Money:
    return total(one.amount for one in tickets)


def _costs(tickets: Iterable[TicketOfOrder]) -> dict[Holder, Money]:
    """Return what tickets cost by the event that has them, those of no event last."""
    found: dict[Holder, Money] = defaultdict(lambda: ZERO)
    for one in sorted(tickets, key=lambda one: (one.holder is None, one.holder or 0)):
        if one.amount > ZERO:
            found[one.holder] += one.amount
    return dict(found)


def _shared_out(
    costs: Mapping[Holder, Money],
    lines: Sequence[OrderLine],
    tickets: Sequence[TicketOfOrder],
) -> dict[int, list[LineShare]]:
    if not costs:
        return {line.id: [LineShare(line.holder, line.amount)] for line in lines}
    left = dict(costs)
    found: dict[int, list[LineShare]] = {}
    for payment_id in dict.fromkeys(line.payment_id for line in lines):
        mine = [line for line in lines if line.payment_id == payment_id]
        amount = total(line.amount for line in mine)
        wanted = shared(amount, left if total(left.values()) >= amount > ZERO else costs)
        left = {key: max(ZERO, one - wanted.get(key, ZERO)) for key, one in left.items()}
        found |= _handed_out(mine, wanted, _owners(tickets))
    return found


def _owners(tickets: Iterable[TicketOfOrder]) -> dict[str, Holder]:
    """Return the tariffs that only one event has sold in an order."""
    found: dict[str, set[Holder]] = defaultdict(set)
    for one in tickets:
        found[one.tariff].add(one.holder)
    return {tariff: next(iter(ones)) for tariff, ones in found.items() if len(ones) == 1}


def _handed_out(
    lines: Sequence[OrderLine], wanted: dict[Holder, Money], owners: Mapping[str, Holder]
) -> dict[int, list[LineShare]]:
    """Give lines to those who want money: whole where it fits, else divided."""
    found = {line.id: [LineShare(line.holder, line.amount)] for line in lines if line.is_said}
    open_lines = [line for line in lines if not line.is_said]
    for (said,) in found.values():
        if said.holder in wanted:
            wanted[said.holder] = max(ZERO, wanted[said.holder] - said.amount)
    for choose in (
        lambda line: [owners[line.label]] if line.label in owners else [],
        lambda line: [line.holder],
        lambda line: [key for key in wanted if wanted[key] == line.amount],
    ):
        for line in list(open_lines):
            for holder in choose(line)[:1]:
                if line.amount > ZERO and wanted.get(holder, ZERO) >= line.amount:
                    wanted[holder] -= line.amount
                    found[line.id] = [LineShare(holder, line.amount)]
                    open_lines.remove(line)
    for line in open_lines:
        found[line.id] = _divided(line, wanted)
    return found


def _divided(line: OrderLine, wanted: dict[Holder, Money]) -> list[LineShare]:
    rest, parts = line.amount, []
    for holder, left in wanted.items():
        part = min(rest, left)
        if part:
            parts.append(LineShare(holder, part))
            rest -= part
    for share in parts:
        wanted[share.holder] -= share.amount
    return parts or [LineShare(line.holder, line.amount)]
