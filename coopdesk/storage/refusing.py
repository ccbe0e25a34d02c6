"""Triggers that refuse: the shape that all of them share."""

from __future__ import annotations


def refused(
    name: str, event: str, table: str, reason: str, condition: str = ""
) -> tuple[str, str]:
    """Return a trigger with its name: it aborts ``event`` on a table, where ``condition``."""
    when = f"WHEN {condition} " if condition else ""
    return name, (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
    )
