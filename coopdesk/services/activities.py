"""Use cases around activities, the analytic axis of the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.activities import checked_activity
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.activities import Activity, NewActivity
    from coopdesk.domain.payments import LineKind
    from coopdesk.storage.unit_of_work import Units, Work


class ActivityService:
    """Keep the activities that lines of entries and budgets belong to."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def all(self, *, open_only: bool = False) -> list[Activity]:
        """Return the activities in French order of their names."""
        with self._units.read() as work:
            return work.activities.all(open_only=open_only)

    def get(self, activity_id: int) -> Activity:
        """Return one activity; raises NotFoundError."""
        with self._units.read() as work:
            return work.activities.get(activity_id)

    def id_named(self, text: str) -> int | None:
        """Return the id of the activity of that name or code, None when there is none."""
        with self._units.read() as work:
            return work.activities.id_named(text)

    def add(self, new: NewActivity) -> Outcome[Activity]:
        """Record an activity.

        Raises:
            RuleError: a field is wrong, ``activity.name_taken``, ``activity.code_taken``,
                ``activity.tied_already``. FieldErrors: several fields are.
        """
        cleaned = checked_activity(new)
        with self._units.write("activity.added", name=cleaned.name) as work:
            _refuse_taken(work, cleaned, None)
            made = work.activities.get(work.activities.add(cleaned))
            work.commit()
        return changed(made, Subject.ACTIVITIES)

    def change(self, activity_id: int, new: NewActivity) -> Outcome[Activity]:
        """Replace what is known of an activity; raises as ``add``, or NotFoundError."""
        cleaned = checked_activity(new)
        with self._units.write("activity.changed", name=cleaned.name) as work:
            work.activities.get(activity_id)
            _refuse_taken(work, cleaned, activity_id)
            work.activities.change(activity_id, cleaned)
            made = work.activities.get(activity_id)
            work.commit()
        return changed(made, Subject.ACTIVITIES)

    def close(self, activity_id: int) -> Outcome[Activity]:
        """Close an activity: it is proposed no more; its lines stay."""
        return self._set_open(activity_id, "activity.closed", is_open=False)

    def reopen(self, activity_id: int) -> Outcome[Activity]:
        """Open an activity again."""
        return self._set_open(activity_id, "activity.reopened", is_open=True)

    def _set_open(self, activity_id: int, label: str, *, is_open: bool) -> Outcome[Activity]:
        with self._units.write(label) as work:
            work.recorder.relabel(name=work.activities.get(activity_id).name)
            work.activities.set_open(activity_id, is_open=is_open)
            made = work.activities.get(activity_id)
            work.commit()
        return changed(made, Subject.ACTIVITIES)

    def remove(self, activity_id: int) -> Outcome[Activity]:
        """Remove an activity on which nothing rests.

        Raises:
            RuleError: ``activity.in_use``: close it instead. NotFoundError: it is gone.
        """
        with self._units.write("activity.removed") as work:
            known = work.activities.get(activity_id)
            if work.activities.is_used(activity_id):
                raise RuleError("activity.in_use", name=known.name)
            work.recorder.relabel(name=known.name)
            work.activities.delete(activity_id)
            work.commit()
        return changed(known, Subject.ACTIVITIES)


def check_activity(work: Work, activity_id: int | None) -> None:
    """Raise NotFoundError ``activity.missing`` unless it is None or recorded."""
    if activity_id is not None:
        work.activities.get(activity_id)


def said_activities(work: Work, payment_id: int) -> list[tuple[LineKind, int | None]]:
    """Return of each line of a payment its kind and the activity that a person gave it.

    What a line at an event has by that event is None: it follows the event by itself.
    """
    line_ids = work.payments.line_ids(payment_id)
    parts = work.payments.get(payment_id).content.parts
    by_event = work.parties.activities_of(line_ids)
    return [
        (part.kind, part.activity_id if part.activity_id != by_event.get(line_id) else None)
        for line_id, part in zip(line_ids, parts, strict=True)
    ]


def keep_activities(
    work: Work, payment_id: int, said: Sequence[tuple[LineKind, int | None]]
) -> None:
    """Give the lines of a payment made anew what those before were said to be part of."""
    parts = work.payments.get(payment_id).content.parts
    left = list(said)
    for line_id, part in zip(work.payments.line_ids(payment_id), parts, strict=True):
        known = next((one for one in left if one[0] is part.kind), None)
        if known is not None:
            left.remove(known)
            if known[1] is not None:
                work.payments.change_line(line_id, {"activity_id": known[1]})


def _refuse_taken(work: Work, new: NewActivity, activity_id: int | None) -> None:
    """Raise RuleError when another activity has the name, the code, the group or campaign."""
    for other in work.activities.all():
        if other.id == activity_id:
            continue
        known = other.content
        if fold(known.name) == fold(new.name):
            raise RuleError("activity.name_taken", field="name", name=new.name)
        if new.code and known.code.lower() == new.code.lower():
            raise RuleError("activity.code_taken", field="code", text=new.code, name=known.name)
        if new.working_group_id and known.working_group_id == new.working_group_id:
            raise RuleError("activity.tied_already", field="working_group", name=known.name)
        if new.campaign_id and known.campaign_id == new.campaign_id:
            raise RuleError("activity.tied_already", field="campaign", name=known.name)
