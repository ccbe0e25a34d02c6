"""Asks why a receipt is dated before the last one, when the clock says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.columns import Tone
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

CLOCK_BEHIND = "receipt.clock_behind"


class ClockDialog(FormDialog):
    """One reason, which the journal keeps."""

    def __init__(self, error: RuleError, parent: QWidget) -> None:
        super().__init__(_("Date before the last receipt"), _("Issue all the same"), parent)
        notice = Notice()
        notice.say(Tone.ATTENTION, error_sentence(error))
        self.form.add_widget(notice)
        hint = _("Kept in the journal, for whoever checks the numbers.")
        self.reason = self.form.add(
            "clock_reason", _("Why today's date is right"), QLineEdit(), hint, required=True
        )
        self.submit_button.setDefault(False)
        self.submit_button.setAutoDefault(False)
        self.reason.setFocus()

    @override
    def read(self) -> str:
        reason = self.reason.text().strip()
        if not reason:
            raise RuleError("receipt.reason_missing", field="clock_reason")
        return reason
