"""Thanks donors: asks for which gifts and how, then has letters or drafts written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.ui.letters.texts_dialog import DonorTextsDialog
from coopdesk.ui.letters.thanks_dialog import ThanksDialog
from coopdesk.ui.members.papers.bar import PaperBar
from coopdesk.ui.members.papers.left_out import left_out_list, left_out_text
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.donor_letters import DonorTextKind
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.paper_runs import PaperRun
    from coopdesk.services.progress import Progress
    from coopdesk.services.reminders import EmailRun
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.letters.thanks_dialog import ThanksOrder

_FOLDER = "letters"


class Thanking(QObject):
    """Over a page, which gives ``bar`` a place: it tells how the letters went."""

    drafted = Signal(str, str, object, str)  # said, detail, folder, everybody left out

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._order: ThanksOrder | None = None
        self.writing = FileWriting(desk, window, _FOLDER)
        self.bar = PaperBar()
        self.writing.tell_in(self.bar)
        self.drafted.connect(self.bar.tell_drafted)
        self.bar.left_out_requested.connect(self._on_left_out)
        self.dialog: ThanksDialog | None = None
        self.texts_dialog: DonorTextsDialog | None = None
        self.chooser: QFileDialog | None = None

    def ask(self, donation_ids: Sequence[int] = ()) -> None:
        """Show the gifts to thank for, or all that nobody was thanked for, and ask."""
        if self.dialog is None:
            self.dialog = ThanksDialog(self._desk, self._window, donation_ids)
            self.dialog.submitted.connect(self._on_order)
            self.dialog.finished.connect(self._on_finished)
            self.dialog.open()

    def edit_texts(self, kind: DonorTextKind) -> None:
        """Open the texts of letters to donors, those of a kind first."""
        if self.texts_dialog is None:
            self.texts_dialog = DonorTextsDialog(self._desk, self._window, kind)
            self.texts_dialog.finished.connect(self._on_texts_finished)
            self.texts_dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot()
    def _on_texts_finished(self) -> None:
        self.texts_dialog = None

    @Slot(str)
    def _on_left_out(self, everybody: str) -> None:
        self._desk.feedback.inform(_("Who is left out"), everybody)

    @Slot(object)
    def _on_order(self, order: ThanksOrder) -> None:
        self._order = order
        if not order.by_post:
            self._ask_folder()
            return
        job = FileJob(
            title=_("Letters of thanks"),
            name=_("thanks") + ".pdf",
            kind=_("PDF file"),
            write=partial(self._write_letters, order),
            counted=_letters,
        )
        self.writing.ask(job)

    def _write_letters(
        self, order: ThanksOrder, path: Path, progress: Progress
    ) -> Outcome[PaperRun]:
        letters = self._desk.services.donor_letters
        return letters.write_thanks(order.place, order.donation_ids, path, progress)

    # e-mails

    def _ask_folder(self) -> None:
        folder = str(self.writing.folder())
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

    def write_drafts(self, order: ThanksOrder, folder: Path) -> None:
        """Write the drafts of the e-mails into a folder."""
        self.writing.remember(folder)
        write = self._desk.services.donor_letters.write_thank_emails
        self._desk.tasks.job(
            self,
            _("Preparing e-mails"),
            partial(write, order.place, order.donation_ids, folder),
            self._on_drafted,
        )

    def _on_drafted(self, run: EmailRun) -> None:
        count = len(run.drafts)
        text = ngettext("{count} draft of an e-mail", "{count} drafts of e-mails", count)
        details = (
            _("Open each one in your mail program and send it."),
            left_out_text(run.left_out),
        )
        self.drafted.emit(
            text.format(count=number_text(count)),
            " ".join(detail for detail in details if detail),
            run.folder,
            left_out_list(run.left_out),
        )


def _letters(count: int) -> str:
    text = ngettext("{count} letter", "{count} letters", count)
    return text.format(count=number_text(count))
