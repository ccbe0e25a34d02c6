"""Opens the forms of entries, one at a time, and sends what was typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.entries import EntryForm
from coopdesk.domain.entry_forms import simple_of
from coopdesk.ui.entries.account_dialog import AccountDialog, NewAccount
from coopdesk.ui.entries.grid_dialog import GridDialog
from coopdesk.ui.entries.order import EntryOrder, EntryStart, Remembered
from coopdesk.ui.entries.saving import Saved, save_order
from coopdesk.ui.entries.setting import read_setting
from coopdesk.ui.entries.simple_dialog import SimpleEntryDialog
from coopdesk.ui.feedback import error_sentence
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.chart import Account
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class EntryEditor(QObject):
    """Simple forms for most, a grid for some; a draft opens where it was made."""

    saved = Signal(object)  # Saved

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._changed_id: int | None = None
        self._simple = Remembered(EntryForm.EXPENSE)
        self._grid = Remembered(EntryForm.GRID)
        self.dialog: SimpleEntryDialog | GridDialog | None = None
        self.account_dialog: AccountDialog | None = None

    def add(self, form: EntryForm | None = None) -> None:
        """Ask for a new entry in plain words."""
        remembered = self._simple
        if form is not None:
            remembered = Remembered(form, remembered.treasury, day=remembered.day)
        self._read(None, remembered)

    def add_in_grid(self) -> None:
        """Ask for a new entry line by line."""
        self._read(None, self._grid)

    def change(self, entry_id: int) -> None:
        """Ask what is to change of a draft, in the form that it was typed in."""
        self._read(entry_id, None)

    def _read(self, entry_id: int | None, remembered: Remembered | None) -> None:
        call = partial(_read_start, self._desk.services, entry_id, remembered)
        self._desk.tasks.query(self, call, self._on_start, replaces="start")

    def _on_start(self, start: EntryStart) -> None:
        if self.dialog is not None:
            return
        entry = start.entry
        self._changed_id = None if entry is None else entry.id
        is_grid = (
            simple_of(entry.content) is None
            if entry is not None
            else start.remembered is not None and start.remembered.form is EntryForm.GRID
        )
        if is_grid:
            self.dialog = grid = GridDialog(self._desk, self._window, start)
            grid.account_wanted.connect(self._on_account_wanted)
        else:
            self.dialog = simple = SimpleEntryDialog(self._desk, self._window, start)
            simple.account_wanted.connect(self._on_account_wanted)
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot(object)
    def _on_submitted(self, order: EntryOrder) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        if isinstance(dialog, GridDialog):
            self._grid = dialog.remembered
        else:
            self._simple = dialog.remembered
        call = partial(save_order, self._desk.services, order, self._changed_id)
        self._desk.tasks.command(
            dialog, call, self._on_saved, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_saved(self, saved: Saved) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        if saved.refused:
            said = "\n".join(error_sentence(error) for error in saved.refused)
            self._desk.feedback.warn(_("The entry is saved, not all of its vouchers"), said)
        self.saved.emit(saved)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    # an account that does not exist

    @Slot(str)
    def _on_account_wanted(self, number: str) -> None:
        if self.account_dialog is not None or self.dialog is None:
            return
        self.account_dialog = dialog = AccountDialog(self.dialog, number)
        dialog.submitted.connect(self._on_account_submitted)
        dialog.finished.connect(self._on_account_finished)
        dialog.open()

    @Slot(object)
    def _on_account_submitted(self, new: NewAccount) -> None:
        dialog = self.account_dialog
        if dialog is not None:
            call: partial[Outcome[Account]] = partial(
                self._desk.services.chart.add, new.number, new.label
            )
            self._desk.tasks.command(
                dialog,
                call,
                self._on_account_made,
                failed=dialog.show_error,
                ended=dialog.unlock,
            )

    def _on_account_made(self, account: Account) -> None:
        if self.account_dialog is not None:
            self.account_dialog.saved()
        if self.dialog is not None:
            self.dialog.take_account(account)

    @Slot()
    def _on_account_finished(self) -> None:
        self.account_dialog = None


def _read_start(
    services: Services, entry_id: int | None, remembered: Remembered | None
) -> EntryStart:
    """Read what a form needs; runs on the worker."""
    entry = None if entry_id is None else services.entries.get(entry_id)
    return EntryStart(read_setting(services), entry, remembered)
