"""Check the books: numbers, the chain of each fiscal year, sums, kept copies, closings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.checks import Finding
from coopdesk.storage.book_sums import SUMS_THAT_DIFFER
from coopdesk.storage.columns import table_of
from coopdesk.storage.entry_words import link_hash, validated_in
from coopdesk.storage.tables import EntryRow, FiscalYearRow
from coopdesk.storage.year_order import YEARS_APART

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Connection, Row

    from coopdesk.domain.entry_chain import SaidLine

_entry = table_of(EntryRow)
_year = table_of(FiscalYearRow)

_UNBALANCED = """
SELECT e.id, e.label FROM entry e LEFT JOIN entry_line l ON l.entry_id = e.id
GROUP BY e.id HAVING count(l.id) < 2 OR sum(l.debit_cents) <> sum(l.credit_cents)
OR sum(l.debit_cents) <> e.amount_cents
"""
_COPIES_THAT_DIFFER = """
SELECT e.id, e.label FROM entry_line l JOIN entry e ON e.id = l.entry_id
WHERE l.fiscal_year_id <> e.fiscal_year_id OR l.entry_on <> e.entry_on
OR l.is_validated <> (e.state = 'validated') GROUP BY e.id
"""
_WRONG_STATE = """
SELECT id, label FROM entry WHERE (state = 'validated') <> (number IS NOT NULL)
OR (state = 'draft' AND (hash <> '' OR salt <> '' OR validated_at IS NOT NULL))
"""
_OUTSIDE_YEAR = """
SELECT e.id, e.label FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id
WHERE e.entry_on NOT BETWEEN y.starts_on AND y.ends_on
OR (y.state = 'closed' AND e.state = 'draft')
"""
# A reversal takes back what its entry said, account by account.
_REVERSALS_THAT_DIFFER = """
SELECT r.id, r.label FROM entry r JOIN entry e ON e.id = r.reverses_id
JOIN entry_line l ON l.entry_id IN (r.id, e.id) WHERE r.state = 'validated'
GROUP BY r.id, l.account_id HAVING sum(l.debit_cents - l.credit_cents) <> 0
"""
_MATCHINGS_THAT_DIFFER = """
SELECT a.number, l.matching FROM entry_line l JOIN account a ON a.id = l.account_id
WHERE l.matching <> '' GROUP BY l.account_id, l.matching
HAVING count(*) < 2 OR sum(l.debit_cents) <> sum(l.credit_cents)
"""
_LAST_DECISION = """
SELECT kind FROM fiscal_year_event WHERE fiscal_year_id = y.id AND kind <> 'allocated'
ORDER BY id DESC LIMIT 1
"""
_STATE_UNSAID = f"""
SELECT y.label FROM fiscal_year y
WHERE (y.state = 'closed') <> (coalesce(({_LAST_DECISION}), '') = 'closed')
"""  # noqa: S608 (our own text)
# What was noted at a decision is still the head of the chain at that length.
_HEADS_THAT_DIFFER = """
SELECT y.label FROM fiscal_year_event v JOIN fiscal_year y ON y.id = v.fiscal_year_id
LEFT JOIN entry e ON e.fiscal_year_id = y.id AND e.number = v.entry_count
WHERE coalesce(e.hash, '') <> v.head_hash
"""
# Nothing came after the closing that counts.
_LATER_THAN_CLOSING = """
SELECT y.label FROM fiscal_year y JOIN fiscal_year_event v ON v.id =
(SELECT max(id) FROM fiscal_year_event WHERE fiscal_year_id = y.id AND kind = 'closed')
WHERE y.state = 'closed'
AND v.entry_count <> (SELECT count(*) FROM entry WHERE fiscal_year_id = y.id)
"""
# What the journal of operations saw validated is there, with the same link.
_LOST = """
SELECT json_extract(c.after, '$.number') AS number, json_extract(c.after, '$.hash') AS hash
FROM operation_change c LEFT JOIN entry e ON e.id = c.row_id
WHERE c.table_name = 'entry' AND c.kind = 'update'
AND json_extract(c.after, '$.state') = 'validated'
AND (e.id IS NULL OR e.hash <> json_extract(c.after, '$.hash'))
"""
# A closing or reopening that nobody should know of any more.
_DECISIONS_LOST = """
SELECT c.row_id FROM operation_change c LEFT JOIN fiscal_year_event v ON v.id = c.row_id
WHERE c.table_name = 'fiscal_year_event' AND c.kind = 'insert' AND v.id IS NULL
"""
_BY_ENTRY = (
    ("check.entry_unbalanced", _UNBALANCED),
    ("check.entry_copies", _COPIES_THAT_DIFFER),
    ("check.entry_state", _WRONG_STATE),
    ("check.entry_outside_year", _OUTSIDE_YEAR),
    ("check.reversal_differs", _REVERSALS_THAT_DIFFER),
)
_BY_YEAR = (
    ("check.years_apart", YEARS_APART),
    ("check.year_state", _STATE_UNSAID),
    ("check.year_head", _HEADS_THAT_DIFFER),
    ("check.year_later", _LATER_THAN_CLOSING),
)


def check_entries(
    connection: Connection, advance: Callable[[int, int], None]
) -> Iterator[Finding]:
    """Look at every validated entry in the order of the chains, then at sums and years.

    ``advance`` is told (done, total) in entries; it may raise to stop.
    """
    yield from _chains(connection, advance)
    for code, query in _BY_ENTRY:
        rows = connection.exec_driver_sql(query)
        for entry_id, name in {row.id: row.label for row in rows}.items():
            yield Finding(code, {"id": entry_id, "name": name})
    for code, query in _BY_YEAR:
        for name in dict.fromkeys(connection.exec_driver_sql(query).scalars()):
            yield Finding(code, {"name": name})
    yield from _lost(connection)
    for row in connection.exec_driver_sql(_MATCHINGS_THAT_DIFFER):
        yield Finding("check.matching", {"number": row.number, "letters": row.matching})
    for number in dict.fromkeys(connection.exec_driver_sql(SUMS_THAT_DIFFER).scalars()):
        yield Finding("check.account_sum", {"number": number or "?"})


def _lost(connection: Connection) -> Iterator[Finding]:
    for row in connection.exec_driver_sql(_LOST):
        yield Finding("check.entry_lost", {"number": row.number})
    for key in connection.exec_driver_sql(_DECISIONS_LOST).scalars():
        yield Finding("check.decision_lost", {"id": key})


def _chains(connection: Connection, advance: Callable[[int, int], None]) -> Iterator[Finding]:
    counted = select(func.count()).where(_entry.c.number.is_not(None))
    total = connection.execute(counted).scalar_one()
    done = 0
    for year in connection.execute(select(_year).order_by(_year.c.starts_on)).all():
        expected, previous = 1, ""
        for row, lines in validated_in(connection, year.id):
            for number in range(expected, min(row.number, expected + 10)):
                yield Finding("check.entry_gap", {"name": year.label, "number": number})
            for code in _wrong_with(year, row, lines, previous):
                yield Finding(code, {"name": year.label, "number": row.number})
            expected, previous = row.number + 1, row.hash
            done += 1
            advance(done, total)


def _wrong_with(
    year: Row[Any], row: Row[Any], lines: Sequence[SaidLine], previous: str
) -> Iterator[str]:
    if row.previous_hash != previous:
        yield "check.entry_chain"
    if row.hash != link_hash(year.starts_on, row, lines):
        yield "check.entry_changed"
