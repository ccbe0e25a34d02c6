"""Models of entries that come again: everything but the day, under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryForm, NewEntry, NewEntryLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.text import checked_line

if TYPE_CHECKING:
    import datetime as dt

NAME_LIMIT = 80
# Saved by a newer program, or by hand: what cannot be read is left out.
_Content = dict[str, object]


@dataclass(frozen=True, slots=True)
class EntryTemplate:
    """A model; the days of its entry mean nothing."""

    id: int
    name: str
    entry: NewEntry


def checked_name(text: str) -> str:
    """Return the name of a model.

    Raises:
        RuleError: ``entry.template_unnamed`` or ``text.too_long``.
    """
    name = checked_line(text, "name", NAME_LIMIT)
    if not name:
        raise RuleError("entry.template_unnamed", field="name")
    return name


def content_of(entry: NewEntry) -> _Content:
    """Return what a model keeps of an entry, in terms of JSON; amounts in cents."""
    return {
        "journal": entry.journal,
        "label": entry.label,
        "note": entry.note,
        "lines": [
            {
                "account": line.account,
                "debit": line.debit.cents,
                "credit": line.credit.cents,
                "label": line.label,
                "contact": line.contact_id,
                "activity": line.activity_id,
            }
            for line in entry.lines
        ],
    }


def entry_of_content(form: str, content: _Content, day: dt.date) -> NewEntry:
    """Return the entry that a model stands for, on a day."""
    lines = content.get("lines")
    known = [kind for kind in EntryForm if kind.value == form]
    return NewEntry(
        journal=_text(content.get("journal")),
        entry_on=day,
        label=_text(content.get("label")),
        lines=tuple(map(_line, lines)) if isinstance(lines, list) else (),
        form=known[0] if known else EntryForm.GRID,
        note=_text(content.get("note")),
    )


def _line(said: object) -> NewEntryLine:
    known = said if isinstance(said, dict) else {}
    return NewEntryLine(
        account=_text(known.get("account")),
        debit=Money(_whole(known.get("debit")) or 0),
        credit=Money(_whole(known.get("credit")) or 0),
        label=_text(known.get("label")),
        contact_id=_whole(known.get("contact")),
        activity_id=_whole(known.get("activity")),
    )


def _text(said: object) -> str:
    return said if isinstance(said, str) else ""


def _whole(said: object) -> int | None:
    return said if isinstance(said, int) else None
