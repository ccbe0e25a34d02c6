"""Applies the inverse of an operation, many rows at a time, and says why where it cannot."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from coopdesk.domain.errors import RuleError
from coopdesk.storage.batches import in_batches
from coopdesk.storage.recorder import decode
from coopdesk.storage.tables import EntryRow, ExpenseSheetRow, FiscalYearRow, TaxReceiptRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Set

    from sqlalchemy import Connection, Row, Table

    from coopdesk.storage.recorder import Recorder

# An import or a gift makes these on its way; others may use them since, so undoing leaves them.
_SHARED_TABLES = frozenset(
    {"activity", "bank_identity", "bank_layout", "campaign", "contact", "tag", "working_group"}
)
# Commands about contacts are taken back whole or not at all; a merge with its tags as well.
_ABOUT_CONTACTS = ("contact.", "household.")
_WHOLE_COMMANDS = frozenset({"contact.merged"})


def shared_tables(label: str, touched: Set[str]) -> frozenset[str]:
    """Return the tables whose rows undoing leaves as they are where others use them by now.

    A command that touched one table alone was about its very rows: none is left.
    """
    if len(touched) < 2 or label in _WHOLE_COMMANDS:
        return frozenset()
    if label.startswith(_ABOUT_CONTACTS):
        return _SHARED_TABLES - {"contact"}
    return _SHARED_TABLES


class Inverter:
    """Takes the changes of one operation back, in reverse order."""

    def __init__(
        self, connection: Connection, recorder: Recorder, shared: frozenset[str]
    ) -> None:
        self._connection = connection
        self._recorder = recorder
        self._shared = shared

    def invert(self, changes: Sequence[Row[Any]], advance: Callable[[int, int], None]) -> None:
        """Invert changes, given newest first; ``advance`` hears how many of how many are.

        Raises:
            RuleError: ``operation.rested_on`` when a row that must go is still used,
            ``entry.vouchers_stay``.
        """
        done = 0
        for (name, kind), group in itertools.groupby(changes, lambda x: (x.table_name, x.kind)):
            table = SQLModel.metadata.tables[name]
            self._recorder.touch(table)
            for batch in in_batches(list(group)):
                advance(done, len(changes))
                done += len(batch)
                if not self._inverted_together(table, kind, batch):
                    for change in batch:
                        self._invert_one(table, change)

    def _inverted_together(self, table: Table, kind: str, batch: Sequence[Row[Any]]) -> bool:
        """Invert changes in few statements; leave all as it was if one cannot go."""
        try:
            with self._connection.begin_nested():
                if kind == "insert":
                    self._recorder.delete_many(table, [change.row_id for change in batch])
                elif kind == "update":
                    return self._updated_together(table, batch)
                else:
                    self._recorder.insert_many(table, [decode(table, x.before) for x in batch])
        except IntegrityError:
            return False
        return True

    def _updated_together(self, table: Table, batch: Sequence[Row[Any]]) -> bool:
        """Bring rows back that changed once each, those with the same columns together."""
        if len({change.row_id for change in batch}) < len(batch):
            return False
        groups: dict[tuple[str, ...], dict[int, dict[str, Any]]] = {}
        for change in batch:
            values = decode(table, change.before)
            groups.setdefault(tuple(values), {})[change.row_id] = values
        for rows in groups.values():
            self._recorder.update_many(table, rows)
        return True

    def _invert_one(self, table: Table, change: Row[Any]) -> None:
        """Invert one change; leave a row of a shared table that others use by now."""
        try:
            with self._connection.begin_nested():
                if change.kind == "insert":
                    self._recorder.delete_many(table, [change.row_id])
                elif change.kind == "update":
                    self._recorder.update(table, change.row_id, decode(table, change.before))
                else:
                    self._recorder.insert(table, decode(table, change.before))
        except IntegrityError as error:
            _refuse_within_register(error)
            _refuse_to_lose_vouchers(error)
            if table.name not in self._shared:
                by = _frozen_by(error) or self._user_of(table, change.row_id)
                raise RuleError("operation.rested_on", table=table.name, by=by) from error

    def _user_of(self, table: Table, row_id: int) -> str:
        """Return the name of a table that still points to a row, empty if none does."""
        for other in SQLModel.metadata.sorted_tables:
            for column in other.c:
                if any(key.column is table.c.id for key in column.foreign_keys):
                    query = select(column).where(column == row_id).limit(1)
                    if self._connection.execute(query).first() is not None:
                        return other.name
        return ""


# What triggers say when they refuse, and the table that they guard.
_GUARDED = {
    "receipt": str(TaxReceiptRow.__tablename__),
    "settled sheet": str(ExpenseSheetRow.__tablename__),
    "validated entry": str(EntryRow.__tablename__),
    "closed fiscal year": str(FiscalYearRow.__tablename__),
}


def _frozen_by(error: IntegrityError) -> str:
    """Return the table that a trigger guards which refused, empty if none did."""
    said = str(error.orig)
    return next((table for words, table in _GUARDED.items() if words in said), "")


def _refuse_within_register(error: IntegrityError) -> None:
    """Say it when the triggers that keep the register of shares without gap refused."""
    if "last movement of shares" in str(error.orig):
        raise RuleError("share.not_last") from error
    if "register of shares" in str(error.orig):
        raise RuleError("share.number_taken") from error


def _refuse_to_lose_vouchers(error: IntegrityError) -> None:
    """Say it when the triggers that keep the vouchers of validated entries refused."""
    if "voucher of a validated entry" in str(error.orig):
        raise RuleError("entry.vouchers_stay") from error
