"""Read the bank lines of a contact that nothing else of its time-line tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, or_, select

from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.money import Money
from coopdesk.domain.timeline import EntryKind, TimelineEntry
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    BankAccountRow,
    DonationRow,
    EntryRow,
    PaymentLineRow,
    PaymentRow,
    StatementLineRow,
    StatementMatchRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row, Select

_account = table_of(BankAccountRow)
_donation = table_of(DonationRow)
_entry = table_of(EntryRow)
_line = table_of(StatementLineRow)
_match = table_of(StatementMatchRow)
_part = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)


def bank_lines(ids: Sequence[int]) -> Select[Any]:
    """Select the lines given to contacts, but for those that a payment or gift of them is."""
    own_gift = _donation.c.donor_id.in_(ids)
    given = exists().where(
        _part.c.payment_id == _payment.c.id, _donation.c.payment_line_id == _part.c.id, own_gift
    )
    told = (
        select(_match.c.id)
        .select_from(_match)
        .outerjoin(_entry, _entry.c.id == _match.c.entry_id)
        .outerjoin(
            _payment, _payment.c.id == func.coalesce(_match.c.payment_id, _entry.c.payment_id)
        )
        .outerjoin(_donation, _donation.c.id == _entry.c.donation_id)
        .where(
            _match.c.statement_line_id == _line.c.id,
            or_(_payment.c.payer_id.in_(ids), own_gift, given.correlate(_payment)),
        )
    )
    return (
        select(_line, _account.c.name.label("account"))
        .join(_account, _account.c.id == _line.c.bank_account_id)
        .where(_line.c.contact_id.in_(ids), ~told.exists())
        .order_by(_line.c.booked_on.desc(), _line.c.id.desc())
    )


def bank_entry(row: Row[Any]) -> TimelineEntry:
    """Return a line as an entry; money that left the bank is below zero."""
    values = {
        "label": row.label or row.counterparty,
        "nature": LineNature(row.nature),
        "account": row.account,
    }
    amount = Money(row.amount_cents)
    return TimelineEntry(EntryKind.BANK_LINE, row.booked_on, values, amount, record_id=row.id)
