"""Read tickets that platforms sold, and tie the money of their orders to events."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, or_, select

from coopdesk.domain.event_tickets import Followed, Ticket, kept_text, read_text
from coopdesk.domain.import_contents import told_reversal
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentSource
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.order_money_store import DIVIDED
from coopdesk.storage.registration_store import registration_values
from coopdesk.storage.tables import (
    CampaignRow,
    ContactRow,
    EventPartyRow,
    EventRegistrationRow,
    EventRow,
    ImportedRowRow,
    ImportRunRow,
    PaymentLineRow,
    PaymentRow,
    RegistrationOptionRow,
    RegistrationRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.domain.event_registrations import NewRegistration, TakenOption
    from coopdesk.storage.recorder import Recorder
    from coopdesk.storage.registration_store import Seat

_campaign = table_of(CampaignRow)
_contact = table_of(ContactRow)
_event = table_of(EventRow)
_line = table_of(PaymentLineRow)
_option = table_of(RegistrationOptionRow)
_party = table_of(EventPartyRow)
_payment = table_of(PaymentRow)
_registered = table_of(EventRegistrationRow)
_row = table_of(ImportedRowRow)
_run = table_of(ImportRunRow)
_ticket = table_of(RegistrationRow)

# What the money of an order may be for: a fee, a grant or an expense is of something else.
_OF_ORDER = tuple(
    kind.value for kind in (LineKind.REGISTRATION, LineKind.SALE, LineKind.GIFT, LineKind.OTHER)
)
_IS_TICKET = _ticket.c.kind == LineKind.REGISTRATION.value

OrderKey = tuple[str, str]


class ContactAt(NamedTuple):
    """A contact at an event: the registration, and whether a ticket was for it."""

    id: int
    has_ticket: bool


class OrderOfParty(NamedTuple):
    """An order by which a party came: its source, its reference, and the payment if known."""

    party_id: int
    source: str
    order_ref: str
    payment_id: int | None


class EventTicketStore:
    """The tickets of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # tickets

    def free(self) -> list[Ticket]:
        """Return the tickets that no event has taken, in the order in which they came."""
        return self._read(_tickets().where(_registered.c.id.is_(None)))

    def get_many(self, ids: Iterable[int]) -> list[Ticket]:
        """Return tickets, in the order in which they came."""
        wanted = sorted(set(ids))
        return [
            one
            for batch in in_batches(wanted)
            for one in self._read(_tickets().where(_ticket.c.id.in_(batch)))
        ]

    def of_event(self, event_id: int) -> list[Ticket]:
        """Return the tickets that an event has taken."""
        return self._read(_tickets().where(_registered.c.event_id == event_id))

    def of_orders(self, orders: Iterable[OrderKey]) -> list[Ticket]:
        """Return the tickets of orders, each a source and its reference."""
        by_source: dict[str, list[str]] = {}
        for source, ref in sorted(set(orders)):
            by_source.setdefault(source, []).append(ref)
        return [
            one
            for source, refs in by_source.items()
            for batch in in_batches(refs)
            for one in self._read(
                _tickets().where(_ticket.c.source == source, _ticket.c.order_ref.in_(batch))
            )
        ]

    def _read(self, query: Select[Any]) -> list[Ticket]:
        rows = self._connection.execute(query.where(_IS_TICKET).order_by(_ticket.c.id))
        return [_to_ticket(row) for row in rows]

    # parties and money

    def contacts_at(self, event_id: int) -> dict[int, ContactAt]:
        """Return the contacts that are registered for an event, those who cancelled last."""
        columns = (_registered.c.contact_id, _registered.c.id, _registered.c.ticket_id)
        query = (
            select(*columns)
            .where(_registered.c.event_id == event_id, _registered.c.contact_id.is_not(None))
            .order_by(_registered.c.state != "cancelled", _registered.c.id)
        )
        rows = self._connection.execute(query)
        return {row[0]: ContactAt(row[1], row[2] is not None) for row in rows}

    def register(
        self, rows: Sequence[dict[str, Any]], options: Sequence[Sequence[TakenOption]]
    ) -> list[int]:
        """Store registrations as ``ticket_values`` has them, each with its options."""
        ids = self._recorder.insert_many(_registered, rows)
        taken = [
            {
                "registration_id": key,
                "tariff_id": one.tariff_id,
                "quantity": one.quantity,
                "price_cents": one.price.cents,
            }
            for key, ones in zip(ids, options, strict=True)
            for one in ones
        ]
        self._recorder.insert_many(_option, taken)
        return ids

    def add_parties(self, event_id: int, payers: Sequence[tuple[int | None, str]]) -> list[int]:
        """Store parties of an event, each with its payer and label; return their ids."""
        rows = [
            {"event_id": event_id, "payer_id": payer_id, "label": label}
            for payer_id, label in payers
        ]
        return self._recorder.insert_many(_party, rows)

    def orders_of(self, event_id: int) -> list[OrderOfParty]:
        """Return the orders by which parties came to an event."""
        query = (
            select(
                _registered.c.party_id,
                _ticket.c.source,
                _ticket.c.order_ref,
                _ticket.c.payment_id,
            )
            .join(_ticket, _ticket.c.id == _registered.c.ticket_id)
            .where(_registered.c.event_id == event_id)
            .distinct()
            .order_by(_registered.c.party_id)
        )
        return [OrderOfParty._make(row) for row in self._connection.execute(query)]

    def payments_of(self, orders: Sequence[OrderOfParty]) -> dict[int, int]:
        """Return the payments of orders, refunds of them too, with the party of each."""
        found: dict[int, int] = {}
        refs: dict[tuple[str, str], int] = {}
        for batch in in_batches(orders):
            parties = {(one.source, one.order_ref): one.party_id for one in batch}
            linked = {one.payment_id: one.party_id for one in batch if one.payment_id}
            query = select(
                _payment.c.id, _payment.c.source, _payment.c.order_ref, _payment.c.outside_ref
            ).where(
                or_(
                    _payment.c.id.in_(linked),
                    _payment.c.order_ref.in_([ref for _source, ref in parties if ref]),
                )
            )
            for row in self._connection.execute(query):
                party_id = linked.get(row.id) or parties.get((row.source, row.order_ref))
                if party_id is not None:
                    found[row.id] = party_id
                    refs[row.source, row.outside_ref or ""] = party_id
        for payment_id, source, given in self._refunds():
            if given and (source, given) in refs:
                found[payment_id] = refs[source, given]
        return found

    def _refunds(self) -> Iterator[tuple[int, str, str]]:
        """Yield the payments by which platforms gave back, with what each gave back."""
        query = select(_payment.c.id, _payment.c.source, _payment.c.outside_content).where(
            _payment.c.direction == Direction.OUT.value,
            _payment.c.source != PaymentSource.MANUAL.value,
        )
        for payment_id, source, content in self._connection.execute(query):
            yield payment_id, source, told_reversal(content)

    def tie_money(
        self, payments: dict[int, int], activity_id: int, shared: Collection[int] = ()
    ) -> int:
        """Let the lines of payments be of their party and activity; return how many changed.

        What a person said of them stays; tickets of payments ``shared`` between events do too.
        """
        changed = 0
        for batch in in_batches(sorted(payments)):
            query = select(
                _line.c.id,
                _line.c.payment_id,
                _line.c.kind,
                _line.c.party_id,
                _line.c.activity_id,
            ).where(
                _line.c.payment_id.in_(batch),
                _line.c.kind.in_(_OF_ORDER),
                or_(_line.c.party_id.is_(None), _line.c.activity_id.is_(None)),
            )
            rows = {
                row.id: {
                    "party_id": row.party_id or payments[row.payment_id],
                    "activity_id": row.activity_id or activity_id,
                }
                for row in self._connection.execute(query)
                if row.kind not in DIVIDED or row.payment_id not in shared
            }
            changed += self._recorder.update_many(_line, rows)
        return changed

    # what is followed

    def has_taken(self) -> bool:
        """Tell whether an event follows a form or has a ticket."""
        taken = select(_registered.c.id).where(_registered.c.ticket_id.is_not(None))
        follows = select(_event.c.id).where(_event.c.ticketing != "")
        return any(
            self._connection.execute(query.limit(1)).first() for query in (taken, follows)
        )

    def followed(self) -> dict[int, Followed]:
        """Return the forms that events follow, by the id of the event."""
        query = select(_event.c.id, _event.c.ticketing).where(_event.c.ticketing != "")
        rows = self._connection.execute(query.order_by(_event.c.id))
        return {row.id: read_text(row.ticketing) for row in rows}

    def follow(self, event_id: int, followed: Followed) -> bool:
        """Let an event follow forms; return whether that differed."""
        return self._recorder.update(_event, event_id, {"ticketing": kept_text(followed)})


