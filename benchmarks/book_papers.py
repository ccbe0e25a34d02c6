"""Print and close a year of 50 000 entries: CPU time, pages, memory beyond what was held.

Journal and ledger go through every line; the memory is that of one of them at a time.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.entries import YEAR, entries
from benchmarks.measuring import cpu_seconds
from coopdesk.domain.association import Association
from coopdesk.domain.book_papers import BookPaperKind
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.operations import Origin
from coopdesk.services.association import AssociationService
from coopdesk.services.closing import ClosingService
from coopdesk.services.entries import EntryService
from coopdesk.services.report_papers import ReportPaperService
from coopdesk.storage.migrations import create_database
from coopdesk.storage.unit_of_work import Signature, Units

if TYPE_CHECKING:
    from collections.abc import Callable

_COUNT = re.compile(rb"/Type /Pages /Count (\d+)")


def held() -> float:
    """Return the memory that the process holds, in MB."""
    return _status("VmRSS")


def forget_peak() -> float:
    """Begin to note the most memory held anew, and return what is held now, in MB."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return held()


def _status(name: str) -> float:
    text = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = [one for one in text.splitlines() if one.startswith(name)]
    return int(line.split()[1]) * 1024 / 1e6


def measure(name: str, work: Callable[[], object]) -> None:
    """Print what a step takes."""
    before = forget_peak()
    seconds = cpu_seconds(work)
    print(f"{name}: {seconds:.1f} s, memory +{_status('VmHWM') - before:.0f} MB at most")


def today() -> dt.date:
    """Return a day after the year."""
    return dt.date(YEAR + 1, 3, 1)


def main() -> None:
    """Build a year, print it, close it."""
    with tempfile.TemporaryDirectory() as folder:
        database = create_database(Path(folder) / "books.coopdesk")
        now = dt.datetime(YEAR + 1, 3, 1, 9, tzinfo=dt.UTC)
        units = Units(database, Signature("Camille", Origin.COMMAND_LINE, lambda: now))
        AssociationService(units).save(Association(name="La Coop des Rives"))
        with units.write("demo.built") as work:
            work.chart.ensure()
            year = work.fiscal_years.add(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
            work.entries.add_many(list(entries()))
            work.commit()
        EntryService(units, today).validate()
        papers, closing = ReportPaperService(units, today), ClosingService(units, today)
        for kind in BookPaperKind:
            path = Path(folder) / f"{kind.value}.pdf"
            measure(kind.value, partial(papers.write, kind, ReportScope(year), path))
            content = path.read_bytes()
            pages = max(map(int, _COUNT.findall(content)), default=1)
            print(f"    {pages} pages, {len(content) / 1e6:.1f} MB")
        measure("review", partial(closing.review, year))
        measure("close", partial(closing.close, year))
        measure("reopen", partial(closing.reopen, year, "mesure"))
        database.close()


if __name__ == "__main__":
    main()
