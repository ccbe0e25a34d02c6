"""Shares the money of orders out between the events that their tickets are for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coopdesk.domain.order_money import LineShare, shares_of_lines
from coopdesk.services.event_activities import ensure_activity
from coopdesk.storage.event_ticket_store import OrderOfParty

if TYPE_CHECKING:
    from coopdesk.domain.order_money import Holder, OrderLine
    from coopdesk.storage.order_money_store import OrderShared
    from coopdesk.storage.unit_of_work import Work


def share_orders(work: Work, event_id: int) -> frozenset[int]:
    """Divide lines of payments where the tickets of an order are not all one event's.

    What tickets cost that no event has taken waits for the event that takes them. Return the
    payments that were looked at.
    """
    orders = work.order_money.shared_orders(event_id)
    if not orders:
        return frozenset()
    named = [
        OrderOfParty(rank, order.source, order.order_ref, payment_id)
        for rank, order in enumerate(orders, start=1)
        for payment_id in order.payment_ids or (None,)
    ]
    ranks = work.tickets.payments_of(named)
    parties = {party: event for order in orders for event, party in order.parties.items()}
    lines: dict[int, list[OrderLine]] = defaultdict(list)
    for line in work.order_money.lines(ranks, parties):
        lines[ranks[line.payment_id]].append(line)
    for rank, order in enumerate(orders, start=1):
        _share(work, order, lines[rank])
    return frozenset(ranks)


def _share(work: Work, order: OrderShared, lines: list[OrderLine]) -> None:
    shares = shares_of_lines(order.tickets, lines)
    changed = {
        line.id: shares[line.id]
        for line in lines
        if shares[line.id] != [LineShare(line.holder, line.amount)]
    }
    holders = {share.holder for ones in changed.values() for share in ones}
    owners = {holder: _owner(work, order, holder) for holder in holders}
    work.order_money.divide(changed, owners)


def _owner(work: Work, order: OrderShared, holder: Holder) -> dict[str, int | None]:
    """Return the columns by which a line is an event's."""
    if holder is None:
        return {"party_id": None, "activity_id": None}
    return {
        "party_id": order.parties[holder],
        "activity_id": ensure_activity(work, holder),
    }
