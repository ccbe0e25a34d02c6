"""What accounts and journals were called when a fiscal year was closed.

A file of entries says the same whenever it is written (LPF art. A47 A-1), and an association
may call an account otherwise later. The journal of operations knows what it was called before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

_CLOSED_BY = """
SELECT max(c.operation_id) FROM fiscal_year y
JOIN fiscal_year_event v ON v.fiscal_year_id = y.id AND v.kind = 'closed'
JOIN operation_change c
ON c.table_name = 'fiscal_year_event' AND c.row_id = v.id AND c.kind = 'insert'
WHERE y.id = ? AND y.state = 'closed'
"""
# The newest first: the first change after the closing has the last word.
_ACCOUNTS = """
SELECT a.number, json_extract(c.before, '$.label') FROM operation_change c
JOIN account a ON a.id = c.row_id
WHERE c.table_name = 'account' AND c.kind = 'update' AND c.operation_id > ?
AND json_extract(c.before, '$.label') IS NOT NULL ORDER BY c.id DESC
"""
_JOURNALS = """
SELECT j.code, json_extract(c.before, '$.name') FROM operation_change c
JOIN journal j ON j.id = c.row_id
WHERE c.table_name = 'journal' AND c.kind = 'update' AND c.operation_id > ?
AND json_extract(c.before, '$.name') IS NOT NULL ORDER BY c.id DESC
"""


class ClosingNames(NamedTuple):
    """The former names of what was renamed since, by number and by code."""

    accounts: Mapping[str, str]
    journals: Mapping[str, str]


def closing_names(connection: Connection, fiscal_year_id: int) -> ClosingNames:
    """Return what was renamed since a year was closed; nothing for an open one."""
    closed_by = connection.exec_driver_sql(_CLOSED_BY, (fiscal_year_id,)).scalar()
    if closed_by is None:
        return ClosingNames({}, {})
    accounts = connection.exec_driver_sql(_ACCOUNTS, (closed_by,))
    journals = connection.exec_driver_sql(_JOURNALS, (closed_by,))
    return ClosingNames(dict(map(tuple, accounts)), dict(map(tuple, journals)))
