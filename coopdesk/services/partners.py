"""Use cases around partners: who they are and what they take part in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.storage.unit_of_work import Units


class PartnerService:
    """Partners."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today
