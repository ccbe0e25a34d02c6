"""Asks for the name of a filter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.contact_conditions import NAME_LIMIT
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contact_conditions import SavedFilter
    from coopdesk.ui.desk import Desk


class FilterNameDialog(FormDialog):
    """Sends the command with the name; ``kept`` carries the filter once it is stored."""

    kept = Signal(object)  # SavedFilter

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        title: str,
        name: str,
        command: Callable[[str], Any],
    ) -> None:
        super().__init__(title, _("Save"), parent)
        self._desk = desk
        self._command = command
        self.name_field = self.form.add(
            "name",
            _("Name"),
            QLineEdit(name),
            _("It becomes a tab above the list, and can be chosen for labels and mailings."),
            required=True,
        )
        self.name_field.setMaxLength(NAME_LIMIT)
        self.name_field.selectAll()
        self.name_field.setFocus()
        self.submitted.connect(self._on_submitted)

    @override
    def read(self) -> str:
        return self.name_field.text().strip()

    @Slot(object)
    def _on_submitted(self, name: str) -> None:
        call = partial(self._command, name)
        self._desk.tasks.command(
            self, call, self._on_kept, failed=self.show_error, ended=self.unlock
        )

    def _on_kept(self, saved: SavedFilter) -> None:
        self.saved()
        self.kept.emit(saved)
