"""Asks for a bank account: what it is called, and which account of the books keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.bank_accounts import NewBankAccount
from coopdesk.domain.chart_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.formats import iban_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.bank_accounts import BankAccount
    from coopdesk.services.registry import Services

_NOTE_HEIGHT = 56
_BANKS = ("512", "517")
_FIGURES = "123456789"
_IBAN_LENGTH = 42


@dataclass(frozen=True, slots=True)
class AccountSetting:
    """The account to change if any, the accounts of the books to choose from, and a new one.

    ``name`` and ``iban`` are what a file says of an account that is not known yet.
    """

    known: BankAccount | None
    free: tuple[tuple[str, str], ...]
    next_number: str = ""
    name: str = ""
    iban: str = ""


def read_account_setting(services: Services, account_id: int | None) -> AccountSetting:
    """Read an account, and those of the books that no other one has; runs on the worker."""
    known = None if account_id is None else services.bank.account(account_id)
    own = "" if known is None else known.content.account
    used = {line.account for line in services.bank.accounts()} - {own}
    accounts = {each.number: each for each in services.chart.accounts()}
    free = tuple(
        (number, f"{number} {each.label}")
        for number, each in sorted(accounts.items())
        if number.startswith(_BANKS)
        and number not in used
        and (number == own or (each.is_postable and each.is_open))
    )
    taken = accounts.keys() | {each.number for each in services.chart.catalogue()}
    new = next((x for x in (f"512{n}" for n in _FIGURES) if x not in taken), "")
    return AccountSetting(known, free, new)


class BankAccountDialog(FormDialog):
    """A name is enough: a number for the books is proposed."""

    def __init__(self, setting: AccountSetting, parent: QWidget) -> None:
        known = setting.known
        super().__init__(
            _("New bank account") if known is None else _("Change the bank account"),
            _("Create the account") if known is None else _("Save"),
            parent,
        )
        form = self.form
        self.name = form.add(
            "name",
            _("Name"),
            QLineEdit(setting.name),
            _("As you call it: “Current account”, “Savings account”."),
            required=True,
        )
        self.name.setMaxLength(LABEL_LIMIT)
        self.account = form.add(
            "account",
            _("Account of the books"),
            ChoiceBox[str](_choices(setting)),
            _("Each bank account has one of its own: entries on it are reconciled."),
            required=True,
        )
        self.iban = form.add(
            "iban",
            _("IBAN"),
            QLineEdit(iban_text(setting.iban)),
            _("Files that name it are recognised at once."),
        )
        self.iban.setMaxLength(_IBAN_LENGTH)
        self.note = form.add("note", _("Note"), QPlainTextEdit())
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        if known is not None:
            self._show(known)
        self.iban.editingFinished.connect(self._on_iban)
        self.form.is_dirty = False
        self.name.setFocus()
        self.name.selectAll()

    def _show(self, known: BankAccount) -> None:
        content = known.content
        self.name.setText(content.name)
        self.account.choose(content.account)
        self.iban.setText(iban_text(content.iban))
        self.note.setPlainText(content.note)

    @Slot()
    def _on_iban(self) -> None:
        self.iban.setText(iban_text("".join(self.iban.text().split()).upper()))

    @override
    def read(self) -> NewBankAccount:
        name = self.name.text().strip()
        if not name:
            raise RuleError("account.label_missing", field="name")
        return NewBankAccount(
            name=name,
            account=self.account.value,
            iban="".join(self.iban.text().split()).upper(),
            note=self.note.toPlainText().strip(),
        )


def _choices(setting: AccountSetting) -> list[tuple[str, str]]:
    """Return the accounts of banks first, then a new one, then those of platforms."""
    free = list(setting.free)
    new = ("", _("A new account of the books"))
    if setting.next_number:
        text = _("{number} new account of the books")
        new = (setting.next_number, text.format(number=setting.next_number))
    banks = [each for each in free if each[0].startswith(_BANKS[0])]
    return [*banks, new, *(each for each in free if each not in banks)]
