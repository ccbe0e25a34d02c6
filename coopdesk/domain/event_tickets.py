"""Tickets that platforms sold: which are offered to an event, and what registers by them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, parse_amount, total
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.payments import PaymentSource

_PRICE_OF = "montant "
# How questions begin of which the answer names somebody, where the file itself names nobody.
_LAST_NAME, _FIRST_NAME = "nom", "prenom"
# How the words begin by which platforms say that a ticket no longer counts.
_VOID = ("annul", "cancel", "rembours", "refund")


def is_void(status: str) -> bool:
    """Tell whether a platform says by its status that a ticket no longer counts."""
    return fold(status).startswith(_VOID)


class OptionSold(NamedTuple):
    """Something beside the place that a ticket includes, at its price."""

    name: str
    price: Money


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a platform sold, as an import told it.

    ``form`` is what the platform calls the campaign or form that sold it, empty where no file
    told; ``run_id`` and ``file_name`` are of the import that told it first. ``event_id`` is the
    event that took it, ``registration_id`` who came in by it.
    """

    id: int
    source: PaymentSource
    order_ref: str
    ordered_on: dt.date
    status: str
    tariff: str
    amount: Money
    last_name: str
    first_name: str
    answers: Mapping[str, str]
    payer_id: int | None = None
    payer_name: str = ""
    contact_id: int | None = None
    payment_id: int | None = None
    form: str = ""
    run_id: int | None = None
    file_name: str = ""
    event_id: int | None = None
    registration_id: int | None = None

    @property
    def is_void(self) -> bool:
        """Whether it was cancelled or paid back."""
        return is_void(self.status)

    @property
    def options(self) -> tuple[OptionSold, ...]:
        """What was sold with the place: ``Montant Repas`` beside ``Repas``."""
        questions = {fold(name): name.strip() for name in self.answers}
        found = []
        for name, written in self.answers.items():
            key = fold(name)
            asked = questions.get(key.removeprefix(_PRICE_OF))
            if key.startswith(_PRICE_OF) and asked and (price := _price(written)) > ZERO:
                found.append(OptionSold(asked, price))
        if total(each.price for each in found) > self.amount:
            return ()  # a promotion took more than the place costs
        return tuple(found)

    @property
    def price(self) -> Money:
        """What the place alone costs."""
        return self.amount - total(each.price for each in self.options)

    @property
    def names(self) -> tuple[str, str]:
        """Last and first name of who comes; empty where nothing tells them."""
        if self.last_name or self.first_name:
            return self.last_name, self.first_name
        return self._answered(_LAST_NAME), self._answered(_FIRST_NAME)

    @property
    def is_of_payer(self) -> bool:
        """Whether who paid is who comes, or nothing names anybody else."""
        return self.is_nameless or _words(" ".join(self.names)) == _words(self.payer_name)

    @property
    def is_nameless(self) -> bool:
        """Whether nothing tells who comes."""
        return not any(self.names)

    def _answered(self, beginning: str) -> str:
        return next(
            (
                answer.strip()
                for question, answer in self.answers.items()
                if fold(question).startswith(beginning) and answer.strip()
            ),
            "",
        )


@dataclass(frozen=True, slots=True)
class TicketForm:
    """What sells tickets: a form by its name, or a file of tickets where nobody named it.

    ``tariffs`` are the folded names of those that are for the event, all of them when empty.
    """

    source: PaymentSource
    name: str = ""
    run_id: int | None = None
    tariffs: frozenset[str] = frozenset()

    def sells(self, ticket: Ticket) -> bool:
        """Tell whether a ticket is one of them."""
        if ticket.source is not self.source or not self.takes(ticket.tariff):
            return False
        if self.name:
            return fold(ticket.form) == fold(self.name)
        return not ticket.form and ticket.run_id == self.run_id

    def takes(self, tariff: str) -> bool:
        """Tell whether a tariff is for the event."""
        return not self.tariffs or fold(tariff) in self.tariffs


