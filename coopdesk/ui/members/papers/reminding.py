"""Reminds members: asks whom and how, then has letters or drafts written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from coopdesk.ui.file_writing import FileJob
from coopdesk.ui.members.papers.left_out import left_out_list, left_out_text
from coopdesk.ui.members.papers.reminder_dialog import ReminderDialog
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.services.outcome import Outcome
    from coopdesk.services.paper_runs import PaperRun
    from coopdesk.services.progress import Progress
    from coopdesk.services.reminders import EmailRun
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.file_writing import FileWriting
    from coopdesk.ui.members.papers.reminder_dialog import ReminderOrder


class Reminding(QObject):
    """Letters go through ``writing``; drafts of e-mails into a folder."""

    drafted = Signal(str, str, object, str)  # said, detail, folder, everybody left out

    def __init__(self, desk: Desk, window: QWidget, writing: FileWriting) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._writing = writing
        self._order: ReminderOrder | None = None
        self.dialog: ReminderDialog | None = None
        self.chooser: QFileDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Show who is to be reminded, and ask."""
        if self.dialog is None:
            self.dialog = ReminderDialog(self._desk, self._window)
            self.dialog.submitted.connect(self._on_order)
            self.dialog.finished.connect(self._on_finished)
            self.dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot(object)
    def _on_order(self, order: ReminderOrder) -> None:
        self._order = order
        if not order.by_post:
            self._ask_folder()
            return
        job = FileJob(
            title=_("Reminder letters"),
            name=_("reminders") + ".pdf",
            kind=_("PDF file"),
            write=partial(self._write_letters, order),
            counted=_letters,
        )
        self._writing.ask(job)

    def _write_letters(
        self, order: ReminderOrder, path: Path, progress: Progress
    ) -> Outcome[PaperRun]:
        reminders = self._desk.services.reminders
        return reminders.write_letters(order.degree, order.membership_ids, path, progress)

    # e-mails

    def _ask_folder(self) -> None:
        folder = str(self._writing.folder())
        chooser = QFileDialog(self._window, _("Folder of the drafts"), folder)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self._on_folder)
        chooser.finished.connect(self._on_chooser_finished)
        chooser.open()
        self.chooser = chooser

    @Slot()
    def _on_chooser_finished(self) -> None:
        self.chooser = None

    @Slot(str)
    def _on_folder(self, name: str) -> None:
        if self._order is not None:
            self.write_drafts(self._order, Path(name))

    def write_drafts(self, order: ReminderOrder, folder: Path) -> None:
        """Write the drafts of the e-mails into a folder."""
        self._writing.remember(folder)
        write = self._desk.services.reminders.write_emails
        self._desk.tasks.job(
            self,
            _("Preparing e-mails"),
            partial(write, order.degree, order.membership_ids, folder),
            self._on_drafted,
        )

    def _on_drafted(self, run: EmailRun) -> None:
        count = len(run.drafts)
        text = ngettext("{count} draft of an e-mail", "{count} drafts of e-mails", count)
        details = [_("Open each one in your mail program and send it.")]
        if run.addresses is not None:
            details.append(
                _("The list of addresses is in {name}.").format(name=run.addresses.name)
            )
        details.append(left_out_text(run.left_out))
        if run.not_listed:
            said = _("Not on the list of addresses: {count}.")
            details.append(said.format(count=number_text(len(run.not_listed))))
        everybody = left_out_list((*run.left_out, *run.not_listed))
        self.drafted.emit(
            text.format(count=number_text(count)),
            " ".join(detail for detail in details if detail),
            run.folder,
            everybody,
        )


def _letters(count: int) -> str:
    text = ngettext("{count} letter", "{count} letters", count)
    return text.format(count=number_text(count))
