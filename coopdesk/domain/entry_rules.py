"""What an entry must be before it is kept: named, dated, balanced to the cent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from coopdesk.domain.chart_rules import clean_number
from coopdesk.domain.entries import NO_SOURCE, EntryKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    from coopdesk.domain.entries import Entry, NewEntry, NewEntryLine

LABEL_LIMIT = 160
REFERENCE_LIMIT = 60
NOTE_LIMIT = 2_000
MOST_LINES = 5_000
MOST_AMOUNT = Money(1_000_000_000_000)  # what the schema takes, far below 2**53 cents
_OLDEST_VOUCHER, _LATEST_VOUCHER = dt.date(1901, 1, 1), dt.date(2200, 12, 31)


def checked_entry(new: NewEntry) -> NewEntry:
    """Return an entry cleaned, without lines that say nothing, if it may be kept.

    Whether its accounts, journal and fiscal year take it is for the store to say.

    Raises:
        RuleError, FieldErrors: ``entry.label_missing``, ``entry.journal_missing``,
            ``entry.too_few_lines``, ``entry.too_many_lines``, ``entry.account_missing``,
            ``entry.both_sides``, ``entry.no_amount``, ``entry.negative`` (with ``line``, from
            1), ``entry.unbalanced`` (with ``debit``, ``credit``, ``difference``),
            ``entry.too_large``, ``entry.voucher_day_wrong``.
    """
    checks = FieldChecks()
    cleaned = replace(
        new,
        journal=new.journal.strip().upper(),
        label=checks.line(new.label, "label", LABEL_LIMIT),
        voucher_ref=checks.line(new.voucher_ref, "voucher_ref", REFERENCE_LIMIT),
        note=checks.text(new.note, "note", NOTE_LIMIT),
        lines=tuple(_cleaned(line, checks) for line in new.lines if not _is_blank(line)),
    )
    if not cleaned.label:
        checks.refuse("entry.label_missing", "label")
    if not cleaned.journal:
        checks.refuse("entry.journal_missing", "journal")
    voucher_on = cleaned.voucher_on
    if voucher_on is not None and not _OLDEST_VOUCHER <= voucher_on <= _LATEST_VOUCHER:
        checks.refuse("entry.voucher_day_wrong", "voucher_on")
    _check_lines(cleaned, checks)
    checks.finish()
    return cleaned


def _is_blank(line: NewEntryLine) -> bool:
    return not (line.account.strip() or line.debit or line.credit or line.label.strip())


def _cleaned(line: NewEntryLine, checks: FieldChecks) -> NewEntryLine:
    return replace(
        line,
        account=clean_number(line.account),
        label=checks.line(line.label, "lines", LABEL_LIMIT),
        reference=checks.line(line.reference, "lines", REFERENCE_LIMIT),
    )


def _check_lines(new: NewEntry, checks: FieldChecks) -> None:
    for place, line in enumerate(new.lines, start=1):
        code = _wrong_with(line)
        if code:
            checks.refuse(code, "lines", line=place)
    if len(new.lines) < 2:
        checks.refuse("entry.too_few_lines", "lines")
    if len(new.lines) > MOST_LINES:
        checks.refuse("entry.too_many_lines", "lines", limit=MOST_LINES)
    if max(new.debit, new.credit) > MOST_AMOUNT:
        checks.refuse("entry.too_large", "lines", limit=MOST_AMOUNT)
    difference = new.debit - new.credit
    if difference and not checks.is_wrong("lines"):
        size = difference if difference > ZERO else -difference
        checks.refuse(
            "entry.unbalanced", "lines", debit=new.debit, credit=new.credit, difference=size
        )


def _wrong_with(line: NewEntryLine) -> str:
    """Return what is wrong with a line alone, empty if nothing is."""
    if not line.account:
        return "entry.account_missing"
    if line.debit < ZERO or line.credit < ZERO:
        return "entry.negative"
    if line.debit and line.credit:
        return "entry.both_sides"
    return "" if line.debit or line.credit else "entry.no_amount"


def reversal_of(new: NewEntry, day: dt.date, label: str) -> NewEntry:
    """Return the entry that takes another one back: debits are credits, sources are not its.

    The accounts, third parties and activities are those of the entry.
    """
    return replace(
        new,
        entry_on=day,
        voucher_on=None,
        label=label,
        lines=tuple(replace(x, debit=x.credit, credit=x.debit) for x in new.lines),
        kind=EntryKind.REVERSAL,
        form=None,
        note="",
        reverses_next=False,
        source=NO_SOURCE,
    )


def require_later(entry: Entry, day: dt.date) -> None:
    """Refuse a reversal before what it reverses.

    Raises:
        RuleError: ``entry.reversal_too_early`` with the first day that may be.
    """
    first = entry.content.entry_on
    if day < first:
        raise RuleError("entry.reversal_too_early", field="entry_on", day=first)


def require_draft(entry: Entry) -> None:
    """Refuse to touch what is validated.

    Raises:
        RuleError: ``entry.is_validated`` with its number.
    """
    if entry.number is not None:
        refuse_validated(entry.number)


def refuse_validated(number: int | None) -> NoReturn:
    """Raise RuleError ``entry.is_validated``."""
    raise RuleError("entry.is_validated", number=number)
