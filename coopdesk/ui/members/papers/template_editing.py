"""The texts of reminders: changed, added, removed, or as they were proposed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from coopdesk.ui.icons import icon
from coopdesk.ui.members.papers.template_dialog import TemplateDialog
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.letter_templates import LetterTemplate
    from coopdesk.domain.reminders import ReminderTemplate
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk

# The text before the end and the first reminder stay.
_KEPT = 2


class TemplateEditing(QObject):
    """A button with what can be done about the text that is chosen."""

    changed = Signal(int)  # the degree to show then

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._templates: Sequence[ReminderTemplate] = ()
        self._degree = 0
        self._added = False
        self.dialog: TemplateDialog | None = None
        self.menu = QMenu(window)
        self.button = QPushButton(_("Change the texts"))
        self.button.setMenu(self.menu)
        self.button.setIcon(icon("caret-down"))
        # The arrow stands behind the words.
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.change_action = self._step(_("Change this text…"), "pencil-simple", self.change)
        self.add_action = self._step(_("New text, firmer than all…"), "plus", self.add)
        self.remove_action = self._step(_("Remove this text"), "trash", self.remove)
        self.reset_action = self._step(
            _("Back to the texts that are proposed"), "arrow-counter-clockwise", self.reset
        )

    def _step(self, text: str, icon_name: str, slot: Callable[[], object]) -> QAction:
        action = make_step(self, text, icon_name)
        action.triggered.connect(slot)
        self.menu.addAction(action)
        return action

    def rule(self, templates: Sequence[ReminderTemplate], degree: int) -> None:
        """Say which texts there are and which one is chosen."""
        self._templates, self._degree = templates, degree
        self.change_action.setEnabled(bool(templates))
        self.remove_action.setEnabled(degree > 0 and len(templates) > _KEPT)
        self.reset_action.setEnabled(any(template.is_own for template in templates))

    # what the person does

    @Slot()
    def change(self) -> None:
        """Ask for another wording of the text that is chosen."""
        for template in self._templates:
            if template.degree == self._degree:
                self._open(template.content, added=False)

    @Slot()
    def add(self) -> None:
        """Ask for a text that comes after all others, whose wording is proposed."""
        if self._templates:
            last = self._templates[-1].content
            self._open(replace(last, code="", label=""), added=True)

    @Slot()
    def remove(self) -> None:
        """Remove the text that is chosen; undoing brings it back."""
        call = partial(self._desk.services.reminders.remove_template, self._degree)
        self._desk.tasks.command(self, call, self._on_removed)

    @Slot()
    def reset(self) -> None:
        """Give the association's own texts up for those that are proposed."""
        call = self._desk.services.reminders.reset_templates
        self._desk.tasks.command(self, call, self._on_reset)

    def _open(self, content: LetterTemplate, *, added: bool) -> None:
        if self.dialog is not None:
            return
        self._added = added
        self.dialog = dialog = TemplateDialog(content, self._window)
        dialog.submitted.connect(self._on_submitted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_submitted(self, new: LetterTemplate) -> None:
        dialog, reminders = self.dialog, self._desk.services.reminders
        if dialog is None:
            return
        call: partial[Outcome[ReminderTemplate]] = (
            partial(reminders.add_template, new)
            if self._added
            else partial(reminders.change_template, self._degree, new)
        )
        self._desk.tasks.command(
            dialog, call, self._on_stored, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_stored(self, stored: ReminderTemplate) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        self.changed.emit(stored.degree)

    def _on_removed(self, _gone: ReminderTemplate) -> None:
        self.changed.emit(self._degree - 1)

    def _on_reset(self, _count: int) -> None:
        self.changed.emit(self._degree)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
