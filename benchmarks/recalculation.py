"""Have LibreOffice recalculate the board's workbook of 50 000 entries, and compare every cell.

With the path of a workbook, that one is recalculated. Both XLSX and ODS are tried.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.workbooks import board_file
from tests.documents.recalculation import compared, recalculated

ENTRIES = 50_000
SHOWN = 10


def main() -> None:
    """Print what LibreOffice finds."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = (
            Path(sys.argv[1])
            if len(sys.argv) > 1
            else board_file(folder / "board.xlsx", ENTRIES)
        )
        for kind in ("xlsx", "ods"):
            start = time.monotonic()
            theirs = recalculated(source, folder, kind)
            found = compared(source, theirs)
            print(
                f"{kind}: {found.cells} cells, {len(found.differences)} differences,"
                f" {len(found.errors)} errors, {time.monotonic() - start:.0f} s"
            )
            for line in (*found.differences[:SHOWN], *found.errors[:SHOWN]):
                print("  ", line)


if __name__ == "__main__":
    main()
