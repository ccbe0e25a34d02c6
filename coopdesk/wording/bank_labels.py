"""What codes about banks, statements and files of other programs are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.bank_columns import BankColumn
from coopdesk.domain.bank_lists import LineState
from coopdesk.domain.bank_matching import MadeBy, MatchKind, TargetKind
from coopdesk.domain.bank_proofs import StepKind
from coopdesk.domain.bank_rules import RuleAction
from coopdesk.domain.bank_statements import DayOrder, LineNature
from coopdesk.domain.calendars import CalendarStatus
from coopdesk.domain.import_formats import FileFormat, FileKind
from coopdesk.domain.import_history import BlockerKind
from coopdesk.domain.import_previews import AskKind
from coopdesk.domain.polls import Answer, PollKind
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

BANK_LABELS: dict[enum.Enum, str] = {
    AskKind.BANK_ACCOUNT: N_("Which bank account is it?"),
    AskKind.COLUMNS: N_("What do the columns hold?"),
    AskKind.DAY_ORDER: N_("How are the days written?"),
    BankColumn.BOOKED_ON: N_("Day of the operation"),
    BankColumn.VALUE_ON: N_("Value date"),
    BankColumn.LABEL: N_("Label of the bank"),
    BankColumn.AMOUNT: N_("Amount with its sign"),
    BankColumn.DEBIT: N_("Debit (money out)"),
    BankColumn.CREDIT: N_("Credit (money in)"),
    BankColumn.SENSE: N_("Side: debit or credit"),
    BankColumn.FEE: N_("Fee taken off the amount"),
    BankColumn.BALANCE: N_("Balance after the operation"),
    BankColumn.NATURE: N_("Kind of operation"),
    BankColumn.COUNTERPARTY: N_("Who paid or was paid"),
    BankColumn.PAYER: N_("Who paid"),
    BankColumn.PAYEE: N_("Who was paid"),
    BankColumn.BANK_REF: N_("Number that the bank gave it"),
    BankColumn.PAYMENT_REF: N_("Reference of the payer"),
    BankColumn.CHEQUE: N_("Number of the cheque"),
    BankColumn.CURRENCY: N_("Currency"),
    BankColumn.ACCOUNT: N_("Number of the account"),
    BankColumn.STATE: N_("State of the operation"),
    BankColumn.IGNORED: N_("Not used"),
    Answer.YES: N_("yes"),
    Answer.MAYBE: N_("if needed"),
    Answer.NO: N_("no"),
    Answer.UNKNOWN: N_("unknown"),
    CalendarStatus.NONE: N_("Not said"),
    CalendarStatus.TENTATIVE: N_("Tentative"),
    CalendarStatus.CONFIRMED: N_("Confirmed"),
    CalendarStatus.CANCELLED: N_("Cancelled"),
    PollKind.DAYS: N_("Poll about days"),
    PollKind.CHOICES: N_("Poll about choices"),
    PollKind.FORM: N_("Questionnaire"),
    DayOrder.DAY_FIRST: N_("Day, then month (25/12)"),
    DayOrder.MONTH_FIRST: N_("Month, then day (12/25)"),
    FileFormat.HELLOASSO_PAYOUT: N_("HelloAsso payout"),
    FileFormat.HELLOASSO_DONATION: N_("HelloAsso gifts"),
    FileFormat.HELLOASSO_API: N_("HelloAsso data (JSON)"),
    FileFormat.OPEN_COLLECTIVE: N_("Open Collective transactions"),
    FileFormat.OPEN_COLLECTIVE_CONTRIBUTORS: N_("Open Collective contributors"),
    FileFormat.OPEN_COLLECTIVE_MEMBERS: N_("Open Collective members"),
    FileFormat.OFX: N_("Bank statement (OFX)"),
    FileFormat.QIF: N_("Bank statement (QIF)"),
    FileFormat.CFONB: N_("Bank statement (CFONB 120)"),
    FileFormat.CAMT: N_("Bank statement (CAMT.053)"),
    FileFormat.CREDIT_MUTUEL: N_("Statement of Crédit Mutuel or CIC"),
    FileFormat.BPCE: N_("Statement of Banque Populaire or Caisse d'Épargne"),
    FileFormat.CAISSE_EPARGNE: N_("Statement of Caisse d'Épargne, older form"),
    FileFormat.BANQUE_POSTALE: N_("Statement of La Banque Postale"),
    FileFormat.CREDIT_COOPERATIF: N_("Statement of Crédit Coopératif, older form"),
    FileFormat.BANK_TABLE: N_("Bank statement (table)"),
    FileFormat.FRAMADATE: N_("Framadate poll"),
    FileFormat.WEBFORM: N_("Framaforms answers"),
    FileFormat.ICALENDAR: N_("Calendar (iCalendar)"),
    FileKind.PAYMENTS: N_("Payments and registrations"),
    FileKind.STATEMENT: N_("Bank statement"),
    FileKind.CONTACTS: N_("Contacts"),
    FileKind.ENTRIES: N_("Entries of the books"),
    FileKind.POLL: N_("Poll or form"),
    FileKind.CALENDAR: N_("Calendar"),
    BlockerKind.RECEIPT: N_("Issued receipts"),
    BlockerKind.ENTRY: N_("Validated entries"),
    BlockerKind.MATCH: N_("Reconciliations"),
    BlockerKind.IMPORT: N_("Later imports"),
    BlockerKind.CHANGE: N_("Later changes"),
    StepKind.LINE: N_("Operation"),
    StepKind.OPENING: N_("Opening balance of a statement"),
    StepKind.CLOSING: N_("Closing balance of a statement"),
    LineState.OPEN: N_("To reconcile"),
    LineState.PARTLY: N_("Partly reconciled"),
    LineState.MATCHED: N_("Reconciled"),
    LineState.ASIDE: N_("Left aside"),
    LineNature.TRANSFER: N_("Transfer"),
    LineNature.DIRECT_DEBIT: N_("Direct debit"),
    LineNature.CARD: N_("Card"),
    LineNature.CHEQUE: N_("Cheque"),
    LineNature.DEPOSIT: N_("Deposit"),
    LineNature.CASH: N_("Cash"),
    LineNature.FEE: N_("Bank fees"),
    LineNature.INTEREST: N_("Interest"),
    LineNature.OTHER: N_("Other operation"),
    MadeBy.PERSON: N_("By hand"),
    MadeBy.RULE: N_("By a rule"),
    MadeBy.PROPOSAL: N_("As proposed"),
    MatchKind.EXACT: N_("Already recorded"),
    MatchKind.GROUP: N_("Several together"),
    MatchKind.SPLIT: N_("In several parts"),
    MatchKind.TRANSFER: N_("Transfer between our accounts"),
    MatchKind.RULE: N_("New entry"),
    MatchKind.SET_ASIDE: N_("Outside the books"),
    RuleAction.ENTRY: N_("Make an entry"),
    RuleAction.SET_ASIDE: N_("Leave outside the books"),
    TargetKind.ENTRY: N_("Entry"),
    TargetKind.PAYMENT: N_("Payment"),
}
