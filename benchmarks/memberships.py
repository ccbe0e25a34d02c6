"""List 300 000 memberships of 100 000 contacts and count members, against bare SQL.

Each query asks for every id that fits and for the first page of lines, once through
``MemberService`` and once through the driver alone, by the best statement for these tables
(indexes and kept columns included; ids as one text). Bars: each query at most 1.7 times the
bare SQL, p95 at most 50 ms; the page 200 at most three times the first.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.contacts import QUERIES, build
from benchmarks.measuring import Ratio, in_turn, median_ratio, quantile
from coopdesk.domain.member_statistics import FigureKey, MemberFigure
from coopdesk.domain.members import MemberStatus
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.operations import Origin
from coopdesk.domain.text import fold
from coopdesk.services.opening import open_database, signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coopdesk.services.members import MemberService
    from coopdesk.services.registry import Services

PAGE = 200
ROUNDS = 5
YEAR = 2025
_POSITION = "(SELECT position FROM membership_type t WHERE t.id = type_id), type_id"
SORTS = {
    "name": "",
    "number": "number_key",
    "type": _POSITION,
    "start": "started_on",
    "end": "ended_on",
    "due": "due_cents",
    "paid": "paid_cents",
    "remainder": "remainder_cents",
}
_STAYS = "(holder_left_on IS NULL OR holder_left_on > date('now')) AND holder_since "
_UNTIL = f"{_STAYS} <= date('now') AND coalesce(holder_until, holder_since) "
STATUSES = {
    MemberStatus.FUTURE: f"{_STAYS} > date('now')",
    MemberStatus.UP_TO_DATE: f"{_UNTIL} >= date('now', '30 days')",
    MemberStatus.TO_RENEW: (
        f"{_UNTIL} < date('now', '30 days')"
        " AND coalesce(holder_until, holder_since) >= date('now', '-60 days')"
    ),
    MemberStatus.LATE: f"{_UNTIL} < date('now', '-60 days')",
    MemberStatus.LEFT: "holder_left_on <= date('now')",
}
_FOUND = (
    "contact_id IN (SELECT id FROM contact WHERE state = 'active'"
    " AND search_text LIKE '%{word}%')"
)
_LINES = (
    "SELECT m.id, m.contact_id, m.type_id, m.started_on, m.ended_on, m.fee_cents,"
    " m.joining_fee_cents, m.paid_cents, m.cancelled_on, c.name, c.number, t.name, t.college,"
    " (SELECT count(*) FROM membership_person p WHERE p.membership_id = m.id), c.member_since,"
    " c.member_until, c.member_left_on FROM membership m JOIN contact c ON c.id = m.contact_id"
    " JOIN membership_type t ON t.id = m.type_id WHERE m.id IN ({marks})"
)


_IDS = (
    "SELECT json_group_array(id) FROM"
    " (SELECT membership.id FROM {source} {by} WHERE {where} ORDER BY {order})"
)
_SUMS = (
    "SELECT count(*), sum(due_cents), sum(paid_cents), sum(remainder_cents)"
    " FROM membership WHERE {where}"
)


class Scope(NamedTuple):
    """Which memberships a list shows before it is narrowed."""

    name: str
    wanted: MembershipFilter
    where: str
    index: str


SCOPES = (
    Scope(
        f"year {YEAR}",
        MembershipFilter(year=YEAR),
        f"listed > 0 AND start_year = {YEAR}",
        "ix_membership_list",
    ),
    Scope("each once", MembershipFilter(latest=True), "listed = 2", "ix_membership_last"),
    Scope("all years", MembershipFilter(), "listed > 0", "ix_membership_all"),
)


class Query(NamedTuple):
    """A filter, and what asks for the same by hand."""

    name: str
    wanted: MembershipFilter
    where: str
    order: str = "name_key, id"
    index: str = ""
    source: str = "membership"


class BareSql:
    """What a program without layers would do: the best statements, tuples as they come."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)

    def ids(self, query: Query) -> list[int]:
        """Return the ids that fit, in order."""
        by = f"INDEXED BY {query.index}" if query.index else ""
        text = _IDS.format(source=query.source, by=by, where=query.where, order=query.order)
        ids: list[int] = json.loads(self.connection.execute(text).fetchone()[0])
        return ids

    def first_page(self, query: Query) -> list[Any]:
        """Return the ids that fit and the rows of the first page."""
        ids = self.ids(query)
        return [ids, self.lines(ids[:PAGE])]

    def lines(self, ids: list[int]) -> list[Any]:
        """Return the rows of a page, and the rules of statuses."""
        read = self.connection.execute
        read("BEGIN")
        rows = [read(_LINES.format(marks=", ".join("?" * len(ids))), ids).fetchall()]
        rows.append(read("SELECT * FROM member_rules").fetchall())
        read("COMMIT")
        return rows

    def sums(self, where: str) -> list[Any]:
        """Return what memberships add up to."""
        return self.connection.execute(_SUMS.format(where=where)).fetchall()


