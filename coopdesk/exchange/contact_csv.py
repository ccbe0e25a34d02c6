"""The list of contacts as a CSV file that French spreadsheets open at once."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import TYPE_CHECKING

from coopdesk.domain.money import Money
from coopdesk.exchange.contact_values import guarded

if TYPE_CHECKING:
    from coopdesk.domain.contact_exports import ExportTable, ExportValue


def write_contact_csv(table: ExportTable) -> bytes:
    """Return the file: semicolons, UTF-8 with its mark, no text that reads as a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([guarded(column.title) for column in table.columns])
    writer.writerows([csv_text(value) for value in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig")


def csv_text(value: ExportValue) -> str:
    """Return a value as French spreadsheets read it; no text that reads as a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, Money):
        return f"{Decimal(value.cents).scaleb(-2):.2f}".replace(".", ",")
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, dt.date):
        return f"{value:%d/%m}/{value.year:04d}"
    return str(value)
