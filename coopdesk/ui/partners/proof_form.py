"""A form that keeps files with what it notes: chosen, or dropped anywhere on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from coopdesk.ui.attachments.dropped import dropped_paths
from coopdesk.ui.entries.voucher_field import VoucherField
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from coopdesk.ui.desk import Desk


class ProofForm(FormDialog):
    """``add_proofs`` puts the files last, where Enter then saves."""

    proofs: VoucherField

    def add_proofs(self, desk: Desk, title: str, hint: str) -> None:
        """Ask for files; ``title`` says what they are."""
        self.proofs = VoucherField(desk.settings, _("Attach a file…"))
        self.form.add("file", title, self.proofs, hint)
        self.proofs.chosen.connect(self._on_chosen)
        self.setAcceptDrops(True)

    @Slot()
    def _on_chosen(self) -> None:
        """Let Enter save: the files are the last that is asked for."""
        self.submit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.proofs.add(paths)
