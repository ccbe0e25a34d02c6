"""Read the receipts and gifts of a fiscal year, and keep the filing of its declaration."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from coopdesk.domain.declarations import (
    DeclaredGift,
    DeclaredReceipt,
    Filing,
    LostNumbers,
    SeriesRange,
)
from coopdesk.domain.donations import DonationNature, TaxArticle
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipt_life import default_series
from coopdesk.domain.receipts import ReceiptSeries
from coopdesk.storage.columns import table_of
from coopdesk.storage.stored_files import keep_file
from coopdesk.storage.tables import (
    DonationRow,
    GiftDeclarationRow,
    PaymentLineRow,
    PaymentRow,
    ReceiptLossRow,
    ReceiptSeriesRow,
    StoredFileRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
    TaxReceiptVoidRow,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.domain.declarations import FiscalYear
    from coopdesk.storage.recorder import Recorder

_declaration = table_of(GiftDeclarationRow)
_donation = table_of(DonationRow)
_file = table_of(StoredFileRow)
_gift = table_of(TaxReceiptGiftRow)
_line = table_of(PaymentLineRow)
_loss = table_of(ReceiptLossRow)
_payment = table_of(PaymentRow)
_receipt = table_of(TaxReceiptRow)
_series = table_of(ReceiptSeriesRow)
_void = table_of(TaxReceiptVoidRow)
_next = _receipt.alias("replacement")

_RECEIPT_COLUMNS = (
    _receipt.c.id.label("receipt_id"),
    _receipt.c.year,
    _receipt.c.number,
    _receipt.c.number_text,
    _receipt.c.issued_on,
    _receipt.c.donor_name,
    _receipt.c.form,
    _receipt.c.article,
    _receipt.c.nature,
    _receipt.c.amount_cents.label("receipt_cents"),
    _receipt.c.gift_count,
    _void.c.voided_on,
    _void.c.reason,
    _next.c.number_text.label("replaced_by"),
)
_RECEIPTS = _receipt.outerjoin(_void, _void.c.receipt_id == _receipt.c.id).outerjoin(
    _next, _next.c.replaces_id == _receipt.c.id
)


class DeclarationStore:
    """What is declared in one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def gifts(self, year: FiscalYear) -> tuple[DeclaredGift, ...]:
        """Return the gifts received in a fiscal year that stand on receipts, by number."""
        query = _gift_query().where(_donation.c.received_on.between(year.start, year.end))
        return tuple(map(_to_gift, self._connection.execute(query)))

    def issued(self, year: FiscalYear) -> tuple[DeclaredReceipt, ...]:
        """Return the receipts issued in a fiscal year, by number."""
        query: Select[Any] = (
            select(*_RECEIPT_COLUMNS)
            .select_from(_RECEIPTS)
            .where(_receipt.c.issued_on.between(year.start, year.end))
            .order_by(_receipt.c.year, _receipt.c.number)
        )
        return tuple(map(_to_receipt, self._connection.execute(query)))

    def series(self, year: FiscalYear) -> tuple[SeriesRange, ...]:
        """Return the numbers of every year that has receipts issued or gifts received in it."""
        first, last, voids = _receipt.alias("first"), _receipt.alias("last"), _void.c.id
        living = func.sum(_receipt.c.amount_cents).filter(voids.is_(None))
        found = (
            select(
                _receipt.c.year,
                func.min(_receipt.c.number).label("first"),
                func.max(_receipt.c.number).label("last"),
                func.count().label("issued"),
                func.count(voids).label("voided"),
                func.coalesce(living, 0).label("cents"),
            )
            .select_from(_receipt.outerjoin(_void, _void.c.receipt_id == _receipt.c.id))
            .where(_receipt.c.year.in_(_years_of(year)))
            .group_by(_receipt.c.year)
            .subquery()
        )
        query = (
            select(
                found,
                first.c.number_text.label("first_text"),
                last.c.number_text.label("last_text"),
                _lost_before(found).label("lost"),
            )
            .join(first, _is_number(first, found, found.c.first))
            .join(last, _is_number(last, found, found.c.last))
            .order_by(found.c.year)
        )
        return tuple(
            SeriesRange(
                row.year,
                row.first_text,
                row.last_text,
                row.issued,
                row.voided,
                row.last - row.issued - row.lost,
                Money(row.cents),
            )
            for row in self._connection.execute(query)
        )

    def lost(self, year: FiscalYear) -> tuple[LostNumbers, ...]:
        """Return the numbers noted as lost in the years that ``series`` tells of, by number.

        Voids that were lost without a number are those noted in the fiscal year.
        """
        query = (
            select(_loss, _series.c.prefix, _series.c.digits)
            .select_from(_loss.outerjoin(_series, _series.c.year == _loss.c.year))
            .where(
                or_(
                    _loss.c.year.in_(_years_of(year)),
                    _loss.c.year.between(year.start.year, year.end.year),
                    and_(
                        _loss.c.year.is_(None), _loss.c.noted_on.between(year.start, year.end)
                    ),
                )
            )
            .order_by(_loss.c.year, _loss.c.first_number, _loss.c.id)
        )
        return tuple(map(_to_lost, self._connection.execute(query)))

    def heads(self) -> tuple[str, str, int]:
        """Return the last links of receipts and of voids, and how many voids there are."""
        receipt = select(_receipt.c.hash).order_by(_receipt.c.id.desc()).limit(1)
        void = select(_void.c.hash, _void.c.number).order_by(_void.c.number.desc()).limit(1)
        last = self._connection.execute(void).first()
        head = self._connection.execute(receipt).scalar() or ""
        return head, last.hash if last else "", last.number if last else 0

    def is_due(self, year: FiscalYear) -> bool:
        """Tell whether there is anything to declare: a receipt of the year that counts.

        As ``Declaration.is_nothing_due`` says it, without reading them all.
        """
        days = (year.start, year.end)
        living = select(_receipt.c.id).select_from(_RECEIPTS).where(_void.c.id.is_(None))
        years = range(year.start.year, year.end.year + 2)
        if not self._has(living.where(_receipt.c.year.in_(years))):
            # Gifts of a year stand on receipts of that year, of companies on those of the next.
            return self._has(living.where(_receipt.c.issued_on.between(*days)))
        named = select(_gift.c.donation_id).join(
            _donation, _donation.c.id == _gift.c.donation_id
        )
        is_named = (_gift.c.is_living == 1) & _donation.c.received_on.between(*days)
        return self._has(named.where(is_named)) or self._has(
            living.where(_receipt.c.issued_on.between(*days))
        )

    def _has(self, query: Select[Any]) -> bool:
        return self._connection.execute(query.limit(1)).first() is not None

    def filing(self, year: int) -> Filing | None:
        """Return how the declaration of a fiscal year was filed, None before."""
        query = select(_declaration, _file.c.name.label("proof")).select_from(
            _declaration.outerjoin(_file, _file.c.id == _declaration.c.proof_id)
        )
        row = self._connection.execute(query.where(_declaration.c.fiscal_year == year)).first()
        if row is None:
            return None
        amount = Money(row.total_cents)
        return Filing(row.filed_on, row.receipt_count, amount, row.note, row.proof or "")

    def file(self, year: int, filing: Filing, proof: tuple[str, bytes] | None) -> None:
        """Store the filing in place of what was known; a proof that was given stays."""
        values: dict[str, Any] = {
            "filed_on": filing.filed_on,
            "receipt_count": filing.receipt_count,
            "total_cents": filing.total.cents,
            "note": filing.note,
        }
        if proof is not None:
            name, content = proof
            sha256 = hashlib.sha256(content).hexdigest()
            values["proof_id"] = keep_file(self._connection, name, sha256, content)
        query = select(_declaration.c.id).where(_declaration.c.fiscal_year == year)
        known = self._connection.execute(query).scalar()
        if known is None:
            values = {"proof_id": None, **values, "fiscal_year": year}
            self._recorder.insert(_declaration, values)
        else:
            self._recorder.update(_declaration, known, values)

    def proof(self, year: int) -> tuple[str, bytes] | None:
        """Return the name and the content of the proof, None where there is none."""
        query = (
            select(_file.c.name, _file.c.content)
            .join(_declaration, _declaration.c.proof_id == _file.c.id)
            .where(_declaration.c.fiscal_year == year)
        )
        row = self._connection.execute(query).first()
        return None if row is None else (row.name, bytes(row.content))


