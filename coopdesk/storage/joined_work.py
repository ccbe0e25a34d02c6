"""Commands as parts of one transaction: what they write is kept or lost together."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from coopdesk.storage.unit_of_work import Units

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from coopdesk.storage.unit_of_work import Work


class JoinedUnits(Units):
    """Hands out parts of one unit of work, so that services serve within it."""

    def __init__(self, units: Units, whole: Work) -> None:
        self._units = units
        self._whole = whole

    @property
    def author(self) -> str:
        """Who asks."""
        return self._units.author

    def now(self) -> dt.datetime:
        """The moment operations are dated with (UTC)."""
        return self._units.now()

    @contextmanager
    def read(self) -> Iterator[Work]:
        """Open a view of what is written so far."""
        yield self._whole.part()

    @contextmanager
    def write(self, label: str, **values: str) -> Iterator[Work]:  # noqa: ARG002 (the whole has its own)
        """Open a part of the whole; the whole keeps its label."""
        yield self._whole.part()
