"""Registers people by the tickets that platforms sold them, within a unit of work."""

from __future__ import annotations

import datetime as dt
import secrets
from collections import Counter
from typing import TYPE_CHECKING

from coopdesk.domain.badge_codes import made_code
from coopdesk.domain.event_registrations import (
    MoveKind,
    NewRegistration,
    Registration,
    RegistrationSource,
    RegistrationState,
    TakenOption,
)
from coopdesk.domain.event_rules import NAME_LIMIT
from coopdesk.domain.event_tickets import TicketsTaken
from coopdesk.domain.events import NewTariff, Pricing, TariffKind
from coopdesk.domain.money import ZERO, total
from coopdesk.domain.text import fold, sort_key
from coopdesk.services.event_activities import ensure_activity
from coopdesk.services.registration_seating import drop_empty_party
from coopdesk.services.waiting_lists import settle_freed
from coopdesk.storage.registration_store import Seat
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from coopdesk.domain.event_tickets import Ticket
    from coopdesk.domain.events import Tariff
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work

_NOON = dt.time(12, tzinfo=dt.UTC)
_CANCELLED = RegistrationState.CANCELLED


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
        places = _Prices(self._work, self._event_id, tickets)
        counts: Counter[str] = Counter()
        number = self._work.registrations.next_number(self._event_id)
        for ticket in tickets:
            party_id = self._party(ticket)
            known = self._known(ticket)
            if known is not None and known.source is not RegistrationSource.TICKET:
                self._join(known, ticket, party_id, places)
                counts["joined"] += 1
                continue
            self._add(ticket, party_id, places, number, is_guest=known is not None)
            number += 1
            counts["cancelled" if ticket.is_void else "registered"] += 1
        paid = total(one.amount for one in tickets if not one.is_void)
        return TicketsTaken(counts["registered"], counts["cancelled"], counts["joined"], paid)

    def _party(self, ticket: Ticket) -> int:
        known = self._work.tickets.party_of_order(self._event_id, ticket)
        if known is not None:
            return known
        label = "" if ticket.payer_id else " ".join(filter(None, reversed(ticket.names)))
        return self._work.registrations.add_party(self._event_id, ticket.payer_id, label)

    def _known(self, ticket: Ticket) -> Registration | None:
        """Return who of the event is the contact that a ticket names."""
        contact_id = _contact_of(ticket)
        if contact_id is None:
            return None
        lists = self._work.registration_lists
        known_id = lists.id_of_contact(self._event_id, contact_id)
        return None if known_id is None else lists.get(known_id)

    def _add(
        self, ticket: Ticket, party_id: int, places: _Prices, number: int, *, is_guest: bool
    ) -> None:
        registrations = self._work.registrations
        seat = Seat(
            number,
            party_id,
            RegistrationState.REGISTERED,
            dt.datetime.combine(ticket.ordered_on, _NOON),
            ticket.price,
            made_code(secrets.choice),
        )
        last_name, first_name = _names(ticket, is_guest=is_guest)
        new = NewRegistration(
            self._event_id,
            contact_id=None if is_guest else _contact_of(ticket),
            last_name=last_name,
            first_name=first_name,
            tariff_id=places.tariff(ticket),
            source=RegistrationSource.TICKET,
        )
        made_id = registrations.add(new, seat, places.options(ticket))
        registrations.moved([made_id], self._moment, MoveKind.REGISTERED)
        values: dict[str, object] = {"ticket_id": ticket.id}
        if ticket.is_void:
            values |= {"state": _CANCELLED.value, "cancelled_on": self._today}
            registrations.moved([made_id], self._moment, MoveKind.CANCELLED)
        registrations.change(made_id, values)

    def _join(
        self, known: Registration, ticket: Ticket, party_id: int, places: _Prices
    ) -> None:
        """Give a ticket to somebody who was registered before it was known."""
        values = {"ticket_id": ticket.id, "party_id": party_id, **places.values(ticket)}
        values["source"] = RegistrationSource.TICKET.value
        self._work.registrations.change(known.id, values)
        self._work.registrations.replace_options(known.id, places.options(ticket))
        self._work.registrations.move_money(known.party_id, party_id)
        drop_empty_party(self._work, known.party_id)
        if known.state is not _CANCELLED and ticket.is_void:
            self._cancel([known])
        elif known.state is RegistrationState.WAITING:
            self._seat(known, MoveKind.PROMOTED)

    # what changed since

    def follow(self, tickets: Sequence[Ticket], restored: Collection[int]) -> None:
        """Bring those who came by tickets to what the tickets say now.

        ``restored`` are the tickets of which the platform tells another status than before.
        """
        places = _Prices(self._work, self._event_id, tickets)
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
                self._seat(known, MoveKind.RESTORED)
        self._cancel(leaving)

    def _seat(self, known: Registration, kind: MoveKind) -> None:
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
        """Let the money of the orders be the event's; return how many lines changed."""
        orders = self._work.tickets.orders_of(self._event_id)
        payments = self._work.tickets.payments_of(orders)
        if not payments:
            return 0
        activity_id = ensure_activity(self._work, self._event_id)
        return self._work.tickets.tie_money(payments, activity_id)


