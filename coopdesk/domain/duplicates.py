"""Which contacts may be one and the same: proposals with a score and reasons, never a merge."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.duplicates_identity import Identity, identity_of
from coopdesk.domain.duplicates_keys import match_keys
from coopdesk.domain.duplicates_scores import (
    PROPOSE,
    SURE,
    Likeness,
    Reason,
    Traits,
    likeness,
    traits,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

__all__ = [
    "PROPOSE",
    "SURE",
    "Identity",
    "Likeness",
    "Proposal",
    "Reason",
    "Similar",
    "compare",
    "find_duplicates",
    "identity_of",
    "match_keys",
    "similar_to",
]

# A key that more contacts share says little: such a block is parted by town and by whole name.
_LARGEST_BLOCK = 50
_REPORT_EVERY = 1_000


class Proposal(NamedTuple):
    """Two contacts that may be one; ``first_id`` is the lower number."""

    first_id: int
    second_id: int
    score: int
    reasons: tuple[Reason, ...]


class Similar(NamedTuple):
    """A known contact that resembles the one being typed."""

    contact_id: int
    score: int
    reasons: tuple[Reason, ...]


def compare(a: Identity, b: Identity) -> Likeness | None:
    """Return how likely two contacts are one, with the reasons; None below ``PROPOSE``."""
    return likeness(traits(a), traits(b))


def similar_to(new: Identity, known: Iterable[Identity]) -> list[Similar]:
    """Return the known contacts that resemble a new one, the likeliest first.

    Pass those that share a key of ``match_keys(new)``: each is compared, at some 30 µs.
    """
    return similar_among(new, map(traits, known))


def similar_among(new: Identity, known: Iterable[Traits]) -> list[Similar]:
    """Return what ``similar_to`` does, of known contacts that are compared more than once."""
    typed = traits(new)
    found = [
        Similar(other.identity.id, likeness_found.score, likeness_found.reasons)
        for other in known
        if other.identity.id is not None
        and other.identity.id != new.id
        and (likeness_found := likeness(typed, other))
    ]
    return sorted(found, key=lambda similar: (-similar.score, similar.contact_id))


def find_duplicates(
    identities: Iterable[Identity],
    not_same: AbstractSet[tuple[int, int]] = frozenset(),
    progress: Callable[[int, int], object] | None = None,
    among: AbstractSet[int] | None = None,
) -> list[Proposal]:
    """Return every pair that may be one contact, the likeliest first.

    Args:
        identities: the contacts; those without an id are left out.
        not_same: pairs of ids (low, high) that somebody said are two.
        progress: called with (done, total) now and then; may raise to stop.
        among: when given, only pairs with one of these ids (what an import brought).
    """
    known = [identity for identity in identities if identity.id is not None]
    search = _Search(known, not_same, among, progress or _no_progress)
    return sorted(search.proposals(), key=lambda x: (-x.score, x.first_id, x.second_id))


@dataclass(slots=True)
class _Search:
    """One pass over contacts that compares each pair of a block once."""

    known: list[Identity]
    not_same: AbstractSet[tuple[int, int]]
    among: AbstractSet[int] | None
    progress: Callable[[int, int], object]

    def proposals(self) -> Iterator[Proposal]:
        """Yield what is found, in no order."""
        forms: dict[int, Traits] = {}
        ids = [identity.id or 0 for identity in self.known]
        for first, second in self._pairs():
            pair = min(ids[first], ids[second]), max(ids[first], ids[second])
            if pair in self.not_same or pair[0] == pair[1]:
                continue
            for position in (first, second):
                if position not in forms:
                    forms[position] = traits(self.known[position])
            found = likeness(forms[first], forms[second])
            if found:
                yield Proposal(*pair, found.score, found.reasons)

    def _pairs(self) -> Iterator[tuple[int, int]]:
        seen: set[int] = set()
        count = len(self.known)
        wanted = None if self.among is None else self._positions(self.among)
        for block in self._blocks():
            for first, second in combinations(block, 2):
                pair = first * count + second
                if pair in seen or (wanted is not None and not wanted & {first, second}):
                    continue
                seen.add(pair)
                yield first, second

    def _positions(self, ids: AbstractSet[int]) -> set[int]:
        return {position for position, one in enumerate(self.known) if one.id in ids}

    def _blocks(self) -> Iterator[list[int]]:
        """Yield lists of rising positions that share a key."""
        # Half of the work is making keys, half comparing.
        count = len(self.known)
        by_key = self._by_key(2 * count)
        total = len(by_key)
        for done, block in enumerate(by_key):
            if done % _REPORT_EVERY == 0:
                self.progress(count + count * done // total, 2 * count)
            if len(block) <= _LARGEST_BLOCK:
                yield block
            else:
                yield from self._narrowed(block)
        self.progress(2 * count, 2 * count)

    def _by_key(self, total: int) -> list[list[int]]:
        alone: dict[str, int] = {}
        shared: dict[str, list[int]] = {}
        for position, identity in enumerate(self.known):
            if position % _REPORT_EVERY == 0:
                self.progress(position, total)
            for key in match_keys(identity):
                before = alone.setdefault(key, position)
                if before != position:
                    shared.setdefault(key, [before]).append(position)
        return list(shared.values())

    def _narrowed(self, block: list[int]) -> Iterator[list[int]]:
        parts: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for position in block:
            identity = self.known[position]
            if identity.postal_code or identity.city:
                parts[identity.postal_code, identity.city].append(position)
            parts[identity.last_name, identity.first_name, identity.organisation_name].append(
                position
            )
        for part in parts.values():
            if 2 <= len(part) <= _LARGEST_BLOCK:
                yield part


def _no_progress(_done: int, _total: int) -> None:
    """Ignore the report."""
