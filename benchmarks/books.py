"""Measure the books: what is shown at once with 50 000 entries, and millions of lines.

``python -m benchmarks.books [LINES]``; two million lines by default, in a temporary folder.
Balances come from kept sums or from the covering index alone; beside them, the same sums by a
scan of the table.
"""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
import statistics
import sys
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import cpu_seconds, in_turn, median_ratio
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import create_database, open_database, signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coopdesk.services.registry import Services

ENTRIES = 50_000
LINES = 2_000_000
YEAR = 2026
# The bank has every second line, as in a small association.
_BANK = "5121"
_OTHERS = ("75411", "7561", "6132", "6064", "6251", "626", "627", "401", "411", "706")
_SUMS = (
    "SELECT account_id, sum(debit_cents), sum(credit_cents) FROM entry_line {}"
    " WHERE fiscal_year_id = ? GROUP BY account_id"
)
# What triggers would have kept.
_KEPT = (
    "INSERT INTO account_sum SELECT fiscal_year_id, account_id,"
    " substr(entry_on, 1, 8) || '01', is_validated, sum(debit_cents), sum(credit_cents)"
    " FROM entry_line GROUP BY 1, 2, 3, 4"
)
_PAGE = 200


def empty_books(path: Path) -> int:
    """Create a file with the usual chart and two years; return the second."""
    services = create_database(path, signature("", Origin.COMMAND_LINE))
    try:
        with services.reports._units.write("demo.built") as work:  # noqa: SLF001 (seeds faster than any command)
            work.chart.ensure()
            work.fiscal_years.add(dt.date(YEAR - 1, 1, 1), dt.date(YEAR - 1, 12, 31))
            year = work.fiscal_years.add(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
            for number in (_BANK, *_OTHERS):
                work.chart.needed(number)
            work.commit()
    finally:
        services.database.close()
    return year


def fill(path: Path, year: int, count: int) -> None:
    """Insert entries of two lines, of which half are validated; triggers rest meanwhile."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'entry%'"
        ).fetchall()
        accounts = dict(connection.execute("SELECT number, id FROM account"))
        (journal,) = connection.execute("SELECT id FROM journal WHERE code = 'BQ'").fetchone()
        connection.execute("BEGIN IMMEDIATE")
        for name, _sql in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.executemany(
            "INSERT INTO entry (id, fiscal_year_id, journal_id, entry_on, label, label_key,"
            " voucher_ref, voucher_on, state, kind, form, amount_cents) VALUES"
            " (?, ?, ?, ?, 'Écriture', 'ecriture', 'P', ?, 'draft', 'standard', 'grid', ?)",
            ((key, year, journal, day, day, cents) for key, day, cents, *_ in _told(count)),
        )
        connection.executemany(
            "INSERT INTO entry_line (entry_id, position, account_id, label, reference,"
            " debit_cents, credit_cents, fiscal_year_id, entry_on, is_validated)"
            " VALUES (?, ?, ?, 'Règlement de la facture', '', ?, ?, ?, ?, 0)",
            _lines(count, year, accounts),
        )
        connection.execute(_KEPT)
        for _name, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")


def _told(count: int) -> Iterator[tuple[int, str, int, str, bool]]:
    """Yield id, day, cents, other account, and whether money comes in; the same every time."""
    dice = random.Random(5)
    first = dt.date(YEAR, 1, 1)
    for key in range(1, count + 1):
        day = first + dt.timedelta(days=dice.randrange(365))
        other = dice.choice(_OTHERS)
        yield key, day.isoformat(), dice.randint(1, 500_00), other, dice.random() < 0.6


def _lines(
    count: int, year: int, accounts: dict[str, int]
) -> Iterator[tuple[int, int, int, int, int, int, str]]:
    for key, day, cents, other, is_in in _told(count):
        bank, rest = accounts[_BANK], accounts[other]
        yield key, 1, bank, cents if is_in else 0, 0 if is_in else cents, year, day
        yield key, 2, rest, 0 if is_in else cents, cents if is_in else 0, year, day


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median CPU time of five turns, in milliseconds, after one to warm up."""
    work()
    return 1000 * statistics.median(cpu_seconds(work) for _turn in range(5))


def measure_screens(services: Services, year: int) -> None:
    """Print what each report costs."""
    reports, scope = services.reports, ReportScope(year)
    bank = reports.ledger(_BANK, scope)
    middle = len(bank.ids) // 2
    journal = reports.journal(None, scope)
    shown: dict[str, Callable[[], object]] = {
        "balance": lambda: reports.balance(scope),
        "three statements": lambda: reports.statements(scope, *StatementKind),
        "what makes a figure": lambda: reports.accounts_of("R5", scope),
        f"ledger of the bank, {len(bank.ids)} lines": lambda: reports.ledger(_BANK, scope),
        "… a page of it": lambda: reports.ledger_lines(bank, bank.ids[:_PAGE]),
        "… one in the middle": lambda: reports.ledger_lines(
            bank, bank.ids[middle : middle + _PAGE]
        ),
        f"journal, {len(journal)} lines": lambda: reports.journal(None, scope),
        "… a page of the journal": lambda: reports.journal_lines(journal[:_PAGE]),
        "treasury": lambda: reports.treasury(scope),
        "activities": lambda: reports.by_activity(scope),
    }
    for name, work in shown.items():
        print(f"  {name}: {milliseconds(work):.1f} ms")


def measure_balance(services: Services, path: Path, year: int) -> None:
    """Print what a balance costs against a scan of the table with the same sums.

    Whole months are read from kept sums, the days after them from the covering index.
    """
    ways = {
        "of the year": ReportScope(year),
        "up to 15 December": ReportScope(year, until=dt.date(YEAR, 12, 15)),
    }
    with closing(sqlite3.connect(path)) as bare, services.reports._units.read() as work:  # noqa: SLF001 (the sums alone, without the page)
        scan = partial(_scan, bare, year)
        for name, scope in ways.items():
            _tell(f"balance by account {name}", scan, partial(work.reports.sums, scope))
        _tell("the same sums by the covering index", scan, partial(_cover, bare, year))


def _scan(bare: sqlite3.Connection, year: int) -> None:
    bare.execute(_SUMS.format("NOT INDEXED"), (year,)).fetchall()


def _cover(bare: sqlite3.Connection, year: int) -> None:
    bare.execute(_SUMS.format("INDEXED BY ix_entry_line_balance"), (year,)).fetchall()


def _tell(name: str, scan: Callable[[], object], ours: Callable[[], object]) -> None:
    found = median_ratio(in_turn(scan, ours))
    print(
        f"  {name}: {1000 * found.ours:.1f} ms; scan of the table:"
        f" {1000 * found.bare:.0f} ms; ratio {found.quotient:.3f} (bar: 0.2)"
    )


def measure(folder: Path, entries: int) -> None:
    """Build books of so many entries and print the figures."""
    path = folder / f"{entries}.coopdesk"
    year = empty_books(path)
    fill(path, year, entries)
    print(f"{entries} entries, {2 * entries} lines, {path.stat().st_size / 1e6:.0f} MB")
    services = open_database(path, signature("", Origin.COMMAND_LINE))
    try:
        measure_screens(services, year)
        measure_balance(services, path, year)
    finally:
        services.database.close()


def main() -> None:
    """Measure 50 000 entries, then millions of lines."""
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else LINES
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), ENTRIES)
        measure(Path(folder), lines // 2)


if __name__ == "__main__":
    main()
