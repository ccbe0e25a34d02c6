"""Add up gifts and fees as their lists have them, and as entries made of them have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, or_, select

from coopdesk.domain.booking import BookedPart, Giver
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.donations import DonationNature, Ineligibility
from coopdesk.domain.grants import DEFERRED
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.storage.booking_sources import (
    donation,
    gift_rows,
    payment,
    payment_lines,
)
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    DonationReturnRow,
    EntryLineRow,
    EntryRow,
    GrantAwardRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.domain.ledgers import ReportScope

_account = table_of(AccountRow)
_award = table_of(GrantAwardRow)
_entry = table_of(EntryRow)
_line = table_of(EntryLineRow)
_return = table_of(DonationReturnRow)
_reversed = _entry.alias("reversed")

_TIED = (LineKind.GIFT.value, LineKind.FEE.value, LineKind.GRANT.value)
_NO_MONEY = (
    DonationNature.WAIVED_EXPENSES.value,
    DonationNature.WAIVED_INCOME.value,
    DonationNature.LISTED_SHARES.value,
)
_SOURCES = ("payment_id", "donation_id", "expense_sheet_id", "grant_award_id")
_DECIDING = (
    "direction",
    "kind",
    "giver_kind",
    "organisation_kind",
    "ineligibility",
    "is_bought",
    "has_counterpart",
    "fee_account",
    "grant_account",
)


class BookTieStore:
    """What lists and books say of gifts and fees in one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def paid(self, since: dt.date, until: dt.date) -> list[tuple[Direction, BookedPart]]:
        """Return what was paid as gifts, fees and grants, added up by what decides the account.

        What came of a notified grant is on the account where it was due: it is income once.
        """
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

    def notified(self, since: dt.date, until: dt.date) -> dict[str, Money]:
        """Return what grants that were notified in some days come to, by their account."""
        query = (
            select(_account.c.number, func.sum(_award.c.amount_cents))
            .join(_account, _account.c.id == _award.c.account_id)
            .where(_award.c.notified_on.between(since, until))
            .group_by(_account.c.number)
        )
        return {number: Money(cents) for number, cents in self._connection.execute(query)}

    def booked(
        self, scope: ReportScope, account_ids: Sequence[int]
    ) -> dict[int, tuple[Money, Money]]:
        """Return credit less debit by account: of entries made of records, and of others."""
        made = or_(
            *(table.c[name].is_not(None) for table in (_entry, _reversed) for name in _SOURCES)
        )
        net = _line.c.credit_cents - _line.c.debit_cents
        sums = func.sum(case((made, net), else_=0)), func.sum(case((made, 0), else_=net))
        rows = self._connection.execute(_by_account(scope, account_ids, *sums))
        return {key: (Money(plus), Money(rest)) for key, plus, rest in rows}

    def deferred(self, scope: ReportScope, account_ids: Sequence[int]) -> dict[int, Money]:
        """Return credit less debit by account of what grants keep for later years."""
        net = func.sum(_line.c.credit_cents - _line.c.debit_cents)
        of_grants = (
            and_(table.c.grant_award_id.is_not(None), table.c.source_digest == DEFERRED)
            for table in (_entry, _reversed)
        )
        query = _by_account(scope, account_ids, net).where(or_(*of_grants))
        return {key: Money(cents) for key, cents in self._connection.execute(query)}


def _by_account(
    scope: ReportScope, account_ids: Sequence[int], *sums: ColumnElement[int]
) -> Select[Any]:
    """Add up lines of a fiscal year by account, with what their entries are made of."""
    query = (
        select(_line.c.account_id, *sums)
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
    return query if scope.until is None else query.where(_line.c.entry_on <= scope.until)


def _to_part(row: Row[Any]) -> BookedPart:
    return BookedPart(
        kind=LineKind(row.kind),
        amount=Money(row.cents),
        giver=_giver(row),
        ineligibility=Ineligibility(row.ineligibility) if row.ineligibility else None,
        is_bought=bool(row.is_bought),
        has_counterpart=bool(row.has_counterpart),
        account=row.fee_account or "",
        grant_account=row.grant_account or "",
    )


def _giver(row: Row[Any]) -> Giver:
    is_person = row.giver_kind != "organisation"
    return Giver(None, None if is_person else OrganisationKind(row.organisation_kind))
