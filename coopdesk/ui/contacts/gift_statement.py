"""Writes what somebody gave over the years as a paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.text import fold
from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.contacts import Contact
    from coopdesk.services.progress import Progress
    from coopdesk.ui.file_writing import Written
    from coopdesk.ui.page import Page


class GiftStatement(QObject):
    """The action *Statement of gifts* of a page; ``chosen_ids`` says whose."""

    def __init__(self, page: Page, chosen_ids: Callable[[], Sequence[int]]) -> None:
        super().__init__(page)
        self._desk = page.desk
        self._chosen_ids = chosen_ids
        self.writing = FileWriting(page.desk, page, "statements")
        self.writing.written.connect(self._on_written)
        self.action = page.make_action(_("Statement of gifts…"), "list-bullets", self._on_asked)

    @Slot()
    def _on_asked(self) -> None:
        ids = self._chosen_ids()
        if ids:
            read = partial(self._desk.services.contacts.get, ids[0])
            self._desk.tasks.query(self, read, self._ask, replaces="statement")

    def _ask(self, contact: Contact) -> None:
        name = "-".join(word for word in fold(contact.display_name).split() if word.isalnum())
        file_name = _("gifts-{name}").format(name=name or contact.id)

        def write(path: Path, _progress: Progress) -> Path:
            return self._desk.services.statements.write(contact.id, path)

        title = _("Statement of gifts: {name}").format(name=contact.display_name)
        self.writing.ask(FileJob(title, f"{file_name}.pdf", _("PDF document"), write))

    @Slot(object)
    def _on_written(self, written: Written) -> None:
        self._desk.feedback.tell(_("{name} is written").format(name=written.path.name))
