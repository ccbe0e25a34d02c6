"""Asks when and why a gift went back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.donation_rules import return_reasons
from coopdesk.domain.donations import NewReturn
from coopdesk.domain.errors import RuleError
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.donations import Donation


class ReturnDialog(FormDialog):
    """Says what a return does before it is noted; it can be taken back."""

    def __init__(self, gift: Donation, today: Callable[[], dt.date], parent: QWidget) -> None:
        super().__init__(_("Gift returned or unpaid"), _("Note the return"), parent)
        content = gift.content
        about = _("{donor}, {amount}, given on {day}").format(
            donor=gift.donor_name or _("Anonymous"),
            amount=money_text(content.amount),
            day=day_long(content.received_on),
        )
        self.form.add_widget(plain_label(about, wrap=True))
        self.notice = Notice()
        self.notice.say(*_what_happens(gift))
        self.form.add_widget(self.notice)
        known = return_reasons(is_money=gift.payment_id is not None)
        reasons = [(reason, label(reason)) for reason in known]
        self.reason = self.form.add("reason", _("Reason"), ChoiceBox(reasons))
        self.returned_on = self.form.add(
            "returned_on", _("Returned on"), DayEdit(today), required=True
        )
        self.returned_on.set_day(today())
        self.note = self.form.add("note", _("Note"), QLineEdit())
        self.reason.setFocus()

    @override
    def read(self) -> NewReturn:
        day = self.returned_on.day("returned_on")
        if day is None:
            raise RuleError("donation.date_missing", field="returned_on")
        return NewReturn(day, self.reason.value, self.note.text())


def _what_happens(gift: Donation) -> tuple[Tone, str, str]:
    """Say what counts no more, and what is left to do about a receipt."""
    text = _("The gift stays in the list, and counts no more.")
    if gift.payment_id is not None:
        text = _("The gift stays in the list, counts no more, and its money goes out.")
    if not gift.receipt_number:
        return Tone.INFO, text, _("No receipt can be issued for it. This can be taken back.")
    void = _("Receipt no. {number} names it: void that receipt afterwards.")
    return Tone.ATTENTION, text, void.format(number=gift.receipt_number)
