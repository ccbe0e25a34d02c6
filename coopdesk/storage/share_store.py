"""Read and write the register of cooperative shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.shares import (
    NewShareMovement,
    ShareHolder,
    ShareMove,
    ShareMovement,
    ShareTotals,
)
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow, ShareMovementRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_move = table_of(ShareMovementRow)

_SIGNED = case(
    (_move.c.kind == ShareMove.SUBSCRIPTION.value, _move.c.shares), else_=-_move.c.shares
)
_HELD = func.sum(_SIGNED)
_CAPITAL = func.sum(_SIGNED * _move.c.nominal_cents)
_LINES: Select[Any] = select(
    _move,
    _contact.c.name,
    _contact.c.number.label("member_number"),
    _HELD.over(partition_by=_move.c.contact_id, order_by=_move.c.number).label("balance"),
).join(_contact, _contact.c.id == _move.c.contact_id)


class ShareStore:
    """The register of shares of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewShareMovement) -> int:
        """Store a movement under the next number and return its id.

        Writers exclude each other, and a trigger refuses any other number.
        """
        last = self._connection.execute(select(func.max(_move.c.number))).scalar() or 0
        values = {
            "number": last + 1,
            "contact_id": new.contact_id,
            "kind": new.kind.value,
            "moved_on": new.moved_on,
            "shares": new.shares,
            "nominal_cents": new.nominal.cents,
            "note": new.note,
        }
        return self._recorder.insert(_move, values)

    def get(self, movement_id: int) -> ShareMovement:
        """Return one movement; raises NotFoundError."""
        lines = _LINES.subquery()
        query = select(lines).where(lines.c.id == movement_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("record.missing", table=_move.name, id=movement_id)
        return _to_movement(row)

    def movements(self, contact_id: int | None = None) -> list[ShareMovement]:
        """Return the register in the order of its numbers, or what concerns one holder."""
        query = _LINES.order_by(_move.c.number)
        if contact_id is not None:
            query = query.where(_move.c.contact_id == contact_id)
        return [_to_movement(row) for row in self._connection.execute(query)]

    def moves_of(self, contact_id: int) -> list[tuple[dt.date, int]]:
        """Return the days and signed shares of a holder."""
        query = select(_move.c.moved_on, _SIGNED).where(_move.c.contact_id == contact_id)
        rows = self._connection.execute(query.order_by(_move.c.number))
        return [(row[0], int(row[1])) for row in rows]

    def has_any(self) -> bool:
        """Tell whether the register has a line."""
        return self._connection.execute(select(_move.c.id).limit(1)).first() is not None

    def holders(self, on: dt.date) -> list[ShareHolder]:
        """Return who holds shares in the evening of a day, in French order."""
        query = (
            select(
                _contact.c.id,
                _contact.c.name,
                _contact.c.number,
                _HELD,
                _CAPITAL,
                func.min(_move.c.moved_on),
            )
            .join(_contact, _contact.c.id == _move.c.contact_id)
            .where(_move.c.moved_on <= on)
            .group_by(_contact.c.id)
            .having(_HELD > 0)
            .order_by(_contact.c.sort_key, _contact.c.id)
        )
        return [
            ShareHolder(key, name, number, shares, Money(cents), since)
            for key, name, number, shares, cents, since in self._connection.execute(query)
        ]

    def totals(self, on: dt.date) -> ShareTotals:
        """Return what all holders have together in the evening of a day."""
        held = (
            select(_HELD.label("shares"), _CAPITAL.label("cents"))
            .where(_move.c.moved_on <= on)
            .group_by(_move.c.contact_id)
            .subquery()
        )
        query = select(
            func.count().filter(held.c.shares > 0),
            func.coalesce(func.sum(held.c.shares), 0),
            func.coalesce(func.sum(held.c.cents), 0),
        ).select_from(held)
        holders, shares, cents = self._connection.execute(query).one()
        return ShareTotals(holders, shares, Money(cents))


def _to_movement(row: Row[Any]) -> ShareMovement:
    content = NewShareMovement(
        contact_id=row.contact_id,
        kind=ShareMove(row.kind),
        moved_on=row.moved_on,
        shares=row.shares,
        nominal=Money(row.nominal_cents),
        note=row.note,
    )
    return ShareMovement(
        row.id, row.number, content, row.name, row.balance, member_number=row.member_number
    )