def ticket_values(
    new: NewRegistration, seat: Seat, ticket_id: int, cancelled_on: dt.date | None
) -> dict[str, Any]:
    """Return the columns of a registration by a ticket."""
    return {
        **registration_values(new),
        "event_id": new.event_id,
        "number": seat.number,
        "party_id": seat.party_id,
        "state": seat.state.value,
        "registered_at": seat.registered_at,
        "cancelled_on": cancelled_on,
        "price_cents": seat.price.cents,
        "source": new.source.value,
        "badge_code": seat.badge_code,
        "ticket_id": ticket_id,
        "poll_reply_id": None,
    }


def _form() -> ColumnElement[Any]:
    """Select what sold a ticket: the campaign of its payment, or of one of its order."""
    paid = _payment.alias("paid")
    named = select(func.min(_campaign.c.name)).join(paid, paid.c.campaign_id == _campaign.c.id)
    of_payment = named.where(paid.c.id == _ticket.c.payment_id)
    of_order = named.where(
        paid.c.order_ref == _ticket.c.order_ref,
        paid.c.source == _ticket.c.source,
        _ticket.c.order_ref != "",
    )
    return func.coalesce(
        of_payment.correlate(_ticket).scalar_subquery(),
        of_order.correlate(_ticket).scalar_subquery(),
    )


