"""Treasury in the board's workbook: month by month, with a chart, and what may come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.board_chart import ChartMonth, treasury_chart
from coopdesk.documents.board_places import MONEY_ACCOUNTS
from coopdesk.documents.workbook import Column, Formula, Link
from coopdesk.documents.workbook_styles import Look, Month
from coopdesk.domain.fiscal_years import months_of
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.documents.board_journal import JournalSums
    from coopdesk.documents.board_places import Board
    from coopdesk.documents.workbook import Sheet, Value
    from coopdesk.domain.ledgers import BalanceRow

# Beside the months and all money together; more accounts than this would not print.
_MOST_ACCOUNTS = 8
_SHORT = 40
_CHART_ROWS = 18


@dataclass(frozen=True)
class WrittenTreasury:
    """Where the last balance of all money stands, and what it is."""

    place: str
    closing: Money
    titles: tuple[str, ...]
    months: tuple[ChartMonth, ...]


def treasury_rows(board: Board) -> tuple[BalanceRow, ...]:
    """Return the accounts of money that hold or held something, in order."""
    return tuple(
        sorted(
            (
                row
                for row in board.accounts.balance.rows
                if row.number.startswith(MONEY_ACCOUNTS)
                and (row.opening or row.debit or row.credit)
            ),
            key=lambda row: row.number,
        )
    )


def treasury_columns(board: Board) -> tuple[Column, ...]:
    """Return the columns: all money together, then each account at the end of months."""
    accounts = treasury_rows(board)[:_MOST_ACCOUNTS]
    return (
        Column(_("Month"), 17, Month),
        at.amount_column(_("At the start")),
        at.amount_column(_("Money coming in"), 18),
        at.amount_column(_("Money going out"), 18),
        at.amount_column(_("At the end")),
        *(at.amount_column(_short(row), 18) for row in accounts),
    )


def _short(row: BalanceRow) -> str:
    """Return the number of an account, and as much of its label as three lines hold."""
    text = f"{row.number} {row.label}"
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"


def write_treasury(board: Board, sums: JournalSums) -> WrittenTreasury:
    """Write the months, the chart and the forecast."""
    sheet = board.sheets[board.names.treasury]
    sheet.heading(_("Treasury month by month"), board.subtitle)
    back = Link(_("Back to the summary"), board.names.summary)
    note = _("What moves between our own accounts is neither money in nor money out.")
    sheet.write(Look.SUBTITLE, [back, None, note])
    sheet.head()
    months = _months(board, sums)
    held = _Held(board, sums)
    for month in months:
        held.write_month(sheet, month)
    last = sheet.row
    sheet.write(
        Look.TOTAL,
        [
            _("Whole year"),
            Formula(f"B{at.FIRST_ROW}", held.opening),
            Formula(f"SUM(C{at.FIRST_ROW}:C{last})", held.money_in),
            Formula(f"SUM(D{at.FIRST_ROW}:D{last})", held.money_out),
            Formula(f"E{last}", held.closing),
            *(Formula(f"{_letter(n)}{last}", held.of(n)) for n in range(len(held.rows))),
        ],
    )
    _forecast(board, sheet, last, held.closing)
    sheet.write(Look.BODY, [])
    titles = tuple(column.title for column in sheet.columns[2:5])
    chart = treasury_chart(sheet.frame, titles, held.months)
    sheet.chart(chart, _CHART_ROWS)
    sheet.repeat(at.HEAD_ROW)
    sheet.print_area(sheet.row)
    sheet.on_one_page()
    place = at.reference(sheet.name, f"E{last}")
    return WrittenTreasury(place, held.closing, titles, tuple(held.months))


class _Held:
    """What is there, month after month: all money, and each account."""

    def __init__(self, board: Board, sums: JournalSums) -> None:
        every = treasury_rows(board)
        self.rows = every[:_MOST_ACCOUNTS]
        self.opening = total(row.opening for row in every)
        self.closing = self.opening
        self.money_in, self.money_out = ZERO, ZERO
        self._accounts = [row.opening for row in self.rows]
        self._sums = sums
        self.months: list[ChartMonth] = []

    def of(self, number: int) -> Money:
        """Return what an account holds after the months that are written."""
        return self._accounts[number]

    def write_month(self, sheet: Sheet, month: dt.date) -> None:
        row, sums = sheet.row + 1, self._sums
        came, went = Money(sums.money_in[month]), Money(sums.money_out[month])
        start = f"E{row - 1}"
        if row == at.FIRST_ROW:
            keys = f'{at.BALANCE_TREASURY},"{at.TREASURY_MARK}"'
            start = f"SUMIFS({at.BALANCE_OPENING},{keys})"
        flow = f"SUMIFS({at.JOURNAL_FLOW},{at.JOURNAL_FLOW},"
        days = _days(row)
        values: list[Value] = [
            Month(month.year, month.month, 1),
            Formula(start, self.closing),
            Formula(f'{flow}">0",{days})', came),
            Formula(f'-{flow}"<0",{days})', went),
            Formula(f"B{row}+C{row}-D{row}", self.closing + came - went),
        ]
        self.closing += came - went
        self.months.append(ChartMonth(month, came, went, self.closing))
        self.money_in, self.money_out = self.money_in + came, self.money_out + went
        for number, account in enumerate(self.rows):
            self._accounts[number] += Money(sums.moved[account.number, month])
            values.append(Formula(self._account(row, number), self._accounts[number]))
        sheet.write(Look.BODY, values)

    def _account(self, row: int, number: int) -> str:
        account = self.rows[number].number
        start = f"{_letter(number)}{row - 1}"
        if row == at.FIRST_ROW:
            start = at.sum_where(
                at.BALANCE_OPENING, at.BALANCE_ACCOUNT, f'"{account}"', account
            )
        debit, credit = (
            _moved(values, account, row) for values in (at.JOURNAL_DEBIT, at.JOURNAL_CREDIT)
        )
        return f"{start}+{debit}-{credit}"


def _moved(values: str, account: str, row: int) -> str:
    """Return the sum of a column of the journal on an account in the month of a row."""
    if at.is_ambiguous(account):
        return (
            f'SUMPRODUCT(({at.JOURNAL_ACCOUNT}="{account}")'
            f'*({at.JOURNAL_KIND}<>"{at.OPENING_MARK}")*({at.JOURNAL_DAY}>=$A{row})'
            f"*({at.JOURNAL_DAY}<EDATE($A{row},1))*{values})"
        )
    keys = f'{at.JOURNAL_ACCOUNT},"{account}",{at.JOURNAL_KIND},"<>{at.OPENING_MARK}"'
    return f"SUMIFS({values},{keys},{_days(row)})"


def _days(row: int) -> str:
    return f'{at.JOURNAL_DAY},">="&$A{row},{at.JOURNAL_DAY},"<"&EDATE($A{row},1)'


def _letter(number: int) -> str:
    return "FGHIJKLM"[number]


def _months(board: Board, sums: JournalSums) -> Sequence[dt.date]:
    """Return the months to show: to the last entry, or to the day of the workbook."""
    year = board.accounts.year
    come = min(board.accounts.made_on, year.ends_on)
    last = max(sums.last_on or year.starts_on, come)
    months = months_of(year)
    return tuple(month for month in months if month <= last) or months[:1]


def _forecast(board: Board, sheet: Sheet, last: int, closing: Money) -> None:
    """Write what the coming months may bring, on top of the last balance."""
    if not board.accounts.forecast:
        return
    sheet.write(Look.BODY, [])
    titles = (
        _("Forecast"),
        _("At the start"),
        _("May come"),
        _("May go"),
        _("At the end"),
        *[""] * (len(sheet.columns) - 5),
    )
    sheet.head(titles)
    for place, month in enumerate(board.accounts.forecast):
        row = sheet.row + 1
        start = f"E{row - 1}" if place else f"E{last}"
        came = total(part.amount for part in month.parts if part.amount.cents > 0)
        went = -total(part.amount for part in month.parts if part.amount.cents < 0)
        day = month.month_on
        values: list[Value] = [
            Month(day.year, day.month, 1),
            Formula(start, closing),
            came,
            went,
            Formula(f"B{row}+C{row}-D{row}", closing + came - went),
        ]
        closing += came - went
        sheet.write(Look.BODY, values)