class _Prices:
    """The tariffs of an event by what platforms call them; what is lacking is made."""

    def __init__(self, work: Work, event_id: int, tickets: Iterable[Ticket]) -> None:
        self._work = work
        self._event_id = event_id
        self._tickets = tuple(tickets)
        self._known: dict[tuple[TariffKind, str], int] = {}
        tariffs = work.programmes.tariffs(event_id)
        for named_by in (_name_key, _ticket_key):  # what a platform calls it goes before
            for one in tariffs:
                if named_by(one):
                    self._known[one.content.kind, named_by(one)] = one.id

    def values(self, ticket: Ticket) -> dict[str, object]:
        """Return the columns of a registration that a ticket prices."""
        return {"tariff_id": self.tariff(ticket), "price_cents": ticket.price.cents}

    def tariff(self, ticket: Ticket) -> int | None:
        """Return the tariff of a ticket, made where the event has none of that name."""
        if not fold(ticket.tariff):
            return None
        alike = (x.price for x in self._tickets if fold(x.tariff) == fold(ticket.tariff))
        return self._of(TariffKind.FEE, ticket.tariff, max(alike))

    def options(self, ticket: Ticket) -> list[TakenOption]:
        """Return what a ticket includes beside the place."""
        found = {}
        for sold in ticket.options:
            tariff_id = self._of(TariffKind.OPTION, sold.name, sold.price)
            found[tariff_id] = TakenOption(tariff_id, sold.name, 1, sold.price)
        return list(found.values())

    def _of(self, kind: TariffKind, name: str, price: Money) -> int:
        key = (kind, fold(name))
        if key not in self._known:
            new = NewTariff(
                name=name.strip()[:NAME_LIMIT],
                kind=kind,
                pricing=Pricing.FIXED if price > ZERO else Pricing.FREE,
                amount=price,
                ticket_name=name,
            )
            self._known[key] = self._work.programmes.add_tariff(self._event_id, new)
        return self._known[key]


def _name_key(tariff: Tariff) -> str:
    return fold(tariff.content.name)


def _ticket_key(tariff: Tariff) -> str:
    return fold(tariff.content.ticket_name)


def _contact_of(ticket: Ticket) -> int | None:
    return ticket.contact_id or (ticket.payer_id if ticket.is_of_payer else None)


def _names(ticket: Ticket, *, is_guest: bool) -> tuple[str, str]:
    """Return last and first name of who comes; a contact is named by its own record."""
    if not is_guest and _contact_of(ticket) is not None:
        return "", ""
    if not ticket.is_nameless:
        return ticket.names
    return ticket.payer_name or _("Ticket {number}").format(number=ticket.order_ref), ""
