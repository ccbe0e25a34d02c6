"""Workbooks against openpyxl's write-only mode with one reused cell a column, in CPU time.

Both write the same rows, styled alike, in turn; the median of the ratios is printed. Bar: 0.9.
"""

from __future__ import annotations

import datetime as dt
import io
import random

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from benchmarks.measuring import in_turn, median_ratio
from coopdesk.documents import accounts_lists
from coopdesk.documents.accounts_workbook import write_accounts_workbook
from coopdesk.documents.workbook_styles import Look, dress
from coopdesk.domain.accounts import YearAccounts, year_accounts
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentLine,
    PaymentMode,
    PaymentSource,
    PaymentState,
)

ROUNDS = 7
ROWS = 8_000

LAST_NAMES = ("Lefèvre", "Garçon", "Le Goff", "Peña", "Château", "Saint-Étienne", "Œillet")
FIRST_NAMES = ("Élodie", "Jean-Noël", "Anaïs", "Raphaël", "Zoé", "Maëlys", "Théo")
MODES = (PaymentMode.CARD, PaymentMode.CHEQUE, PaymentMode.TRANSFER)


def accounts(rows: int) -> YearAccounts:
    """Make a year in which everything came in, so that two sheets list every row."""
    chance = random.Random(12)
    lines = [
        PaymentLine(
            id=number,
            payment_id=number,
            paid_on=dt.date(2026, 1, 1) + dt.timedelta(days=number * 364 // rows),
            direction=Direction.IN,
            kind=chance.choice([LineKind.GIFT, LineKind.FEE, LineKind.SALE]),
            payer_id=number % 40,
            payer_name=f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}",
            label=f"Versement n° {number}",
            campaign=chance.choice(["", "Campagne d’été"]),
            mode=chance.choice(MODES),
            amount=Money(chance.randint(100, 90_000)),
            state=PaymentState.RECEIVED,
            source=PaymentSource.HELLOASSO,
        )
        for number in range(1, rows + 1)
    ]
    return year_accounts(
        name="Les Amis du Fleuve",
        year=2026,
        made_on=dt.date(2027, 1, 12),
        lines=lines,
        previous_lines=[],
    )


def plain_workbook(year: YearAccounts) -> bytes:
    """Write the same lists with openpyxl and reused cells, without totals or cleaning."""
    book = Workbook(write_only=True)
    for listing in (
        accounts_lists.income_list(year),
        accounts_lists.expense_list(year),
        accounts_lists.gift_list(year),
        accounts_lists.journal_list(year),
    ):
        sheet = book.create_sheet(listing.name)
        cells = [WriteOnlyCell(sheet) for _ in listing.columns]
        for number, (cell, column) in enumerate(zip(cells, listing.columns, strict=True), 1):
            sheet.column_dimensions[get_column_letter(number)].width = column.width
            dress(cell, Look.BODY, column.kind)
        sheet.append([column.title for column in listing.columns])
        for row in listing.rows:
            written: list[object] = []
            for cell, value in zip(cells, row, strict=True):
                if value is None or isinstance(value, str):
                    written.append(value)
                    continue
                cell.value = value.cents / 100 if isinstance(value, Money) else value
                written.append(cell)
            sheet.append(written)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def nothing(_done: int, _all: int) -> None:
    """Ignore progress."""


def main() -> None:
    """Print the ratio."""
    year = accounts(ROWS)
    pairs = in_turn(
        lambda: plain_workbook(year), lambda: write_accounts_workbook(year, nothing), ROUNDS
    )
    times = 1 / median_ratio(pairs).quotient
    print(f"workbook of {2 * ROWS} rows: {times:.2f} x openpyxl with reused cells (bar 0.9)")


if __name__ == "__main__":
    main()
