"""Where things stand in the board's workbook: sheets, columns, and the names of ranges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.documents.workbook import Column, reference
from coopdesk.domain.money import Money
from coopdesk.domain.treasury import TRANSFERS, TREASURY_ACCOUNTS
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.documents.workbook import Book, Sheet
    from coopdesk.domain.board_accounts import BoardAccounts
# A title, a subtitle, totals or a way back, the titles of columns; then the data.
__all__ = ["reference"]

HEAD_ROW = 4
FIRST_ROW = 5

# The height of a row of two lines, and the letters that a column holds for each digit that its
# width counts.
TWO_LINES, _LETTERS = 32.0, 1.1

# Ranges that formulas name. They are words of the file, the same in every language.
JOURNAL_DAY = "journal_date"
JOURNAL_ACCOUNT = "journal_compte"
JOURNAL_DEBIT = "journal_debit"
JOURNAL_CREDIT = "journal_credit"
JOURNAL_NUMBER = "journal_numero"
JOURNAL_KIND = "journal_type"
JOURNAL_FLOW = "journal_flux"
JOURNAL_ACTIVITY = "journal_axe"
BALANCE_ACCOUNT = "balance_compte"
BALANCE_OPENING = "balance_ouverture"
BALANCE_MOVED = "balance_mouvement_debit"
BALANCE_DEBIT = "balance_debiteur"
BALANCE_CREDIT = "balance_crediteur"
BALANCE_PREVIOUS = "balance_precedent"
BALANCE_LINE = "balance_ligne"
BALANCE_PREVIOUS_LINE = "balance_ligne_precedente"
BALANCE_PART = "balance_part"
BALANCE_DETAIL = "balance_dont"
BALANCE_BUDGET = "balance_budget"
BALANCE_TREASURY = "balance_tresorerie"
RESULT = "resultat"
RESULT_PREVIOUS = "resultat_precedent"
LEDGER_DEBIT = "grand_livre_debit"
LEDGER_CREDIT = "grand_livre_credit"
BUDGET_ACCOUNT = "budget_compte"
BUDGET_PLANNED = "budget_montant"
BUDGET_LINE = "budget_ligne"
BUDGET_DETAIL = "budget_dont"

# Key figures that people may name in formulas of their own, by the line that says them.
KEY_FIGURES = {
    "TP": "produits",
    "TC": "charges",
    "R5": "excedent",
    "A99": "total_bilan",
    "B19": "fonds_propres",
    "B29": "fonds_dedies",
    "B59": "dettes",
}
KEY_TREASURY, KEY_GIFTS, KEY_FEES = "tresorerie", "dons", "adhesions"
KEY_NAMES = (*KEY_FIGURES.values(), KEY_TREASURY, KEY_GIFTS, KEY_FEES)

# Marks in the helping columns; formulas compare with them.
OPENING_MARK = "AN"
DRAFT_MARK = "brouillon"
GROSS_MARK = "brut"
DEDUCTED_MARK = "amort."
TREASURY_MARK = "oui"

# Accounts of money, and the one where it is on its way from one to the other.
MONEY_ACCOUNTS = (*TREASURY_ACCOUNTS, TRANSFERS)


@dataclass(frozen=True, slots=True)
class SheetNames:
    """The sheets in their order, as the tabs say them."""

    summary: str
    result: str
    balance_sheet: str
    budget: str
    treasury: str
    balance: str
    ledger: str
    journal: str
    activities: str
    register: str
    grants: str
    volunteering: str
    notes: str


def sheet_names() -> SheetNames:
    """Return the names in the language of the program; none is longer than 31 characters."""
    return SheetNames(
        summary=_("Summary"),
        result=_("Income statement"),
        balance_sheet=_("Balance sheet"),
        budget=_("Budget and actual"),
        treasury=_("Treasury"),
        balance=_("Trial balance"),
        ledger=_("General ledger"),
        journal=_("Journal"),
        activities=_("Activities"),
        register=_("Gifts and fees"),
        grants=_("Grants"),
        volunteering=_("Volunteers’ contributions"),
        notes=_("Notes"),
    )


@dataclass(frozen=True)
class Board:
    """The workbook in the making: what it says, the book, its sheets, where accounts stand."""

    accounts: BoardAccounts
    book: Book
    names: SheetNames
    sheets: dict[str, Sheet]
    balance_rows: dict[str, int]
    ledger_rows: dict[str, int]

    @property
    def subtitle(self) -> str:
        """The association, the days of the year, and the day the workbook was made."""
        year = self.accounts.year
        period = _("fiscal year from {start} to {end}").format(
            start=day_text(year.starts_on), end=day_text(year.ends_on)
        )
        made = _("made on {day}").format(day=day_text(self.accounts.made_on))
        return " · ".join(filter(None, (self.accounts.association, period, made)))

    @property
    def this_year(self) -> str:
        """The title of a column of this year."""
        return _("Year {year}").format(year=self.year_title)

    @property
    def year_title(self) -> str:
        """The name of this year, not to be parted in a title."""
        return _unparted(self.accounts.year.label)

    @property
    def last_year(self) -> str:
        """The title of a column of the year before."""
        previous = self.accounts.balance.previous_year
        if previous is None:
            return _("Year before")
        return _("Year {year}").format(year=_unparted(previous.label))

    @property
    def last_year_label(self) -> str:
        """The year before alone, for titles such as that of its income."""
        previous = self.accounts.balance.previous_year
        return _("year before") if previous is None else _unparted(previous.label)

    @property
    def titles_before(self) -> tuple[str, str]:
        """The titles of what the year before earned, and of the change; empty if unknown."""
        return (self.last_year, _("Variation")) if self.accounts.has_year_before else ("", "")


def _unparted(label: str) -> str:
    return label.replace("-", "\N{NON-BREAKING HYPHEN}")


def places(accounts: BoardAccounts) -> tuple[dict[str, int], dict[str, int]]:
    """Return the row of each account in the balance, and of its title in the ledger.

    In the ledger an account has a title, its lines, a total, and an empty row.
    """
    numbers = sorted(row.number for row in accounts.balance.rows)
    balance = {number: FIRST_ROW + at for at, number in enumerate(numbers)}
    ledger, row = {}, FIRST_ROW
    for number in numbers:
        count = accounts.lines.counts.get(number, 0)
        if count:
            ledger[number] = row
            row += count + 3
    return balance, ledger


def is_ambiguous(number: str) -> bool:
    """Tell whether a spreadsheet takes an account number for another number.

    Criteria of SUMIFS read figures: 512E1 would find 5120, and digits beyond the fifteenth
    are lost.
    """
    if number.isdigit():
        return len(number) > 15
    try:
        float(number)
    except ValueError:
        return False
    return True


def sum_where(values: str, keys: str, cell: str, number: str) -> str:
    """Return the formula that adds the values whose key is the account in a cell."""
    if is_ambiguous(number):
        return f"SUMPRODUCT(({keys}={cell})*{values})"
    return f"SUMIFS({values},{keys},{cell})"


def long_height(label: str, width: float) -> float:
    """Return the height of a row whose label is longer than a column, 0 for the others."""
    return TWO_LINES if len(label) > width * _LETTERS else 0.0


def amount_column(title: str, width: float = 16) -> Column:
    """Return a column of amounts."""
    return Column(title, width, Money)
