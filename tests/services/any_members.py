"""An association whose members are left to chance, and its bare facts for a plain recount."""

from __future__ import annotations

import datetime as dt
import random
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import Civility, ContactKind, NewContact
from coopdesk.domain.errors import CoopDeskError
from coopdesk.domain.members import (
    FOR_EVER,
    AmountKind,
    DepartureReason,
    Holder,
    Instalment,
    NewDeparture,
    NewMembership,
    NewMembershipType,
    Period,
)
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.services.contacts import ContactService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from tests.building import TODAY, new_units, open_units, person, today
from tests.made_once import made_once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.storage.unit_of_work import Units

_PLACES = (
    PostalAddress("1 rue Haute", "", "44000", "Nantes", "FR"),
    PostalAddress("1 rue Haute", "", "20200", "Bastia", "FR"),
    PostalAddress("1 rue Haute", "", "1000", "Bruxelles", "BE"),
    PostalAddress(),
)
_PERIODS = (
    *(Period(dt.date(y, 1, 1), dt.date(y, 12, 31)) for y in (2022, 2023, 2024, 2025, 2026)),
    *(Period(dt.date(y, 9, 1), dt.date(y + 1, 8, 31)) for y in (2023, 2024, 2025, 2026)),
    Period(dt.date(2024, 3, 1), FOR_EVER),
    Period(dt.date(2025, 12, 10), dt.date(2026, 12, 9)),
    Period(dt.date(2026, 12, 1), dt.date(2027, 11, 30)),
)


class AnyMembers:
    """Fills a file; what the rules forbid is not done."""

    def __init__(self, units: Units, seed: int) -> None:
        self._chance = random.Random(seed)
        self.contacts = ContactService(units, today)
        self.members = MemberService(units, today)
        types = MembershipTypeService(units, today)
        new = [
            NewMembershipType("Simple", amount=Money(500)),
            NewMembershipType("Jeune", AmountKind.SUGGESTED, Money(500)),
            NewMembershipType("Foyer", AmountKind.MINIMUM, Money(500), Holder.HOUSEHOLD),
        ]
        self.types = [types.add(one).value.id for one in new]
        types.move(self.types[2], -1)
        self.people = [self._add(n) for n in range(24)]
        for step in (*[self._join] * 6, self._cancel, self._leave):
            for contact_id in self._chance.sample(self.people, 16):
                with suppress(CoopDeskError):
                    step(contact_id)
        self.contacts.archive(self.people[:2])
        self.contacts.bin(self.people[2:3])

    def _add(self, n: int) -> int:
        some = self._chance.choice
        number = f"A-{self._chance.randrange(40)}-{n}" if n % 4 else ""
        if n % 7 == 3:
            name = some(("Coop du Pré", "Jardins d’Œuvre"))
            new = NewContact(ContactKind.ORGANISATION, organisation_name=name, number=number)
            return self.contacts.add(new).value.id
        born = some((None, dt.date(1986, 11, 22), dt.date(1986, 11, 23), dt.date(2004, 2, 29)))
        new = person(
            some(("Lefèvre", "Le Goff", "Nguyễn")),
            some(("Élodie", "Ana")),
            number=number,
            birth_on=born,
            civility=some(tuple(Civility)),
            address=some(_PLACES),
        )
        return self.contacts.add(new).value.id

    def _join(self, contact_id: int) -> None:
        chance = self._chance
        fee, period = Money(chance.choice((500, 2000, 9000))), chance.choice(_PERIODS)
        half = Money(fee.cents // 2)
        parts = chance.choice(
            ((), (Instalment(period.start, half), Instalment(period.start, half)))
        )
        new = NewMembership(
            contact_id, chance.choice(self.types), period, fee, instalments=parts
        )
        membership = self.members.join(new).value
        amount = chance.choice((None, half, fee, fee))
        if amount is not None:
            share = PaymentShare("fee", amount, membership.id)
            self.members.record_payment(
                NewSharedPayment(contact_id, TODAY, amount, PaymentMode.CASH, (share,))
            )

    def _cancel(self, contact_id: int) -> None:
        unpaid = [x.id for x in self.members.of_contact(contact_id) if not x.paid]
        if unpaid:
            self.members.cancel(self._chance.choice(unpaid))

    def _leave(self, contact_id: int) -> None:
        if self._chance.random() < 0.25:
            day = dt.date(self._chance.choice((2025, 2026)), 6, 30)
            self.members.leave(NewDeparture(contact_id, day, DepartureReason.RESIGNED))


@contextmanager
def any_members(path: Path, seed: int) -> Iterator[Units]:
    """Open a file of such members at ``path``: of one seed they are always the same."""

    def fill(made: Path) -> None:
        with new_units(made) as units:
            AnyMembers(units, seed)

    path.write_bytes(made_once(f"members-{seed}.coopdesk", fill))
    with open_units(path) as units:
        yield units


def facts(units: Units) -> tuple[list[dict], list[tuple[int, int]], list[tuple[int, int]]]:
    """Return memberships with their holders, who is covered by which, and years of leaving."""
    with units.database.reading() as connection:
        memberships = connection.exec_driver_sql(
            "SELECT m.id, m.contact_id, m.type_id, m.started_on, m.ended_on, m.fee_cents,"
            " m.joining_fee_cents, m.instalment_count, m.paid_cents, m.cancelled_on,"
            " t.position, c.state, c.sort_key, c.number_key, c.search_text, c.member_since,"
            " c.member_until, c.member_left_on FROM membership m"
            " JOIN contact c ON c.id = m.contact_id JOIN membership_type t ON t.id = m.type_id"
        ).mappings()
        covered = connection.exec_driver_sql(
            "SELECT contact_id, membership_id FROM membership_person"
        )
        left = connection.exec_driver_sql(
            "SELECT contact_id, CAST(substr(left_on, 1, 4) AS INTEGER) FROM departure"
        )
        return list(map(dict, memberships)), list(map(tuple, covered)), list(map(tuple, left))
