"""Registrations that are known, and which of them a row of another kind of file tells again.

Exports number tickets, or nothing at all; answers of a platform number what was ordered. The
same participant of an order is then told by order, price and name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.import_contents import registration_key, told_participant
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.imports import RegistrationRow

# How the tickets begin that number what was ordered.
ITEM_TICKET = "item:"
_ITEM_KEY = f"ticket:{ITEM_TICKET}"


class KnownRegistration(NamedTuple):
    """A registration learnt from the source before."""

    id: int
    outside_key: str
    outside_content: str
    order_ref: str = ""


class KnownRegistrations:
    """The registrations that are known; each explains one row of a file."""

    def __init__(self, known: Iterable[KnownRegistration]) -> None:
        self._by_key = {one.outside_key: one for one in known}
        self._by_order: dict[str, list[KnownRegistration]] = defaultdict(list)
        for one in self._by_key.values():
            self._by_order[one.order_ref].append(one)

    def named(self, row: RegistrationRow) -> KnownRegistration | None:
        """Return the registration that has the key of a row."""
        return self._by_key.get(registration_key(row))

    def told_otherwise(self, row: RegistrationRow) -> KnownRegistration | None:
        """Return the registration that the other kind of file told of the same participant."""
        known = self._by_order.get(row.order_ref, [])
        is_item = row.ticket.startswith(ITEM_TICKET)
        for one in known:
            if one.outside_key.startswith(_ITEM_KEY) is not is_item and _is_same(one, row):
                known.remove(one)
                return one
        return None


def _is_same(known: KnownRegistration, row: RegistrationRow) -> bool:
    cents, last_name, first_name = told_participant(known.outside_content)
    if cents != row.amount.cents:
        return False
    before = _name(last_name, first_name)
    now = _name(row.participant_last_name, row.participant_first_name)
    return not before or not now or before == now


def _name(last_name: str, first_name: str) -> frozenset[str]:
    return frozenset(fold(f"{last_name} {first_name}").split())
