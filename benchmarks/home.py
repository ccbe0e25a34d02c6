"""Read the home page of 100 000 contacts: every query, each group of figures beside bare SQL.

Bars: no query over 50 ms. Beside each group stands what the driver alone needs for the least
that its figures rest on, in turn in the same run. Receipts and what the books lack are counted
part by part, so that other questions come between: what matters is how long one part takes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import event
from sqlalchemy.engine import Engine

from benchmarks.contacts import build
from benchmarks.measuring import cpu_seconds, in_turn, median_ratio, quantile
from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.booking_plan import WaitingPart
    from coopdesk.domain.home import ReceiptPart
    from coopdesk.services.registry import Services

ROUNDS = 5
_SHOWN = 90
_GIVEN = (
    "SELECT substr(received_on, 6, 2), sum(amount_cents), count(*) FROM donation"
    " WHERE received_on BETWEEN '{year}-01-01' AND '{year}-12-31' GROUP BY 1"
)
_DONORS = "SELECT count(DISTINCT contact_id) FROM gift_sum WHERE year = {year}"
_MEMBERS = (
    "SELECT count(*) FROM contact WHERE state = 'active' AND member_years LIKE '%{year}%'"
)
_MOST = (
    "SELECT id, gift_cents FROM contact WHERE state = 'active' ORDER BY gift_cents DESC LIMIT 5"
)
# The least that each group of figures rests on, as one would type it.
_BARE = {
    "overview": (_GIVEN, _GIVEN.replace("{year}", "{before}"), _DONORS),
    "members": (_MEMBERS, _MEMBERS.replace("{year}", "{before}")),
    "treasury": (
        "SELECT account_id, month_on, sum(debit_cents) FROM account_sum GROUP BY 1, 2",
    ),
    "campaigns": (
        "SELECT campaign_id, sum(amount_cents) FROM donation WHERE is_fee = 0 GROUP BY 1",
    ),
    "contributors": (_MOST,),
    "public_finance": (
        "SELECT sum(amount_cents) FROM payment_line",
        "SELECT sum(fee_cents) FROM payment",
        "SELECT sum(debit_cents - credit_cents) FROM account_sum",
        "SELECT sum(amount_cents) FROM donation WHERE received_on >= date('now', '-1 year')",
    ),
}


class Seen:
    """Notes the statements that run meanwhile, each with the last values it ran with."""

    def __init__(self) -> None:
        self.statements: dict[str, tuple[Any, ...]] = {}

    def __enter__(self) -> Seen:
        event.listen(Engine, "before_cursor_execute", self._note)
        return self

    def __exit__(self, *_error: object) -> None:
        event.remove(Engine, "before_cursor_execute", self._note)

    def _note(self, _one: object, _two: object, statement: str, *told: Any) -> None:
        if statement.lstrip().startswith("SELECT"):
            self.statements[statement] = told[0]

    def slowest(self, connection: sqlite3.Connection) -> tuple[float, str]:
        """Return the seconds of the slowest statement, all of its rows read, and its words.

        The driver works while rows are read as well, so each is run again by itself.
        """
        found = [
            (
                quantile([_seconds(connection, text, values) for _round in range(ROUNDS)], 0.5),
                " ".join(text.split()),
            )
            for text, values in self.statements.items()
        ]
        return max(found, default=(0.0, ""))


def _seconds(connection: sqlite3.Connection, text: str, values: tuple[Any, ...]) -> float:
    return cpu_seconds(lambda: connection.execute(text, values).fetchall())


def groups(services: Services, year: int) -> dict[str, Callable[[], object]]:
    """Return what the page asks for, group by group."""
    home = services.home
    return {
        "overview": lambda: home.overview(year),
        "members": lambda: home.members(year),
        "treasury": home.treasury,
        "campaigns": home.campaigns,
        "events": home.events,
        "contributors": home.contributors,
        "public_finance": home.public_finance,
        "bank": lambda: services.bank.totals(StatementFilter(waiting=True)),
        "duties": lambda: services.duties.all(with_receipts=False),
    }


def measure_groups(services: Services, connection: sqlite3.Connection, year: int) -> float:
    """Print each group with its slowest query; return the slowest of all, in milliseconds."""
    worst = 0.0
    for name, ask in groups(services, year).items():
        bare = [one.format(year=year, before=year - 1) for one in _BARE.get(name, ())]

        def by_hand(queries: list[str] = bare) -> None:
            for query in queries:
                connection.execute(query).fetchall()

        with Seen() as seen:
            ratio = median_ratio(in_turn(by_hand, ask, ROUNDS))
        slowest, text = seen.slowest(connection)
        worst = max(worst, 1000 * slowest)
        beside = f", {ratio.quotient:.1f} x bare ({1000 * ratio.bare:.1f} ms)" if bare else ""
        print(f"{name}: {1000 * ratio.ours:.0f} ms{beside}; slowest query", end=" ")
        print(f"{1000 * slowest:.1f} ms: {text[:_SHOWN]}")
    return worst


def measure_receipts(services: Services, connection: sqlite3.Connection, year: int) -> float:
    """Print what counting receipts takes, part by part; return its slowest query."""
    taken: list[float] = []
    part: ReceiptPart | None = None
    with Seen() as seen:
        while part is None or not part.is_whole:
            started = time.process_time()
            part = services.home.receipt_part(year, part)
            taken.append(time.process_time() - started)
    again = cpu_seconds(lambda: services.home.receipt_part(year))
    counts = part.counts
    print(
        f"receipts of {year}: {counts.ready} ready, {counts.blocked} gifts blocked;"
        f" {len(taken)} parts, {sum(taken):.1f} s in all, one {1000 * quantile(taken, 0.5):.0f}"
        f" ms, p95 {1000 * quantile(taken, 0.95):.0f} ms; once known {1000 * again:.1f} ms"
    )
    return 1000 * seen.slowest(connection)[0]


def measure_books(services: Services, connection: sqlite3.Connection) -> float:
    """Print what counting what the books lack takes, part by part; return its slowest query."""
    taken: list[float] = []
    part: WaitingPart | None = None
    with Seen() as seen:
        while part is None or not part.is_whole:
            started = time.process_time()
            part = services.booking.waiting_part(part)
            taken.append(time.process_time() - started)
    print(
        f"books: {part.count} to prepare; {len(taken)} parts, {sum(taken):.1f} s in all, one"
        f" {1000 * quantile(taken, 0.5):.0f} ms, p95 {1000 * quantile(taken, 0.95):.0f} ms"
    )
    return 1000 * seen.slowest(connection)[0]


def main() -> None:
    """Build the office, or take the file that is named, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--file", type=Path, help="a file that an earlier run built")
    asked = parser.parse_args()
    year = dt.datetime.now().astimezone().year
    with tempfile.TemporaryDirectory() as folder:
        path = asked.file or Path(folder) / "home.coopdesk"
        if not path.exists():
            build(path, asked.contacts)
        services = open_database(path, signature("", Origin.COMMAND_LINE))
        with closing(sqlite3.connect(path)) as connection:
            worst = measure_groups(services, connection, year)
            worst = max(worst, measure_receipts(services, connection, year - 1))
            worst = max(worst, measure_books(services, connection))
        services.database.close()
    print(f"slowest query of the page: {worst:.1f} ms (bar 50)")


if __name__ == "__main__":
    main()
