"""French towns and their postcodes, offline: completed while an address is typed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coopdesk.domain.places import read_places
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from coopdesk.domain.places import Place, PlaceIndex


class PlaceService:
    """Asks the towns that ship with the program; they are read at the first question."""

    def suggest(self, text: str, limit: int = 8) -> list[Place]:
        """Return the towns for a postcode or a name half typed, best first."""
        return _index().suggest(text, limit)

    def of_postcode(self, code: str) -> list[Place]:
        """Return every town that a whole postcode serves, the most populous first."""
        return _index().of_postcode(code)

    def of_name(self, name: str) -> list[Place]:
        """Return every postcode of the towns with exactly this name."""
        return _index().of_name(name)


@cache
def _index() -> PlaceIndex:
    """Read the seed once; two databases opened in turn share it."""
    import lzma

    content = (database_files() / "seed" / "communes.csv.xz").read_bytes()
    return read_places(lzma.decompress(content).decode())
