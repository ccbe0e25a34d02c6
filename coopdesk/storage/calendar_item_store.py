"""Read the dates that calendar files brought, and tie them to the events made of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from coopdesk.domain.calendars import HOME_ZONE, CalendarStatus
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.event_days import CalendarEntry, ForeignItem, overlaps
from coopdesk.domain.events import EventState, When, WhenKind
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import CalendarItemRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from coopdesk.storage.recorder import Recorder

_item = table_of(CalendarItemRow)
_ZONE = ZoneInfo(HOME_ZONE)
_DAY = dt.timedelta(days=1)
_STATES = {
    CalendarStatus.TENTATIVE: EventState.PLANNED,
    CalendarStatus.CANCELLED: EventState.CANCELLED,
}


class CalendarItemStore:
    """The dates of calendar files of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def between(self, first: dt.date, last: dt.date) -> list[CalendarEntry]:
        """Return the dates from ``first`` to ``last`` that no event was made of, by day."""
        # A day more on each side: clocks elsewhere may show another one.
        query = select(_item).where(
            _item.c.event_id.is_(None),
            _item.c.starts_on <= min(last, dt.date.max - _DAY) + _DAY,
            _item.c.ends_on >= max(first, dt.date.min + _DAY) - _DAY,
        )
        rows = self._connection.execute(query.order_by(_item.c.starts_on, _item.c.id))
        entries = (_entry(row) for row in rows)
        return [entry for entry in entries if overlaps(entry.when, first, last)]

    def get(self, item_id: int) -> ForeignItem:
        """Return one date.

        Raises:
            NotFoundError: ``calendar.item_missing``.
        """
        row = self._connection.execute(select(_item).where(_item.c.id == item_id)).one_or_none()
        if row is None:
            raise NotFoundError("calendar.item_missing", id=item_id)
        return ForeignItem(
            uid=row.uid,
            entry=_entry(row),
            description=row.description,
            url=row.url,
            is_one_of_many=bool(row.rule or row.recurrence),
            event_id=row.event_id,
        )

    def tie(self, item_id: int, event_id: int) -> None:
        """Say of which event a date is."""
        self._recorder.update(_item, item_id, {"event_id": event_id})


def _entry(row: Row[Any]) -> CalendarEntry:
    status = CalendarStatus(row.status)
    return CalendarEntry(
        when=_when(row),
        title=row.title,
        state=_STATES.get(status, EventState.CONFIRMED),
        place=row.place,
        item_id=row.id,
        repeats=bool(row.rule or row.recurrence),
    )


def _when(row: Row[Any]) -> When:
    """Return the days of a date, with the hours that clocks show in France."""
    if row.is_all_day or row.starts_at is None:
        return When(WhenKind.DAYS, row.starts_on, row.ends_on)
    start = row.starts_at.astimezone(_ZONE)
    first, begins = start.date(), start.time().replace(second=0, microsecond=0)
    if row.ends_at is None or row.ends_at <= row.starts_at:
        return When(WhenKind.DAYS, first, first, begins)
    end = row.ends_at.astimezone(_ZONE)
    ends = end.time().replace(second=0, microsecond=0)
    # Midnight is the end of the day before.
    last = end.date() - _DAY if ends == dt.time(0) else end.date()
    return When(WhenKind.DAYS, first, max(first, last), begins, ends)
