"""The rows of the register of receipts, with what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select, true

from coopdesk.domain.donations import DonationNature, TaxArticle
from coopdesk.domain.money import Money
from coopdesk.domain.receipts import DeliveryWay, ReceiptLine, ReceiptScope, ReceiptStatus
from coopdesk.storage.columns import table_of
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    ContactRow,
    DonationReturnRow,
    ReceiptDeliveryRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
    TaxReceiptVoidRow,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Row, Select

    from coopdesk.domain.receipts import ReceiptFilter

_receipt = table_of(TaxReceiptRow)
_gift = table_of(TaxReceiptGiftRow)
_void = table_of(TaxReceiptVoidRow)
_delivery = table_of(ReceiptDeliveryRow)
_return = table_of(DonationReturnRow)
_donor = table_of(ContactRow)
_before = _receipt.alias("before")
_after = _receipt.alias("after")
_later = _delivery.alias("later")

_LAST_DELIVERY = (
    select(_later.c.id)
    .where(_later.c.receipt_id == _receipt.c.id)
    .order_by(_later.c.delivered_on.desc(), _later.c.id.desc())
    .limit(1)
    .correlate(_receipt)
    .scalar_subquery()
)
_RETURNED = (
    select(func.count())
    .select_from(_gift.join(_return, _return.c.donation_id == _gift.c.donation_id))
    .where(_gift.c.receipt_id == _receipt.c.id, _gift.c.is_living == 1)
    .correlate(_receipt)
    .scalar_subquery()
)
_COLUMNS = (
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
    _delivery.c.delivered_on,
    _delivery.c.way,
    _void.c.voided_on,
    _before.c.number_text.label("replaces"),
    _after.c.number_text.label("replaced_by"),
    _RETURNED.label("returned_gifts"),
)
_JOINED = (
    _receipt.join(_donor, _donor.c.id == _receipt.c.donor_id)
    .outerjoin(_delivery, _delivery.c.id == _LAST_DELIVERY)
    .outerjoin(_void, _void.c.receipt_id == _receipt.c.id)
    .outerjoin(_before, _before.c.id == _receipt.c.replaces_id)
    .outerjoin(_after, _after.c.replaces_id == _receipt.c.id)
)
_IS_VOID = select(_void.c.id).where(_void.c.receipt_id == _receipt.c.id).exists()
_IS_REPLACED = select(_after.c.id).where(_after.c.replaces_id == _receipt.c.id).exists()
_IS_DELIVERED = select(_delivery.c.id).where(_delivery.c.receipt_id == _receipt.c.id).exists()
_STATUS: dict[ReceiptStatus, ColumnElement[bool]] = {
    ReceiptStatus.ISSUED: ~_IS_VOID & ~_IS_DELIVERED,
    ReceiptStatus.DELIVERED: ~_IS_VOID & _IS_DELIVERED,
    ReceiptStatus.VOIDED: _IS_VOID & ~_IS_REPLACED,
    ReceiptStatus.REPLACED: _IS_REPLACED,
}
_SORTS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "number": (_receipt.c.year, _receipt.c.number),
    "donor": (_receipt.c.donor_sort_key,),
    "amount": (_receipt.c.amount_cents,),
    "issued": (_receipt.c.issued_on,),
    "postal_code": (_receipt.c.donor_postal_code, _receipt.c.donor_sort_key),
}


def ids_query(wanted: ReceiptFilter) -> Select[Any]:
    """Select the ids that a filter shows, in its order; words are of a donor or a number."""
    query = select(_receipt.c.id).where(_matches(wanted.text))
    if wanted.year is not None:
        query = query.where(_receipt.c.year == wanted.year)
    if wanted.form:
        query = query.where(_receipt.c.form == wanted.form)
    if wanted.status is not None:
        query = query.where(_STATUS[wanted.status])
    columns = _SORTS[wanted.sort]
    ordered = [x.desc() if wanted.descending else x.asc() for x in columns]
    return query.order_by(*ordered, _receipt.c.id)


def _matches(text: str) -> ColumnElement[bool]:
    by_donor = and_(true(), *words_in((_receipt.c.donor_sort_key,), text))
    number = text.strip()
    return or_(by_donor, _receipt.c.number_text.contains(number, autoescape=True))


def lines_query() -> Select[Any]:
    """Select what ``to_line`` reads."""
    return select(*_COLUMNS).select_from(_JOINED)


def to_line(row: Row[Any]) -> ReceiptLine:
    """Return a row of the register."""
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
        status=_status(row),
        delivered_on=row.delivered_on,
        delivered_by=DeliveryWay(row.way) if row.way else None,
        voided_on=row.voided_on,
        replaces=row.replaces or "",
        replaced_by=row.replaced_by or "",
        returned_gifts=row.returned_gifts,
    )


def _status(row: Row[Any]) -> ReceiptStatus:
    if row.replaced_by:
        return ReceiptStatus.REPLACED
    if row.voided_on:
        return ReceiptStatus.VOIDED
    return ReceiptStatus.DELIVERED if row.delivered_on else ReceiptStatus.ISSUED
