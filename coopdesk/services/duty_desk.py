"""What those who look for duties work with: the file, the day, the law."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.declarations import fiscal_year, fiscal_year_of
from coopdesk.domain.events import EventKind, EventState
from coopdesk.services.joining import fiscal_year_start

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from coopdesk.domain.declarations import FiscalYear as GiftYear
    from coopdesk.domain.duties import Duty
    from coopdesk.domain.events import EventLine
    from coopdesk.domain.legal_parameters import LegalFigures
    from coopdesk.storage.unit_of_work import Work


@dataclass(frozen=True, slots=True)
class DutyDesk:
    """A day in a file; ``assemblies`` are those that have a day and were not cancelled."""

    work: Work
    day: dt.date
    figures: LegalFigures
    assemblies: tuple[EventLine, ...] = field(default=())

    def count_of(self, parameter: str, on: dt.date) -> int:
        """Return how many months or days the law gives."""
        return self.figures.value_on(parameter, on).count

    def months_after(self, day: dt.date, parameter: str) -> dt.date:
        """Return the last day of a delay that the law counts in months."""
        return months_after(day, self.count_of(parameter, day))

    def years_over(self, count: int) -> list[GiftYear]:
        """Return the last fiscal years that are over, the newest first."""
        month = fiscal_year_start(self.work)
        last = fiscal_year_of(self.day, month).year - 1
        return [fiscal_year(last - back, month) for back in range(count)]

    def assembly_after(self, day: dt.date, until: dt.date) -> EventLine | None:
        """Return the first assembly that is held after a day and not later than another."""
        found = (one for one in self.assemblies if day < held_on(one) <= until)
        return min(found, key=held_on, default=None)


Provider: TypeAlias = "Callable[[DutyDesk], Iterable[Duty]]"


def assemblies_of(lines: Iterable[EventLine]) -> tuple[EventLine, ...]:
    """Return the assemblies among events that have a day and were not cancelled."""
    return tuple(
        line
        for line in lines
        if line.kind is EventKind.ASSEMBLY
        and line.state is not EventState.CANCELLED
        and line.when.starts_on is not None
    )


def held_on(line: EventLine) -> dt.date:
    """Return the first day of an assembly."""
    day = line.when.starts_on
    assert day is not None
    return day