def _tickets() -> Select[Any]:
    told_first = (
        select(func.min(_row.c.run_id))
        .where(_row.c.registration_id == _ticket.c.id)
        .correlate(_ticket)
        .scalar_subquery()
    )
    return select(
        _ticket,
        _contact.c.name.label("payer_name"),
        _form().label("form"),
        _run.c.id.label("run_id"),
        _run.c.file_name,
        _registered.c.id.label("registered_id"),
        _registered.c.event_id,
    ).select_from(
        _ticket.outerjoin(_contact, _contact.c.id == _ticket.c.payer_id)
        .outerjoin(_run, _run.c.id == told_first)
        .outerjoin(_registered, _registered.c.ticket_id == _ticket.c.id)
    )


def _to_ticket(row: Row[Any]) -> Ticket:
    return Ticket(
        id=row.id,
        source=PaymentSource(row.source),
        order_ref=row.order_ref,
        ordered_on=row.registered_on,
        status=row.status,
        tariff=row.tariff,
        amount=Money(row.amount_cents),
        last_name=row.participant_last_name,
        first_name=row.participant_first_name,
        answers=json.loads(row.answers or "{}"),
        payer_id=row.payer_id,
        payer_name=row.payer_name or "",
        contact_id=row.contact_id,
        payment_id=row.payment_id,
        form=row.form or "",
        run_id=row.run_id,
        file_name=row.file_name or "",
        event_id=row.event_id,
        registration_id=row.registered_id,
    )
