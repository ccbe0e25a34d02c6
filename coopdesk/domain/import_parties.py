"""Who third parties of a file are: a contact when exactly one is called so."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


class Parties:
    """Contacts by their names, whatever the order of first and last name."""

    def __init__(self, contacts: Iterable[tuple[int, str]]) -> None:
        self._ids: defaultdict[str, set[int]] = defaultdict(set)
        for contact_id, name in contacts:
            self._ids[_key(name)].add(contact_id)
        self._ids.pop("", None)
        self.linked: set[str] = set()
        self.named: set[str] = set()

    def find(self, name: str) -> int | None:
        """Return the contact of a name, None unless exactly one has it."""
        found = self._ids.get(_key(name), set())
        if len(found) == 1:
            self.linked.add(name)
            return next(iter(found))
        self.named.add(name)
        return None


def _key(name: str) -> str:
    return " ".join(sorted(fold(name).split()))
