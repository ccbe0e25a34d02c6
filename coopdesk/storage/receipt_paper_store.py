"""Read issued receipts to write their papers out, and to prove papers that come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow, TaxReceiptRow, TaxReceiptVoidRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Row, Select

_receipt = table_of(TaxReceiptRow)
_void = table_of(TaxReceiptVoidRow)
_donor = table_of(ContactRow)
_next = _receipt.alias("replacement")


class KeptReceipt(NamedTuple):
    """An issued receipt, all but its paper.

    ``donor_id`` is who the donor is now. ``voided_on`` and ``replaced_by`` (a number) tell what
    became of it.
    """

    id: int
    year: int
    number: int
    number_text: str
    issued_on: dt.date
    donor_id: int
    donor_name: str
    donor_sort_key: str
    donor_postal_code: str
    amount: Money
    snapshot: str
    salt: str
    pdf_sha256: str
    previous_hash: str
    hash: str
    voided_on: dt.date | None
    replaced_by: str


class ReceiptPaperStore:
    """The issued receipts of one unit of work, for their papers; changes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def kept(self, ids: Sequence[int]) -> list[KeptReceipt]:
        """Return receipts in the order of their ids.

        Raises:
            NotFoundError: ``receipt.missing``.
        """
        found: dict[int, KeptReceipt] = {}
        for batch in in_batches(ids):
            query = _query().where(_receipt.c.id.in_(batch))
            found |= {row.id: _kept(row) for row in self._connection.execute(query)}
        for key in ids:
            if key not in found:
                raise NotFoundError("receipt.missing", id=key)
        return [found[key] for key in ids]

    def of_papers(self, digests: Sequence[str]) -> list[KeptReceipt]:
        """Return the receipts whose whole paper has one of some SHA-256."""
        query = _query().where(_receipt.c.pdf_sha256.in_(digests))
        return [_kept(row) for row in self._connection.execute(query)]

    def ids_of_year(self, year: int) -> list[int]:
        """Return the ids of the receipts of a year, by number."""
        query = select(_receipt.c.id).where(_receipt.c.year == year)
        return list(self._connection.execute(query.order_by(_receipt.c.number)).scalars())

    def latest(self) -> KeptReceipt | None:
        """Return the last receipt that was issued."""
        query = _query().order_by(_receipt.c.id.desc()).limit(1)
        row = self._connection.execute(query).one_or_none()
        return _kept(row) if row is not None else None

    def ids_by_number(self) -> dict[str, int]:
        """Return the ids of all receipts by their numbers as printed."""
        query = select(_receipt.c.number_text, _receipt.c.id)
        return dict(map(tuple, self._connection.execute(query)))

    def words(self) -> Iterator[tuple[int, str, str]]:
        """Yield id, salt and snapshot of every receipt, in the order of issue."""
        query = select(_receipt.c.id, _receipt.c.salt, _receipt.c.snapshot)
        rows = self._connection.execute(query.order_by(_receipt.c.id))
        yield from (tuple(row) for row in rows)

    def hash_before(self, receipt_id: int) -> str:
        """Return the hash of the receipt issued before another one, empty before the first."""
        query = select(_receipt.c.hash).where(_receipt.c.id < receipt_id)
        found = self._connection.execute(query.order_by(_receipt.c.id.desc()).limit(1))
        return found.scalar() or ""


def _query() -> Select[Any]:
    joined = (
        _receipt.join(_donor, _donor.c.id == _receipt.c.donor_id)
        .outerjoin(_void, _void.c.receipt_id == _receipt.c.id)
        .outerjoin(_next, _next.c.replaces_id == _receipt.c.id)
    )
    own = [
        _receipt.c[name]
        for name in KeptReceipt._fields
        if name not in {"donor_id", "amount", "voided_on", "replaced_by"}
    ]
    return select(
        *own,
        _receipt.c.amount_cents,
        func.coalesce(_donor.c.merged_into_id, _receipt.c.donor_id).label("donor_id"),
        _void.c.voided_on,
        func.coalesce(_next.c.number_text, "").label("replaced_by"),
    ).select_from(joined)


def _kept(row: Row[Any]) -> KeptReceipt:
    others = (name for name in KeptReceipt._fields if name != "amount")
    values = {name: getattr(row, name) for name in others}
    return KeptReceipt(amount=Money(row.amount_cents), **values)
