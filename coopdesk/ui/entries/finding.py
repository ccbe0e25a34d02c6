"""Entries as answers of Ctrl+K: by their words, an amount, or a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryFilter
from coopdesk.ui.desk import Hit
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.entries import EntryRow
    from coopdesk.ui.desk import Desk

_SHORTEST, _HITS = 3, 4


def find_entries(desk: Desk, text: str) -> list[Hit]:
    """Return the latest entries that match; runs on the worker."""
    wanted = text.strip()
    if len(wanted) < _SHORTEST:
        return []
    entries = desk.services.entries
    ids = entries.ids(EntryFilter(text=wanted), _HITS)
    return [
        Hit(row.label, _detail(row), "notebook", "accounts", ("entry", row.id))
        for row in entries.lines(ids)
    ]


def _detail(row: EntryRow) -> str:
    named = _("Draft entry") if row.number is None else _("Entry no. {number}")
    number = "" if row.number is None else number_text(row.number)
    said = named.format(number=number)
    return " · ".join((said, day_text(row.entry_on), money_text(row.amount)))
