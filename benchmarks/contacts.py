"""Search, sort, filter and list 100 000 contacts with 300 000 memberships, against bare SQL.

Each query asks for every id that fits and for the first page of lines, once through
``ContactService`` and once through the driver alone, by the best statement for these tables.
Bars: each query at most 1.7 times the bare SQL, p95 at most 50 ms; the page 200 at most three
times the first.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measuring import Ratio, in_turn, median_ratio, quantile
from benchmarks.members_seed import add_members
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.operations import Origin
from coopdesk.domain.text import fold
from coopdesk.services.opening import create_database, open_database, signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.services.contacts import ContactService
    from coopdesk.services.registry import Services

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
SORTS = {
    "name": "",
    "number": "number_key, ",
    "email": "email_key, ",
    "town": "city_key, ",
    "gifts": "gift_cents, ",
    "last_gift": "last_gift_on, ",
    "member_until": "member_until, ",
}
_MEMBER = (
    "member_since <= date('now') AND (member_left_on IS NULL OR member_left_on > date('now'))"
    " AND coalesce(member_until, member_since) "
)
_TAGGED = (
    "id {sign} (SELECT contact_id FROM contact_tag WHERE tag_id ="
    " (SELECT id FROM tag WHERE sort_key = 'benevole'))"
)
FILTERS = {
    "up_to_date_in = 2025": "member_years LIKE '%2025%'",
    "member_status = up_to_date": f"{_MEMBER} >= date('now', '30 days')",
    "member_status = late": f"{_MEMBER} < date('now', '-60 days')",
    "up_to_date_in = 2025 and up_to_date_in != 2026": (
        "member_years LIKE '%2025%' AND member_years NOT LIKE '%2026%'"
    ),
    "gifts > 100": "gift_cents > 10000",
    "gifts(2025) > 100": (
        "id IN (SELECT contact_id FROM gift_sum WHERE year = 2025 GROUP BY contact_id"
        " HAVING sum(cents) > 10000)"
    ),
    "gave_in = this_year": "last_gift_on >= strftime('%Y-01-01', 'now')",
    "department = 44": (
        "country = 'FR' AND length(postal_code) = 5"
        " AND postal_code >= '44' AND postal_code < '45'"
    ),
    "town = nantes": "city_key = 'nantes'",
    "tag = bénévole": _TAGGED.format(sign="IN"),
    "not tag = bénévole": _TAGGED.format(sign="NOT IN"),
    "newsletter = given": "consent_newsletter",
    "has_email": (
        "(email_key <> '' OR id IN (SELECT contact_id FROM contact_point WHERE kind = 'email'))"
    ),
    "kind = organisation": "kind = 'organisation'",
    "field(Taille) = M": (
        "id IN (SELECT contact_id FROM custom_value WHERE field_id = 1 AND text = 'M')"
    ),
    "member_status = up_to_date and department = 44 and not tag = bénévole": (
        f"{_MEMBER} >= date('now', '30 days') AND country = 'FR' AND length(postal_code) = 5"
        f" AND postal_code >= '44' AND postal_code < '45' AND {_TAGGED.format(sign='NOT IN')}"
    ),
}

_IDS = "SELECT id FROM contact WHERE state = 'active'{where} ORDER BY {order}"
_WORD = " AND search_text LIKE ? ESCAPE '\\'"
_PAGE_OF_LINES = (
    "SELECT id, kind, name, email, phone, postal_code, city, gift_cents, last_gift_on, state,"
    " number, member_since, member_until, member_left_on, birth_on"
    " FROM contact WHERE id IN ({marks})"
)
_TAGS = (
    "SELECT contact_id, name FROM contact_tag JOIN tag ON tag.id = tag_id"
    " WHERE contact_id IN ({marks}) ORDER BY contact_tag.id"
)
_VALUES = (
    "SELECT contact_id, field_id, text FROM custom_value JOIN custom_field"
    " ON custom_field.id = field_id WHERE contact_id IN ({marks}) AND is_listed"
)
_LINES = (_PAGE_OF_LINES, _TAGS, _VALUES)


class BareSql:
    """What a program without layers would do: the same statements, tuples as they come."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)

    def ids(
        self, where: str = "", order: str = "sort_key, id", values: Sequence[str] = ()
    ) -> list[int]:
        """Return the ids that fit, in order."""
        found = self.connection.execute(_IDS.format(where=where, order=order), values)
        return [key for (key,) in found.fetchall()]

    def first_page(
        self, where: str = "", order: str = "sort_key, id", values: Sequence[str] = ()
    ) -> list[Any]:
        """Return the ids that fit and the rows of the first page."""
        ids = self.ids(where, order, values)
        return [ids, self.lines(ids[:PAGE])]

    def search(self, text: str) -> list[Any]:
        """Return what the words of a search find."""
        words = fold(text).split()
        return self.first_page(_WORD * len(words), values=[f"%{word}%" for word in words])

    def lines(self, ids: list[int]) -> list[Any]:
        """Return the rows of a page, its tags and own fields, and the rules of statuses."""
        marks = ", ".join("?" * len(ids))
        read = self.connection.execute
        read("BEGIN")
        rows = [read(one.format(marks=marks), ids).fetchall() for one in _LINES]
        rows.append(read("SELECT * FROM member_rules").fetchall())
        read("COMMIT")
        return rows


