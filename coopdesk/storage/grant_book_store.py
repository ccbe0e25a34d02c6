"""Read the lines of the books that reports of grants are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, or_, select

from coopdesk.domain.grant_tables import GrantBookLine, signed_amount
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.line_parties import is_party
from coopdesk.storage.tables import (
    AccountRow,
    ContactRow,
    EntryLineRow,
    EntryRow,
    FiscalYearRow,
    PaymentLineRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Select

_account = table_of(AccountRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_line = table_of(EntryLineRow)
_part = table_of(PaymentLineRow)
_reversed = _entry.alias("reversed")
_year = table_of(FiscalYearRow)
# Expenses, income, and what is given in kind.
RESULT_CLASSES = ("6", "7", "86", "87")
TO_SORT = ("47",)
_INCOME = ("7",)


def _given_back(entry: Any) -> ScalarSelect[Any]:
    """Return the grant that the payment of an entry gave back of."""
    return (
        select(func.max(_part.c.grant_award_id))
        .where(_part.c.payment_id == entry.c.payment_id)
        .scalar_subquery()
    )


_LINES: Select[Any] = (
    select(
        _line.c.id,
        _line.c.entry_id,
        _year.c.label.label("fiscal_year"),
        _entry.c.number,
        _line.c.entry_on,
        _account.c.number.label("account"),
        _account.c.label.label("account_label"),
        case((_line.c.label != "", _line.c.label), else_=_entry.c.label).label("text"),
        _entry.c.voucher_ref,
        _line.c.debit_cents,
        _line.c.credit_cents,
        func.coalesce(_contact.c.name, "").label("party"),
        func.coalesce(
            _entry.c.grant_award_id, _reversed.c.grant_award_id, _given_back(_entry)
        ).label("award_id"),
        _contact.c.id.label("funder_id"),
        func.coalesce(_contact.c.organisation_kind, "").label("funder_kind"),
    )
    .join(_entry, _entry.c.id == _line.c.entry_id)
    .join(_year, _year.c.id == _line.c.fiscal_year_id)
    .join(_account, _account.c.id == _line.c.account_id)
    .outerjoin(_reversed, _reversed.c.id == _entry.c.reverses_id)
    .outerjoin(_contact, is_party())
    .order_by(_line.c.entry_on, _line.c.id)
)


class GrantBookStore:
    """The lines of the books by activity in one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(
        self,
        year_ids: Sequence[int],
        activity_id: int | None,
        beginnings: Sequence[str] = RESULT_CLASSES,
    ) -> list[GrantBookLine]:
        """Return the lines of fiscal years on some accounts, drafts included, by day.

        ``activity_id`` None reads the whole association. A reversal counts for the grant of
        the entry that it takes back.
        """
        query = _LINES.where(_line.c.fiscal_year_id.in_(year_ids), _begins(beginnings))
        if activity_id is not None:
            query = query.where(_line.c.activity_id == activity_id)
        return [_to_line(row) for row in self._connection.execute(query)]

    def notified_beside(
        self, year_ids: Sequence[int], beginnings: Sequence[str]
    ) -> list[GrantBookLine]:
        """Return the income of notified grants that is on other accounts than some, by day."""
        query = _LINES.where(
            _line.c.fiscal_year_id.in_(year_ids),
            or_(_entry.c.grant_award_id.is_not(None), _reversed.c.grant_award_id.is_not(None)),
            _begins(_INCOME),
            ~_begins(beginnings),
        )
        return [_to_line(row) for row in self._connection.execute(query)]


def _begins(beginnings: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(_account.c.number.startswith(each, autoescape=True) for each in beginnings))


def _to_line(row: Row[Any]) -> GrantBookLine:
    debit, credit = Money(row.debit_cents), Money(row.credit_cents)
    return GrantBookLine(
        line_id=row.id,
        entry_id=row.entry_id,
        fiscal_year=row.fiscal_year,
        number=row.number,
        entry_on=row.entry_on,
        account=row.account,
        account_label=row.account_label,
        label=row.text,
        voucher=row.voucher_ref,
        amount=signed_amount(row.account, debit, credit),
        party=row.party,
        award_id=row.award_id,
        funder_id=row.funder_id,
        funder_kind=row.funder_kind,
    )
