"""Asks what an account that does not exist yet is called, to make it on the way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.chart_rules import LABEL_LIMIT, NUMBER_LIMIT
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import _


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account as typed."""

    number: str
    label: str


class AccountDialog(FormDialog):
    """An account of the regulation knows its name; one of our own needs it."""

    def __init__(self, parent: QWidget, number: str) -> None:
        super().__init__(_("New account"), _("Create the account"), parent)
        self.number = self.form.add(
            "number",
            _("Number"),
            QLineEdit(number),
            _("Longer than the account it belongs to: 512A is a part of 512."),
            required=True,
        )
        self.number.setMaxLength(NUMBER_LIMIT)
        self.label = self.form.add(
            "label",
            _("Name"),
            QLineEdit(),
            _("Empty for an account of the regulation: it has a name already."),
        )
        self.label.setMaxLength(LABEL_LIMIT)
        self.label.setFocus()

    @override
    def read(self) -> NewAccount:
        return NewAccount(self.number.text(), self.label.text())
