"""Takes a PDF and says whether it is one of our receipts, as it was issued."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.receipt_proofs import Verified
from coopdesk.system.paths import documents_folder
from coopdesk.ui.columns import Tone
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.record_parts import Facts, Heading, Paragraph, Words
from coopdesk.ui.widgets.record_reader import RecordReader
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.language import _
from coopdesk.wording.receipt_proofs import OUTCOME_TEXTS, doubt_text, signature_text

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from coopdesk.domain.errors import RuleError
    from coopdesk.domain.receipt_proofs import ProvenReceipt, Verification
    from coopdesk.ui.widgets.record_parts import Part, Said

_TONES = {
    Verified.AUTHENTIC: Tone.GOOD,
    Verified.DUPLICATE: Tone.GOOD,
    Verified.PRINTED: Tone.INFO,
    Verified.VOIDED: Tone.ATTENTION,
    Verified.MODIFIED: Tone.BAD,
    Verified.DOUBTFUL: Tone.BAD,
    Verified.UNKNOWN: Tone.BAD,
    Verified.UNREADABLE: Tone.NEUTRAL,
}


class VerifyDialog(QDialog):
    """Drop a file or choose one; the verdict stands on top, what was found beneath."""

    chosen = Signal(object)  # Path
    receipt_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Verify a receipt"))
        self.setAcceptDrops(True)
        self.resize(620, 460)
        self._chooser: QFileDialog | None = None
        self._receipt_id: int | None = None
        self.notice = Notice()
        self.notice.say(
            Tone.INFO,
            _("Drop a PDF here, or choose it."),
            _("Nothing leaves this computer: the file is held against what was issued here."),
        )
        self.reader = RecordReader()
        self.reader.setAccessibleName(_("What was found"))
        self.choose_button = QPushButton(_("Choose a file…"))
        make_primary(self.choose_button)
        self.see_button = QPushButton(_("See the receipt"))
        self.see_button.setEnabled(False)
        self.close_button = QPushButton(_("Close"))
        self._lay_out()
        self.choose_button.clicked.connect(self._on_choose)
        self.see_button.clicked.connect(self._on_see)
        self.close_button.clicked.connect(self.reject)
        self.choose_button.setFocus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self.close_button, self.see_button, self.choose_button):
            button.setAutoDefault(button is self.choose_button)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("Verify a receipt"), "title"))
        layout.addWidget(self.notice)
        layout.addWidget(self.reader, 1)
        layout.addLayout(buttons)

    def check(self, path: Path) -> None:
        """Ask for the verdict on a file."""
        self.notice.say(Tone.INFO, _("{name} is being read…").format(name=path.name))
        self.reader.show_parts(())
        self.chosen.emit(path)

    def show_result(self, path: Path, found: Verification) -> None:
        """Say what a file is."""
        signed = signature_text(found)
        detail = "\n".join(part for part in (path.name, signed) if part)
        self.notice.say(_TONES[found.outcome], _(OUTCOME_TEXTS[found.outcome]), detail)
        self.reader.show_parts(_parts(found))
        self._receipt_id = found.receipts[0].receipt_id if found.receipts else None
        self.see_button.setEnabled(self._receipt_id is not None)

    def show_refusal(self, error: RuleError) -> None:
        """Say why a file was not even read."""
        self.notice.say(Tone.NEUTRAL, error_sentence(error))
        self.see_button.setEnabled(False)

    @Slot()
    def _on_see(self) -> None:
        if self._receipt_id is not None:
            self.receipt_wanted.emit(self._receipt_id)

    @Slot()
    def _on_choose(self) -> None:
        chooser = QFileDialog(self, _("Verify a receipt"), str(documents_folder()))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(_("PDF papers (*.pdf)"))
        chooser.fileSelected.connect(self._on_file)
        chooser.open()
        self._chooser = chooser

    @Slot(str)
    def _on_file(self, name: str) -> None:
        self.check(Path(name))

    # a file that is dropped

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.check(path)


def _dropped(event: QDropEvent) -> Path | None:
    """Return the first file that is dragged."""
    files = (url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
    return next((Path(name) for name in files if name), None)


def _parts(found: Verification) -> list[Part]:
    parts: list[Part] = [
        Paragraph((Words(doubt_text(finding), Tone.ATTENTION),)) for finding in found.findings
    ]
    for receipt in found.receipts:
        parts += _receipt(receipt)
    return parts


def _receipt(receipt: ProvenReceipt) -> list[Part]:
    rows: list[tuple[str, Said]] = [
        (_("Donor"), receipt.donor_name),
        (_("Amount"), money_text(receipt.amount)),
        (_("Issued on"), day_long(receipt.issued_on)),
    ]
    if receipt.voided_on is not None:
        rows.append((_("Voided on"), Words(day_long(receipt.voided_on), Tone.BAD)))
    if receipt.replaced_by:
        rows.append((_("Replaced by"), receipt.replaced_by))
    title = _("Receipt no. {number}").format(number=receipt.number_text)
    said = [Paragraph((doubt_text(one),)) for one in receipt.findings]
    return [Heading(title), Facts(tuple(rows)), *said]
