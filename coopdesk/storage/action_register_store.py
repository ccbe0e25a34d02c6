"""Read and write registers of action, and what belongs to them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.groups import ActionRegister
from coopdesk.domain.text import fold
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.tables import ActionRegisterRow, ActionRegisterUseRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Column, Connection, Row

    from coopdesk.domain.groups import Tagged
    from coopdesk.storage.recorder import Recorder

_register = table_of(ActionRegisterRow)
_use = table_of(ActionRegisterUseRow)


class ActionRegisterStore:
    """Registers of action of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def all(self) -> list[ActionRegister]:
        """Return the registers in their order with how much belongs to each."""
        query = (
            select(_register, func.count(_use.c.id).label("uses"))
            .outerjoin(_use, _use.c.register_id == _register.c.id)
            .group_by(_register.c.id)
            .order_by(_register.c.position, _register.c.id)
        )
        return [_to_register(row) for row in self._connection.execute(query)]

    def get(self, register_id: int) -> ActionRegister:
        """Return one register.

        Raises:
            NotFoundError: ``register.missing``.
        """
        found = next((x for x in self.all() if x.id == register_id), None)
        if found is None:
            raise NotFoundError("register.missing", id=register_id)
        return found

    def id_named(self, name: str) -> int | None:
        """Return the id of the register of that name, whatever its case and accents."""
        query = select(_register.c.id).where(_register.c.name_key == fold(name))
        return self._connection.execute(query).scalar()

    def add(self, name: str, description: str) -> int:
        """Store a register behind the others and return its id."""
        last = self._connection.execute(select(func.max(_register.c.position))).scalar() or 0
        return self._recorder.insert(
            _register, {**_values(name, description), "position": last + 1}
        )

    def change(self, register_id: int, name: str, description: str) -> bool:
        """Give a register another name or description; return whether anything differed."""
        return self._recorder.update(_register, register_id, _values(name, description))

    def rename(self, names: Mapping[int, str]) -> None:
        """Give registers other names, by id; two may swap theirs, so all are freed first."""
        freed = {key: {"name_key": f"\0{key}"} for key in names}
        self._recorder.update_many(_register, freed)
        rows = {key: {"name": name, "name_key": fold(name)} for key, name in names.items()}
        self._recorder.update_many(_register, rows)

    def delete(self, register_id: int) -> None:
        """Delete a register with its tags."""
        self._forget(select(_use.c.id).where(_use.c.register_id == register_id))
        self._recorder.delete(_register, register_id)

    # what belongs to them

    def names_of(self, kind: Tagged, key: int) -> list[str]:
        """Return the registers that something belongs to, in their order."""
        return self.names_by(kind, [key]).get(key, [])

    def names_by(self, kind: Tagged, keys: Sequence[int]) -> dict[int, list[str]]:
        """Return the registers of things of one kind, by their ids."""
        column = _column(kind)
        query = (
            select(column, _register.c.name)
            .join(_register, _register.c.id == _use.c.register_id)
            .where(column.in_(keys))
            .order_by(_register.c.position, _register.c.id)
        )
        found: dict[int, list[str]] = defaultdict(list)
        for key, name in self._connection.execute(query):
            found[int(key)].append(str(name))
        return found

    def tag(self, kind: Tagged, key: int, register_ids: Iterable[int]) -> bool:
        """Let something belong to these registers alone; return whether anything differed."""
        column, wanted = _column(kind), set(register_ids)
        rows = self._connection.execute(
            select(_use.c.register_id, _use.c.id).where(column == key)
        )
        known = {int(register): int(use) for register, use in rows}
        gone = [use for register, use in known.items() if register not in wanted]
        self._recorder.delete_many(_use, gone)
        new = sorted(wanted - set(known))
        nothing = {"event_id": None, "group_id": None, "output_id": None}
        self._recorder.insert_many(
            _use, [{**nothing, "register_id": one, str(column.name): key} for one in new]
        )
        return bool(gone or new)

    def _forget(self, query: Any) -> None:
        self._recorder.delete_many(_use, read_ids(self._connection, query))


def _column(kind: Tagged) -> Column[Any]:
    return _use.c[f"{kind.value}_id"]


def _values(name: str, description: str) -> dict[str, Any]:
    return {"name": name, "name_key": fold(name), "description": description}


def _to_register(row: Row[Any]) -> ActionRegister:
    return ActionRegister(row.id, row.name, row.description, row.uses)
