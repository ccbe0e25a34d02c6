"""Add up gifts and fees as their lists have them, and as entries made of them have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, exists, func, or_, select

from coopdesk.domain.booking import BookedPart, Giver
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.donations import DonationNature, Ineligibility
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.storage.booking_sources import (
    donation,
    gift_rows,
    payment,
    payment_lines,
)
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import DonationReturnRow, EntryLineRow, EntryRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.domain.ledgers import ReportScope

_entry = table_of(EntryRow)
_line = table_of(EntryLineRow)
_return = table_of(DonationReturnRow)
_reversed = _entry.alias("reversed")

_TIED = (LineKind.GIFT.value, LineKind.FEE.value)
_NO_MONEY = (
    DonationNature.WAIVED_EXPENSES.value,
    DonationNature.WAIVED_INCOME.value,
    DonationNature.LISTED_SHARES.value,
)
_DECIDING = (
    "direction",
    "kind",
    "giver_kind",
    "organisation_kind",
    "ineligibility",
    "is_bought",
    "has_counterpart",
    "fee_account",
)


class BookTieStore:
    """What lists and books say of gifts and fees in one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def paid(self, since: dt.date, until: dt.date) -> list[tuple[Direction, BookedPart]]:
        """Return what was paid as gifts and fees, added up by what decides the account."""
        rows = (
            payment_lines()
            .where(
                payment.c.state == PaymentState.RECEIVED.value,
                payment.c.paid_on.between(since, until),
            )
            .order_by(None)
            .subquery()
        )
        deciding = [rows.c[name] for name in _DECIDING]
        query: Select[Any] = (
            select(*deciding, func.sum(rows.c.line_cents).label("cents"))
            .where(rows.c.kind.in_(_TIED))
            .group_by(*deciding)
        )
        return [
            (Direction(row.direction), _to_part(row)) for row in self._connection.execute(query)
        ]

    def given(
        self, since: dt.date, until: dt.date
    ) -> list[tuple[DonationNature, Giver, Money]]:
        """Return waived expenses, waived income and listed shares that count."""
        rows = (
            gift_rows()
            .where(
                donation.c.payment_line_id.is_(None),
                donation.c.nature.in_(_NO_MONEY),
                donation.c.received_on.between(since, until),
                ~exists().where(_return.c.donation_id == donation.c.id),
            )
            .order_by(None)
            .subquery()
        )
        deciding = (rows.c.nature, rows.c.giver_kind, rows.c.organisation_kind)
        query: Select[Any] = select(*deciding, func.sum(rows.c.amount_cents).label("cents"))
        return [
            (DonationNature(row.nature), _giver(row), Money(row.cents))
            for row in self._connection.execute(query.group_by(*deciding))
        ]

    def booked(
        self, scope: ReportScope, account_ids: Sequence[int]
    ) -> dict[int, tuple[Money, Money]]:
        """Return credit less debit by account: of entries made of records, and of others."""
        made = or_(
            *(
                table.c[name].is_not(None)
                for table in (_entry, _reversed)
                for name in ("payment_id", "donation_id", "expense_sheet_id")
            )
        )
        net = _line.c.credit_cents - _line.c.debit_cents
        query = (
            select(
                _line.c.account_id,
                func.sum(case((made, net), else_=0)),
                func.sum(case((made, 0), else_=net)),
            )
            .join(_entry, _entry.c.id == _line.c.entry_id)
            .outerjoin(_reversed, _reversed.c.id == _entry.c.reverses_id)
            .where(
                _line.c.fiscal_year_id == scope.fiscal_year_id,
                _line.c.account_id.in_(account_ids),
            )
            .group_by(_line.c.account_id)
        )
        if not scope.with_drafts:
            query = query.where(_line.c.is_validated.is_(True))
        if scope.until is not None:
            query = query.where(_line.c.entry_on <= scope.until)
        rows = self._connection.execute(query)
        return {key: (Money(plus), Money(rest)) for key, plus, rest in rows}


def _to_part(row: Row[Any]) -> BookedPart:
    return BookedPart(
        kind=LineKind(row.kind),
        amount=Money(row.cents),
        giver=_giver(row),
        ineligibility=Ineligibility(row.ineligibility) if row.ineligibility else None,
        is_bought=bool(row.is_bought),
        has_counterpart=bool(row.has_counterpart),
        account=row.fee_account or "",
    )


def _giver(row: Row[Any]) -> Giver:
    is_person = row.giver_kind != "organisation"
    return Giver(None, None if is_person else OrganisationKind(row.organisation_kind))
