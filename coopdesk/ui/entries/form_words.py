"""What the fields of each simple form are called; an empty name leaves a field out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from coopdesk.domain.entries import EntryForm
from coopdesk.wording.language import _

Said: TypeAlias = Callable[[], str]


def _nothing() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class FormWords:
    """The names of the fields, said when they are shown: the language may change."""

    treasury: Said
    account: Said = _nothing
    hint: Said = _nothing
    contact: Said = _nothing
    target: Said = _nothing


FORM_TITLES: dict[EntryForm, Said] = {
    EntryForm.INCOME: lambda: _("Income"),
    EntryForm.EXPENSE: lambda: _("Expense"),
    EntryForm.TRANSFER: lambda: _("Transfer"),
    EntryForm.CHEQUE_DEPOSIT: lambda: _("Cheques deposited"),
    EntryForm.EXPENSE_SHEET: lambda: _("Expense sheet"),
}

WORDS: dict[EntryForm, FormWords] = {
    EntryForm.INCOME: FormWords(
        treasury=lambda: _("Received into"),
        account=lambda: _("Kind of income"),
        hint=lambda: _("Type a word: fee, gift, sale, grant… or the number of an account."),
        contact=lambda: _("From whom"),
    ),
    EntryForm.EXPENSE: FormWords(
        treasury=lambda: _("Paid from"),
        account=lambda: _("Kind of expense"),
        hint=lambda: _("Type a word: rent, insurance, stamps… or the number of an account."),
        contact=lambda: _("To whom"),
    ),
    EntryForm.TRANSFER: FormWords(
        treasury=lambda: _("From the account"), target=lambda: _("To the account")
    ),
    EntryForm.CHEQUE_DEPOSIT: FormWords(treasury=lambda: _("Deposited on")),
    EntryForm.EXPENSE_SHEET: FormWords(
        treasury=lambda: _("Paid back from"),
        account=lambda: _("Kind of expense"),
        hint=lambda: _("Type a word: travel, stamps, food… or the number of an account."),
        contact=lambda: _("Volunteer"),
    ),
}
