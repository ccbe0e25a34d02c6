"""Reminds members: asks whom and how, then has letters or drafts written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.ui.mailing import Mailing
from coopdesk.ui.members.papers.reminder_dialog import ReminderDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.services.outcome import Outcome
    from coopdesk.services.paper_runs import PaperRun
    from coopdesk.services.progress import Progress
    from coopdesk.services.reminders import EmailRun
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.file_writing import FileWriting
    from coopdesk.ui.mailing_dialog import MailingOrder


class Reminding(Mailing):
    """Over the page of members, which tells how it went."""

    def __init__(self, desk: Desk, window: QWidget, writing: FileWriting) -> None:
        super().__init__(desk, window, writing)
        self.title = _("Reminder letters")
        self.file_name = _("reminders") + ".pdf"

    @Slot()
    def ask(self) -> None:
        """Show who is to be reminded, and ask."""
        if self.dialog is None:
            self.open(ReminderDialog(self._desk, self._window))

    @override
    def write_letters(
        self, order: MailingOrder, path: Path, progress: Progress
    ) -> Outcome[PaperRun]:
        reminders = self._desk.services.reminders
        return reminders.write_letters(order.place, order.keys, path, progress)

    @override
    def write_emails(
        self, order: MailingOrder, folder: Path, progress: Progress
    ) -> Outcome[EmailRun]:
        reminders = self._desk.services.reminders
        return reminders.write_emails(order.place, order.keys, folder, progress)
