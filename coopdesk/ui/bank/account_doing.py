"""What can be done with bank accounts: opened, changed, closed, removed while empty."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QToolButton

from coopdesk.domain.bank_accounts import BankAccount
from coopdesk.ui.bank.account_dialog import BankAccountDialog, read_account_setting
from coopdesk.ui.feedback import Question
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

    from coopdesk.domain.bank_accounts import BankAccountLine, NewBankAccount
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.bank.account_dialog import AccountSetting
    from coopdesk.ui.desk import Desk


class AccountDoing(QObject):
    """``button`` opens the menu of what is seldom done; ``made`` tells the id of a new one."""

    made = Signal(int)

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._account: BankAccountLine | None = None
        self.box: QMessageBox | None = None
        self.asker = Asker(desk, view)
        self.asker.saved.connect(self._on_saved)
        self.new_action = make_step(self, _("New bank account…"), "plus", self._on_new)
        self.change_action = make_step(
            self, _("Change the account…"), "pencil-simple", self._on_change
        )
        self.close_action = make_step(self, "", "lock-simple", self._on_close)
        self.remove_action = make_step(self, _("Remove the account"), "trash", self._on_remove)
        self.button = self._make_button()

    def _make_button(self) -> QToolButton:
        button = QToolButton()
        menu = QMenu(button)
        menu.addActions(
            [self.new_action, self.change_action, self.close_action, self.remove_action]
        )
        button.setProperty("kind", "flat")
        button.setIcon(icon("bank"))
        button.setText(_("Accounts"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(_("Bank accounts"))
        set_plain_tooltip(button, _("A new bank account, or change this one"))
        button.setMenu(menu)
        return button

    def be_short(self, *, wanted: bool) -> None:
        """Show the button without its word, where there is little room."""
        style = Qt.ToolButtonStyle
        self.button.setToolButtonStyle(
            style.ToolButtonIconOnly if wanted else style.ToolButtonTextBesideIcon
        )

    def show(self, account: BankAccountLine | None, *, any_account: bool) -> None:
        """Say which account is chosen."""
        self._account = account
        self.button.setEnabled(any_account)
        is_open = account is None or account.is_open
        self.close_action.setText(_("Close the account") if is_open else _("Open it again"))
        for action in (self.change_action, self.close_action, self.remove_action):
            action.setEnabled(account is not None)
        self.remove_action.setVisible(account is None or not account.line_count)

    @Slot()
    def _on_new(self) -> None:
        call = partial(read_account_setting, self._desk.services, None)
        self._desk.tasks.query(self, call, self._ask_new, replaces="setting")

    def _ask_new(self, setting: AccountSetting) -> None:
        make = partial(BankAccountDialog, setting, self._view.window())
        self.asker.ask(make, self._desk.services.bank.add)

    @Slot()
    def _on_change(self) -> None:
        if self._account is not None:
            call = partial(read_account_setting, self._desk.services, self._account.id)
            self._desk.tasks.query(self, call, self._ask_change, replaces="setting")

    def _ask_change(self, setting: AccountSetting) -> None:
        if setting.known is not None:
            make = partial(BankAccountDialog, setting, self._view.window())
            self.asker.ask(make, partial(self._change, setting.known.id))

    def _change(self, account_id: int, new: NewBankAccount) -> Outcome[BankAccount]:
        return self._desk.services.bank.change(account_id, new)

    @Slot()
    def _on_close(self) -> None:
        account, bank = self._account, self._desk.services.bank
        if account is not None:
            command = bank.close_account if account.is_open else bank.open_account
            self._desk.tasks.command(self, partial(command, account.id))

    @Slot()
    def _on_remove(self) -> None:
        account = self._account
        if account is None:
            return
        question = Question(
            _("Remove “{name}”?").format(name=account.name),
            _("No statement came in for it. Its account of the books stays as it is."),
            _("Remove the account"),
        )
        remove = partial(self._desk.services.bank.remove, account.id)
        self.box = self._desk.feedback.confirm(
            question, partial(self._desk.tasks.command, self, remove), self._view.window()
        )

    @Slot(object)
    def _on_saved(self, account: object) -> None:
        if isinstance(account, BankAccount):
            self.made.emit(account.id)
