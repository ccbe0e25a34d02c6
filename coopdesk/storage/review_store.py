"""Read the gifts of a year with all that the review of receipts needs, and their payments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import DonationForm, DonationNature, Ineligibility, ValueBasis
from coopdesk.domain.fiscal_periods import CALENDAR_YEAR
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentMode,
    PaymentSource,
    PaymentState,
)
from coopdesk.domain.receipts import ReviewedGift
from coopdesk.storage.columns import table_of
from coopdesk.storage.donation_lines import JOINED, payment_state
from coopdesk.storage.merged import same_person, same_persons
from coopdesk.storage.payment_store import return_reason, year_bounds
from coopdesk.storage.tables import (
    CampaignRow,
    ContactRow,
    DonationReturnRow,
    DonationRow,
    PaymentLineRow,
    PaymentRow,
    TaxReceiptRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

_campaign = table_of(CampaignRow)
_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_receipt = table_of(TaxReceiptRow)
_return = table_of(DonationReturnRow)

_PAGE = 500
_PAID = _line.join(_payment, _payment.c.id == _line.c.payment_id)


class ReviewStore:
    """The gifts to review in one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def gifts(self, year: int) -> list[ReviewedGift]:
        """Return the gifts of a calendar year, by donor then day."""
        return self._read(_donation.c.received_on.between(*year_bounds(year)))

    def waiting_gifts(
        self, year: int, donors: range | None = None, *, of_other_years: bool = False
    ) -> list[ReviewedGift]:
        """Return the gifts of a year without those that rest on a receipt and test nothing.

        ``donors`` are ids of contacts; without them the gifts of everybody. With
        ``of_other_years`` only of those whose fiscal year is not the calendar year.
        """
        days = _donation.c.received_on.between(*year_bounds(year))
        is_open = or_(_receipt.c.id.is_(None), _donation.c.counterpart_cents > 0)
        wanted = [days, is_open]
        if donors is not None:
            wanted.append(_donation.c.donor_id.in_(list(donors)))
        if of_other_years:
            wanted.append(_contact.c.fiscal_year_end.not_in(("", CALENDAR_YEAR)))
        return self._read(and_(*wanted))

    def of_contact(self, contact_id: int) -> list[ReviewedGift]:
        """Return the gifts of a contact, also under contacts merged into it, by day."""
        return self._read(_donation.c.donor_id.in_(same_person(contact_id)))

    def of_contacts(self, contact_ids: Sequence[int]) -> list[ReviewedGift]:
        """Return the gifts of contacts; those under contacts merged into them are theirs."""
        found: list[ReviewedGift] = []
        for start in range(0, len(contact_ids), _PAGE):
            kin = same_persons(contact_ids[start : start + _PAGE])
            survivors = {x.id: x.survivor_id for x in self._connection.execute(kin)}
            gifts = self._read(_donation.c.donor_id.in_(list(survivors)))
            found += (replace(x, donor_id=survivors[x.donor_id or 0]) for x in gifts)
        return found

    def _read(self, condition: ColumnElement[bool]) -> list[ReviewedGift]:
        query = (
            _reviewed()
            .where(condition)
            .order_by(
                _contact.c.sort_key,
                _donation.c.donor_id,
                _donation.c.received_on,
                _donation.c.id,
            )
        )
        return [_to_review(row) for row in self._connection.execute(query)]

    def years(self) -> list[int]:
        """Return the calendar years that have gifts, oldest first."""
        first, last = self._connection.execute(
            select(func.min(_donation.c.received_on), func.max(_donation.c.received_on))
        ).one()
        return list(range(first.year, last.year + 1)) if first else []

    def money_received(self, year: int) -> Money:
        """Add up what payments say was given in a year, less what went back.

        Counted from the lines of payments, not from gifts: lines for gifts, and others that a
        gift hangs on, such as fees that count as gifts (legal_fr RF-51).
        """
        bounds = year_bounds(year)
        given = and_(
            _payment.c.direction == Direction.IN.value,
            _payment.c.state == PaymentState.RECEIVED.value,
            or_(_line.c.kind == LineKind.GIFT.value, _donation.c.id.is_not(None)),
            func.coalesce(_donation.c.received_on, _payment.c.paid_on).between(*bounds),
        )
        received = _sum_of_lines().select_from(
            _PAID.outerjoin(_donation, _donation.c.payment_line_id == _line.c.id)
        )
        gone = (
            _sum_of_lines()
            .select_from(
                _PAID.join(_return, _return.c.payment_id == _payment.c.id).join(
                    _donation, _donation.c.id == _return.c.donation_id
                )
            )
            .where(_donation.c.received_on.between(*bounds))
        )
        return Money(
            self._connection.execute(received.where(given)).scalar_one()
            - self._connection.execute(gone).scalar_one()
        )


