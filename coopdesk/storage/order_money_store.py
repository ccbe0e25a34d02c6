"""Read and divide the lines of payments of orders whose tickets are not all one event's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select, tuple_

from coopdesk.domain.event_tickets import is_void
from coopdesk.domain.money import Money
from coopdesk.domain.order_money import OrderLine, TicketOfOrder
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.domain.text import fold
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    EventPartyRow,
    EventRegistrationRow,
    EventRow,
    PaymentLineRow,
    PaymentRow,
    RegistrationRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from coopdesk.domain.order_money import Holder, LineShare
    from coopdesk.storage.recorder import Recorder

_event = table_of(EventRow)
_line = table_of(PaymentLineRow)
_party = table_of(EventPartyRow)
_payment = table_of(PaymentRow)
_registered = table_of(EventRegistrationRow)
_ticket = table_of(RegistrationRow)

# Gifts and sales are no tickets: they go whole to the event that took the order first.
DIVIDED = (LineKind.REGISTRATION.value, LineKind.OTHER.value)
_REGISTRATION = LineKind.REGISTRATION.value


class OrderShared(NamedTuple):
    """An order of which not all tickets are one event's; ``parties`` by the event."""

    source: str
    order_ref: str
    payment_ids: frozenset[int]
    tickets: tuple[TicketOfOrder, ...]
    parties: dict[int, int]


class OrderMoneyStore:
    """The money of orders in one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def shared_orders(self, event_id: int) -> list[OrderShared]:
        """Return the orders of an event of which it has not all tickets."""
        key = tuple_(_ticket.c.source, _ticket.c.order_ref)
        mine = (
            select(_ticket.c.source, _ticket.c.order_ref)
            .join(_registered, _registered.c.ticket_id == _ticket.c.id)
            .where(_registered.c.event_id == event_id, _ticket.c.order_ref != "")
        )
        query = (
            select(_ticket, _registered.c.event_id, _registered.c.party_id)
            .outerjoin(_registered, _registered.c.ticket_id == _ticket.c.id)
            .where(_ticket.c.kind == _REGISTRATION, key.in_(mine))
            .order_by(_ticket.c.id)
        )
        orders = defaultdict(list)
        for row in self._connection.execute(query):
            orders[row.source, row.order_ref].append(row)
        return [
            OrderShared(
                source,
                order_ref,
                frozenset(row.payment_id for row in rows if row.payment_id),
                tuple(
                    TicketOfOrder(
                        row.event_id,
                        Money(row.amount_cents),
                        fold(row.tariff),
                        is_void(row.status),
                    )
                    for row in rows
                ),
                {row.event_id: row.party_id for row in rows if row.event_id},
            )
            for (source, order_ref), rows in orders.items()
            if len({row.event_id for row in rows}) > 1
        ]

    def lines(self, payment_ids: Iterable[int], parties: Mapping[int, int]) -> list[OrderLine]:
        """Return the lines of payments for tickets, those of payments that count first.

        ``parties`` are those of the orders, with their events.
        """
        activities = self._activities(parties.values())
        wanted = sorted(payment_ids)
        found: list[OrderLine] = []
        for batch in in_batches(wanted):
            query = (
                select(_line, _payment.c.direction, _payment.c.state)
                .join(_payment, _payment.c.id == _line.c.payment_id)
                .where(
                    _line.c.payment_id.in_(batch),
                    _line.c.kind.in_(DIVIDED),
                )
                .order_by(_payment.c.paid_on, _payment.c.id, _line.c.id)
            )
            rows = self._connection.execute(query)
            found += [_order_line(row, parties, activities) for row in rows]
        return sorted(found, key=lambda line: not line.is_received)

    def events_of(self, payment_ids: Iterable[int]) -> list[int]:
        """Return the events whose parties have a part in payments."""
        query = (
            select(_party.c.event_id)
            .join(_line, _line.c.party_id == _party.c.id)
            .where(_line.c.payment_id.in_(set(payment_ids)))
            .distinct()
        )
        return sorted(self._connection.execute(query).scalars())

    def _activities(self, event_ids: Iterable[int]) -> dict[int, int]:
        """Return the events by their activities."""
        query = select(_event.c.activity_id, _event.c.id).where(
            _event.c.id.in_(set(event_ids)), _event.c.activity_id.is_not(None)
        )
        return {row.activity_id: row.id for row in self._connection.execute(query)}

    def divide(
        self,
        shares: Mapping[int, Sequence[LineShare]],
        owners: Mapping[Holder, Mapping[str, int | None]],
    ) -> int:
        """Let lines be for whom they are, divided where they are for several.

        ``shares`` by the line, ``owners`` the party and the activity of an event. Return how
        many lines changed.
        """
        changed, more = 0, []
        for line_id, (first, *others) in shares.items():
            values = {"amount_cents": first.amount.cents, **owners[first.holder]}
            changed += self._recorder.update(_line, line_id, values)
            if others:
                query = select(_line).where(_line.c.id == line_id)
                known = dict(self._connection.execute(query).mappings().one())
                del known["id"]
                for one in others:
                    cents = one.amount.cents
                    more.append({**known, "amount_cents": cents, **owners[one.holder]})
        self._recorder.insert_many(_line, more)
        return changed + len(more)


def _order_line(
    row: Row[Any], parties: Mapping[int, int], activities: Mapping[int, int]
) -> OrderLine:
    """Read a line; a person said what it is for if its party's event is not its activity's."""
    by_party, by_activity = parties.get(row.party_id), activities.get(row.activity_id)
    is_free = row.party_id is None and row.activity_id is None
    return OrderLine(
        id=row.id,
        payment_id=row.payment_id,
        comes_in=row.direction == Direction.IN.value,
        is_received=row.state == PaymentState.RECEIVED.value,
        amount=Money(row.amount_cents),
        label=row.label_key,
        holder=by_party if by_party is not None else by_activity,
        is_said=not is_free and (by_party is None or by_party != by_activity),
    )
