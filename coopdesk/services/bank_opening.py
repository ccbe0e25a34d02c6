"""Gives the books the balance with which the bank began."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryFilter, EntryKind, NewEntry, NewEntryLine
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.money import ZERO
from coopdesk.domain.year_openings import CARRIED_DEFICIT, CARRIED_SURPLUS
from coopdesk.services.opening_balances import filled_before

if TYPE_CHECKING:
    from coopdesk.domain.bank_reconciliation import Beginning
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work


def add_opening(work: Work, account: str, begun: Beginning, label: str) -> int:
    """Record the draft that gives an account the balance the bank began with; return its id.

    The account stands against 110, or 119 where the bank was overdrawn. The draft opens the
    year of the first statement; where other entries did that, it is one of the day before.

    Raises:
        RuleError: ``year.none_holds``, ``year.is_closed``.
    """
    work.chart.ensure()
    first_day = begun.day + dt.timedelta(days=1)
    year = work.fiscal_years.for_entry(first_day)
    is_opening = not _is_opened(work, year, account)
    kind = JournalKind.OPENING if is_opening else JournalKind.MISC
    entry_id = work.entries.add(
        NewEntry(
            journal=work.journals.of_kind(kind).code,
            entry_on=year.starts_on if is_opening else max(begun.day, year.starts_on),
            label=label,
            lines=_lines(account, begun.bank - begun.books),
            kind=EntryKind.OPENING if is_opening else EntryKind.STANDARD,
        )
    )
    lines = work.entries.get(entry_id).lines
    seen = [line.id for line in lines if line.content.account == account]
    work.entry_marks.reconcile(seen, first_day)
    return entry_id


def _is_opened(work: Work, year: FiscalYear, account: str) -> bool:
    """Tell whether a year before, or an opening entry, says what the account began with."""
    if filled_before(work, year):
        return True
    wanted = EntryFilter(fiscal_year_id=year.id, kind=EntryKind.OPENING)
    openings = work.entries.get_many(work.entries.ids(wanted))
    standing = [line for one in openings if one.reversed_by_id is None for line in one.lines]
    return any(line.content.account == account for line in standing)


def _lines(account: str, amount: Money) -> tuple[NewEntryLine, NewEntryLine]:
    if amount > ZERO:
        return NewEntryLine(account, amount), NewEntryLine(CARRIED_SURPLUS, ZERO, amount)
    return NewEntryLine(CARRIED_DEFICIT, -amount), NewEntryLine(account, ZERO, -amount)
