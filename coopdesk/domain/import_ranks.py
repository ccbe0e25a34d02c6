"""Finds again the rows of an order that have no number of their own, in whatever order.

They are known by what they say, then by a rank among the rows of their order: a file that tells
only some of them must not pass one for another.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from coopdesk.domain.import_contents import registration_content, told_registration
from coopdesk.domain.import_registrations import may_become
from coopdesk.domain.imports import RegistrationRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.import_contents import ToldRegistration
    from coopdesk.domain.import_registrations import KnownRegistration
    from coopdesk.domain.imports import ImportRow

_OF_ORDER = "order:"
# In larger ones what is not equal is taken in turn: comparing all with all would never end.
_LARGEST_ORDER = 300


def ranked(
    rows: Iterable[ImportRow],
    told: Mapping[int, ImportRow],
    known: Iterable[KnownRegistration],
) -> list[ImportRow]:
    """Return rows, those without a ticket under the rank of the known one that they tell of.

    The others of an order get ranks that nobody had. ``told`` are rows without corrections.
    """
    found = list(rows)
    ranks: dict[str, dict[int, str]] = defaultdict(dict)
    for one in known:
        if one.outside_key.startswith(_OF_ORDER):
            order, _, number = one.outside_key.removeprefix(_OF_ORDER).rpartition("/")
            ranks[order][int(number)] = one.outside_content
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(found):
        if isinstance(row, RegistrationRow) and not row.ticket and row.order_ref in ranks:
            places[row.order_ref].append(at)
    for order, of_order in places.items():
        contents = [_content(found[at], told) for at in of_order]
        for at, rank in zip(of_order, _ranks(contents, ranks[order]), strict=True):
            found[at] = _with_rank(found[at], rank)
    return found


def _ranks(contents: Sequence[str], known: Mapping[int, str]) -> list[int]:
    """Return a rank for each row: of its equal, else of what became it, else a new one."""
    equals: dict[str, list[int]] = defaultdict(list)
    for rank in sorted(known, reverse=True):
        equals[known[rank]].append(rank)
    found = [equals[content].pop() if equals.get(content) else 0 for content in contents]
    untold = sorted(known.keys() - set(found))
    left = {rank: told_registration(known[rank]) for rank in untold}
    is_large = max(len(left), len(contents)) > _LARGEST_ORDER
    new = count(max(known) + 1)
    for at, content in enumerate(contents):
        if not found[at]:
            told = told_registration(content)
            known_as = next(iter(left), 0) if is_large else _changed_into(told, left)
            found[at] = known_as or next(new)
            left.pop(known_as, None)
    return found


def _changed_into(told: ToldRegistration, left: Mapping[int, ToldRegistration]) -> int:
    """Return the rank of the ticket that this one was, rather of the same price; 0 of none."""
    fits = [rank for rank, before in left.items() if may_become(before, told)]
    return min(fits, key=lambda rank: left[rank].cents != told.cents, default=0)


def _content(row: ImportRow, told: Mapping[int, ImportRow]) -> str:
    as_told = told.get(row.line, row)
    assert isinstance(as_told, RegistrationRow)
    return registration_content(as_told)


def _with_rank(row: ImportRow, rank: int) -> ImportRow:
    assert isinstance(row, RegistrationRow)
    return replace(row, rank=rank)