def _gift_query() -> Select[Any]:
    joined = (
        _gift.join(_donation, _donation.c.id == _gift.c.donation_id)
        .join(_RECEIPTS, _receipt.c.id == _gift.c.receipt_id)
        .outerjoin(_line, _line.c.id == _donation.c.payment_line_id)
        .outerjoin(_payment, _payment.c.id == _line.c.payment_id)
    )
    return (
        select(
            *_RECEIPT_COLUMNS,
            _gift.c.donation_id,
            _gift.c.amount_cents,
            _donation.c.received_on,
            _donation.c.nature.label("gift_nature"),
            _donation.c.mode,
            _line.c.payment_id,
            _payment.c.paid_out_on,
            _payment.c.outside_ref,
        )
        .select_from(joined)
        .order_by(_receipt.c.year, _receipt.c.number, _donation.c.received_on, _donation.c.id)
    )


def _years_of(year: FiscalYear) -> Select[Any]:
    """Select the years of the series that a fiscal year touches."""
    received = (
        select(_gift.c.receipt_id)
        .join(_donation, _donation.c.id == _gift.c.donation_id)
        .where(_donation.c.received_on.between(year.start, year.end))
    )
    return (
        select(_receipt.c.year)
        .where(
            or_(
                _receipt.c.issued_on.between(year.start, year.end),
                _receipt.c.id.in_(received),
            )
        )
        .distinct()
    )


