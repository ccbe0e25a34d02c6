"""Writes what the inventory keeps: its ties checked, each entry once for its year and role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.services.contact_rules import who_pays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed import DataclassInstance

    from coopdesk.domain.entries import NewEntry
    from coopdesk.storage.source_entries import SourceEntry
    from coopdesk.storage.unit_of_work import Work


Tied = TypeVar("Tied", bound="DataclassInstance")


def tied(work: Work, new: Tied) -> Tied:
    """Return a record whose contact is who it is by now, after merges.

    Raises:
        NotFoundError: its contact, activity or grant is gone.
    """
    said: dict[str, Any] = {
        name: who_pays(work, getattr(new, name))
        for name in ("contact_id", "funder_id")
        if hasattr(new, name)
    }
    activity_id, grant_id = (
        getattr(new, name, None) for name in ("activity_id", "grant_award_id")
    )
    if activity_id is not None:
        work.activities.get(activity_id)
    if grant_id is not None:
        work.grants.get(grant_id)
    return replace(new, **said)


def ready(work: Work, new: NewEntry) -> NewEntry:
    """Return an entry that the books take: its label cut to size, its accounts in the chart.

    Its third parties are who they are by now, after merges.

    Raises:
        RuleError: ``account.not_known``. NotFoundError: a contact, activity or grant is gone.
    """
    for line in new.lines:
        work.chart.take(line.account)
    lines = tuple(tied(work, line) for line in new.lines)
    return replace(new, label=new.label[:LABEL_LIMIT], lines=lines)


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
