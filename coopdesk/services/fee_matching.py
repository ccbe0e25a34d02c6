"""Turns fees that a platform received into memberships: tariff by tariff, order by order."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.members import AmountKind, NewMembership, Period
from coopdesk.domain.membership_periods import next_period, period_for
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.text import fold
from coopdesk.services.fee_sharing import FeeSharing
from coopdesk.services.joining import NumberGiver, covered_by, fiscal_year_start
from coopdesk.storage.fee_store import HeldMembership, still_open

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.members import MembershipType
    from coopdesk.storage.fee_store import FeeLine, FeeRegistration
    from coopdesk.storage.unit_of_work import Work

# Who is a member already and pays this long before the end has renewed; earlier, a person
# decides.
_RENEWS_EARLY = dt.timedelta(days=92)


class FeeMatcher:
    """Makes and pays memberships from fees whose tariff names a type, inside a unit of work.

    ``named`` adds tariffs, folded, that somebody just said the type of.
    """

    def __init__(self, work: Work, named: Mapping[str, MembershipType] | None = None) -> None:
        self._work = work
        self._types = _types_by_tariff(work.membership_types.all()) | dict(named or {})
        self._by_id = {kind.id: kind for kind in self._types.values()}
        self._sharing = FeeSharing(work, self._by_id)
        self._held: dict[tuple[int, int], list[HeldMembership]] = defaultdict(list)
        self._made = 0

    def attach(self) -> int:
        """Make every membership that can be told, tie fees to memberships; count those made."""
        if not self._types:
            return 0
        lines = self._work.fees.open_lines()
        known = self._work.fees.open_registrations()
        self._waiting = self._provisional({one.order_ref for one in known if one.order_ref})
        open_ids = {one.id for one in still_open(known, lines)}
        registrations = [
            one for one in known if one.id in open_ids or self._waiting.get(one.order_ref)
        ]
        if not lines and not registrations:
            return 0
        self._month = fiscal_year_start(self._work)
        self._rules = self._work.member_rules.get()
        self._look_up(registrations, lines)
        self._from_registrations(registrations, open_ids)
        self._sharing.pay(self._work.fees.open_lines())
        self._from_lines(self._work.fees.open_lines(), known)
        return self._made

    def _look_up(
        self, registrations: Sequence[FeeRegistration], lines: Sequence[FeeLine]
    ) -> None:
        """Read who the fees are about, all at once."""
        ids = {x.contact_id or x.payer_id for x in registrations} | {x.payer_id for x in lines}
        wanted = sorted(key for key in ids if key is not None)
        self._people = self._work.fees.people(wanted)
        self._deceased = self._work.standings.deceased(wanted)
        for held in self._work.fees.held_by(wanted):
            self._held[held.contact_id, held.type_id].append(held)

    # memberships from registrations

    def _from_registrations(
        self, registrations: Sequence[FeeRegistration], open_ids: set[int]
    ) -> None:
        new: list[tuple[NewMembership, int | None]] = []
        for one in registrations:
            kind = self._types.get(fold(one.tariff))
            contact_id = one.contact_id or one.payer_id
            if kind is None or contact_id is None:
                continue
            if not self._may_join(contact_id, kind, one.registered_on):
                continue
            earlier = _taken(self._waiting.get(one.order_ref, []), contact_id, one.payer_id)
            if earlier is not None:
                self._complete(earlier, one, kind, contact_id)
            elif one.id in open_ids:
                self._place(one, kind, contact_id, new)
        self._add(new)

    def _place(
        self,
        one: FeeRegistration,
        kind: MembershipType,
        contact_id: int,
        new: list[tuple[NewMembership, int | None]],
    ) -> None:
        """Tie a registration to a membership recorded by hand, or plan one of its own."""
        period = self._period(contact_id, kind, one.registered_on)
        held = self._overlapping(contact_id, kind.id, period)
        if held is not None and held.registration_id is None and _lacks(held, one.amount):
            self._work.memberships.set_registration(held.id, one.id)
            return
        free = self._free_period(held, kind, one.registered_on) if held else period
        if free is not None:
            self._plan(self._terms(contact_id, kind, free, one.amount), one.id, new)

    def _provisional(self, orders: set[str]) -> dict[str, list[HeldMembership]]:
        """Return memberships that payments alone made before their registration came."""
        found = self._work.fees.memberships_of_orders(orders)
        held = self._work.fees.held([key for keys in found.values() for key in keys])
        return {
            order: [held[key] for key in keys if held[key].registration_id is None]
            for order, keys in found.items()
        }

    def _complete(
        self,
        held: HeldMembership,
        one: FeeRegistration,
        kind: MembershipType,
        contact_id: int,
    ) -> None:
        """Give a membership made from payments what its registration tells: who, how much."""
        self._work.memberships.set_registration(held.id, one.id)
        if held.contact_id != one.payer_id:
            return  # a person said whose it is
        before = self._work.memberships.get(held.id).content
        same = kind.id == before.type_id
        period = before.period
        if not same:
            period = period_for(kind.content, one.registered_on, self._month)
        new = NewMembership(
            contact_id,
            kind.id,
            period,
            one.amount,
            covered_ids=covered_by(self._work, contact_id, kind.content),
            previous_id=before.previous_id,
        )
        self._work.memberships.change(held.id, new)
        NumberGiver(self._work, self._rules).give([contact_id], period.start.year)

    # memberships from payments alone

    def _from_lines(
        self, lines: Sequence[FeeLine], registrations: Sequence[FeeRegistration]
    ) -> None:
        """Make payers members when their payment names a type and no registration tells who."""
        told = {one.order_ref for one in registrations if one.order_ref}
        groups: dict[tuple[str, int], list[FeeLine]] = defaultdict(list)
        for line in lines:
            if line.payer_id is not None and line.order_ref not in told:
                key = line.order_ref or f"payment {line.payment_id}"
                groups[key, line.payer_id].append(line)
        new: list[tuple[NewMembership, int | None]] = []
        planned: list[list[FeeLine]] = []
        ties: list[tuple[FeeLine, HeldMembership]] = []
        for (_order, payer_id), found in groups.items():
            kind = self._types.get(fold(found[0].tariff))
            if kind is None or not self._may_join(payer_id, kind, found[0].paid_on):
                continue
            period = self._period(payer_id, kind, found[0].paid_on)
            held = self._overlapping(payer_id, kind.id, period)
            paid = total(line.amount for line in found)
            if held is not None and held.id and _lacks(held, paid):
                ties += [(line, held) for line in found]
                continue
            free = self._free_period(held, kind, found[0].paid_on) if held else period
            if free is not None:
                fee = max(paid, _least(kind))
                self._plan(self._terms(payer_id, kind, free, fee), None, new)
                planned.append(found)
        ids = self._add(new)
        made = self._work.fees.held(ids)
        ties += [
            (line, made[key]) for key, found in zip(ids, planned, strict=True) for line in found
        ]
        self._sharing.tie(ties)

    # what both ways need

    def _may_join(self, contact_id: int, kind: MembershipType, day: dt.date) -> bool:
        person = self._people.get(contact_id)
        if person is None or person.state != ContactState.ACTIVE.value:
            return False
        if contact_id in self._deceased and day > (person.left_on or day):
            return False  # somebody else of that name, or a mistake: a person must look
        sort = ContactKind(person.kind)
        return self._rules.who.allows(sort) and kind.content.who.allows(sort)

    def _period(self, contact_id: int, kind: MembershipType, day: dt.date) -> Period:
        """Return the period of a day; who left before in it begins the day after leaving."""
        period = period_for(kind.content, day, self._month)
        left_on = self._people[contact_id].left_on
        if left_on is not None and period.start <= left_on < day:
            return Period(left_on + dt.timedelta(days=1), period.end)
        return period

    def _overlapping(
        self, contact_id: int, type_id: int, period: Period
    ) -> HeldMembership | None:
        for held in self._held[contact_id, type_id]:
            if held.started_on <= period.end and held.ended_on >= period.start:
                return held
        return None

    def _free_period(
        self, held: HeldMembership, kind: MembershipType, day: dt.date
    ) -> Period | None:
        """Return the period that an early renewal is for; None when a person must look."""
        has_left = self._people[held.contact_id].left_on is not None
        if has_left or day < held.ended_on - _RENEWS_EARLY:
            return None
        last = Period(held.started_on, held.ended_on)
        following = next_period(kind.content, last, self._month)
        if following is None or self._overlapping(held.contact_id, kind.id, following):
            return None
        return following

    def _terms(
        self, contact_id: int, kind: MembershipType, period: Period, fee: Money
    ) -> NewMembership:
        covered = covered_by(self._work, contact_id, kind.content)
        return NewMembership(contact_id, kind.id, period, fee, covered_ids=covered)

    def _plan(
        self,
        membership: NewMembership,
        registration_id: int | None,
        new: list[tuple[NewMembership, int | None]],
    ) -> None:
        new.append((membership, registration_id))
        period = membership.period
        planned = HeldMembership(
            0,
            membership.contact_id,
            membership.type_id,
            period.start,
            period.end,
            membership.due.cents,
            membership.due.cents,
            registration_id,
        )
        self._held[membership.contact_id, membership.type_id].append(planned)

    def _add(self, new: list[tuple[NewMembership, int | None]]) -> list[int]:
        giver = NumberGiver(self._work, self._rules)
        years: dict[int, list[int]] = defaultdict(list)
        for membership, _key in new:
            years[membership.period.start.year] += membership.covered_ids
        for year, contact_ids in years.items():
            giver.give(list(dict.fromkeys(contact_ids)), year)
        self._made += len(new)
        return self._work.memberships.add_many(new)


def _types_by_tariff(types: Sequence[MembershipType]) -> dict[str, MembershipType]:
    """Return types in use by the folded tariffs that mean them: their own name first."""
    found: dict[str, MembershipType] = {}
    used = [kind for kind in types if not kind.archived]
    for kind in used:
        for name in kind.content.outside_names:
            found.setdefault(fold(name), kind)
    return found | {fold(kind.content.name): kind for kind in used}


def _taken(
    waiting: list[HeldMembership], contact_id: int, payer_id: int | None
) -> HeldMembership | None:
    """Take the membership of a contact out of those that wait, else one of the payer."""
    for wanted in (contact_id, payer_id):
        for one in waiting:
            if one.contact_id == wanted:
                waiting.remove(one)
                return one
    return None


def _lacks(held: HeldMembership, amount: Money) -> bool:
    return held.due_cents - held.paid_cents >= amount.cents > 0


def _least(kind: MembershipType) -> Money:
    fixed = kind.content.amount_kind in {AmountKind.FIXED, AmountKind.MINIMUM}
    return kind.content.amount if fixed else ZERO
