"""Use cases around objectives, outputs, charters, events and money of groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.activities import NAME_LIMIT, ActivityKind, NewActivity
from coopdesk.domain.errors import RuleError
from coopdesk.domain.group_rules import checked_objective, checked_output
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.groups import EventTie, NewObjective, NewOutput, Objective, Output
    from coopdesk.storage.unit_of_work import Units, Work


class GroupWorkService:
    """What groups want to reach and what they made, who signed, and what it costs."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    # objectives

    def objective(self, objective_id: int) -> Objective:
        """Return one objective; raises NotFoundError."""
        with self._units.read() as work:
            return work.group_work.objective(objective_id)

    def add_objective(self, group_id: int, new: NewObjective) -> Outcome[Objective]:
        """Add an objective behind the others of its group.

        Raises:
            RuleError: a field is wrong. FieldErrors: several are. NotFoundError: the group is
            gone.
        """
        cleaned = checked_objective(new, self._today())
        with self._units.write("objective.added") as work:
            work.recorder.relabel(group=work.groups.get(group_id).name)
            made = work.group_work.objective(work.group_work.add_objective(group_id, cleaned))
            work.commit()
        return changed(made, Subject.GROUPS)

    def change_objective(self, objective_id: int, new: NewObjective) -> Outcome[Objective]:
        """Replace what is known of an objective; raises as ``add_objective``."""
        cleaned = checked_objective(new, self._today())
        with self._units.write("objective.changed") as work:
            known = work.group_work.objective(objective_id)
            work.recorder.relabel(group=work.groups.get(known.group_id).name)
            work.group_work.change_objective(objective_id, cleaned)
            made = work.group_work.objective(objective_id)
            work.commit()
        return changed(made, Subject.GROUPS)

    def remove_objective(self, objective_id: int) -> Outcome[Objective]:
        """Remove an objective; return what it was. Raises NotFoundError."""
        with self._units.write("objective.removed") as work:
            known = work.group_work.objective(objective_id)
            work.recorder.relabel(group=work.groups.get(known.group_id).name)
            work.group_work.remove_objective(objective_id)
            work.commit()
        return changed(known, Subject.GROUPS)

    def move_objective(self, objective_id: int, steps: int) -> Outcome[None]:
        """Move an objective down among those of its group, up when ``steps`` is below zero."""
        with self._units.write("objective.ordered") as work:
            known = work.group_work.objective(objective_id)
            work.recorder.relabel(group=work.groups.get(known.group_id).name)
            order = [one.id for one in work.group_work.objectives([known.group_id])]
            place = order.index(objective_id)
            order.insert(max(0, place + steps), order.pop(place))
            work.group_work.place_objectives(order)
            work.commit()
        return changed(None, Subject.GROUPS)

    # outputs

    def output(self, output_id: int) -> Output:
        """Return one output; raises NotFoundError."""
        with self._units.read() as work:
            return work.group_work.output(output_id)

    def add_output(self, group_id: int, new: NewOutput) -> Outcome[Output]:
        """Record something that a group made.

        Raises:
            RuleError: a field is wrong. FieldErrors: several are. NotFoundError: the group is
            gone.
        """
        cleaned = checked_output(new)
        with self._units.write("output.added", title=cleaned.title) as work:
            work.groups.get(group_id)
            made = work.group_work.output(work.group_work.add_output(group_id, cleaned))
            work.commit()
        return changed(made, Subject.GROUPS)

    def change_output(self, output_id: int, new: NewOutput) -> Outcome[Output]:
        """Replace what is known of an output; raises as ``add_output``."""
        cleaned = checked_output(new)
        with self._units.write("output.changed", title=cleaned.title) as work:
            work.group_work.output(output_id)
            work.group_work.change_output(output_id, cleaned)
            made = work.group_work.output(output_id)
            work.commit()
        return changed(made, Subject.GROUPS)

    def remove_output(self, output_id: int) -> Outcome[Output]:
        """Remove an output; return what it was. Raises NotFoundError."""
        with self._units.write("output.removed") as work:
            known = work.group_work.output(output_id)
            work.recorder.relabel(title=known.content.title)
            work.group_work.remove_output(output_id)
            work.commit()
        return changed(known, Subject.GROUPS)

    # charter, events, money

    def sign_charter(self, part_ids: Sequence[int], on: dt.date | None) -> Outcome[int]:
        """Say when those with these parts signed the charter, None for not yet.

        Returns how many that changed.

        Raises:
            RuleError: ``charter.in_the_future``, ``charter.nobody_chosen``.
            NotFoundError: one of the parts is gone.
        """
        if not part_ids:
            raise RuleError("charter.nobody_chosen", field="parts")
        if on is not None and on > self._today():
            raise RuleError("charter.in_the_future", field="signed_on")
        with self._units.write("charter.signed", count=str(len(part_ids))) as work:
            group = work.ties.group_member(part_ids[0]).content.group
            work.recorder.relabel(group=group)
            count = work.groups.sign_charter(part_ids, on)
            work.commit()
        return changed(count, Subject.GROUPS, Subject.CONTACTS)

    def tie_event(self, group_id: int, event_id: int, tie: EventTie) -> Outcome[None]:
        """Say that a group was born at an event or holds it; raises NotFoundError."""
        with self._units.write("group.event_tied") as work:
            work.recorder.relabel(group=work.groups.get(group_id).name)
            work.groups.tie_event(group_id, event_id, tie)
            work.commit()
        return changed(None, Subject.GROUPS, Subject.EVENTS)

    def untie_event(self, group_id: int, event_id: int, tie: EventTie) -> Outcome[None]:
        """Take such a tie away; raises NotFoundError."""
        with self._units.write("group.event_untied") as work:
            work.recorder.relabel(group=work.groups.get(group_id).name)
            work.groups.untie_event(group_id, event_id, tie)
            work.commit()
        return changed(None, Subject.GROUPS, Subject.EVENTS)

    def ensure_activity(self, group_id: int) -> Outcome[Activity]:
        """Return the activity that the money of a group belongs to; it is made if need be.

        Raises:
            NotFoundError: the group is gone.
        """
        with self._units.write("group.activity_made") as work:
            group = work.groups.get(group_id)
            work.recorder.relabel(group=group.name)
            known = work.groups.activity_of(group_id)
            made = work.activities.get(known or _new_activity(work, group_id, group.name))
            work.commit()
        return changed(made, Subject.GROUPS, Subject.ACTIVITIES)


def _new_activity(work: Work, group_id: int, name: str) -> int:
    """Make the activity of a group; a name that another activity has gets a number."""
    tried, place = name[:NAME_LIMIT], 1
    while work.activities.id_named(tried) is not None:
        place += 1
        end = f" ({place})"
        tried = name[: NAME_LIMIT - len(end)] + end
    return work.activities.add(
        NewActivity(tried, ActivityKind.GROUP, working_group_id=group_id)
    )
