"""Read and write the fees that networks ask of us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.partners import NetworkFee, NewNetworkFee
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow, NetworkFeeRow, PaymentRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_fee = table_of(NetworkFeeRow)
_payment = table_of(PaymentRow)


class NetworkFeeStore:
    """Fees paid to networks of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewNetworkFee) -> int:
        """Store a fee that is not paid, and return its id."""
        return self._recorder.insert(_fee, {**_values(new), "payment_id": None})

    def change(self, fee_id: int, new: NewNetworkFee) -> bool:
        """Replace a fee; return whether anything differed."""
        return self._recorder.update(_fee, fee_id, _values(new))

    def tie_payment(self, fee_id: int, payment_id: int | None) -> bool:
        """Say which payment paid a fee, None for no one yet; return whether that differed."""
        return self._recorder.update(_fee, fee_id, {"payment_id": payment_id})

    def remove(self, fee_id: int) -> None:
        """Delete a fee."""
        self._recorder.delete(_fee, fee_id)

    def get(self, fee_id: int) -> NetworkFee:
        """Return one fee.

        Raises:
            NotFoundError: ``network_fee.missing``.
        """
        row = self._connection.execute(_fees().where(_fee.c.id == fee_id)).one_or_none()
        if row is None:
            raise NotFoundError("network_fee.missing", id=fee_id)
        return _to_fee(row)

    def all(self, year: int | None = None, contact_id: int | None = None) -> list[NetworkFee]:
        """Return fees of a year, of a network or all: the newest year first, by name."""
        query = _fees()
        if year is not None:
            query = query.where(_fee.c.year == year)
        if contact_id is not None:
            query = query.where(_fee.c.contact_id == contact_id)
        order = (_fee.c.year.desc(), _contact.c.sort_key, _fee.c.label, _fee.c.id)
        return [_to_fee(row) for row in self._connection.execute(query.order_by(*order))]

    def same(self, new: NewNetworkFee) -> int | None:
        """Return the fee of the same network, year and label, whatever its case."""
        query = select(_fee.c.id, _fee.c.label).where(
            _fee.c.contact_id == new.contact_id, _fee.c.year == new.year
        )
        for row in self._connection.execute(query):
            if fold(row.label) == fold(new.label):
                return int(row.id)
        return None

    def of_payment(self, payment_id: int) -> int | None:
        """Return the fee that a payment paid."""
        query = select(_fee.c.id).where(_fee.c.payment_id == payment_id)
        return self._connection.execute(query).scalar()


def _fees() -> Select[Any]:
    return (
        select(_fee, _contact.c.name, _payment.c.paid_on)
        .select_from(_fee)
        .join(_contact, _contact.c.id == _fee.c.contact_id)
        .outerjoin(_payment, _payment.c.id == _fee.c.payment_id)
    )


def _values(new: NewNetworkFee) -> dict[str, Any]:
    return {
        "contact_id": new.contact_id,
        "year": new.year,
        "label": new.label,
        "amount_cents": new.amount.cents,
        "due_on": new.due_on,
        "activity_id": new.activity_id,
        "note": new.note,
    }


def _to_fee(row: Row[Any]) -> NetworkFee:
    content = NewNetworkFee(
        contact_id=row.contact_id,
        year=row.year,
        amount=Money(row.amount_cents),
        label=row.label,
        due_on=row.due_on,
        activity_id=row.activity_id,
        note=row.note,
    )
    return NetworkFee(row.id, content, row.name, row.payment_id, row.paid_on)
