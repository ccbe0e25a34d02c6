"""Measure two ways of doing the same in turn, in CPU time: a busy machine slows both alike.

For imports the other way is a raw ``executemany`` of the rows that the import left behind,
ready in memory, into an equal empty file: the same schema, indexes, triggers and PRAGMAs.
"""

from __future__ import annotations

import csv
import io
import shutil
import sqlite3
import statistics
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

Rows = dict[str, list[tuple[Any, ...]]]

# Those of the program.
PRAGMAS = (
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "cache_size=-8192",
    "cache_spill=OFF",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
)


class Ratio(NamedTuple):
    """What ours costs against the bare way: CPU seconds of each, and the quotient."""

    bare: float
    ours: float
    quotient: float


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turn(
    bare: Callable[[], object], ours: Callable[[], object], rounds: int = 5
) -> list[tuple[float, float]]:
    """Return (bare, ours) CPU seconds of rounds in turn, after one of each to warm up."""
    bare()
    ours()
    return [(cpu_seconds(bare), cpu_seconds(ours)) for _round in range(rounds)]


def median_ratio(pairs: Sequence[tuple[float, float]]) -> Ratio:
    """Return the medians of each way and of their quotients, round by round."""
    return Ratio(
        statistics.median(bare for bare, _ours in pairs),
        statistics.median(ours for _bare, ours in pairs),
        statistics.median(ours / bare for bare, ours in pairs),
    )


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table as HelloAsso and spreadsheets save it."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows([header, *rows])
    path.write_bytes(stream.getvalue().encode("utf-8-sig"))


def content(path: Path, tables: Iterable[str]) -> Rows:
    """Return the rows of every table that an import writes into."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 (our names)
            for name in tables
        }


def raw_insert(template: Path, path: Path, rows: Rows) -> float:
    """Return the CPU time of inserting rows that are ready in memory."""
    shutil.copy(template, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

        def insert() -> None:
            connection.execute("BEGIN IMMEDIATE")
            for name, values in rows.items():
                marks = ", ".join("?" * len(values[0]))
                # Names and marks are our own.
                connection.executemany(f"INSERT INTO {name} VALUES ({marks})", values)  # noqa: S608
            connection.execute("COMMIT")

        return cpu_seconds(insert)
