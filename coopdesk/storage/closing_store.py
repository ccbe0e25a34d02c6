"""What closing a fiscal year reads: sums by account and third party, what is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from coopdesk.domain.entries import PROVISIONAL_OPENING, EntryKind, EntryState
from coopdesk.domain.ledgers import AT_THE_BANK
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.year_openings import AccountSum
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    EntryLineRow,
    EntryRow,
    ExpenseSheetRow,
    FiscalYearEventRow,
    PaymentRow,
)
from coopdesk.storage.year_chain import broken_link

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

    from coopdesk.domain.fiscal_years import FiscalYear, YearEventKind

_account = table_of(AccountRow)
_entry = table_of(EntryRow)
_event = table_of(FiscalYearEventRow)
_line = table_of(EntryLineRow)
_payment = table_of(PaymentRow)
_sheet = table_of(ExpenseSheetRow)
_reversing = _entry.alias("reversing")
_reversed = _entry.alias("reversed")

_DEBIT = func.sum(_line.c.debit_cents)
_CREDIT = func.sum(_line.c.credit_cents)
_IS_VALIDATED = _entry.c.state == EntryState.VALIDATED.value
_IS_OPENING = _entry.c.kind == EntryKind.OPENING.value


class ClosingStore:
    """The books of a year as its closing sees them; nothing is written here."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sums(
        self, year_id: int, *, openings: tuple[int, ...], with_drafts: bool = False
    ) -> tuple[AccountSum, ...]:
        """Return what each account and third party adds up to, by number.

        ``openings`` are the entries whose lines count as what the year started with.
        """
        of_year = [_line.c.fiscal_year_id == year_id]
        if not with_drafts:
            of_year.append(_line.c.is_validated.is_(True))
        started = self._signed([*of_year, _line.c.entry_id.in_(openings)]) if openings else {}
        of_year.append(_line.c.entry_id.not_in(openings))
        moved = {
            (row.number, row.contact_id): (Money(row.debit), Money(row.credit))
            for row in self._connection.execute(_grouped(of_year))
        }
        keys = sorted({*started, *moved}, key=lambda key: (key[0], key[1] or 0))
        nothing = (ZERO, ZERO)
        return tuple(
            AccountSum(number, started.get(key, ZERO), *moved.get(key, nothing), contact_id)
            for key in keys
            for number, contact_id in (key,)
        )

    def _signed(self, wanted: list[ColumnElement[bool]]) -> dict[tuple[str, int | None], Money]:
        return {
            (row.number, row.contact_id): Money(row.debit - row.credit)
            for row in self._connection.execute(_grouped(wanted))
        }

    def openings(self, year_id: int) -> tuple[int, ...]:
        """Return the opening entries of a year, and those that reverse one."""
        query = (
            select(_entry.c.id)
            .outerjoin(_reversed, _reversed.c.id == _entry.c.reverses_id)
            .where(
                _entry.c.fiscal_year_id == year_id,
                or_(_IS_OPENING, _reversed.c.kind == EntryKind.OPENING.value),
            )
        )
        return tuple(self._connection.execute(query.order_by(_entry.c.id)).scalars())

    def standing_openings(self, year_id: int) -> tuple[int, ...]:
        """Return the validated opening entries of a year that nothing validated reverses."""
        query = (
            select(_entry.c.id)
            .outerjoin(_reversing, _is_reversed())
            .where(
                _entry.c.fiscal_year_id == year_id,
                _IS_OPENING,
                _IS_VALIDATED,
                _reversing.c.id.is_(None),
            )
        )
        return tuple(self._connection.execute(query.order_by(_entry.c.id)).scalars())

    def opening_drafts(self, year_id: int) -> int:
        """Count the drafts that open a year, but the one that closing replaces."""
        query = select(func.count()).where(
            _entry.c.fiscal_year_id == year_id,
            _IS_OPENING,
            ~_IS_VALIDATED,
            _entry.c.outside_ref.is_distinct_from(PROVISIONAL_OPENING),
        )
        return self._connection.execute(query).scalar_one()

    def provisional_opening(self, year_id: int) -> int | None:
        """Return the draft that opens a year for the time being, None without one."""
        query = select(_entry.c.id).where(
            _entry.c.fiscal_year_id == year_id,
            _entry.c.outside_ref == PROVISIONAL_OPENING,
            ~_IS_VALIDATED,
        )
        return self._connection.execute(query).scalar()

    def unreconciled(self, year_id: int) -> dict[str, int]:
        """Count by account the lines at banks and platforms that nobody saw there."""
        at_the_bank = or_(*(_account.c.number.startswith(each) for each in AT_THE_BANK))
        query = (
            select(_account.c.number, func.count().label("found"))
            .select_from(_line)
            .join(_account, _account.c.id == _line.c.account_id)
            .where(
                _line.c.fiscal_year_id == year_id,
                _line.c.is_validated.is_(True),
                _line.c.reconciled_on.is_(None),
                _line.c.entry_id.not_in(self.openings(year_id)),
                at_the_bank,
            )
            .group_by(_account.c.number)
        )
        rows = self._connection.execute(query)
        return {row.number: row.found for row in rows}

    def not_booked(self, year: FiscalYear) -> int:
        """Count the payments of a year, those that count, that no standing entry holds."""
        settles = _entry.outerjoin(_sheet, _sheet.c.id == _entry.c.expense_sheet_id)
        paid = func.coalesce(_entry.c.payment_id, _sheet.c.payment_id)
        # Read once: asked for each payment, ten thousand of them took half a minute.
        booked = (
            select(paid)
            .select_from(settles.outerjoin(_reversing, _is_reversed()))
            .where(
                paid.is_not(None),
                _entry.c.kind != EntryKind.REVERSAL.value,
                _reversing.c.id.is_(None),
            )
        )
        query = select(func.count()).where(
            _payment.c.paid_on.between(year.starts_on, year.ends_on),
            _payment.c.state == "received",
            _payment.c.amount_cents > 0,
            _payment.c.id.not_in(booked),
        )
        return self._connection.execute(query).scalar_one()

    def broken_link(self, year: FiscalYear) -> int | None:
        """Return the number of the first entry that the chain does not hold, None if whole."""
        return broken_link(self._connection, year)

    def reversals_in_draft(self, year_id: int, of_year_id: int) -> tuple[int, ...]:
        """Return the drafts of a year that reverse entries of another one at its opening."""
        query = (
            select(_entry.c.id)
            .join(_reversed, _reversed.c.id == _entry.c.reverses_id)
            .where(
                _entry.c.fiscal_year_id == year_id,
                ~_IS_VALIDATED,
                _reversed.c.fiscal_year_id == of_year_id,
                _reversed.c.reverses_next.is_(True),
            )
        )
        return tuple(self._connection.execute(query.order_by(_entry.c.id)).scalars())

    def last_entry(self, year_id: int, kind: YearEventKind) -> int | None:
        """Return the entry that the last decision of a kind made, if nothing reversed it."""
        last = (
            select(_event.c.entry_id)
            .where(_event.c.fiscal_year_id == year_id, _event.c.kind == kind.value)
            .order_by(_event.c.id.desc())
            .limit(1)
        )
        query = (
            select(_entry.c.id)
            .outerjoin(_reversing, _is_reversed())
            .where(_entry.c.id == last.scalar_subquery(), _reversing.c.id.is_(None))
        )
        return self._connection.execute(query).scalar()


def _is_reversed() -> ColumnElement[bool]:
    validated = _reversing.c.state == EntryState.VALIDATED.value
    return (_reversing.c.reverses_id == _entry.c.id) & validated


def _grouped(wanted: list[ColumnElement[bool]]) -> Select[Any]:
    return (
        select(
            _account.c.number,
            _line.c.contact_id,
            _DEBIT.label("debit"),
            _CREDIT.label("credit"),
        )
        .join(_account, _account.c.id == _line.c.account_id)
        .where(*wanted)
        .group_by(_account.c.number, _line.c.contact_id)
    )