def first_page(service: MemberService, wanted: MembershipFilter) -> list[Any]:
    """Return the ids that fit and the lines of the first page, as the list does."""
    ids = service.ids(wanted)
    return [ids, service.lines(ids[:PAGE])]


def orders(scope: Scope) -> Iterator[Query]:
    """Return the list in each order, up and down."""
    for sort, column in SORTS.items():
        for descending in (False, True):
            wanted = replace(scope.wanted, sort=sort, descending=descending)
            name = f"{scope.name} by {sort}{' down' * descending}"
            terms = [*filter(None, column.rsplit(", ", 1)), "name_key", "membership.id"]
            where, source = scope.where, "membership"
            if scope.wanted.latest and sort != "name":
                where = "listed > 0 AND listed + 0 = 2"
            if scope.wanted.year is None and sort == "type":
                source = "membership_type t CROSS JOIN membership ON type_id = t.id"
                terms = ["position", "t.id", "name_key", "membership.id"]
            order = ", ".join(f"{term}{' DESC' * descending}" for term in terms)
            yield Query(name, wanted, where, order, source=source)


def narrowed(scope: Scope) -> Iterator[Query]:
    """Return the list narrowed by each status, type and what is paid, and two ways at once."""
    where, index = scope.where, scope.index
    for status, condition in STATUSES.items():
        wanted = replace(scope.wanted, status=status)
        yield Query(
            f"{scope.name}, {status.value}", wanted, f"{where} AND {condition}", index=index
        )
    for key in (1, 2):
        wanted = replace(scope.wanted, type_ids=(key,))
        yield Query(
            f"{scope.name}, type {key}", wanted, f"{where} AND type_id = {key}", index=index
        )
    wanted = replace(scope.wanted, paid=False)
    unpaid = f"{where} AND remainder_cents > 0"
    yield Query(f"{scope.name}, unpaid", wanted, unpaid, index=index)
    wanted = replace(scope.wanted, status=MemberStatus.TO_RENEW, sort="end")
    both = f"{where} AND {STATUSES[MemberStatus.TO_RENEW]}"
    yield Query(f"{scope.name}, to_renew by end", wanted, both, "ended_on, name_key, id", index)


def searched(scope: Scope) -> Iterator[Query]:
    """Return a search, keystroke by keystroke."""
    for text in (word[:end] for word in QUERIES for end in range(1, len(word) + 1)):
        words = fold(text).split()
        is_set = scope.name == "all years" and len(max(words, key=len)) > 2
        found = _FOUND if is_set else "search_text LIKE '%{word}%'"
        terms = [found.format(word=word) for word in words]
        where = " AND ".join([scope.where, *terms])
        index = "" if is_set else scope.index
        wanted = replace(scope.wanted, text=text)
        yield Query(f"{scope.name}, {text}", wanted, where, index=index)


def measure(name: str, bare: BareSql, service: MemberService, queries: Sequence[Query]) -> None:
    """Print what a kind of query costs, the slowest ones by name."""
    ratios, walls = [], []
    for query in queries:
        one, two = partial(bare.first_page, query), partial(first_page, service, query.wanted)
        assert one()[0] == two()[0], query.name
        ratio = median_ratio(in_turn(one, two, ROUNDS))
        ratios.append(ratio)
        walls.append(wall_seconds(two))
        if ratio.ours > 0.05 or ratio.quotient > 1.7:
            print(f"  over: {query.name}, {told(ratio)}")
    summary(name, ratios, walls)


