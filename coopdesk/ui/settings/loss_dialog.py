"""Asks why receipts that this computer knows of are lost for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence


class LossDialog(FormDialog):
    """One reason, which is required; Enter in it declares nothing."""

    def __init__(self, said: Sequence[str], parent: QWidget) -> None:
        super().__init__(_("Declare receipts lost"), _("Declare them lost"), parent)
        notice = Notice()
        notice.say(
            Tone.ATTENTION,
            _("Only when neither the newer file nor its backup can be found."),
            "\n".join((*said, _("The next numbers follow the lost ones, for ever."))),
        )
        self.form.add_widget(notice)
        self.reason = self.form.add("reason", _("Reason"), QLineEdit(), required=True)
        for button in (self.submit_button, self.cancel_button):
            button.setAutoDefault(False)
        self.submit_button.setDefault(False)
        self.reason.setFocus()

    @override
    def read(self) -> str:
        reason = self.reason.text().strip()
        if not reason:
            raise RuleError("receipt.reason_missing", field="reason")
        return reason
