"""Entries in plain words: money in, out, moved, cheques deposited, volunteers paid back.

What is typed becomes the lines of an entry (patterns of legal_fr §2.4), and a draft that came
from such a form is read back into it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryForm, NewEntry, NewEntryLine
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from coopdesk.domain.journals import Journal

# Where cheques wait for the bank, what money passes through, and what volunteers are owed.
CHEQUES, TRANSFERS, VOLUNTEERS = "5112", "58", "4681"

SIMPLE_FORMS = (
    EntryForm.INCOME,
    EntryForm.EXPENSE,
    EntryForm.TRANSFER,
    EntryForm.CHEQUE_DEPOSIT,
    EntryForm.EXPENSE_SHEET,
)
_FALLBACKS = {
    EntryForm.INCOME: JournalKind.SALES,
    EntryForm.EXPENSE: JournalKind.PURCHASES,
}


@dataclass(frozen=True, slots=True)
class SimpleEntry:
    """What a simple form says.

    ``treasury`` is the account that money comes into or leaves, ``account`` what it was for,
    ``target`` where a transfer goes; those that a form does not ask for are empty.
    """

    form: EntryForm
    entry_on: dt.date
    amount: Money
    label: str
    treasury: str
    account: str = ""
    target: str = ""
    contact_id: int | None = None
    activity_id: int | None = None
    voucher_ref: str = ""
    voucher_on: dt.date | None = None
    note: str = ""


def entry_of(simple: SimpleEntry, journals: Iterable[Journal]) -> NewEntry:
    """Return the entry that a simple form stands for.

    Raises:
        RuleError, FieldErrors: ``entry.amount_missing``, ``entry.label_missing``,
            ``entry.nature_missing``, ``entry.treasury_missing``, ``entry.volunteer_missing``,
            ``entry.same_account``; each for its field.
    """
    _check(simple)
    return NewEntry(
        journal=_journal_of(simple, tuple(journals)),
        entry_on=simple.entry_on,
        label=simple.label,
        lines=_lines(simple),
        voucher_ref=simple.voucher_ref,
        voucher_on=simple.voucher_on,
        form=simple.form,
        note=simple.note,
    )


def _check(simple: SimpleEntry) -> None:
    asks_account = simple.form in {
        EntryForm.INCOME,
        EntryForm.EXPENSE,
        EntryForm.EXPENSE_SHEET,
    }
    is_transfer = simple.form is EntryForm.TRANSFER
    wrong = (
        (simple.amount <= ZERO, "entry.amount_missing", "amount"),
        (not simple.label.strip(), "entry.label_missing", "label"),
        (asks_account and not simple.account, "entry.nature_missing", "account"),
        (not simple.treasury, "entry.treasury_missing", "treasury"),
        (is_transfer and not simple.target, "entry.treasury_missing", "target"),
        (
            is_transfer and bool(simple.target) and simple.target == simple.treasury,
            "entry.same_account",
            "target",
        ),
        (
            simple.form is EntryForm.EXPENSE_SHEET and simple.contact_id is None,
            "entry.volunteer_missing",
            "contact_id",
        ),
    )
    errors = tuple(RuleError(code, field=field) for is_wrong, code, field in wrong if is_wrong)
    if errors:
        raise errors[0] if len(errors) == 1 else FieldErrors(errors)


def _journal_of(simple: SimpleEntry, journals: tuple[Journal, ...]) -> str:
    """Return the journal of the account that money moves on, else the one of the kind."""
    for journal in journals:
        if journal.is_open and journal.account and simple.treasury == journal.account:
            return journal.code
    wanted = _FALLBACKS.get(simple.form, JournalKind.MISC)
    for kind in (wanted, JournalKind.MISC):
        for journal in journals:
            if journal.is_open and journal.kind is kind:
                return journal.code
    return ""


def _lines(simple: SimpleEntry) -> tuple[NewEntryLine, ...]:
    amount, money = simple.amount, simple.treasury
    what = (simple.contact_id, simple.activity_id)
    if simple.form is EntryForm.INCOME:
        return (_debit(money, amount), _credit(simple.account, amount, *what))
    if simple.form is EntryForm.EXPENSE:
        return (_debit(simple.account, amount, *what), _credit(money, amount))
    if simple.form is EntryForm.CHEQUE_DEPOSIT:
        return (_debit(money, amount), _credit(CHEQUES, amount))
    if simple.form is EntryForm.TRANSFER:
        return (
            _debit(simple.target, amount),
            _credit(TRANSFERS, amount),
            _debit(TRANSFERS, amount),
            _credit(money, amount),
        )
    return (
        _debit(simple.account, amount, *what),
        _credit(VOLUNTEERS, amount, simple.contact_id),
        _debit(VOLUNTEERS, amount, simple.contact_id),
        _credit(money, amount),
    )


def _debit(
    account: str, amount: Money, contact_id: int | None = None, activity_id: int | None = None
) -> NewEntryLine:
    return NewEntryLine(account, debit=amount, contact_id=contact_id, activity_id=activity_id)


def _credit(
    account: str, amount: Money, contact_id: int | None = None, activity_id: int | None = None
) -> NewEntryLine:
    return NewEntryLine(account, credit=amount, contact_id=contact_id, activity_id=activity_id)


def simple_of(entry: NewEntry) -> SimpleEntry | None:
    """Return what the form of an entry said, None where its lines no longer tell."""
    if entry.form not in SIMPLE_FORMS:
        return None
    found = _read(entry.form, entry)
    if found is None or _bare(_lines(found)) != _bare(entry.lines):
        return None
    return found


def _read(form: EntryForm, entry: NewEntry) -> SimpleEntry | None:
    """Take an entry for what its form makes; whether it still is that is seen afterwards."""
    lines = entry.lines
    if len(lines) not in {2, 4}:
        return None
    first, last = lines[0], lines[-1]
    what, money = (last, first) if form is EntryForm.INCOME else (first, last)
    if form is EntryForm.CHEQUE_DEPOSIT:
        money = first
    asks_account = form not in {EntryForm.TRANSFER, EntryForm.CHEQUE_DEPOSIT}
    return SimpleEntry(
        form=form,
        entry_on=entry.entry_on,
        amount=first.debit,
        label=entry.label,
        treasury=money.account,
        account=what.account if asks_account else "",
        target=first.account if form is EntryForm.TRANSFER else "",
        contact_id=what.contact_id if asks_account else None,
        activity_id=what.activity_id if asks_account else None,
        voucher_ref=entry.voucher_ref,
        voucher_on=entry.voucher_on,
        note=entry.note,
    )


def _bare(lines: Iterable[NewEntryLine]) -> list[tuple[object, ...]]:
    """Return what matters of lines: labels are given to those that have none."""
    return [
        (x.account, x.debit, x.credit, x.contact_id, x.activity_id, x.reference) for x in lines
    ]