@dataclass(frozen=True, slots=True)
class TariffSold:
    """How often a tariff was sold and for how much in all, void tickets left out."""

    name: str
    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class TicketOffer:
    """Tickets of one form that no event has taken yet; ``void`` of them no longer count."""

    form: TicketForm
    file_name: str
    count: int
    void: int
    amount: Money
    first_on: dt.date
    last_on: dt.date
    tariffs: tuple[TariffSold, ...]


@dataclass(frozen=True, slots=True)
class TicketsTaken:
    """What taking tickets did; ``joined`` were registered already and have their ticket now."""

    registered: int = 0
    cancelled: int = 0
    joined: int = 0
    amount: Money = ZERO

    @property
    def count(self) -> int:
        """How many tickets were taken."""
        return self.registered + self.cancelled + self.joined


def offers_of(tickets: Iterable[Ticket]) -> list[TicketOffer]:
    """Group tickets that are free by the forms that sold them, the latest sold first."""
    groups: dict[tuple[PaymentSource, str, int | None], list[Ticket]] = {}
    for one in tickets:
        key = (one.source, fold(one.form), None if one.form else one.run_id)
        groups.setdefault(key, []).append(one)
    offers = [_offer(group) for group in groups.values()]
    return sorted(offers, key=lambda offer: (offer.last_on, offer.count), reverse=True)


def _offer(tickets: Sequence[Ticket]) -> TicketOffer:
    first = tickets[0]
    counting = [one for one in tickets if not one.is_void]
    sold: dict[str, list[Ticket]] = {}
    for one in counting:
        sold.setdefault(one.tariff, []).append(one)
    days = [one.ordered_on for one in tickets]
    return TicketOffer(
        form=TicketForm(first.source, first.form, None if first.form else first.run_id),
        file_name=first.file_name,
        count=len(tickets),
        void=len(tickets) - len(counting),
        amount=total(one.amount for one in counting),
        first_on=min(days),
        last_on=max(days),
        tariffs=tuple(
            TariffSold(name, len(ones), total(one.amount for one in ones))
            for name, ones in sold.items()
        ),
    )


@dataclass(frozen=True, slots=True)
class Followed:
    """The forms whose tickets come to an event by themselves.

    ``tariffs`` by the source and the folded name of a form, ``""`` for files that name none.
    """

    tariffs: Mapping[tuple[str, str], frozenset[str]]

    def wants(self, ticket: Ticket, name: str) -> bool:
        """Tell whether tickets of a form of that name, and of this tariff, are wanted."""
        wanted = self.tariffs.get((ticket.source.value, fold(name)))
        return wanted is not None and (not wanted or fold(ticket.tariff) in wanted)

    def takes(self, ticket: Ticket) -> bool:
        """Tell whether a ticket is wanted of whatever form of its source."""
        return any(
            source == ticket.source.value and (not wanted or fold(ticket.tariff) in wanted)
            for (source, _name), wanted in self.tariffs.items()
        )

    def with_form(self, form: TicketForm, *, named: str = "") -> Followed:
        """Return these and one more; all tariffs of a form are more than some."""
        key = (form.source.value, fold(named or form.name))
        known = self.tariffs.get(key)
        whole = not form.tariffs or (known is not None and not known)
        tariffs = frozenset() if whole else (known or frozenset()) | form.tariffs
        return Followed({**self.tariffs, key: tariffs})


def kept_text(followed: Followed) -> str:
    """Return what an event keeps of the forms that it follows; empty for none."""
    rows = [
        [source, name, *sorted(tariffs)]
        for (source, name), tariffs in sorted(followed.tariffs.items())
    ]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def read_text(text: str) -> Followed:
    """Read what an event keeps."""
    rows = json.loads(text) if text else []
    return Followed({(row[0], row[1]): frozenset(row[2:]) for row in rows})


def _price(written: str) -> Money:
    try:
        return parse_amount(written)
    except RuleError:
        return ZERO


def _words(name: str) -> list[str]:
    return sorted(fold(name).split())
