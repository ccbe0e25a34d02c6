"""What automatic entries are put together from: amounts on accounts, and their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.entries import NewEntryLine
from coopdesk.domain.entry_rules import LABEL_LIMIT, REFERENCE_LIMIT
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable

# An amount on an account: above zero a debit, below zero a credit.
Posting = tuple[NewEntryLine, int]


def posting(
    account: str,
    cents: int,
    *,
    label: str = "",
    contact_id: int | None = None,
    activity_id: int | None = None,
    reference: str = "",
) -> Posting:
    """Return what an entry puts on an account: a debit above zero, a credit below."""
    label, reference = label[:LABEL_LIMIT], reference[:REFERENCE_LIMIT]
    line = NewEntryLine(account, ZERO, ZERO, label, contact_id, activity_id, reference)
    return line, cents


def lines_of(postings: Iterable[Posting]) -> tuple[NewEntryLine, ...]:
    """Return the lines that move something: a debit above zero, a credit below."""
    return tuple(
        NewEntryLine(
            line.account,
            Money(max(cents, 0)),
            Money(max(-cents, 0)),
            line.label,
            line.contact_id,
            line.activity_id,
            line.reference,
        )
        for line, cents in postings
        if cents
    )
