"""Finds the activities that an operation made on its way and that others use by now.

The first money of an event or a group makes its activity. What came later is counted for it
too, so that taking that first money back leaves the activity, and who it is of.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from coopdesk.storage.columns import table_of
from coopdesk.storage.later_users import rows_in_use
from coopdesk.storage.tables import ActivityRow, EventRow, OperationChangeRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

_activity = table_of(ActivityRow).name
_change = table_of(OperationChangeRow)
_event = table_of(EventRow)


def axes_in_use(connection: Connection, operation_id: int) -> set[tuple[str, int]]:
    """Return the rows, with their table, that stay as they are when it is taken back."""
    used = rows_in_use(connection, operation_id, _activity)
    if not used:
        return set()
    query = (
        select(_event.c.id, _change.c.before)
        .join(_change, _change.c.row_id == _event.c.id)
        .where(
            _change.c.operation_id == operation_id,
            _change.c.table_name == _event.name,
            _change.c.kind == "update",
            _event.c.activity_id.in_(used),
        )
    )
    # An event that changed otherwise too goes back: its command was about the event.
    events = {key for key, before in connection.execute(query) if _is_axis_alone(before)}
    return {(_activity, key) for key in used} | {(_event.name, key) for key in events}


def _is_axis_alone(before: str) -> bool:
    return set(json.loads(before)) == {"activity_id"}
