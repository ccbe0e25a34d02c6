"""Record and validate 50 000 entries, list, search and check them: CPU time.

Each figure of a list is beside the bare SQL query of the same rows, in turn.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measuring import cpu_seconds, in_turn, median_ratio
from coopdesk.domain.entries import EntryFilter, NewEntry, NewEntryLine
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.storage.entry_checks import check_entries
from coopdesk.storage.entry_list import EntryList
from coopdesk.storage.migrations import create_database
from coopdesk.storage.unit_of_work import Signature, Units

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 50_000
YEAR = 2026
_INCOME = ("75411", "7561", "7088", "741", "7073")
_LABELS = ("Don", "Adhésion", "Buvette", "Subvention", "Vide-grenier")
_BARE = "SELECT id FROM entry ORDER BY entry_on DESC, id DESC"
_BARE_TEXT = _BARE.replace("ORDER", "WHERE label_key LIKE '%vide%' ORDER")


def entries() -> Iterator[NewEntry]:
    """Yield entries of a year, of two lines or three."""
    for number in range(COUNT):
        kind, cents = number % 5, 500 + number % 9_000
        kept = 20 if number % 4 == 0 else 0
        lines = [NewEntryLine("5121", debit=Money(cents - kept))]
        if kept:
            lines.append(NewEntryLine("627", debit=Money(kept)))
        lines.append(NewEntryLine(_INCOME[kind], credit=Money(cents)))
        day = dt.date(YEAR, 1, 1) + dt.timedelta(days=number % 365)
        yield NewEntry("BQ", day, f"{_LABELS[kind]} {number}", tuple(lines), f"P{number}")


def measure_writing(units: Units) -> None:
    """Print what recording and validating take."""
    made = list(entries())

    def record() -> None:
        with units.write("demo.built") as work:
            work.entries.add_many(made)
            work.commit()

    def validate() -> None:
        with units.write("entry.validated", count=str(COUNT)) as work:
            ids = work.entry_validation.draft_ids()
            work.entry_validation.validate(ids, units.now(), lambda _done, _total: None)
            work.commit()

    for name, work in (("record", record), ("validate", validate)):
        print(f"{name} {COUNT} entries: {cpu_seconds(work):.1f} s")


def measure_lists(units: Units) -> None:
    """Print what lists and searches take beside the bare query."""
    with units.database.reading() as connection:
        store = EntryList(connection)

        def told(name: str, wanted: EntryFilter, bare: str) -> None:
            pairs = in_turn(
                lambda: connection.exec_driver_sql(bare).scalars().all(),
                lambda: store.ids(wanted),
            )
            ratio = median_ratio(pairs)
            print(f"{name}: {ratio.quotient:.2f} x the bare query, {1000 * ratio.ours:.0f} ms")

        told("list", EntryFilter(), _BARE)
        told("search", EntryFilter(text="vide"), _BARE_TEXT)
        ids = store.ids(EntryFilter())
        starts = range(0, COUNT, 5_000)
        pages = [cpu_seconds(partial(store.lines, ids[x : x + 200])) for x in starts]
        total = cpu_seconds(partial(store.totals, EntryFilter()))
        checked = cpu_seconds(lambda: list(check_entries(connection, lambda *_told: None)))
    print(
        f"page of 200: {1000 * statistics.median(pages):.1f} ms; totals {1000 * total:.0f} ms"
    )
    print(f"check of the books: {checked:.1f} s")


def main() -> None:
    """Build the books in a temporary folder and measure."""
    with tempfile.TemporaryDirectory() as folder:
        database = create_database(Path(folder) / "books.coopdesk")
        signed = Signature("Mesure", Origin.COMMAND_LINE, lambda: dt.datetime.now(dt.UTC))
        units = Units(database, signed)
        measure_writing(units)
        measure_lists(units)
        database.close()


if __name__ == "__main__":
    main()
