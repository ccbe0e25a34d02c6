"""The one way stores write: every touched row is kept in the journal of operations."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, bindparam, func, insert, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.storage.columns import Moment, as_text, table_of
from coopdesk.storage.inserting import insert_columns
from coopdesk.storage.tables import (
    FiscalYearEventRow,
    OperationChangeRow,
    OperationRow,
    ReceiptLossRow,
    TaxReceiptRow,
    TaxReceiptVoidRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Column, Connection, Table, TextClause

    from coopdesk.storage.inserting import Columns

Values = dict[str, Any]

_operation = table_of(OperationRow)
_change = table_of(OperationChangeRow)
_FEW = 400  # far below the number of parameters that SQLite takes in one statement
# Commands that write here are frozen by the law: neither issued receipts nor closings go back.
_FROZEN_TABLES = frozenset(
    str(row.__tablename__)
    for row in (TaxReceiptRow, TaxReceiptVoidRow, ReceiptLossRow, FiscalYearEventRow)
)


class Recorder:
    """Writes rows for one operation and keeps their images.

    Ids are given here, above every id a table or its journal ever held, so that an id never
    names two rows in the history; safe because writers exclude each other.
    """

    def __init__(self, connection: Connection, operation: Values) -> None:
        self._connection = connection
        self._operation = operation
        self._operation_id: int | None = None
        self._next_ids: dict[str, int] = {}
        self._touched: set[str] = set()

    @property
    def operation_id(self) -> int | None:
        """The id of the operation, or None while nothing was changed."""
        return self._operation_id

    @property
    def touched_tables(self) -> frozenset[str]:
        """Names of the tables this operation changed."""
        return frozenset(self._touched)

    def insert(self, table: Table, values: Mapping[str, Any]) -> int:
        """Insert one row and return its id (``values`` may bring its own)."""
        return self.insert_many(table, [values])[0]

    def insert_many(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Insert rows with the same columns and return their ids in order."""
        if not rows:
            return []
        ids = self._ids_for(table, rows)
        columns: Columns = {name: [row[name] for row in rows] for name in rows[0]}
        insert_columns(self._connection, table, {**columns, "id": ids})
        self._record(table, "insert", ids)
        return ids

    def update(self, table: Table, row_id: int, values: Mapping[str, Any]) -> bool:
        """Change columns of one row; return whether anything differed.

        Raises:
            NotFoundError: the row is gone.
        """
        columns = [table.c[name] for name in values]
        query = select(*columns).where(table.c.id == row_id)
        found = self._connection.execute(query).mappings().one_or_none()
        if found is None:
            raise NotFoundError("record.missing", table=table.name, id=row_id)
        before = dict(found)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return False
        self._connection.execute(table.update().where(table.c.id == row_id).values(changed))
        old = {name: before[name] for name in changed}
        self._record(table, "update", [row_id], [encode(old)], [encode(changed)])
        return True

    def update_many(self, table: Table, rows: Mapping[int, Values]) -> int:
        """Change the same columns of many rows, by id; return how many differed.

        The images hold only what differed.

        Raises:
            NotFoundError: one of them is gone.
        """
        names = list(next(iter(rows.values()), {}))
        known = self._columns_of(table, names, list(rows))
        alike: dict[tuple[str, ...], dict[int, Values]] = {}
        for key, values in rows.items():
            changed = {name: x for name, x in values.items() if known[key][name] != x}
            if changed:
                alike.setdefault(tuple(changed), {})[key] = changed
        for differing, changes in alike.items():
            self._update_alike(table, differing, changes)
            before = [encode({x: known[key][x] for x in differing}) for key in changes]
            after = list(map(encode, changes.values()))
            self._record(table, "update", list(changes), before, after)
        return sum(map(len, alike.values()))

    def _columns_of(self, table: Table, names: list[str], ids: list[int]) -> dict[int, Values]:
        columns = [table.c.id, *(table.c[name] for name in names)]
        found: dict[int, Values] = {}
        for start in range(0, len(ids), _FEW):
            wanted = select(*columns).where(table.c.id.in_(ids[start : start + _FEW]))
            for key, *values in self._connection.execute(wanted):
                found[key] = dict(zip(names, values, strict=True))
        _refuse_gone(table, ids, found)
        return found

    def _update_alike(
        self, table: Table, names: Sequence[str], changes: Mapping[int, Values]
    ) -> None:
        """Change the same columns of rows that all differ in them."""
        statement = table.update().where(table.c.id == bindparam("row_id"))
        statement = statement.values({name: bindparam(f"new_{name}") for name in names})
        told = [
            {"row_id": key, **{f"new_{name}": x for name, x in values.items()}}
            for key, values in changes.items()
        ]
        self._connection.execute(statement, told)

    def delete(self, table: Table, row_id: int) -> None:
        """Delete one row; its image stays in the journal."""
        self.delete_many(table, [row_id])

    def delete_many(self, table: Table, ids: Sequence[int]) -> None:
        """Delete rows, a few hundred at most; their images stay in the journal, in this order.

        Raises:
            NotFoundError: one of them is gone.
        """
        if not ids:
            return
        wanted = table.c.id.in_(ids)
        rows = self._connection.execute(select(table).where(wanted)).mappings()
        found = {row["id"]: dict(row) for row in rows}
        _refuse_gone(table, ids, found)
        self._connection.execute(table.delete().where(wanted))
        self._record(table, "delete", ids, [encode(found[row_id]) for row_id in ids])

    def stands_after_all(self) -> bool:
        """Tell whether the operation is recorded although its commit failed; if so, it stays.

        A disk may fail after the point of no return. One more write puts all of it on the disk.
        """
        self._take_back()
        if self._operation_id is None:
            return False
        same = _operation.update().where(
            _operation.c.id == self._operation_id,
            _operation.c.label == self._operation["label"],
            _operation.c.made_at == self._operation["made_at"],
        )
        found = self._connection.execute(same.values(frozen=_operation.c.frozen))
        try:
            if found.rowcount:
                self._connection.commit()
        finally:
            self._take_back()
        return bool(found.rowcount)

    def _take_back(self) -> None:
        self._connection.rollback()
        # After a commit that failed the library thinks that nothing is left to take back.
        self._connection.connection.rollback()

    def relabel(self, **values: str) -> None:
        """Complete the operation's label by what is known only inside it."""
        known = json.loads(self._operation["label_values"])
        told = json.dumps({**known, **values}, ensure_ascii=False)
        self._operation["label_values"] = told
        if self._operation_id is not None:
            own = _operation.update().where(_operation.c.id == self._operation_id)
            self._connection.execute(own.values(label_values=told))

    def _ids_for(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        if "id" in rows[0]:
            return [row["id"] for row in rows]
        first = self._next_ids.get(table.name) or self._first_free_id(table)
        self._next_ids[table.name] = first + len(rows)
        return list(range(first, first + len(rows)))

    def _first_free_id(self, table: Table) -> int:
        living, known = self._connection.execute(_highest_ids(table)).one()
        return max(living or 0, known or 0) + 1

    def _record(
        self,
        table: Table,
        kind: str,
        row_ids: Sequence[int],
        before: Sequence[str] = (),
        after: Sequence[str] = (),
    ) -> None:
        """Keep the images of rows: none where there was or is no row."""
        count = len(row_ids)
        nothing = [None] * count
        changes: Columns = {
            "operation_id": [self.touch(table)] * count,
            "table_name": [str(table.name)]
            * count,  # plain: the driver is slow on its own kind
            "row_id": row_ids,
            "kind": [kind] * count,
            "before": before or nothing,
            "after": after or nothing,
        }
        insert_columns(self._connection, _change, changes)

    def touch(self, table: Table) -> int:
        """Write the operation at its first change and return its id.

        A command without effect leaves none. To be called before a savepoint that may be
        rolled back with the change.
        """
        if self._operation_id is None:
            result = self._connection.execute(insert(_operation).values(self._operation))
            key = result.inserted_primary_key
            assert key is not None
            self._operation_id = int(key[0])
        if table.name in _FROZEN_TABLES and table.name not in self._touched:
            self.freeze()
        self._touched.add(table.name)
        return self._operation_id

    def freeze(self) -> None:
        """Say that the law forbids to take the operation back; to be called after a write."""
        self._connection.execute(
            _operation.update().where(_operation.c.id == self._operation_id).values(frozen=True)
        )


def _refuse_gone(table: Table, wanted: Iterable[int], found: Mapping[int, Any]) -> None:
    for row_id in wanted:
        if row_id not in found:
            raise NotFoundError("record.missing", table=table.name, id=row_id)


@cache
def _highest_ids(table: Table) -> TextClause:
    """Select the highest id in a table, and the highest that the journal knows of it."""
    known = select(func.max(_change.c.row_id)).where(_change.c.table_name == str(table.name))
    living = select(func.max(table.c.id))
    return as_text(select(living.scalar_subquery(), known.scalar_subquery()))


def encode(values: Mapping[str, Any]) -> str:
    """Write an image as JSON; days and moments in ISO form."""
    return json.dumps(values, ensure_ascii=False, default=_encode_value)


def _encode_value(value: object) -> str:
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    msg = f"no JSON form for {type(value).__name__}"
    raise TypeError(msg)


def decode(table: Table, image: str) -> Values:
    """Read an image back with the types of the table's columns."""
    return {
        name: _decode_value(table.c[name], value) for name, value in json.loads(image).items()
    }


def _decode_value(column: Column[Any], value: Any) -> Any:
    if value is None or not isinstance(value, str):
        return value
    if isinstance(column.type, Moment):
        return dt.datetime.fromisoformat(value)
    return dt.date.fromisoformat(value) if isinstance(column.type, Date) else value
