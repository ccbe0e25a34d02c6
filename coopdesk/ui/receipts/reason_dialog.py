"""Asks why something unusual is right, when the program would rather refuse it."""

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
# This computer knows receipts that the file does not hold.
LOST = frozenset({"receipt.behind", "receipt.rewritten"})


class ReasonDialog(FormDialog):
    """What is unusual, and one reason, which the journal keeps."""

    def __init__(self, error: RuleError, parent: QWidget) -> None:
        title, verb, question = _words_of(error.code)
        super().__init__(title, verb, parent)
        self.setMinimumWidth(520)
        notice = Notice()
        notice.say(Tone.ATTENTION, error_sentence(error))
        self.form.add_widget(notice)
        hint = _("Kept in the journal, for whoever checks the numbers.")
        self.reason = self.form.add("reason", question, QLineEdit(), hint, required=True)
        self.submit_button.setDefault(False)
        self.submit_button.setAutoDefault(False)
        self.reason.setFocus()

    @override
    def read(self) -> str:
        reason = self.reason.text().strip()
        if not reason:
            raise RuleError("receipt.reason_missing", field="reason")
        return reason


def _words_of(code: str) -> tuple[str, str, str]:
    """Return the title, the verb and the question for what was refused."""
    if code == CLOCK_BEHIND:
        return (
            _("Date before the last receipt"),
            _("Issue all the same"),
            _("Why today's date is right"),
        )
    return (
        _("Receipts are missing from this file"),
        _("Note them as lost"),
        _("Why they are lost for good"),
    )
