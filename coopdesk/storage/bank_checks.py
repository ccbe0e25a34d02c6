"""Check bank statements: lines lie with their account, matches add up and name its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.checks import Finding
from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from sqlalchemy import Connection

# A line of a statement of another account would be counted in the wrong balance.
_LINES_ASTRAY = """
SELECT l.id, l.label FROM statement_line l
JOIN bank_statement s ON s.id = l.statement_id WHERE s.bank_account_id <> l.bank_account_id
"""
_MORE_THAN_THE_LINE = """
SELECT l.id, l.label FROM statement_line l
JOIN (SELECT statement_line_id, sum(amount_cents) AS cents, count(*) AS matches
FROM statement_match GROUP BY statement_line_id) m ON m.statement_line_id = l.id
WHERE abs(m.cents) > abs(l.amount_cents) OR m.cents * l.amount_cents < 0
OR m.cents = 0 OR l.set_aside
"""
# What an entry moves on the account of the books is all that lines can be of it, and its way.
_MORE_THAN_THE_ENTRY = """
SELECT id, label FROM (
SELECT l.id, l.label, sum(m.amount_cents) AS matched, coalesce(
(SELECT sum(e.debit_cents - e.credit_cents) FROM entry_line e
WHERE e.entry_id = m.entry_id AND e.account_id = b.account_id), 0) AS moved
FROM statement_match m JOIN statement_line l ON l.id = m.statement_line_id
JOIN bank_account b ON b.id = l.bank_account_id
WHERE m.entry_id IS NOT NULL GROUP BY m.entry_id, b.id)
WHERE matched * moved <= 0 OR abs(matched) > abs(moved)
"""
_MORE_THAN_THE_PAYMENT = """
SELECT id, label FROM (
SELECT l.id, l.label, sum(m.amount_cents) AS matched,
(CASE p.direction WHEN 'out' THEN -p.amount_cents ELSE p.amount_cents END)
- p.fee_cents AS moved
FROM statement_match m JOIN statement_line l ON l.id = m.statement_line_id
JOIN payment p ON p.id = m.payment_id GROUP BY p.id)
WHERE matched * moved <= 0 OR abs(matched) > abs(moved)
"""
_LOOKS = (
    ("check.bank_line_astray", _LINES_ASTRAY),
    ("check.match_line", _MORE_THAN_THE_LINE),
    ("check.match_entry", _MORE_THAN_THE_ENTRY),
    ("check.match_payment", _MORE_THAN_THE_PAYMENT),
)

# Whatever changes here may make matches untrue that were made since.
MATCHED_TABLES = frozenset({"entry_line", "payment", "statement_line", "statement_match"})


def check_bank(connection: Connection) -> Iterator[Finding]:
    """Find lines of statements that lie wrong, and matches that cannot be true."""
    for code, query in _LOOKS:
        for row in connection.exec_driver_sql(query):
            yield Finding(code, {"id": row.id, "label": row.label})


def matches_astray(connection: Connection) -> frozenset[tuple[str, str, str]]:
    """Return code, line and label of matches that cannot be true, as they are now."""
    return frozenset(
        (one.code, str(one.values["id"]), str(one.values["label"]))
        for one in check_bank(connection)
    )


def refuse_matches_astray(connection: Connection, before: Set[tuple[str, str, str]]) -> None:
    """Refuse to take back what lines of the bank were matched or set aside upon since.

    No key of the schema tells it: a line would be matched twice, or with more than there is.

    Raises:
        RuleError: ``operation.bank_line_since``.
    """
    for _code, _line_id, label in sorted(matches_astray(connection) - before):
        raise RuleError("operation.bank_line_since", label=label)
