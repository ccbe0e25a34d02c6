"""Read and write gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from coopdesk.domain.donations import (
    Donation,
    DonationFilter,
    DonationForm,
    DonationLine,
    DonationNature,
    NewDonation,
    NewReturn,
    ReturnReason,
    ValueBasis,
)
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode, PaymentSource, PaymentState
from coopdesk.storage.columns import table_of
from coopdesk.storage.donation_lines import (
    COUNTED,
    IS_RETURNED,
    JOINED,
    filtered,
    ids_query,
    ineligibility,
    lines_query,
    payment_state,
    to_line,
)
from coopdesk.storage.merged import same_person
from coopdesk.storage.tables import (
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

    from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect

    from coopdesk.storage.recorder import Recorder

_donation = table_of(DonationRow)
_gift = table_of(TaxReceiptGiftRow)
_letter = table_of(LetterRow)
_line = table_of(PaymentLineRow)
_other = _line.alias("other")
_payment = table_of(PaymentRow)
_receipt = table_of(TaxReceiptRow)
_return = table_of(DonationReturnRow)


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
        query = lines_query().add_columns(
            shared,
            _past_receipt().label("past_receipt"),
            _payment.c.source,
            _payment.c.paid_out_on,
            _line.c.activity_id,
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
        query = ids_query(wanted).limit(limit)
        return list(self._connection.execute(query).scalars())

    def lines(self, ids: Sequence[int]) -> list[DonationLine]:
        """Return the list rows of a page of ids, in the order of the ids."""
        query = lines_query().where(_donation.c.id.in_(ids))
        found = {row.id: to_line(row) for row in self._connection.execute(query)}
        return [found[donation_id] for donation_id in ids if donation_id in found]

    def total(self, wanted: DonationFilter) -> Money:
        """Add up the gifts of a filter that were received and did not go back."""
        return self._sum(
            wanted, and_(payment_state == PaymentState.RECEIVED.value, ~IS_RETURNED)
        )

    def uncounted(self, wanted: DonationFilter) -> Money:
        """Add up the gifts of a filter that wait to be checked or were set aside."""
        return self._sum(
            wanted, and_(payment_state != PaymentState.RECEIVED.value, ~IS_RETURNED)
        )

    def _sum(self, wanted: DonationFilter, condition: ColumnElement[bool]) -> Money:
        amount = func.coalesce(func.sum(_donation.c.amount_cents), 0)
        narrowed = bool(wanted.text or wanted.campaign)
        source = JOINED if narrowed else COUNTED
        query = filtered(select(amount).select_from(source), wanted)
        return Money(self._connection.execute(query.where(condition)).scalar_one())

    def sum_of(self, ids: Sequence[int]) -> Money:
        """Add up these gifts, as far as they were received and did not go back."""
        query = select(func.coalesce(func.sum(_donation.c.amount_cents), 0)).select_from(
            COUNTED
        )
        query = query.where(
            _donation.c.id.in_(ids), payment_state == PaymentState.RECEIVED.value, ~IS_RETURNED
        )
        return Money(self._connection.execute(query).scalar_one())

    def of_contact(self, contact_id: int) -> list[DonationLine]:
        """Return the gifts of a contact, newest first."""
        query = lines_query().where(
            _donation.c.donor_id.in_(same_person(contact_id)), _donation.c.is_fee.is_(False)
        )
        query = query.order_by(_donation.c.received_on.desc(), _donation.c.id.desc())
        return [to_line(row) for row in self._connection.execute(query)]


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


def _to_domain(row: Row[Any]) -> Donation:
    content = NewDonation(
        received_on=row.received_on,
        amount=Money(row.amount_cents),
        mode=PaymentMode(row.mode),
        donor_id=row.donor_id,
        campaign=row.campaign or "",
        nature=DonationNature(row.nature),
        form=DonationForm(row.form),
        ineligibility=ineligibility(row.ineligibility),
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
        activity_id=row.activity_id,
    )
    return Donation(
        id=row.id,
        content=content,
        donor_name=row.donor_name or "",
        payment_id=row.payment_id,
        payment_state=PaymentState(row.state),
        outside_receipt=row.outside_receipt,
        receipt_number=row.receipt_number or "",
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
