"""Who takes part in an event: registrations, parties on one payment, presence, cash boxes."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.payments import PaymentMode


class RegistrationState(enum.Enum):
    """Whether somebody has a place, waits for one, or gave it up."""

    REGISTERED = "registered"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class RegistrationSource(enum.Enum):
    """Where a registration came from."""

    MANUAL = "manual"
    DOOR = "door"
    POLL = "poll"
    TICKET = "ticket"
    FILE = "file"


class MoveKind(enum.Enum):
    """What happened to a registration; PROMOTED from the waiting list."""

    REGISTERED = "registered"
    WAITING = "waiting"
    PROMOTED = "promoted"
    CANCELLED = "cancelled"
    RESTORED = "restored"


class Settlement(enum.Enum):
    """How the money of a party stands; OVERPAID is to be given back."""

    FREE = "free"
    PAID = "paid"
    PARTLY_PAID = "partly_paid"
    UNPAID = "unpaid"
    OVERPAID = "overpaid"


@dataclass(frozen=True, slots=True)
class OptionChoice:
    """An option taken; ``price`` for all of ``quantity``, None for what the tariff says."""

    tariff_id: int
    quantity: int = 1
    price: Money | None = None


@dataclass(frozen=True, slots=True)
class NewRegistration:
    """Somebody who registers: a contact, or a guest by name.

    ``price`` is what was chosen where people choose; None for what the tariff says.
    ``party_id`` joins a party that pays together; None begins a new one.
    """

    event_id: int
    contact_id: int | None = None
    last_name: str = ""
    first_name: str = ""
    email: str = ""
    phone: str = ""
    tariff_id: int | None = None
    price: Money | None = None
    options: tuple[OptionChoice, ...] = ()
    party_id: int | None = None
    note: str = ""
    source: RegistrationSource = RegistrationSource.MANUAL


@dataclass(frozen=True, slots=True)
class TakenOption:
    """An option of a registration as it is kept."""

    tariff_id: int
    name: str
    quantity: int
    price: Money


@dataclass(frozen=True, slots=True)
class Registration:
    """A recorded registration.

    ``number`` counts within the event; ``rank`` is the place in the waiting list, None outside
    it. ``price`` is without options, ``due`` with them; 0 of a cancelled one. ``settlement`` is
    that of its party. ``present`` are the sessions, None for the event as a whole.
    """

    id: int
    event_id: int
    number: int
    party_id: int
    contact_id: int | None
    last_name: str
    first_name: str
    name: str
    email: str
    phone: str
    state: RegistrationState
    registered_at: dt.datetime
    source: RegistrationSource
    badge_code: str
    tariff_id: int | None = None
    tariff_name: str = ""
    price: Money = ZERO
    options: tuple[TakenOption, ...] = ()
    due: Money = ZERO
    settlement: Settlement = Settlement.FREE
    present: tuple[int | None, ...] = ()
    rank: int | None = None
    cancelled_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A trace of a registration; ``freed_by`` names whose place it took, empty otherwise."""

    id: int
    registration_id: int
    name: str
    moved_at: dt.datetime
    kind: MoveKind
    freed_by: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """People on one payment: what they owe, what they paid less what went back."""

    id: int
    event_id: int
    payer_id: int | None
    payer_name: str
    names: tuple[str, ...]
    due: Money
    paid: Money
    payment_ids: tuple[int, ...] = ()

    @property
    def left(self) -> Money:
        """What is still owed; below zero what is to be given back."""
        return self.due - self.paid


@dataclass(frozen=True, slots=True)
class RegistrationCounts:
    """How an event stands; ``free`` is None without a limit, never below zero.

    ``left`` is what parties still owe, ``overpaid`` what is to be given back: what one paid too
    much pays for no other.
    """

    registered: int = 0
    waiting: int = 0
    cancelled: int = 0
    present: int = 0
    capacity: int | None = None
    due: Money = ZERO
    paid: Money = ZERO
    left: Money = ZERO
    overpaid: Money = ZERO

    @property
    def free(self) -> int | None:
        """How many places are left."""
        return None if self.capacity is None else max(self.capacity - self.registered, 0)


@dataclass(frozen=True, slots=True)
class RegistrationFilter:
    """Which registrations to show; ``sort`` is one of number, name, state, tariff, due."""

    event_id: int
    text: str = ""
    state: RegistrationState | None = None
    settlement: Settlement | None = None
    sort: str = "number"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class DoorPayment:
    """Money taken for a party at the door or later.

    ``amount`` is of what is due, ``gift`` is given on top of it: the payment is of both.
    """

    paid_on: dt.date
    amount: Money
    mode: PaymentMode
    gift: Money = ZERO
    cash_box_id: int | None = None


@dataclass(frozen=True, slots=True)
class CheckInEntry:
    """Somebody as the check-in page searches: ``words`` are folded, ``code`` is scanned."""

    registration_id: int
    name: str
    words: str
    code: str
    state: RegistrationState
    settlement: Settlement
    due: Money
    tariff_name: str
    present: frozenset[int | None] = frozenset()


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who was said to be there; ``was_there`` when that had been said before."""

    registration: Registration
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class CashBox:
    """The cash box of a day: ``takings`` is cash in less cash out; ``expected`` is in it."""

    id: int
    event_id: int
    held_on: dt.date
    opening: Money
    takings: Money
    counted: Money | None = None
    closed_at: dt.datetime | None = None
    note: str = ""

    @property
    def expected(self) -> Money:
        """What should be in it."""
        return self.opening + self.takings

    @property
    def difference(self) -> Money | None:
        """What was counted above (or below zero: under) what should be in it."""
        return None if self.counted is None else self.counted - self.expected
