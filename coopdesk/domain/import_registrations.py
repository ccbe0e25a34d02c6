"""Registrations that are known, and which of them a row of another kind of file tells again.

Exports number tickets, or nothing at all; answers of a platform number what was ordered. The
same participant of an order is then told by order, price and name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.duplicates_names import first_names, last_names
from coopdesk.domain.event_tickets import is_void
from coopdesk.domain.import_contents import (
    registration_content,
    registration_key,
    settled_registration,
    status_told,
    told_registration,
)
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.import_contents import ToldRegistration
    from coopdesk.domain.imports import RegistrationRow

# How the tickets begin that number what was ordered.
ITEM_TICKET = "item:"
_ITEM_KEY = f"ticket:{ITEM_TICKET}"
# How alike two names of one person are.
_ONE_NAME = frozenset({"same", "close", "missing"})


class KnownRegistration(NamedTuple):
    """A registration learnt from the source before."""

    id: int
    outside_key: str
    outside_content: str
    order_ref: str = ""


def as_told_now(known: Iterable[KnownRegistration]) -> list[KnownRegistration]:
    """Return registrations with contents that compare: once they kept the order of columns."""
    return [
        one._replace(outside_content=settled_registration(one.outside_content)) for one in known
    ]


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
        """Return the registration that the other kind of file told of the same participant.

        Of several, one that counts or was cancelled as this one.
        """
        known = self._by_order.get(row.order_ref, [])
        is_item = row.ticket.startswith(ITEM_TICKET)
        fits = [
            one
            for one in known
            if one.outside_key.startswith(_ITEM_KEY) is not is_item and _is_same(one, row)
        ]
        if not fits:
            return None
        gone = is_void(row.status)
        found = min(fits, key=lambda one: is_void(status_told(one.outside_content)) is not gone)
        known.remove(found)
        return found


def _is_same(known: KnownRegistration, row: RegistrationRow) -> bool:
    """Tell whether two kinds of files tell of one participant: one of them may name nobody."""
    before, now = (
        told_registration(known.outside_content),
        told_registration(registration_content(row)),
    )
    if before.cents != now.cents:
        return False
    names = [frozenset(_words(one.last_name, one.first_name)) for one in (before, now)]
    return not all(names) or names[0] == names[1]


def may_become(old: ToldRegistration, new: ToldRegistration) -> bool:
    """Tell whether one ticket may have been told so twice: one tariff and one participant.

    Its price may have changed, slips in a name are mended and names given later. Tickets of
    nobody are told apart by their price and by what was answered.
    """
    if old.tariff != new.tariff:
        return False
    if not any((old.last_name, old.first_name, new.last_name, new.first_name)):
        both = old.answers.keys() & new.answers.keys()
        return old.cents == new.cents and all(old.answers[x] == new.answers[x] for x in both)
    alike = (
        first_names(_words(old.first_name), _words(new.first_name)),
        last_names(_words(old.last_name), _words(new.last_name)),
    )
    return _ONE_NAME.issuperset(alike)


def _words(*names: str) -> tuple[str, ...]:
    return tuple(fold(" ".join(names)).split())
