"""Asks for the days of a fiscal year: the next one, one before, or the one that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.ui.desk import Desk

_LABEL_LIMIT = 40


@dataclass(frozen=True, slots=True)
class YearDays:
    """The days of a fiscal year as typed; an empty label follows the days."""

    starts_on: dt.date
    ends_on: dt.date
    label: str = ""


class YearDialog(FormDialog):
    """First and last day, and a name for those that want one."""

    def __init__(
        self, desk: Desk, title: str, verb: str, days: YearDays, parent: QWidget
    ) -> None:
        super().__init__(title, verb, parent)
        self.starts_on = self.form.add(
            "starts_on", _("First day"), DayEdit(desk.today), required=True
        )
        self.ends_on = self.form.add(
            "ends_on",
            _("Last day"),
            DayEdit(desk.today),
            _("Twelve months as a rule; the first year may be shorter, or have up to 24."),
            required=True,
        )
        self.label = self.form.add(
            "label", _("Name"), QLineEdit(days.label), _("Empty: the year, such as 2026.")
        )
        self.label.setMaxLength(_LABEL_LIMIT)
        self.starts_on.set_day(days.starts_on)
        self.ends_on.set_day(days.ends_on)
        for name, field in (("starts_on", self.starts_on), ("ends_on", self.ends_on)):
            self.form.check_on_leave(name, partial(field.day, name))
        self.ends_on.setFocus()

    @override
    def read(self) -> YearDays:
        starts_on, ends_on = self.starts_on.day("starts_on"), self.ends_on.day("ends_on")
        if starts_on is None:
            raise RuleError("payment.date_missing", field="starts_on")
        if ends_on is None:
            raise RuleError("payment.date_missing", field="ends_on")
        return YearDays(starts_on, ends_on, self.label.text())
