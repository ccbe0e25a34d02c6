"""Use cases around public aid: what adds up over years, and the limits of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.storage.unit_of_work import Units


class PublicAidService:
    """Public aid and its limits."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today
