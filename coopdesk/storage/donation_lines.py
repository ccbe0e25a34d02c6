"""The rows of the list of gifts: which are shown, in what order, what each says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, select

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import DonationLine, DonationNature, Ineligibility
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.payment_store import return_reason, year_bounds
from coopdesk.storage.pledge_terms import keeps_running
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    CampaignRow,
    ContactRow,
    DonationReturnRow,
    DonationRow,
    PaymentLineRow,
    PaymentRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Row, Select

    from coopdesk.domain.donations import DonationFilter

_campaign = table_of(CampaignRow)
_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_gift = table_of(TaxReceiptGiftRow)
_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_receipt = table_of(TaxReceiptRow)
_return = table_of(DonationReturnRow)
_sent_back = _return.alias("sent_back")

JOINED = (
    _donation.outerjoin(_line, _line.c.id == _donation.c.payment_line_id)
    .outerjoin(_payment, _payment.c.id == _line.c.payment_id)
    .outerjoin(_contact, _contact.c.id == _donation.c.donor_id)
    .outerjoin(_campaign, _campaign.c.id == _donation.c.campaign_id)
    .outerjoin(_gift, (_gift.c.donation_id == _donation.c.id) & (_gift.c.is_living == 1))
    .outerjoin(_receipt, _receipt.c.id == _gift.c.receipt_id)
    .outerjoin(_return, _return.c.donation_id == _donation.c.id)
)
# What lists are filtered and ordered by: no payment, which a gift without money lacks.
_LISTED = _donation.outerjoin(_contact, _contact.c.id == _donation.c.donor_id).outerjoin(
    _campaign, _campaign.c.id == _donation.c.campaign_id
)
COUNTED = _donation.outerjoin(_line, _line.c.id == _donation.c.payment_line_id).outerjoin(
    _payment, _payment.c.id == _line.c.payment_id
)
# A gift without money has no payment, and was received by being recorded.
payment_state: ColumnElement[Any] = func.coalesce(_payment.c.state, PaymentState.RECEIVED.value)
# A gift that went back counts in no sum.
IS_RETURNED = exists().where(_sent_back.c.donation_id == _donation.c.id)
_SORTS: dict[str, ColumnElement[Any]] = {
    "date": _donation.c.received_on,
    "donor": _contact.c.sort_key,
    "campaign": _campaign.c.sort_key,
    "amount": _donation.c.amount_cents,
}


def ids_query(wanted: DonationFilter) -> Select[Any]:
    """Select the ids that a filter shows, in its order."""
    sort = _SORTS[wanted.sort]
    first = sort.desc() if wanted.descending else sort.asc()
    second = _donation.c.id.desc() if wanted.descending else _donation.c.id.asc()
    query = filtered(select(_donation.c.id).select_from(_LISTED), wanted)
    return query.order_by(first, second)


def lines_query() -> Select[Any]:
    """Select what ``to_line`` reads, and every column of a gift."""
    return select(
        _donation,
        _line.c.payment_id,
        payment_state.label("state"),
        _campaign.c.name.label("campaign"),
        _contact.c.kind.label("donor_kind"),
        _contact.c.name.label("donor_name"),
        _receipt.c.id.label("receipt_id"),
        _receipt.c.number_text.label("receipt_number"),
        _return.c.returned_on,
        _return.c.reason.label("return_reason"),
    ).select_from(JOINED)


def filtered(query: Select[Any], wanted: DonationFilter) -> Select[Any]:
    """Narrow a query of gifts to those that a filter shows."""
    query = query.where(_donation.c.is_fee.is_(False))
    if wanted.year is not None:
        query = query.where(_donation.c.received_on.between(*year_bounds(wanted.year)))
    if wanted.donor_id is not None:
        query = query.where(_donation.c.donor_id == wanted.donor_id)
    if wanted.campaign:
        query = query.where(_campaign.c.sort_key == fold(wanted.campaign))
    if wanted.nature is not None:
        query = query.where(_donation.c.nature == wanted.nature.value)
    if wanted.tier_id is not None:
        query = query.where(_donation.c.tier_id == wanted.tier_id)
    if wanted.returned is not None:
        query = query.where(IS_RETURNED if wanted.returned else ~IS_RETURNED)
    query = query.where(*_narrower(wanted))
    searched = (_contact.c.search_text, _campaign.c.sort_key)
    return query.where(*words_in(searched, wanted.text))


def _narrower(wanted: DonationFilter) -> Iterator[ColumnElement[bool]]:
    """Yield what figures of the home page narrow their gifts to."""
    if wanted.since is not None:
        yield _donation.c.received_on >= wanted.since
    if wanted.until is not None:
        yield _donation.c.received_on <= wanted.until
    if wanted.unpromised_on is not None:
        yield ~keeps_running(wanted.unpromised_on)


def ineligibility(code: str | None) -> Ineligibility | None:
    """Read why a gift gives no receipt, None where nobody decided so."""
    return Ineligibility(code) if code else None


def to_line(row: Row[Any]) -> DonationLine:
    """Return a row of the list."""
    return DonationLine(
        id=row.id,
        received_on=row.received_on,
        donor_id=row.donor_id,
        donor_name=row.donor_name or "",
        campaign=row.campaign or "",
        mode=PaymentMode(row.mode),
        amount=Money(row.amount_cents),
        state=PaymentState(row.state),
        ineligibility=ineligibility(row.ineligibility),
        outside_receipt=row.outside_receipt,
        receipt_number=row.receipt_number or "",
        donor_kind=ContactKind(row.donor_kind) if row.donor_kind else None,
        nature=DonationNature(row.nature),
        returned_on=row.returned_on,
        return_reason=return_reason(row.return_reason),
        counterpart=Money(row.counterpart_cents),
    )
