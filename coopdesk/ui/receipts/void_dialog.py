"""Asks why a receipt is voided, and says what that does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.columns import Tone
from coopdesk.ui.receipts.words import gift_count_text
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from coopdesk.domain.receipts import ReceiptLine

_RETURNED = N_("Gift returned or unpaid")
_USUAL_REASONS = (
    N_("Error on the donor"),
    N_("Error on the amount or the date"),
    N_("Issued twice"),
    _RETURNED,
)


@dataclass(frozen=True, slots=True)
class VoidOrder:
    """A receipt that counts no more, and why."""

    receipt_id: int
    reason: str
    clock_reason: str = ""


class VoidDialog(FormDialog):
    """One reason, which is required; Enter in it does not void."""

    def __init__(self, line: ReceiptLine, parent: QWidget) -> None:
        title = _("Void receipt no. {number}").format(number=line.number_text)
        super().__init__(title, _("Void the receipt"), parent)
        self._line = line
        self.form.add_widget(plain_label(about_text(line), wrap=True))
        self.form.add_widget(_what_happens(line))
        self.reason = reason_box(line)
        self.form.add("reason", _("Reason"), self.reason, required=True)
        for button in (self.submit_button, self.cancel_button):
            button.setAutoDefault(False)
        self.submit_button.setDefault(False)
        self.cancel_button.setText(_("Keep the receipt"))
        self.reason.setFocus()

    @override
    def read(self) -> VoidOrder:
        reason = self.reason.currentText().strip()
        if not reason:
            raise RuleError("receipt.reason_missing", field="reason")
        return VoidOrder(self._line.id, reason)


def reason_box(line: ReceiptLine) -> QComboBox:
    """Return the usual reasons; another can be typed."""
    box = QComboBox()
    box.setEditable(True)
    box.addItems([_(text) for text in _USUAL_REASONS])
    box.setCurrentText(_(_RETURNED) if line.returned_gifts else "")
    return box


def about_text(line: ReceiptLine) -> str:
    """Say whose receipt it is, of when and for how much."""
    text = _("{donor}, {amount}, issued on {day}")
    return text.format(
        donor=line.donor_name, amount=money_text(line.amount), day=day_long(line.issued_on)
    )


def _what_happens(line: ReceiptLine) -> Notice:
    notice = Notice()
    freed = _("The number stays taken, the paper is kept with the mark “ANNULÉ”.")
    gifts = gift_count_text(line.gift_count)
    notice.say(
        Tone.ATTENTION,
        _("Voiding cannot be taken back."),
        "\n".join(
            (
                freed,
                _("Freed: {gifts}, which can be corrected and receipted again.").format(
                    gifts=gifts
                ),
                _("Ask the donor for the original back."),
            )
        ),
    )
    return notice
