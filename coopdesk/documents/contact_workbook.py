"""The list of contacts as a workbook: one sheet to edit and to import again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.workbook import Book, Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.contact_exports import ExportTable

_STEP = 250


def write_contact_workbook(table: ExportTable, advance: Callable[[int], None]) -> bytes:
    """Return the workbook; the titles stand on the first row, where an import looks for them.

    ``advance`` is told how many rows are written.
    """
    columns = [Column(one.title, one.width, one.kind) for one in table.columns]
    with Book(table.title, table.owner) as book:
        sheet = book.sheet(table.title, columns, landscape=True)
        sheet.freeze(1)
        sheet.head()
        for number, row in enumerate(table.rows, start=1):
            sheet.append(row)
            if number % _STEP == 0:
                advance(number)
        sheet.finish_list(1, max(sheet.row, 2))
        return book.content()
