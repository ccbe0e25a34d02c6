"""The accounts that the program proposes for automatic entries."""

from __future__ import annotations

import tomllib
from functools import cache

from coopdesk.domain.booking import BookingKey, BookingRule
from coopdesk.domain.errors import ExternalError
from coopdesk.system.paths import database_files

_NAME = "booking_rules.toml"


@cache
def shipped_rules() -> tuple[BookingRule, ...]:
    """Return the usual account for every key, in the order in which settings show them.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    path = database_files() / "seed" / _NAME
    if not path.exists():
        raise ExternalError("texts.missing", name=_NAME)
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    return tuple(
        BookingRule(
            BookingKey(entry["key"]), entry["account"], own_label=entry.get("label", "")
        )
        for entry in entries
    )
