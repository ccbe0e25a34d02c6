"""Asks on which day a validated entry is taken back by another one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.entries import Entry
    from coopdesk.ui.desk import Desk


_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Reversal:
    """When an entry is taken back, and what that is called."""

    day: dt.date
    label: str
    again: bool = False  # the books may propose it once more


class ReverseDialog(FormDialog):
    """Says that the entry stays, and what is made of it."""

    def __init__(self, desk: Desk, entry: Entry, parent: QWidget) -> None:
        super().__init__(_("Reverse an entry"), _("Prepare the reversal"), parent)
        self.setMinimumWidth(_WIDTH)
        number = "" if entry.number is None else number_text(entry.number)
        said = _(
            "Entry no. {number}, “{label}”, {amount}, stays as it is: it was validated. "
            "A draft with debit and credit the other way round takes it back; look at it, "
            "then validate it."
        )
        self.form.add_widget(
            plain_label(
                said.format(
                    number=number,
                    label=entry.content.label,
                    amount=money_text(entry.content.moved),
                ),
                wrap=True,
            )
        )
        self.day = self.form.add("entry_on", _("Date"), DayEdit(desk.today), required=True)
        self.day.set_day(desk.today())
        self.label = self.form.add(
            "label", _("What for"), QLineEdit(), _("Empty: “Reversal of no. …”.")
        )
        self.label.setMaxLength(LABEL_LIMIT)
        self.again = QCheckBox()
        source = entry.content.source
        if source.payment_id or source.donation_id or source.expense_sheet_id:
            self.form.add(
                "again",
                _("Prepare it again from its payment or gift"),
                self.again,
                _(
                    "Left empty, “Prepare entries” lets it rest as long as nothing changes "
                    "there: type the right entry yourself."
                ),
            )
        self.form.check_on_leave("entry_on", partial(self.day.day, "entry_on"))
        self.day.setFocus()

    @override
    def read(self) -> Reversal:
        day = self.day.day("entry_on")
        if day is None:
            raise RuleError("payment.date_missing", field="entry_on")
        return Reversal(day, self.label.text(), self.again.isChecked())
