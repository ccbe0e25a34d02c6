"""Finds again the rows of an order that have no number of their own, in whatever order.

They are known by their rank within the order; a file that tells only some of them, or others
first, must not pass one for another.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from coopdesk.domain.import_contents import registration_content
from coopdesk.domain.imports import RegistrationRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.import_registrations import KnownRegistration
    from coopdesk.domain.imports import ImportRow

_OF_ORDER = "order:"


def ranked(
    rows: Iterable[ImportRow],
    told: Mapping[int, ImportRow],
    known: Iterable[KnownRegistration],
) -> list[ImportRow]:
    """Return rows, those without a ticket under the rank of the known one that is equal.

    The others of an order take the ranks that are left. ``told`` are rows without corrections.
    """
    found = list(rows)
    ranks: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for one in known:
        if one.outside_key.startswith(_OF_ORDER):
            order, _, number = one.outside_key.removeprefix(_OF_ORDER).rpartition("/")
            ranks[order][one.outside_content].append(int(number))
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(found):
        if isinstance(row, RegistrationRow) and not row.ticket and row.order_ref in ranks:
            places[row.order_ref].append(at)
    for order, of_order in places.items():
        contents = [_content(found[at], told) for at in of_order]
        for at, rank in zip(of_order, _ranks(contents, ranks[order]), strict=True):
            found[at] = _with_rank(found[at], rank)
    return found


def _ranks(contents: Sequence[str], known: Mapping[str, Sequence[int]]) -> list[int]:
    """Return a rank for each row of an order: of its equal, else the lowest that is left."""
    left = {content: sorted(ranks, reverse=True) for content, ranks in known.items()}
    equal = [left[x].pop() if left.get(x) else None for x in contents]
    taken = {rank for rank in equal if rank is not None}
    free = (rank for rank in count(1) if rank not in taken)
    return [next(free) if rank is None else rank for rank in equal]


def _content(row: ImportRow, told: Mapping[int, ImportRow]) -> str:
    as_told = told.get(row.line, row)
    assert isinstance(as_told, RegistrationRow)
    return registration_content(as_told)


def _with_rank(row: ImportRow, rank: int) -> ImportRow:
    assert isinstance(row, RegistrationRow)
    return replace(row, rank=rank)
