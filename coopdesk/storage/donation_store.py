"""Read and write gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, select

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import (
    Donation,
    DonationFilter,
    DonationForm,
    DonationLine,
    DonationNature,
    Ineligibility,
    NewDonation,
    NewReturn,
    ReturnReason,
    ValueBasis,
)
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode, PaymentSource, PaymentState
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.merged import same_person
from coopdesk.storage.payment_store import year_bounds
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    CampaignRow,
    ContactRow,
    DonationReturnRow,
    DonationRow,
    LetterRow,
    PaymentLineRow,
    PaymentRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Select

    from coopdesk.storage.recorder import Recorder

_campaign = table_of(CampaignRow)
_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_gift = table_of(TaxReceiptGiftRow)
_letter = table_of(LetterRow)
_line = table_of(PaymentLineRow)
_other = _line.alias("other")
_payment = table_of(PaymentRow)
_receipt = table_of(TaxReceiptRow)
_return = table_of(DonationReturnRow)
_sent_back = _return.alias("sent_back")

_JOINED = (
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
_COUNTED = _donation.outerjoin(_line, _line.c.id == _donation.c.payment_line_id).outerjoin(
    _payment, _payment.c.id == _line.c.payment_id
)
# A gift without money has no payment, and was received by being recorded.
_state: ColumnElement[Any] = func.coalesce(_payment.c.state, PaymentState.RECEIVED.value)
# A gift that went back counts in no sum.
IS_RETURNED = exists().where(_sent_back.c.donation_id == _donation.c.id)
_SORTS: dict[str, ColumnElement[Any]] = {
    "date": _donation.c.received_on,
    "donor": _contact.c.sort_key,
    "campaign": _campaign.c.sort_key,
    "amount": _donation.c.amount_cents,
}


class DonationStore:
    """The gifts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(
        self,
        new: NewDonation,
        line_id: int | None,
        campaign_id: int | None,
        outside_receipt: str = "",
        *,
        is_fee: bool = False,
    ) -> int:
        """Store a gift on a line of a payment, or a fee that counts as one; return its id."""
        values = donation_values(new, line_id, campaign_id, outside_receipt)
        return self._recorder.insert(_donation, {**values, "is_fee": is_fee})

    def returned(self, donation_id: int, new: NewReturn, payment_id: int | None) -> int:
        """Store that a gift went back, by a payment out if money moved; return the id."""
        values = {
            "donation_id": donation_id,
            "returned_on": new.returned_on,
            "reason": new.reason.value,
            "payment_id": payment_id,
            "note": new.note,
        }
        return self._recorder.insert(_return, values)

    def returned_by(self, payment_id: int) -> list[int]:
        """Return the gifts that a payment out gave back."""
        query = select(_return.c.donation_id).where(_return.c.payment_id == payment_id)
        return list(self._connection.execute(query).scalars())

    def drop_return(self, donation_id: int) -> None:
        """Forget that a gift went back."""
        query = select(_return.c.id).where(_return.c.donation_id == donation_id)
        self._recorder.delete(_return, self._connection.execute(query).scalar_one())

    def change(self, donation_id: int, values: dict[str, Any]) -> bool:
        """Change columns of a gift; return whether anything differed."""
        return self._recorder.update(_donation, donation_id, values)

    def delete(self, donation_id: int) -> None:
        """Delete a gift; the database refuses when a receipt holds it.

        A letter of thanks stays in the time-line, about no gift any more.
        """
        thanks = select(_letter.c.id).where(_letter.c.donation_id == donation_id)
        for key in self._connection.execute(thanks).scalars().all():
            self._recorder.update(_letter, key, {"donation_id": None})
        self._recorder.delete(_donation, donation_id)

    def get(self, donation_id: int) -> Donation:
        """Return one gift.

        Raises:
            NotFoundError: ``donation.missing``.
        """
        others = select(func.count()).where(_other.c.payment_id == _line.c.payment_id)
        shared = (others.correlate(_line).scalar_subquery() > 1).label("is_shared")
        query = _full_query().add_columns(
            shared,
            _past_receipt().label("past_receipt"),
            _payment.c.source,
            _payment.c.paid_out_on,
            _return.c.reason.label("return_reason"),
            _return.c.note.label("return_note"),
            _return.c.payment_id.label("return_payment_id"),
        )
        query = query.where(_donation.c.id == donation_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("donation.missing", id=donation_id)
        return _to_domain(row)

    def line_id(self, donation_id: int) -> int | None:
        """Return the id of the line of payment that a gift hangs on; None without money."""
        query = select(_donation.c.payment_line_id).where(_donation.c.id == donation_id)
        found: int | None = self._connection.execute(query).scalar_one()
        return found

    def ids(self, wanted: DonationFilter, limit: int | None = None) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        sort = _SORTS[wanted.sort]
        first = sort.desc() if wanted.descending else sort.asc()
        second = _donation.c.id.desc() if wanted.descending else _donation.c.id.asc()
        query = _filtered(select(_donation.c.id).select_from(_LISTED), wanted)
        return list(
            self._connection.execute(query.order_by(first, second).limit(limit)).scalars()
        )

    def lines(self, ids: Sequence[int]) -> list[DonationLine]:
        """Return the list rows of a page of ids, in the order of the ids."""
        query = _full_query().where(_donation.c.id.in_(ids))
        found = {row.id: _to_line(row) for row in self._connection.execute(query)}
        return [found[donation_id] for donation_id in ids if donation_id in found]

    def total(self, wanted: DonationFilter) -> Money:
        """Add up the gifts of a filter that were received and did not go back."""
        return self._sum(wanted, and_(_state == PaymentState.RECEIVED.value, ~IS_RETURNED))

    def uncounted(self, wanted: DonationFilter) -> Money:
        """Add up the gifts of a filter that wait to be checked or were set aside."""
        return self._sum(wanted, and_(_state != PaymentState.RECEIVED.value, ~IS_RETURNED))

    def _sum(self, wanted: DonationFilter, condition: ColumnElement[bool]) -> Money:
        amount = func.coalesce(func.sum(_donation.c.amount_cents), 0)
        narrowed = bool(wanted.text or wanted.campaign)
        source = _JOINED if narrowed else _COUNTED
        query = _filtered(select(amount).select_from(source), wanted)
        return Money(self._connection.execute(query.where(condition)).scalar_one())

    def sum_of(self, ids: Sequence[int]) -> Money:
        """Add up these gifts, as far as they were received and did not go back."""
        query = select(func.coalesce(func.sum(_donation.c.amount_cents), 0)).select_from(
            _COUNTED
        )
        query = query.where(
            _donation.c.id.in_(ids), _state == PaymentState.RECEIVED.value, ~IS_RETURNED
        )
        return Money(self._connection.execute(query).scalar_one())

    def of_contact(self, contact_id: int) -> list[DonationLine]:
        """Return the gifts of a contact, newest first."""
        query = _full_query().where(
            _donation.c.donor_id.in_(same_person(contact_id)), _donation.c.is_fee.is_(False)
        )
        query = query.order_by(_donation.c.received_on.desc(), _donation.c.id.desc())
        return [_to_line(row) for row in self._connection.execute(query)]


def donation_values(
    new: NewDonation, line_id: int | None, campaign_id: int | None, outside_receipt: str
) -> dict[str, Any]:
    """Return the columns of a gift."""
    return {
        "payment_line_id": line_id,
        "donor_id": new.donor_id,
        "received_on": new.received_on,
        "amount_cents": new.amount.cents,
        "mode": new.mode.value,
        "nature": new.nature.value,
        "form": new.form.value,
        "campaign_id": campaign_id,
        "ineligibility": new.ineligibility.value if new.ineligibility else None,
        "outside_receipt": outside_receipt,
        "note": new.note,
        **decided_values(new),
        "tier_id": new.tier_id,
        "pledge_id": new.pledge_id,
        "pledge_due_on": new.pledge_due_on,
        "expense_sheet_id": new.expense_sheet_id,
    }


def decided_values(new: NewDonation) -> dict[str, Any]:
    """Return the columns that no payment and no file says, so that only a person decides."""
    return {
        "description": new.description,
        "value_basis": new.value_basis.value,
        "counterpart_cents": new.counterpart.cents,
        "counterpart": new.counterpart_label,
        "is_for_ifi": new.is_for_ifi,
    }


def _past_receipt() -> ScalarSelect[str]:
    """Select the number of the last receipt that named a gift and was voided."""
    past, named = _receipt.alias("past"), _gift.alias("named")
    return (
        select(past.c.number_text)
        .join(named, named.c.receipt_id == past.c.id)
        .where(named.c.donation_id == _donation.c.id, named.c.is_living == 0)
        .order_by(past.c.id.desc())
        .limit(1)
        .correlate(_donation)
        .scalar_subquery()
    )


def _full_query() -> Select[Any]:
    return select(
        _donation,
        _line.c.payment_id,
        _state.label("state"),
        _campaign.c.name.label("campaign"),
        _contact.c.kind.label("donor_kind"),
        _contact.c.name.label("donor_name"),
        _receipt.c.id.label("receipt_id"),
        _receipt.c.number_text.label("receipt_number"),
        _return.c.returned_on,
    ).select_from(_JOINED)


def _filtered(query: Select[Any], wanted: DonationFilter) -> Select[Any]:
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
    searched = (_contact.c.search_text, _campaign.c.sort_key)
    return query.where(*words_in(searched, wanted.text))


def _ineligibility(code: str | None) -> Ineligibility | None:
    return Ineligibility(code) if code else None


def _number_text(row: Row[Any]) -> str:
    return row.receipt_number or ""


def _to_domain(row: Row[Any]) -> Donation:
    content = NewDonation(
        received_on=row.received_on,
        amount=Money(row.amount_cents),
        mode=PaymentMode(row.mode),
        donor_id=row.donor_id,
        campaign=row.campaign or "",
        nature=DonationNature(row.nature),
        form=DonationForm(row.form),
        ineligibility=_ineligibility(row.ineligibility),
        note=row.note,
        # The day on which a platform paid out is not that of a gift.
        credited_on=row.paid_out_on if row.source == PaymentSource.MANUAL.value else None,
        description=row.description,
        value_basis=ValueBasis(row.value_basis),
        counterpart=Money(row.counterpart_cents),
        counterpart_label=row.counterpart,
        is_for_ifi=row.is_for_ifi,
        tier_id=row.tier_id,
        pledge_id=row.pledge_id,
        pledge_due_on=row.pledge_due_on,
        expense_sheet_id=row.expense_sheet_id,
    )
    return Donation(
        id=row.id,
        content=content,
        donor_name=row.donor_name or "",
        payment_id=row.payment_id,
        payment_state=PaymentState(row.state),
        outside_receipt=row.outside_receipt,
        receipt_number=_number_text(row),
        is_fee=row.is_fee,
        is_shared=bool(row.is_shared),
        returned=_returned(row),
        receipt_id=row.receipt_id,
        past_receipt=row.past_receipt or "",
        return_payment_id=row.return_payment_id,
    )


def _returned(row: Row[Any]) -> NewReturn | None:
    if row.returned_on is None:
        return None
    return NewReturn(row.returned_on, ReturnReason(row.return_reason), row.return_note)


def _to_line(row: Row[Any]) -> DonationLine:
    return DonationLine(
        id=row.id,
        received_on=row.received_on,
        donor_id=row.donor_id,
        donor_name=row.donor_name or "",
        campaign=row.campaign or "",
        mode=PaymentMode(row.mode),
        amount=Money(row.amount_cents),
        state=PaymentState(row.state),
        ineligibility=_ineligibility(row.ineligibility),
        outside_receipt=row.outside_receipt,
        receipt_number=_number_text(row),
        donor_kind=ContactKind(row.donor_kind) if row.donor_kind else None,
        nature=DonationNature(row.nature),
        returned_on=row.returned_on,
        counterpart=Money(row.counterpart_cents),
    )
