"""How far the receipts of a file are, for what is kept of it elsewhere; who the file is."""

from __future__ import annotations

import secrets
from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from coopdesk.domain.receipt_anchors import (
    ChainState,
    LostRange,
    SeriesEnd,
    missing_numbers,
    ranges_of,
)
from coopdesk.domain.receipt_life import default_series
from coopdesk.domain.receipts import ReceiptSeries
from coopdesk.storage.columns import table_of
from coopdesk.storage.sealing import sealed_as
from coopdesk.storage.tables import (
    FileInfoRow,
    ReceiptLossRow,
    ReceiptSeriesRow,
    TaxReceiptRow,
    TaxReceiptVoidRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

_info = table_of(FileInfoRow)
_receipt = table_of(TaxReceiptRow)
_void = table_of(TaxReceiptVoidRow)
_series = table_of(ReceiptSeriesRow)
_loss = table_of(ReceiptLossRow)
_IDENTITY = "identity"


class ChainStore:
    """The chains of receipts and voids of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def identity(self) -> str:
        """Return who the file says it is; empty until it is told."""
        query = select(_info.c.value).where(_info.c.key == _IDENTITY)
        return self._connection.execute(query).scalar() or ""

    def give_identity(self) -> str:
        """Return who the file is, told now if it never was; copies made later are the same."""
        known = self.identity()
        if known:
            return known
        new = secrets.token_hex(16)
        self._connection.execute(_info.insert().values(key=_IDENTITY, value=new))
        return new

    def is_sealed(self) -> bool:
        """Tell whether the file is a backup in which nobody worked."""
        return sealed_as(self._connection) is not None

    def state(self) -> ChainState:
        """Return how far the chains are."""
        last = self._connection.execute(_LAST_RECEIPT).first()
        void = self._connection.execute(_LAST_VOID).first()
        count = select(func.count()).select_from(_receipt)
        return ChainState(
            receipts=self._connection.execute(count).scalar_one(),
            last_id=last.id if last else 0,
            head=last.hash if last else "",
            voids=void.number if void else 0,
            void_head=void.hash if void else "",
            last_voided=void.number_text if void else "",
            ends=self._ends(),
        )

    def _ends(self) -> dict[int, SeriesEnd]:
        """Return the last number of each year, lost ones included, and how it is written."""
        written = {x.year: x for x in self._connection.execute(select(_series))}
        ends: dict[int, SeriesEnd] = {}
        for query in (_LAST_LOST, _LAST_NUMBERS):
            for year, last in self._connection.execute(query):
                row = written.get(year)
                series = default_series(year)
                if row is not None:
                    series = ReceiptSeries(year, row.prefix, row.digits)
                known = ends[year].last if year in ends else 0
                ends[year] = SeriesEnd(series, max(last, known))
        return ends

    def absent(self, known: ChainState) -> list[LostRange]:
        """Return the numbers of a state that the file neither holds nor says are lost."""
        noted = lost_numbers(self._connection)
        query = select(_receipt.c.year, _receipt.c.number)
        after: dict[int, int] = defaultdict(lambda: 1)
        absent: dict[int, list[int]] = defaultdict(list)
        for year, number in self._connection.execute(query.order_by(*query.selected_columns)):
            absent[year] += missing_numbers(after[year], number, noted[year])
            after[year] = number + 1
        for year, end in known.ends.items():
            absent[year] += missing_numbers(after[year], end.last + 1, noted[year])
        return [
            each
            for year, end in sorted(known.ends.items())
            for each in ranges_of(end.series, absent[year])
        ]

    def holds(self, known: ChainState) -> bool:
        """Tell whether the file holds the very receipts that led to a state."""
        if not known.receipts:
            return True
        link = select(_receipt.c.hash).where(_receipt.c.id == known.last_id)
        until = select(func.count()).where(_receipt.c.id <= known.last_id)
        return (
            self._connection.execute(link).scalar() == known.head
            and self._connection.execute(until).scalar_one() == known.receipts
        )

    def holds_voids(self, known: ChainState) -> bool:
        """Tell whether the file holds the very voids that led to a state."""
        if not known.voids:
            return True
        link = select(_void.c.hash).where(_void.c.number == known.voids)
        return self._connection.execute(link).scalar() == known.void_head


def lost_numbers(connection: Connection) -> dict[int, list[tuple[int, int]]]:
    """Return the first and last numbers of what was noted as lost, by year."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in connection.execute(select(_loss).where(_loss.c.year.is_not(None))):
        found[row.year].append((row.first_number, row.last_number))
    return found


_LAST_RECEIPT = select(_receipt.c.id, _receipt.c.hash).order_by(_receipt.c.id.desc()).limit(1)
_LAST_VOID = (
    select(_void.c.number, _void.c.hash, _receipt.c.number_text)
    .join(_receipt, _receipt.c.id == _void.c.receipt_id)
    .order_by(_void.c.number.desc())
    .limit(1)
)
_LAST_NUMBERS = select(_receipt.c.year, func.max(_receipt.c.number)).group_by(_receipt.c.year)
_LAST_LOST = (
    select(_loss.c.year, func.max(_loss.c.last_number))
    .where(_loss.c.year.is_not(None))
    .group_by(_loss.c.year)
)
