"""Search and list among 100 000 contacts, against the bare SQL that returns the same rows.

Each keystroke of nine queries asks for every id that fits and for the first page of lines,
once through ``ContactService`` and once through the driver alone. Bars: p95 of the keystrokes
and the page of the list at most 1.7 times the bare SQL; and a keystroke within 60 ms.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measuring import in_turn, median_ratio, quantile
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.operations import Origin
from coopdesk.domain.text import fold
from coopdesk.services.opening import create_database, open_database, signature

if TYPE_CHECKING:
    from coopdesk.services.contacts import ContactService

PAGE = 200
ROUNDS = 5
QUERIES = (
    "lefèvre",
    "garçon",
    "moreau",
    "saint her",
    "amélie ker",
    "0612",
    "œillet",
    "leroy@ex",
    "noël",
)
KEYSTROKES = tuple(text[:end] for text in QUERIES for end in range(1, len(text) + 1))

_IDS = "SELECT id FROM contact WHERE archived_on IS NULL{words} ORDER BY sort_key, id"
_WORD = " AND search_text LIKE ? ESCAPE '\\'"
_LINES = (
    "SELECT id, kind, name, email, phone, postal_code, city, archived_on FROM contact"
    " WHERE id IN ({marks})"
)
_GIFTS = (
    "SELECT donor_id, sum(donation.amount_cents), max(received_on) FROM donation"
    " JOIN payment_line ON payment_line.id = payment_line_id"
    " JOIN payment ON payment.id = payment_id"
    " WHERE donor_id IN ({marks}) AND state = 'received' GROUP BY donor_id"
)


class BareSql:
    """What a program without layers would do: the same statements, tuples as they come."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)

    def search(self, text: str) -> list[Any]:
        """Return the ids that fit and the rows of the first page."""
        words = fold(text).split()
        found = self.connection.execute(
            _IDS.format(words=_WORD * len(words)), [f"%{word}%" for word in words]
        )
        ids = [key for (key,) in found.fetchall()]
        return [ids, self.lines(ids[:PAGE])]

    def lines(self, ids: list[int]) -> list[Any]:
        """Return the rows of a page, and what each gave."""
        marks = ", ".join("?" * len(ids))
        return [
            self.connection.execute(statement.format(marks=marks), ids).fetchall()
            for statement in (_LINES, _GIFTS)
        ]


def search(service: ContactService, text: str) -> list[Any]:
    """Return the ids that fit and the lines of the first page, as the list of contacts does."""
    ids = service.ids(ContactFilter(text=text))
    return [ids, service.lines(ids[:PAGE])]


def build(path: Path, contacts: int) -> None:
    """Make an office with gifts."""
    services = create_database(path, signature("", Origin.COMMAND_LINE))
    made = services.demo.build(contacts, 3).value
    print(f"{made.contacts} contacts, {made.payments} payments, {made.donations} gifts")
    services.database.close()


def measure_keystrokes(bare: BareSql, service: ContactService) -> None:
    """Print what a keystroke costs, and the worst ratios."""
    for text in KEYSTROKES:
        ids, lines = search(service, text)
        bare_ids, (rows, gifts) = bare.search(text)
        assert ids == bare_ids
        assert {line.id: line.name for line in lines} == {row[0]: row[2] for row in rows}
        assert sum(line.gift_total.cents for line in lines) == sum(row[1] for row in gifts)
    ratios = []
    for text in KEYSTROKES:
        ways = partial(bare.search, text), partial(search, service, text)
        ratios.append(median_ratio(in_turn(*ways, ROUNDS)))
    print(f"search, {len(KEYSTROKES)} keystrokes: ids and first page of {PAGE} lines")
    for share, name in ((0.5, "p50"), (0.95, "p95"), (1.0, "max")):
        bare_ms = 1000 * quantile([ratio.bare for ratio in ratios], share)
        ours_ms = 1000 * quantile([ratio.ours for ratio in ratios], share)
        quotient = quantile([ratio.quotient for ratio in ratios], share)
        print(
            f"  {name}: bare {bare_ms:.1f} ms, ours {ours_ms:.1f} ms,"
            f" ours at {name} / bare at {name} {ours_ms / bare_ms:.2f},"
            f" {name} of the ratios {quotient:.2f} (bar p95 1.7)"
        )


def measure_pages(bare: BareSql, service: ContactService) -> None:
    """Print what the whole list and its pages cost."""
    ids = service.ids(ContactFilter())
    middle = ids[len(ids) // 2 :][:PAGE]
    for name, one, two in (
        (
            "opening the list: every id, first page",
            partial(bare.search, ""),
            partial(search, service, ""),
        ),
        (
            f"one more page of {PAGE} lines",
            partial(bare.lines, middle),
            partial(service.lines, middle),
        ),
    ):
        ratio = median_ratio(in_turn(one, two, 4 * ROUNDS))
        print(
            f"{name}: bare {1000 * ratio.bare:.2f} ms, ours {1000 * ratio.ours:.2f} ms,"
            f" ratio {ratio.quotient:.2f} (bar 1.7)"
        )


def main() -> None:
    """Build the office, or take one that exists, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--database", type=Path, help="a demonstration that was made before")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.database or Path(folder) / "office.coopdesk"
        if not path.exists():
            build(path, chosen.contacts)
        services = open_database(path, signature("", Origin.COMMAND_LINE))
        bare = BareSql(path)
        with closing(bare.connection):
            measure_keystrokes(bare, services.contacts)
            measure_pages(bare, services.contacts)
        services.database.close()


if __name__ == "__main__":
    main()
