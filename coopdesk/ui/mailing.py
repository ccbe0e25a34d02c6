"""Writes to many: asks whom and how, then has letters or drafts of e-mails written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from coopdesk.ui.file_writing import FileJob
from coopdesk.ui.members.papers.left_out import left_out_list, left_out_text
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
    from coopdesk.ui.mailing_dialog import MailingOrder, OrderDialog


class Mailing(QObject):
    """Letters go through ``writing``; drafts of e-mails into a folder.

    The dialog stays, with who was taken out, until it is known where the files go.
    """

    drafted = Signal(str, str, object, str)  # said, detail, folder, everybody left out

    # What a mailing of this shape is called, and how its file of letters is.
    title = ""
    file_name = ""

    def __init__(self, desk: Desk, window: QWidget, writing: FileWriting) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.writing = writing
        self._order: MailingOrder | None = None
        self.dialog: OrderDialog | None = None
        self.chooser: QFileDialog | None = None
        writing.started.connect(self.end_asking)

    # what a mailing of this shape writes; both on the worker

    def write_letters(
        self, order: MailingOrder, path: Path, progress: Progress
    ) -> Outcome[PaperRun]:
        """Write the letters that are asked for into one file."""
        raise NotImplementedError

    def write_emails(
        self, order: MailingOrder, folder: Path, progress: Progress
    ) -> Outcome[EmailRun]:
        """Write the drafts that are asked for into a folder."""
        raise NotImplementedError

    # the dialog

    def open(self, dialog: OrderDialog) -> None:
        """Ask whom and how."""
        self.dialog = dialog
        dialog.submitted.connect(self._on_order)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot()
    def end_asking(self) -> None:
        """Close the dialog: it is known where the files go."""
        if self.dialog is not None:
            self.dialog.accept()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot(object)
    def _on_order(self, order: MailingOrder) -> None:
        self._order = order
        if not order.by_post:
            self._ask_folder()
            return
        job = FileJob(
            title=self.title,
            name=self.file_name,
            kind=_("PDF file"),
            write=partial(self.write_letters, order),
            counted=_counted,
        )
        self.writing.ask(job, over=self.dialog)

    # e-mails

    def _ask_folder(self) -> None:
        over = self.dialog or self._window
        chooser = QFileDialog(over, _("Folder of the drafts"), str(self.writing.folder()))
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

    def write_drafts(self, order: MailingOrder, folder: Path) -> None:
        """Write the drafts of the e-mails into a folder."""
        self.end_asking()
        self.writing.remember(folder)
        call = partial(self.write_emails, order, folder)
        self._desk.tasks.job(self, _("Preparing e-mails"), call, self._on_drafted)

    def _on_drafted(self, run: EmailRun) -> None:
        count = len(run.drafts)
        text = ngettext("{count} draft of an e-mail", "{count} drafts of e-mails", count)
        alone = _("Open it in your mail program and send it.")
        each = _("Open each one in your mail program and send it.")
        details = [alone if count == 1 else each]
        if run.addresses is not None:
            said = _("The list of addresses is in {name}.")
            details.append(said.format(name=run.addresses.name))
        details.append(left_out_text(run.left_out))
        if run.not_listed:
            said = _("Not on the list of addresses: {count}.")
            details.append(said.format(count=number_text(len(run.not_listed))))
        self.drafted.emit(
            text.format(count=number_text(count)),
            " ".join(detail for detail in details if detail),
            run.folder,
            left_out_list((*run.left_out, *run.not_listed)),
        )


def _counted(count: int) -> str:
    text = ngettext("{count} letter", "{count} letters", count)
    return text.format(count=number_text(count))
