"""Read the journal, and take operations back or do them again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.operations import Operation, OperationKind, OperationState, Origin
from coopdesk.storage.axes_in_use import axes_in_use
from coopdesk.storage.bank_checks import MATCHED_TABLES, matches_astray, refuse_matches_astray
from coopdesk.storage.columns import table_of
from coopdesk.storage.contact_moving import contact_links
from coopdesk.storage.departure_checks import departures_of_nobody
from coopdesk.storage.later_users import later_user
from coopdesk.storage.share_checks import refuse_below_zero
from coopdesk.storage.tables import (
    CampaignTierRow,
    ContactRow,
    EntryRow,
    FiscalYearEventRow,
    FiscalYearRow,
    OperationChangeRow,
    OperationRow,
    ShareMovementRow,
)
from coopdesk.storage.undoing import Inverter, shared_tables
from coopdesk.storage.year_order import refuse_years_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from sqlalchemy import Connection, Row

    from coopdesk.storage.recorder import Recorder

_operation = table_of(OperationRow)
_change = table_of(OperationChangeRow)
_contact = table_of(ContactRow)
_tier = table_of(CampaignTierRow)
_shares = table_of(ShareMovementRow)
_year = table_of(FiscalYearRow)
_OF_BOOKS = (table_of(EntryRow).name, table_of(FiscalYearEventRow).name)


class OperationStore:
    """The journal of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def get(self, operation_id: int) -> Operation:
        """Return one operation.

        Raises:
            NotFoundError: there is none with this id.
        """
        query = select(_operation).where(_operation.c.id == operation_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("operation.missing", id=operation_id)
        return _to_domain(row)

    def latest(self, limit: int) -> list[Operation]:
        """Return the newest operations, newest first."""
        query = select(_operation).order_by(_operation.c.id.desc()).limit(limit)
        return [_to_domain(row) for row in self._connection.execute(query)]

    def next_undo(self) -> Operation | None:
        """Return the newest command in force; a frozen one too, so that it can be explained."""
        query = (
            select(_operation)
            .where(_operation.c.kind == "command", _operation.c.state == "done")
            .order_by(_operation.c.id.desc())
            .limit(1)
        )
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _to_domain(row)

    def next_redo(self) -> Operation | None:
        """Return the command to do again: the last undone after the newest one in force.

        What was undone before the newest command was made, itself undone or not, is over:
        doing it again would surprise whoever just took back something else.
        """
        newest_done = (
            select(_operation.c.id)
            .where(_operation.c.kind == "command", _operation.c.state == "done")
            .order_by(_operation.c.id.desc())
            .limit(1)
            .scalar_subquery()
        )
        undoing = _operation.alias()
        made = _operation.alias()
        newest = select(func.max(made.c.id)).where(made.c.kind == "command").scalar_subquery()
        query = (
            select(_operation)
            .join(undoing, undoing.c.target_id == _operation.c.id)
            .where(
                _operation.c.kind == "command",
                _operation.c.state == "undone",
                _operation.c.frozen.is_(False),
                undoing.c.kind == "undo",
                undoing.c.id > newest,
            )
            .order_by(undoing.c.id.desc())
            .limit(1)
        )
        if self.next_undo() is not None:
            query = query.where(_operation.c.id > newest_done)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _to_domain(row)

    def kinds_before(self, operation_id: int) -> dict[int, ContactKind]:
        """Return of which kind the contacts were whose kind a command changed, by id."""
        query = select(_change.c.row_id, _change.c.before).where(
            _change.c.operation_id == operation_id,
            _change.c.table_name == _contact.name,
            _change.c.kind == "update",
        )
        rows = self._connection.execute(query)
        images = {int(row.row_id): json.loads(row.before) for row in rows}
        return {key: ContactKind(x["kind"]) for key, x in images.items() if "kind" in x}

    def tiers_turned(self, operation_id: int) -> list[int]:
        """Return the tiers that a command made gifts, or payments for something."""
        query = select(_change.c.row_id, _change.c.before).where(
            _change.c.operation_id == operation_id,
            _change.c.table_name == _tier.name,
            _change.c.kind == "update",
        )
        rows = self._connection.execute(query)
        return [row.row_id for row in rows if "is_gift" in json.loads(row.before)]

    def undo(self, operation_id: int, advance: Callable[[int, int], None]) -> frozenset[str]:
        """Take a command back and return the names of the tables it touched.

        ``advance`` hears how many changes of how many are inverted.

        Raises:
            RuleError: ``operation.frozen``, ``operation.frozen_books``,
                ``operation.already_undone``, ``operation.changed_since``,
                ``operation.in_the_books``, ``operation.rested_on`` or
                ``operation.bank_line_since``.
        """
        self._refuse_standing(operation_id)
        self._invert(operation_id, operation_id, advance)
        self._set_state(operation_id, OperationState.UNDONE)
        return self._recorder.touched_tables

    def obstacle(self, operation_id: int) -> RuleError | None:
        """Return why a command cannot be taken back, as far as the journal tells; else None."""
        try:
            self._refuse_standing(operation_id)
            shared = shared_tables(self._label(operation_id), self._tables_of(operation_id))
            self._changed_since(operation_id, operation_id, shared)
            self._refuse_used(operation_id, shared)
        except RuleError as error:
            return error
        return None

    def _refuse_used(self, operation_id: int, shared: frozenset[str]) -> None:
        """Refuse when something points to a row that would go; name the command it is of."""
        user = later_user(self._connection, operation_id, shared)
        if user is None:
            return
        query = (
            select(_operation)
            .join(_change, _change.c.operation_id == _operation.c.id)
            .where(
                _change.c.table_name == user.by,
                _change.c.row_id == user.row_id,
                _operation.c.kind == "command",
                _operation.c.state == "done",
            )
            .order_by(_operation.c.id.desc())
        )
        later = self._connection.execute(query.limit(1)).first()
        if later is None:
            raise RuleError("operation.rested_on", table=user.table, by=user.by)
        raise RuleError("operation.used_since", operation=_to_domain(later))

    def _tables_of(self, operation_id: int) -> set[str]:
        query = select(_change.c.table_name).where(_change.c.operation_id == operation_id)
        return set(self._connection.execute(query.distinct()).scalars())

    def _refuse_standing(self, operation_id: int) -> None:
        operation = self.get(operation_id)
        if operation.frozen:
            of_books = self._is_of_books(operation_id)
            raise RuleError("operation.frozen_books" if of_books else "operation.frozen")
        if (
            operation.kind is not OperationKind.COMMAND
            or operation.state is OperationState.UNDONE
        ):
            raise RuleError("operation.already_undone")

    def redo(self, operation_id: int, advance: Callable[[int, int], None]) -> frozenset[str]:
        """Do an undone command again, told as ``undo``; return the tables it touched.

        Raises:
            RuleError: as ``undo``, ``operation.not_undone`` when it is in force.
        """
        if self.get(operation_id).state is not OperationState.UNDONE:
            raise RuleError("operation.not_undone")
        query = select(_operation.c.id).where(
            _operation.c.target_id == operation_id, _operation.c.kind == "undo"
        )
        undoing = self._connection.execute(
            query.order_by(_operation.c.id.desc()).limit(1)
        ).scalar_one()
        self._invert(undoing, undoing, advance)
        self._set_state(operation_id, OperationState.DONE)
        return self._recorder.touched_tables

    def _is_of_books(self, operation_id: int) -> bool:
        """Tell whether what the law froze of a command stands in the books."""
        query = select(_change.c.id).where(
            _change.c.operation_id == operation_id,
            _change.c.table_name.in_(_OF_BOOKS),
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def _set_state(self, operation_id: int, state: OperationState) -> None:
        self._connection.execute(
            _operation.update().where(_operation.c.id == operation_id).values(state=state.value)
        )

    def _invert(
        self, operation_id: int, since: int, advance: Callable[[int, int], None]
    ) -> None:
        query = select(_change).where(_change.c.operation_id == operation_id)
        changes = self._connection.execute(query.order_by(_change.c.id.desc())).all()
        touched = {change.table_name for change in changes}
        shared = shared_tables(self._label(operation_id), touched)
        kept = self._changed_since(operation_id, since, shared)
        inverter = Inverter(self._connection, self._recorder, shared)
        before = departures_of_nobody(self._connection, touched)
        is_matched = not MATCHED_TABLES.isdisjoint(touched)
        astray = matches_astray(self._connection) if is_matched else frozenset()
        merged = self._merged()
        of_merged = self._under_merged(touched, merged)
        mine = [x for x in changes if (x.table_name, x.row_id) not in kept]
        inverter.invert(mine, advance)
        self._refuse_merged(self._under_merged(touched, merged) - of_merged)
        if departures_of_nobody(self._connection, touched) - before:
            raise RuleError("operation.rested_on", table="membership_person", by="departure")
        if is_matched:
            refuse_matches_astray(self._connection, astray)
        if _shares.name in touched:
            refuse_below_zero(self._connection)
        if _year.name in touched:
            refuse_years_apart(self._connection)

    def _merged(self) -> frozenset[int]:
        query = select(_contact.c.id).where(_contact.c.merged_into_id.is_not(None))
        return frozenset(self._connection.execute(query).scalars())

    def _under_merged(
        self, touched: Set[str], merged: frozenset[int]
    ) -> set[tuple[str, int, int]]:
        """Return the rows, with table and contact, of contacts that lived on in another."""
        found: set[tuple[str, int, int]] = set()
        for table, column in contact_links() if merged else ():
            if table.name in touched and table is not _contact:
                query = select(table.c.id, column).join(_contact, _contact.c.id == column)
                rows = self._connection.execute(
                    query.where(_contact.c.merged_into_id.is_not(None))
                )
                found.update((table.name, key, who) for key, who in rows if who in merged)
        return found

    def _refuse_merged(self, rows: set[tuple[str, int, int]]) -> None:
        """Refuse to bring rows back to somebody who was merged since: lists would split."""
        for _table, _key, contact_id in sorted(rows):
            name = select(_contact.c.name).where(_contact.c.id == contact_id)
            found = self._connection.execute(name).scalar_one()
            raise RuleError("operation.merged_since", name=found)

    def _label(self, operation_id: int) -> str:
        """Return what a command is called; of the undoing of one, the command's own label."""
        target = _operation.alias("target")
        query = (
            select(func.coalesce(target.c.label, _operation.c.label))
            .select_from(_operation.outerjoin(target, target.c.id == _operation.c.target_id))
            .where(_operation.c.id == operation_id)
        )
        return str(self._connection.execute(query).scalar_one())

    def _changed_since(
        self, operation_id: int, since: int, shared: frozenset[str]
    ) -> set[tuple[str, int]]:
        """Refuse when a later command in force touched one of the same rows.

        Rows of ``shared`` tables, and activities in use by now with the events they are of, are
        returned instead: they stay as they are now.
        """
        axes = axes_in_use(self._connection, operation_id)
        mine = _change.alias("mine")
        same_row = (mine.c.table_name == _change.c.table_name) & (
            mine.c.row_id == _change.c.row_id
        )
        query = (
            select(_operation, _change.c.table_name, _change.c.row_id)
            .join(_change, _change.c.operation_id == _operation.c.id)
            .join(mine, same_row)
            .where(
                mine.c.operation_id == operation_id,
                _operation.c.id > since,
                _operation.c.kind == "command",
                _operation.c.state == "done",
            )
            .order_by(_operation.c.id.desc())
        )
        later = self._connection.execute(query).all()
        for row in later:
            if row.table_name not in shared and (row.table_name, row.row_id) not in axes:
                for_good = row.frozen and self._is_of_books(row.id)
                code = "operation.in_the_books" if for_good else "operation.changed_since"
                raise RuleError(code, operation=_to_domain(row))
        return axes | {(row.table_name, row.row_id) for row in later}


def _to_domain(row: Row[Any]) -> Operation:
    return Operation(
        id=row.id,
        kind=OperationKind(row.kind),
        label=row.label,
        values=json.loads(row.label_values),
        author=row.author,
        origin=Origin(row.origin),
        made_at=row.made_at,
        state=OperationState(row.state),
        frozen=row.frozen,
    )
