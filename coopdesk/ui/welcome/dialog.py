"""The assistant: a few questions in five steps, nothing mandatory but the name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.association import Association
from coopdesk.ui.association.choices import read_choices
from coopdesk.ui.association.fields import ProfileFields
from coopdesk.ui.welcome.steps import make_steps
from coopdesk.ui.welcome.summary import Summary
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.leaving import ask_to_leave
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.ui.tasks import TaskRunner
    from coopdesk.ui.welcome.steps import Step


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered; ``path`` is None when the database is open already."""

    profile: Association
    path: Path | None


class WelcomeDialog(QDialog):
    """Asks for the profile and, with a ``folder``, for a new file in it; stores nothing.

    Who opened it acts on ``submitted``, then calls ``accept``, or ``refuse`` with the reason.
    """

    submitted = Signal(object)  # Answers
    demo_requested = Signal()

    def __init__(
        self,
        tasks: TaskRunner,
        today: Callable[[], dt.date],
        parent: QWidget,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("A new association"))
        self._is_locked = self._waits = False
        self._verb = _("Create the database") if folder is not None else _("Save the profile")
        self.fields = ProfileFields(tasks, today, self)
        self.steps = make_steps(self.fields)
        self.summary = Summary(tasks, folder)
        self.summary.named.connect(self._on_named)
        self._stack = QStackedWidget()
        self._screens: tuple[Step | Summary, ...] = (*self.steps, self.summary)
        for screen in self._screens:
            self._stack.addWidget(screen)
        self._count = plain_label("", "muted")
        self._title = plain_label("", "title")
        self._sentence = plain_label("", "muted", wrap=True)
        self.demo_button = QPushButton(_("Try with demonstration data"))
        self.demo_button.setProperty("kind", "flat")
        self.demo_button.clicked.connect(self._on_demo)
        self.back_button = QPushButton(_("Back"))
        self.back_button.clicked.connect(self._on_back)
        self.next_button = QPushButton(_("Continue"))
        make_primary(self.next_button)
        self.next_button.setDefault(True)
        self.next_button.clicked.connect(self._on_next)
        for button in (self.demo_button, self.back_button):
            button.setAutoDefault(False)
        # Enter makes a line in the purpose; with Ctrl it goes on from anywhere.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_next)
        self._lay_out()
        self.fields.show(Association(name=""))
        tasks.query(self, read_choices, self.fields.offer)
        self._show(0)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(28, 0, 28, 0)
        head.setSpacing(4)
        for label in (self._count, self._title, self._sentence):
            head.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(28, 0, 28, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.demo_button)
        buttons.addStretch()
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 20)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addLayout(buttons)
        self.resize(640, min(660, self.screen().availableGeometry().height() - 80))

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed."""
        return any(step.form.is_dirty for step in self.steps)

    @property
    def number(self) -> int:
        """The step in view, from 0; the last one is the summary."""
        return self._stack.currentIndex()

    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        screen = self._screens[number]
        is_last = number == len(self.steps)
        self._count.setText(
            _("Step {number} of {count}").format(number=number + 1, count=len(self.steps) + 1)
        )
        self._title.setText(screen.title)
        self._sentence.setText(screen.sentence)
        self.setAccessibleDescription(screen.title)
        self.demo_button.setVisible(number == 0)
        self.back_button.setVisible(number > 0)
        self._name_next()
        if is_last:
            self.summary.show_profile(self.fields.read())
            self.next_button.setFocus()
        else:
            self.steps[number].enter()
            if isinstance(self.focusWidget(), QPushButton):
                self.next_button.setFocus()  # Enter goes on; it does not choose an image

    def _name_next(self) -> None:
        is_last = self.number == len(self.steps)
        self.next_button.setText(self._verb if is_last else _("Continue"))

    # what the person does

    @Slot()
    def _on_next(self) -> None:
        if self.number == len(self.steps):
            self._submit()
        elif self.steps[self.number].check(self.fields):
            self._show(self.number + 1)

    @Slot()
    def _on_back(self) -> None:
        self._show(self.number - 1)

    def _submit(self) -> None:
        for number, step in enumerate(self.steps):
            if not step.check(self.fields):
                self._show(number)
                return
        self._waits = self.summary.awaits_name
        if self._waits:
            return  # Enter was faster than the search for a free name
        self._lock(locked=True)
        self.submitted.emit(Answers(self.fields.read(), self.summary.path))

    @Slot()
    def _on_named(self) -> None:
        if self._waits:
            self._submit()

    def _lock(self, *, locked: bool) -> None:
        """Say that it is being done: a new file takes a while on a slow disk."""
        self._is_locked = locked
        for widget in (self._stack, self.back_button, self.next_button):
            widget.setEnabled(not locked)
        if locked:
            self.next_button.setText(_("One moment…"))

    @Slot()
    def _on_demo(self) -> None:
        self.demo_requested.emit()
        self.accept()

    @override
    def reject(self) -> None:
        if self._is_locked:
            return  # the file is being made: there is nothing to leave any more
        if self.is_dirty:
            ask_to_leave(self, self._on_leave)
        else:
            super().reject()

    @Slot()
    def _on_leave(self) -> None:
        super().reject()

    # for who opened it

    def show_error(self, error: CoopDeskError) -> None:
        """Say why the profile was refused, where it can be mended."""
        from coopdesk.ui.feedback import error_sentence

        self.unlock()
        for number, step in enumerate(self.steps):
            if error.field in step.form.fields:
                self._show(number)
                step.form.show_error(error)
                return
        self.refuse(error_sentence(error))

    def refuse(self, sentence: str) -> None:
        """Say why the database could not be created; everything typed stays."""
        self.unlock()
        self._show(len(self.steps))
        self.summary.refuse(sentence)

    @Slot()
    def unlock(self) -> None:
        """Let the person submit again."""
        self._lock(locked=False)
        self._name_next()
