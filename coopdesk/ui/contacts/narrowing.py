"""What narrows the list of contacts: words, chips of kinds and states, filters."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactFilter, ContactKind
from coopdesk.ui.contacts.filter_bar import FilterBar
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contact_conditions import Condition
    from coopdesk.ui.desk import Desk


class Shown(enum.Enum):
    """The kinds and states of which one is shown."""

    ALL = "all"
    PERSONS = "persons"
    ORGANISATIONS = "organisations"
    ARCHIVED = "archived"
    BINNED = "binned"


_STATES = {Shown.ARCHIVED: ContactState.ARCHIVED, Shown.BINNED: ContactState.BINNED}
_KINDS = {Shown.PERSONS: ContactKind.PERSON, Shown.ORGANISATIONS: ContactKind.ORGANISATION}


class Narrowing(QObject):
    """Says which contacts the list shows; ``changed`` when the person narrowed otherwise."""

    changed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.search = SearchField(_("Search a name, an e-mail, a phone, a town…"))
        self.shown = ChoiceChips(
            _("Show"),
            [
                (Shown.ALL, _("All")),
                (Shown.PERSONS, _("Persons")),
                (Shown.ORGANISATIONS, _("Organisations")),
                (Shown.ARCHIVED, _("Archived")),
                (Shown.BINNED, _("Bin")),
            ],
        )
        self.filters = FilterBar(desk, page, self.wanted)
        self.search.searched.connect(self.changed)
        self.shown.chosen.connect(self.changed)
        self.filters.changed.connect(self.changed)

    def wanted(self, sort: str = "name", *, descending: bool = False) -> ContactFilter:
        """Return what the list shows, in an order."""
        shown = self.shown.key
        return ContactFilter(
            text=self.search.text().strip(),
            kind=_KINDS.get(shown),
            state=_STATES.get(shown, ContactState.ACTIVE),
            condition=self.filters.condition,
            sort=sort,
            descending=descending,
        )

    @property
    def words(self) -> str:
        """What narrows the list, in plain words; empty for everybody."""
        chip = "" if self.shown.key is Shown.ALL else self.shown.chip(self.shown.key).text()
        parts = (self.search.text().strip(), chip, self.filters.words)
        return " · ".join(part for part in parts if part)

    def count_text(self, found: int, count: int) -> str:
        """Say how many are found, and among how many when the list is narrowed."""
        shown = self.shown.key
        if shown is Shown.ARCHIVED:
            said = ngettext("{found} archived contact", "{found} archived contacts", found)
        elif shown is Shown.BINNED:
            said = ngettext("{found} contact in the bin", "{found} contacts in the bin", found)
        elif self.words:
            said = ngettext("{found} contact of {count}", "{found} contacts of {count}", found)
        else:
            said = ngettext("{count} contact", "{count} contacts", count) if count else ""
        return said.format(found=number_text(found), count=number_text(count))

    def clear(self) -> None:
        """Show everybody who is active."""
        self.shown.choose(Shown.ALL)
        self.filters.clear()
        self.search.clear()

    def show_condition(self, condition: Condition) -> None:
        """Show whom a condition finds, and nothing else."""
        self.clear()
        self.filters.show_condition(condition)

    def show_state(self, state: ContactState) -> bool:
        """Choose the chip of a state; return whether there is one."""
        chips = [chip for chip, known in _STATES.items() if known is state]
        for chip in chips:
            self.shown.choose(chip)
        return bool(chips)

    def set_covered(self, *, covered: bool) -> None:
        """Hide it all while a record stands in place of the list."""
        self.search.setVisible(not covered)
        self.shown.setVisible(not covered)
        self.filters.set_covered(covered=covered)
