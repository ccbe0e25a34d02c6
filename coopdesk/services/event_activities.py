"""The activity of an event: the axis of the books that its money is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.activities import NAME_LIMIT, ActivityKind, NewActivity
from coopdesk.domain.events import WhenKind
from coopdesk.domain.text import fold
from coopdesk.wording.event_dates import when_text
from coopdesk.wording.event_titles import edition_text

if TYPE_CHECKING:
    from coopdesk.domain.events import Event
    from coopdesk.storage.unit_of_work import Work


def ensure_activity(work: Work, event_id: int) -> int:
    """Return the id of an event's activity, which is made where there is none yet.

    To be called within the unit of work of whatever needs it. Raises NotFoundError.
    """
    event = work.events.get(event_id)
    if event.activity_id is not None:
        return event.activity_id
    known = {fold(one.name) for one in work.activities.all()}
    new = NewActivity(
        name=_free_name(event, known),
        kind=ActivityKind.EVENT,
        starts_on=event.when.starts_on,
        ends_on=event.when.ends_on,
    )
    activity_id = work.activities.add(new)
    work.events.set_activity(event_id, activity_id)
    return activity_id


def _free_name(event: Event, known: set[str]) -> str:
    """Return the title with what tells the event from others, and a number if that is taken."""
    told = []
    if event.content.edition is not None:
        told.append(edition_text(event.content.edition))
    if event.when.kind is not WhenKind.UNDATED:
        told.append(when_text(event.when))
    end = f" ({', '.join(told)})" if told else ""
    name = event.title[: NAME_LIMIT - len(end)].rstrip() + end
    number = 1
    found = name
    while fold(found) in known:
        number += 1
        more = f" – {number}"
        found = name[: NAME_LIMIT - len(more)] + more
    return found
