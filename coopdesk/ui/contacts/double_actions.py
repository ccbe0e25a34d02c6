"""What the list of contacts offers against doubles: look for them, merge two of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.ui.contacts.merging import ContactMerger
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.contacts import Contact
    from coopdesk.ui.page import Page
    from coopdesk.ui.record_list import RecordList

_PAIR = 2


class DoubleActions(QObject):
    """Makes the actions on a page; they follow what is selected in its list."""

    def __init__(self, page: Page, contacts: RecordList) -> None:
        super().__init__(page)
        self._desk = page.desk
        self._list = contacts
        self.merger = ContactMerger(page.desk, page)
        make = page.make_action
        self.find_action = make(_("Look for doubles…"), "users", self._on_find)
        self.merge_action = make(
            _("Merge the two…"), "git-merge", self._on_merge, keys="Ctrl+Shift+M"
        )
        self.merger.merged.connect(self._on_merged)
        page.add_more(self.find_action)
        page.add_more(self.merge_action)
        contacts.table.addAction(self.merge_action)
        contacts.selection_changed.connect(self._on_selection_changed)
        self._on_selection_changed()

    @Slot()
    def _on_selection_changed(self) -> None:
        self.merge_action.setEnabled(len(self._list.selected_ids) == _PAIR)

    @Slot()
    def _on_find(self) -> None:
        self._desk.navigator.open("duplicates")

    @Slot()
    def _on_merge(self) -> None:
        ids = self._list.selected_ids
        if len(ids) == _PAIR:
            self.merger.compare(*ids)

    @Slot(object)
    def _on_merged(self, contact: Contact) -> None:
        self._desk.navigator.open("contacts", contact.id)
