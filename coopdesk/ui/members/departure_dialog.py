"""Asks when and why somebody is no longer a member."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import DepartureReason, NewDeparture
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice


class DepartureDialog(FormDialog):
    """Three fields; what was paid and written before stays as it is."""

    def __init__(self, desk: Desk, parent: QWidget, member: Choice) -> None:
        super().__init__(
            _("{name} leaves").format(name=member.name), _("Record the departure"), parent
        )
        self._member = member
        form = self.form
        said = _("Memberships and payments stay as they are; Ctrl+Z takes the departure back.")
        form.add_widget(plain_label(said, "muted", wrap=True))
        reasons = [(reason, label(reason)) for reason in DepartureReason]
        self.reason = form.add("reason", _("Reason"), ChoiceBox(reasons))
        self.left_on = form.add("left_on", _("Date"), DayEdit(desk.today), required=True)
        self.note = form.add(
            "note", _("Note"), QLineEdit(), _("Decision of the board, letter…")
        )
        self.left_on.set_day(desk.today())
        form.check_on_leave("left_on", partial(self.left_on.day, "left_on"))
        self.reason.setFocus()

    @override
    def read(self) -> NewDeparture:
        day = self.left_on.day("left_on")
        if day is None:
            raise RuleError("membership.day_missing", field="left_on")
        return NewDeparture(self._member.id, day, self.reason.value, self.note.text())