def first_page(service: ContactService, wanted: ContactFilter) -> list[Any]:
    """Return the ids that fit and the lines of the first page, as the list of contacts does."""
    ids = service.ids(wanted)
    return [ids, service.lines(ids[:PAGE])]


def build(path: Path, contacts: int) -> None:
    """Make an office with gifts and memberships."""
    started = time.monotonic()
    services = create_database(path, signature("", Origin.COMMAND_LINE))
    made = services.demo.build(contacts, 2).value
    services.database.close()
    members = add_members(path, 3 * contacts)
    seconds = time.monotonic() - started
    print(
        f"{made.contacts} contacts, {made.payments} payments, {made.donations} gifts,"
        f" {members} memberships, built in {seconds:.0f} s"
    )


def report(name: str, ratios: Sequence[Ratio]) -> None:
    """Print the median, p95 and worst of a kind of query."""
    print(f"{name}, {len(ratios)} queries: ids and first page of {PAGE} lines")
    for share, title in ((0.5, "p50"), (0.95, "p95"), (1.0, "max")):
        bare = 1000 * quantile([ratio.bare for ratio in ratios], share)
        ours = 1000 * quantile([ratio.ours for ratio in ratios], share)
        quotient = quantile([ratio.quotient for ratio in ratios], share)
        print(
            f"  {title}: bare {bare:.1f} ms, ours {ours:.1f} ms (bar p95 50),"
            f" {title} of the ratios {quotient:.2f} (bar 1.7)"
        )


def measure_keystrokes(bare: BareSql, service: ContactService) -> list[Ratio]:
    """Print what a keystroke of a search costs."""
    ratios = []
    for text in KEYSTROKES:
        one, two = partial(bare.search, text), partial(first_page, service, ContactFilter(text))
        assert one()[0] == two()[0]
        ratios.append(median_ratio(in_turn(one, two, ROUNDS)))
    report("search, one keystroke", ratios)
    return ratios


def measure_sorts(bare: BareSql, service: ContactService) -> list[Ratio]:
    """Print what each order costs, up and down."""
    ratios = []
    for sort, column in SORTS.items():
        for descending in (False, True):
            terms = f"{column}sort_key, id".split(", ")
            order = ", ".join(f"{term}{' DESC' * descending}" for term in terms)
            one = partial(bare.first_page, "", order)
            wanted = ContactFilter(sort=sort, descending=descending)
            two = partial(first_page, service, wanted)
            assert one()[0] == two()[0], sort
            ratios.append(median_ratio(in_turn(one, two, ROUNDS)))
    report("the whole list, in each order", ratios)
    return ratios


def measure_filters(bare: BareSql, services: Services) -> list[Ratio]:
    """Print what common filters cost."""
    ratios = []
    for text, where in FILTERS.items():
        one = partial(bare.first_page, f" AND {where}")
        wanted = ContactFilter(condition=services.filters.parse(text))
        two = partial(first_page, services.contacts, wanted)
        found = two()[0]
        assert one()[0] == found, text
        ratio = median_ratio(in_turn(one, two, ROUNDS))
        print(
            f"  {text}: {len(found)} found, bare {1000 * ratio.bare:.1f} ms,"
            f" ours {1000 * ratio.ours:.1f} ms, ratio {ratio.quotient:.2f}"
        )
        ratios.append(ratio)
    report("filters", ratios)
    return ratios


def measure_pages(bare: BareSql, service: ContactService) -> None:
    """Print what a page costs, and the two hundredth against the first."""
    ids = service.ids(ContactFilter())
    pages = [ids[start : start + PAGE] for start in (0, 199 * PAGE, len(ids) - PAGE)]
    costs = []
    for page, name in zip(pages, ("1", "200", "last"), strict=True):
        ways = partial(bare.lines, page), partial(service.lines, page)
        ratio = median_ratio(in_turn(*ways, 4 * ROUNDS))
        costs.append(ratio.ours)
        print(
            f"page {name} of {PAGE} lines: bare {1000 * ratio.bare:.2f} ms,"
            f" ours {1000 * ratio.ours:.2f} ms, ratio {ratio.quotient:.2f} (bar 1.7)"
        )
    print(f"page 200 / page 1: {costs[1] / costs[0]:.2f} (bar 3)")


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
            ratios = measure_keystrokes(bare, services.contacts)
            ratios += measure_sorts(bare, services.contacts)
            ratios += measure_filters(bare, services)
            report("all together", ratios)
            measure_pages(bare, services.contacts)
        services.database.close()


if __name__ == "__main__":
    main()
