"""Any ledger that is closed, reopened and closed again hands on the same balances."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from coopdesk.domain.entries import NewEntry
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import Money
from coopdesk.domain.year_openings import Allocation
from coopdesk.services.closing import ClosingService
from coopdesk.services.reports import ReportService
from tests.building import new_units, today
from tests.services.book_office import Books, credit, debit

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.unit_of_work import Units

ACCOUNTS = (
    "1022",
    "2183",
    "401",
    "4681",
    "486",
    "5121",
    "531",
    "6061",
    "6251",
    "75411",
    "7561",
)
VOLUNTEERING = ("864", "875")
FIRST_DAY = dt.date(2024, 1, 1)
YEARS = (2024, 2025)
CHANGES = (
    "UPDATE entry SET label = 'x' WHERE fiscal_year_id = :year",
    "DELETE FROM entry WHERE fiscal_year_id = :year",
    "UPDATE entry_line SET debit_cents = debit_cents + 1 WHERE fiscal_year_id = :year",
    "DELETE FROM entry_line WHERE fiscal_year_id = :year",
    "UPDATE fiscal_year SET state = 'open' WHERE id = :year",
    "DELETE FROM fiscal_year WHERE id = :year",
    "UPDATE fiscal_year_event SET reason = 'x' WHERE fiscal_year_id = :year",
    "DELETE FROM fiscal_year_event WHERE fiscal_year_id = :year",
)


class Move(NamedTuple):
    """An entry to write: how many days after the first, from where to where, how much."""

    day: int
    to: str
    of: str
    cents: int
    is_reversed_next: bool


accounts = st.sampled_from((*ACCOUNTS, VOLUNTEERING[0]))
moves = st.lists(
    st.builds(
        Move, st.integers(0, 730), accounts, accounts, st.integers(1, 10**7), st.booleans()
    ),
    max_size=12,
)


class Office(Books):
    """Books of two years that are over."""

    def __init__(self, units: Units) -> None:
        super().__init__(units)
        self.closing = ClosingService(units, today)
        self.reports = ReportService(units, today)
        self.ids = [
            self.years.open(dt.date(y, 1, 1), dt.date(y, 12, 31)).value.id for y in YEARS
        ]

    def write(self, wanted: list[Move]) -> None:
        with self.units.write("entry.recorded", name="Mouvement") as work:
            work.entries.add_many([_entry(move) for move in wanted])
            work.commit()

    def closed(self, year_id: int) -> dict[str, Money]:
        """Return what the statement of accounts says at the end, result on 120 or 129."""
        rows = self.reports.balance(ReportScope(year_id, with_drafts=False)).rows
        found = {row.number: row.closing for row in rows if row.number[0] in "12345"}
        result = sum(-row.closing.cents for row in rows if row.number[0] in "67")
        account = "120" if result >= 0 else "129"
        found[account] = found.get(account, Money(0)) - Money(result)
        return {number: amount for number, amount in found.items() if amount}

    def opened(self, year_id: int) -> dict[str, Money]:
        rows = self.reports.balance(ReportScope(year_id, with_drafts=False)).rows
        return {row.number: row.opening for row in rows if row.opening}

    def finish(self, year_id: int) -> None:
        self.entries.validate(None, year_id)
        self.closing.close(year_id)

    def after(self, year_id: int) -> int:
        ids = [year.id for year in reversed(self.years.list())]
        return ids[ids.index(year_id) + 1]


def _entry(move: Move) -> NewEntry:
    to, of = move.to, move.of if move.of not in VOLUNTEERING else "5121"
    pair = VOLUNTEERING if to in VOLUNTEERING else (to, of)
    lines = (debit(pair[0], move.cents), credit(pair[1], move.cents))
    day = FIRST_DAY + dt.timedelta(days=move.day)
    return NewEntry("OD", day, "Mouvement", lines, reverses_next=move.is_reversed_next)


def rows_of(units: Units, year_id: int) -> list[tuple[object, ...]]:
    """Return every entry and line of a year, to compare two moments."""
    with units.database.reading() as connection:
        return [
            tuple(row)
            for table in ("entry", "entry_line")
            for row in connection.execute(
                text(f"SELECT * FROM {table} WHERE fiscal_year_id = :year ORDER BY id"),
                {"year": year_id},
            )
        ]


@given(moves)
@settings(max_examples=5)
def test_closing_reopening_and_closing_again_hands_on_the_same(wanted: list[Move]) -> None:
    with TemporaryDirectory() as folder, new_units(Path(folder) / "a.coopdesk") as units:
        office = Office(units)
        office.write(wanted)
        for year_id in office.ids:
            office.finish(year_id)
            kept, handed = rows_of(units, year_id), office.closed(year_id)
            after = office.after(year_id)
            assert office.opened(after) == handed
            office.closing.reopen(year_id, "relecture")
            assert office.opened(after) == {}
            assert rows_of(units, year_id) == kept
            office.closing.close(year_id)
            assert office.opened(after) == handed
            assert rows_of(units, year_id) == kept
        assert office.is_whole()


@given(moves, st.integers(0, 100))
@settings(max_examples=4)
def test_closed_years_do_not_change_whatever_comes_after(
    wanted: list[Move], share: int
) -> None:
    with TemporaryDirectory() as folder, new_units(Path(folder) / "a.coopdesk") as units:
        office = Office(units)
        office.write(wanted)
        first, second = office.ids
        office.finish(first)
        kept = rows_of(units, first)
        result = office.closing.to_allocate(first).result
        if result:
            reserves = Money(result.cents * share // 100) if result.cents > 0 else Money(0)
            parts = Allocation(reserves, result - reserves)
            office.closing.allocate(first, parts, dt.date(2025, 5, 3))
        office.finish(second)
        assert rows_of(units, first) == kept
        assert office.opened(office.after(second)) == office.closed(second)
        assert not {"120", "129"} & office.opened(second).keys() or result
        assert office.is_whole()


@pytest.mark.parametrize("statement", CHANGES)
def test_database_itself_refuses_to_change_a_closed_year(
    tmp_path: Path, statement: str
) -> None:
    with new_units(tmp_path / "a.coopdesk") as units:
        office = Office(units)
        office.write([Move(10, "5121", "75411", 500, is_reversed_next=False)])
        office.finish(office.ids[0])
        with units.database.writing() as connection:
            assert _is_refused(connection, statement, office.ids[0])


def _is_refused(connection: Connection, statement: str, year_id: int) -> bool:
    try:
        connection.execute(text(statement), {"year": year_id})
    except IntegrityError:
        return True
    return False
