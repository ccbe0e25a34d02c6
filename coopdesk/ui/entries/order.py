"""What the forms of entries begin with, and what they hand to the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.ui.entries.setting import BookSetting
from coopdesk.ui.widgets.contact_picker import Choice

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from coopdesk.domain.entries import Entry, EntryForm, NewEntry


@dataclass(frozen=True, slots=True)
class Remembered:
    """The last choices, which the next form begins with: they are safe defaults."""

    form: EntryForm
    treasury: str = ""
    journal: str = ""
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class EntryStart:
    """What a form shows first: a draft to change, or what a new one begins with."""

    setting: BookSetting = field(default_factory=BookSetting)
    entry: Entry | None = None
    remembered: Remembered | None = None

    def label_of(self, number: str) -> str:
        """Return what an account of the draft is called."""
        lines = () if self.entry is None else self.entry.lines
        known = (x.account_label for x in lines if x.content.account == number)
        return next(known, self.setting.labels.get(number, ""))

    def contact_of(self, contact_id: int | None) -> Choice | None:
        """Return a third party of the draft or of a model as a choice."""
        lines = () if self.entry is None else self.entry.lines
        for line in lines:
            if contact_id is not None and line.content.contact_id == contact_id:
                return Choice(contact_id, line.contact_name)
        name = self.setting.parties.get(contact_id or 0, "")
        return Choice(contact_id, name) if contact_id is not None and name else None


@dataclass(frozen=True, slots=True)
class EntryOrder:
    """An entry to keep as a draft, its vouchers, and the name of a model to make of it.

    ``validates`` wants it validated next, after the usual question.
    """

    entry: NewEntry
    paths: tuple[Path, ...] = ()
    model: str = ""
    validates: bool = False