def _lost_before(found: Any) -> Any:
    """Count the numbers noted as lost before the last one of a year that is here."""
    return (
        select(func.coalesce(func.sum(_loss.c.last_number - _loss.c.first_number + 1), 0))
        .where(_loss.c.year == found.c.year, _loss.c.last_number < found.c.last)
        .scalar_subquery()
    )


def _is_number(receipt: Any, found: Any, number: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(receipt.c.year == found.c.year, receipt.c.number == number)


def _to_receipt(row: Row[Any]) -> DeclaredReceipt:
    return DeclaredReceipt(
        id=row.receipt_id,
        year=row.year,
        number=row.number,
        number_text=row.number_text,
        issued_on=row.issued_on,
        donor_name=row.donor_name,
        form=row.form,
        article=TaxArticle(row.article),
        nature=DonationNature(row.nature),
        amount=Money(row.receipt_cents),
        gift_count=row.gift_count,
        voided_on=row.voided_on,
        void_reason=row.reason or "",
        replaced_by=row.replaced_by or "",
    )


def _to_lost(row: Row[Any]) -> LostNumbers:
    first = last = ""
    count = 0
    if row.year is not None:
        # A year whose first receipt an older program issued has no form of its own.
        series = default_series(row.year)
        if row.prefix is not None:
            series = ReceiptSeries(row.year, row.prefix, row.digits)
        first, last = series.text(row.first_number), series.text(row.last_number)
        count = row.last_number - row.first_number + 1
    return LostNumbers(first, last, count, row.noted_on, row.reason, row.author)


def _to_gift(row: Row[Any]) -> DeclaredGift:
    return DeclaredGift(
        receipt=_to_receipt(row),
        donation_id=row.donation_id,
        received_on=row.received_on,
        amount=Money(row.amount_cents),
        nature=DonationNature(row.gift_nature),
        mode=PaymentMode(row.mode),
        payment_id=row.payment_id,
        credited_on=row.paid_out_on,
        payment_ref=row.outside_ref or "",
    )
