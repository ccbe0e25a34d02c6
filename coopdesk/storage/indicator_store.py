"""Read and write figures followed over years."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.event_reports import Indicator, IndicatorValue, NewIndicator
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import IndicatorRow, IndicatorValueRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_indicator = table_of(IndicatorRow)
_value = table_of(IndicatorValueRow)
_DECIMALS = 3


class IndicatorStore:
    """Figures followed over years of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewIndicator) -> int:
        """Store an indicator after the others and return its id."""
        last = self._connection.execute(select(func.max(_indicator.c.position))).scalar()
        return self._recorder.insert(_indicator, {**_values(new), "position": (last or 0) + 1})

    def change(self, indicator_id: int, new: NewIndicator) -> bool:
        """Replace what is known of an indicator; return whether anything differed."""
        return self._recorder.update(_indicator, indicator_id, _values(new))

    def remove(self, indicator_id: int) -> None:
        """Delete an indicator with its figures."""
        query = select(_value.c.id).where(_value.c.indicator_id == indicator_id)
        for value_id in list(self._connection.execute(query).scalars()):
            self._recorder.delete(_value, value_id)
        self._recorder.delete(_indicator, indicator_id)

    def set_value(self, indicator_id: int, value: IndicatorValue) -> None:
        """Store the figure of a year in place of what it was."""
        values = {
            "indicator_id": indicator_id,
            "year": value.year,
            "thousandths": int(value.value.scaleb(_DECIMALS)),
            "note": value.note,
        }
        known = self._value_id(indicator_id, value.year)
        if known is None:
            self._recorder.insert(_value, values)
        else:
            self._recorder.update(_value, known, values)

    def remove_value(self, indicator_id: int, year: int) -> None:
        """Delete the figure of a year.

        Raises:
            NotFoundError: ``indicator.value_missing``.
        """
        known = self._value_id(indicator_id, year)
        if known is None:
            raise NotFoundError("indicator.value_missing", id=indicator_id, year=year)
        self._recorder.delete(_value, known)

    def get(self, indicator_id: int) -> Indicator:
        """Return one indicator.

        Raises:
            NotFoundError: ``indicator.missing``.
        """
        for one in self.all():
            if one.id == indicator_id:
                return one
        raise NotFoundError("indicator.missing", id=indicator_id)

    def all(self) -> list[Indicator]:
        """Return the indicators in their order with their figures by year."""
        values: dict[int, list[IndicatorValue]] = defaultdict(list)
        for row in self._connection.execute(select(_value).order_by(_value.c.year)):
            figure = Decimal(row.thousandths).scaleb(-_DECIMALS)
            values[row.indicator_id].append(IndicatorValue(row.year, figure, row.note))
        query = select(_indicator).order_by(_indicator.c.position, _indicator.c.id)
        return [
            Indicator(
                row.id,
                NewIndicator(row.name, row.unit, row.source, row.note),
                tuple(values[row.id]),
            )
            for row in self._connection.execute(query)
        ]

    def id_named(self, text: str) -> int | None:
        """Return the id of the indicator of that name, whatever case and accents."""
        query = select(_indicator.c.id).where(_indicator.c.name_key == fold(text))
        return self._connection.execute(query).scalar()

    def _value_id(self, indicator_id: int, year: int) -> int | None:
        query = select(_value.c.id).where(
            _value.c.indicator_id == indicator_id, _value.c.year == year
        )
        return self._connection.execute(query).scalar()


def _values(new: NewIndicator) -> dict[str, Any]:
    return {
        "name": new.name,
        "name_key": fold(new.name),
        "unit": new.unit,
        "source": new.source,
        "note": new.note,
    }
