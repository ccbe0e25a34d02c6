"""Asks the first questions about a database that is open and knows no association."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.ui.welcome.dialog import WelcomeDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.demo_words import DemoCounts
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.welcome.dialog import Answers


class FirstRun(QObject):
    """Opens the assistant and stores what it brings; goes away with it."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self.dialog = WelcomeDialog(desk.tasks, desk.today, window)
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.demo_requested.connect(self._on_demo)
        self.dialog.finished.connect(self.deleteLater)

    def ask(self) -> None:
        """Show the assistant."""
        self.dialog.open()

    @Slot(object)
    def _on_submitted(self, answers: Answers) -> None:
        dialog = self.dialog
        save = partial(self._desk.services.association.save, answers.profile)
        self._desk.tasks.command(
            dialog, save, self._on_saved, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_saved(self, _profile: object) -> None:
        self.dialog.accept()

    @Slot()
    def _on_demo(self) -> None:
        services, feedback = self._desk.services, self._desk.feedback
        self._desk.tasks.job(
            feedback,
            _("Inventing an association"),
            lambda progress: _build(services, progress),
            _ignore,
            failed=feedback.show_error,
        )


def _build(services: Services, progress: Progress) -> Outcome[DemoCounts]:
    return services.demo.build(progress=progress)


def _ignore(_counts: DemoCounts) -> None:
    """The journal and the screens tell it."""
