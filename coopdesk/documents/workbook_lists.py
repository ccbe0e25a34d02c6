"""Lists on sheets of workbooks: a row a line, totals above and below, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from coopdesk.documents.workbook import Column, Formula, reference
from coopdesk.documents.workbook_styles import Look
from coopdesk.domain.money import Money, total
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.workbook import Book, Sheet
    from coopdesk.documents.workbook_styles import Plain

# A title, a subtitle, the totals of what a filter shows, the column titles; then the data.
HEAD_ROW = 4
FIRST_ROW = 5


@dataclass(frozen=True, slots=True)
class SheetList:
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


def start_list(book: Book, listing: SheetList, subtitle: str) -> Sheet:
    """Start the sheet of a list: heading, totals of what a filter shows, column titles."""
    sheet = book.sheet(listing.name, listing.columns, landscape=listing.landscape)
    sheet.freeze(HEAD_ROW)
    sheet.heading(listing.title, subtitle)
    sheet.write(Look.SUBTITLE, [_("Total shown"), *listing.totals("SUBTOTAL(109,{})")])
    sheet.head()
    return sheet


def finish_list(sheet: Sheet, listing: SheetList) -> None:
    """Write the totals of a list whose rows are written."""
    while sheet.row < listing.total_row - 1:
        sheet.write(Look.BODY, [])
    sheet.write(Look.TOTAL, [_("Total"), *listing.totals("SUM({})")])
    sheet.finish_list(HEAD_ROW, listing.last_row)
