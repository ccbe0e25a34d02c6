"""Read and write what groups aim at and what they made."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.groups import (
    NewObjective,
    NewOutput,
    Objective,
    ObjectiveKind,
    ObjectiveState,
    Output,
    OutputKind,
    OutputState,
)
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.tables import (
    ActionRegisterRow,
    ActionRegisterUseRow,
    GroupObjectiveRow,
    GroupOutputRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row

    from coopdesk.storage.recorder import Recorder

_objective = table_of(GroupObjectiveRow)
_output = table_of(GroupOutputRow)
_register = table_of(ActionRegisterRow)
_use = table_of(ActionRegisterUseRow)


class GroupWorkStore:
    """The objectives and outputs of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # objectives

    def add_objective(self, group_id: int, new: NewObjective) -> int:
        """Store an objective behind the others of its group and return its id."""
        last = select(func.max(_objective.c.position)).where(_objective.c.group_id == group_id)
        position = (self._connection.execute(last).scalar() or 0) + 1
        place = {"group_id": group_id, "position": position}
        return self._recorder.insert(_objective, {**_objective_values(new), **place})

    def change_objective(self, objective_id: int, new: NewObjective) -> bool:
        """Replace what is known of an objective; return whether anything differed."""
        return self._recorder.update(_objective, objective_id, _objective_values(new))

    def remove_objective(self, objective_id: int) -> None:
        """Delete an objective."""
        self._recorder.delete(_objective, objective_id)

    def place_objectives(self, ids: Sequence[int]) -> None:
        """Put objectives into this order."""
        rows = {key: {"position": place} for place, key in enumerate(ids, start=1)}
        self._recorder.update_many(_objective, rows)

    def objective(self, objective_id: int) -> Objective:
        """Return one objective.

        Raises:
            NotFoundError: ``objective.missing``.
        """
        query = select(_objective).where(_objective.c.id == objective_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("objective.missing", id=objective_id)
        return _to_objective(row)

    def objectives(self, group_ids: Sequence[int]) -> list[Objective]:
        """Return the objectives of groups, those of each in their order."""
        query = select(_objective).where(_objective.c.group_id.in_(group_ids))
        query = query.order_by(_objective.c.group_id, _objective.c.position, _objective.c.id)
        return [_to_objective(row) for row in self._connection.execute(query)]

    # outputs

    def add_output(self, group_id: int, new: NewOutput) -> int:
        """Store what a group made and return its id."""
        return self._recorder.insert(_output, {**_output_values(new), "group_id": group_id})

    def change_output(self, output_id: int, new: NewOutput) -> bool:
        """Replace what is known of an output; return whether anything differed."""
        return self._recorder.update(_output, output_id, _output_values(new))

    def remove_output(self, output_id: int) -> None:
        """Delete an output; registers of action forget it."""
        uses = select(_use.c.id).where(_use.c.output_id == output_id)
        self._recorder.delete_many(_use, read_ids(self._connection, uses))
        self._recorder.delete(_output, output_id)

    def output(self, output_id: int) -> Output:
        """Return one output.

        Raises:
            NotFoundError: ``output.missing``.
        """
        query = select(_output).where(_output.c.id == output_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("output.missing", id=output_id)
        return _to_output(row, self._registers([output_id]).get(output_id, []))

    def outputs(self, group_ids: Sequence[int]) -> list[Output]:
        """Return what groups made, the newest first, undated last."""
        query = select(_output).where(_output.c.group_id.in_(group_ids))
        query = query.order_by(
            _output.c.made_on.is_(None), _output.c.made_on.desc(), _output.c.id
        )
        rows = list(self._connection.execute(query))
        registers = self._registers([row.id for row in rows])
        return [_to_output(row, registers.get(row.id, [])) for row in rows]

    def _registers(self, output_ids: Sequence[int]) -> dict[int, list[str]]:
        query = (
            select(_use.c.output_id, _register.c.name)
            .join(_register, _register.c.id == _use.c.register_id)
            .where(_use.c.output_id.in_(output_ids))
            .order_by(_register.c.position, _register.c.id)
        )
        found: dict[int, list[str]] = defaultdict(list)
        for row in self._connection.execute(query):
            found[row.output_id].append(row.name)
        return found


def _objective_values(new: NewObjective) -> dict[str, Any]:
    return {**asdict(new), "kind": new.kind.value, "state": new.state.value}


def _output_values(new: NewOutput) -> dict[str, Any]:
    return {**asdict(new), "kind": new.kind.value, "state": new.state.value}


def _to_objective(row: Row[Any]) -> Objective:
    content = NewObjective(
        text=row.text,
        kind=ObjectiveKind(row.kind),
        state=ObjectiveState(row.state),
        deliverable=row.deliverable,
        due_on=row.due_on,
        reached_on=row.reached_on,
        note=row.note,
    )
    return Objective(row.id, row.group_id, content)


def _to_output(row: Row[Any], registers: Sequence[str]) -> Output:
    content = NewOutput(
        title=row.title,
        kind=OutputKind(row.kind),
        state=OutputState(row.state),
        licence=row.licence,
        made_on=row.made_on,
        url=row.url,
        note=row.note,
    )
    return Output(row.id, row.group_id, content, tuple(registers))
