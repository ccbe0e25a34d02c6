"""What a child process does until it is killed: close a fiscal year and open it again."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryKind
from tests.building import new_units
from tests.reliability.office import open_office
from tests.services.book_office import Books, credit, debit, entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.services.registry import Services

ENTRIES = 12
DAY = dt.date(2024, 6, 15)
_STATE = "SELECT state FROM fiscal_year WHERE label = '2024'"
_EVENTS = "SELECT kind, entry_id FROM fiscal_year_event ORDER BY id"
_STANDING = (
    "SELECT count(*) FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id"
    " WHERE y.label = '2025' AND e.kind = 'opening' AND e.state = 'validated'"
    " AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_id = e.id)"
)
_DRAFTS = "SELECT count(*) FROM entry WHERE state = 'draft'"


def build_books(path: Path) -> Path:
    """Create a database with a year that can be closed; one entry is to be reversed after."""
    with new_units(path) as units:
        books = Books(units)
        books.years.open(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
        for number in range(ENTRIES):
            books.record(cents=1000 + number, day=DAY)
        lines = (debit("486", 300), credit("6061", 300))
        later = {"kind": EntryKind.INVENTORY, "reverses_next": True}
        books.record(entry(day=dt.date(2024, 12, 31), lines=lines, **later))
        books.entries.validate()
    return path


def close_and_reopen(tell: Callable[[int], None], path: str) -> None:
    """Close the year, open it again, and so on; tell the number of events after each."""
    services = open_office(Path(path))
    while True:
        tell(turn(services))


def turn(services: Services) -> int:
    """Close the year, or open it again if it is closed; return how many events there are."""
    service, year = services.closing, services.fiscal_years.named("2024")
    if year.is_open:
        service.close(year.id)
    else:
        service.reopen(year.id, "essai")
    return len(service.history(year.id))


def faults(path: Path, told: int) -> list[str]:
    """Return what is half done after a crash; ``told`` events were acknowledged."""
    services = open_office(path)
    try:
        found = [str(finding) for finding in services.database.check().findings]
    finally:
        services.database.close()
    with closing(sqlite3.connect(path)) as connection:
        (state,) = connection.execute(_STATE).fetchone()
        events = connection.execute(_EVENTS).fetchall()
        (standing,) = connection.execute(_STANDING).fetchone()
        (drafts,) = connection.execute(_DRAFTS).fetchone()
    is_closed = bool(events) and events[-1][0] == "closed"
    if (state == "closed") != is_closed:
        found.append(f"year is {state}, its events say {events}")
    if (standing, drafts) != (int(is_closed), int(is_closed)):
        found.append(f"{standing} openings and {drafts} reversals while closed={is_closed}")
    if not told <= len(events) <= told + 1:
        found.append(f"{told} events acknowledged, {len(events)} there")
    if any(entry_id is None for _kind, entry_id in events):
        found.append(f"an event without its entry: {events}")
    return found


def event_count(path: Path) -> int:
    """Return how many times the year was closed and opened again."""
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM fiscal_year_event").fetchone()
    return int(count)
