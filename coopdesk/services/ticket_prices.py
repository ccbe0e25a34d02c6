"""The tariffs and options of an event, by what platforms call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.event_registrations import TakenOption
from coopdesk.domain.event_rules import NAME_LIMIT
from coopdesk.domain.events import NewTariff, Pricing, TariffKind
from coopdesk.domain.money import ZERO
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.event_tickets import Ticket
    from coopdesk.domain.events import Tariff
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work


class TicketPrices:
    """The tariffs of an event by what platforms call them; what is lacking is made."""

    def __init__(self, work: Work, event_id: int, tickets: Iterable[Ticket]) -> None:
        self._work = work
        self._event_id = event_id
        self._asked: dict[str, Money] = {}
        for ticket in tickets:
            key = fold(ticket.tariff)
            self._asked[key] = max(ticket.price, self._asked.get(key, ZERO))
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
        key = fold(ticket.tariff)
        return self._of(TariffKind.FEE, ticket.tariff, self._asked[key]) if key else None

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
