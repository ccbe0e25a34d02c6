"""Read issued receipts, and add new ones; nothing here changes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import extract, func, insert, select

from coopdesk.domain.donations import DonationNature, TaxArticle
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.fiscal_periods import CALENDAR_YEAR
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipt_life import ReceiptGift
from coopdesk.domain.receipts import ReceiptLine, ReceiptScope
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.merged import same_person
from coopdesk.storage.payment_store import return_reason
from coopdesk.storage.receipt_lines import ids_query, lines_query, to_line
from coopdesk.storage.tables import (
    ContactRow,
    DonationReturnRow,
    DonationRow,
    StoredFileRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
    TaxReceiptVoidRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from coopdesk.domain.receipts import ReceiptFilter
    from coopdesk.storage.recorder import Recorder

_donation = table_of(DonationRow)
_return = table_of(DonationReturnRow)
_receipt = table_of(TaxReceiptRow)
_gift = table_of(TaxReceiptGiftRow)
_donor = table_of(ContactRow)
_void = table_of(TaxReceiptVoidRow)
_file = table_of(StoredFileRow)

_STORED = (
    _receipt.c.id,
    _receipt.c.number_text,
    _receipt.c.issued_on,
    _receipt.c.hash,
    _receipt.c.scope,
)


@dataclass(frozen=True, slots=True)
class IssuedReceipt:
    """A receipt as stored: what the register, the chain and the paper need."""

    year: int
    number: int
    number_text: str
    form: str
    form_version: str
    article: TaxArticle
    nature: DonationNature
    scope: ReceiptScope
    issued_on: dt.date
    issued_at: dt.datetime
    donor_id: int
    donor_name: str
    donor_sort_key: str
    donor_postal_code: str
    amount: Money
    first_gift_on: dt.date
    last_gift_on: dt.date
    replaces_id: int | None
    snapshot: str
    salt: str
    pdf_base_id: int | None
    pdf: bytes
    pdf_sha256: str
    previous_hash: str
    hash: str
    gifts: tuple[tuple[int, Money], ...]


class StoredReceipt(NamedTuple):
    """What voiding, replacing and delivering need to know of a receipt."""

    id: int
    number_text: str
    issued_on: dt.date
    hash: str
    scope: ReceiptScope
    donation_ids: tuple[int, ...]


class ReceiptStore:
    """The receipts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def next_number(self, year: int) -> int:
        """Return the number after the last one of a year, counting from 1."""
        query = select(func.max(_receipt.c.number)).where(_receipt.c.year == year)
        return (self._connection.execute(query).scalar() or 0) + 1

    def chain_head(self) -> str:
        """Return the hash of the last issued receipt, empty before the first."""
        query = select(_receipt.c.hash).order_by(_receipt.c.id.desc()).limit(1)
        return self._connection.execute(query).scalar() or ""

    def add_many(self, issued: Sequence[IssuedReceipt]) -> list[int]:
        """Store receipts with their gifts, a hundred or so at a time; return their ids."""
        ids = self._recorder.insert_many(_receipt, [_columns_of(one) for one in issued])
        rows = [
            {
                "receipt_id": receipt_id,
                "donation_id": donation_id,
                "amount_cents": amount.cents,
                "is_living": 1,
            }
            for receipt_id, one in zip(ids, issued, strict=True)
            for donation_id, amount in one.gifts
        ]
        self._connection.execute(insert(_gift), rows)
        return ids

    def ids(self, wanted: ReceiptFilter) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        return read_ids(self._connection, ids_query(wanted))

    def id_of(self, number_text: str) -> int:
        """Return the receipt that bears a number as printed.

        Raises:
            NotFoundError: ``receipt.number_unknown``.
        """
        query = select(_receipt.c.id).where(_receipt.c.number_text == number_text)
        found = self._connection.execute(query).scalar()
        if found is None:
            raise NotFoundError("receipt.number_unknown", number=number_text[:40])
        return int(found)

    def lines(self, ids: Sequence[int]) -> list[ReceiptLine]:
        """Return the list rows of receipts, in the order of the ids."""
        query = lines_query().where(_receipt.c.id.in_(ids))
        found = {row.id: to_line(row) for row in self._connection.execute(query)}
        return [found[key] for key in ids if key in found]

    def line(self, receipt_id: int) -> ReceiptLine:
        """Return one row of the register.

        Raises:
            NotFoundError: ``receipt.missing``.
        """
        found = self.lines([receipt_id])
        if not found:
            raise NotFoundError("receipt.missing", id=receipt_id)
        return found[0]

    def of_contact(self, contact_id: int) -> list[ReceiptLine]:
        """Return the receipts of a donor, also under contacts merged into it, newest first."""
        query = lines_query().where(_receipt.c.donor_id.in_(same_person(contact_id)))
        rows = self._connection.execute(query.order_by(_receipt.c.id.desc()))
        return [to_line(row) for row in rows]

    def snapshot(self, receipt_id: int) -> str:
        """Return what a receipt says, as the JSON that was frozen."""
        query = select(_receipt.c.snapshot).where(_receipt.c.id == receipt_id)
        found = self._connection.execute(query).scalar()
        if found is None:
            raise NotFoundError("receipt.missing", id=receipt_id)
        return str(found)

    def pdf(self, receipt_id: int) -> bytes:
        """Return the paper of a receipt as it was issued.

        Raises:
            NotFoundError: ``receipt.missing``.
        """
        based = _receipt.outerjoin(_file, _file.c.id == _receipt.c.pdf_base_id)
        query = select(_file.c.content, _receipt.c.pdf).select_from(based)
        found = self._connection.execute(query.where(_receipt.c.id == receipt_id)).first()
        if found is None:
            raise NotFoundError("receipt.missing", id=receipt_id)
        return bytes(found.content or b"") + bytes(found.pdf)

    def stored(self, receipt_id: int) -> StoredReceipt:
        """Return what voiding, replacing and delivering need to know of a receipt.

        Raises:
            NotFoundError: ``receipt.missing``.
        """
        query = select(*_STORED).where(_receipt.c.id == receipt_id)
        found = self._connection.execute(query).first()
        if found is None:
            raise NotFoundError("receipt.missing", id=receipt_id)
        gifts = select(_gift.c.donation_id).where(_gift.c.receipt_id == receipt_id)
        ids = tuple(self._connection.execute(gifts).scalars())
        return StoredReceipt(*found[:-1], ReceiptScope(found.scope), ids)

    def last_issued_on(self) -> dt.date | None:
        """Return the latest day of issue, None before the first receipt."""
        return self._connection.execute(select(func.max(_receipt.c.issued_on))).scalar()

    def gifts_of(self, receipt_id: int) -> tuple[ReceiptGift, ...]:
        """Return the gifts of a receipt as they are recorded today, oldest first."""
        joined = _gift.join(_donation, _donation.c.id == _gift.c.donation_id)
        joined = joined.outerjoin(_return, _return.c.donation_id == _donation.c.id)
        query = (
            select(_donation, _return.c.returned_on, _return.c.reason.label("return_reason"))
            .select_from(joined)
            .where(_gift.c.receipt_id == receipt_id)
            .order_by(_donation.c.received_on, _donation.c.id)
        )
        return tuple(
            ReceiptGift(
                donation_id=row.id,
                received_on=row.received_on,
                amount=Money(row.amount_cents),
                mode=PaymentMode(row.mode),
                nature=DonationNature(row.nature),
                description=row.description,
                returned_on=row.returned_on,
                return_reason=return_reason(row.return_reason),
            )
            for row in self._connection.execute(query)
        )

    def has_other_fiscal_years(self) -> bool:
        """Tell whether an organisation closes its fiscal year on another day than the year."""
        usual = ("", CALENDAR_YEAR)
        query = select(_donor.c.id).where(_donor.c.fiscal_year_end.not_in(usual))
        return self._connection.execute(query.limit(1)).first() is not None

    def years_of(self, donation_ids: Sequence[int]) -> list[int]:
        """Return the calendar years in which gifts were received."""
        query = select(_donation.c.received_on).where(_donation.c.id.in_(donation_ids))
        return sorted({day.year for day in self._connection.execute(query).scalars()})

    def waiting_years(self) -> list[int]:
        """Return the calendar years with gifts that are on no living receipt, latest first."""
        on_receipt = select(_gift.c.donation_id).where(
            _gift.c.donation_id == _donation.c.id, _gift.c.is_living == 1
        )
        year = extract("year", _donation.c.received_on)
        query = select(year).where(~on_receipt.exists()).distinct()
        return sorted(map(int, self._connection.execute(query).scalars()), reverse=True)

    def count(self) -> int:
        """Count the receipts of all years."""
        query = select(func.count()).select_from(_receipt)
        return self._connection.execute(query).scalar_one()

    def totals(self, year: int) -> tuple[int, Money]:
        """Return how many receipts of a year count and what they add up to."""
        voided = select(_void.c.id).where(_void.c.receipt_id == _receipt.c.id)
        amount = func.coalesce(func.sum(_receipt.c.amount_cents), 0)
        query = select(func.count(), amount).where(_receipt.c.year == year, ~voided.exists())
        count, cents = self._connection.execute(query).one()
        return count, Money(cents)


def _columns_of(issued: IssuedReceipt) -> dict[str, Any]:
    values = {name: getattr(issued, name) for name in IssuedReceipt.__slots__}
    values["amount_cents"] = values.pop("amount").cents
    values["gift_count"] = len(values.pop("gifts"))
    for name in ("scope", "article", "nature"):
        values[name] = values[name].value
    return values
