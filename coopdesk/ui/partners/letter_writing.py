"""Writes letters to partners: asks which one, then has the letter or a draft written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.partner_texts import PartnerLetterOrder, PartnerTextKind
from coopdesk.ui.file_writing import FileWriting, name_after
from coopdesk.ui.mailing import Mailing
from coopdesk.ui.members.papers.bar import PaperBar
from coopdesk.ui.partners.letter_dialog import PartnerLetterDialog, PartnerMailOrder
from coopdesk.ui.partners.texts import PartnerTextsDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.services.outcome import Outcome
    from coopdesk.services.paper_runs import PaperRun
    from coopdesk.services.progress import Progress
    from coopdesk.services.reminders import EmailRun
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.mailing_dialog import MailingOrder

_FOLDER = "partners"


class PartnerLetterWriting(Mailing):
    """Over a page, which gives ``bar`` a place: it tells how a letter went.

    The dialog stays until the letter is written: what was typed is in no other place.
    """

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window, FileWriting(desk, window, _FOLDER))
        self.title = _("Letter to a partner")
        self.bar = PaperBar()
        self.writing.tell_in(self.bar)
        self.writing.written.connect(self._on_done)
        self.drafted.connect(self.bar.tell_drafted)
        self.drafted.connect(self._on_done)
        self.texts_dialog: PartnerTextsDialog | None = None

    def ask(
        self,
        contact_id: int,
        agreement_id: int | None = None,
        commitment_id: int | None = None,
        place: int = 0,
    ) -> None:
        """Ask for a letter to an organisation, perhaps about an agreement or a commitment."""
        if self.dialog is None:
            self.file_name = _("letter") + ".pdf"
            order = PartnerLetterOrder(contact_id, place, None, agreement_id, commitment_id)
            dialog = PartnerLetterDialog(self._desk, self._window, order)
            dialog.named.connect(self._on_named)
            self.open(dialog)

    @Slot(str)
    def _on_named(self, name: str) -> None:
        """Propose a file that says whom the letter is to: the next one has its own."""
        self.file_name = name_after(_("letter"), name) + ".pdf"

    def edit_texts(self, kind: PartnerTextKind = PartnerTextKind.LETTER) -> None:
        """Open the texts to partners, those of a kind first."""
        if self.texts_dialog is None:
            self.texts_dialog = PartnerTextsDialog(self._desk, self._window, kind)
            self.texts_dialog.finished.connect(self._on_texts_finished)
            self.texts_dialog.open()

    @Slot()
    def _on_texts_finished(self) -> None:
        self.texts_dialog = None

    @override
    def end_asking(self) -> None:
        """Keep the dialog open: a disk may be full, a character may not print."""

    @Slot()
    def _on_done(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    @override
    def write_letters(
        self, order: MailingOrder, path: Path, progress: Progress
    ) -> Outcome[PaperRun]:
        assert isinstance(order, PartnerMailOrder)
        return self._desk.services.partner_letters.write_letter(order.asked, order.text, path)

    @override
    def write_emails(
        self, order: MailingOrder, folder: Path, progress: Progress
    ) -> Outcome[EmailRun]:
        assert isinstance(order, PartnerMailOrder)
        return self._desk.services.partner_letters.write_email(order.asked, order.text, folder)
