"""The lists of an accounts workbook: income, expenses, gifts by donor, journal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from coopdesk.documents.workbook import Column, Formula, reference
from coopdesk.documents.workbook_styles import Look, Reference
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import Direction
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.workbook import Book, Sheet
    from coopdesk.documents.workbook_styles import Plain
    from coopdesk.domain.accounts import YearAccounts

# A title, a subtitle, the totals of what a filter shows, the column titles; then the data.
HEAD_ROW = 4
FIRST_ROW = 5


@dataclass(frozen=True, slots=True)
class AccountList:
    """A sheet of one row a line, and how formulas name its columns."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Plain | None]]
    landscape: bool = True

    @property
    def last_row(self) -> int:
        """The last row of data; an empty list keeps one, so that totals have a range."""
        return max(FIRST_ROW, FIRST_ROW + len(self.rows) - 1)

    @property
    def total_row(self) -> int:
        """The row of totals, set apart from the data."""
        return self.last_row + 2

    def data(self, number: int) -> str:
        """Return how formulas of other sheets name the data of a column, counted from 0."""
        return reference(self.name, self._range(number))

    def total(self, number: int) -> str:
        """Return how formulas of other sheets name the total of a column."""
        return reference(self.name, f"{get_column_letter(number + 1)}{self.total_row}")

    def totals(self, function: str) -> list[Formula | None]:
        """Return the totals after the first column, by a function such as ``SUM({})``."""
        return [
            Formula(function.format(self._range(number)), self._sum(number))
            if column.totalled
            else None
            for number, column in enumerate(self.columns)
        ][1:]

    def _range(self, number: int) -> str:
        letter = get_column_letter(number + 1)
        return f"${letter}${FIRST_ROW}:${letter}${self.last_row}"

    def _sum(self, number: int) -> Money | int:
        values = [row[number] for row in self.rows]
        if self.columns[number].kind is Money:
            return total(value for value in values if isinstance(value, Money))
        return sum(value for value in values if isinstance(value, int))


def start_list(book: Book, listing: AccountList, subtitle: str) -> Sheet:
    """Start the sheet of a list: heading, totals of what a filter shows, column titles."""
    sheet = book.sheet(listing.name, listing.columns, landscape=listing.landscape)
    sheet.freeze(HEAD_ROW)
    sheet.heading(listing.title, subtitle)
    sheet.write(Look.SUBTITLE, [_("Total shown"), *listing.totals("SUBTOTAL(109,{})")])
    sheet.head()
    return sheet


def finish_list(sheet: Sheet, listing: AccountList) -> None:
    """Write the totals of a list whose rows are written."""
    while sheet.row < listing.total_row - 1:
        sheet.write(Look.BODY, [])
    sheet.write(Look.TOTAL, [_("Total"), *listing.totals("SUM({})")])
    sheet.finish_list(HEAD_ROW, listing.last_row)


# Which columns formulas look at: in income and expenses, in gifts, in the journal.
MOVEMENT_KIND, MOVEMENT_AMOUNT = 2, 7
DONOR_NAME, DONOR_COUNT, DONOR_AMOUNT, DONOR_BEFORE = 0, 1, 2, 3
JOURNAL_IN, JOURNAL_OUT = 9, 10


def income_list(accounts: YearAccounts) -> AccountList:
    """List what came in."""
    title = _("Money received in {year}").format(year=accounts.year)
    return _movements(accounts, Direction.IN, _("Money received"), title, _("Payer"))


def expense_list(accounts: YearAccounts) -> AccountList:
    """List what went out."""
    title = _("Money spent in {year}").format(year=accounts.year)
    return _movements(accounts, Direction.OUT, _("Money spent"), title, _("Paid to"))


def _movements(
    accounts: YearAccounts, direction: Direction, name: str, title: str, party: str
) -> AccountList:
    columns = (
        Column(_("Date"), 12, dt.date),
        Column(_("No."), 8, Reference),
        Column(_("Nature"), 18),
        Column(party, 30),
        Column(_("Label"), 30),
        Column(_("Campaign"), 34),
        Column(_("Mode"), 18),
        Column(_("Amount"), 15, Money, totalled=True),
    )
    rows = [
        (
            line.paid_on,
            line.payment_id,
            label(line.kind),
            line.payer_name,
            line.label,
            line.campaign,
            label(line.mode),
            line.amount,
        )
        for line in accounts.of(direction)
    ]
    return AccountList(name, title, columns, rows)


def gift_list(accounts: YearAccounts) -> AccountList:
    """List what each donor gave, beside the year before."""
    year = accounts.year
    columns = (
        Column(_("Donor"), 40),
        Column(_("Number of gifts"), 18, int, totalled=True),
        Column(_("Amount {year}").format(year=year), 17, Money, totalled=True),
        Column(_("Amount {year}").format(year=year - 1), 17, Money, totalled=True),
        Column(_("Last gift"), 15, dt.date),
    )
    rows = [
        (
            anonymous_name() if donor.donor_id is None else donor.name,
            donor.count,
            donor.amount,
            donor.previous,
            donor.last_on,
        )
        for donor in accounts.donors
    ]
    title = _("Gifts by donor {year}").format(year=year)
    return AccountList(_("Gifts by donor"), title, columns, rows, landscape=False)


def journal_list(accounts: YearAccounts) -> AccountList:
    """List every movement in order of date."""
    columns = (
        Column(_("Date"), 12, dt.date),
        Column(_("No."), 8, Reference),
        Column(_("Direction"), 11),
        Column(_("Nature"), 18),
        Column(_("Paid by or to"), 30),
        Column(_("Label"), 30),
        Column(_("Campaign"), 34),
        Column(_("Mode"), 18),
        Column(_("Origin"), 16),
        Column(_("Money in"), 15, Money, totalled=True),
        Column(_("Money out"), 15, Money, totalled=True),
    )
    rows = [
        (
            line.paid_on,
            line.payment_id,
            label(line.direction),
            label(line.kind),
            line.payer_name,
            line.label,
            line.campaign,
            label(line.mode),
            label(line.source),
            line.amount if line.direction is Direction.IN else None,
            line.amount if line.direction is Direction.OUT else None,
        )
        for line in accounts.lines
    ]
    title = _("Journal {year}").format(year=accounts.year)
    return AccountList(_("Journal"), title, columns, rows)


def anonymous_name() -> str:
    """Return what anonymous gifts are called in the list of donors."""
    return _("Anonymous gifts")
