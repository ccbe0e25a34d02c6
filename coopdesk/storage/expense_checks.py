"""Check sheets of expenses: what is settled is what its lines, gift or payment say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.checks import Finding
from coopdesk.domain.expenses import ExpenseState
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    DonationRow,
    ExpenseLineRow,
    ExpenseSheetRow,
    PaymentRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row, Select

_sheet = table_of(ExpenseSheetRow)
_line = table_of(ExpenseLineRow)
_donation = table_of(DonationRow)
_payment = table_of(PaymentRow)


def check_expenses(connection: Connection) -> Iterator[Finding]:
    """Find sheets whose amount is not that of their lines, or of what settled them."""
    lines = (
        select(func.sum(_line.c.amount_cents))
        .where(_line.c.sheet_id == _sheet.c.id)
        .correlate(_sheet)
        .scalar_subquery()
    )
    query: Select[Any] = (
        select(
            _sheet.c.id,
            _sheet.c.state,
            _sheet.c.amount_cents,
            lines.label("lines_cents"),
            _donation.c.amount_cents.label("gift_cents"),
            _payment.c.amount_cents.label("payment_cents"),
        )
        .select_from(
            _sheet.outerjoin(_donation, _donation.c.expense_sheet_id == _sheet.c.id).outerjoin(
                _payment, _payment.c.id == _sheet.c.payment_id
            )
        )
        .order_by(_sheet.c.id)
    )
    for row in connection.execute(query):
        if not _is_right(row):
            yield Finding("check.expense_differs", {"id": row.id})


def _is_right(row: Row[Any]) -> bool:
    expected = {
        ExpenseState.DRAFT: (None, None, None),
        ExpenseState.WAIVED: (row.lines_cents, row.lines_cents, None),
        ExpenseState.REIMBURSED: (row.lines_cents, None, row.lines_cents),
    }
    said = (row.amount_cents, row.gift_cents, row.payment_cents)
    return said == expected[ExpenseState(row.state)]