def summary(name: str, ratios: Sequence[Ratio], walls: Sequence[float]) -> None:
    """Print the median, p95 and worst of a kind of query."""
    print(f"{name}, {len(ratios)} queries")
    for share, title in ((0.5, "p50"), (0.95, "p95"), (1.0, "max")):
        bare, ours, quotient, wall = (
            quantile(x, share)
            for x in (
                [ratio.bare for ratio in ratios],
                [ratio.ours for ratio in ratios],
                [ratio.quotient for ratio in ratios],
                walls,
            )
        )
        print(
            f"  {title}: bare {1000 * bare:.1f} ms, ours {1000 * ours:.1f} ms (bar p95 50),"
            f" {title} of the ratios {quotient:.2f} (bar 1.7), clock {1000 * wall:.1f} ms"
        )


def wall_seconds(work: Callable[[], object]) -> float:
    """Return the time by the clock, which a loaded machine makes longer."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def told(ratio: Ratio) -> str:
    """Return the figures of one kind of query."""
    return (
        f"bare {1000 * ratio.bare:.1f} ms, ours {1000 * ratio.ours:.1f} ms,"
        f" ratio {ratio.quotient:.2f}"
    )


def measure_sums(bare: BareSql, service: MemberService) -> None:
    """Print what the totals at the foot cost."""
    for scope in SCOPES:
        ways = partial(bare.sums, scope.where), partial(service.sums, scope.wanted)
        print(f"totals, {scope.name}: {told(median_ratio(in_turn(*ways, ROUNDS)))}")


def measure_pages(bare: BareSql, service: MemberService) -> None:
    """Print what a page costs, and the two hundredth against the first."""
    ids = service.ids(MembershipFilter())
    costs = []
    for start, name in ((0, "1"), (199 * PAGE, "200"), (len(ids) - PAGE, "last")):
        page = ids[start : start + PAGE]
        ways = partial(bare.lines, page), partial(service.lines, page)
        ratio = median_ratio(in_turn(*ways, 4 * ROUNDS))
        costs.append(ratio.ours)
        print(f"page {name} of {PAGE} lines: {told(ratio)} (bar 1.7)")
    print(f"page 200 / page 1: {costs[1] / costs[0]:.2f} (bar 3)")


def measure_figures(services: Services) -> None:
    """Print what the figures of the page, the statistics and the list of one figure cost."""
    year = dt.datetime.now(dt.UTC).year
    asked: dict[str, Callable[[], object]] = {
        "counts by status": services.members.counts,
        "years": services.members.years,
        "types": partial(services.membership_types.list, archived=True),
        "fees without a member": services.members.unattached,
        "statistics of five years": services.statistics.members,
    }
    for figure in MemberFigure:
        key = FigureKey(figure, year - 1)
        asked[f"list of {figure.value}"] = partial(services.statistics.contact_ids, key)
    for name, call in asked.items():
        ratio = median_ratio(in_turn(lambda: None, call, ROUNDS))
        print(f"{name}: {1000 * ratio.ours:.1f} ms, clock {1000 * wall_seconds(call):.1f} ms")


def main() -> None:
    """Build the office, or take one that exists, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--database", type=Path, help="an office that was built before")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.database or Path(folder) / "office.coopdesk"
        if not path.exists():
            build(path, chosen.contacts)
        services = open_database(path, signature("", Origin.COMMAND_LINE))
        bare = BareSql(path)
        with closing(bare.connection):
            for scope in SCOPES:
                for name, queries in (
                    ("in each order", orders(scope)),
                    ("narrowed", narrowed(scope)),
                    ("searched, one keystroke", searched(scope)),
                ):
                    measure(f"{scope.name}, {name}", bare, services.members, list(queries))
            measure_sums(bare, services.members)
            measure_pages(bare, services.members)
            measure_figures(services)
        services.database.close()


if __name__ == "__main__":
    main()
