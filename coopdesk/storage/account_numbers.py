"""Accounts by their numbers, for the stores whose rows name them by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from coopdesk.domain.errors import RuleError
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import AccountRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

_account = table_of(AccountRow)


def account_id(connection: Connection, number: str, field: str = "account") -> int:
    """Return the id of an account of the chart.

    Raises:
        RuleError: ``account.unknown``, with the field that named it.
    """
    query = select(_account.c.id).where(_account.c.number == number)
    found = connection.execute(query).scalar()
    if found is None:
        raise RuleError("account.unknown", field=field, account=number)
    return int(found)


def optional_account_id(connection: Connection, number: str, field: str) -> int | None:
    """Return the id of an account, None for no number; raises as ``account_id``."""
    return account_id(connection, number, field) if number else None


def account_labels(connection: Connection) -> dict[str, str]:
    """Return the label of each account of the chart, by number."""
    query = select(_account.c.number, _account.c.label)
    return {row.number: row.label for row in connection.execute(query)}
