"""Read issued receipts, and add new ones; nothing here changes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import LargeBinary, case, cast, func, insert, select

from coopdesk.domain.donations import DonationNature, TaxArticle
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.receipts import ReceiptLine, ReceiptScope
from coopdesk.storage.columns import table_of
from coopdesk.storage.merged import same_person
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import ContactRow, DonationRow, TaxReceiptGiftRow, TaxReceiptRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_donation = table_of(DonationRow)
_receipt = table_of(TaxReceiptRow)
_gift = table_of(TaxReceiptGiftRow)
_donor = table_of(ContactRow)

_SORTS: dict[str, ColumnElement[Any]] = {
    "number": _receipt.c.number,
    "donor": _receipt.c.donor_sort_key,
    "amount": _receipt.c.amount_cents,
    "issued": _receipt.c.issued_on,
}
_LINE_COLUMNS = (
    _receipt.c.id,
    _receipt.c.year,
    _receipt.c.number,
    _receipt.c.issued_on,
    # The paper keeps its donor; whoever asks for the contact wants what became of it.
    func.coalesce(_donor.c.merged_into_id, _receipt.c.donor_id).label("donor_id"),
    _receipt.c.donor_name,
    _receipt.c.scope,
    _receipt.c.gift_count,
    _receipt.c.amount_cents,
    _receipt.c.number_text,
    _receipt.c.form,
    _receipt.c.article,
    _receipt.c.nature,
    _donor.c.email.label("donor_email"),
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


class ReceiptGift(NamedTuple):
    """A gift of a receipt, as its own row says it."""

    received_on: dt.date
    cents: int
    mode: str
    donor_id: int | None


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

    def add(self, issued: IssuedReceipt, gifts: Sequence[tuple[int, Money]]) -> int:
        """Store a receipt with its gifts (donation id, amount) and return its id."""
        values = {name: getattr(issued, name) for name in IssuedReceipt.__slots__}
        values["amount_cents"] = values.pop("amount").cents
        for name in ("scope", "article", "nature"):
            values[name] = values[name].value
        values["gift_count"] = len(gifts)
        receipt_id = self._recorder.insert(_receipt, values)
        rows = [
            {"donation_id": key, "receipt_id": receipt_id, "amount_cents": amount.cents}
            for key, amount in gifts
        ]
        self._connection.execute(insert(_gift), rows)
        return receipt_id

    def ids(
        self,
        year: int | None,
        text: str = "",
        sort: str = "number",
        *,
        descending: bool = False,
    ) -> list[int]:
        """Return the ids of the receipts of a year whose donor matches, in order."""
        column = _SORTS[sort]
        query = select(_receipt.c.id).where(*words_in((_receipt.c.donor_sort_key,), text))
        if year is not None:
            query = query.where(_receipt.c.year == year)
        query = query.order_by(column.desc() if descending else column.asc(), _receipt.c.id)
        return list(self._connection.execute(query).scalars())

    def lines(self, ids: Sequence[int]) -> list[ReceiptLine]:
        """Return the list rows of receipts, in the order of the ids."""
        query = _line_query().where(_receipt.c.id.in_(ids))
        found = {row.id: _to_line(row) for row in self._connection.execute(query)}
        return [found[key] for key in ids if key in found]

    def of_contact(self, contact_id: int) -> list[ReceiptLine]:
        """Return the receipts of a donor, also under contacts merged into it, newest first."""
        query = _line_query().where(_receipt.c.donor_id.in_(same_person(contact_id)))
        rows = self._connection.execute(query.order_by(_receipt.c.id.desc()))
        return [_to_line(row) for row in rows]

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
        query = select(_receipt.c.pdf).where(_receipt.c.id == receipt_id)
        found = self._connection.execute(query).scalar()
        if found is None:
            raise NotFoundError("receipt.missing", id=receipt_id)
        return bytes(found)

    def all_in_order(self) -> Iterator[Row[Any]]:
        """Yield every receipt with all its columns, in the order of issue, a few at a time."""
        # A forged paper may have become text: cast, so that it is found, not a fault.
        paper = cast(_receipt.c.pdf, LargeBinary).label("pdf")
        others = [column for column in _receipt.c if column is not _receipt.c.pdf]
        query: Select[Any] = (
            select(*others, paper).order_by(_receipt.c.id).execution_options(yield_per=50)
        )
        yield from self._connection.execute(query)

    def gifts(self) -> dict[int, list[ReceiptGift]]:
        """Return the gifts of each receipt, by its id.

        Those of a donor who was merged into another are still said to be the donor's.
        """
        moved = _donation.c.donor_id == _donor.c.merged_into_id
        query = (
            select(
                _gift.c.receipt_id,
                _donation.c.received_on,
                _gift.c.amount_cents,
                _donation.c.mode,
                case((moved, _donor.c.id), else_=_donation.c.donor_id),
            )
            .join(_donation, _donation.c.id == _gift.c.donation_id)
            .join(_receipt, _receipt.c.id == _gift.c.receipt_id)
            .join(_donor, _donor.c.id == _receipt.c.donor_id)
            .where(_donation.c.amount_cents == _gift.c.amount_cents)
        )
        found: dict[int, list[ReceiptGift]] = {}
        for receipt_id, *gift in self._connection.execute(query):
            found.setdefault(receipt_id, []).append(ReceiptGift(*gift))
        return found

    def count(self) -> int:
        """Count the receipts of all years."""
        query = select(func.count()).select_from(_receipt)
        return self._connection.execute(query).scalar_one()

    def totals(self, year: int) -> tuple[int, Money]:
        """Return how many receipts a year has and what they add up to."""
        amount = func.coalesce(func.sum(_receipt.c.amount_cents), 0)
        query = select(func.count(), amount).where(_receipt.c.year == year)
        count, cents = self._connection.execute(query).one()
        return count, Money(cents)


def _line_query() -> Select[Any]:
    return select(*_LINE_COLUMNS).join(_donor, _donor.c.id == _receipt.c.donor_id)


def _to_line(row: Row[Any]) -> ReceiptLine:
    return ReceiptLine(
        id=row.id,
        year=row.year,
        number=row.number,
        issued_on=row.issued_on,
        donor_id=row.donor_id,
        donor_name=row.donor_name,
        scope=ReceiptScope(row.scope),
        gift_count=row.gift_count,
        amount=Money(row.amount_cents),
        number_text=row.number_text,
        form=row.form,
        article=TaxArticle(row.article),
        nature=DonationNature(row.nature),
        donor_email=row.donor_email,
    )
