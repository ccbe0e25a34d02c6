"""Says that this computer knows of receipts that the file lacks, and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction

from coopdesk.ui.columns import Tone
from coopdesk.ui.settings.loss_dialog import LossDialog
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.checks import Finding
    from coopdesk.ui.desk import Desk


class LostReceipts(Notice):
    """Hidden while the file holds all that is known; offers the way out with a reason."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._said: tuple[str, ...] = ()
        self.asker = Asker(desk, self)
        self.asker.saved.connect(self.reload)
        self.declare_action = QAction(_("Declare them lost…"), self)
        self.declare_action.setProperty("icon_name", "warning")
        self.declare_action.triggered.connect(self._on_declare)
        self.offer(self.declare_action)
        self.hide()

    @Slot()
    def reload(self) -> None:
        """Compare the file with what this computer noted."""
        found = self._desk.services.database.anchor_findings
        self._desk.tasks.query(self, found, self._on_found, replaces="lost")

    def _on_found(self, findings: Sequence[Finding]) -> None:
        from coopdesk.wording.checks import finding_text

        self._said = tuple(map(finding_text, findings))
        self.setVisible(bool(findings))
        if findings:
            self.say(
                Tone.BAD,
                _("No receipt can be issued: this file is not the newest"),
                "\n".join((*self._said, _("Open the newer file, or restore its backup."))),
            )

    @Slot()
    def _on_declare(self) -> None:
        make = partial(LossDialog, self._said, self.window())
        self.asker.ask(make, self._desk.services.receipt_life.note_loss)
