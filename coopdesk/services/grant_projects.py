"""Use cases around projects and their budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.storage.unit_of_work import Units


class GrantProjectService:
    """Projects that funders are asked for."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today
