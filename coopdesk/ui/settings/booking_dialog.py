"""Asks for the account of a kind of payment or gift."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.booking import key_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.booking import BookingKey, BookingRule
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class ChosenAccount:
    """The number of an account as typed or chosen, and what for."""

    key: BookingKey
    number: str


class BookingRuleDialog(FormDialog):
    """One account, by number or by words."""

    def __init__(self, desk: Desk, rule: BookingRule, parent: QWidget) -> None:
        super().__init__(_("Account of automatic entries"), _("Choose the account"), parent)
        self._key = rule.key
        self.form.add_heading(key_text(rule.key)).setWordWrap(True)
        self.account = AccountPicker(desk)
        self.account.offer_nothing_new()
        self.form.add("number", _("&Account"), self.account, required=True)
        if rule.is_usable and not rule.own_label:
            self.account.set_named(rule.account, rule.account_label)
        hint = _("One that takes lines itself: where others stand below it, choose among them.")
        self.form.add_widget(plain_label(hint, "muted", wrap=True))
        self.account.setFocus()
        self.account.selectAll()

    @override
    def read(self) -> ChosenAccount:
        self.account.refuse_words("number")
        return ChosenAccount(self._key, self.account.number)

    @override
    def show_error(self, error: CoopDeskError) -> None:
        # The chart names lines of entries; here there is one field.
        error.values["field"] = "number"
        super().show_error(error)
