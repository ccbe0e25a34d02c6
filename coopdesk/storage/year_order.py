"""Fiscal years follow each other without a gap, whatever is taken back or done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from sqlalchemy import Connection

YEARS_APART = """
SELECT y.label FROM fiscal_year y WHERE y.starts_on > (SELECT min(starts_on) FROM fiscal_year)
AND NOT EXISTS (SELECT 1 FROM fiscal_year b WHERE b.ends_on = date(y.starts_on, '-1 day'))
OR EXISTS (SELECT 1 FROM fiscal_year o WHERE o.id <> y.id
AND o.starts_on <= y.ends_on AND o.ends_on >= y.starts_on)
"""


def refuse_years_apart(connection: Connection) -> None:
    """Refuse an undoing after which days between two years would belong to none.

    Raises:
        RuleError: ``operation.rested_on``.
    """
    if connection.exec_driver_sql(YEARS_APART).first() is not None:
        raise RuleError("operation.rested_on", table="fiscal_year", by="fiscal_year")
