"""What happens to receipts once issued: voids, deliveries, the form of numbers, losses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from coopdesk.domain.receipt_life import default_series
from coopdesk.domain.receipts import Delivery, DeliveryWay, ReceiptSeries, ReceiptVoid
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    DonationReturnRow,
    ReceiptDeliveryRow,
    ReceiptLossRow,
    ReceiptSeriesRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
    TaxReceiptVoidRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from coopdesk.domain.receipt_anchors import LostRange
    from coopdesk.storage.recorder import Recorder

_receipt = table_of(TaxReceiptRow)
_gift = table_of(TaxReceiptGiftRow)
_return = table_of(DonationReturnRow)
_void = table_of(TaxReceiptVoidRow)
_delivery = table_of(ReceiptDeliveryRow)
_series = table_of(ReceiptSeriesRow)
_loss = table_of(ReceiptLossRow)


@dataclass(frozen=True, slots=True)
class NewVoid:
    """A void as stored: numbered and chained like receipts."""

    number: int
    receipt_id: int
    voided_on: dt.date
    voided_at: dt.datetime
    reason: str
    author: str
    salt: str
    previous_hash: str
    hash: str


class ReceiptLifeStore:
    """The life of the receipts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def next_void(self) -> tuple[int, str]:
        """Return the number of the next void and the hash of the one before."""
        query = select(_void.c.number, _void.c.hash).order_by(_void.c.number.desc()).limit(1)
        found = self._connection.execute(query).first()
        return (found.number + 1, found.hash) if found else (1, "")

    def add_void(self, void: NewVoid) -> int:
        """Store that a receipt counts no more."""
        values = {name: getattr(void, name) for name in NewVoid.__slots__}
        return self._recorder.insert(_void, values)

    def void_of(self, receipt_id: int) -> ReceiptVoid | None:
        """Return why a receipt was voided, None while it counts."""
        query = select(_void).where(_void.c.receipt_id == receipt_id)
        row = self._connection.execute(query).first()
        if row is None:
            return None
        return ReceiptVoid(row.receipt_id, row.voided_on, row.reason, row.author)

    def replacement_of(self, receipt_id: int) -> str:
        """Return the printed number of the receipt that replaces one, empty for none."""
        query = select(_receipt.c.number_text).where(_receipt.c.replaces_id == receipt_id)
        return self._connection.execute(query).scalar() or ""

    def to_void(self) -> list[int]:
        """Return the living receipts with a gift that went back, oldest first."""
        returned = _gift.join(_return, _return.c.donation_id == _gift.c.donation_id)
        query = select(_gift.c.receipt_id).select_from(returned).where(_gift.c.is_living == 1)
        query = query.distinct().order_by(_gift.c.receipt_id)
        return list(self._connection.execute(query).scalars())

    def voided_among(self, receipt_ids: Sequence[int]) -> str:
        """Return the printed number of one of these that was voided, empty for none."""
        voided = _receipt.join(_void, _void.c.receipt_id == _receipt.c.id)
        query = select(_receipt.c.number_text).select_from(voided)
        return (
            self._connection.execute(query.where(_receipt.c.id.in_(receipt_ids))).scalar() or ""
        )

    def issued_after(self, receipt_ids: Sequence[int], day: dt.date) -> str:
        """Return the printed number of one of these that was issued later, empty for none."""
        query = select(_receipt.c.number_text).where(
            _receipt.c.id.in_(receipt_ids), _receipt.c.issued_on > day
        )
        return self._connection.execute(query).scalar() or ""

    def deliver(self, receipt_ids: Sequence[int], delivery: Delivery) -> int:
        """Store that receipts went to their donors; return how many."""
        values = {
            "way": delivery.way.value,
            "delivered_on": delivery.delivered_on,
            "note": delivery.note,
        }
        rows = [{"receipt_id": key, **values} for key in receipt_ids]
        return len(self._recorder.insert_many(_delivery, rows))

    def deliveries_of(self, receipt_id: int) -> tuple[Delivery, ...]:
        """Return how a receipt went to its donor, oldest first."""
        query = select(_delivery).where(_delivery.c.receipt_id == receipt_id)
        rows = self._connection.execute(
            query.order_by(_delivery.c.delivered_on, _delivery.c.id)
        )
        return tuple(Delivery(DeliveryWay(x.way), x.delivered_on, x.note) for x in rows)

    def series(self, year: int) -> ReceiptSeries:
        """Return how the numbers of a year are written."""
        row = self._connection.execute(select(_series).where(_series.c.year == year)).first()
        return ReceiptSeries(year, row.prefix, row.digits) if row else default_series(year)

    def other_series(self, year: int) -> list[ReceiptSeries]:
        """Return the forms of numbers that were decided or used in other years."""
        rows = self._connection.execute(select(_series).where(_series.c.year != year))
        return [ReceiptSeries(row.year, row.prefix, row.digits) for row in rows]

    def is_series_fixed(self, year: int) -> bool:
        """Tell whether a receipt of the year was issued, even if it is lost."""
        query = select(_receipt.c.id).where(_receipt.c.year == year).limit(1)
        return self._connection.execute(query).first() is not None or self.last_lost(year) > 0

    def put_series(self, series: ReceiptSeries) -> None:
        """Store how the numbers of a year are written; the database refuses once it is used."""
        values = {"prefix": series.prefix, "digits": series.digits}
        query = select(_series.c.id).where(_series.c.year == series.year)
        known = self._connection.execute(query).scalar()
        if known is None:
            self._recorder.insert(_series, {"year": series.year, **values})
        else:
            self._recorder.update(_series, known, values)

    def fix_series(self, year: int) -> ReceiptSeries:
        """Return how the numbers of a year are written, for good from its first receipt on."""
        series = self.series(year)
        query = select(_series.c.id).where(_series.c.year == year)
        is_known = self._connection.execute(query).first() is not None
        if not is_known and not self.is_series_fixed(year):
            self.put_series(series)
        return series

    def last_lost(self, year: int) -> int:
        """Return the last number of a year that was noted as lost, 0 for none."""
        query = select(func.max(_loss.c.last_number)).where(_loss.c.year == year)
        return self._connection.execute(query).scalar() or 0

    def note_losses(
        self, lost: Sequence[LostRange], reason: str, author: str, noted_on: dt.date
    ) -> None:
        """Note that numbers are lost for good, or with none that only a void is."""
        said = {"reason": reason, "author": author, "noted_on": noted_on}
        for one in lost:
            if not self.is_series_fixed(one.series.year):
                self.put_series(one.series)
        ranges: list[dict[str, int | None]] = [
            {"year": one.series.year, "first_number": one.first, "last_number": one.last}
            for one in lost
        ]
        no_number: dict[str, int | None] = {
            "year": None,
            "first_number": None,
            "last_number": None,
        }
        rows = [{**one, **said} for one in ranges or [no_number]]
        self._recorder.insert_many(_loss, rows)
