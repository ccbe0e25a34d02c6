"""Entries as answers of Ctrl+K: by their words, an amount, or a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.entry_numbers import typed_number
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.text import fold
from coopdesk.ui.desk import Hit
from coopdesk.ui.entries.form_words import FORM_TITLES
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.entries import EntryRow
    from coopdesk.ui.desk import Desk

_SHORTEST, _HITS = 3, 4


def find_entries(desk: Desk, text: str) -> list[Hit]:
    """Return forms, then entries of a number or a voucher, then the latest; on the worker."""
    wanted = text.strip()
    entries = desk.services.entries
    ids = _named_ids(desk, wanted)
    if len(wanted) >= _SHORTEST and len(ids) < _HITS:
        ids += entries.ids(EntryFilter(text=wanted), _HITS)
    ids = list(dict.fromkeys(ids))[:_HITS]
    found = [
        Hit(row.label, _detail(row), "notebook", "accounts", ("entry", row.id))
        for row in entries.lines(ids)
    ]
    return [*_forms(wanted), *found]


def _forms(text: str) -> list[Hit]:
    """Return the simple forms whose title has every word typed."""
    words = fold(text).split() if len(text) >= _SHORTEST else []
    titles = {form: title() for form, title in FORM_TITLES.items()}
    return [
        Hit(title, _("New entry"), "plus", "accounts", ("new_entry", form))
        for form, title in titles.items()
        if words and all(word in fold(title) for word in words)
    ]


def _named_ids(desk: Desk, text: str) -> list[int]:
    """Return the entries whose number or voucher was typed, the latest first."""
    entries, found = desk.services.entries, []
    said = typed_number(text)
    if said is not None:
        try:
            year = desk.services.fiscal_years.named(said.year).id if said.year else None
        except NotFoundError:
            return []
        of_number = EntryFilter(fiscal_year_id=year, number=said.number)
        found += entries.ids(of_number, _HITS)
    return found + (entries.ids(EntryFilter(voucher=text), _HITS) if text else [])


def _detail(row: EntryRow) -> str:
    named = _("Draft entry") if row.number is None else _("Entry no. {number}")
    number = "" if row.number is None else number_text(row.number)
    said = named.format(number=number)
    return " · ".join((said, day_text(row.entry_on), money_text(row.moved)))
