"""Writes the entries of the inventory: once for each year and role of what they come from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.entries import NewEntry
    from coopdesk.storage.source_entries import SourceEntry
    from coopdesk.storage.unit_of_work import Work


def ready(work: Work, new: NewEntry) -> NewEntry:
    """Return an entry that the books take: its label cut to size, its accounts in the chart.

    Raises:
        RuleError: ``account.not_known``.
    """
    for line in new.lines:
        work.chart.take(line.account)
    return replace(new, label=new.label[:LABEL_LIMIT])


def place(
    work: Work, known: Sequence[SourceEntry], role: str, wanted: NewEntry | None
) -> int | None:
    """Make the one entry of a role what it should be; return its id, None without one.

    ``known`` are the entries of the source in that year. A draft is changed or removed; a
    validated entry of the same amount stays.

    Raises:
        RuleError: ``inventory.validated_otherwise``: it is to be reversed first.
    """
    same = [one for one in known if one.role == role]
    if any(one.is_validated for one in same):
        found = next(one for one in same if one.is_validated)
        if wanted is None or wanted.debit != found.amount:
            raise RuleError("inventory.validated_otherwise", amount=found.amount)
        return found.id
    if wanted is None:
        work.entries.remove([one.id for one in same])
        return None
    if not same:
        return work.entries.add(ready(work, wanted))
    work.entries.change(same[0].id, ready(work, wanted))
    return same[0].id
