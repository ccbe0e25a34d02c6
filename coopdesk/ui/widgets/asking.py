"""Opens one form at a time and sends what was typed as a command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form_dialog import FormDialog


class Asker(QObject):
    """Keeps the form that is open; ``saved`` carries what the command made."""

    saved = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._send: Callable[[Any], Outcome[Any]] | None = None
        self.dialog: FormDialog | None = None

    def ask(self, make: Callable[[], FormDialog], send: Callable[[Any], Outcome[Any]]) -> None:
        """Open a form, unless one is open; ``send`` runs on the worker with what it read."""
        if self.dialog is not None:
            return
        self._send = send
        dialog = self.dialog = make()
        dialog.submitted.connect(self._on_submitted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_submitted(self, value: object) -> None:
        dialog, send = self.dialog, self._send
        if dialog is None or send is None:
            return
        self._desk.tasks.command(
            dialog,
            partial(send, value),
            self._on_saved,
            failed=dialog.show_error,
            ended=dialog.unlock,
        )

    def _on_saved(self, made: object) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        self.saved.emit(made)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = self._send = None
