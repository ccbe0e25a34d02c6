"""Registers people by the tickets that platforms sold them, within a unit of work."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.badge_codes import made_code
from coopdesk.domain.event_registrations import (
    MoveKind,
    NewRegistration,
    Registration,
    RegistrationSource,
    RegistrationState,
)
from coopdesk.domain.event_tickets import TicketsTaken
from coopdesk.domain.money import total
from coopdesk.domain.text import sort_key
from coopdesk.services.event_activities import ensure_activity
from coopdesk.services.order_sharing import share_orders
from coopdesk.services.registration_seating import drop_empty_party
from coopdesk.services.ticket_prices import TicketPrices
from coopdesk.services.waiting_lists import settle_freed
from coopdesk.storage.event_ticket_store import ContactAt, ticket_values
from coopdesk.storage.registration_store import Seat
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coopdesk.domain.event_tickets import Ticket
    from coopdesk.storage.event_ticket_store import OrderKey
    from coopdesk.storage.unit_of_work import Work

_NOON = dt.time(12, tzinfo=dt.UTC)
_CANCELLED = RegistrationState.CANCELLED


class _New(NamedTuple):
    """A ticket by which somebody new comes; a guest where the contact is there already."""

    ticket: Ticket
    seat: Seat
    is_guest: bool


class TicketRegistrar:
    """Brings the registrations of one event to what its tickets say.

    Whoever bought a ticket has a place, however full the event is: it was sold.
    """

    def __init__(self, work: Work, event_id: int, moment: dt.datetime) -> None:
        self._work = work
        self._event_id = event_id
        self._moment = moment
        self._today = moment.astimezone().date()

    def take(self, tickets: Sequence[Ticket]) -> TicketsTaken:
        """Register those who bought tickets that no event has taken."""
        prices = TicketPrices(self._work, self._event_id, tickets)
        parties = self._parties(tickets)
        known = self._work.tickets.contacts_at(self._event_id)
        number = self._work.registrations.next_number(self._event_id)
        new: list[_New] = []
        joined = 0
        for ticket in tickets:
            contact_id, party_id = _contact_of(ticket), parties[_order(ticket)]
            before = known.get(contact_id) if contact_id else None
            if before is not None and not before.has_ticket:
                self._join(before.id, ticket, party_id, prices)
                joined += 1
            else:
                seat = self._seat(ticket, number + len(new), party_id)
                new.append(_New(ticket, seat, is_guest=before is not None))
            if contact_id is not None:
                known[contact_id] = ContactAt(0, has_ticket=True)
        self._add(new, prices)
        void = sum(one.ticket.is_void for one in new)
        paid = total(one.amount for one in tickets if not one.is_void)
        return TicketsTaken(len(new) - void, void, joined, paid)

    def _parties(self, tickets: Sequence[Ticket]) -> dict[OrderKey, int]:
        """Return the party of each order, made where the event has none yet."""
        orders = self._work.tickets.orders_of(self._event_id)
        known = {(one.source, one.order_ref): one.party_id for one in orders}
        lacking = {key: x for x in reversed(tickets) if (key := _order(x)) not in known}
        rows = [
            (one.payer_id, "" if one.payer_id else " ".join(filter(None, reversed(one.names))))
            for one in lacking.values()
        ]
        made = self._work.tickets.add_parties(self._event_id, rows)
        return {**known, **dict(zip(lacking, made, strict=True))}

    def _seat(self, ticket: Ticket, number: int, party_id: int) -> Seat:
        return Seat(
            number,
            party_id,
            _CANCELLED if ticket.is_void else RegistrationState.REGISTERED,
            dt.datetime.combine(ticket.ordered_on, _NOON),
            ticket.price,
            made_code(secrets.choice),
        )

    def _add(self, new: Sequence[_New], prices: TicketPrices) -> None:
        rows = []
        for one in new:
            last_name, first_name = _names(one.ticket, is_guest=one.is_guest)
            who = NewRegistration(
                self._event_id,
                contact_id=None if one.is_guest else _contact_of(one.ticket),
                last_name=last_name,
                first_name=first_name,
                tariff_id=prices.tariff(one.ticket),
                source=RegistrationSource.TICKET,
            )
            gone_on = self._today if one.ticket.is_void else None
            rows.append(ticket_values(who, one.seat, one.ticket.id, gone_on))
        options = [prices.options(one.ticket) for one in new]
        ids = self._work.tickets.register(rows, options)
        moved = self._work.registrations.moved
        moved(ids, self._moment, MoveKind.REGISTERED)
        void = [key for key, one in zip(ids, new, strict=True) if one.ticket.is_void]
        moved(void, self._moment, MoveKind.CANCELLED)

    def _join(
        self, registration_id: int, ticket: Ticket, party_id: int, places: TicketPrices
    ) -> None:
        """Give a ticket to somebody who was registered before it was known."""
        known = self._work.registration_lists.get(registration_id)
        values = {"ticket_id": ticket.id, "party_id": party_id, **places.values(ticket)}
        values["source"] = RegistrationSource.TICKET.value
        self._work.registrations.change(known.id, values)
        self._work.registrations.replace_options(known.id, places.options(ticket))
        self._work.registrations.move_money(known.party_id, party_id)
        drop_empty_party(self._work, known.party_id)
        if ticket.is_void:
            self._cancel([] if known.state is _CANCELLED else [known])
        elif known.state is RegistrationState.WAITING:
            self._give_place(known, MoveKind.PROMOTED)
        elif known.state is _CANCELLED:
            self._give_place(known, MoveKind.RESTORED)

    # what changed since

    def follow(self, tickets: Sequence[Ticket], restored: Collection[int]) -> None:
        """Bring those who came by tickets to what the tickets say now.

        ``restored`` are the tickets of which the platform tells another status than before.
        """
        places = TicketPrices(self._work, self._event_id, tickets)
        ids = {one.registration_id: one for one in tickets if one.registration_id is not None}
        leaving = []
        for known in self._work.registration_lists.lines(list(ids)):
            ticket = ids[known.id]
            values = places.values(ticket)
            if known.contact_id is None and not ticket.is_nameless:
                last_name, first_name = _names(ticket, is_guest=True)
                values |= {
                    "last_name": last_name,
                    "first_name": first_name,
                    "name_key": sort_key(last_name, first_name),
                }
            self._work.registrations.change(known.id, values)
            self._work.registrations.replace_options(known.id, places.options(ticket))
            if ticket.is_void and known.state is not _CANCELLED and not known.present:
                leaving.append(known)
            elif not ticket.is_void and known.state is _CANCELLED and ticket.id in restored:
                self._give_place(known, MoveKind.RESTORED)
        self._cancel(leaving)

    def _give_place(self, known: Registration, kind: MoveKind) -> None:
        values = {"state": RegistrationState.REGISTERED.value, "cancelled_on": None}
        self._work.registrations.change(known.id, values)
        self._work.registrations.moved([known.id], self._moment, kind)

    def _cancel(self, leaving: Sequence[Registration]) -> None:
        given_up = {"state": _CANCELLED.value, "cancelled_on": self._today}
        ids = [one.id for one in leaving]
        if not ids:
            return
        self._work.registrations.change_many(dict.fromkeys(ids, given_up))
        self._work.registrations.moved(ids, self._moment, MoveKind.CANCELLED)
        freed = [x.id for x in leaving if x.state is RegistrationState.REGISTERED]
        settle_freed(self._work, self._event_id, self._moment, freed)

    def tie_money(self) -> int:
        """Let the money of the orders be the event's; return how many lines changed.

        Of an order whose tickets are not all the event's, what its own tickets cost.
        """
        orders = self._work.tickets.orders_of(self._event_id)
        payments = self._work.tickets.payments_of(orders)
        if not payments:
            return 0
        activity_id = ensure_activity(self._work, self._event_id)
        shared = share_orders(self._work, self._event_id)
        return self._work.tickets.tie_money(payments, activity_id, shared)


def _order(ticket: Ticket) -> OrderKey:
    return ticket.source.value, ticket.order_ref


def _contact_of(ticket: Ticket) -> int | None:
    return ticket.contact_id or (ticket.payer_id if ticket.is_of_payer else None)


@in_french()
def _names(ticket: Ticket, *, is_guest: bool) -> tuple[str, str]:
    """Return last and first name of who comes; a contact is named by its own record."""
    if not is_guest and _contact_of(ticket) is not None:
        return "", ""
    if not ticket.is_nameless:
        return ticket.names
    return ticket.payer_name or _("Ticket {number}").format(number=ticket.order_ref), ""
