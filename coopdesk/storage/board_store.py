"""Read what the workbook of the board lists: lines one by one, sums of gifts and fees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, false, func, or_, select

from coopdesk.domain.board_accounts import BoardLine, LateEntry, RegisterSum
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import Money
from coopdesk.storage.booking_sources import STANDS_ALONE, gift_rows
from coopdesk.storage.columns import table_of
from coopdesk.storage.donation_lines import COUNTED, IS_RETURNED, payment_state
from coopdesk.storage.line_parties import is_party
from coopdesk.storage.tables import (
    AccountRow,
    ContactRow,
    DonationRow,
    EntryLineRow,
    EntryRow,
    JournalRow,
    MembershipRow,
    MembershipTypeRow,
    PaymentLineRow,
    PaymentRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Select

    from coopdesk.domain.fiscal_years import FiscalYear

    Days = tuple[dt.date, dt.date]

_account = table_of(AccountRow)
_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_entry = table_of(EntryRow)
_journal = table_of(JournalRow)
_line = table_of(EntryLineRow)
_membership = table_of(MembershipRow)
_payment = table_of(PaymentRow)
_payment_line = table_of(PaymentLineRow)
_type = table_of(MembershipTypeRow)

_BATCH = 500
_RECEIVED = "received"
# These are booked in classes 86 and 87, as what is given in kind.
_IN_KIND = (DonationNature.IN_KIND, DonationNature.SKILLS, DonationNature.OTHER)


class BoardStore:
    """What the board reads, of one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counts(self, fiscal_year_id: int) -> dict[str, int]:
        """Return how many lines each account has in a year, drafts included."""
        query = (
            select(_account.c.number, func.count())
            .join(_line, _line.c.account_id == _account.c.id)
            .where(_line.c.fiscal_year_id == fiscal_year_id)
            .group_by(_account.c.id)
        )
        return {str(number): int(count) for number, count in self._connection.execute(query)}

    def lines(self, fiscal_year_id: int, openings: list[int]) -> Iterator[BoardLine]:
        """Yield the lines of a year by day and entry, each entry whole; read as they are asked.

        ``openings`` are the entries that open the year, and those that reverse one.
        """
        query = (
            select(
                _line.c.entry_id,
                _line.c.entry_on,
                _journal.c.code,
                _entry.c.number,
                _account.c.number.label("account"),
                _line.c.debit_cents,
                _line.c.credit_cents,
                _line.c.label,
                _entry.c.label.label("entry_label"),
                _entry.c.voucher_ref,
                func.coalesce(_contact.c.name, ""),
                _line.c.activity_id,
                _line.c.matching,
            )
            .join(_entry, _entry.c.id == _line.c.entry_id)
            .join(_journal, _journal.c.id == _entry.c.journal_id)
            .join(_account, _account.c.id == _line.c.account_id)
            .outerjoin(_contact, is_party())
            .where(_entry.c.fiscal_year_id == fiscal_year_id)
            .order_by(_entry.c.entry_on, _entry.c.id, _line.c.position)
        )
        opening = frozenset(openings)
        rows = self._connection.execute(query, execution_options={"yield_per": _BATCH})
        for row in rows:
            entry_id, day, journal, number, account, debit, credit, own, said, *more = row
            voucher, contact, activity, matching = more
            yield BoardLine(
                entry_id=entry_id,
                entry_on=day,
                journal=journal,
                number=number,
                account=account,
                debit=Money(debit),
                credit=Money(credit),
                label=own or said,
                voucher_ref=voucher,
                contact=contact,
                activity_id=activity,
                matching=matching,
                is_opening=entry_id in opening,
            )

    def donors(self, days: Days, before: Days | None) -> tuple[RegisterSum, ...]:
        """Return what each donor gave in some days and in those before, in French order.

        Gifts that went back do not count, nor what was given in kind; what nobody signed for
        comes last, under an empty name.
        """
        day = _donation.c.received_on
        joined = COUNTED.outerjoin(_contact, _contact.c.id == _donation.c.donor_id)
        query = (
            select(
                func.coalesce(_contact.c.name, ""),
                *_figures(day, _donation.c.amount_cents, days, before),
            )
            .select_from(joined)
            .where(
                _within(day, days, before),
                _donation.c.is_fee.is_(False),
                _donation.c.nature.not_in([nature.value for nature in _IN_KIND]),
                payment_state == _RECEIVED,
                ~IS_RETURNED,
            )
            .group_by(_donation.c.donor_id)
            .order_by(_donation.c.donor_id.is_(None), _contact.c.sort_key, _donation.c.donor_id)
        )
        return self._sums(query)

    def fees(self, days: Days, before: Days | None) -> tuple[RegisterSum, ...]:
        """Return what membership fees brought in, by type, else by what they are called."""
        day = _payment.c.paid_on
        signed = case(
            (_payment.c.direction == "in", _payment_line.c.amount_cents),
            else_=-_payment_line.c.amount_cents,
        )
        # An old file may hold fees whose membership nobody knows.
        name = func.coalesce(_type.c.name, _payment_line.c.label, "")
        key = func.coalesce(_type.c.sort_key, _payment_line.c.label_key, "")
        query = (
            select(name, *_figures(day, signed, days, before))
            .select_from(_payment_line)
            .join(_payment, _payment.c.id == _payment_line.c.payment_id)
            .outerjoin(_membership, _membership.c.id == _payment_line.c.membership_id)
            .outerjoin(_type, _type.c.id == _membership.c.type_id)
            .where(
                _within(day, days, before),
                _payment_line.c.kind == "fee",
                _payment.c.state == _RECEIVED,
            )
            .group_by(_type.c.id, key)
            .order_by(_type.c.position.is_(None), _type.c.position, key)
        )
        return self._sums(query)

    def given_in_kind(self, days: Days) -> list[tuple[DonationNature, int | None, Money]]:
        """Return gifts of goods and skills that are booked as such, by nature and campaign."""
        rows = gift_rows().where(
            STANDS_ALONE,
            _donation.c.nature.in_([nature.value for nature in _IN_KIND]),
            _donation.c.received_on.between(*days),
        )
        told = rows.order_by(None).subquery()
        cents = func.sum(told.c.amount_cents)
        query = select(told.c.nature, told.c.campaign_id, cents).group_by(
            told.c.nature, told.c.campaign_id
        )
        return [
            (DonationNature(nature), campaign_id, Money(found))
            for nature, campaign_id, found in self._connection.execute(query)
        ]

    def drafts(self, fiscal_year_id: int) -> tuple[int, Money]:
        """Return how many entries of a year are drafts, and what their debits come to."""
        query = select(func.count(), func.coalesce(func.sum(_entry.c.amount_cents), 0)).where(
            _entry.c.fiscal_year_id == fiscal_year_id, _entry.c.state == "draft"
        )
        count, cents = self._connection.execute(query).one()
        return int(count), Money(cents)

    def late(self, year: FiscalYear) -> list[LateEntry]:
        """Return the entries whose voucher is older than their year, by day and id."""
        query = (
            select(
                _entry.c.entry_on, _entry.c.voucher_on, _entry.c.label, _entry.c.amount_cents
            )
            .where(
                _entry.c.fiscal_year_id == year.id,
                _entry.c.voucher_on < year.starts_on,
                _entry.c.kind != "opening",
            )
            .order_by(_entry.c.voucher_on, _entry.c.id)
        )
        return [
            LateEntry(entry_on, voucher_on, label, Money(cents))
            for entry_on, voucher_on, label, cents in self._connection.execute(query)
        ]

    def _sums(self, query: Select[Any]) -> tuple[RegisterSum, ...]:
        rows = self._connection.execute(query)
        return tuple(
            RegisterSum(name, int(count), Money(now or 0), Money(then or 0), last)
            for name, count, now, then, last in rows
        )


def _within(day: ColumnElement[Any], days: Days, before: Days | None) -> ColumnElement[bool]:
    now = day.between(*days)
    return now if before is None else or_(now, day.between(*before))


def _figures(
    day: ColumnElement[Any],
    cents: ColumnElement[Any],
    days: Days,
    before: Days | None,
) -> tuple[ColumnElement[Any], ...]:
    """Return count and sum of some days, the sum of those before, and the last day."""
    now = day.between(*days)
    then = false() if before is None else day.between(*before)
    return (
        func.sum(case((now, 1), else_=0)),
        func.sum(case((now, cents), else_=0)),
        func.sum(case((then, cents), else_=0)),
        func.max(case((now, day))),
    )
