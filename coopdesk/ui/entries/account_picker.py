"""Chooses an account by its number or by words, never leaving the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from coopdesk.domain.chart import Account
    from coopdesk.ui.desk import Desk

_OFFERED = 30


@dataclass(frozen=True, slots=True)
class AccountChoice(Choice):
    """An account that may be chosen."""

    number: str = ""


class AccountPicker(ContactPicker):
    """Completes from the chart; an exact number is taken when the field is left.

    Accounts that begin as ``prefer`` says come first.
    """

    account_taken = Signal()  # one was chosen, by the person or by leaving the field

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tasks, partial(_find, desk, ()))
        self._desk = desk
        self._known: Mapping[str, str] = {}
        self.setPlaceholderText(_("Number or words"))
        self.setClearButtonEnabled(False)
        self.offer_new()
        self.chosen.connect(self._on_chosen)

    def know(self, labels: Mapping[str, str]) -> None:
        """Take a whole number at Enter without asking: quick fingers are on the next field."""
        self._known = labels

    def offer_nothing_new(self) -> None:
        """Offer what there is only; for filters."""
        self._offers_new = False

    def prefer(self, starts: tuple[str, ...]) -> None:
        """Offer the accounts first that begin with one of these figures."""
        self._find = partial(_find, self._desk, starts)

    @property
    def number(self) -> str:
        """The number of the account, else what was typed, without blanks; may be empty."""
        chosen = self._chosen
        if isinstance(chosen, AccountChoice):
            return chosen.number
        return "".join(self.text().split()).upper()

    def set_account(self, account: Account | None) -> None:
        """Choose an account."""
        self.set_contact(None if account is None else choice_of_account(account))

    def set_named(self, number: str, label: str) -> None:
        """Choose an account of which number and label are known."""
        self.set_contact(AccountChoice(0, f"{number} {label}".strip(), "", number))

    def refuse_words(self, field: str) -> None:
        """Refuse words that are no account; raises RuleError ``entry.account_unknown``."""
        if self.unmatched and not self.number[:1].isdigit():
            raise RuleError("entry.account_unknown", field=field, number=self.unmatched)

    @override
    def new_choice_text(self) -> str:
        typed = self.number
        known = any(
            isinstance(each, AccountChoice) and each.number == typed for each in self._choices
        )
        if known or len(typed) < 2 or not typed[0].isdigit() or not typed.isalnum():
            return ""
        return _("Create the account {number}…").format(number=typed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number, known = self.number, self._known
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not is_enter or not self.unmatched or self._list.isVisible() or number not in known:
            super().keyPressEvent(event)
        elif any(other != number and other.startswith(number) for other in known):
            super().keyPressEvent(event)  # one that only adds others up takes no entries
        else:
            event.accept()
            self.set_named(number, known[number])

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        is_leaving = event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }
        if self.unmatched and is_leaving:
            call = partial(_resolve, self._desk, self.unmatched)
            self._desk.tasks.query(self, call, self._on_resolved, replaces="resolve")

    def _on_resolved(self, choice: AccountChoice | None) -> None:
        if choice is not None and self.unmatched and not self.hasFocus():
            self.set_contact(choice)

    @Slot(object)
    def _on_chosen(self, account_id: int | None) -> None:
        # The end of a long name stands on hover.
        self.setToolTip("" if account_id is None else self.text())
        if account_id is not None:
            self.account_taken.emit()


def choice_of_account(account: Account) -> AccountChoice:
    """Return an account as a choice."""
    return AccountChoice(account.id, f"{account.number} {account.label}", "", account.number)


def _find(desk: Desk, first: tuple[str, ...], text: str) -> list[AccountChoice]:
    """Return the accounts that take lines, the best first; runs on the worker."""
    found = desk.services.entries.complete_account(text, _OFFERED)
    choices = [
        choice_of_account(account)
        for account in found
        if account.is_postable and account.is_open
    ]
    return sorted(choices, key=lambda choice: not choice.number.startswith(first or ("",)))


def _resolve(desk: Desk, text: str) -> AccountChoice | None:
    """Return the one account that a text means; runs on the worker."""
    found = _find(desk, (), text)
    typed = "".join(text.split()).upper()
    exact = [choice for choice in found if choice.number == typed]
    if exact:
        return exact[0]
    return found[0] if len(found) == 1 else None
