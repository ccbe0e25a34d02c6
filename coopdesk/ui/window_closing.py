"""Asks before the window closes on what runs, or on what was typed and not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.ui.feedback import Question
from coopdesk.ui.widgets.leaving import ask_to_leave
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.main_window import MainWindow
    from coopdesk.ui.tasks import Job


class WindowClosing(QObject):
    """Whether the window may close, and that it does once a question is answered."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._when_idle = False
        self._leaves_unsaved = False

    def keeps_open(self) -> bool:
        """Ask about what is not finished or not saved; return whether there is any."""
        for job in self._window.tasks.jobs:
            self._ask_about_job(job)
            return True
        return not self._leaves_unsaved and self._ask_about_unsaved()

    def close_at_once(self) -> None:
        """Stop what runs and close without asking."""
        for job in self._window.tasks.jobs:
            job.cancel()
        self._leaves_unsaved = True
        self._on_close_when_idle()

    def go_on(self) -> None:
        """Close now that nothing runs any more, if that was waited for."""
        if self._when_idle:
            self._window.close()

    def _ask_about_job(self, job: Job) -> None:
        question = Question(
            _("A task is not finished"),
            _("{title}. CoopDesk closes as soon as it is done.").format(title=job.title),
            _("Close when done"),
        )
        feedback = self._window.feedback
        box = feedback.confirm(question, self._on_close_when_idle)
        stop = feedback.add_choice(box, _("Stop it and close"))
        stop.clicked.connect(job.cancel)
        stop.clicked.connect(self._on_close_when_idle)

    def _ask_about_unsaved(self) -> bool:
        """Go to what was typed and not saved, and ask; return whether there is any."""
        stack = self._window.stack
        for key, page in stack.pages.items():
            if page.has_unsaved:
                if key != stack.current_key:
                    self._window.navigator.open(key)
                ask_to_leave(self._window, self._on_leave_unsaved, page.unsaved_text)
                return True
        return False

    @Slot()
    def _on_leave_unsaved(self) -> None:
        self._leaves_unsaved = True
        self._window.close()

    @Slot()
    def _on_close_when_idle(self) -> None:
        self._when_idle = True
        if not self._window.tasks.jobs:
            self._window.close()
