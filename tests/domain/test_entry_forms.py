"""Simple forms: the entry they stand for, and the way back into the form."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.entries import EntryForm, NewEntryLine, moved_amount
from coopdesk.domain.entry_forms import SIMPLE_FORMS, SimpleEntry, entry_of, simple_of
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.journals import Journal, JournalKind
from coopdesk.domain.money import ZERO, Money
from coopdesk.wording.errors import error_text

DAY = dt.date(2026, 3, 12)
JOURNALS = (
    Journal(1, "AC", "Achats", JournalKind.PURCHASES),
    Journal(2, "VE", "Ventes", JournalKind.SALES),
    Journal(3, "BQ", "Banque", JournalKind.BANK, "5121"),
    Journal(4, "CA", "Caisse", JournalKind.CASH, "531"),
    Journal(5, "OD", "Opérations diverses", JournalKind.MISC),
)


def typed(form: EntryForm, **changes: object) -> SimpleEntry:
    """Return what a form says when every field is filled."""
    asks = form not in {EntryForm.TRANSFER, EntryForm.CHEQUE_DEPOSIT}
    simple = SimpleEntry(
        form,
        DAY,
        Money(12_50),
        "Terreau",
        "5121",
        account="606" if asks else "",
        target="531" if form is EntryForm.TRANSFER else "",
        contact_id=7 if asks else None,
        activity_id=3 if asks else None,
        voucher_ref="F-12",
        voucher_on=dt.date(2026, 3, 1),
    )
    return replace(simple, **changes)


@pytest.mark.parametrize(
    ("form", "moves"),
    [
        (EntryForm.INCOME, ["+5121", "-606"]),
        (EntryForm.EXPENSE, ["+606", "-5121"]),
        (EntryForm.TRANSFER, ["+531", "-58", "+58", "-5121"]),
        (EntryForm.CHEQUE_DEPOSIT, ["+5121", "-5112"]),
        (EntryForm.EXPENSE_SHEET, ["+606", "-4681", "+4681", "-5121"]),
    ],
)
def test_form_becomes_the_lines_of_its_pattern(form, moves):
    entry = entry_of(typed(form), JOURNALS)
    assert [("+" if x.debit else "-") + x.account for x in entry.lines] == moves
    assert entry.debit == entry.credit
    assert moved_amount((x.account, (x.debit - x.credit).cents) for x in entry.lines) == Money(
        12_50
    )
    assert entry.journal == "BQ"


@pytest.mark.parametrize("form", SIMPLE_FORMS)
def test_draft_is_read_back_into_its_form(form):
    simple = typed(form)
    assert simple_of(entry_of(simple, JOURNALS)) == simple


def test_draft_whose_lines_were_changed_is_no_longer_simple():
    entry = entry_of(typed(EntryForm.EXPENSE), JOURNALS)
    more = (NewEntryLine("606", debit=Money(1)), NewEntryLine("531", credit=Money(1)))
    assert simple_of(replace(entry, lines=(*entry.lines, *more))) is None
    assert simple_of(replace(entry, form=EntryForm.GRID)) is None


def test_account_without_a_journal_goes_into_the_one_of_its_kind():
    for form, code in ((EntryForm.INCOME, "VE"), (EntryForm.EXPENSE, "AC")):
        assert entry_of(typed(form, treasury="5112"), JOURNALS).journal == code
    assert entry_of(typed(EntryForm.TRANSFER, treasury="5112"), JOURNALS).journal == "OD"


@pytest.mark.parametrize(
    ("form", "changes", "field"),
    [
        (EntryForm.INCOME, {"amount": ZERO}, "amount"),
        (EntryForm.INCOME, {"label": " "}, "label"),
        (EntryForm.EXPENSE, {"account": ""}, "account"),
        (EntryForm.EXPENSE, {"treasury": ""}, "treasury"),
        (EntryForm.TRANSFER, {"target": "5121"}, "target"),
        (EntryForm.TRANSFER, {"target": ""}, "target"),
        (EntryForm.EXPENSE_SHEET, {"contact_id": None}, "contact_id"),
    ],
)
def test_what_is_missing_is_named_with_its_field(form, changes, field):
    with pytest.raises(RuleError) as refused:
        entry_of(typed(form, **changes), JOURNALS)
    assert refused.value.field == field
    assert error_text(refused.value)


def test_everything_missing_is_named_at_once():
    with pytest.raises(FieldErrors) as refused:
        entry_of(typed(EntryForm.EXPENSE, amount=ZERO, account=""), JOURNALS)
    assert [error.field for error in refused.value.errors] == ["amount", "account"]
    assert all(error_text(error) for error in refused.value.errors)
