"""What codes about the books are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.booking import BookingStep
from coopdesk.domain.chart import AccountKind, AccountStatus
from coopdesk.domain.entries import EntryForm, EntryKind, EntryState
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.fiscal_years import YearEventKind, YearState
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.statement_model import StatementPart
from coopdesk.domain.treasury import ForecastKind
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

LEDGER_LABELS: dict[enum.Enum, str] = {
    BookingStep.ADD: N_("New entry"),
    BookingStep.RENEW: N_("Draft to renew"),
    BookingStep.REVERSE: N_("To be reversed"),
    BookingStep.DROP: N_("Draft to remove"),
    AccountKind.LIABILITY: N_("Liability"),
    AccountKind.ASSET: N_("Asset"),
    AccountKind.EITHER: N_("Asset or liability"),
    AccountKind.EXPENSE: N_("Expense"),
    AccountKind.INCOME: N_("Income"),
    AccountKind.VOLUNTEERING_EXPENSE: N_("Use of voluntary contributions"),
    AccountKind.VOLUNTEERING_INCOME: N_("Voluntary contributions"),
    AccountKind.SPECIAL: N_("Special account"),
    AccountStatus.OFFICIAL: N_("official"),
    AccountStatus.USUAL: N_("of common use"),
    AccountStatus.OPTIONAL: N_("optional"),
    AccountStatus.UNCERTAIN: N_("uncertain"),
    AccountStatus.OWN: N_("our own"),
    JournalKind.PURCHASES: N_("Purchases"),
    JournalKind.SALES: N_("Sales"),
    JournalKind.BANK: N_("Bank"),
    JournalKind.CASH: N_("Cash box"),
    JournalKind.MISC: N_("Miscellaneous operations"),
    JournalKind.GIFTS: N_("Gifts and fees"),
    JournalKind.OPENING: N_("Opening balances"),
    JournalKind.VOLUNTEERING: N_("Voluntary contributions"),
    EntryState.DRAFT: N_("Draft"),
    EntryState.VALIDATED: N_("Validated"),
    EntryKind.STANDARD: N_("Entry"),
    EntryKind.OPENING: N_("Opening balances"),
    EntryKind.INVENTORY: N_("Year-end entry"),
    EntryKind.ALLOCATION: N_("Allocation of the result"),
    EntryKind.VOLUNTEERING: N_("Voluntary contributions"),
    EntryKind.REVERSAL: N_("Reversal"),
    EntryForm.INCOME: N_("Income"),
    EntryForm.EXPENSE: N_("Expense"),
    EntryForm.TRANSFER: N_("Transfer between accounts"),
    EntryForm.CHEQUE_DEPOSIT: N_("Deposit of cheques"),
    EntryForm.EXPENSE_SHEET: N_("Expense sheet"),
    EntryForm.GRID: N_("Free entry"),
    EntryForm.AUTOMATIC: N_("Automatic"),
    EntryForm.IMPORT: N_("Import"),
    YearState.OPEN: N_("open"),
    YearState.CLOSED: N_("closed"),
    YearEventKind.CLOSED: N_("Closed"),
    YearEventKind.REOPENED: N_("Reopened"),
    YearEventKind.ALLOCATED: N_("Result allocated"),
    StatementKind.RESULT: N_("Income statement"),
    StatementKind.BALANCE_SHEET: N_("Balance sheet"),
    StatementKind.VOLUNTEERING: N_("Contributions in kind"),
    StatementPart.INCOME_STATEMENT: N_("Income statement"),
    StatementPart.VOLUNTEERING: N_("Contributions in kind"),
    StatementPart.ASSETS: N_("Assets"),
    StatementPart.LIABILITIES: N_("Equity and liabilities"),
    ForecastKind.BUDGETED_INCOME: N_("Income the budget still holds"),
    ForecastKind.BUDGETED_EXPENSE: N_("Expenses the budget still holds"),
    ForecastKind.GRANTS_DUE: N_("Grants still to be paid to us"),
    ForecastKind.RECEIVABLES: N_("Other money owed to us"),
    ForecastKind.DEBTS: N_("Money we owe"),
    ForecastKind.PLEDGES: N_("Promises beyond the budget"),
}