def _sum_of_lines() -> Select[Any]:
    return select(func.coalesce(func.sum(_line.c.amount_cents), 0))


def _reviewed() -> Select[Any]:
    return select(
        _donation,
        _line.c.payment_id,
        _payment.c.paid_out_on,
        _payment.c.source,
        payment_state.label("state"),
        _campaign.c.name.label("campaign"),
        _contact.c.kind.label("donor_kind"),
        _contact.c.organisation_kind,
        _contact.c.last_name,
        _contact.c.first_name,
        _contact.c.name.label("donor_name"),
        _contact.c.sort_key.label("donor_sort_key"),
        _contact.c.street,
        _contact.c.complement,
        _contact.c.postal_code,
        _contact.c.city,
        _contact.c.country,
        _contact.c.fiscal_year_end,
        _contact.c.legal_form,
        _contact.c.siren,
        _receipt.c.number_text.label("receipt_number"),
        _return.c.reason.label("return_reason"),
    ).select_from(JOINED)


def _to_review(row: Row[Any]) -> ReviewedGift:
    complete = bool(row.street and row.city and (row.postal_code or row.country != "FR"))
    return ReviewedGift(
        donation_id=row.id,
        received_on=row.received_on,
        amount=Money(row.amount_cents),
        mode=PaymentMode(row.mode),
        nature=DonationNature(row.nature),
        form=DonationForm(row.form),
        campaign=row.campaign or "",
        payment_id=row.payment_id,
        payment_state=PaymentState(row.state),
        ineligibility=Ineligibility(row.ineligibility) if row.ineligibility else None,
        outside_receipt=row.outside_receipt,
        donor_id=row.donor_id,
        donor_kind=ContactKind(row.donor_kind) if row.donor_kind else None,
        donor_name=row.donor_name or "",
        donor_sort_key=row.donor_sort_key or "",
        donor_name_complete=_is_named(row),
        donor_address_complete=complete,
        receipt_number=row.receipt_number or "",
        note=row.note,
        is_fee=row.is_fee,
        donor_organisation_kind=OrganisationKind(row.organisation_kind or ""),
        donor_fiscal_year_end=row.fiscal_year_end or "",
        donor_legal_form=row.legal_form or "",
        donor_siren=row.siren or "",
        donor_country=row.country or "FR",
        description=row.description,
        value_basis=ValueBasis(row.value_basis),
        counterpart=Money(row.counterpart_cents),
        is_for_ifi=row.is_for_ifi,
        return_reason=return_reason(row.return_reason),
        donor_printed=_printed(row),
        has_expense_sheet=row.expense_sheet_id is not None,
        credited_on=row.paid_out_on,
        is_from_platform=row.source not in {None, PaymentSource.MANUAL.value},
    )


def _printed(row: Row[Any]) -> str:
    """Return all that a receipt prints of the donor."""
    names = (row.donor_name, row.last_name, row.first_name, row.legal_form)
    places = (row.street, row.complement, row.postal_code, row.city)
    return "".join(filter(None, (*names, *places)))


def _is_named(row: Row[Any]) -> bool:
    """Tell whether a receipt can name the donor: an e-mail address is no name."""
    if row.donor_kind == ContactKind.ORGANISATION.value:
        return bool(row.donor_name)
    return bool(row.last_name and row.first_name and "@" not in row.last_name)
