"""Use cases around figures followed over years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_reports import IndicatorValue
from coopdesk.domain.indicator_rules import NOTE_LIMIT, checked_indicator, checked_value
from coopdesk.domain.text import checked_line
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from decimal import Decimal

    from coopdesk.domain.event_reports import Indicator, NewIndicator
    from coopdesk.storage.unit_of_work import Units, Work


class IndicatorService:
    """Figures followed over years, such as how many places take part in a network."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def all(self) -> list[Indicator]:
        """Return the indicators in their order with their figures by year."""
        with self._units.read() as work:
            return work.indicators.all()

    def get(self, indicator_id: int) -> Indicator:
        """Return one indicator; raises NotFoundError."""
        with self._units.read() as work:
            return work.indicators.get(indicator_id)

    def id_named(self, text: str) -> int | None:
        """Return the id of the indicator of that name, None when there is none."""
        with self._units.read() as work:
            return work.indicators.id_named(text)

    def add(self, new: NewIndicator) -> Outcome[Indicator]:
        """Record an indicator without figures.

        Raises:
            RuleError: a field is wrong, ``indicator.name_taken``.
        """
        cleaned = checked_indicator(new)
        with self._units.write("indicator.added", name=cleaned.name) as work:
            _refuse_taken(work, cleaned, None)
            made = work.indicators.get(work.indicators.add(cleaned))
            work.commit()
        return changed(made, Subject.EVENTS)

    def change(self, indicator_id: int, new: NewIndicator) -> Outcome[Indicator]:
        """Replace what is known of an indicator; raises as ``add``, or NotFoundError."""
        cleaned = checked_indicator(new)
        with self._units.write("indicator.changed", name=cleaned.name) as work:
            work.indicators.get(indicator_id)
            _refuse_taken(work, cleaned, indicator_id)
            work.indicators.change(indicator_id, cleaned)
            made = work.indicators.get(indicator_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def remove(self, indicator_id: int) -> Outcome[Indicator]:
        """Remove an indicator with its figures; raises NotFoundError."""
        with self._units.write("indicator.removed") as work:
            known = work.indicators.get(indicator_id)
            work.recorder.relabel(name=known.content.name)
            work.indicators.remove(indicator_id)
            work.commit()
        return changed(known, Subject.EVENTS)

    def set_value(
        self, indicator_id: int, year: int, value: Decimal, note: str = ""
    ) -> Outcome[Indicator]:
        """Say what an indicator was in a year, in place of what was said before.

        Raises:
            RuleError: ``indicator.wrong_year``, ``indicator.value_…``. NotFoundError.
        """
        figure = IndicatorValue(
            year, checked_value(year, value), checked_line(note, "note", NOTE_LIMIT)
        )
        with self._units.write("indicator.value_set", year=str(year)) as work:
            work.recorder.relabel(name=work.indicators.get(indicator_id).content.name)
            work.indicators.set_value(indicator_id, figure)
            made = work.indicators.get(indicator_id)
            work.commit()
        return changed(made, Subject.EVENTS)

    def remove_value(self, indicator_id: int, year: int) -> Outcome[Indicator]:
        """Forget the figure of a year; raises NotFoundError."""
        with self._units.write("indicator.value_removed", year=str(year)) as work:
            work.recorder.relabel(name=work.indicators.get(indicator_id).content.name)
            work.indicators.remove_value(indicator_id, year)
            made = work.indicators.get(indicator_id)
            work.commit()
        return changed(made, Subject.EVENTS)


def _refuse_taken(work: Work, new: NewIndicator, indicator_id: int | None) -> None:
    if work.indicators.id_named(new.name) not in {None, indicator_id}:
        raise RuleError("indicator.name_taken", field="name", name=new.name)
