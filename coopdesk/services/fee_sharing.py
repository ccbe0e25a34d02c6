"""Shares fees between the memberships that they settle: one each, cut, or in instalments."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coopdesk.domain.donations import NewDonation
from coopdesk.domain.membership_fees import MOST_INSTALMENTS, instalment_plan
from coopdesk.domain.money import Money, total
from coopdesk.storage.donation_store import donation_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.members import MembershipType
    from coopdesk.storage.fee_store import FeeLine, HeldMembership
    from coopdesk.storage.unit_of_work import Work


class FeeSharing:
    """Ties fees received to memberships, inside a unit of work."""

    def __init__(self, work: Work, types: Mapping[int, MembershipType]) -> None:
        self._work = work
        self._by_id = types

    def pay(self, lines: Sequence[FeeLine]) -> None:
        """Tie fees to the memberships of their orders; one fee for several is cut."""
        by_order: dict[str, list[FeeLine]] = defaultdict(list)
        for line in lines:
            if line.order_ref:
                by_order[line.order_ref].append(line)
        found = self._work.fees.memberships_of_orders(list(by_order))
        held = self._work.fees.held([key for keys in found.values() for key in keys])
        ties: list[tuple[FeeLine, HeldMembership]] = []
        for order, keys in found.items():
            ties += self._shared(by_order[order], [held[key] for key in keys])
        self.tie(ties)

    def _shared(
        self, lines: Sequence[FeeLine], held: Sequence[HeldMembership]
    ) -> list[tuple[FeeLine, HeldMembership]]:
        """Share the fees of one order between its memberships."""
        if len(held) == 1:
            return _all_to(held[0], lines)
        rest = {one.id: one.due_cents - one.paid_cents for one in held}
        ties, left = [], []
        for line in lines:
            exact = [one for one in held if rest[one.id] == line.amount.cents]
            if exact:
                rest[exact[0].id] = 0
                ties.append((line, exact[0]))
            else:
                left.append(line)
        for line in left:
            ties += self._cut(line, held, rest)
        return ties

    def _cut(
        self, line: FeeLine, held: Sequence[HeldMembership], rest: dict[int, int]
    ) -> list[tuple[FeeLine, HeldMembership]]:
        ties = []
        for one in held:
            if not 0 < rest[one.id] < line.amount.cents:
                continue
            part = self._work.fees.line(self._work.fees.split(line, Money(rest[one.id])))
            rest[one.id] = 0
            ties.append((part, one))
            line = self._work.fees.line(line.id)
        for one in held:
            if rest[one.id] >= line.amount.cents:
                rest[one.id] -= line.amount.cents
                return [*ties, (line, one)]
        return ties

    def tie(self, ties: Sequence[tuple[FeeLine, HeldMembership]]) -> None:
        """Let fees settle memberships; those that count for tax become gifts as well."""
        self._work.fees.attach_many({line.id: held.id for line, held in ties})
        gifts = [
            donation_values(
                NewDonation(
                    line.paid_on, line.amount, line.mode, line.payer_id or held.contact_id
                ),
                line.id,
                None,
                "",
            )
            | {"is_fee": True}
            for line, held in ties
            if self._is_eligible(held.type_id)
        ]
        self._work.imports.add_donations(gifts)
        paid: dict[int, list[FeeLine]] = defaultdict(list)
        for line, held in ties:
            paid[held.id].append(line)
        by_id = {held.id: held for _line, held in ties}
        for key, found in paid.items():
            self._fit(by_id[key], found)

    def _is_eligible(self, type_id: int) -> bool:
        kind = self._by_id.get(type_id) or self._work.membership_types.get(type_id)
        return kind.content.receipt_eligible

    def _fit(self, held: HeldMembership, lines: Sequence[FeeLine]) -> None:
        """Let a fee be what was paid when that is more, and know instalments by the first."""
        paid = held.paid_cents + total(line.amount for line in lines).cents
        if paid > held.due_cents:
            self._work.fees.change_terms(held.id, {"fee_cents": paid})
        elif 0 < paid < held.due_cents and not held.paid_cents:
            count = min(-(-held.due_cents // lines[0].amount.cents), MOST_INSTALMENTS)
            parts = instalment_plan(Money(held.due_cents), max(count, 2), lines[0].paid_on)
            self._work.memberships.replace_instalments(held.id, parts)


def _all_to(
    held: HeldMembership, lines: Sequence[FeeLine]
) -> list[tuple[FeeLine, HeldMembership]]:
    """Tie fees to the one membership of their order, up to what its registration cost.

    What comes after that is another person's, or paid twice: somebody has a look.
    """
    rest = held.due_cents - held.paid_cents
    ties = []
    for line in lines:
        if rest <= 0 and held.registration_id is not None:
            break
        ties.append((line, held))
        rest -= line.amount.cents
    return ties
