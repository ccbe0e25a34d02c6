"""Prints labels, lists and cards for the contacts of the list, and tells how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.ui.members.papers.bar import PaperBar
from coopdesk.ui.members.papers.making import PaperMaking
from coopdesk.ui.page import Role
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.contacts.narrowing import Narrowing
    from coopdesk.ui.page import Page
    from coopdesk.ui.record_list import RecordList


class ContactPrinting(QObject):
    """The action *Print* of a page of contacts and the bar beneath its list."""

    def __init__(self, page: Page, records: RecordList, narrowing: Narrowing) -> None:
        super().__init__(page)
        self._feedback = page.desk.feedback
        self._list = records
        self._narrowing = narrowing
        self.papers = PaperMaking(page.desk, page)
        self.bar = PaperBar()
        self.print_action = page.make_action(
            _("Print labels, lists, cards…"), "printer", self._on_print, Role.PRINT
        )
        page.add_more(self.print_action)
        page.body.addWidget(self.bar)
        self.papers.writing.tell_in(self.bar)
        self.bar.left_out_requested.connect(self._on_left_out)

    @Slot()
    def _on_print(self) -> None:
        listed = tuple(int(key) for key in self._list.model.ids)
        self.papers.ask_for_contacts(listed, self._list.selected_ids, self._narrowing.words)

    @Slot(str)
    def _on_left_out(self, names: str) -> None:
        self._feedback.inform(_("Left out"), names)
