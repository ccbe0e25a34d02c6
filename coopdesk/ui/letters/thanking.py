"""Thanks donors: asks for which gifts and how, then has letters or drafts written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.ui.file_writing import FileWriting
from coopdesk.ui.letters.texts_dialog import DonorTextsDialog
from coopdesk.ui.letters.thanks_dialog import ThanksDialog
from coopdesk.ui.mailing import Mailing
from coopdesk.ui.members.papers.bar import PaperBar
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.donor_letters import DonorTextKind
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.paper_runs import PaperRun
    from coopdesk.services.progress import Progress
    from coopdesk.services.reminders import EmailRun
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.mailing_dialog import MailingOrder

_FOLDER = "letters"


class Thanking(Mailing):
    """Over a page, which gives ``bar`` a place: it tells how the letters went."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window, FileWriting(desk, window, _FOLDER))
        self.title = _("Letters of thanks")
        self.file_name = _("thanks") + ".pdf"
        self.bar = PaperBar()
        self.writing.tell_in(self.bar)
        self.drafted.connect(self.bar.tell_drafted)
        self.bar.left_out_requested.connect(self._on_left_out)
        self.texts_dialog: DonorTextsDialog | None = None

    def ask(self, donation_ids: Sequence[int] = ()) -> None:
        """Show the gifts to thank for, or all that nobody was thanked for, and ask."""
        if self.dialog is None:
            self.open(ThanksDialog(self._desk, self._window, donation_ids))

    def edit_texts(self, kind: DonorTextKind) -> None:
        """Open the texts of letters to donors, those of a kind first."""
        if self.texts_dialog is None:
            self.texts_dialog = DonorTextsDialog(self._desk, self._window, kind)
            self.texts_dialog.finished.connect(self._on_texts_finished)
            self.texts_dialog.open()

    @Slot()
    def _on_texts_finished(self) -> None:
        self.texts_dialog = None

    @Slot(str)
    def _on_left_out(self, everybody: str) -> None:
        self._desk.feedback.inform(_("Who is left out"), everybody)

    @override
    def write_letters(
        self, order: MailingOrder, path: Path, progress: Progress
    ) -> Outcome[PaperRun]:
        letters = self._desk.services.donor_letters
        return letters.write_thanks(order.place, order.keys, path, progress)

    @override
    def write_emails(
        self, order: MailingOrder, folder: Path, progress: Progress
    ) -> Outcome[EmailRun]:
        letters = self._desk.services.donor_letters
        return letters.write_thank_emails(order.place, order.keys, folder, progress)
