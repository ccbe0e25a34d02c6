"""Follow the chain of entries of a fiscal year again, link by link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.storage.entry_words import link_hash, validated_in

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.domain.fiscal_years import FiscalYear


def broken_link(connection: Connection, year: FiscalYear) -> int | None:
    """Return the number of the first entry that the chain of a year does not hold.

    None when every link follows the one before and still says what was validated.
    """
    expected, previous = 1, ""
    for row, lines in validated_in(connection, year.id):
        found = link_hash(year.starts_on, row, lines)
        if (row.number, row.previous_hash, row.hash) != (expected, previous, found):
            return expected
        expected, previous = expected + 1, found
    return None
