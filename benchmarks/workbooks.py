"""The board's workbook against openpyxl's write-only mode with reused cells, in CPU time.

Both write the journal and the ledger, formulas included, styled alike, in turn; ours makes
eleven more sheets and the results of all formulas. The median of the ratios is printed (bar
0.9), and the memory that the workbook of 50 000 entries takes beyond that of 5 000.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from benchmarks.measuring import in_turn, median_ratio
from coopdesk.documents.board_journal import journal_columns
from coopdesk.documents.board_ledger import ledger_columns
from coopdesk.documents.board_workbook import write_board_workbook
from coopdesk.documents.workbook_styles import Look, dress
from tests.documents.board_books import board

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from coopdesk.documents.workbook import Column
    from coopdesk.domain.board_accounts import BoardLine

ROUNDS = 5
ENTRIES = 5_000
MANY = 50_000


def nothing(_done: int, _all: int) -> None:
    """Ignore progress."""


def ours(entries: int) -> bytes:
    """Write the whole workbook."""
    stream = io.BytesIO()
    write_board_workbook(board(entries), stream, nothing)
    return stream.getvalue()


def plain_workbook(entries: int) -> bytes:
    """Write journal and ledger with openpyxl and reused cells, without results or cleaning."""
    book = Workbook(write_only=True)
    kept: defaultdict[str, list[tuple[int, BoardLine]]] = defaultdict(list)
    rows = []
    for row, line in enumerate(board(entries).lines.lines, start=2):
        kept[line.account].append((row, line))
        rows.append(_journal_row(line, row))
    _sheet(book, "Journal", journal_columns(), rows)
    _sheet(book, "Grand livre", ledger_columns(), _ledger_rows(kept))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _journal_row(line: BoardLine, row: int) -> list[object]:
    is_money = line.account.startswith("5")
    return [
        line.entry_on,
        line.journal,
        line.number,
        line.voucher_ref,
        line.account,
        f"n° {line.label}",
        line.contact,
        line.debit.cents / 100 or None,
        line.credit.cents / 100 or None,
        line.matching,
        line.activity_id,
        "",
        "AN" if line.is_opening else "",
        f"=H{row}-I{row}" if is_money else None,
    ]


def _ledger_rows(
    kept: dict[str, list[tuple[int, BoardLine]]],
) -> Iterable[Sequence[object]]:
    row = 1
    for account in sorted(kept):
        for journal_row, line in kept[account]:
            row += 1
            yield (
                line.entry_on,
                line.journal,
                line.number,
                line.voucher_ref,
                f"n° {line.label}",
                line.contact,
                line.matching,
                f"='Journal'!H{journal_row}",
                f"='Journal'!I{journal_row}",
                f"=J{row - 1}+H{row}-I{row}",
            )


def _sheet(
    book: Workbook, name: str, columns: Sequence[Column], rows: Iterable[Sequence[object]]
) -> None:
    sheet = book.create_sheet(name)
    cells = [WriteOnlyCell(sheet) for _column in columns]
    for number, (cell, column) in enumerate(zip(cells, columns, strict=True), 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        dress(cell, Look.BODY, column.kind)
    sheet.append([column.title for column in columns])
    for row in rows:
        written: list[object] = []
        for cell, value in zip(cells, row, strict=True):
            if value is None or (isinstance(value, str) and not value.startswith("=")):
                written.append(value)
                continue
            cell.value = value
            written.append(cell)
        sheet.append(written)


def board_file(path: Path, entries: int) -> Path:
    """Write the workbook of so many entries into a file."""
    with path.open("wb") as stream:
        write_board_workbook(board(entries), stream, nothing)
    return path


def peak(entries: int) -> float:
    """Return the peak of memory, in MB, of a process that writes so many entries."""
    program = (
        "import sys, resource\n"
        "from pathlib import Path\n"
        "from benchmarks.workbooks import board_file\n"
        f"board_file(Path(sys.argv[1]), {entries})\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    command = [sys.executable, "-c", program, "/dev/null"]
    found = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return int(found.stdout) / 1024


def main() -> None:
    """Print the ratio and the memory."""
    pairs = in_turn(lambda: plain_workbook(ENTRIES), lambda: ours(ENTRIES), ROUNDS)
    times = 1 / median_ratio(pairs).quotient
    print(f"workbook of {ENTRIES} entries: {times:.2f} x openpyxl (bar 0.9)")
    few, many = peak(ENTRIES), peak(MANY)
    print(f"peak of memory: {few:.0f} MB for {ENTRIES} entries, {many:.0f} MB for {MANY}")


if __name__ == "__main__":
    main()
