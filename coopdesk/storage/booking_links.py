"""Follow records to their entries, and entries back to what they were made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from coopdesk.domain.booking import EntryLink, SourceKind, SourceLink
from coopdesk.domain.entries import EntryKind, EntryState
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ContactRow,
    DedicatedFundRow,
    DonationReturnRow,
    DonationRow,
    EntryRow,
    ExpenseSheetRow,
    FiscalYearRow,
    FixedAssetRow,
    GrantAwardRow,
    MembershipRow,
    PaymentLineRow,
    PaymentRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

    from coopdesk.domain.entries import EntrySource

_asset = table_of(FixedAssetRow)
_award = table_of(GrantAwardRow)
_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_entry = table_of(EntryRow)
_fund = table_of(DedicatedFundRow)
_line = table_of(PaymentLineRow)
_membership = table_of(MembershipRow)
_named = table_of(TaxReceiptGiftRow)
_payment = table_of(PaymentRow)
_receipt = table_of(TaxReceiptRow)
_return = table_of(DonationReturnRow)
_sheet = table_of(ExpenseSheetRow)
_year = table_of(FiscalYearRow)


class BookingLinks:
    """The ties between entries and their sources, in one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_payment(self, payment_id: int) -> list[EntryLink]:
        """Return the entries of a payment, reversals as well, the oldest first."""
        return self._entries(_entry.c.payment_id == payment_id)

    def of_membership(self, membership_id: int) -> list[EntryLink]:
        """Return the entries of the payments that settle a membership."""
        paid = select(_line.c.payment_id).where(_line.c.membership_id == membership_id)
        return self._entries(_entry.c.payment_id.in_(paid))

    def of_gift(self, donation_id: int) -> list[EntryLink]:
        """Return the entries of a gift: of its payment, or its own, and of its return."""
        return self._of_gifts(select(_donation.c.id).where(_donation.c.id == donation_id))

    def of_receipt(self, receipt_id: int) -> list[EntryLink]:
        """Return the entries of the gifts that a receipt names."""
        return self._of_gifts(
            select(_named.c.donation_id).where(_named.c.receipt_id == receipt_id)
        )

    def _of_gifts(self, gifts: Select[tuple[int]]) -> list[EntryLink]:
        paid = (
            select(_line.c.payment_id)
            .join(_donation, _donation.c.payment_line_id == _line.c.id)
            .where(_donation.c.id.in_(gifts))
        )
        back = select(_return.c.payment_id).where(_return.c.donation_id.in_(gifts))
        sheet = select(_donation.c.expense_sheet_id).where(_donation.c.id.in_(gifts))
        return self._entries(
            or_(
                _entry.c.donation_id.in_(gifts),
                _entry.c.payment_id.in_(paid),
                _entry.c.payment_id.in_(back),
                _entry.c.expense_sheet_id.in_(sheet),
            )
        )

    def of_sheet(self, sheet_id: int) -> list[EntryLink]:
        """Return the entries of a sheet of expenses, of its refund or of its gift."""
        paid = select(_sheet.c.payment_id).where(_sheet.c.id == sheet_id)
        given = select(_donation.c.id).where(_donation.c.expense_sheet_id == sheet_id)
        return self._entries(
            or_(
                _entry.c.expense_sheet_id == sheet_id,
                _entry.c.payment_id.in_(paid),
                _entry.c.donation_id.in_(given),
            )
        )

    def _entries(self, condition: ColumnElement[bool]) -> list[EntryLink]:
        """Return the entries that a condition names, and those that reverse them."""
        named = list(self._connection.execute(select(_entry.c.id).where(condition)).scalars())
        query = (
            select(_entry, _year.c.label.label("fiscal_year"))
            .join(_year, _year.c.id == _entry.c.fiscal_year_id)
            .where(or_(_entry.c.id.in_(named), _entry.c.reverses_id.in_(named)))
            .order_by(_entry.c.entry_on, _entry.c.id)
        )
        return [
            EntryLink(
                id=row.id,
                number=row.number,
                state=EntryState(row.state),
                kind=EntryKind(row.kind),
                entry_on=row.entry_on,
                label=row.label,
                amount=Money(row.amount_cents),
                fiscal_year=row.fiscal_year,
            )
            for row in self._connection.execute(query)
        ]

    def sources_of(self, source: EntrySource) -> list[SourceLink]:
        """Return what a source is, and what hangs on it, the nearest first."""
        found: list[SourceLink] = []
        gifts: list[int] = []
        if source.payment_id is not None:
            found += self._payment(source.payment_id)
            gifts = self._gifts_of_payment(source.payment_id)
        if source.donation_id is not None:
            gifts.append(source.donation_id)
        for donation_id in gifts:
            found += self._gift(donation_id)
        if source.payment_id is not None:
            found += self._memberships(source.payment_id)
        if source.expense_sheet_id is not None:
            found += self._sheets(_sheet.c.id == source.expense_sheet_id)
        return found + self._inventory(source)

    def _payment(self, payment_id: int) -> list[SourceLink]:
        row = self._row(
            select(_payment, _contact.c.name)
            .outerjoin(_contact, _contact.c.id == _payment.c.payer_id)
            .where(_payment.c.id == payment_id)
        )
        if row is None:
            return [SourceLink(SourceKind.PAYMENT, payment_id, is_gone=True)]
        link = SourceLink(
            SourceKind.PAYMENT,
            payment_id,
            row.name or "",
            day=row.paid_on,
            amount=Money(row.amount_cents),
        )
        return [link, *self._sheets(_sheet.c.payment_id == payment_id)]

    def _gifts_of_payment(self, payment_id: int) -> list[int]:
        """Return the gifts of a payment, and those that went back by it."""
        on_it = (
            select(_donation.c.id)
            .join(_line, _line.c.id == _donation.c.payment_line_id)
            .where(_line.c.payment_id == payment_id)
        )
        back = select(_return.c.donation_id).where(_return.c.payment_id == payment_id)
        rows = self._connection.execute(on_it.union(back)).scalars()
        return sorted(rows)

    def _gift(self, donation_id: int) -> list[SourceLink]:
        row = self._row(
            select(_donation, _contact.c.name)
            .outerjoin(_contact, _contact.c.id == _donation.c.donor_id)
            .where(_donation.c.id == donation_id)
        )
        if row is None:
            return [SourceLink(SourceKind.GIFT, donation_id, is_gone=True)]
        gift = SourceLink(
            SourceKind.GIFT,
            donation_id,
            row.name or "",
            day=row.received_on,
            amount=Money(row.amount_cents),
        )
        # A fee that counts as a gift stands in no list of gifts: its membership is shown.
        shown = [] if row.is_fee else [gift]
        sheets = self._sheets(_sheet.c.id == row.expense_sheet_id)
        return [*shown, *sheets, *self._receipts(donation_id)]

    def _receipts(self, donation_id: int) -> list[SourceLink]:
        query = (
            select(_receipt.c.id, _receipt.c.number_text)
            .join(_named, _named.c.receipt_id == _receipt.c.id)
            .where(_named.c.donation_id == donation_id)
            .order_by(_receipt.c.id)
        )
        return [
            SourceLink(SourceKind.RECEIPT, row.id, number=row.number_text)
            for row in self._connection.execute(query)
        ]

    def _memberships(self, payment_id: int) -> list[SourceLink]:
        query = (
            select(_membership.c.id, _contact.c.name)
            .join(_line, _line.c.membership_id == _membership.c.id)
            .join(_contact, _contact.c.id == _membership.c.contact_id)
            .where(_line.c.payment_id == payment_id)
            .distinct()
            .order_by(_membership.c.id)
        )
        return [
            SourceLink(SourceKind.MEMBERSHIP, row.id, row.name)
            for row in self._connection.execute(query)
        ]

    def _sheets(self, condition: ColumnElement[bool]) -> list[SourceLink]:
        query = select(_sheet.c.id, _sheet.c.title, _sheet.c.settled_on, _sheet.c.amount_cents)
        return [
            SourceLink(
                SourceKind.EXPENSE_SHEET,
                row.id,
                row.title,
                day=row.settled_on,
                amount=None if row.amount_cents is None else Money(row.amount_cents),
            )
            for row in self._connection.execute(query.where(condition))
        ]

    def _inventory(self, source: EntrySource) -> list[SourceLink]:
        """Return the asset, grant or fund that an entry was made for."""
        wanted = (
            (SourceKind.FIXED_ASSET, source.fixed_asset_id, _asset, _asset.c.label),
            (SourceKind.GRANT_AWARD, source.grant_award_id, _award, _award.c.title),
            (SourceKind.DEDICATED_FUND, source.dedicated_fund_id, _fund, _fund.c.name),
        )
        found = []
        for kind, key, table, name in wanted:
            if key is not None:
                row = self._row(select(name.label("name")).where(table.c.id == key))
                told = row.name if row is not None else ""
                found.append(SourceLink(kind, key, told, is_gone=row is None))
        return found

    def _row(self, query: Select[Any]) -> Any:
        return self._connection.execute(query).one_or_none()
