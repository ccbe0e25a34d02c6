"""What codes about the books are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.activities import ActivityKind
from coopdesk.domain.book_papers import BookPaperKind
from coopdesk.domain.budgets import BudgetState
from coopdesk.domain.chart import AccountKind, AccountStatus
from coopdesk.domain.closing import ClosingCheck, OpensKind, Severity
from coopdesk.domain.dedicated_funds import FundKind, MovementKind
from coopdesk.domain.entries import EntryForm, EntryKind, EntryState
from coopdesk.domain.fec import FecCharset, FecSeparator
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.fiscal_years import YearEventKind, YearState
from coopdesk.domain.grants import GrantKind
from coopdesk.domain.inventory_entries import InventoryKind
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.statement_model import StatementPart
from coopdesk.domain.treasury import ForecastKind
from coopdesk.domain.volunteering import ContributionKind
from coopdesk.wording.booking_labels import BOOKING_LABELS
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

LEDGER_LABELS: dict[enum.Enum, str] = {
    **BOOKING_LABELS,
    FecCharset.UTF_8: N_("UTF-8, as most programs read"),
    FecCharset.ISO_8859_15: N_("ISO 8859-15, for old programs"),
    FecSeparator.PIPE: N_("Vertical bar"),
    FecSeparator.TAB: N_("Tab, as most programs read"),
    BookPaperKind.JOURNAL: N_("Journal"),
    BookPaperKind.LEDGER: N_("General ledger"),
    BookPaperKind.BALANCE: N_("Trial balance"),
    BookPaperKind.RESULT: N_("Income statement"),
    BookPaperKind.BALANCE_SHEET: N_("Balance sheet"),
    BookPaperKind.VOLUNTEERING: N_("Voluntary contributions"),
    BookPaperKind.ACTIVITIES: N_("Activities"),
    BookPaperKind.TREASURY: N_("Treasury"),
    BookPaperKind.DEDICATED_FUNDS: N_("Dedicated funds"),
    BookPaperKind.CLOSING_SHEET: N_("Closing sheet"),
    ClosingCheck.YEAR_OVER: N_("The fiscal year is over"),
    ClosingCheck.YEAR_BEFORE: N_("The year before is closed"),
    ClosingCheck.DRAFTS: N_("No draft is left"),
    ClosingCheck.CHAIN: N_("No validated entry was changed"),
    ClosingCheck.BALANCED: N_("Debits equal credits"),
    ClosingCheck.OPENING: N_("It started with what the year before ended with"),
    ClosingCheck.NEXT_OPENING: N_("The next year is not opened yet"),
    ClosingCheck.STATEMENTS: N_("Balance sheet and income statement agree"),
    ClosingCheck.TRANSFERS: N_("Transfers between our accounts arrived (58)"),
    ClosingCheck.VOLUNTEERING: N_("Voluntary contributions balance (86 = 87)"),
    ClosingCheck.SUSPENSE: N_("Nothing waits on suspense accounts (471 to 475)"),
    ClosingCheck.FUNDS: N_("Dedicated funds tie (191 to 196, 689, 789)"),
    ClosingCheck.ALLOCATION: N_("Earlier results are allocated (120, 129)"),
    ClosingCheck.UNRECONCILED: N_("Lines at the bank are checked off"),
    ClosingCheck.NOT_BOOKED: N_("Payments are in the books"),
    ClosingCheck.VOUCHERS: N_("Every entry rests on a voucher"),
    ClosingCheck.AUDIT: N_("Grants and gifts stay below the limits of an audit"),
    OpensKind.NOTHING: N_("Nothing to open"),
    OpensKind.YEARS: N_("Show the fiscal years"),
    OpensKind.DRAFTS: N_("Show the drafts"),
    OpensKind.OPENINGS: N_("Show the opening entries"),
    OpensKind.ACCOUNTS: N_("Show the accounts"),
    OpensKind.STATEMENTS: N_("Show the statements"),
    OpensKind.UNRECONCILED: N_("Show the lines at the bank"),
    OpensKind.BOOKING: N_("Prepare the entries"),
    OpensKind.WITHOUT_VOUCHER: N_("Show the entries without voucher"),
    OpensKind.DATABASE: N_("Check the database"),
    Severity.BLOCKING: N_("to be mended first"),
    Severity.TO_LOOK_AT: N_("to look at"),
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
    YearState.CLOSED: N_("closed off"),
    YearEventKind.CLOSED: N_("Fiscal year closed"),
    YearEventKind.REOPENED: N_("Fiscal year opened again"),
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
    ActivityKind.EVENT: N_("Event"),
    ActivityKind.GROUP: N_("Group"),
    ActivityKind.GRANT: N_("Grant"),
    ActivityKind.PROJECT: N_("Project"),
    BudgetState.DRAFT: N_("Draft"),
    BudgetState.ADOPTED: N_("Voted"),
    ContributionKind.GOODS: N_("Goods"),
    ContributionKind.PREMISES: N_("Premises or equipment"),
    ContributionKind.SERVICES: N_("Services"),
    GrantKind.OPERATING: N_("For running the association"),
    GrantKind.INVESTMENT: N_("For an investment"),
    FundKind.GRANT: N_("Grant"),
    FundKind.CONTRIBUTION: N_("Contribution of another body"),
    FundKind.GENEROSITY: N_("Gifts of the public"),
    MovementKind.OPENING: N_("Taken over"),
    MovementKind.REPORT: N_("Left to be spent"),
    MovementKind.USE: N_("Used"),
    MovementKind.TRANSFER: N_("Passed on"),
    InventoryKind.PREPAID: N_("Paid for later"),
    InventoryKind.DEFERRED: N_("Received for later"),
    InventoryKind.ACCRUED_EXPENSE: N_("Due, invoice to come"),
    InventoryKind.ACCRUED_INCOME: N_("Earned, still to be received"),
}
