"""Asks what only a person knows of a file: its account, its columns, how it writes days."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot

from coopdesk.domain.bank_statements import DayOrder
from coopdesk.domain.import_previews import Ask, AskKind, Preview
from coopdesk.services.outcome import Outcome
from coopdesk.ui.columns import Tone
from coopdesk.ui.imports.ask_dialogs import (
    AccountAnswer,
    AccountDialog,
    ColumnDialog,
    DayOrderDialog,
)
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.bank_accounts import BankAccountLine
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_previews import StatementCheck
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.incoming import IncomingFile


class AskNotice(Notice):
    """Says what is asked of the file that is shown; one question at a time."""

    answered = Signal(object, object)  # Ask, answer
    contacts_wanted = Signal()  # the file is no statement

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._window = window
        self._file: IncomingFile | None = None
        self.shown: Ask | None = None
        self._asked: Ask | None = None
        self.was_asked = False
        self.asker = Asker(desk, window)
        self.answer_action = make_step(self, _("Answer…"), "question")
        self.answer_action.triggered.connect(self.ask)
        self.asker.saved.connect(self._on_saved)
        self.hide()

    @property
    def first(self) -> Ask | None:
        """The question that is to be answered first."""
        preview = self._file.preview if self._file is not None else None
        asks = preview.asks if isinstance(preview, Preview) else ()
        return asks[0] if asks else None

    def show_file(self, file: IncomingFile | None) -> None:
        """Say what this file asks, if anything."""
        self._file = file
        ask = self.shown = self.first
        self.setVisible(ask is not None)
        if ask is not None:
            detail = _("Nothing of the file can be imported until this is answered.")
            self.say(Tone.ATTENTION, label(ask.kind), detail)
            self.offer(primary=self.answer_action)

    @Slot()
    def ask(self) -> None:
        """Ask the first question."""
        ask = self.first
        if ask is None or self.asker.dialog is not None:
            return
        self._asked = ask
        if ask.kind is AskKind.BANK_ACCOUNT:
            self._ask_account(ask, "")
        elif ask.kind is AskKind.COLUMNS:
            self.asker.ask(partial(self._column_dialog, ask), _kept)
        else:
            self.asker.ask(partial(DayOrderDialog, ask, self._window), _kept)

    @Slot(object)
    def ask_account(self, check: StatementCheck) -> None:
        """Ask again of which account a statement is: it was taken for one without a word."""
        if self.asker.dialog is None:
            self._asked = Ask(AskKind.BANK_ACCOUNT, check.identity)
            self._ask_account(self._asked, check.account_name)

    def _ask_account(self, ask: Ask, name: str) -> None:
        read = self._desk.services.bank.accounts
        done = partial(self._on_accounts, ask, name)
        self._desk.tasks.query(self, read, done, replaces="ask")

    def _column_dialog(self, ask: Ask) -> ColumnDialog:
        dialog = ColumnDialog(ask, self._window)
        dialog.contacts_wanted.connect(self._on_contacts)
        return dialog

    @Slot()
    def _on_contacts(self) -> None:
        if self.asker.dialog is not None:
            self.asker.dialog.form.is_dirty = False
            self.asker.dialog.reject()
        self.contacts_wanted.emit()

    def _on_accounts(self, ask: Ask, name: str, accounts: list[BankAccountLine]) -> None:
        if self._asked != ask or self._file is None:
            return
        make = partial(AccountDialog, ask, accounts, self._window, now=name)
        self.asker.ask(make, partial(_account, self._desk.services))

    @Slot(object)
    def _on_saved(self, answer: Any) -> None:
        file, ask = self._file, self._asked
        if file is None or ask is None:
            return
        file.decisions = answered(file.decisions, ask, answer)
        self.was_asked = True
        self.answered.emit(ask, answer)


def answered(decisions: ImportDecisions, ask: Ask, answer: Any) -> ImportDecisions:
    """Return decisions that hold the answer to a question."""
    if isinstance(answer, DayOrder):
        return replace(decisions, day_order=answer)
    if isinstance(answer, int):
        return replace(decisions, bank_accounts={**decisions.bank_accounts, ask.key: answer})
    return replace(decisions, columns=answer)


def _kept(answer: object) -> Outcome[object]:
    return Outcome(answer, frozenset())


def _account(services: Services, answer: AccountAnswer) -> Outcome[int]:
    """Return the account that was chosen, made if it is new; runs on the worker."""
    if answer.new is None:
        return Outcome(answer.account_id, frozenset())
    made = services.bank.add(answer.new)
    return Outcome(made.value.id, made.changes)
