"""Read and write the cash boxes of events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.event_registrations import CashBox
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, PaymentState
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import CashBoxRow, PaymentRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement, Connection

    from coopdesk.storage.recorder import Recorder

_box = table_of(CashBoxRow)
_payment = table_of(PaymentRow)


class CashBoxStore:
    """The cash boxes of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, event_id: int, day: dt.date, opening: Money, note: str = "") -> int:
        """Store a cash box and return its id."""
        values = {
            "event_id": event_id,
            "held_on": day,
            "opening_cents": opening.cents,
            "counted_cents": None,
            "closed_at": None,
            "note": note,
        }
        return self._recorder.insert(_box, values)

    def change(self, box_id: int, values: dict[str, Any]) -> bool:
        """Change columns of a cash box; return whether anything differed."""
        return self._recorder.update(_box, box_id, values)

    def delete(self, box_id: int) -> None:
        """Delete a cash box into which nothing was put."""
        self._recorder.delete(_box, box_id)

    def get(self, box_id: int) -> CashBox:
        """Return one cash box with what was taken.

        Raises:
            NotFoundError: ``cashbox.missing``.
        """
        found = self._read(_box.c.id == box_id)
        if not found:
            raise NotFoundError("cashbox.missing", id=box_id)
        return found[0]

    def of(self, event_id: int) -> list[CashBox]:
        """Return the cash boxes of an event, by day."""
        return self._read(_box.c.event_id == event_id)

    def payment_ids(self, box_id: int) -> list[int]:
        """Return the payments into and out of a cash box, the difference found as well."""
        query = select(_payment.c.id).where(_payment.c.cash_box_id == box_id)
        return list(self._connection.execute(query.order_by(_payment.c.id)).scalars())

    def difference_id(self, box_id: int) -> int | None:
        """Return the payment that says what was counted too much or too little."""
        query = select(_payment.c.id).where(_payment.c.order_ref == difference_ref(box_id))
        return self._connection.execute(query).scalar()

    def box_of(self, payment_id: int) -> CashBox | None:
        """Return the cash box that a payment went into or came out of, None for none."""
        query = select(_payment.c.cash_box_id).where(_payment.c.id == payment_id)
        box_id = self._connection.execute(query).scalar()
        return None if box_id is None else self.get(box_id)

    def put(self, payment_id: int, box_id: int | None) -> None:
        """Say that a payment went into a cash box or came out of it; None for neither."""
        self._recorder.update(_payment, payment_id, {"cash_box_id": box_id})

    def _read(self, where: ColumnElement[bool]) -> list[CashBox]:
        signed = case(
            (_payment.c.direction == Direction.OUT.value, -_payment.c.amount_cents),
            else_=_payment.c.amount_cents,
        )
        # What was counted is held against what was taken: the difference is no taking.
        ours = func.coalesce(_payment.c.order_ref, "").not_like(f"{_DIFFERENCE}%")
        takings = (
            select(func.coalesce(func.sum(signed), 0))
            .where(
                _payment.c.cash_box_id == _box.c.id,
                _payment.c.state == PaymentState.RECEIVED.value,
                ours,
            )
            .scalar_subquery()
        )
        query = select(_box, takings.label("taken")).where(where)
        return [
            CashBox(
                row.id,
                row.event_id,
                row.held_on,
                Money(row.opening_cents),
                Money(row.taken),
                None if row.counted_cents is None else Money(row.counted_cents),
                row.closed_at,
                row.note,
            )
            for row in self._connection.execute(query.order_by(_box.c.held_on))
        ]


_DIFFERENCE = "cash-box:"


def difference_ref(box_id: int) -> str:
    """Return what names the payment of a cash box's difference."""
    return f"{_DIFFERENCE}{box_id}"
